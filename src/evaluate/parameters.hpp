#pragma once

#include <string>
#include <vector>

#include "state.hpp"

// What a step says beside its premises, so that it can be re-done from the derivation alone (trace::Step::type, ::parameters).
namespace assay::evaluate {

[[nodiscard]] const char* typeWord(check::TypeKind kind);

// Of an operator: the alternatives of an ordered comparison, "where" of a quantifier, the day of judging of a stage.
[[nodiscard]] std::vector<std::string> parametersOf(const State& state, Place place);

// Of a table: how many rows may apply, then each row: "row", or "row when" if it has a condition on readings, and behind it its cells.
// A cell is "cell" and what it asks: nothing ("any"), "none", "is X" with "or Y" ..., or the ends "from X" (above X) and "to Y" (below
// Y); before the ends of an ordered enumeration stand its alternatives, "of A", "of B".
[[nodiscard]] std::vector<std::string> cellsOf(const check::Table& table, const check::Checked& rules);

}  // namespace assay::evaluate

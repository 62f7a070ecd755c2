#pragma once

#include <set>
#include <vector>

#include "assay/evaluate/result.hpp"
#include "cause.hpp"
#include "state.hpp"

namespace assay::evaluate {

// What the conclusion of a declaration rests on, found by walking from it through names down to the facts. A part is
// decisive when the value above it rests on it: a false operand of a false `and`, the branch taken, the rows that match.
struct Basis {
    std::vector<Place> used;                 // decisive places that read a given fact, each fact once
    Causes unknown;                          // every fact that was met and is not known
    std::vector<Place> ranges;               // decisive places that read a given fact that is between bounds, each fact once
    std::vector<Place> comparisons;          // decisive orders of two values, and applications of tables
    std::vector<Place> requirements;         // decisive rules and checklists met first on each way down
    std::vector<check::ReadingId> readings;  // decisive
    std::vector<std::string> clauses;        // of the declaration itself, and of its decisive outcome, exception, items and rows
};

[[nodiscard]] Basis basisOf(const State& state, check::DeclId decl, RowIndex row);

// The facts that the value of one place rests on, each once.
[[nodiscard]] std::vector<Place> decisiveFacts(const State& state, Place place);

// The facts and quantities between bounds that the value of one place rests on, each once.
[[nodiscard]] std::vector<Place> rangesBelow(const State& state, Place place);

// What results say of a place that reads a fact.
[[nodiscard]] UsedFact usedFact(const State& state, Place place);

// By operand of a place: whether its value rests on that operand, given that the place itself counts.
[[nodiscard]] std::vector<bool> decisiveOperands(const State& state, Place place);

// Whether a quantifier's value rests on one of its items, a row of its inner space, given that the quantifier itself
// counts: where some items settle it, on those alone.
[[nodiscard]] bool decisiveItem(const State& state, Place quantifier, RowIndex item);

}  // namespace assay::evaluate

#pragma once

#include <optional>
#include <string>

#include "assay/quantity/interval.hpp"
#include "assay/recheck/recheck.hpp"

namespace assay::recheck {

// What the premises leave possible against what the step says.
[[nodiscard]] Redone compared(const trace::Step& step, std::optional<bool> truth);
[[nodiscard]] Redone compared(const trace::Step& step, const quantity::Interval& line);
[[nodiscard]] Redone compared(const trace::Step& step, const std::string& conclusion);
// Premises that are open leave every conclusion possible.
[[nodiscard]] Redone undecided();
[[nodiscard]] Redone unknownOperator();

[[nodiscard]] Redone redoOperation(const trace::Step& step);
[[nodiscard]] Redone redoQuantifier(const trace::Step& step);
[[nodiscard]] Redone redoDue(const trace::Step& step);
[[nodiscard]] Redone redoTable(const trace::Step& step);
[[nodiscard]] Redone redoDeclaration(const trace::Step& step);

}  // namespace assay::recheck

#pragma once

#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/tree.hpp"

namespace assay::check {

// What the rule files name but do not hold; the workspace loads it from the files that the header names.
struct Registers {
    registers::ClauseRegister clauses;
    quantity::UnitTable units;
};

// Resolves and types the files of one rule set. Reports every finding it can; `checked` is complete and fit for lower
// only if no finding is an error. Does no analysis of tables or reachability: that is `analyze`.
[[nodiscard]] Checked check(const std::vector<syntax::Tree>& files, const Registers& registers, const source::SourceMap& sources,
                            diagnostics::Diagnostics& findings);

}  // namespace assay::check

#pragma once

#include <optional>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/tree.hpp"

namespace assay::check {

// A value that the quantification can give: the list of them is closed, and a rule set declares those that it reads.
struct Offered {
    std::string name;                  // "footprint.total"
    TypeKind kind = TypeKind::Number;  // Bool, Count, Number, Ratio or Quantity
    std::string unit;                  // Quantity: a spelling of a unit of its dimension
    bool optional = false;             // may be none
};

// What the rule files name but do not hold; the workspace loads it from the files that the header names, and adds what the
// quantification offers.
struct Registers {
    registers::ClauseRegister clauses;
    quantity::UnitTable units;
    registers::FactorData factors;
    std::vector<Offered> offered;
    std::optional<quantity::Calendar> calendar;
};

// Resolves and types the files of one rule set. Reports every finding it can; `checked` is complete and fit for lower
// only if no finding is an error. Does no analysis of tables or reachability: that is `analyze`.
[[nodiscard]] Checked check(const std::vector<syntax::Tree>& files, const Registers& registers, const source::SourceMap& sources,
                            diagnostics::Diagnostics& findings);

}  // namespace assay::check

#pragma once

#include <cstddef>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/lower/program.hpp"
#include "assay/source/source.hpp"

// What can be said of a rule set before any case: tables that contradict themselves or leave inputs out, outcomes and
// exceptions that can meet or can never stand, facts and enums that nothing uses.
namespace assay::analyze {

struct Limits {
    // Combinations of regions of one table that the search for gaps and covered rows goes through; above it the table gets a
    // warning. Overlaps of two rows and rows that can never apply are found in tables of any size.
    std::size_t tableCombinations = 1'000'000;
    // Steps of one search for an assignment that makes conditions true. A question that takes more is left unanswered
    // without a finding: fifteen conditions that have nothing in common can be told apart.
    std::size_t searchSteps = 65'536;
};

// Analyses a rule set that `check` found free of errors. `sources` gives the words of conditions and outputs as they were
// written. Findings about tables are exact: each overlap and gap comes with an input at which it occurs. Findings about
// conditions are warnings: comparisons of one operand are ordered, alternatives of one operand exclude each other,
// everything else counts as independent, so an assignment that is named may be one that the facts rule out.
void analyze(const check::Checked& checked, const lower::Program& program, const source::SourceMap& sources,
             diagnostics::Diagnostics& findings, const Limits& limits = {});

}  // namespace assay::analyze

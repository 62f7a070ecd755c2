#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/lower/program.hpp"
#include "assay/workspace/options.hpp"

namespace assay::workspace {

// A rule set that is fit to judge cases. Neither copied nor moved: the program points into the checked tree.
struct RuleSet {
    RuleSet() = default;
    RuleSet(const RuleSet&) = delete;
    RuleSet& operator=(const RuleSet&) = delete;

    Location root;
    std::vector<std::pair<std::string, std::string>> files;  // name below the root and SHA-256 of every rule file and register, by name
    std::string clauses;                                     // the one of these that is the clause register; empty: the header names none
    std::string digest;                                      // SHA-256 over names and bytes of every rule file and register, in name order
    check::Checked checked;
    lower::Program program;
};

struct LoadedRules {
    std::unique_ptr<const RuleSet> rules;  // none iff `findings` holds an error
    diagnostics::Diagnostics findings;     // sorted by place
};

// Loads the *.assay files that lie directly in the folder, in name order, and the registers that the header names: clauses, units,
// the calendar, and the folder of factors (sources.toml, gwp.toml and every *.csv in it). A register lies in the folder or below
// it: absolute paths, `..` and links that lead out are refused. Texts are kept in `sources`, named `root.shown`/FILE.
[[nodiscard]] LoadedRules loadRules(source::SourceMap& sources, const Location& root, const Limits& limits);

// What can be found in a rule set that was loaded before any case is: gaps, overlaps, what nothing reaches. Sorted by place.
[[nodiscard]] diagnostics::Diagnostics analyzeRules(const RuleSet& rules, const source::SourceMap& sources, const Limits& limits);

}  // namespace assay::workspace

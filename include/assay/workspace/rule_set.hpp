#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/facts/profile.hpp"
#include "assay/lower/program.hpp"
#include "assay/workspace/options.hpp"

namespace assay::workspace {

// Texts by the name of their file.
using KeptFiles = std::map<std::string, std::string>;

// A rule set that is fit to judge cases. Neither copied nor moved: the program points into the checked tree.
struct RuleSet {
    RuleSet() = default;
    RuleSet(const RuleSet&) = delete;
    RuleSet& operator=(const RuleSet&) = delete;

    Location root;
    std::vector<std::pair<std::string, std::string>> files;  // name below the root and SHA-256 of every rule file and register, by name
    std::string clauses;                                     // the one of these that is the clause register; empty: the header names none
    std::string digest;                                      // SHA-256 over names and bytes of every rule file and register, in name order
    std::optional<facts::Profile> profile;                   // its choice among readings is taken in `checked`
    KeptFiles profileText;                                   // of the profile, by the name of its file without folders; empty: none
    check::Checked checked;
    lower::Program program;
};

// Where the profile of a body comes from: a file, or a text that was kept.
struct ProfileSource {
    Location place;
    std::optional<std::string> text;
};

struct LoadedRules {
    std::unique_ptr<const RuleSet> rules;  // none iff `findings` holds an error
    diagnostics::Diagnostics findings;     // sorted by place
};

// Loads the *.assay files that lie directly in the folder, in name order, and the registers that the header names: clauses, units,
// the calendar, and the folder of factors (sources.toml, gwp.toml and every *.csv in it). A register lies in the folder or below
// it: absolute paths, `..` and links that lead out are refused. Texts are kept in `sources`, named `root.shown`/FILE. With a profile the
// rules judge by its figures, and take the readings that it takes.
[[nodiscard]] LoadedRules loadRules(source::SourceMap& sources, const Location& root, const Limits& limits,
                                    const std::optional<ProfileSource>& profile = std::nullopt);

// What can be found in a rule set that was loaded before any case is: gaps, overlaps, what nothing reaches. Sorted by place.
[[nodiscard]] diagnostics::Diagnostics analyzeRules(const RuleSet& rules, const source::SourceMap& sources, const Limits& limits);

}  // namespace assay::workspace

#pragma once

#include <memory>
#include <optional>

#include "assay/workspace/rule_set.hpp"
#include "command_line.hpp"
#include "console.hpp"

namespace assay::cli {

// The rule set that the command line names, else the shipped one: rules/cgc-pv10 three folders above the program, as a
// build lays it out, else in the folder that the program was built from. Never looked for in the current folder.
[[nodiscard]] workspace::Location rulesLocation(const CommandLine& line);

// The profile that the command line names.
[[nodiscard]] std::optional<workspace::ProfileSource> profileSource(const CommandLine& line);

// The rule set with the profile, its findings written; none if it has errors.
[[nodiscard]] std::unique_ptr<const workspace::RuleSet> loadRuleSet(const CommandLine& line, source::SourceMap& sources, Console& console,
                                                                    const std::optional<workspace::ProfileSource>& profile);

// The folder that the user names, else the first of RULES/cases, RULES/../cases, RULES/../../cases that exists.
// A finding if there is none.
[[nodiscard]] std::optional<workspace::Location> casesLocation(const CommandLine& line, const workspace::Location& rules,
                                                               diagnostics::Diagnostics& findings);

}  // namespace assay::cli

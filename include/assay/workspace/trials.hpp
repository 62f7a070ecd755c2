#pragma once

#include <vector>

#include "assay/author/trial.hpp"
#include "assay/workspace/case.hpp"

namespace assay::workspace {

// Every case with expected results, ready to be evaluated together. The trials point to the facts of `cases`.
struct Trials {
    std::vector<LoadedCase> cases;
    std::vector<author::Trial> trials;  // by case, then as written; named like the tests, "NAME" for "NAME/case.toml"
    diagnostics::Diagnostics findings;  // of the folder, and of expectations that cannot be read
};

// Reads the tests of a folder of cases (see runTests). A case that is invalid or says no day is not among them. `registers`: as
// for loadCase.
[[nodiscard]] Trials loadTrials(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits,
                                const std::string& registers = {});

}  // namespace assay::workspace

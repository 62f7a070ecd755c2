#pragma once

#include <string>
#include <vector>

#include "assay/author/coverage.hpp"
#include "assay/workspace/case.hpp"

namespace assay::workspace {

// One case document and what it was compared with.
struct TestedCase {
    std::string name;  // path of the document below the folder of cases
    std::size_t expectations = 0;
    diagnostics::Diagnostics findings;  // differences and whatever kept the case from being judged; none: it passed
};

struct TestRun {
    std::vector<TestedCase> cases;  // by name
    author::Coverage coverage;
    diagnostics::Diagnostics findings;        // of the folder itself
    ExitStatus status = ExitStatus::Conform;  // Nonconform: a difference; Invalid: expectations or cases that cannot be read
};

// Judges every case with expected results below `folder`: NAME/case.toml with NAME/expected.toml beside it, and
// NAME/variants/X.toml with NAME/variants/X.expected.toml. A folder without expectations is not a test.
// `registers`: as for loadCase.
[[nodiscard]] TestRun runTests(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits,
                               const std::string& registers = {});

}  // namespace assay::workspace

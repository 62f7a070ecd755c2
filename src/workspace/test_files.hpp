#pragma once

#include <string>
#include <vector>

namespace assay::workspace {

// A file of expectations and the case document that it speaks of, both relative to the folder of cases.
struct TestFile {
    std::string document;
    std::string expected;
    bool operator<(const TestFile& other) const { return document < other.document; }
};

// NAME/case.toml with NAME/expected.toml, and NAME/variants/X.toml with NAME/variants/X.expected.toml, by document.
[[nodiscard]] std::vector<TestFile> findTests(const std::string& folder);

}  // namespace assay::workspace

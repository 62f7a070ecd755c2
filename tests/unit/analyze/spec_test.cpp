#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "assay/analyze/analyze.hpp"
#include "expectations.hpp"
#include "fixture.hpp"

// tests/spec/analyze: rule files that check finds no error in, with the findings of the analysis beside them, written as in
// tests/spec/check: `#! E0601 "text"` at the end of a line or on a line of its own above it. fail_* iff an error is expected.
namespace assay::analyze {
namespace {

std::filesystem::path folder() {
    return std::filesystem::path(ASSAY_ROOT) / "tests/spec/analyze";
}

class AnalyzeSpec : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(AnalyzeSpec, SaysWhatStandsBesideTheLines) {
    const std::string text = check::readWhole(GetParam());
    const check::CheckedFiles ruleset = check::CheckedFiles::withHeader(text);
    ASSERT_TRUE(ruleset.findings.empty()) << ruleset.said().front();
    diagnostics::Diagnostics findings;
    analyze(ruleset.checked, lower::lower(ruleset.checked), ruleset.sources, findings);

    check::expectFindings(check::readExpectations(text), findings, ruleset.sources);
    EXPECT_EQ(findings.hasErrors(), GetParam().stem().string().rfind("fail_", 0) == 0);
}

INSTANTIATE_TEST_SUITE_P(Files, AnalyzeSpec, testing::ValuesIn(check::specFiles(folder())),
                         [](const auto& file) { return file.param.stem().string(); });

bool isOfAnalyze(const std::string& code) {
    return code.rfind("E06", 0) == 0 || code.rfind("W06", 0) == 0;
}

TEST(AnalyzeSpecCoverage, EveryKindOfTheStageOccursInAFile) {
    std::set<std::string> expected = {"W0605"};  // table_test.cpp: no readable file is that large
    for (const std::filesystem::path& path : check::specFiles(folder())) {
        for (const check::Expectation& expectation : check::readExpectations(check::readWhole(path)))
            expected.insert(expectation.code);
    }
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (!isOfAnalyze(code)) continue;
        EXPECT_EQ(expected.count(code), 1U) << code;
    }
}

TEST(AnalyzeSpecCoverage, EveryKindOfTheStageHasAPage) {
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (!isOfAnalyze(code)) continue;
        EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(ASSAY_ROOT) / "docs/diagnostics" / (code + ".md"))) << code;
    }
}

}  // namespace
}  // namespace assay::analyze

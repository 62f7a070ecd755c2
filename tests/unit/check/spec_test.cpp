#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "expectations.hpp"
#include "fixture.hpp"

// tests/spec/check: rule files with their findings beside them. A file is named fail_* iff it expects an error.
namespace assay::check {
namespace {

std::filesystem::path folder() {
    return std::filesystem::path(ASSAY_ROOT) / "tests/spec/check";
}

class CheckSpec : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(CheckSpec, SaysWhatStandsBesideTheLines) {
    const std::string text = readWhole(GetParam());
    const bool ownHeader = text.find("\nruleset ") != std::string::npos || text.find("#! E0304") != std::string::npos;
    const CheckedFiles files = ownHeader ? CheckedFiles({text}) : CheckedFiles::withHeader(text);

    const std::vector<Expectation> open = readExpectations(text);
    const bool expectsFindings = !open.empty();
    expectFindings(open, files.findings, files.sources);
    EXPECT_EQ(GetParam().stem().string().rfind("fail_", 0) == 0, expectsFindings);
    EXPECT_EQ(files.findings.hasErrors(), expectsFindings);
}

INSTANTIATE_TEST_SUITE_P(Files, CheckSpec, testing::ValuesIn(specFiles(folder())),
                         [](const auto& file) { return file.param.stem().string(); });

// E0361 to E0369 are findings in data that registers carry; their tests are those of `register`.
bool isOfTheStage(std::string_view code) {
    return (code.starts_with("E03") && !(code >= "E0361" && code <= "E0369")) || code.starts_with("E046") || code.starts_with("E048") ||
           code == "E0490" || code == "E0491";
}

TEST(CheckSpecCoverage, EveryKindOfTheStageOccursInAFile) {
    std::set<std::string> expected;
    for (const std::filesystem::path& path : specFiles(folder())) {
        for (const Expectation& expectation : readExpectations(readWhole(path)))
            expected.insert(expectation.code);
    }
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (isOfTheStage(code)) {
            EXPECT_EQ(expected.count(code), 1U) << code << " " << diagnostics::name(kind);
        }
    }
}

TEST(CheckSpecCoverage, EveryKindOfTheStageHasAPage) {
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (code.rfind("E03", 0) == 0 || isOfTheStage(code)) {
            EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(ASSAY_ROOT) / "docs/diagnostics" / (code + ".md"))) << code;
        }
    }
}

}  // namespace
}  // namespace assay::check

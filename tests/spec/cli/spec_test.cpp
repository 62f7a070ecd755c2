#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "script.hpp"

namespace assay::spec {
namespace {

using What = Expectation::What;

std::vector<std::string> scriptNames() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(SPEC_FOLDER)) {
        if (entry.path().extension() == ".script") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

void expect(const Expectation& expectation, const Answer& answer) {
    const std::string& stream = expectation.ofErrors ? answer.err : answer.out;
    switch (expectation.what) {
        case What::Exit:
            EXPECT_EQ(std::to_string(answer.exit), expectation.text);
            return;
        case What::Holds:
            EXPECT_NE(stream.find(expectation.text), std::string::npos) << "missing: " << expectation.text;
            return;
        case What::HoldsNot:
            EXPECT_EQ(stream.find(expectation.text), std::string::npos) << "not wanted: " << expectation.text;
            return;
        case What::IsEmpty:
            EXPECT_EQ(stream, "");
            return;
        case What::IsFile:
            EXPECT_EQ(stream, contents(std::string(SPEC_FOLDER) + "/" + expectation.text));
            return;
    }
}

class CommandLineSpec : public testing::TestWithParam<std::string> {};

TEST_P(CommandLineSpec, AnswersAsWritten) {
    const Script script = readScript(contents(std::string(SPEC_FOLDER) + "/" + GetParam() + ".script"));
    EXPECT_TRUE(script.mistakes.empty()) << script.mistakes.front();
    ASSERT_FALSE(script.steps.empty());
    const std::string scratch = testing::TempDir() + "assay_cli_" + GetParam();
    for (const Step& step : script.steps) {
        SCOPED_TRACE(GetParam() + ".script:" + std::to_string(step.line) + ": " + step.command);
        ASSERT_FALSE(step.expectations.empty());
        const Answer answer = run(step.command, ASSAY_PROGRAM, std::string(SPEC_FOLDER) + "/data", scratch);
        for (const Expectation& expectation : step.expectations) {
            SCOPED_TRACE("line " + std::to_string(expectation.line));
            expect(expectation, answer);
        }
        if (HasFailure()) FAIL() << "standard output:\n" << answer.out << "standard error:\n" << answer.err;
    }
}

INSTANTIATE_TEST_SUITE_P(Scripts, CommandLineSpec, testing::ValuesIn(scriptNames()), [](const auto& script) { return script.param; });

}  // namespace
}  // namespace assay::spec

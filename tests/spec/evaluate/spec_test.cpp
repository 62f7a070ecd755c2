#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "assay/diagnostics/render.hpp"
#include "assay/workspace/test_run.hpp"

namespace assay::workspace {
namespace {

// The folders that hold a specification: rules/ and cases/, the latter with an expected.toml for each case.
std::vector<std::string> topics() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(SPEC_FOLDER)) {
        if (entry.is_directory()) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

// A folder with this prefix holds expectations that are wrong: each case has to be refused.
bool isWrong(const std::string& topic) {
    return topic.rfind("fail_", 0) == 0;
}

class Specification : public testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] Location in(const std::string& part) const {
        return {std::string(SPEC_FOLDER) + "/" + GetParam() + "/" + part, GetParam() + "/" + part};
    }
    [[nodiscard]] std::string sentences(const diagnostics::Diagnostics& findings) const {
        std::string text;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            text += diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English);
            if (finding.span.valid())
                text += " (" + sources_.file(finding.span.source).name + ":" + std::to_string(sources_.begin(finding.span).line) + ")";
            text += "\n";
        }
        return text;
    }

    source::SourceMap sources_;
};

TEST_P(Specification, HoldsForEachCase) {
    const Limits limits;
    const LoadedRules loaded = loadRules(sources_, in("rules"), limits);
    ASSERT_TRUE(loaded.rules) << sentences(loaded.findings);
    const TestRun run = runTests(sources_, *loaded.rules, in("cases"), limits);
    EXPECT_FALSE(run.findings.hasErrors()) << sentences(run.findings);
    EXPECT_FALSE(run.cases.empty());
    for (const TestedCase& tested : run.cases) {
        EXPECT_GT(tested.expectations, 0U) << tested.name;
        EXPECT_EQ(tested.findings.hasErrors(), isWrong(GetParam())) << tested.name << "\n" << sentences(tested.findings);
    }
    EXPECT_EQ(run.status, isWrong(GetParam()) ? ExitStatus::Nonconform : ExitStatus::Conform);
}

INSTANTIATE_TEST_SUITE_P(Evaluation, Specification, testing::ValuesIn(topics()), [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace assay::workspace

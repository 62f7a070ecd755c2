#include "assay/workspace/test_run.hpp"

#include <gmock/gmock.h>

#include "folder.hpp"

namespace assay::workspace {
namespace {

using diagnostics::Kind;
using testing::ElementsAre;

class Tests : public Folder {
protected:
    void SetUp() override {
        writeRules();
        rules_ = loadRules(sources_, at("rules"), {}).rules;
        ASSERT_TRUE(rules_);
    }
    TestRun run() { return runTests(sources_, *rules_, at("cases"), {}); }
    void writeCase(const std::string& document, const std::string& registered) const {
        write("cases/" + document, "registered = " + registered + "\n[case]\nas_of = 2025-06-01\n");
    }

    source::SourceMap sources_;
    std::unique_ptr<const RuleSet> rules_;
};

TEST_F(Tests, AreCasesAndVariantsWithExpectations) {
    writeCase("b/case.toml", "true");
    write("cases/b/expected.toml", "[[expect]]\nexit = 0\n");
    writeCase("b/variants/not.toml", "false");
    write("cases/b/variants/not.expected.toml", "[[expect]]\nexit = 1\n");
    writeCase("a/case.toml", "true");
    const TestRun result = run();
    EXPECT_EQ(result.status, ExitStatus::Conform);
    ASSERT_EQ(result.cases.size(), 2U);
    EXPECT_EQ(result.cases[0].name, "b/case.toml");
    EXPECT_EQ(result.cases[1].name, "b/variants/not.toml");
    EXPECT_EQ(result.coverage.rulesThatFail().exercised, 1U);
}

TEST_F(Tests, FailWithTheLineOfTheExpectation) {
    writeCase("a/case.toml", "true");
    write("cases/a/expected.toml", "[[expect]]\nexit = 1\n");
    const TestRun result = run();
    EXPECT_EQ(result.status, ExitStatus::Nonconform);
    ASSERT_THAT(kinds(result.cases.front().findings), ElementsAre(Kind::ExpectationFailed));
    EXPECT_EQ(sources_.begin(result.cases.front().findings.all().front().span).line, 2U);
}

TEST_F(Tests, MayExpectAnInvalidCase) {
    writeCase("a/case.toml", "1");
    write("cases/a/expected.toml", "[[expect]]\nexit = 3\n");
    EXPECT_EQ(run().status, ExitStatus::Conform);
    write("cases/a/expected.toml", "[[expect]]\nexit = 0\n");
    const TestRun result = run();
    EXPECT_EQ(result.status, ExitStatus::Invalid);
    EXPECT_EQ(result.cases.front().findings.all().size(), 2U);
}

TEST_F(Tests, NeedACaseBesideTheExpectations) {
    write("cases/a/expected.toml", "[[expect]]\nexit = 3\n");
    const TestRun result = run();
    EXPECT_THAT(kinds(result.cases.front().findings), ElementsAre(Kind::ExpectationCaseAbsent));
    EXPECT_EQ(result.status, ExitStatus::Invalid);
}

TEST_F(Tests, AreNotPassedByAnEmptyFolder) {
    EXPECT_THAT(kinds(run().findings), ElementsAre(Kind::PathNotFound));
    std::filesystem::create_directory(root_ / "cases");
    const TestRun result = run();
    EXPECT_THAT(kinds(result.findings), ElementsAre(Kind::TestsAbsent));
    EXPECT_EQ(result.status, ExitStatus::Invalid);
}

}  // namespace
}  // namespace assay::workspace

#include "assay/workspace/case.hpp"

#include <gmock/gmock.h>

#include "folder.hpp"

namespace assay::workspace {
namespace {

using diagnostics::Kind;
using testing::ElementsAre;

class Case : public Folder {
protected:
    Case() {
        writeRules();
        rules_ = loadRules(sources_, at("rules"), {}).rules;
    }
    void SetUp() override { ASSERT_TRUE(rules_); }

    LoadedCase load(const std::string& name, const Limits& limits = {}) { return loadCase(sources_, *rules_, at(name), limits); }
    JudgedCase judgeCase(const LoadedCase& loaded, const Options& options = {}) {
        diagnostics::Diagnostics findings;
        const Request request = resolve(rules_->checked, options, findings);
        EXPECT_TRUE(findings.empty());
        return judge(*rules_, loaded, request, options);
    }

    source::SourceMap sources_;
    std::unique_ptr<const RuleSet> rules_;
};

const std::string day = "[case]\nas_of = 2025-06-01\n";

TEST_F(Case, IsAFolderWithADocumentOrOneFile) {
    write("plate/case.toml", "registered = true\n" + day);
    write("single.toml", "registered = true\n" + day);
    const LoadedCase folder = load("plate");
    const LoadedCase file = load("single.toml");
    ASSERT_TRUE(folder.facts);
    ASSERT_TRUE(file.facts);
    EXPECT_EQ(folder.name, "plate");
    EXPECT_EQ(folder.root, "plate/");
    EXPECT_EQ(file.name, "single");
    EXPECT_EQ(file.root, "");
}

TEST_F(Case, TakesItsNameFromItsDocument) {
    write("plate/case.toml", "[case]\nname = \"Cold rolled plate\"\n");
    EXPECT_EQ(load("plate").name, "Cold rolled plate");
}

TEST_F(Case, IsRefusedWithoutDocument) {
    std::filesystem::create_directory(root_ / "hollow");
    EXPECT_THAT(kinds(load("nowhere").findings), ElementsAre(Kind::PathNotFound));
    EXPECT_THAT(kinds(load("hollow").findings), ElementsAre(Kind::CaseDocumentAbsent));
    write("large.toml", "registered = true\n");
    Limits limits;
    limits.document.bytes = 5;
    EXPECT_FALSE(load("large.toml", limits).facts);
}

TEST_F(Case, StaysInvalidIfItWasNotLoaded) {
    const JudgedCase judged = judgeCase(load("nowhere"));
    EXPECT_FALSE(judged.result);
    EXPECT_EQ(judged.status, ExitStatus::Invalid);
}

TEST_F(Case, IsJudgedAsOfItsOwnDayUnlessAskedOtherwise) {
    write("plate/case.toml", "registered = true\n" + day);
    const LoadedCase loaded = load("plate");
    EXPECT_EQ(judgeCase(loaded).result->asOf.text(), "2025-06-01");
    Options options;
    options.asOf = quantity::Date::parse("2025-07-01");
    EXPECT_EQ(judgeCase(loaded, options).result->asOf.text(), "2025-07-01");
}

TEST_F(Case, IsNotJudgedWithoutADay) {
    write("plate/case.toml", "registered = true\n");
    const JudgedCase judged = judgeCase(load("plate"));
    EXPECT_THAT(kinds(judged.findings), ElementsAre(Kind::AsOfAbsent));
    EXPECT_EQ(judged.status, ExitStatus::Invalid);
}

TEST_F(Case, GivesTheStatusOfTheVerdict) {
    write("yes.toml", "registered = true\n" + day);
    write("no.toml", "registered = false\n" + day);
    write("open.toml", day);
    EXPECT_EQ(judgeCase(load("yes.toml")).status, ExitStatus::Conform);
    EXPECT_EQ(judgeCase(load("no.toml")).status, ExitStatus::Nonconform);
    EXPECT_EQ(judgeCase(load("open.toml")).status, ExitStatus::Undetermined);
}

TEST_F(Case, RefusesItemsThatItDoesNotHave) {
    write("yes.toml", "registered = true\n" + day);
    Options options;
    options.decisions = {"is_registered[U1]"};
    const JudgedCase judged = judgeCase(load("yes.toml"), options);
    EXPECT_THAT(kinds(judged.findings), ElementsAre(Kind::ItemNotConcluded));
    EXPECT_EQ(judged.status, ExitStatus::Usage);
}

TEST_F(Case, ReachesTheStepLimitWithAFinding) {
    write("rules/parts.assay",
          "record part\n  whole bool\n\nfact parts list of part\n\nrule sound for p in parts\n  cites F1\n  require p.whole\n");
    rules_ = loadRules(sources_, at("rules"), {}).rules;
    ASSERT_TRUE(rules_);
    write("yes.toml", "registered = true\nparts = [{ id = \"P1\", whole = true }]\n" + day);
    Options options;
    options.limits.evaluate.steps = 0;
    const JudgedCase judged = judgeCase(load("yes.toml"), options);
    EXPECT_FALSE(judged.result);
    EXPECT_THAT(kinds(judged.findings), ElementsAre(Kind::StepLimit));
    EXPECT_EQ(judged.status, ExitStatus::LimitReached);
    EXPECT_EQ(judgeCase(load("yes.toml")).status, ExitStatus::Conform);
}

TEST_F(Case, NamesOfOptionsAreLookedUp) {
    Options options;
    options.decisions = {"is_registered", "is_registerd"};
    options.party = "customer";
    diagnostics::Diagnostics findings;
    const Request request = resolve(rules_->checked, options, findings);
    EXPECT_EQ(request.selection.size(), 1U);
    EXPECT_THAT(kinds(findings), ElementsAre(Kind::DecisionUnknown, Kind::PartyUnknown));
    EXPECT_EQ(findings.all().front().notes.front().kind, Kind::DidYouMean);
}

}  // namespace
}  // namespace assay::workspace

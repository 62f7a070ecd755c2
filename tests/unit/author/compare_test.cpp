#include "assay/author/compare.hpp"

#include <gtest/gtest.h>

namespace assay::author {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Language;
using evaluate::Status;

template <class T>
std::optional<Expected<T>> expected(T value) {
    return Expected<T>{std::move(value), {}};
}
using Names = std::vector<std::string>;

class Compare : public testing::Test {
protected:
    Compare() {
        rules_.parties.add({"client"});
        const check::EnumId outcomes = rules_.enumerations.add({"eligibility", false, {{"eligible", {}, {}}, {"refused", {}, {}}}, {}});
        check::Declaration decide;
        decide.name = "eligibility";
        check::Decide body;
        body.enumeration = outcomes;
        decide.body = body;
        rules_.declarations.add(decide);
        rules_.readings.add({"AMB-1", {"a", "b"}, 0, {}, {}, {}});

        result_.verdicts = {{check::PartyId(0), evaluate::VerdictKind::Conform}};
        evaluate::Conclusion conclusion;
        conclusion.decl = check::DeclId(0);
        conclusion.status = Status::Undetermined;
        conclusion.candidates = {1, 0};
        conclusion.missing = {{"weight", evaluate::MissingKind::Fact, {}, {}, {}}, {"registered", evaluate::MissingKind::Fact, {}, {}, {}}};
        conclusion.clauses = {"F1", "F2"};
        conclusion.readings = {check::ReadingId(0)};
        result_.conclusions = {conclusion};
        expectedDecision_.name = "eligibility";
    }

    std::vector<std::string> differences() {
        expectation_.decisions = {expectedDecision_};
        std::vector<std::string> sentences;
        const Diagnostics found = compare(expectation_, {"good", 4, &result_}, rules_);
        for (const diagnostics::Diagnostic& finding : found.all())
            sentences.push_back(diagnostics::sentence(finding.kind, finding.arguments, Language::English));
        return sentences;
    }

    check::Checked rules_;
    evaluate::CaseResult result_;
    Expectation expectation_;
    ExpectedConclusion expectedDecision_;
};

TEST_F(Compare, FindsNothingWhereAllIsAsExpected) {
    expectation_.exit = expected<std::int64_t>(4);
    expectation_.verdicts = {{"client", {"conform", {}}}};
    expectedDecision_.status = expected<std::string>("undetermined");
    expectedDecision_.missing = expected(Names{"registered", "weight"});
    expectedDecision_.candidates = expected(Names{"eligible", "refused"});
    expectedDecision_.clauses = expected(Names{"F2"});
    expectedDecision_.readings = expected(Names{"AMB-1"});
    EXPECT_EQ(differences(), std::vector<std::string>{});
}

TEST_F(Compare, ComparesTheItemsOfAChecklistByName) {
    check::Declaration papers;
    papers.name = "papers";
    papers.body = check::Checklist{{}, {{"form", {}, {}, {}, {}, {}}, {"permit", {}, {}, {}, {}, {}}}};
    evaluate::Conclusion conclusion;
    conclusion.decl = rules_.declarations.add(papers);
    conclusion.status = Status::Fails;
    conclusion.items = {{Status::Holds, {}}, {Status::Fails, {}}};
    result_.conclusions.push_back(conclusion);
    ExpectedConclusion wanted;
    wanted.name = "papers";
    wanted.status = expected<std::string>("fails");
    wanted.items = {{"form", {"holds", {}}}, {"permit", {"fails", {}}}};
    expectation_.checklists = {wanted};
    EXPECT_EQ(differences(), std::vector<std::string>{});
    wanted.items = {{"form", {"fails", {}}}, {"stamp", {"holds", {}}}};
    expectation_.checklists = {wanted};
    EXPECT_EQ(differences(), (std::vector<std::string>{"`good`: `papers.form` is `holds`, expected `fails`",
                                                       "the rule set declares nothing with the name `papers.stamp`"}));
    wanted.name = "eligibility";
    expectation_.checklists = {wanted};
    EXPECT_EQ(differences(), std::vector<std::string>{"the rule set declares nothing with the name `eligibility`"});
}

TEST_F(Compare, NamesTheCaseAndBothValues) {
    expectation_.exit = expected<std::int64_t>(0);
    EXPECT_EQ(differences(), std::vector<std::string>{"`good`: `exit` is `4`, expected `0`"});
}

TEST_F(Compare, WantsAllThatIsMissingAndNoMore) {
    expectedDecision_.missing = expected(Names{"weight"});
    EXPECT_EQ(differences(), std::vector<std::string>{"`good`: `eligibility.missing` is `weight, registered`, expected `weight`"});
    expectedDecision_.missing = expected(Names{"weight", "registered", "honest"});
    EXPECT_EQ(differences().size(), 1U);
}

TEST_F(Compare, WantsClausesAndReadingsAmongOthers) {
    expectedDecision_.clauses = expected(Names{"F2", "F3"});
    EXPECT_EQ(differences().size(), 1U);
    expectedDecision_.clauses = expected(Names{});
    expectedDecision_.readings = expected(Names{"AMB-2"});
    EXPECT_EQ(differences().size(), 1U);
}

TEST_F(Compare, ShowsADashForNothing) {
    expectedDecision_.outcome = expected<std::string>("eligible");
    EXPECT_EQ(differences(), std::vector<std::string>{"`good`: `eligibility.outcome` is `-`, expected `eligible`"});
}

TEST_F(Compare, RefusesUnknownDeclarationsAndItems) {
    expectedDecision_.name = "eligible";
    EXPECT_EQ(differences().size(), 1U);
    expectedDecision_.name = "eligibility";
    expectedDecision_.item = "U1";
    EXPECT_EQ(differences().size(), 1U);
}

TEST_F(Compare, DiffersInEverythingFromACaseWithoutResult) {
    expectation_.verdicts = {{"client", {"conform", {}}}};
    EXPECT_EQ(compare(expectation_, {"broken", 3, nullptr}, rules_).all().size(), 1U);
}

}  // namespace
}  // namespace assay::author

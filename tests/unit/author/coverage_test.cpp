#include "assay/author/coverage.hpp"

#include <gtest/gtest.h>

namespace assay::author {
namespace {

using evaluate::Status;
using Names = std::vector<std::string>;

const check::DeclId rule{0};
const check::DeclId decide{1};

check::Checked sampleRules() {
    check::Checked rules;
    for (const char* id : {"F1", "F2", "F3"}) {
        registers::Clause clause;
        clause.id = id;
        rules.clauses.add(clause);
    }
    const check::EnumId outcomes = rules.enumerations.add({"eligibility", false, {{"eligible", {}, {}}, {"refused", {}, {}}}, {}});
    check::Declaration declaration;
    declaration.name = "light";
    declaration.body = check::Rule{};
    declaration.clauses = {"F1"};
    rules.declarations.add(declaration);
    declaration.name = "eligibility";
    check::Decide body;
    body.enumeration = outcomes;
    body.outcomes.push_back({0, check::Mark::Favourable, {}, {}, {}, {}});
    body.outcomes.push_back({1, check::Mark::Adverse, {}, {"F2"}, {}, {}});
    declaration.body = body;
    declaration.clauses = {};
    rules.declarations.add(declaration);
    return rules;
}

evaluate::CaseResult resultWith(check::DeclId decl, Status status, std::optional<std::size_t> outcome = {}, Names clauses = {}) {
    evaluate::CaseResult result;
    evaluate::Conclusion conclusion;
    conclusion.decl = decl;
    conclusion.status = status;
    conclusion.outcome = outcome;
    conclusion.clauses = std::move(clauses);
    result.conclusions.push_back(std::move(conclusion));
    return result;
}

TEST(CoverageOfCases, StartsWithEverythingUnexercised) {
    const check::Checked rules = sampleRules();
    const Coverage coverage(rules);
    EXPECT_EQ(coverage.rulesThatHold().unexercised, Names{"light"});
    EXPECT_EQ(coverage.rulesThatFail().unexercised, Names{"light"});
    EXPECT_EQ(coverage.outcomes().unexercised, (Names{"eligibility: eligible", "eligibility: refused"}));
    EXPECT_EQ(coverage.clauses().unexercised, (Names{"F1", "F2"}));
}

TEST(CoverageOfCases, TellsHoldingFromFailing) {
    const check::Checked rules = sampleRules();
    Coverage coverage(rules);
    coverage.add(resultWith(rule, Status::Fails));
    EXPECT_EQ(coverage.rulesThatFail().exercised, 1U);
    EXPECT_EQ(coverage.rulesThatHold().exercised, 0U);
}

TEST(CoverageOfCases, CountsOutcomesThatAreGivenAndNotThoseThatArePossible) {
    const check::Checked rules = sampleRules();
    Coverage coverage(rules);
    coverage.add(resultWith(decide, Status::Determined, 1));
    coverage.add(resultWith(decide, Status::Undetermined));
    EXPECT_EQ(coverage.outcomes().unexercised, Names{"eligibility: eligible"});
}

TEST(CoverageOfCases, CountsClausesOfSettledConclusionsOnly) {
    const check::Checked rules = sampleRules();
    Coverage coverage(rules);
    coverage.add(resultWith(rule, Status::Undetermined, {}, {"F1"}));
    EXPECT_EQ(coverage.clauses().exercised, 0U);
    coverage.add(resultWith(rule, Status::Holds, {}, {"F1"}));
    EXPECT_EQ(coverage.clauses().unexercised, Names{"F2"});
}

TEST(CoverageOfCases, CountsTheItemsOfChecklistsByThemselves) {
    check::Checked rules = sampleRules();
    check::Declaration papers;
    papers.name = "papers";
    papers.body =
        check::Checklist{{}, {{"form", {}, {}, {"F3"}, {}, {}}, {"permit", {}, {}, {"F2"}, {}, {}}, {"plan", {}, {}, {}, {}, {}}}};
    const check::DeclId list = rules.declarations.add(papers);
    Coverage coverage(rules);
    EXPECT_EQ(coverage.clauses().unexercised, (Names{"F1", "F2", "F3"}));
    evaluate::CaseResult result = resultWith(list, Status::Undetermined);
    result.conclusions.front().items = {{Status::Holds, {}}, {Status::Undetermined, {}}, {Status::NotApplicable, {}}};
    coverage.add(result);
    EXPECT_EQ(coverage.itemsThatHold().exercised, 1U);
    EXPECT_EQ(coverage.itemsThatHold().unexercised, (Names{"papers: permit", "papers: plan"}));
    EXPECT_EQ(coverage.itemsThatFail().exercised, 0U);
    EXPECT_EQ(coverage.clauses().unexercised, (Names{"F1", "F2"}));
}

TEST(CoverageOfCases, TextGivesCountsAndNamesWhatIsLeft) {
    const check::Checked rules = sampleRules();
    Coverage coverage(rules);
    coverage.add(resultWith(rule, Status::Holds, {}, {"F1"}));
    const std::string text = coverageText(coverage, diagnostics::Language::English);
    EXPECT_NE(text.find("rules that hold in some case: 1/1\n"), std::string::npos) << text;
    EXPECT_NE(text.find("no case: eligibility: eligible, eligibility: refused\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("values"), std::string::npos) << text;
}

}  // namespace
}  // namespace assay::author

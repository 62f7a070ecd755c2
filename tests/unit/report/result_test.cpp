#include "assay/report/result.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sample.hpp"

namespace assay::report {
namespace {

using evaluate::Status;
using nlohmann::ordered_json;
using namespace testing;

class Result : public ::testing::Test {
protected:
    Result() {
        addSampleSource(sources_);
        sources_.add("cases/a/case.toml", "\nweight = \"11 kg\"\n");
        result_.name = "a";
        result_.caseDigest = "0f";
        result_.asOf = quantity::Date::parse("2025-06-01").value();
        result_.verdicts = {{check::PartyId(0), evaluate::VerdictKind::Nonconform}, {check::PartyId(1), evaluate::VerdictKind::Conform}};
        evaluate::Conclusion refused = conclusion(eligibility, Status::Determined);
        refused.outcome = 1;
        evaluate::UsedFact used{"weight", "11 kg", {}};
        used.provenance.span = {source::SourceId(1), 10, 17};
        used.provenance.evidence = "E1";
        refused.reasons.push_back({lightEnough, "", Status::Fails, {"F2"}, {used}});
        result_.conclusions = {conclusion(lightEnough, Status::Fails), refused};
    }

    std::string text(const TextOptions& options = {}, const Selection& selection = {}) const {
        return resultText(result_, view_, options, selection);
    }
    ordered_json json() const { return resultJson(result_, view_); }

    check::Checked rules_ = sampleRules();
    source::SourceMap sources_;
    View view_{rules_, sources_, "d1", {"rules/", "cases/a/"}};
    evaluate::CaseResult result_;
};

TEST_F(Result, TextLeadsFromTheVerdictToTheLineOfTheCase) {
    const std::string shown = text();
    EXPECT_NE(shown.find("client: nonconform"), std::string::npos) << shown;
    EXPECT_NE(shown.find("eligibility: refused, adverse"), std::string::npos) << shown;
    EXPECT_NE(shown.find("because light_enough: fails  [F2]"), std::string::npos) << shown;
    EXPECT_NE(shown.find("weight = 11 kg  cases/a/case.toml:2, evidence E1"), std::string::npos) << shown;
}

TEST_F(Result, TextStandsInTheChosenLanguage) {
    const std::string shown = text({diagnostics::Language::Chinese, false});
    EXPECT_NE(shown.find("过重"), std::string::npos) << shown;
    EXPECT_NE(shown.find("不合格"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("Too heavy"), std::string::npos) << shown;
}

TEST_F(Result, TextHoldsNoControlCharacterOfACase) {
    result_.name = "a\x1B[31mb";
    EXPECT_EQ(text().find('\x1B'), std::string::npos);
    EXPECT_NE(text().find("a\\x1B[31mb"), std::string::npos);
    EXPECT_NE(text({diagnostics::Language::English, true}).find("\x1B["), std::string::npos);
}

TEST_F(Result, TextIsLimitedToTheSelection) {
    const std::string shown = text({}, {{eligibility, ""}});
    EXPECT_NE(shown.find("eligibility: refused"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("\nRules"), std::string::npos) << shown;
}

TEST_F(Result, SummaryIsOneLine) {
    EXPECT_EQ(summaryLine(result_, view_, {}), "a  client: nonconform  body: conform  eligibility: refused\n");
}

TEST_F(Result, JsonKeepsTheOrderOfItsKeys) {
    std::vector<std::string> keys;
    const ordered_json whole = json();
    for (const auto& [key, value] : whole.items())
        keys.push_back(key);
    EXPECT_EQ(keys, (std::vector<std::string>{"schema_version", "ruleset", "case", "registers", "as_of", "verdict", "verdicts", "decisions",
                                              "rules", "checklists", "values", "duties", "partitions", "lifecycles", "flags", "varied",
                                              "diagnostics"}));
}

TEST_F(Result, JsonOfADecisionGivesOutcomeMarkAndReasons) {
    const ordered_json whole = json();
    EXPECT_EQ(whole["verdict"], "nonconform");
    EXPECT_EQ(whole["verdicts"]["body"], "conform");
    const ordered_json& decision = whole["decisions"][0];
    EXPECT_EQ(decision["outcome"], "refused");
    EXPECT_EQ(decision["mark"], "adverse");
    EXPECT_EQ(decision["item"], nullptr);
    EXPECT_EQ(decision["reasons"][0]["message"]["zh"], "过重");
    const ordered_json& fact = decision["reasons"][0]["because"][0];
    EXPECT_EQ(fact["file"], "case.toml");
    EXPECT_EQ(fact["line"], 2);
    EXPECT_EQ(fact["evidence"], "E1");
}

TEST_F(Result, JsonOfABoundedValueGivesItsEndsAndNoExactValue) {
    evaluate::Conclusion bounded = conclusion(share, Status::Undetermined);
    bounded.value.kind = evaluate::Known::Kind::Line;
    bounded.value.line = {quantity::Rational(1, 10), std::nullopt};
    result_.conclusions = {bounded};
    const ordered_json value = json()["values"][0];
    EXPECT_EQ(value["exact"], nullptr);
    EXPECT_EQ(value["low"], "1/10");
    EXPECT_EQ(value["high"], nullptr);
    EXPECT_EQ(value["shown"], "at least 10 %");
}

TEST_F(Result, JsonListsOnlyFlagsThatAreRaisedOrOpen) {
    check::Declaration flag;
    flag.name = "nearly_heavy";
    flag.body = check::Flag{};
    const check::DeclId id = rules_.declarations.add(flag);
    result_.conclusions = {conclusion(id, Status::Fails)};
    EXPECT_TRUE(json()["flags"].empty());
    result_.conclusions = {conclusion(id, Status::Holds)};
    EXPECT_EQ(json()["flags"][0]["name"], "nearly_heavy");
}

class ChecklistResult : public Result {
protected:
    ChecklistResult() {
        check::Declaration papers;
        papers.name = "papers";
        papers.party = check::PartyId(0);
        papers.clauses = {"F1"};
        papers.body = check::Checklist{{},
                                       {{"form", {}, {}, {"F2"}, {"Form", "申请书", {}}, {}},
                                        {"permit", {}, {}, {"F3"}, {}, {}},
                                        {"weighed", {}, {}, {"F1"}, {}, {}}}};
        papers_ = rules_.declarations.add(papers);
        evaluate::Conclusion conclusion = testing::conclusion(papers_, Status::Fails);
        conclusion.items = {{Status::Fails, {}}, {Status::Holds, {}}, {Status::Undetermined, {missingFact("weight", weight)}}};
        result_.conclusions = {conclusion};
    }
    check::DeclId papers_;
};

TEST_F(ChecklistResult, JsonListsEveryItem) {
    const ordered_json list = json()["checklists"][0];
    EXPECT_EQ(list["name"], "papers");
    EXPECT_EQ(list["item"], nullptr);
    EXPECT_EQ(list["about"], "client");
    EXPECT_EQ(list["status"], "fails");
    ASSERT_EQ(list["items"].size(), 3U);
    EXPECT_EQ(list["items"][0]["item"], "form");
    EXPECT_EQ(list["items"][0]["status"], "fails");
    EXPECT_EQ(list["items"][0]["clauses"], (std::vector<std::string>{"F2"}));
    EXPECT_EQ(list["items"][0]["label"]["zh"], "申请书");
    EXPECT_EQ(list["items"][1]["status"], "holds");
    EXPECT_EQ(list["items"][1]["label"], nullptr);
    EXPECT_EQ(list["items"][2]["missing"][0]["fact"], "weight");
}

TEST_F(ChecklistResult, TextShowsTheItemsThatFailOrAreOpen) {
    const std::string shown = text();
    EXPECT_NE(shown.find("Checklists\n  papers: fails  [F1]\n    form: fails  [F2]\n      Form\n"), std::string::npos) << shown;
    EXPECT_NE(shown.find("    weighed: undetermined  [F1]\n      needs weight: What does it weigh?\n"), std::string::npos) << shown;
    EXPECT_EQ(shown.find("permit"), std::string::npos) << shown;
}

TEST_F(ChecklistResult, TextShowsEveryItemOfAChecklistThatIsAskedFor) {
    const std::string shown = text({diagnostics::Language::Chinese, false}, {{papers_, ""}});
    EXPECT_NE(shown.find("permit: 满足"), std::string::npos) << shown;
    EXPECT_NE(shown.find("申请书"), std::string::npos) << shown;
}

TEST_F(Result, JsonOfACaseThatWasNotJudgedHasTheSameShape) {
    diagnostics::Diagnostics findings;
    findings.add(diagnostics::Kind::PathNotFound, {}, {{"path", diagnostics::Name{"x"}}});
    const ordered_json unjudged = unjudgedJson("x", findings, view_);
    const ordered_json judged = json();
    for (const auto& [key, value] : judged.items())
        EXPECT_TRUE(unjudged.contains(key)) << key;
    EXPECT_EQ(unjudged["verdict"], nullptr);
    EXPECT_EQ(unjudged["diagnostics"][0]["code"], "E0711");
}

}  // namespace
}  // namespace assay::report

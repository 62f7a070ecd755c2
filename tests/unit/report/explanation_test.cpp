#include "assay/report/explanation.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sample.hpp"

namespace assay::report {
namespace {

using trace::Step;
using trace::StepKind;
using namespace testing;

Step step(StepKind kind, const char* op, const char* subject, const char* conclusion) {
    Step made;
    made.kind = kind;
    made.op = op;
    made.subject = subject;
    made.conclusion = conclusion;
    return made;
}

class Explanation : public ::testing::Test {
protected:
    Explanation() {
        addSampleSource(sources_);
        sources_.add("cases/a/case.toml", "\nweight = \"11 kg\"\n");
        Step fact = step(StepKind::Fact, "", "weight", "11");
        fact.shown = "11 kg";
        fact.caseSpan = {source::SourceId(1), 10, 17};
        fact.evidence = "E1";
        fact.by = "PM-04";
        fact.on = "2025-05-01";
        Step limit = step(StepKind::Constant, "", "", "10");
        limit.shown = "10 kg";
        Step compare = step(StepKind::Operation, "<=", "", "false");
        compare.premises = {fact, limit};
        Step other = step(StepKind::Fact, "", "registered", "true");
        other.decisive = false;
        root_ = step(StepKind::Declaration, "rule", "light_enough", "false");
        root_.item = "U1";
        root_.status = "fails";
        root_.clauses = {"F2"};
        root_.label = {"Load within the limit", "载荷未超限"};
        root_.span = {source::SourceId(0), 35, 40};
        root_.premises = {compare, other};
    }

    check::Checked rules_ = sampleRules();
    source::SourceMap sources_;
    View view_{rules_, sources_, "", {"rules/", "cases/a/"}};
    Step root_;
};

TEST_F(Explanation, TextIsATreeFromConclusionToCaseLine) {
    EXPECT_EQ(explanationText(root_, view_, {}),
              "rule light_enough[U1]: false, fails  [F2]  rules/fair.assay:2\n"
              "    Load within the limit\n"
              "  <=: false\n"
              "    weight = 11 kg  cases/a/case.toml:2, evidence E1, by PM-04, on 2025-05-01\n"
              "    10 kg\n"
              "  + 1 more, not decisive (--full)\n");
}

TEST_F(Explanation, FullTextShowsWhatDoesNotDecide) {
    const std::string text = explanationText(root_, view_, {}, Depth::Full);
    EXPECT_NE(text.find("  registered = true  (does not decide)\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("--full"), std::string::npos) << text;
}

TEST_F(Explanation, ADeclarationIsExplainedOnce) {
    trace::Step twice;
    twice.kind = trace::StepKind::Operation;
    twice.op = "and";
    twice.conclusion = "false";
    twice.premises = {root_, root_};
    const std::string text = explanationText(twice, view_, {});
    EXPECT_NE(text.find("rules/fair.assay:2  (see above)\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("weight = 11 kg"), text.rfind("weight = 11 kg")) << text;
}

TEST_F(Explanation, TextTakesLabelsInTheLanguage) {
    const std::string text = explanationText(root_, view_, {diagnostics::Language::Chinese, false});
    EXPECT_NE(text.find("规则 light_enough[U1]"), std::string::npos) << text;
    EXPECT_NE(text.find("载荷未超限"), std::string::npos) << text;
}

TEST_F(Explanation, JsonKeepsEveryPartOfAStep) {
    const nlohmann::ordered_json json = explanationJson(root_, view_);
    EXPECT_EQ(json["kind"], "declaration");
    EXPECT_EQ(json["rule"]["file"], "fair.assay");
    EXPECT_EQ(json["rule"]["line"], 2);
    const nlohmann::ordered_json& fact = json["premises"][0]["premises"][0];
    EXPECT_EQ(fact["conclusion"], "11");
    EXPECT_EQ(fact["case"]["file"], "case.toml");
    EXPECT_EQ(fact["by"], "PM-04");
    EXPECT_EQ(json["premises"][1]["decisive"], false);
}

}  // namespace
}  // namespace assay::report

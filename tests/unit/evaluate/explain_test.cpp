#include "assay/trace/step.hpp"

#include <gmock/gmock.h>

#include "sample.hpp"

namespace assay::evaluate {
namespace {

using ::testing::ElementsAre;
using testing::Sample;
using testing::today;
using trace::Step;
using trace::StepKind;

const std::string declarations = R"(
record unit
  ok      bool
  pieces  count 1..

reading AMB-1 : at_limit | below_limit
  cites P3.1
  takes at_limit
  label en "Whether the limit is reached" zh "是否包含限值"

fact a      bool  ask en "Does a hold?" zh "a是否成立？"
fact b      bool
fact value  ratio
fact units  list of unit

rule limit
  cites P1  reads AMB-1
  require if AMB-1 is at_limit then value >= 10 % else value > 10 %

rule both
  cites P2
  require a and b

rule all_ok
  cites P1
  require every u in units has u.ok

table days (pieces : count 1..) : person_day
  cites P1
  hit unique complete
  | pieces | days |
  | ..50   | 1    |  cites P2
  | 51..   | 2    |  cites P3

define effort for u in units : person_day
  cites P1
  default days(u.pieces)

decide passed
  cites P3
  yes  favourable  when both and limit
  no   adverse     otherwise
)";

// The steps of a kind, outermost first.
void collect(const Step& step, StepKind kind, std::vector<const Step*>& found) {
    if (step.kind == kind) found.push_back(&step);
    for (const Step& premise : step.premises)
        collect(premise, kind, found);
}

std::vector<const Step*> steps(const Step& step, StepKind kind) {
    std::vector<const Step*> found;
    collect(step, kind, found);
    return found;
}

class Derivation : public ::testing::Test {
protected:
    Step explain(const std::string& toml, std::string_view name, std::string_view item = {}) {
        const Evaluation evaluation(sample_.program, {{&sample_.read(toml), today, {}}});
        const std::optional<Step> step = evaluation.explain(0, sample_.decl(name), item);
        EXPECT_TRUE(step) << name << "[" << item << "]";
        return step.value_or(Step{});
    }

    Sample sample_{declarations};
};

TEST_F(Derivation, BeginsAtTheClauseAndEndsInTheCase) {
    const Step step = explain(
        "a = { value = false, evidence = \"E1\", by = \"PM-1\", on = 2025-05-02 }\nb = true\n[[evidence]]\nid = \"E1\"\ntitle = \"Form\"\n",
        "both");
    EXPECT_EQ(step.kind, StepKind::Declaration);
    EXPECT_EQ(step.op, "rule");
    EXPECT_EQ(step.subject, "both");
    EXPECT_EQ(step.status, "fails");
    EXPECT_EQ(step.conclusion, "false");
    EXPECT_THAT(step.clauses, ElementsAre("P2"));
    EXPECT_TRUE(step.span.valid());
    const std::vector<const Step*> facts = steps(step, StepKind::Fact);
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0]->subject, "a");
    EXPECT_EQ(facts[0]->conclusion, "false");
    EXPECT_EQ(facts[0]->evidence, "E1");
    EXPECT_EQ(facts[0]->by, "PM-1");
    EXPECT_EQ(facts[0]->on, "2025-05-02");
    EXPECT_EQ(facts[0]->label.english, "Does a hold?");
    EXPECT_TRUE(facts[0]->caseSpan.valid());
    EXPECT_TRUE(facts[0]->decisive);
    EXPECT_FALSE(facts[1]->decisive);
    EXPECT_TRUE(facts[1]->premises.empty());
}

TEST_F(Derivation, GoesThroughNames) {
    const Step step = explain("a = true\nb = true\nvalue = \"10 %\"", "passed");
    EXPECT_EQ(step.conclusion, "yes");
    std::vector<std::string> names;
    for (const Step* declaration : steps(step, StepKind::Declaration))
        names.push_back(declaration->subject);
    EXPECT_THAT(names, ElementsAre("passed", "both", "limit"));
    ASSERT_FALSE(steps(step, StepKind::Condition).empty());
    EXPECT_EQ(steps(step, StepKind::Condition).front()->subject, "yes");
    EXPECT_EQ(steps(step, StepKind::Condition).front()->conclusion, "true");
}

TEST_F(Derivation, ShowsTheReadingAndTheBranchTakenAlone) {
    const Step step = explain("value = \"10 %\"", "limit");
    const std::vector<const Step*> readings = steps(step, StepKind::Reading);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings.front()->subject, "AMB-1");
    EXPECT_EQ(readings.front()->shown, "at_limit");
    EXPECT_THAT(readings.front()->clauses, ElementsAre("P3.1"));
    EXPECT_EQ(steps(step, StepKind::Fact).size(), 1U);
    EXPECT_EQ(steps(step, StepKind::Fact).front()->conclusion, "1/10");
    EXPECT_EQ(steps(step, StepKind::Fact).front()->shown, "10 %");
}

TEST_F(Derivation, ShowsTheItemsOfAQuantifier) {
    const Step step = explain("units = [{ id = \"U1\", ok = true }, { id = \"U2\", ok = false }]", "all_ok");
    const std::vector<const Step*> items = steps(step, StepKind::Item);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0]->subject, "units[U1]");
    EXPECT_EQ(items[0]->conclusion, "true");
    EXPECT_EQ(items[1]->subject, "units[U2]");
    EXPECT_EQ(items[1]->conclusion, "false");
}

TEST_F(Derivation, CountsTheItemsThatSettleAQuantifier) {
    const Step fails = explain("units = [{ id = \"U1\", ok = true }, { id = \"U2\", ok = false }]", "all_ok");
    const std::vector<const Step*> items = steps(fails, StepKind::Item);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_FALSE(items[0]->decisive);
    EXPECT_TRUE(items[1]->decisive);
    const Step holds = explain("units = [{ id = \"U1\", ok = true }, { id = \"U2\", ok = true }]", "all_ok");
    for (const Step* item : steps(holds, StepKind::Item))
        EXPECT_TRUE(item->decisive) << item->subject;
}

TEST_F(Derivation, ShowsTheRowOfATable) {
    const Step step = explain("units = [{ id = \"U1\", pieces = 51 }]", "effort", "U1");
    EXPECT_EQ(step.item, "U1");
    EXPECT_EQ(step.conclusion, "2");
    const std::vector<const Step*> rows = steps(step, StepKind::Row);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front()->subject, "2");
    EXPECT_THAT(rows.front()->clauses, ElementsAre("P3"));
    EXPECT_TRUE(rows.front()->span.valid());
    ASSERT_EQ(steps(step, StepKind::Fact).size(), 1U);
    EXPECT_EQ(steps(step, StepKind::Fact).front()->subject, "units[U1].pieces");
    EXPECT_EQ(steps(step, StepKind::Fact).front()->conclusion, "51");
}

TEST_F(Derivation, ShowsEveryRowThatMayMatch) {
    const Step step = explain("units = [{ id = \"U1\", pieces = { min = 50, max = 51 } }]", "effort", "U1");
    EXPECT_EQ(step.status, "undetermined");
    EXPECT_EQ(steps(step, StepKind::Row).size(), 2U);
}

TEST_F(Derivation, NamesTheListThatIsUnknown) {
    const Step step = explain("", "all_ok");
    EXPECT_EQ(step.conclusion, "unknown");
    ASSERT_EQ(steps(step, StepKind::Fact).size(), 1U);
    EXPECT_EQ(steps(step, StepKind::Fact).front()->subject, "units");
    EXPECT_FALSE(steps(step, StepKind::Fact).front()->caseSpan.valid());
}

TEST_F(Derivation, IsNotThereForAnItemThatIsNot) {
    const Evaluation evaluation(sample_.program, {{&sample_.read("units = [{ id = \"U1\" }]"), today, {}}});
    EXPECT_TRUE(evaluation.explain(0, sample_.decl("effort"), "U1"));
    EXPECT_FALSE(evaluation.explain(0, sample_.decl("effort"), "U2"));
    EXPECT_FALSE(evaluation.explain(0, sample_.decl("effort")));
}

}  // namespace
}  // namespace assay::evaluate

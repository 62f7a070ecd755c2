#include <gmock/gmock.h>

#include "sample.hpp"

// What a checklist says of a case, what rests on it, and how it is derived. Statuses by case: tests/spec/evaluate/checklist.
namespace assay::evaluate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::missing;
using testing::of;
using testing::Sample;
using testing::today;
using ::testing::UnorderedElementsAre;
using trace::Step;

const std::string declarations = R"(
fact papers.form     bool
fact papers.permit   bool
fact papers.mandate  bool
fact trader          bool
fact other           bool

checklist papers_complete of papers
  cites P1
  label en "Papers" zh "资料"
  item form     cites P2    label en "Form" zh "申请书"
  item permit   cites P3
  item mandate  cites P3.1  when trader

rule ready
  cites P1
  require papers_complete is complete and other

decide accepted
  cites P1
  yes  favourable  when papers_complete is complete
  no   adverse     otherwise
)";

class Checklists : public ::testing::Test {
protected:
    [[nodiscard]] static std::vector<Status> statuses(const Conclusion& conclusion) {
        std::vector<Status> all;
        for (const ItemConclusion& item : conclusion.items)
            all.push_back(item.status);
        return all;
    }

    Sample sample_{declarations};
};

TEST_F(Checklists, GiveEveryItemAStatusThoughOneFails) {
    const CaseResult result = sample_.judge("papers = { form = false, permit = true }");
    const Conclusion& papers = of(result, sample_, "papers_complete");
    EXPECT_EQ(papers.status, Status::Fails);
    EXPECT_THAT(statuses(papers), ElementsAre(Status::Fails, Status::Holds, Status::Undetermined));
    EXPECT_THAT(missing(papers), IsEmpty());
    ASSERT_EQ(papers.items[2].missing.size(), 2U);
    EXPECT_EQ(papers.items[2].missing[0].fact, "trader");
    EXPECT_EQ(papers.items[2].missing[1].fact, "papers.mandate");
}

TEST_F(Checklists, ExpandToTheirItemsInWhatIsNeeded) {
    const CaseResult result = sample_.judge("trader = false\npapers = { form = true }\nother = true");
    EXPECT_THAT(missing(of(result, sample_, "ready")), ElementsAre("papers.permit"));
    EXPECT_THAT(missing(of(result, sample_, "accepted")), ElementsAre("papers.permit"));
    EXPECT_THAT(of(result, sample_, "accepted").doesNotMatter, ElementsAre("papers.mandate"));
}

TEST_F(Checklists, AreTheReasonOfAnAdverseOutcomeWithTheClausesOfTheirFailingItems) {
    const CaseResult result = sample_.judge("trader = true\npapers = { form = true, permit = false, mandate = false }");
    const Conclusion& accepted = of(result, sample_, "accepted");
    ASSERT_EQ(accepted.reasons.size(), 1U);
    EXPECT_EQ(accepted.reasons[0].decl, sample_.decl("papers_complete"));
    EXPECT_EQ(accepted.reasons[0].status, Status::Fails);
    EXPECT_THAT(accepted.reasons[0].clauses, ElementsAre("P1", "P3", "P3.1"));
    std::vector<std::string> facts;
    for (const UsedFact& used : accepted.reasons[0].because)
        facts.push_back(used.fact);
    EXPECT_THAT(facts, UnorderedElementsAre("papers.permit", "trader", "papers.mandate"));
}

TEST_F(Checklists, CiteTheItemsThatApply) {
    const CaseResult result = sample_.judge("trader = false\npapers = { form = true, permit = true }");
    EXPECT_THAT(of(result, sample_, "papers_complete").clauses, ElementsAre("P1", "P2", "P3"));
}

TEST_F(Checklists, CountOnlyWhereNoDecisionReadsThem) {
    const CaseResult read = sample_.judge("papers = { form = false }");
    EXPECT_TRUE(of(read, sample_, "papers_complete").spokenFor);
    EXPECT_FALSE(of(read, sample_, "papers_complete").counts);

    Sample alone("fact a bool\nchecklist one\n  cites P1\n  item first require a\n");
    const CaseResult result = alone.judge("a = false");
    EXPECT_TRUE(of(result, alone, "one").counts);
    EXPECT_EQ(result.verdicts.front().kind, VerdictKind::Nonconform);
}

TEST_F(Checklists, ListWhatWasTouchedWhereALimitIsReached) {
    Limits limits;
    limits.atoms = 1;
    const Conclusion papers = of(sample_.judge("papers = { form = true }", limits), sample_, "papers_complete");
    EXPECT_FALSE(papers.exact);
    EXPECT_THAT(missing(papers), UnorderedElementsAre("papers.permit", "papers.mandate", "trader"));
    EXPECT_EQ(papers.items[1].missing.size(), 1U);
}

TEST_F(Checklists, AreDerivedItemByItem) {
    const Evaluation evaluation(sample_.program, {{&sample_.read("trader = false\npapers = { form = false, permit = true }"), today, {}}});
    const Step step = evaluation.explain(0, sample_.decl("papers_complete"), {}).value();
    EXPECT_EQ(step.op, "checklist");
    EXPECT_EQ(step.status, "fails");
    EXPECT_EQ(step.conclusion, "false");
    ASSERT_EQ(step.premises.size(), 3U);
    const Step& form = step.premises[0];
    EXPECT_EQ(form.op, "item");
    EXPECT_EQ(form.subject, "form");
    EXPECT_EQ(form.status, "fails");
    EXPECT_EQ(form.conclusion, "false");
    EXPECT_EQ(form.label.english, "Form");
    EXPECT_THAT(form.clauses, ElementsAre("P2"));
    EXPECT_TRUE(form.decisive);
    EXPECT_EQ(step.premises[1].conclusion, "true");
    EXPECT_FALSE(step.premises[1].decisive);
    const Step& mandate = step.premises[2];
    EXPECT_EQ(mandate.status, "not_applicable");
    ASSERT_EQ(mandate.premises.size(), 1U);
    EXPECT_EQ(mandate.premises[0].subject, "when");
    EXPECT_EQ(mandate.premises[0].conclusion, "false");
}

}  // namespace
}  // namespace assay::evaluate

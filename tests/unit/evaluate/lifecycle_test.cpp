#include <gmock/gmock.h>

#include "assay/diagnostics/render.hpp"
#include "assay/trace/step.hpp"
#include "sample.hpp"

// What a lifecycle says of a case beside its states, which tests/spec/evaluate/lifecycle states.
namespace assay::evaluate {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::missing;
using testing::Sample;
using testing::today;
using trace::Step;
using trace::StepKind;

const std::string declarations = R"(
enum deed
  granted
  paused
  resumed
  ended
  undone
record event
  act     deed
  on      date
  undoes  item of events?
  heard   bool
fact events  list of event
fact until   date?

lifecycle permit of e in events
  cites P1
  granted : start -> live
  paused  : live -> idle when e.heard
  resumed : idle -> live
  ended   : live, idle -> gone   cites P2
  undone  : annuls e.undoes
  after until : live, idle -> gone  cites P3

rule usable
  cites P1
  require permit is live or permit is idle
rule lived
  cites P1
  when permit entered live is given
  require permit entered live <= 2025-03-01
)";

std::string sentenceOf(const diagnostics::Diagnostic& finding) {
    return diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English);
}

TEST(Lifecycles, NameTheActThatNoStateAcceptsAndWhereItLeadsOn) {
    Sample sample(declarations);
    const CaseResult result = sample.judge(R"(until = { none = true }
events = [
  { id = "E1", act = "granted", on = 2025-01-10 },
  { id = "E2", act = "ended", on = 2025-02-10 },
  { id = "E3", act = "resumed", on = 2025-03-10 },
])");
    ASSERT_EQ(result.findings.all().size(), 1U);
    const diagnostics::Diagnostic& finding = result.findings.all().front();
    EXPECT_EQ(diagnostics::code(finding.kind), "E0520");
    EXPECT_TRUE(finding.span.valid());
    for (const char* part : {"resumed", "2025-03-10", "events[E3]", "permit", "gone"})
        EXPECT_THAT(sentenceOf(finding), HasSubstr(part));
    ASSERT_EQ(finding.notes.size(), 1U);
    EXPECT_TRUE(finding.notes.front().span.valid());
    EXPECT_EQ(of(result, sample, "permit").status, Status::Conflict);
    EXPECT_EQ(of(result, sample, "usable").status, Status::Conflict);
    EXPECT_THAT(missing(of(result, sample, "usable")), ElementsAre("conflict permit"));
}

TEST(Lifecycles, RefuseAnAnnulmentOfWhatComesLater) {
    Sample sample(declarations);
    const CaseResult result = sample.judge(R"(until = { none = true }
events = [
  { id = "E1", act = "undone", on = 2025-01-09, undoes = "E2" },
  { id = "E2", act = "granted", on = 2025-01-10 },
])");
    ASSERT_EQ(result.findings.all().size(), 1U);
    EXPECT_EQ(diagnostics::code(result.findings.all().front().kind), "E0521");
    EXPECT_THAT(sentenceOf(result.findings.all().front()), HasSubstr("events[E1]"));
    EXPECT_EQ(of(result, sample, "permit").status, Status::Determined);
    EXPECT_EQ(of(result, sample, "usable").status, Status::Holds);
}

// The steps lead from `start` to the state, each from where the one before ended: who knows only that can re-do it.
TEST(Lifecycles, AreDerivedChangeByChange) {
    Sample sample(declarations);
    const facts::CaseFacts& facts = sample.read(R"(until = 2025-05-31
events = [
  { id = "E1", act = "granted", on = 2025-01-10 },
  { id = "E2", act = "paused", on = 2025-02-10, heard = false },
  { id = "E3", act = "ended", on = 2025-03-10 },
  { id = "E4", act = "undone", on = 2025-04-10, undoes = "E3" },
])");
    const Evaluation evaluation(sample.program, {{&facts, today, {}}});
    const std::optional<Step> step = evaluation.explain(0, sample.decl("permit"), "");
    ASSERT_TRUE(step);
    EXPECT_EQ(step->op, "lifecycle");
    EXPECT_EQ(step->conclusion, "gone");
    std::string state = "start";
    std::vector<std::string> told;
    for (const Step& change : step->premises) {
        if (change.kind != StepKind::Change) continue;
        told.push_back(change.on + " " + change.op + ": " + change.shown);
        if (change.conclusion == "annulled") continue;
        EXPECT_EQ(change.item, state);
        state = change.conclusion;
    }
    EXPECT_EQ(state, step->conclusion);
    EXPECT_THAT(told, ElementsAre("2025-01-10 granted: start -> live", "2025-02-10 paused: live", "2025-03-10 ended: annulled",
                                  "2025-04-10 undone: live", "2025-06-01 time: live -> gone"));
}

TEST(Lifecycles, TellWhatCanMoveThemOn) {
    Sample sample(declarations);
    const CaseResult result = sample.judge(R"(until = 2025-07-31
events = [{ id = "E1", act = "granted", on = 2025-01-10 }])");
    const History& history = of(result, sample, "permit").history;
    EXPECT_EQ(history.since, testing::day("2025-01-10"));
    ASSERT_EQ(history.ahead.size(), 3U);
    EXPECT_FALSE(history.ahead[0].act);
    EXPECT_EQ(history.ahead[0].on, testing::day("2025-08-01"));
    EXPECT_THAT(history.ahead[0].clauses, ElementsAre("P3"));
    EXPECT_THAT(history.ahead[2].clauses, ElementsAre("P2"));
}

TEST(Lifecycles, RestOnTheirActsAndOnTheLinesTaken) {
    Sample sample(declarations);
    const CaseResult result = sample.judge(R"(until = { none = true }
events = [
  { id = "E1", act = "granted", on = 2025-01-10 },
  { id = "E2", act = "ended", on = 2025-02-10 },
])");
    EXPECT_THAT(of(result, sample, "permit").clauses, ElementsAre("P1", "P2"));
    std::vector<std::string> used;
    for (const UsedFact& fact : of(result, sample, "usable").used)
        used.push_back(fact.fact);
    EXPECT_THAT(used, ElementsAre("events[E1].act", "events[E1].on", "events[E2].act", "events[E2].on", "until"));
}

// One of the possible states holds: what is true of all of them needs nothing more.
TEST(Lifecycles, StatesExcludeEachOther) {
    Sample sample(declarations);
    const CaseResult result = sample.judge(R"(until = { none = true }
events = [
  { id = "E1", act = "granted", on = 2025-01-10 },
  { id = "E2", act = "paused", on = 2025-02-10 },
])");
    EXPECT_EQ(of(result, sample, "permit").status, Status::Undetermined);
    EXPECT_THAT(missing(of(result, sample, "permit")), ElementsAre("events[E2].heard"));
    EXPECT_EQ(of(result, sample, "usable").status, Status::Holds);
    EXPECT_EQ(of(result, sample, "lived").status, Status::Holds);
}

}  // namespace
}  // namespace assay::evaluate

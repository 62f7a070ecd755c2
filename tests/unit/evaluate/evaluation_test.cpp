#include "assay/evaluate/evaluate.hpp"

#include <gmock/gmock.h>

#include "sample.hpp"

namespace assay::evaluate {
namespace {

using testing::day;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::missing;
using testing::of;
using testing::Sample;
using testing::today;

using Names = std::vector<std::string>;

TEST(DoesNotMatter, IsWhatIsUnknownAndCannotChangeTheDecision) {
    Sample sample(R"(
record entry
  close  bool

fact small   bool
fact entries list of entry

decide waiver
  cites P1
  granted      favourable  when small and no e in entries has e.close
  not_granted  neutral     otherwise
)");
    const CaseResult open = sample.judge("small = true");
    EXPECT_EQ(of(open, sample, "waiver").status, Status::Undetermined);
    EXPECT_THAT(missing(of(open, sample, "waiver")), ElementsAre("entries"));
    EXPECT_THAT(of(open, sample, "waiver").doesNotMatter, IsEmpty());

    const CaseResult refused = sample.judge("small = false");
    EXPECT_EQ(of(refused, sample, "waiver").status, Status::Determined);
    EXPECT_THAT(missing(of(refused, sample, "waiver")), IsEmpty());
    EXPECT_THAT(of(refused, sample, "waiver").doesNotMatter, ElementsAre("entries"));
}

TEST(DoesNotMatter, HoldsForWhatTheResidualLeavesOut) {
    Sample sample("fact a bool\nfact b bool\n\nrule either_way\n  cites P1\n  require (a and b) or (not a and b)\n");
    const CaseResult result = sample.judge("");
    EXPECT_THAT(missing(of(result, sample, "either_way")), ElementsAre("b"));
    EXPECT_THAT(of(result, sample, "either_way").doesNotMatter, ElementsAre("a"));
}

TEST(Missing, OfAValueIsWhatCanStillChangeIt) {
    Sample sample(R"(
fact small   bool
fact remote  bool
fact basis   number
fact divisor number

define fee : number
  cites P1
  default basis
  except small_client: 5  when small

define ordered : number
  cites P1
  default 10
  except small_client: 5  when small
  except far_away:     8  when remote  over small_client

define part : number
  cites P1
  default basis / divisor
)");
    const CaseResult open = sample.judge("");
    EXPECT_THAT(missing(of(open, sample, "fee")), ElementsAre("small", "basis"));
    EXPECT_THAT(missing(of(open, sample, "part")), ElementsAre("basis", "divisor"));
    const CaseResult small = sample.judge("small = true");
    EXPECT_EQ(of(small, sample, "fee").status, Status::Determined);
    EXPECT_THAT(missing(of(small, sample, "fee")), IsEmpty());
    EXPECT_THAT(missing(of(small, sample, "ordered")), ElementsAre("remote"));
    EXPECT_EQ(of(sample.judge("remote = true"), sample, "ordered").status, Status::Determined);
    const CaseResult byZero = sample.judge("basis = 1\ndivisor = 0");
    EXPECT_EQ(of(byZero, sample, "part").status, Status::Undetermined);
    EXPECT_THAT(missing(of(byZero, sample, "part")), ElementsAre("undefined part"));
}

TEST(Missing, TellsJudgementsUndefinedValuesAndConflictsApart) {
    Sample sample(R"(
fact honest  judgement by verifier
fact x       number
fact left    bool
fact right   bool

define part : number
  cites P1
  default 1 / x

decide side
  cites P1
  left_side   when left
  right_side  when right

rule is_honest
  cites P1
  require honest

rule part_large
  cites P1
  require part > 1

rule on_the_left
  cites P1
  require side is left_side
)");
    const CaseResult result = sample.judge("x = 0\nleft = true\nright = true");
    EXPECT_EQ(of(result, sample, "is_honest").status, Status::JudgementNeeded);
    EXPECT_THAT(missing(of(result, sample, "is_honest")), ElementsAre("judgement honest"));
    EXPECT_THAT(missing(of(result, sample, "part_large")), ElementsAre("undefined part"));
    EXPECT_EQ(of(result, sample, "on_the_left").status, Status::Conflict);
    EXPECT_THAT(missing(of(result, sample, "on_the_left")), ElementsAre("conflict side"));
}

// Rules that need more than one atom an item, and one that an item settles.
const std::string counted = R"(
record item
  ok  bool

fact items  list of item
fact b      bool

rule all_ok
  cites P1
  require (every i in items has i.ok) and (b or not b)
)";

std::string items(std::size_t count, const std::string& first = "") {
    std::string toml = "items = [";
    for (std::size_t index = 0; index < count; ++index)
        toml += "{ id = \"I" + std::to_string(index) + "\"" + (index == 0 ? first : "") + " },";
    return toml + "]\n";
}

TEST(LimitOfAtoms, LeavesTheDecisionOpenAndListsEverything) {
    Sample sample(counted);
    const CaseResult within = sample.judge(items(63));
    EXPECT_TRUE(of(within, sample, "all_ok").exact);
    EXPECT_EQ(of(within, sample, "all_ok").missing.size(), 63U);
    EXPECT_THAT(of(within, sample, "all_ok").doesNotMatter, ElementsAre("b"));

    const CaseResult beyond = sample.judge(items(64));
    EXPECT_EQ(of(beyond, sample, "all_ok").status, Status::Undetermined);
    EXPECT_FALSE(of(beyond, sample, "all_ok").exact);
    EXPECT_EQ(of(beyond, sample, "all_ok").missing.size(), 65U);
    EXPECT_THAT(of(beyond, sample, "all_ok").doesNotMatter, IsEmpty());

    const CaseResult settled = sample.judge(items(64, ", ok = false"));
    EXPECT_EQ(of(settled, sample, "all_ok").status, Status::Fails);
    EXPECT_TRUE(of(settled, sample, "all_ok").exact);
}

TEST(LimitOfNodes, LeavesTheDecisionOpenToo) {
    Sample sample(counted);
    Limits limits;
    limits.diagramNodes = 5;
    const CaseResult result = sample.judge(items(8), limits);
    EXPECT_EQ(of(result, sample, "all_ok").status, Status::Undetermined);
    EXPECT_FALSE(of(result, sample, "all_ok").exact);
}

TEST(LimitOfSteps, RefusesTheCaseThatRanIntoItAndNoOther) {
    Sample sample(counted);
    Limits limits;
    limits.steps = 100;
    const std::vector<CaseRow> rows = {
        {&sample.read(items(5)), today, {}}, {&sample.read(items(500)), today, {}}, {&sample.read(items(6)), today, {}}};
    const Evaluation evaluation(sample.program, rows, limits);
    EXPECT_FALSE(evaluation.exhausted(0));
    EXPECT_TRUE(evaluation.exhausted(1));
    EXPECT_FALSE(evaluation.exhausted(2));
    const CaseResult refused = evaluation.result(1);
    EXPECT_TRUE(refused.conclusions.empty());
    EXPECT_TRUE(refused.findings.hasErrors());
    EXPECT_EQ(of(evaluation.result(2), sample, "all_ok").missing.size(), 6U);
}

TEST(LimitOfSteps, LeavesTheItemsOfOtherCasesInTheirPlace) {
    Sample sample(R"(
record unit
  ok  bool

fact units  list of unit

rule unit_ok for u in units
  cites P1
  require u.ok

rule all_ok
  cites P1
  require every u in units has u.unit_ok
)");
    std::string many = "units = [";
    for (int index = 0; index < 500; ++index)
        many += "{ id = \"U" + std::to_string(index) + "\", ok = true },";
    const facts::CaseFacts& large = sample.read(many + "]");
    const facts::CaseFacts& failing = sample.read("units = [{ id = \"U1\", ok = true }, { id = \"U2\", ok = false }]");
    const facts::CaseFacts& holding = sample.read("units = [{ id = \"U1\", ok = true }]");
    Limits limits;
    limits.steps = 100;
    const Evaluation evaluation(sample.program, {{&large, today, {}}, {&failing, today, {}}, {&holding, today, {}}}, limits);
    EXPECT_TRUE(evaluation.exhausted(0));
    EXPECT_EQ(of(evaluation.result(1), sample, "all_ok").status, Status::Fails);
    EXPECT_EQ(of(evaluation.result(1), sample, "unit_ok", "U2").status, Status::Fails);
    EXPECT_EQ(of(evaluation.result(2), sample, "all_ok").status, Status::Holds);
}

const std::string mixed = R"(
record visit
  clean  bool
  on     date

record unit
  ok      bool
  weight  number
  visits  list of visit

reading AMB-1 : at_limit | below_limit
  cites P1
  takes at_limit
  label en "Whether the limit is reached" zh "是否包含限值"

fact a      bool
fact value  number
fact units  list of unit

rule reached
  cites P1  reads AMB-1
  require if AMB-1 is at_limit then value >= 10 else value > 10

rule unit_ok for u in units
  cites P1
  require u.ok or a

rule visit_clean for u in units, v in u.visits about body
  cites P1
  require v.clean

define total : number
  cites P1
  default sum u.weight for u in units where u.ok

decide size
  cites P1
  large  adverse  when total > 10
  small           otherwise
)";

const std::vector<std::string> cases = {
    "",
    "a = true\nvalue = 10\nunits = []",
    "value = 11\n[[units]]\nid = \"U1\"\nok = true\nweight = 20\n[[units.visits]]\nid = \"V1\"\nclean = false\n",
    "[[units]]\nid = \"U1\"\nweight = 20\n[[units]]\nid = \"U2\"\nok = true\nvisits = []\n",
    "a = false\nvalue = { min = 9 }\nunits = [{ id = \"U9\", ok = false, weight = 1 }]",
};

std::string said(const Conclusion& conclusion) {
    std::string text =
        std::to_string(conclusion.decl.index()) + "[" + conclusion.item + "] " + std::to_string(static_cast<int>(conclusion.status));
    if (conclusion.outcome) text += " =" + std::to_string(*conclusion.outcome);
    for (const std::size_t candidate : conclusion.candidates)
        text += " ?" + std::to_string(candidate);
    for (const std::string& name : missing(conclusion))
        text += " -" + name;
    for (const UsedFact& fact : conclusion.used)
        text += " +" + fact.fact + "=" + fact.value;
    for (const std::string& name : conclusion.doesNotMatter)
        text += " 0" + name;
    if (conclusion.value.line.low) text += " >=" + conclusion.value.line.low->exact();
    if (conclusion.value.line.high) text += " <=" + conclusion.value.line.high->exact();
    return text;
}

std::vector<std::string> said(const CaseResult& result) {
    std::vector<std::string> lines;
    for (const Conclusion& conclusion : result.conclusions)
        lines.push_back(said(conclusion));
    for (const Verdict& verdict : result.verdicts)
        lines.push_back("verdict " + std::to_string(verdict.party.index()) + " " + std::to_string(static_cast<int>(verdict.kind)));
    return lines;
}

TEST(Block, GivesWhatEachCaseGivesAlone) {
    Sample sample(mixed);
    std::vector<CaseRow> rows;
    for (const std::string& toml : cases)
        rows.push_back({&sample.read(toml), today, {}});
    std::vector<CaseRow> backwards(rows.rbegin(), rows.rend());
    const Evaluation together(sample.program, rows);
    const Evaluation reversed(sample.program, backwards);
    ASSERT_EQ(together.size(), cases.size());
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const std::vector<std::string> alone = said(Evaluation(sample.program, {rows[index]}).result(0));
        EXPECT_GE(alone.size(), 5U);
        EXPECT_EQ(said(together.result(index)), alone) << cases[index];
        EXPECT_EQ(said(reversed.result(rows.size() - 1 - index)), alone) << cases[index];
    }
}

TEST(Block, HasTheSameVerdictsWithAndWithoutReasons) {
    Sample sample(mixed);
    std::vector<CaseRow> rows;
    for (const std::string& toml : cases)
        rows.push_back({&sample.read(toml), today, {}});
    const Evaluation evaluation(sample.program, rows);
    for (std::size_t index = 0; index < rows.size(); ++index) {
        const std::vector<Verdict> full = evaluation.result(index).verdicts;
        const std::vector<Verdict> quick = evaluation.verdicts(index);
        ASSERT_EQ(full.size(), quick.size());
        for (std::size_t party = 0; party < full.size(); ++party)
            EXPECT_EQ(full[party].kind, quick[party].kind) << cases[index];
    }
}

TEST(Block, DecidesOfSomeDeclarationsWhatItDecidesOfAll) {
    Sample sample(mixed);
    for (const std::string& toml : cases) {
        const CaseRow row{&sample.read(toml), today, {}};
        const CaseResult whole = Evaluation(sample.program, {row}).result(0);
        for (std::size_t index = 0; index < sample.rules.checked.declarations.size(); ++index) {
            const std::vector<check::DeclId> alone{check::DeclId(index)};
            const CaseResult again = Evaluation(sample.program, {row}, {}, alone).decisions(0, whole, alone);
            ASSERT_EQ(again.conclusions.size(), whole.conclusions.size());
            for (std::size_t i = 0; i < whole.conclusions.size(); ++i) {
                Conclusion decided = whole.conclusions[i];
                if (decided.decl == alone.front()) {
                    decided.used.clear();
                    decided.doesNotMatter.clear();
                }
                EXPECT_EQ(said(again.conclusions[i]), said(decided)) << toml;
            }
            for (std::size_t party = 0; party < whole.verdicts.size(); ++party)
                EXPECT_EQ(again.verdicts[party].kind, whole.verdicts[party].kind) << toml;
        }
    }
}

TEST(Block, TakesFromTheResultBeforeWhatItDoesNotDecideAgain) {
    Sample sample("fact a bool\nfact b bool\n\nrule holds_a\n  cites P1\n  require a\n\nrule holds_b\n  cites P1\n  require b\n");
    const CaseResult before = Evaluation(sample.program, {{&sample.read("a = true\nb = true"), today, {}}}).result(0);
    const std::vector<check::DeclId> again{sample.decl("holds_b")};
    const Evaluation after(sample.program, {{&sample.read("a = false\nb = false"), today, {}}}, {}, again);
    const CaseResult decided = after.decisions(0, before, again);
    EXPECT_EQ(of(decided, sample, "holds_a").status, Status::Holds);
    EXPECT_EQ(of(decided, sample, "holds_b").status, Status::Fails);
    EXPECT_EQ(before.verdicts.front().kind, VerdictKind::Conform);
    EXPECT_EQ(decided.verdicts.front().kind, VerdictKind::Nonconform);
}

TEST(Block, MayHoldOneCaseOnSeveralDays) {
    Sample sample("fact a bool\n\nrule holds_a\n  cites P1\n  require a\n");
    const facts::CaseFacts& facts = sample.read("a = { value = true, on = 2025-05-01 }");
    const Evaluation evaluation(sample.program, {{&facts, day("2025-04-30"), {}}, {&facts, day("2025-05-01"), {}}});
    EXPECT_EQ(of(evaluation.result(0), sample, "holds_a").status, Status::Undetermined);
    EXPECT_EQ(of(evaluation.result(1), sample, "holds_a").status, Status::Holds);
}

TEST(Readings, AreVariedOneAtATime) {
    Sample sample(mixed);
    const CaseResult atTheLimit = evaluateCase(sample.program, sample.read("value = 10\nunits = []"), today, true);
    EXPECT_EQ(of(atTheLimit, sample, "reached").status, Status::Holds);
    EXPECT_THAT(of(atTheLimit, sample, "reached").readings, ElementsAre(check::ReadingId(0)));
    ASSERT_EQ(atTheLimit.varied.size(), 1U);
    EXPECT_EQ(atTheLimit.varied.front().alternative, 1U);
    ASSERT_EQ(atTheLimit.varied.front().changes.size(), 1U);
    const Variation::Change& change = atTheLimit.varied.front().changes.front();
    EXPECT_EQ(change.decl, sample.decl("reached"));
    EXPECT_EQ(change.before, "holds");
    EXPECT_EQ(change.after, "fails");
}

TEST(Readings, ThatChangeNothingAreNotListed) {
    Sample sample(mixed);
    EXPECT_TRUE(evaluateCase(sample.program, sample.read("value = 11\nunits = []"), today, true).varied.empty());
    EXPECT_TRUE(evaluateCase(sample.program, sample.read("value = 10\nunits = []"), today, false).varied.empty());
}

TEST(Flags, AreRaisedForEachItemAndNeverCount) {
    Sample sample(R"(
record unit
  heavy  bool

fact units  list of unit
fact fine   bool

flag heavy_unit for u in units
  cites P1
  when u.heavy

rule is_fine
  cites P1
  require fine
)");
    const CaseResult result =
        sample.judge("fine = true\nunits = [{ id = \"U1\", heavy = true }, { id = \"U2\", heavy = false }, { id = \"U3\" }]");
    EXPECT_EQ(of(result, sample, "heavy_unit", "U1").status, Status::Holds);
    EXPECT_EQ(of(result, sample, "heavy_unit", "U2").status, Status::Fails);
    EXPECT_EQ(of(result, sample, "heavy_unit", "U3").status, Status::Undetermined);
    EXPECT_FALSE(of(result, sample, "heavy_unit", "U1").counts);
    EXPECT_EQ(result.verdicts.front().kind, VerdictKind::Conform);
    const facts::CaseFacts& facts = sample.read("fine = true\nunits = [{ id = \"U2\", heavy = false }]");
    const CaseResult asked = evaluateCase(sample.program, facts, today, false, {sample.decl("heavy_unit"), sample.decl("is_fine")});
    EXPECT_FALSE(of(asked, sample, "heavy_unit", "U2").counts);
    EXPECT_EQ(asked.verdicts.front().kind, VerdictKind::Conform);
}

TEST(Asked, DeclarationsAloneCount) {
    Sample sample("fact a bool\nfact b bool\n\nrule has_a\n  cites P1\n  require a\n\nrule has_b\n  cites P1\n  require b\n");
    const facts::CaseFacts& facts = sample.read("a = true\nb = false");
    EXPECT_EQ(evaluateCase(sample.program, facts, today, false).verdicts.front().kind, VerdictKind::Nonconform);
    const CaseResult asked = evaluateCase(sample.program, facts, today, false, {sample.decl("has_a")});
    EXPECT_EQ(asked.verdicts.front().kind, VerdictKind::Conform);
    EXPECT_EQ(of(asked, sample, "has_b").status, Status::Fails);
}

TEST(Used, IsWhatTheConclusionRestsOn) {
    Sample sample(R"(
record unit
  counted  bool
  ok       bool

fact units  list of unit

rule counted_ok
  cites P1
  require every u in units where u.counted has u.ok
)");
    const CaseResult result = sample.judge(R"(units = [
  { id = "U1", counted = true, ok = false },
  { id = "U2", counted = true, ok = true },
  { id = "U3", ok = false },
  { id = "U4", counted = false, ok = false },
])");
    std::vector<std::string> names;
    for (const UsedFact& fact : of(result, sample, "counted_ok").used)
        names.push_back(fact.fact);
    EXPECT_EQ(of(result, sample, "counted_ok").status, Status::Fails);
    EXPECT_THAT(names, ElementsAre("units[U1].counted", "units[U1].ok"));
    EXPECT_THAT(of(result, sample, "counted_ok").doesNotMatter, ElementsAre("units[U3].counted"));
}

TEST(Contradictions, NameTheFactsThatCannotStandTogether) {
    Sample sample(R"(
fact first  count
fact last   count

rule positive
  cites P1
  require first > 0

contradiction last_before_first
  cites P1
  when last < first
)");
    const CaseResult broken = sample.judge("first = 2\nlast = 1");
    ASSERT_EQ(broken.findings.all().size(), 1U);
    const diagnostics::Diagnostic& finding = broken.findings.all().front();
    EXPECT_EQ(finding.kind, diagnostics::Kind::Contradiction);
    EXPECT_TRUE(finding.span.valid());
    const std::string sentence = diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English);
    EXPECT_THAT(sentence, ::testing::HasSubstr("first"));
    EXPECT_THAT(sentence, ::testing::HasSubstr("last"));
    EXPECT_EQ(of(broken, sample, "positive").status, Status::Holds);
    EXPECT_TRUE(sample.judge("first = 2\nlast = 2").findings.all().empty());
    EXPECT_TRUE(sample.judge("first = 2").findings.all().empty());
}

TEST(Reasons, OfAnAdverseOutcomeAreAllRulesThatFail) {
    Sample sample(R"(
fact a bool
fact b bool
fact c bool

rule has_a
  cites P2
  require a

rule has_b
  cites P3
  require b

rule has_c
  cites P3.1
  require c

decide eligibility
  cites P1
  eligible      favourable  when all of has_a, has_b, has_c
  not_eligible  adverse     otherwise
)");
    const CaseResult result = sample.judge("a = false\nb = true\nc = false");
    std::vector<std::string> names;
    for (const Reason& reason : of(result, sample, "eligibility").reasons) {
        names.push_back(sample.rules.checked.declarations[reason.decl].name);
        ASSERT_EQ(reason.because.size(), 1U);
        EXPECT_TRUE(reason.because.front().provenance.span.valid());
    }
    EXPECT_THAT(names, ElementsAre("has_a", "has_c"));
}

}  // namespace
}  // namespace assay::evaluate

#include <gmock/gmock.h>

#include "assay/evaluate/why_not.hpp"
#include "assay/facts/quantities.hpp"
#include "sample.hpp"

// What a case says through its quantification: values, intervals, and the data that would settle them.
namespace assay::evaluate {
namespace {

using facts::Entry;
using quantity::Rational;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::missing;
using testing::of;
using testing::Sample;
using testing::today;
using trace::Step;
using trace::StepKind;

const std::string declarations = R"(
record unit
  name  text

fact units  list of unit
fact small  bool

quantity footprint.total                   kgCO2e/FU  for u in units
  label en "Footprint" zh "碳足迹"
quantity footprint.increase_over_previous  ratio?     for u in units
quantity footprint.complete                bool

rule light for u in units
  cites P1
  require u.footprint.total <= 3 kgCO2e/FU or small

rule steady for u in units
  cites P2
  require u.footprint.increase_over_previous is none or u.footprint.increase_over_previous < 10 %

rule whole
  cites P3
  require footprint.complete

decide label for u in units
  cites P1
  granted  favourable  when u.light and u.steady
  refused  adverse     otherwise

define per_tonne for u in units : tCO2e/FU
  cites P1
  default u.footprint.total * 2
)";

Entry known(facts::Scalar value) {
    Entry entry;
    entry.state = Entry::State::Known;
    entry.value = std::move(value);
    return entry;
}

Entry range(Rational low, Rational high, std::vector<facts::Lack> lacks) {
    Entry entry;
    entry.state = Entry::State::Range;
    entry.low = std::move(low);
    entry.high = std::move(high);
    entry.lacks = std::move(lacks);
    return entry;
}

Entry lacking(std::vector<facts::Lack> lacks) {
    Entry entry;
    entry.lacks = std::move(lacks);
    return entry;
}

class Quantities : public ::testing::Test {
protected:
    // One unit U1; every quantity but the one given is known.
    [[nodiscard]] const facts::CaseFacts& caseWith(const std::string& name, const Entry& given) {
        facts::CaseFacts facts = sample_.read("units = [{ id = \"U1\" }]\nsmall = false\n");
        facts::giveQuantities(facts, sample_.rules.checked, [&](const check::Quality& quantity, const std::string&) {
            if (quantity.name == name) return given;
            return quantity.type.kind == check::TypeKind::Bool ? known(true) : known(Rational(0));
        });
        cases_.push_back(std::move(facts));
        return cases_.back();
    }
    [[nodiscard]] CaseResult judge(const std::string& name, const Entry& given) {
        return evaluateCase(sample_.program, caseWith(name, given), today, false);
    }

    Sample sample_{declarations};
    std::deque<facts::CaseFacts> cases_;
};

TEST_F(Quantities, DecideAtTheLimitItself) {
    EXPECT_EQ(of(judge("footprint.total", known(Rational(3))), sample_, "light", "U1").status, Status::Holds);
    EXPECT_EQ(of(judge("footprint.total", known(Rational(3'000'001, 1'000'000))), sample_, "light", "U1").status, Status::Fails);
}

// What is over a limit has to come down to it; `steady` holds, so it is not asked to change.
TEST_F(Quantities, AreReachedToTheLimitItself) {
    const check::DeclId label = sample_.decl("label");
    const auto setsFor = [&](const Entry& total) {
        return whyNot(sample_.program, caseWith("footprint.total", total), today, label, "U1", 0, Limits{})->sets;
    };
    for (const Entry& total : {known(Rational(16, 5)), range(Rational(2), Rational(4), {})}) {
        const std::vector<std::vector<Change>> sets = setsFor(total);
        ASSERT_EQ(sets.size(), 1U);
        ASSERT_EQ(sets.front().size(), 1U);
        const Change& change = sets.front().front();
        EXPECT_EQ(change.fact, "units[U1].footprint.total");
        ASSERT_TRUE(change.line);
        EXPECT_EQ(change.line->high, Rational(3));
        EXPECT_FALSE(change.line->highOpen);
    }
    const WhyNot given = *whyNot(sample_.program, caseWith("footprint.total", known(Rational(3))), today, label, "U1", 0, Limits{});
    EXPECT_TRUE(given.given);
}

TEST_F(Quantities, AnIntervalBesideTheLimitDecides) {
    const std::vector<facts::Lack> digits{{"inventory.flows[F1].amount", false}};
    EXPECT_EQ(of(judge("footprint.total", range(Rational(2), Rational(3), digits)), sample_, "light", "U1").status, Status::Holds);
    EXPECT_EQ(of(judge("footprint.total", range(Rational(31, 10), Rational(4), digits)), sample_, "light", "U1").status, Status::Fails);
}

TEST_F(Quantities, AnIntervalOverTheLimitAsksForTheDatum) {
    const CaseResult result = judge("footprint.total", range(Rational(2), Rational(4), {{"inventory.flows[F1].amount", false}}));
    const Conclusion& light = of(result, sample_, "light", "U1");
    EXPECT_EQ(light.status, Status::Undetermined);
    EXPECT_THAT(missing(light), ElementsAre("data inventory.flows[F1].amount"));
    EXPECT_EQ(light.missing.front().quantity, "units[U1].footprint.total");
    const Conclusion& perTonne = of(result, sample_, "per_tonne", "U1");
    EXPECT_EQ(perTonne.value.line.high, Rational(8));
    EXPECT_THAT(missing(perTonne), ElementsAre("data inventory.flows[F1].amount"));
}

TEST_F(Quantities, ARefusalAsksForEveryDatumThatItNames) {
    const std::vector<facts::Lack> lacks{{"inventory.flows[F3].factor", false}, {"inventory.gwp_set", false}};
    const CaseResult result = judge("footprint.total", lacking(lacks));
    EXPECT_THAT(missing(of(result, sample_, "light", "U1")), ElementsAre("data inventory.flows[F3].factor", "data inventory.gwp_set"));
}

TEST_F(Quantities, OneThatNamesNoDatumIsItselfMissing) {
    const CaseResult result = judge("footprint.total", lacking({}));
    EXPECT_THAT(missing(of(result, sample_, "light", "U1")), ElementsAre("data units[U1].footprint.total"));
}

TEST_F(Quantities, AComparisonOnAnotherBasisIsUndefined) {
    const CaseResult result = judge("footprint.increase_over_previous", lacking({{"inventory.previous.gwp_set", true}}));
    const Conclusion& steady = of(result, sample_, "steady", "U1");
    EXPECT_EQ(steady.status, Status::Undetermined);
    EXPECT_THAT(missing(steady), ElementsAre("undefined inventory.previous.gwp_set"));
}

TEST_F(Quantities, OneThatIsNoneIsKnowledge) {
    Entry none;
    none.state = Entry::State::None;
    EXPECT_EQ(of(judge("footprint.increase_over_previous", none), sample_, "steady", "U1").status, Status::Holds);
}

TEST_F(Quantities, OfTheCaseStandWithoutAnItem) {
    const CaseResult result = judge("footprint.complete", lacking({{"inventory.flows[F2].amount", false}}));
    EXPECT_THAT(missing(of(result, sample_, "whole")), ElementsAre("data inventory.flows[F2].amount"));
}

TEST_F(Quantities, WhatDoesNotMatterIsNamedByItsData) {
    facts::CaseFacts facts = caseWith("footprint.total", lacking({{"inventory.flows[F3].factor", false}}));
    facts.facts[sample_.fact("small")] = known(true);
    const CaseResult result = evaluateCase(sample_.program, facts, today, false);
    const Conclusion& light = of(result, sample_, "light", "U1");
    EXPECT_EQ(light.status, Status::Holds);
    EXPECT_THAT(missing(light), IsEmpty());
    EXPECT_THAT(light.doesNotMatter, ElementsAre("inventory.flows[F3].factor"));
}

TEST_F(Quantities, StandInADerivationAsWhatTheQuantificationGave) {
    const facts::CaseFacts& facts = caseWith("footprint.total", known(Rational(2)));
    const Evaluation evaluation(sample_.program, {{&facts, today, {}}});
    const std::optional<Step> step = evaluation.explain(0, sample_.decl("per_tonne"), "U1");
    ASSERT_TRUE(step);
    ASSERT_EQ(step->premises.size(), 1U);
    const Step& quantity = step->premises.front().premises.front();
    EXPECT_EQ(quantity.kind, StepKind::Quantity);
    EXPECT_EQ(quantity.subject, "units[U1].footprint.total");
    EXPECT_EQ(quantity.conclusion, "2");
    EXPECT_EQ(quantity.shown, "2 kgCO2e/FU");
    EXPECT_EQ(quantity.label.chinese, "碳足迹");
    EXPECT_THAT(quantity.premises, IsEmpty());  // the kernel's own derivation is put below it where it is shown
}

}  // namespace
}  // namespace assay::evaluate

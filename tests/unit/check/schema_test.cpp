#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace assay::check {
namespace {

constexpr const char* sample = R"(record visit  dated by on_day
  on_day  date
record unit
  visits  list of visit
  mass    t 0..5
fact units  list of unit
fact chosen list of item of units
fact opinion  judgement of count by reviewer with reason  from client, time
fact gap of (unit, item of units) : ratio
rule seen for u in units, v in u.visits about body
  cites P1
  require v.on_day >= 2020-01-01
)";

TEST(Schema, AListFieldIsAListOfItsOwnInsideItsHolder) {
    const CheckedFiles files = CheckedFiles::withHeader(sample);
    ASSERT_THAT(files.said(), testing::IsEmpty());
    ASSERT_EQ(files.checked.lists.size(), 2U);
    const List& inner = files.checked.lists[ListId(1)];
    EXPECT_EQ(inner.name, "units.visits");
    EXPECT_EQ(inner.parent, ListId(0));
    EXPECT_EQ(files.checked.fields[inner.field].type.list, ListId(1));
}

TEST(Schema, BoundsAreInTheCoherentUnitAndTheDeclaredUnitIsKept) {
    const CheckedFiles files = CheckedFiles::withHeader(sample);
    const Field& mass = files.checked.fields[FieldId(2)];
    EXPECT_EQ(mass.low, quantity::Rational(0));
    EXPECT_EQ(mass.high, quantity::Rational(5000));
    EXPECT_EQ(mass.unit.symbol, "t");
}

TEST(Schema, AJudgementKnowsWhoGivesItAndAPairFactItsLists) {
    const CheckedFiles files = CheckedFiles::withHeader(sample);
    const Fact& opinion = files.checked.facts[*files.checked.findFact("opinion")];
    EXPECT_TRUE(opinion.judgement && opinion.reasonRequired);
    EXPECT_EQ(files.checked.roles[*opinion.judgedBy].name, "reviewer");
    EXPECT_THAT(opinion.from, testing::ElementsAre("client", "time"));
    EXPECT_THAT(files.checked.facts[*files.checked.findFact("gap")].pair, testing::ElementsAre(ListId(0), ListId(0)));
}

TEST(Schema, AHeadingBindsItemsOutermostFirst) {
    const CheckedFiles files = CheckedFiles::withHeader(sample);
    const Declaration& seen = files.checked.declarations[*files.checked.findDeclaration("seen")];
    ASSERT_EQ(seen.heading.size(), 2U);
    EXPECT_EQ(files.checked.binders[seen.heading[0]].list, ListId(0));
    EXPECT_EQ(files.checked.binders[seen.heading[1]].list, ListId(1));
    EXPECT_EQ(files.checked.parties[seen.party].name, "body");
}

TEST(Schema, ADecideWithoutATypeIsAnEnumerationOfItsOwn) {
    const CheckedFiles files = CheckedFiles::withHeader(R"(fact open  bool
decide gate
  cites P1
  passes favourable when open
  stops  adverse otherwise
)");
    const Declaration& gate = files.checked.declarations[*files.checked.findDeclaration("gate")];
    const Enumeration& outcomes = files.checked.enumerations[gate.type.enumeration];
    EXPECT_EQ(outcomes.name, "gate");
    EXPECT_EQ(outcomes.find("stops"), 1U);
    EXPECT_EQ(outcomes.find("waits"), std::nullopt);
    EXPECT_EQ(std::get<Decide>(gate.body).outcomes[1].mark, Mark::Adverse);
}

}  // namespace
}  // namespace assay::check

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using quantity::Rational;
using State = Entry::State;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string twoUnits = R"([[units]]
id = "U1"
bom_items = 5
[[units.surveillances]]
id = "S1"
increase = "3 %"
[[units.surveillances]]
id = "S2"
previous = "U1/S1"
[[units]]
id = "U2"
surveillances = []
[[units]]
id = "U3"
[[units.surveillances]]
id = "S1"
)";

TEST(SimpleList, HoldsTextsEnumeratorsOrItems) {
    const Reading reading("aliases = [\"a\", \"b\"]\nseverities = [\"major\", \"观察项\"]\nchosen = [\"U2\"]\n" + twoUnits);
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_THAT(reading.entry("aliases").elements, ElementsAre(Scalar(std::string("a")), Scalar(std::string("b"))));
    EXPECT_THAT(reading.entry("severities").elements, ElementsAre(Scalar(EnumeratorIndex{1}), Scalar(EnumeratorIndex{2})));
    EXPECT_THAT(reading.entry("chosen").elements, ElementsAre(Scalar(ItemIndex{1})));
}

TEST(SimpleList, EmptyIsKnownAndAbsentIsNot) {
    const Reading reading("aliases = []");
    EXPECT_EQ(reading.entry("aliases").state, State::KnownList);
    EXPECT_THAT(reading.entry("aliases").elements, IsEmpty());
    EXPECT_EQ(reading.entry("severities").state, State::Absent);
}

TEST(SimpleList, MayCarryEvidence) {
    const Reading reading("aliases = { items = [], by = \"PM-04\", on = 2025-03-11 }");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.entry("aliases").state, State::KnownList);
    EXPECT_EQ(reading.entry("aliases").provenance.by, "PM-04");
}

TEST(SimpleList, OneWrongElementRefusesTheList) {
    const Reading reading("severities = [\"major\", \"mayor\"]");
    EXPECT_THAT(reading.problems(), ElementsAre("E0415 at \"mayor\""));
    EXPECT_EQ(reading.entry("severities").state, State::Absent);
}

TEST(SimpleList, ASingleValueIsRefused) {
    EXPECT_THAT(Reading("aliases = \"a\"").problems(), ElementsAre("E0419 at \"a\""));
    EXPECT_THAT(Reading("aliases = { items = \"a\" }").problems(), ElementsAre("E0419 at \"a\""));
}

TEST(SimpleList, AValueTableHoldsItemsNotAValue) {
    const Reading reading("aliases = { value = [\"a\"] }");
    EXPECT_THAT(reading.problems(), ElementsAre("E0403 at value"));
    EXPECT_EQ(reading.entry("aliases").state, State::Absent);
}

TEST(SimpleList, CannotBeNoneUnlessOptional) {
    EXPECT_THAT(Reading("aliases = { none = true }").problems(), ElementsAre("E0430 at none"));
}

TEST(RecordList, HoldsItemsInTheOrderOfTheCase) {
    const Reading reading(twoUnits);
    EXPECT_THAT(reading.problems(), IsEmpty());
    const ListFacts& units = reading.list("units");
    EXPECT_EQ(units.state, State::KnownList);
    ASSERT_EQ(units.items.size(), 3U);
    EXPECT_EQ(units.items[0].id, "U1");
    EXPECT_EQ(units.items[2].id, "U3");
    EXPECT_TRUE(isKnown(reading.field("units", 0, "bom_items"), Rational(5)));
    EXPECT_EQ(reading.field("units", 1, "bom_items").state, State::Absent);
}

TEST(RecordList, EmptyIsKnownAndAbsentIsNot) {
    EXPECT_EQ(Reading("findings = []").list("findings").state, State::KnownList);
    EXPECT_EQ(Reading("").list("findings").state, State::Absent);
}

TEST(RecordList, MayCarryEvidence) {
    const Reading reading("findings = { items = [{ id = \"F1\" }], by = \"PM-04\", on = 2025-03-11 }");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.list("findings").items.size(), 1U);
    EXPECT_EQ(reading.list("findings").provenance.on, day("2025-03-11"));
}

TEST(RecordList, FieldsFollowTheSameFormsAsFacts) {
    const Reading reading(R"([[findings]]
id = "F1"
units = ["U2", "U1"]
severity = "严重不符合"
misleads = { value = false, by = "V-1", on = 2025-03-11 }
[[findings]]
id = "F2"
closed_on = 2025-04-01
)" + twoUnits);
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_THAT(reading.field("findings", 0, "units").elements, ElementsAre(Scalar(ItemIndex{1}), Scalar(ItemIndex{0})));
    EXPECT_TRUE(isKnown(reading.field("findings", 0, "severity"), EnumeratorIndex{1}));
    EXPECT_TRUE(isKnown(reading.field("findings", 0, "misleads"), false));
    EXPECT_EQ(reading.field("findings", 0, "closed_on").state, State::None);
    EXPECT_TRUE(isKnown(reading.field("findings", 1, "closed_on"), day("2025-04-01")));
    EXPECT_EQ(reading.field("findings", 1, "misleads").state, State::Absent);
}

TEST(NestedList, HoldsTheItemsOfEveryParent) {
    const Reading reading(twoUnits);
    const ListFacts& nested = reading.list("units.surveillances");
    ASSERT_EQ(nested.items.size(), 3U);
    EXPECT_EQ(nested.items[0].parent, 0U);
    EXPECT_EQ(nested.items[1].parent, 0U);
    EXPECT_EQ(nested.items[2].parent, 2U);
    EXPECT_TRUE(isKnown(reading.field("units.surveillances", 0, "increase"), Rational(3, 100)));
}

TEST(NestedList, IsKnownWhereTheParentGivesIt) {
    const Reading reading(twoUnits + "[[units]]\nid = \"U4\"\n");
    EXPECT_EQ(reading.field("units", 0, "surveillances").state, State::KnownList);
    EXPECT_EQ(reading.field("units", 1, "surveillances").state, State::KnownList);
    EXPECT_EQ(reading.field("units", 3, "surveillances").state, State::Absent);
}

TEST(NestedList, ItemsAreNamedThroughTheirParents) {
    const Reading reading(twoUnits);
    EXPECT_EQ(itemName(reading.facts, sampleRules(), listNamed("units.surveillances"), 2), "U3/S1");
    EXPECT_EQ(itemName(reading.facts, sampleRules(), listNamed("units"), 2), "U3");
    EXPECT_TRUE(isKnown(reading.field("units.surveillances", 1, "previous"), ItemIndex{0}));
}

TEST(NestedList, IdsAreUniqueWithinTheirParent) {
    const Reading reading("[[units]]\nid = \"U1\"\nsurveillances = [{ id = \"S1\" }, { id = \"S1\" }]\n");
    EXPECT_THAT(reading.problems(), ElementsAre("E0423 at \"S1\""));
}

TEST(ItemId, IsRequired) {
    EXPECT_THAT(Reading("[[findings]]\nseverity = \"major\"\n").problems(), ElementsAre(HasSubstr("E0421")));
}

TEST(ItemId, IsUniqueInItsList) {
    const Reading reading("[[findings]]\nid = \"F1\"\n[[findings]]\nid = \"F1\"\n");
    EXPECT_THAT(reading.problems(), ElementsAre("E0423 at \"F1\""));
    EXPECT_EQ(reading.notes(diagnostics::Kind::FirstHere).size(), 1U);
    EXPECT_EQ(reading.list("findings").items.size(), 1U);
}

TEST(ItemId, IsTextWithoutTheSeparator) {
    EXPECT_THAT(Reading("[[findings]]\nid = 1\n").problems(), ElementsAre("E0422 at 1"));
    EXPECT_THAT(Reading("[[findings]]\nid = \"\"\n").problems(), ElementsAre("E0422 at \"\""));
    EXPECT_THAT(Reading("[[findings]]\nid = \"A/B\"\n").problems(), ElementsAre("E0422 at \"A/B\""));
}

TEST(RecordList, AnItemWithoutIdIsStillReadForOtherFindings) {
    EXPECT_THAT(Reading("findings = [{ severity = 1 }]").problems(), ElementsAre(HasSubstr("E0421"), "E0414 at 1"));
}

TEST(RecordList, UnknownFieldsAreRefusedWithTheNearest) {
    const Reading reading("[[findings]]\nid = \"F1\"\nseverty = \"major\"\n");
    EXPECT_THAT(reading.problems(), ElementsAre("E0402 at severty"));
    EXPECT_THAT(reading.help(), ElementsAre("did you mean `severity`?"));
}

TEST(RecordList, WhatIsNoListOfTablesIsRefused) {
    EXPECT_THAT(Reading("findings = 3").problems(), ElementsAre("E0419 at 3"));
    EXPECT_THAT(Reading("findings = [\"F1\"]").problems(), ElementsAre("E0420 at \"F1\""));
    EXPECT_THAT(Reading("[findings]\nid = \"F1\"\n").problems(), ElementsAre(HasSubstr("E0419")));
}

TEST(Judgement, InAnItemNeedsATableToo) {
    EXPECT_THAT(Reading("[[findings]]\nid = \"F1\"\nmisleads = true\n").problems(), ElementsAre("E0434 at true"));
}

}  // namespace
}  // namespace assay::facts::testing

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using quantity::Rational;
using State = Entry::State;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Absence, IsUnknownUnlessDeclaredNone) {
    const Reading reading("");
    EXPECT_EQ(reading.entry("client.legal_person").state, State::Absent);
    EXPECT_EQ(reading.entry("chosen").state, State::Absent);
    EXPECT_EQ(reading.entry("ended_on").state, State::None);
    EXPECT_FALSE(reading.entry("ended_on").provenance.span.valid());
}

TEST(Absence, ARefusedValueIsUnknownEvenWhereAbsenceMeansNone) {
    const Reading reading("ended_on = \"soon\"");
    EXPECT_THAT(reading.problems(), ElementsAre("E0410 at \"soon\""));
    EXPECT_EQ(reading.entry("ended_on").state, State::Absent);
}

TEST(ValueTable, CarriesWhoWhenWhyAndTheEvidence) {
    const Reading reading(R"(client.legal_person = { value = true, evidence = "E03", by = "PM-04", on = 2025-03-11, reason = "seen" }
[[evidence]]
id = "E03"
)");
    EXPECT_THAT(reading.problems(), IsEmpty());
    const Entry& entry = reading.entry("client.legal_person");
    EXPECT_TRUE(isKnown(entry, true));
    EXPECT_EQ(entry.provenance.evidence, "E03");
    EXPECT_EQ(entry.provenance.by, "PM-04");
    EXPECT_EQ(entry.provenance.on, day("2025-03-11"));
    EXPECT_EQ(entry.provenance.reason, "seen");
    EXPECT_EQ(reading.sources.text(entry.provenance.span), "true");
}

TEST(ValueTable, RefusesEvidenceThatIsNotRegistered) {
    const Reading reading("bom_items = { value = 5, evidence = \"E04\" }\n[[evidence]]\nid = \"E03\"\n");
    EXPECT_THAT(reading.problems(), ElementsAre("E0436 at \"E04\""));
    EXPECT_THAT(reading.help(), ElementsAre("did you mean `E03`?"));
}

TEST(ValueTable, RefusesUnknownKeysWithTheNearest) {
    const Reading reading("bom_items = { value = 5, evidnce = \"E03\" }");
    EXPECT_THAT(reading.problems(), ElementsAre("E0403 at evidnce"));
    EXPECT_THAT(reading.help(), ElementsAre("did you mean `evidence`?"));
}

TEST(ValueTable, RefusesAMisspeltValueOnce) {
    EXPECT_THAT(Reading("bom_items = { valeu = 5 }").problems(), ElementsAre("E0403 at valeu"));
}

TEST(ValueTable, RefusesATableWithoutValue) {
    const Reading reading("bom_items = { by = \"PM-04\" }");
    EXPECT_THAT(reading.problems(), ElementsAre(HasSubstr("E0432")));
    EXPECT_THAT(reading.help(), ElementsAre("legal here: `value`, `min`, `max`"));
}

TEST(ValueTable, RefusesTwoForms) {
    EXPECT_THAT(Reading("bom_items = { value = 5, min = 1 }").problems(), ElementsAre("E0433 at min"));
    EXPECT_THAT(Reading("ended_on = { value = 2025-01-01, none = true }").problems(), ElementsAre("E0433 at none"));
}

TEST(ValueTable, RefusesEmptyOrOddProvenance) {
    EXPECT_THAT(Reading("bom_items = { value = 5, by = \"\" }").problems(), ElementsAre("E0413 at \"\""));
    EXPECT_THAT(Reading("bom_items = { value = 5, by = 4 }").problems(), ElementsAre("E0412 at 4"));
    EXPECT_THAT(Reading("bom_items = { value = 5, on = \"2025-03-11\" }").problems(), ElementsAre("E0410 at \"2025-03-11\""));
}

TEST(None, IsAValueOfAnOptional) {
    const Reading reading("client.legal_person = { none = true, by = \"PM-04\", on = 2025-03-11 }");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.entry("client.legal_person").state, State::None);
    EXPECT_EQ(reading.entry("client.legal_person").provenance.by, "PM-04");
}

TEST(None, IsRefusedWhereTheTypeIsNotOptional) {
    const Reading reading("bom_items = { none = true }");
    EXPECT_THAT(reading.problems(), ElementsAre("E0430 at none"));
    EXPECT_THAT(reading.help(), ElementsAre("leave `bom_items` out while it is not known"));
    EXPECT_EQ(reading.entry("bom_items").state, State::Absent);
}

TEST(None, IsWrittenTrue) {
    EXPECT_THAT(Reading("ended_on = { none = false }").problems(), ElementsAre("E0431 at false"));
    EXPECT_EQ(Reading("ended_on = { none = false }").entry("ended_on").state, State::Absent);
}

TEST(Range, HasClosedEndsInTheCoherentUnit) {
    const Reading reading("footprint.total = { min = \"2.19 tCO2e/FU\", max = \"2310 kgCO2e/FU\" }");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.entry("footprint.total").state, State::Range);
    EXPECT_EQ(reading.entry("footprint.total").low, Rational(2190));
    EXPECT_EQ(reading.entry("footprint.total").high, Rational(2310));
}

TEST(Range, OneEndMayBeLeftOut) {
    const Reading reading("signed_on = { max = 1970-01-11 }");
    EXPECT_EQ(reading.entry("signed_on").state, State::Range);
    EXPECT_EQ(reading.entry("signed_on").low, std::nullopt);
    EXPECT_EQ(reading.entry("signed_on").high, Rational(10));
}

TEST(Range, IsCutToTheBounds) {
    const Reading reading("weight = { min = -3 }");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.entry("weight").low, Rational(0));
    EXPECT_EQ(reading.entry("weight").high, Rational(1));
}

TEST(Range, EqualEndsAreAValue) {
    EXPECT_TRUE(isKnown(Reading("bom_items = { min = 7, max = 7 }").entry("bom_items"), Rational(7)));
    EXPECT_TRUE(isKnown(Reading("signed_on = { min = 2025-03-01, max = 2025-03-01 }").entry("signed_on"), day("2025-03-01")));
    EXPECT_TRUE(isKnown(Reading("weight = { min = 1, max = 4 }").entry("weight"), Rational(1)));
}

TEST(Range, MinAboveMaxIsRefused) {
    const Reading reading("bom_items = { min = 8, max = 7 }");
    EXPECT_THAT(reading.problems(), ElementsAre("E0428 at 8"));
    EXPECT_EQ(reading.entry("bom_items").state, State::Absent);
}

TEST(Range, WhollyOutsideTheBoundsIsRefusedAtTheEndThatIsWrong) {
    EXPECT_THAT(Reading("bom_items = { min = -5, max = 0 }").problems(), ElementsAre("E0427 at 0"));
    EXPECT_THAT(Reading("weight = { min = 1.5 }").problems(), ElementsAre("E0427 at 1.5"));
}

TEST(Range, IsRefusedForTypesThatAreNoLine) {
    EXPECT_THAT(Reading("client.name = { min = \"a\" }").problems(), ElementsAre("E0429 at min"));
    EXPECT_THAT(Reading("severity = { max = \"major\" }").problems(), ElementsAre("E0429 at max"));
}

TEST(Range, AWrongEndIsRefusedLikeAValue) {
    EXPECT_THAT(Reading("bom_items = { min = 1.5, max = \"7\" }").problems(), ElementsAre("E0406 at 1.5", "E0406 at \"7\""));
}

TEST(Judgement, NeedsATable) {
    const Reading reading("agreed = true");
    EXPECT_THAT(reading.problems(), ElementsAre("E0434 at true"));
    EXPECT_THAT(reading.help(), ElementsAre("write `{ value = true, by = \"..\", on = 2025-03-01 }`"));
    EXPECT_EQ(reading.entry("agreed").state, State::Absent);
}

TEST(Judgement, NeedsByAndOn) {
    const Reading reading("agreed = { value = true }");
    EXPECT_THAT(reading.problems(), ElementsAre(HasSubstr("E0435"), HasSubstr("E0435")));
    EXPECT_EQ(reading.entry("agreed").state, State::Absent);
    EXPECT_TRUE(isKnown(Reading("agreed = { value = false, by = \"DM-01\", on = 2025-03-11 }").entry("agreed"), false));
}

TEST(Judgement, NeedsAReasonWhereDeclared) {
    const std::string start = "systemic = { value = true, by = \"DM-01\", on = 2025-03-11";
    EXPECT_THAT(Reading(start + " }").problems(), ElementsAre(HasSubstr("E0435")));
    EXPECT_TRUE(isKnown(Reading(start + ", reason = \"three sites\" }").entry("systemic"), true));
}

TEST(Judgement, AnIncompleteOneIsStillReadForOtherFindings) {
    EXPECT_THAT(Reading("agreed = { value = 1, by = \"\", on = 2025-03-11 }").problems(), ElementsAre("E0413 at \"\"", "E0405 at 1"));
}

}  // namespace
}  // namespace assay::facts::testing

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using quantity::Rational;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Quantity, IsReadExactly) {
    const Reading reading("footprint.total = \"3842.3 kgCO2e/FU\"");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_TRUE(isKnown(reading.entry("footprint.total"), Rational(38423, 10)));
}

TEST(Quantity, IsConvertedToTheCoherentUnit) {
    EXPECT_TRUE(isKnown(Reading("mass = \"1 t\"").entry("mass"), Rational(1000)));
    EXPECT_TRUE(isKnown(Reading("mass = \"1000 kg\"").entry("mass"), Rational(1000)));
    EXPECT_TRUE(isKnown(Reading("footprint.total = \"0.1 tCO2e/FU\"").entry("footprint.total"), Rational(100)));
}

TEST(Quantity, MayBeWrittenTightAndWithAnExponent) {
    EXPECT_TRUE(isKnown(Reading("mass = \"1.5t\"").entry("mass"), Rational(1500)));
    EXPECT_TRUE(isKnown(Reading("mass = \"-1.5e-1 t\"").entry("mass"), Rational(-150)));
}

TEST(Quantity, ABareNumberIsRefusedAndTheUnitProposed) {
    const Reading reading("footprint.total = 3842.30");
    EXPECT_THAT(reading.problems(), ElementsAre("E0408 at 3842.30"));
    EXPECT_THAT(reading.help(), ElementsAre("write `\"3842.30 kgCO2e/FU\"`"));
    EXPECT_EQ(reading.entry("footprint.total").state, Entry::State::Absent);
}

TEST(Quantity, ATextWithoutUnitIsRefusedLikewise) {
    const Reading reading("mass = \"12\"");
    EXPECT_THAT(reading.problems(), ElementsAre("E0408 at \"12\""));
    EXPECT_THAT(reading.help(), ElementsAre("write `\"12 t\"`"));
}

TEST(Quantity, OtherKindsAndTextsWithoutNumberAreRefused) {
    EXPECT_THAT(Reading("mass = true").problems(), ElementsAre("E0408 at true"));
    EXPECT_THAT(Reading("mass = \"much\"").problems(), ElementsAre("E0408 at \"much\""));
    EXPECT_THAT(Reading("mass = \"3,842 t\"").problems(), ElementsAre("E0408 at \"3,842 t\""));
    EXPECT_THAT(Reading("mass = \"1/2 t\"").problems(), ElementsAre("E0408 at \"1/2 t\""));
    EXPECT_THAT(Reading("mass = \"\"").problems(), ElementsAre("E0408 at \"\""));
}

TEST(Quantity, AnUnknownUnitIsRefusedWithTheNearest) {
    const Reading reading("footprint.total = \"1 kgCO2/FU\"");
    EXPECT_THAT(reading.problems(), ElementsAre("E0424 at \"1 kgCO2/FU\""));
    EXPECT_THAT(reading.help(), Contains(HasSubstr("did you mean `kgCO2e/FU`")));
}

TEST(Quantity, AUnitOfAnotherDimensionIsRefused) {
    EXPECT_THAT(Reading("footprint.total = \"1 kgCO2e/t\"").problems(), ElementsAre("E0425 at \"1 kgCO2e/t\""));
    EXPECT_THAT(Reading("footprint.total = \"1 kgCO2e\"").problems(), ElementsAre("E0425 at \"1 kgCO2e\""));
}

TEST(Ratio, IsReadInPerCent) {
    EXPECT_TRUE(isKnown(Reading("increase = \"8 %\"").entry("increase"), Rational(8, 100)));
    EXPECT_TRUE(isKnown(Reading("increase = \"12.5%\"").entry("increase"), Rational(1, 8)));
    EXPECT_TRUE(isKnown(Reading("increase = \"1 kg/t\"").entry("increase"), Rational(1, 1000)));
}

TEST(Ratio, ABareNumberAboveOneIsProposedAsPerCent) {
    const Reading reading("increase = 8");
    EXPECT_THAT(reading.problems(), ElementsAre("E0409 at 8"));
    EXPECT_THAT(reading.help(), ElementsAre("write `\"8 %\"`"));
}

TEST(Ratio, ABareNumberBelowOneMayMeanTwoThings) {
    const Reading reading("increase = 0.08");
    EXPECT_THAT(reading.problems(), ElementsAre("E0409 at 0.08"));
    EXPECT_THAT(reading.help(), ElementsAre("write `\"8 %\"` or `\"0.08 %\"`, whichever is meant"));
}

TEST(Ratio, AUnitWithADimensionIsRefused) {
    EXPECT_THAT(Reading("increase = \"8 t\"").problems(), ElementsAre("E0425 at \"8 t\""));
}

TEST(Period, MonthsAndYearsAreMonths) {
    EXPECT_TRUE(isKnown(Reading("validity = \"24 months\"").entry("validity"), Rational(24)));
    EXPECT_TRUE(isKnown(Reading("validity = \"2 years\"").entry("validity"), Rational(24)));
    EXPECT_TRUE(isKnown(Reading("validity = \"1 year\"").entry("validity"), Rational(12)));
}

TEST(Period, DaysAndWorkingDaysAreReadInTheirOwnWords) {
    EXPECT_TRUE(isKnown(Reading("notice = \"90 days\"").entry("notice"), Rational(90)));
    EXPECT_TRUE(isKnown(Reading("notice = \"1 day\"").entry("notice"), Rational(1)));
    EXPECT_TRUE(isKnown(Reading("reply = \"3 working days\"").entry("reply"), Rational(3)));
}

TEST(Period, KindsOfPeriodsDoNotMix) {
    EXPECT_THAT(Reading("notice = \"3 working days\"").problems(), ElementsAre("E0411 at \"3 working days\""));
    EXPECT_THAT(Reading("reply = \"3 days\"").problems(), ElementsAre("E0411 at \"3 days\""));
    EXPECT_THAT(Reading("validity = \"90 days\"").problems(), ElementsAre("E0411 at \"90 days\""));
}

TEST(Period, IsAWholeNumber) {
    EXPECT_THAT(Reading("validity = \"7.5 months\"").problems(), ElementsAre("E0411 at \"7.5 months\""));
}

TEST(Period, ABareNumberIsRefusedAndTheWordProposed) {
    const Reading reading("reply = 3");
    EXPECT_THAT(reading.problems(), ElementsAre("E0411 at 3"));
    EXPECT_THAT(reading.help(), ElementsAre("write `\"3 working days\"`"));
}

}  // namespace
}  // namespace assay::facts::testing

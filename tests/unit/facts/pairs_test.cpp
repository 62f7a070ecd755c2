#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using quantity::Rational;
using State = Entry::State;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::string products = R"(
[[products]]
id = "A"
[[products]]
id = "B"
[[units]]
id = "U1"
)";

TEST(PairFact, HasAValueForTwoItems) {
    const Reading reading("[[difference]]\nof = [\"B\", \"A\"]\nvalue = \"8 %\"\nby = \"PM-04\"\n" + products);
    EXPECT_THAT(reading.problems(), IsEmpty());
    ASSERT_EQ(reading.pairs("difference").size(), 1U);
    const PairEntry& pair = reading.pairs("difference").front();
    EXPECT_EQ(pair.first, 0U);
    EXPECT_EQ(pair.second, 1U);
    EXPECT_TRUE(isKnown(pair.entry, Rational(8, 100)));
    EXPECT_EQ(pair.entry.provenance.by, "PM-04");
}

TEST(PairFact, MayBeARange) {
    const Reading reading("[[difference]]\nof = [\"A\", \"B\"]\nmin = \"8 %\"\n" + products);
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.pairs("difference").front().entry.state, State::Range);
}

TEST(PairFact, OfTwoListsKeepsTheirOrder) {
    const Reading reading("[[stock]]\nof = [\"U1\", \"B\"]\nvalue = 3\n" + products);
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.pairs("stock").front().first, 0U);
    EXPECT_EQ(reading.pairs("stock").front().second, 1U);
    EXPECT_THAT(Reading("[[stock]]\nof = [\"B\", \"U1\"]\nvalue = 3\n" + products).problems(),
                ElementsAre("E0418 at \"B\"", "E0418 at \"U1\""));
}

TEST(PairFact, IsSymmetricSoTwoValuesAreRefusedWithBothPlaces) {
    const Reading reading("[[difference]]\nof = [\"A\", \"B\"]\nvalue = \"8 %\"\n[[difference]]\nof = [\"B\", \"A\"]\nvalue = \"8 %\"\n" +
                          products);
    EXPECT_THAT(reading.problems(), ElementsAre("E0447 at [\"B\", \"A\"]"));
    EXPECT_THAT(reading.notes(diagnostics::Kind::FirstHere), ElementsAre("first given here at [\"A\", \"B\"]"));
}

TEST(PairFact, OfAnItemWithItselfIsRefused) {
    const Reading reading("[[difference]]\nof = [\"A\", \"A\"]\nvalue = \"8 %\"\n" + products);
    EXPECT_THAT(reading.problems(), ElementsAre("E0446 at \"A\""));
    EXPECT_THAT(reading.pairs("difference"), IsEmpty());
}

TEST(PairFact, NamesTwoItems) {
    EXPECT_THAT(Reading("[[difference]]\nvalue = \"8 %\"\n" + products).problems(), ElementsAre(HasSubstr("E0445")));
    EXPECT_THAT(Reading("[[difference]]\nof = [\"A\"]\nvalue = \"8 %\"\n" + products).problems(), ElementsAre("E0445 at [\"A\"]"));
    EXPECT_THAT(Reading("[[difference]]\nof = [\"A\", \"C\"]\nvalue = \"8 %\"\n" + products).problems(), ElementsAre("E0418 at \"C\""));
}

TEST(PairFact, IsAListOfTables) {
    EXPECT_THAT(Reading("difference = \"8 %\"").problems(), ElementsAre("E0444 at \"8 %\""));
    EXPECT_THAT(Reading("difference = [1]").problems(), ElementsAre("E0444 at 1"));
}

TEST(PairFact, RefusesWrongValuesAndKeys) {
    EXPECT_THAT(Reading("[[difference]]\nof = [\"A\", \"B\"]\nvalue = 8\n" + products).problems(), ElementsAre("E0409 at 8"));
    EXPECT_THAT(Reading("[[difference]]\nof = [\"A\", \"B\"]\nvalue = \"8 %\"\nnote = 1\n" + products).problems(),
                ElementsAre("E0403 at note"));
}

TEST(PairFact, AbsentHasNoEntries) {
    EXPECT_THAT(Reading("").pairs("difference"), IsEmpty());
}

}  // namespace
}  // namespace assay::facts::testing

#include "assay/facts/quantities.hpp"

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using quantity::Rational;
using State = Entry::State;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string twoProducts = "products = [{ id = \"A\" }, { id = \"B\" }]\n";

TEST(Quantities, AreAskedForOnceACaseOrForEveryItemOfTheirList) {
    Reading reading(twoProducts);
    std::vector<std::string> asked;
    giveQuantities(reading.facts, sampleRules(), [&asked](const check::Quality& quantity, const std::string& item) {
        asked.push_back(quantity.name + "[" + item + "]");
        return Entry();
    });
    EXPECT_THAT(asked, ElementsAre("yield.complete[]", "yield.share[A]", "yield.share[B]"));
}

TEST(Quantities, BecomeWhatTheCaseSays) {
    Reading reading(twoProducts);
    giveQuantities(reading.facts, sampleRules(), [](const check::Quality&, const std::string& item) {
        Entry entry;
        if (item.empty()) {
            entry.state = State::Known;
            entry.value = true;
        } else if (item == "A") {
            entry.state = State::Range;
            entry.low = Rational(1, 10);
            entry.high = Rational(1, 5);
            entry.lacks = {{"inventory.flows[F1].amount", false}};
        }
        return entry;
    });
    EXPECT_TRUE(isKnown(reading.entry("yield.complete"), true));
    EXPECT_EQ(reading.field("products", 0, "yield.share").state, State::Range);
    EXPECT_EQ(reading.field("products", 0, "yield.share").high, Rational(1, 5));
    EXPECT_THAT(reading.field("products", 0, "yield.share").lacks, ElementsAre(Lack{"inventory.flows[F1].amount", false}));
    EXPECT_EQ(reading.field("products", 1, "yield.share").state, State::Absent);
    EXPECT_EQ(reading.field("products", 0, "unit").state, State::Absent);
}

TEST(Quantities, AnUnknownListHasNoItemsToAskFor) {
    Reading reading("");
    std::size_t asked = 0;
    giveQuantities(reading.facts, sampleRules(), [&asked](const check::Quality&, const std::string&) {
        ++asked;
        return Entry();
    });
    EXPECT_EQ(asked, 1U);  // yield.complete
}

TEST(Quantities, AreNotWrittenInACase) {
    EXPECT_THAT(Reading("yield.complete = true").problems(), ElementsAre("E0492 at complete"));
    const Reading dotted("products = [{ id = \"A\", yield.share = \"5 %\" }]");
    EXPECT_THAT(dotted.problems(), ElementsAre("E0492 at yield"));
    const Reading quoted("products = [{ id = \"A\", \"yield.share\" = \"5 %\" }]");
    EXPECT_THAT(quoted.problems(), ElementsAre("E0492 at \"yield.share\""));
    EXPECT_EQ(quoted.field("products", 0, "yield.share").state, State::Absent);
}

TEST(Quantities, AreNotProposedForAMisspeltField) {
    const Reading reading("products = [{ id = \"A\", yeild = \"5 %\" }]");
    EXPECT_THAT(reading.problems(), ElementsAre("E0402 at yeild"));
    EXPECT_THAT(reading.help(), ::testing::Not(::testing::Contains(::testing::HasSubstr("yield.share"))));
}

}  // namespace
}  // namespace assay::facts::testing

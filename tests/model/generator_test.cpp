#include <gtest/gtest.h>

#include <set>

#include "agreement.hpp"

namespace assay::model {
namespace {

TEST(Generator, GivesTheSameTextForTheSameSeed) {
    const Pair first = generatePair(7);
    const Pair again = generatePair(7);
    EXPECT_EQ(first.rules.text(), again.rules.text());
    EXPECT_EQ(first.facts.text(), again.facts.text());
    EXPECT_NE(first.rules.text(), generatePair(8).rules.text());
}

TEST(Generator, UsesSplitmix64) {
    Random random(1234567);
    EXPECT_EQ(random.next(), 6457827717110365317U);
    EXPECT_EQ(random.next(), 3203168211198807973U);
}

TEST(Generator, WritesRulesAndCasesWithoutErrors) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Pair pair = generatePair(seed);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        ASSERT_TRUE(loaded->ok) << "seed " << seed << "\n" << loaded->errors();
    }
}

TEST(Shrinking, KeepsNothingOfAPairThatAgrees) {
    // Nothing can be dropped while nothing disagrees: what is left is the pair itself.
    const Pair pair = generatePair(3);
    EXPECT_EQ(shrink(pair, Mutation::None).rules.text(), pair.rules.text());
}

}  // namespace
}  // namespace assay::model

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "division.hpp"

namespace assay::evaluate {
namespace {

Bonds bonds(std::size_t items, const std::vector<std::pair<std::size_t, std::size_t>>& apart,
            const std::vector<std::pair<std::size_t, std::size_t>>& open = {}) {
    Bonds bonds(items);
    for (const auto& [a, b] : apart)
        bonds.set(a, b, Bond::Apart);
    for (const auto& [a, b] : open)
        bonds.set(a, b, Bond::Open);
    return bonds;
}

TEST(Division, NothingIsDividedInOneWay) {
    EXPECT_EQ(isUnique(Bonds(0)), (Truth{true, false}));
    EXPECT_EQ(admissibleDivisions(Bonds(0), 16).all, (std::vector<Grouping>{{}}));
}

TEST(Division, KeysGiveOneDivision) {
    const Bonds two = bonds(4, {{0, 2}, {0, 3}, {1, 2}, {1, 3}});
    EXPECT_EQ(isUnique(two), (Truth{true, false}));
    EXPECT_FALSE(intransitive(two));
    EXPECT_EQ(admissibleDivisions(two, 16).all, (std::vector<Grouping>{{{0, 1}, {2, 3}}}));
}

TEST(Division, AChainOfThreeHasTwo) {
    const Bonds chain = bonds(3, {{0, 2}});
    EXPECT_EQ(isUnique(chain), (Truth{false, true}));
    const auto triple = intransitive(chain);
    ASSERT_TRUE(triple);
    EXPECT_EQ(triple->first, 0U);
    EXPECT_EQ(triple->middle, 1U);
    EXPECT_EQ(triple->last, 2U);
    EXPECT_EQ(admissibleDivisions(chain, 16).all, (std::vector<Grouping>{{{0, 1}, {2}}, {{0}, {1, 2}}}));
}

// Two chains of three: two ways each.
TEST(Division, WaysOfPartsMultiply) {
    Bonds both(6);
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::size_t b = 3; b < 6; ++b)
            both.set(a, b, Bond::Apart);
    }
    both.set(0, 2, Bond::Apart);
    both.set(3, 5, Bond::Apart);
    const Divisions found = admissibleDivisions(both, 16);
    EXPECT_EQ(found.all.size(), 4U);
    EXPECT_TRUE(found.complete);
    const Divisions some = admissibleDivisions(both, 3);
    EXPECT_EQ(some.all.size(), 3U);
    EXPECT_FALSE(some.complete);
}

TEST(Division, OpenBondsLeaveUniquenessOpen) {
    EXPECT_EQ(isUnique(bonds(2, {}, {{0, 1}})), (Truth{true, false}));  // two items have one division either way
    EXPECT_EQ(isUnique(bonds(3, {{0, 2}}, {{0, 1}, {1, 2}})), (Truth{true, true}));
    EXPECT_EQ(isUnique(bonds(3, {{0, 2}}, {{0, 1}})), (Truth{true, true}));
    EXPECT_EQ(isUnique(bonds(4, {{0, 2}}, {{0, 3}})), (Truth{false, true}));  // 0, 1, 2 settle it
    EXPECT_EQ(isUnique(bonds(3, {{0, 2}, {0, 1}}, {{1, 2}})), (Truth{true, false}));
}

TEST(Division, AnAgreedDivisionIsOneOfTheAdmissible) {
    const Bonds chain = bonds(3, {{0, 2}});
    using Kind = Admissibility::Kind;
    EXPECT_EQ(admissibility(chain, {{0, 1}, {2}}).kind, Kind::Admissible);
    EXPECT_EQ(admissibility(chain, {{0}, {1, 2}}).kind, Kind::Admissible);
    EXPECT_EQ(admissibility(chain, {{0, 1, 2}}).kind, Kind::Apart);
    EXPECT_EQ(admissibility(chain, {{0}, {1}, {2}}).kind, Kind::Unitable);
    EXPECT_EQ(admissibility(bonds(3, {{0, 2}}, {{0, 1}}), {{0, 1}, {2}}).kind, Kind::Open);
    EXPECT_EQ(admissibility(bonds(3, {{0, 2}}, {{1, 2}}), {{0, 1}, {2}}).kind, Kind::Admissible);
    EXPECT_EQ(admissibility(bonds(2, {}, {{0, 1}}), {{0}, {1}}).kind, Kind::Open);
}

// The law: renumbering the items renumbers the divisions, and changes nothing else.
TEST(Division, TheOrderOfItemsDoesNotMatter) {
    std::mt19937 random(20250301);
    std::size_t several = 0;
    for (int round = 0; round < 300; ++round) {
        const std::size_t count = 2 + random() % 5;
        Bonds original(count);
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = a + 1; b < count; ++b)
                original.set(a, b, random() % 2 == 0 ? Bond::Apart : Bond::Together);
        }
        std::vector<std::size_t> order(count);
        for (std::size_t i = 0; i < count; ++i)
            order[i] = i;
        std::shuffle(order.begin(), order.end(), random);
        Bonds renamed(count);
        for (std::size_t a = 0; a < count; ++a) {
            for (std::size_t b = a + 1; b < count; ++b)
                renamed.set(order[a], order[b], original.at(a, b));
        }
        std::vector<Grouping> expected = admissibleDivisions(original, 1000).all;
        for (Grouping& grouping : expected) {
            for (Group& group : grouping) {
                for (std::size_t& item : group)
                    item = order[item];
                std::sort(group.begin(), group.end());
            }
            std::sort(grouping.begin(), grouping.end());
        }
        std::sort(expected.begin(), expected.end());
        std::vector<Grouping> found = admissibleDivisions(renamed, 1000).all;
        for (const Grouping& grouping : found)
            EXPECT_EQ(admissibility(renamed, grouping).kind, Admissibility::Kind::Admissible);
        std::sort(found.begin(), found.end());
        EXPECT_EQ(found, expected);
        EXPECT_EQ(isUnique(renamed).canBeTrue, expected.size() == 1);
        several += expected.size() > 1 ? 1U : 0U;
    }
    EXPECT_GT(several, 50U);
}

// Hundreds of items that hang together loosely: the search ends, and says that there is more.
TEST(Division, ManyWaysAreListedUpToTheLimit) {
    constexpr std::size_t items = 200;
    Bonds line(items);
    for (std::size_t a = 0; a < items; ++a) {
        for (std::size_t b = a + 3; b < items; ++b)
            line.set(a, b, Bond::Apart);
    }
    const Divisions found = admissibleDivisions(line, 16);
    EXPECT_EQ(found.all.size(), 16U);
    EXPECT_FALSE(found.complete);
    for (const Grouping& grouping : found.all)
        EXPECT_EQ(admissibility(line, grouping).kind, Admissibility::Kind::Admissible);
}

}  // namespace
}  // namespace assay::evaluate

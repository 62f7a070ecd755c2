#include <gtest/gtest.h>

#include <iostream>
#include <optional>

#include "agreement.hpp"

namespace assay::model {
namespace {

// The first pair on which a planted error makes a difference that is not there without it.
std::optional<std::size_t> pairsToFind(Mutation mutation, std::size_t limit) {
    for (std::uint64_t seed = 0; seed < limit; ++seed) {
        const Pair pair = generatePair(seed);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        if (compare(*loaded, mutation).differences.empty() || !compare(*loaded).differences.empty()) continue;
        return seed + 1;
    }
    return std::nullopt;
}

class PlantedError : public testing::TestWithParam<std::pair<const char*, Mutation>> {};

TEST_P(PlantedError, IsFoundByTheComparison) {
    const auto found = pairsToFind(GetParam().second, 2000);
    ASSERT_TRUE(found.has_value()) << GetParam().first << " was not found in 2000 pairs";
    std::cout << GetParam().first << " found after " << *found << " pairs\n";
}

INSTANTIATE_TEST_SUITE_P(Errors, PlantedError,
                         testing::Values(std::pair{"MonthEndSpillsOver", Mutation::MonthsSpillOver},
                                         std::pair{"StrictBoundIsLoose", Mutation::StrictBoundIsLoose},
                                         std::pair{"NeedsOneFactTooMany", Mutation::NeedsOneTooMany}),
                         [](const auto& planted) { return planted.param.first; });

}  // namespace
}  // namespace assay::model

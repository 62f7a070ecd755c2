#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "agreement.hpp"

namespace assay::model {
namespace {

// ASSAY_MODEL_PAIRS, else the count given.
std::size_t pairs(std::size_t otherwise) {
    const char* wanted = std::getenv("ASSAY_MODEL_PAIRS");
    return wanted == nullptr ? otherwise : static_cast<std::size_t>(std::stoul(wanted));
}

TEST(Agreement, ModelAndEngineConcludeTheSameOfGeneratedPairs) {
    constexpr std::size_t shown = 3;
    const std::size_t count = pairs(20000);
    std::size_t judged = 0;
    std::size_t skipped = 0;
    std::size_t disagreements = 0;
    const auto start = std::chrono::steady_clock::now();
    for (std::uint64_t seed = 0; seed < count && disagreements < shown; ++seed) {
        const Pair pair = generatePair(seed);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        ASSERT_TRUE(loaded->ok) << report(pair, Mutation::None);
        const Comparison comparison = compare(*loaded);
        ++judged;
        skipped += comparison.skipped ? 1U : 0U;
        if (comparison.differences.empty()) continue;
        ++disagreements;
        ADD_FAILURE() << report(shrink(pair, Mutation::None), Mutation::None);
    }
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    std::cout << judged << " pairs, " << skipped << " with more than " << Atoms::limit << " atoms skipped, "
              << static_cast<long long>(judged) * 1000 / (elapsed + 1) << " pairs a second\n";
    EXPECT_LT(skipped * 20, count) << "more than one pair in twenty is not compared";
}

}  // namespace
}  // namespace assay::model

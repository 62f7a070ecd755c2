#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <ostream>
#include <vector>

#include "assay/quantity/interval.hpp"
#include "assay/quantity/rational.hpp"

namespace assay::quantity {

inline void showValue(const Rational& value, std::ostream& stream) {
    stream << value.exact();
}

inline void showValue(const Interval& interval, std::ostream& stream) {
    stream << '[' << (interval.low ? interval.low->exact() : "-") << ", " << (interval.high ? interval.high->exact() : "-") << ']';
}

}  // namespace assay::quantity

namespace rc {

// Whole words at and around the ends of 64 and 32 bits, where the representation changes, and ordinary ones.
inline Gen<std::int64_t> word() {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    constexpr std::int64_t half = std::int64_t{1} << 32U;
    return gen::oneOf(
        gen::inRange<std::int64_t>(-20, 21), gen::arbitrary<std::int64_t>(),
        gen::elementOf(std::vector<std::int64_t>{least, least + 1, least / 2, most, most - 1, most / 2 + 1, half, -half, half - 1}));
}

// Small fractions, fractions of two full words, and numbers of several hundred bits.
template <>
struct Arbitrary<assay::quantity::Rational> {
    static Gen<assay::quantity::Rational> arbitrary() {
        using assay::quantity::Rational;
        const auto fraction = gen::map(gen::pair(word(), gen::suchThat(word(), [](std::int64_t n) { return n != 0; })),
                                       [](const auto& parts) { return Rational(parts.first, parts.second); });
        const auto huge = gen::map(gen::tuple(fraction, fraction, fraction), [](const auto& parts) {
            const auto& [a, b, c] = parts;
            const Rational power = *Rational::parse("1e40") + a;
            return b * power * power + c;
        });
        const auto small = gen::map(gen::pair(gen::inRange<int>(-50, 51), gen::inRange<int>(1, 13)),
                                    [](const auto& parts) { return Rational(parts.first, parts.second); });
        return gen::weightedOneOf<Rational>({{3, small}, {3, fraction}, {2, huge}});
    }
};

// Points, bounded, half-bounded and unbounded intervals.
template <>
struct Arbitrary<assay::quantity::Interval> {
    static Gen<assay::quantity::Interval> arbitrary() {
        using assay::quantity::Interval;
        using assay::quantity::Rational;
        return gen::map(gen::tuple(gen::arbitrary<Rational>(), gen::arbitrary<Rational>(), gen::inRange<int>(0, 8)), [](const auto& parts) {
            const auto& [a, b, shape] = parts;
            const auto [low, high] = std::minmax({a, b});
            if (shape == 0) return Interval::point(a);
            if (shape == 1) return Interval{std::nullopt, high};
            if (shape == 2) return Interval{low, std::nullopt};
            if (shape == 3) return Interval::all();
            if (shape == 4) return Interval{Rational(), high.abs()};
            return Interval{low, high};
        });
    }
};

}  // namespace rc

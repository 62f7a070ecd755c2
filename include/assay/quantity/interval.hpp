#pragma once

#include <optional>

#include "assay/quantity/rational.hpp"

namespace assay::quantity {

// A closed interval; an absent end is unbounded. Every operation returns an interval that holds every result of the
// operation on members of its operands, and the smallest such where the operands are bounded.
struct Interval {
    std::optional<Rational> low;
    std::optional<Rational> high;

    [[nodiscard]] static Interval all() { return {}; }
    [[nodiscard]] static Interval point(const Rational& value) { return {value, value}; }

    [[nodiscard]] bool isPoint() const { return low && high && *low == *high; }
    [[nodiscard]] bool contains(const Rational& value) const;
    bool operator==(const Interval&) const = default;
};

[[nodiscard]] Interval hull(const Interval& a, const Interval& b);
// Empty: they share no value.
[[nodiscard]] std::optional<Interval> intersection(const Interval& a, const Interval& b);

[[nodiscard]] Interval operator-(const Interval& a);
[[nodiscard]] Interval operator+(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator-(const Interval& a, const Interval& b);
[[nodiscard]] Interval operator*(const Interval& a, const Interval& b);
// Empty: the divisor is exactly zero. A divisor that may be zero gives Interval::all().
[[nodiscard]] std::optional<Interval> divide(const Interval& a, const Interval& b);
[[nodiscard]] Interval abs(const Interval& a);
[[nodiscard]] Interval larger(const Interval& a, const Interval& b);
[[nodiscard]] Interval smaller(const Interval& a, const Interval& b);

// true, false, or empty when members of both kinds exist.
[[nodiscard]] std::optional<bool> less(const Interval& a, const Interval& b);
[[nodiscard]] std::optional<bool> equal(const Interval& a, const Interval& b);

}  // namespace assay::quantity

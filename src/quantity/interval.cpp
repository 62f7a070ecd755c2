#include "assay/quantity/interval.hpp"

#include <algorithm>
#include <array>

namespace assay::quantity {

namespace {

// An end of an interval as a point of the extended line.
struct End {
    int infinity = 0;  // -1, +1: unbounded on that side, `value` unused
    Rational value;
};

End lowEnd(const Interval& interval) {
    return interval.low ? End{0, *interval.low} : End{-1, {}};
}
End highEnd(const Interval& interval) {
    return interval.high ? End{0, *interval.high} : End{1, {}};
}

bool operator<(const End& a, const End& b) {
    if (a.infinity != 0 || b.infinity != 0) return a.infinity < b.infinity;
    return a.value < b.value;
}

int sign(const End& end) {
    return end.infinity != 0 ? end.infinity : end.value.sign();
}

// Zero times unbounded is zero here: no member of the unbounded side is infinite.
End product(const End& a, const End& b) {
    if (a.infinity == 0 && b.infinity == 0) return {0, a.value * b.value};
    return {sign(a) * sign(b), {}};
}

std::optional<Rational> finite(const End& end) {
    if (end.infinity != 0) return std::nullopt;
    return end.value;
}

std::optional<Rational> sum(const std::optional<Rational>& a, const std::optional<Rational>& b) {
    if (!a || !b) return std::nullopt;
    return *a + *b;
}

std::optional<Rational> negated(const std::optional<Rational>& end) {
    if (!end) return std::nullopt;
    return -*end;
}

// The divisor lies on one side of zero. The reciprocals of its unbounded side come as close to zero as one likes.
Rational reciprocal(const std::optional<Rational>& end) {
    return end ? 1 / *end : Rational();
}

}  // namespace

bool Interval::contains(const Rational& value) const {
    return (!low || *low <= value) && (!high || value <= *high);
}

Interval hull(const Interval& a, const Interval& b) {
    return {finite(std::min(lowEnd(a), lowEnd(b))), finite(std::max(highEnd(a), highEnd(b)))};
}

std::optional<Interval> intersection(const Interval& a, const Interval& b) {
    const End low = std::max(lowEnd(a), lowEnd(b));
    const End high = std::min(highEnd(a), highEnd(b));
    if (high < low) return std::nullopt;
    return Interval{finite(low), finite(high)};
}

Interval operator-(const Interval& a) {
    return {negated(a.high), negated(a.low)};
}

Interval operator+(const Interval& a, const Interval& b) {
    return {sum(a.low, b.low), sum(a.high, b.high)};
}

Interval operator-(const Interval& a, const Interval& b) {
    return a + -b;
}

Interval operator*(const Interval& a, const Interval& b) {
    const std::array<End, 4> products = {product(lowEnd(a), lowEnd(b)), product(lowEnd(a), highEnd(b)), product(highEnd(a), lowEnd(b)),
                                         product(highEnd(a), highEnd(b))};
    const auto [least, greatest] = std::minmax_element(products.begin(), products.end());
    return {finite(*least), finite(*greatest)};
}

std::optional<Interval> divide(const Interval& a, const Interval& b) {
    if (b == Interval::point(0)) return std::nullopt;
    if (b.contains(0)) return Interval::all();
    return a * Interval{reciprocal(b.high), reciprocal(b.low)};
}

Interval abs(const Interval& a) {
    if (a.low && a.low->sign() >= 0) return a;
    if (a.high && a.high->sign() <= 0) return -a;
    return {Rational(), finite(std::max(highEnd(a), highEnd(-a)))};
}

Interval larger(const Interval& a, const Interval& b) {
    return {finite(std::max(lowEnd(a), lowEnd(b))), finite(std::max(highEnd(a), highEnd(b)))};
}

Interval smaller(const Interval& a, const Interval& b) {
    return {finite(std::min(lowEnd(a), lowEnd(b))), finite(std::min(highEnd(a), highEnd(b)))};
}

std::optional<bool> less(const Interval& a, const Interval& b) {
    if (a.high && b.low && *a.high < *b.low) return true;
    if (a.low && b.high && *a.low >= *b.high) return false;
    return std::nullopt;
}

std::optional<bool> equal(const Interval& a, const Interval& b) {
    if (a.isPoint() && a == b) return true;
    if (!intersection(a, b)) return false;
    return std::nullopt;
}

}  // namespace assay::quantity

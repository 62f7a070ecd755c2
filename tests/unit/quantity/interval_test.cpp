#include "assay/quantity/interval.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generators.hpp"

namespace assay::quantity {
namespace {

Interval between(const Rational& low, const Rational& high) {
    return {low, high};
}
Interval atLeast(const Rational& low) {
    return {low, std::nullopt};
}
Interval atMost(const Rational& high) {
    return {std::nullopt, high};
}

// A member: an end, or something inside, or far out on an unbounded side.
Rational memberOf(const Interval& interval) {
    const Rational share(*rc::gen::inRange<int>(0, 11), 10);
    const Rational far = Rational(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)) * share;
    if (interval.low && interval.high) return *interval.low + (*interval.high - *interval.low) * share;
    if (interval.low) return *interval.low + far;
    if (interval.high) return *interval.high - far;
    return *rc::gen::arbitrary<Rational>();
}

RC_GTEST_PROP(IntervalLaws, AResultHoldsTheResultOfEveryPairOfMembers, (const Interval& a, const Interval& b)) {
    const Rational x = memberOf(a);
    const Rational y = memberOf(b);
    RC_ASSERT(a.contains(x) && b.contains(y));
    RC_ASSERT((-a).contains(-x));
    RC_ASSERT((a + b).contains(x + y));
    RC_ASSERT((a - b).contains(x - y));
    RC_ASSERT((a * b).contains(x * y));
    RC_ASSERT(abs(a).contains(x.abs()));
    RC_ASSERT(larger(a, b).contains(std::max(x, y)));
    RC_ASSERT(smaller(a, b).contains(std::min(x, y)));
    RC_ASSERT(hull(a, b).contains(x) && hull(a, b).contains(y));
}

RC_GTEST_PROP(IntervalLaws, AQuotientHoldsTheQuotientOfEveryPairOfMembers, (const Interval& a, const Interval& b)) {
    const Rational x = memberOf(a);
    const Rational y = memberOf(b);
    RC_PRE(!y.isZero());
    const std::optional<Interval> quotient = divide(a, b);
    RC_ASSERT(quotient.has_value());
    RC_ASSERT(quotient->contains(x / y));
}

RC_GTEST_PROP(IntervalLaws, ADecidedComparisonHoldsForEveryPairOfMembers, (const Interval& a, const Interval& b)) {
    const Rational x = memberOf(a);
    const Rational y = memberOf(b);
    if (const auto decided = less(a, b)) RC_ASSERT(*decided == (x < y));
    if (const auto decided = equal(a, b)) RC_ASSERT(*decided == (x == y));
}

RC_GTEST_PROP(IntervalLaws, AnIntersectionHoldsWhatBothHold, (const Interval& a, const Interval& b)) {
    const Rational x = memberOf(a);
    const std::optional<Interval> common = intersection(a, b);
    RC_ASSERT((common && common->contains(x)) == b.contains(x));
}

RC_GTEST_PROP(IntervalLaws, PointsComputeAsNumbersDo, (const Rational& x, const Rational& y)) {
    const Interval a = Interval::point(x);
    const Interval b = Interval::point(y);
    RC_ASSERT(a + b == Interval::point(x + y));
    RC_ASSERT(a - b == Interval::point(x - y));
    RC_ASSERT(a * b == Interval::point(x * y));
    if (!y.isZero()) RC_ASSERT(divide(a, b) == Interval::point(x / y));
    RC_ASSERT(less(a, b) == std::optional(x < y));
    RC_ASSERT(equal(a, b) == std::optional(x == y));
}

TEST(Interval, ProductsOfBoundedIntervalsAreTight) {
    EXPECT_EQ(between(-2, 3) * between(-5, 7), between(-15, 21));
    EXPECT_EQ(between(-4, -2) * between(-5, -3), between(6, 20));
    EXPECT_EQ(between(0, 2) * between(-1, 4), between(-2, 8));
}

TEST(Interval, ZeroTimesUnboundedIsZero) {
    EXPECT_EQ(Interval::point(0) * Interval::all(), Interval::point(0));
    EXPECT_EQ(between(0, 2) * atLeast(3), atLeast(0));
    EXPECT_EQ(between(-1, 2) * atLeast(3), Interval::all());
    EXPECT_EQ(atMost(-1) * atMost(-2), atLeast(2));
}

TEST(Interval, DividingByExactlyZeroHasNoResult) {
    EXPECT_EQ(divide(Interval::point(1), Interval::point(0)), std::nullopt);
    EXPECT_EQ(divide(Interval::all(), Interval::point(0)), std::nullopt);
}

TEST(Interval, DividingByWhatMayBeZeroMayGiveAnything) {
    EXPECT_EQ(divide(Interval::point(1), between(-1, 1)), Interval::all());
    EXPECT_EQ(divide(Interval::point(1), between(0, 1)), Interval::all());
    EXPECT_EQ(divide(Interval::point(0), atMost(0)), Interval::all());
}

TEST(Interval, DividesByWhatIsNeverZero) {
    EXPECT_EQ(divide(between(1, 6), between(2, 3)), between(Rational(1, 3), 3));
    EXPECT_EQ(divide(between(-1, 6), between(-3, -2)), between(-3, Rational(1, 2)));
    EXPECT_EQ(divide(Interval::point(6), atLeast(2)), between(0, 3));
    EXPECT_EQ(divide(Interval::point(6), atMost(-2)), between(-3, 0));
    EXPECT_EQ(divide(atLeast(4), between(2, 8)), atLeast(Rational(1, 2)));
}

TEST(Interval, AbsoluteValuesFoldAtZero) {
    EXPECT_EQ(abs(between(-3, 2)), between(0, 3));
    EXPECT_EQ(abs(between(-3, -2)), between(2, 3));
    EXPECT_EQ(abs(between(0, 2)), between(0, 2));
    EXPECT_EQ(abs(atMost(2)), atLeast(0));
    EXPECT_EQ(abs(atMost(-2)), atLeast(2));
    EXPECT_EQ(abs(Interval::all()), atLeast(0));
}

TEST(Interval, LargerAndSmallerTakeTheEndsTheyCanReach) {
    EXPECT_EQ(larger(between(1, 5), between(3, 4)), between(3, 5));
    EXPECT_EQ(smaller(between(1, 5), between(3, 4)), between(1, 4));
    EXPECT_EQ(larger(Interval::all(), Interval::point(3)), atLeast(3));
    EXPECT_EQ(smaller(Interval::all(), Interval::point(3)), atMost(3));
}

TEST(Interval, LessIsDecidedAtTouchingEnds) {
    EXPECT_EQ(less(between(1, 2), between(3, 4)), true);
    EXPECT_EQ(less(between(1, 2), between(2, 4)), std::nullopt);
    EXPECT_EQ(less(between(2, 4), between(1, 2)), false) << "2 < 2 is false";
    EXPECT_EQ(less(atLeast(2), Interval::point(2)), false);
    EXPECT_EQ(less(atMost(2), Interval::point(2)), std::nullopt);
    EXPECT_EQ(less(atMost(1), Interval::point(2)), true);
    EXPECT_EQ(less(Interval::all(), Interval::point(2)), std::nullopt);
}

TEST(Interval, EqualIsDecidedForPointsAndForWhatSharesNothing) {
    EXPECT_EQ(equal(Interval::point(2), Interval::point(2)), true);
    EXPECT_EQ(equal(between(1, 2), between(1, 2)), std::nullopt);
    EXPECT_EQ(equal(between(1, 2), between(2, 3)), std::nullopt);
    EXPECT_EQ(equal(between(1, 2), atLeast(3)), false);
}

TEST(Interval, HullAndIntersection) {
    EXPECT_EQ(hull(between(1, 2), between(5, 6)), between(1, 6));
    EXPECT_EQ(hull(atMost(2), Interval::point(5)), atMost(5));
    EXPECT_EQ(intersection(between(1, 5), atLeast(3)), between(3, 5));
    EXPECT_EQ(intersection(between(1, 2), between(2, 3)), Interval::point(2));
    EXPECT_EQ(intersection(between(1, 2), between(3, 4)), std::nullopt);
}

}  // namespace
}  // namespace assay::quantity

#include "assay/quantity/rational.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "generators.hpp"

namespace assay::quantity {
namespace {

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();

// 2^63 and 2^64, the first whole numbers that do not fit.
Rational twoTo63() {
    return -Rational(least);
}
Rational twoTo64() {
    return twoTo63() * 2;
}

TEST(Rational, StandsInLowestTermsWithAPositiveDenominator) {
    EXPECT_EQ(Rational(6, 4).exact(), "3/2");
    EXPECT_EQ(Rational(6, -4).exact(), "-3/2");
    EXPECT_EQ(Rational(-6, -4).exact(), "3/2");
    EXPECT_EQ(Rational(0, -7).exact(), "0");
    EXPECT_EQ(Rational(), Rational(0, 5));
}

TEST(Rational, HoldsEveryPairOfWords) {
    EXPECT_EQ(Rational(least, -1).exact(), "9223372036854775808");
    EXPECT_EQ(Rational(1, least).exact(), "-1/9223372036854775808");
    EXPECT_EQ(Rational(least, least).exact(), "1");
    EXPECT_EQ(Rational(least, most).exact(), "-9223372036854775808/9223372036854775807");
    EXPECT_EQ(Rational(least, 2).exact(), "-4611686018427387904");
}

TEST(Rational, LeavesTheWordsAndComesBack) {
    EXPECT_EQ((Rational(most) + 1).exact(), "9223372036854775808");
    EXPECT_EQ(Rational(most) + 1 - 1, Rational(most));
    EXPECT_EQ((Rational(most) + 1 - 1).toInteger(), most);
    EXPECT_EQ((Rational(least) - 1).exact(), "-9223372036854775809");
    EXPECT_EQ((Rational(least) - 1 + 1).toInteger(), least);
    EXPECT_EQ(-twoTo63(), Rational(least));
    EXPECT_EQ(-(-twoTo63()), twoTo63());
    EXPECT_EQ((twoTo64() / twoTo64()).toInteger(), 1);
    EXPECT_EQ((Rational(most) * most / most).toInteger(), most);
}

TEST(Rational, ToIntegerIsEmptyForFractionsAndForWhatDoesNotFit) {
    EXPECT_EQ(Rational(least).toInteger(), least);
    EXPECT_EQ(Rational(1, 2).toInteger(), std::nullopt);
    EXPECT_EQ(twoTo63().toInteger(), std::nullopt);
}

TEST(Rational, FloorAndCeilGoDownAndUp) {
    EXPECT_EQ(Rational(7, 2).floor(), 3);
    EXPECT_EQ(Rational(7, 2).ceil(), 4);
    EXPECT_EQ(Rational(-7, 2).floor(), -4);
    EXPECT_EQ(Rational(-7, 2).ceil(), -3);
    EXPECT_EQ(Rational(-1, 3).ceil(), 0);
    EXPECT_EQ(Rational(5).floor(), 5);
    EXPECT_EQ(Rational(-5).ceil(), -5);
    EXPECT_EQ((twoTo64() + Rational(1, 3)).floor(), twoTo64());
    EXPECT_EQ((-twoTo64() - Rational(1, 3)).floor(), -twoTo64() - 1);
    EXPECT_EQ((twoTo63() - Rational(1, 3)).floor().toInteger(), most) << "a whole part that fits again";
}

TEST(Rational, CountsTheBitsOfBothParts) {
    EXPECT_EQ(Rational().bits(), 1U);
    EXPECT_EQ(Rational(1).bits(), 2U);
    EXPECT_EQ(Rational(-5, 8).bits(), 7U);
    EXPECT_EQ(Rational(least).bits(), 65U);
    EXPECT_EQ(twoTo64().bits(), 66U);
}

TEST(Rational, CopiesAreIndependent) {
    Rational a = twoTo64();
    Rational b = a;
    b += 1;
    EXPECT_EQ(a, twoTo64());
    a = b;
    EXPECT_EQ(a, twoTo64() + 1);
    a = Rational(3);
    EXPECT_EQ(a.toInteger(), 3);
    EXPECT_EQ(b, twoTo64() + 1);
}

TEST(Rational, MayBeItsOwnOperand) {
    Rational a = twoTo64();
    const Rational& same = a;
    a += same;
    EXPECT_EQ(a, twoTo64() * 2);
    a *= same;
    EXPECT_EQ(a, twoTo64() * twoTo64() * 4);
    a /= same;
    EXPECT_EQ(a.toInteger(), 1);
    a -= same;
    EXPECT_TRUE(a.isZero());
    a = same;
    EXPECT_TRUE(a.isZero());
}

TEST(Rational, OrdersAcrossRepresentations) {
    EXPECT_LT(Rational(most), twoTo63());
    EXPECT_LT(-twoTo64(), Rational(least));
    EXPECT_LT(1 / twoTo64(), Rational(1, most));
    EXPECT_GT(1 / twoTo64(), Rational());
    EXPECT_LT(Rational(most - 1, most), 1);
    EXPECT_LT(Rational(most - 2, most - 1), Rational(most - 1, most));
    EXPECT_LT(Rational(least, most), Rational(least + 1, most));
}

RC_GTEST_PROP(RationalLaws, AdditionIsACommutativeGroup, (const Rational& a, const Rational& b, const Rational& c)) {
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a + 0 == a);
    RC_ASSERT(a + -a == Rational());
    RC_ASSERT(a - b == a + -b);
}

RC_GTEST_PROP(RationalLaws, MultiplicationIsACommutativeGroupWithoutZero, (const Rational& a, const Rational& b, const Rational& c)) {
    RC_ASSERT(a * b == b * a);
    RC_ASSERT((a * b) * c == a * (b * c));
    RC_ASSERT(a * 1 == a);
    RC_ASSERT((a * 0).isZero());
    if (!b.isZero()) {
        RC_ASSERT(b / b == Rational(1));
        RC_ASSERT(a / b * b == a);
        RC_ASSERT(a / b == a * (1 / b));
    }
}

RC_GTEST_PROP(RationalLaws, MultiplicationDistributes, (const Rational& a, const Rational& b, const Rational& c)) {
    RC_ASSERT(a * (b + c) == a * b + a * c);
}

RC_GTEST_PROP(RationalLaws, OrderIsTotalAndAgreesWithTheSignOfTheDifference, (const Rational& a, const Rational& b)) {
    RC_ASSERT((a <=> b) == ((a - b).sign() <=> 0));
    RC_ASSERT((a <=> b) == (0 <=> (b <=> a)));
    RC_ASSERT((a == b) == ((a <=> b) == 0));
}

RC_GTEST_PROP(RationalLaws, OrderIsKeptByAdditionAndByPositiveFactors, (const Rational& a, const Rational& b, const Rational& c)) {
    RC_PRE(a < b);
    RC_ASSERT(a + c < b + c);
    if (c.sign() > 0) RC_ASSERT(a * c < b * c);
    if (c.sign() < 0) RC_ASSERT(a * c > b * c);
}

RC_GTEST_PROP(RationalLaws, EqualValuesAreEqualHoweverTheyCameAbout, (const Rational& a, const Rational& b)) {
    const Rational back = a + b - b;
    RC_ASSERT(back == a);
    RC_ASSERT(back.exact() == a.exact());
    RC_ASSERT(back.bits() == a.bits());
    RC_ASSERT(back.toInteger() == a.toInteger());
}

RC_GTEST_PROP(RationalLaws, FloorAndCeilEncloseWithinOne, (const Rational& a)) {
    RC_ASSERT(a.floor().isWhole());
    RC_ASSERT(a.floor() <= a && a < a.floor() + 1);
    RC_ASSERT(a.ceil() - a.floor() == Rational(a.isWhole() ? 0 : 1));
    RC_ASSERT(a.abs() == (a.sign() < 0 ? -a : a));
}

}  // namespace
}  // namespace assay::quantity

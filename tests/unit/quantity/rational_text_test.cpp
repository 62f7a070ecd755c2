#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "assay/quantity/rational.hpp"
#include "generators.hpp"

namespace assay::quantity {
namespace {

std::string parsed(std::string_view text) {
    const std::optional<Rational> value = Rational::parse(text);
    return value ? value->exact() : "refused";
}

// 2 to the power of `bits`, in decimal digits.
std::string powerOfTwo(int bits) {
    Rational power = 1;
    for (int i = 0; i < bits; ++i)
        power *= 2;
    return power.exact();
}

TEST(RationalParse, ReadsDecimalsExactly) {
    EXPECT_EQ(parsed("0.1"), "1/10");
    EXPECT_EQ(parsed("-2.50"), "-5/2");
    EXPECT_EQ(parsed("+7"), "7");
    EXPECT_EQ(parsed("007"), "7");
    EXPECT_EQ(parsed("-0"), "0");
    EXPECT_EQ(parsed("0.000"), "0");
    EXPECT_EQ(parsed("1_000.000_5"), "2000001/2000");
    EXPECT_EQ(parsed("9223372036854775807"), "9223372036854775807");
    EXPECT_EQ(parsed("-9223372036854775808"), "-9223372036854775808");
    EXPECT_EQ(parsed("9223372036854775808"), "9223372036854775808");
    EXPECT_EQ(parsed("0.12345678901234567890"), "1234567890123456789/10000000000000000000");
}

TEST(RationalParse, ReadsExponents) {
    EXPECT_EQ(parsed("1.5e2"), "150");
    EXPECT_EQ(parsed("1.5E+2"), "150");
    EXPECT_EQ(parsed("15e-1"), "3/2");
    EXPECT_EQ(parsed("1e0"), "1");
    EXPECT_EQ(parsed("1e0002"), "100");
}

TEST(RationalParse, TheExponentGoesToFourHundred) {
    EXPECT_EQ(parsed("1e400"), "1" + std::string(400, '0'));
    EXPECT_EQ(parsed("1e-400"), "1/1" + std::string(400, '0'));
    EXPECT_EQ(parsed("1e401"), "refused");
    EXPECT_EQ(parsed("1e-401"), "refused");
    EXPECT_EQ(parsed("0e401"), "refused");
    EXPECT_EQ(parsed("1e99999999999999999999"), "refused");
}

TEST(RationalParse, TheValueGoesTo4096Bits) {
    // A whole number spends one bit on its denominator: 2^4094 has 4095 + 1.
    EXPECT_EQ(Rational::parse(powerOfTwo(4094))->bits(), 4096U);
    EXPECT_EQ(parsed(powerOfTwo(4095)), "refused");
    EXPECT_EQ(parsed("-" + powerOfTwo(4095)), "refused");
}

TEST(RationalParse, LeadingAndTrailingZerosCostNothing) {
    EXPECT_EQ(parsed(std::string(100'000, '0') + "1." + std::string(100'000, '0')), "1");
    EXPECT_EQ(parsed("1" + std::string(1000, '0') + "e-400"), "1" + std::string(600, '0'));
}

TEST(RationalParse, RefusesALongTextAtOnce) {
    EXPECT_EQ(parsed(std::string(10'000'000, '7')), "refused");
    EXPECT_EQ(parsed("0." + std::string(10'000'000, '0') + "1"), "refused");
    EXPECT_EQ(parsed("1" + std::string(10'000'000, '0')), "refused");
}

TEST(RationalParse, RefusesWhatIsNotADecimal) {
    for (const char* text :
         {"",   "-",     "+",   ".",  "1.", ".5",   "-.5",  "1..2", "1.2.3", "1e",   "1e+", "e5",  "1e1.5", "--1", "+-1", "1 ",
          " 1", "1 000", "1,5", "_1", "1_", "1__0", "1_.5", "1._5", "1e_5",  "0x10", "inf", "nan", "1/2",   "１",  "1%"}) {
        EXPECT_EQ(parsed(text), "refused") << '"' << text << '"';
    }
    EXPECT_EQ(parsed(std::string_view("1\0", 2)), "refused");
}

TEST(RationalDecimal, ShowsAnEndingExpansionWhole) {
    EXPECT_EQ(Rational(3).decimal(), "3");
    EXPECT_EQ(Rational(3, 2).decimal(), "1.5");
    EXPECT_EQ(Rational(-9, 8).decimal(), "-1.125");
    EXPECT_EQ(Rational(1, 1'000'000).decimal(), "0.000001");
    EXPECT_EQ(Rational(100).decimal(), "100");
    EXPECT_EQ(Rational().decimal(), "0");
    EXPECT_EQ(Rational(5).decimal(0), "5");
    EXPECT_EQ(Rational::parse("1e30")->decimal(), "1" + std::string(30, '0'));
}

TEST(RationalDecimal, RoundsWhatDoesNotEndToAllItsPlaces) {
    EXPECT_EQ(Rational(1, 3).decimal(), "0.333333");
    EXPECT_EQ(Rational(2, 3).decimal(), "0.666667");
    EXPECT_EQ(Rational(-2, 3).decimal(2), "-0.67");
    EXPECT_EQ(Rational(2'999'999'999, 3'000'000'000).decimal(), "1.000000");
    EXPECT_EQ(Rational(199, 200).decimal(1), "1.0");
}

TEST(RationalDecimal, RoundsAHalfAwayFromZero) {
    EXPECT_EQ(Rational(1, 8).decimal(2), "0.13");
    EXPECT_EQ(Rational(-1, 8).decimal(2), "-0.13");
    EXPECT_EQ(Rational(5, 2).decimal(0), "3");
    EXPECT_EQ(Rational(-5, 2).decimal(0), "-3");
    EXPECT_EQ(Rational(1'249'999, 10'000'000).decimal(2), "0.12");
}

TEST(RationalDecimal, WritesNoSignBeforeARoundedZero) {
    EXPECT_EQ(Rational(-1, 1000).decimal(2), "0.00");
    EXPECT_EQ(Rational(-5, 1000).decimal(2), "-0.01");
}

RC_GTEST_PROP(RationalText, ADecimalReadsBackWithinHalfAUnitOfItsLastPlace, (const Rational& a)) {
    const std::string text = a.decimal(8);
    const std::optional<Rational> back = Rational::parse(text);
    RC_ASSERT(back.has_value());
    RC_ASSERT((*back - a).abs() <= Rational(1, 200'000'000));
    if ((a * 100'000'000).isWhole()) RC_ASSERT(*back == a);
}

RC_GTEST_PROP(RationalText, TheExactFormIsNumeratorOverDenominator, (const Rational& a)) {
    const std::string text = a.exact();
    const std::size_t slash = text.find('/');
    const Rational numerator = *Rational::parse(text.substr(0, slash));
    const Rational denominator = slash == std::string::npos ? Rational(1) : *Rational::parse(text.substr(slash + 1));
    RC_ASSERT(numerator / denominator == a);
    RC_ASSERT(a.isWhole() == (slash == std::string::npos));
}

}  // namespace
}  // namespace assay::quantity

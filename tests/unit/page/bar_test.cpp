#include "bar.hpp"

#include <gtest/gtest.h>

namespace assay::page {
namespace {

using quantity::Date;
using quantity::Interval;
using quantity::Rational;

std::string drawn(const AmountScale& scale, const Interval& amount) {
    Markup out;
    scale.draw(out, amount);
    return out.take();
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(AmountScale, DrawsFromZeroAgainstTheLargest) {
    AmountScale scale;
    scale.add(Interval::point(Rational(200)));
    scale.add(Interval::point(Rational(50)));
    EXPECT_TRUE(holds(drawn(scale, Interval::point(Rational(200))), "class=\"more\" x=\"0\" y=\"4\" width=\"1000\""));
    EXPECT_TRUE(holds(drawn(scale, Interval::point(Rational(50))), "class=\"more\" x=\"0\" y=\"4\" width=\"250\""));
}

TEST(AmountScale, DrawsWhatIsTakenOffToTheOtherSideOfZero) {
    AmountScale scale;
    scale.add(Interval::point(Rational(300)));
    scale.add(Interval::point(Rational(-100)));
    EXPECT_TRUE(holds(drawn(scale, Interval::point(Rational(-100))), "class=\"less\" x=\"0\" y=\"4\" width=\"250\""));
    EXPECT_TRUE(holds(drawn(scale, Interval::point(Rational(300))), "class=\"more\" x=\"250\" y=\"4\" width=\"750\""));
}

TEST(AmountScale, ShowsHowFarAnAmountIsOpen) {
    AmountScale scale;
    const Interval open{Rational(50), Rational(100)};
    scale.add(open);
    EXPECT_TRUE(holds(drawn(scale, open), "class=\"range\" x=\"500\" y=\"4\" width=\"500\""));
    EXPECT_FALSE(holds(drawn(scale, Interval{Rational(50), std::nullopt}), "<rect"));
}

TEST(AmountScale, DrawsNothingOfNothing) {
    AmountScale scale;
    scale.add(Interval::point(Rational(0)));
    EXPECT_FALSE(holds(drawn(scale, Interval::point(Rational(0))), "class=\"less\""));
}

TEST(DayScale, DrawsADutyFromItsStartToItsDueDayAndHowLateItIs) {
    DayScale scale(*Date::parse("2025-04-11"));
    scale.add(Date::parse("2025-01-01"));
    Markup out;
    scale.draw(out, {Date::parse("2025-01-01"), Date::parse("2025-02-20"), std::nullopt, true});
    const std::string text = out.take();
    EXPECT_TRUE(holds(text, "class=\"span\" x=\"0\" y=\"4\" width=\"500\"")) << "50 of 100 days";
    EXPECT_TRUE(holds(text, "class=\"late\" x=\"500\" y=\"4\" width=\"500\""));
    EXPECT_TRUE(holds(text, "class=\"judged\" x=\"997\""));
    EXPECT_FALSE(holds(text, "class=\"met\""));
}

}  // namespace
}  // namespace assay::page

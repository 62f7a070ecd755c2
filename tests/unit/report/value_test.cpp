#include "assay/report/value.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

using check::TypeKind;
using diagnostics::Language;
using evaluate::Known;
using quantity::Interval;
using quantity::Rational;

check::Declaration declared(TypeKind kind, const char* unit = "", const Rational& factor = 1) {
    check::Declaration declaration;
    declaration.type.kind = kind;
    declaration.unit = {unit, factor, {}};
    return declaration;
}

Known line(const Interval& interval) {
    Known known;
    known.kind = Known::Kind::Line;
    known.settled = interval.isPoint();
    known.line = interval;
    return known;
}

std::string shown(const Known& value, const check::Declaration& declaration, Language language = Language::English) {
    return shownValue(value, declaration, {}, language);
}

TEST(ShownNumber, PrintsADecimalOfTwelvePlacesWhole) {
    EXPECT_EQ(shownNumber(3), "3");
    EXPECT_EQ(shownNumber(Rational(-9, 8)), "-1.125");
    EXPECT_EQ(shownNumber(Rational(1, 1'000'000'000'000)), "0.000000000001");
}

TEST(ShownNumber, CutsWhatIsLongerAndAddsTheFraction) {
    EXPECT_EQ(shownNumber(Rational(1, 3)), "0.333333… (1/3)");
    EXPECT_EQ(shownNumber(Rational(-2, 3)), "-0.666666… (-2/3)");
    EXPECT_EQ(shownNumber(Rational(1, 10'000'000'000'000)), "0.000000… (1/10000000000000)");
}

TEST(ShownNumber, NeverCrossesALimitByRounding) {
    const Rational justBelowTen = Rational(10) - Rational(1, 3'000'000'000);
    const Rational justAboveTen = Rational(10) + Rational(1, 3'000'000'000);
    EXPECT_EQ(shownNumber(justBelowTen), "9.999999… (29999999999/3000000000)");
    EXPECT_EQ(shownNumber(justAboveTen), "10.000000… (30000000001/3000000000)");
}

TEST(ShownNumber, LeavesALongFractionOut) {
    const Rational value = Rational(1'000'000'000'000'000'003, 1'000'000'000'000'000'007);
    EXPECT_EQ(shownNumber(value), "0.999999…");
}

TEST(ShownValue, IsInTheDeclaredUnit) {
    EXPECT_EQ(shown(line(Interval::point(1125)), declared(TypeKind::Quantity, "tCO2e", 1000)), "1.125 tCO2e");
    EXPECT_EQ(shown(line(Interval::point(Rational(1, 10))), declared(TypeKind::Ratio)), "10 %");
    EXPECT_EQ(shown(line(Interval::point(0)), declared(TypeKind::Date)), "1970-01-01");
}

TEST(ShownValue, CountsPeriodsInBothLanguages) {
    EXPECT_EQ(shown(line(Interval::point(1)), declared(TypeKind::Days)), "1 day");
    EXPECT_EQ(shown(line(Interval::point(24)), declared(TypeKind::Months)), "24 months");
    EXPECT_EQ(shown(line(Interval::point(3)), declared(TypeKind::WorkingDays), Language::Chinese), "3 个工作日");
}

TEST(ShownValue, GivesTheBoundsOfWhatIsNotSettled) {
    const check::Declaration kilograms = declared(TypeKind::Quantity, "kg");
    EXPECT_EQ(shown(line({Rational(2), Rational(3)}), kilograms), "2 kg..3 kg");
    EXPECT_EQ(shown(line({Rational(2), std::nullopt}), kilograms), "at least 2 kg");
    EXPECT_EQ(shown(line({std::nullopt, Rational(3)}), kilograms), "at most 3 kg");
    EXPECT_EQ(shown(line(Interval::all()), kilograms), "unknown");
    EXPECT_EQ(shown(Known{}, kilograms, Language::Chinese), "未知");
}

TEST(ExactValue, IsCanonicalAndInTheDeclaredUnit) {
    EXPECT_EQ(exactValue(line(Interval::point(1125)), declared(TypeKind::Quantity, "tCO2e", 1000), {}), "9/8");
    EXPECT_EQ(exactValue(line(Interval::point(Rational(1, 10))), declared(TypeKind::Ratio), {}), "1/10");
    EXPECT_EQ(exactValue(line(Interval::point(0)), declared(TypeKind::Date), {}), "1970-01-01");
    Known none;
    none.kind = Known::Kind::None;
    none.settled = true;
    EXPECT_EQ(exactValue(none, declared(TypeKind::Date), {}), "none");
}

TEST(ExactValue, IsAbsentForWhatIsNotSettled) {
    EXPECT_EQ(exactValue(line({Rational(2), Rational(3)}), declared(TypeKind::Number), {}), std::nullopt);
    EXPECT_EQ(exactValue(Known{}, declared(TypeKind::Bool), {}), std::nullopt);
}

}  // namespace
}  // namespace assay::report

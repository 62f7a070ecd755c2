#include "value.hpp"

#include <gtest/gtest.h>

namespace assay::evaluate {
namespace {

using quantity::Interval;
using quantity::Rational;

Value optional(Value value) {
    value.canBeNone = true;
    return value;
}

Value text(const char* known) {
    return {Text{base::Boxed<std::string>(std::string(known))}};
}

Value choices(std::uint64_t enumerators) {
    return {Choices{enumerators}};
}

// Values that may meet in one expression, by type: settled, open, none, and perhaps none.
std::vector<std::vector<Value>> families() {
    return {
        {Value::of(true), Value::of(false), Value{}, optional(Value::of(true)), Value::none()},
        {Value::of(Rational(1)), Value::of(Rational(1, 3)), Value::of(Interval{Rational(0), Rational(2)}),
         Value::of(Interval{Rational(1), std::nullopt}), Value::of(Interval::all()), optional(Value::of(Rational(5))), Value::none()},
        {choices(1), choices(2), choices(3), choices(7), optional(choices(4)), Value::none()},
        {text("a"), text("b"), {Text{}}, optional(text("a")), Value::none()},
        {{ItemRow{0U}}, {ItemRow{1U}}, {ItemRow{}}, Value::none()},
    };
}

TEST(Hull, IsIdempotentCommutativeAndAssociative) {
    for (const std::vector<Value>& family : families()) {
        for (const Value& a : family) {
            EXPECT_EQ(hull(a, a), a);
            for (const Value& b : family) {
                EXPECT_EQ(hull(a, b), hull(b, a));
                for (const Value& c : family)
                    EXPECT_EQ(hull(hull(a, b), c), hull(a, hull(b, c)));
            }
        }
    }
}

TEST(Hull, HoldsBothAndIsSettledOnlyWhereTheyAreOne) {
    for (const std::vector<Value>& family : families()) {
        for (const Value& a : family) {
            for (const Value& b : family) {
                const Value both = hull(a, b);
                EXPECT_EQ(hull(both, a), both);
                EXPECT_EQ(hull(both, b), both);
                EXPECT_EQ(both.settled(), a.settled() && b.settled() && a == b);
            }
        }
    }
}

TEST(Hull, OfTwoNumbersIsTheIntervalBetweenThem) {
    EXPECT_EQ(hull(Value::of(Rational(1)), Value::of(Rational(3))).interval(), (Interval{Rational(1), Rational(3)}));
    EXPECT_EQ(hull(Value::of(Interval{Rational(1), std::nullopt}), Value::of(Rational(0))).interval(),
              (Interval{Rational(0), std::nullopt}));
}

TEST(Settled, IsExactlyOneValue) {
    EXPECT_TRUE(Value::of(true).isTrue());
    EXPECT_TRUE(Value::of(false).isFalse());
    EXPECT_FALSE(Value{}.isTrue() || Value{}.isFalse() || Value{}.settled());
    EXPECT_FALSE(optional(Value::of(true)).isTrue());
    EXPECT_TRUE(Value::none().settled());
    EXPECT_FALSE(Value::none().isTrue() || Value::none().isFalse());
    EXPECT_FALSE(optional(Value::of(Rational(1))).settled());
    EXPECT_TRUE(Value::of(Interval::point(Rational(2))).settled());
    EXPECT_TRUE(choices(4).settled());
    EXPECT_FALSE(choices(5).settled());
}

TEST(Settled, OfADecideIsNeitherConflictNorNotYet) {
    EXPECT_TRUE((Value{Choices{1}}).settled());
    EXPECT_TRUE((Value{Choices{0, true}}).settled());
    EXPECT_FALSE((Value{Choices{1, true}}).settled());
    EXPECT_FALSE((Value{Choices{0, false, true}}).settled());
    EXPECT_FALSE((Value{Choices{0, false, false, true}}).settled());
}

TEST(AnyValue, HasTheBoundsOfItsType) {
    const check::Checked rules;
    check::Type type;
    type.kind = check::TypeKind::Count;
    EXPECT_EQ(Value::any(type, rules).interval(), Interval::all());
    type.kind = check::TypeKind::Date;
    EXPECT_EQ(Value::any(type, rules).interval().low, Rational(quantity::Date::first().dayNumber()));
    EXPECT_EQ(Value::any(type, rules).interval().high, Rational(quantity::Date::last().dayNumber()));
    type.kind = check::TypeKind::Number;
    EXPECT_EQ(Value::any(type, rules).interval(), Interval::all());
    EXPECT_FALSE(Value::any(type, rules).canBeNone);
    type.optional = true;
    EXPECT_TRUE(Value::any(type, rules).canBeNone);
}

TEST(AnyValue, OfAnEnumIsEachOfItsAlternativesUpToSixtyFour) {
    check::Checked rules;
    check::Enumeration three;
    three.enumerators.resize(3);
    check::Enumeration most;
    most.enumerators.resize(64);
    check::Type type;
    type.kind = check::TypeKind::Enum;
    type.enumeration = rules.enumerations.add(three);
    EXPECT_EQ(Value::any(type, rules).choices().enumerators, 7U);
    type.enumeration = rules.enumerations.add(most);
    EXPECT_EQ(Value::any(type, rules).choices().enumerators, ~std::uint64_t{0});
}

}  // namespace
}  // namespace assay::evaluate

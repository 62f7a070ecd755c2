#include "table.hpp"

#include <gtest/gtest.h>

namespace assay::evaluate {
namespace {

using check::Cell;
using check::Constant;
using quantity::Interval;
using quantity::Rational;

const std::optional<bool> open;

Cell range(std::optional<Rational> low, std::optional<Rational> high, bool lowStrict = false, bool highStrict = false) {
    Cell cell;
    cell.kind = Cell::Kind::Range;
    cell.low = std::move(low);
    cell.high = std::move(high);
    cell.lowStrict = lowStrict;
    cell.highStrict = highStrict;
    return cell;
}

Cell oneOf(std::vector<Constant> constants) {
    Cell cell;
    cell.kind = Cell::Kind::Equals;
    cell.equals = std::move(constants);
    return cell;
}

Constant enumerator(std::size_t index) {
    return {Constant::Enumerator{check::EnumId(0), index}};
}

Value between(int low, int high) {
    return Value::of(Interval{Rational(low), Rational(high)});
}

Value perhapsNone(Value value) {
    value.canBeNone = true;
    return value;
}

TEST(Cells, OfARangeIncludeTheirEnds) {
    const Cell cell = range(Rational(51), Rational(100));
    EXPECT_EQ(cellMatches(cell, Value::of(Rational(50))), false);
    EXPECT_EQ(cellMatches(cell, Value::of(Rational(51))), true);
    EXPECT_EQ(cellMatches(cell, Value::of(Rational(100))), true);
    EXPECT_EQ(cellMatches(cell, Value::of(Rational(101))), false);
    EXPECT_EQ(cellMatches(cell, Value::of(Rational(201, 2))), false);
}

TEST(Cells, OfAComparisonLeaveOutTheirEnd) {
    const Cell below = range(std::nullopt, Rational(10), false, true);
    EXPECT_EQ(cellMatches(below, Value::of(Rational(10))), false);
    EXPECT_EQ(cellMatches(below, Value::of(Rational(9999, 1000))), true);
    const Cell above = range(Rational(10), std::nullopt, true);
    EXPECT_EQ(cellMatches(above, Value::of(Rational(10))), false);
    EXPECT_EQ(cellMatches(above, Value::of(Rational(10001, 1000))), true);
}

TEST(Cells, AreOpenWhereOnlySomeValuesMatch) {
    const Cell cell = range(Rational(51), Rational(100));
    EXPECT_EQ(cellMatches(cell, between(51, 100)), true);
    EXPECT_EQ(cellMatches(cell, between(50, 100)), open);
    EXPECT_EQ(cellMatches(cell, between(60, 101)), open);
    EXPECT_EQ(cellMatches(cell, between(1, 50)), false);
    EXPECT_EQ(cellMatches(cell, between(101, 200)), false);
    EXPECT_EQ(cellMatches(cell, Value::of(Interval::all())), open);
    EXPECT_EQ(cellMatches(range(std::nullopt, std::nullopt), Value::of(Interval::all())), true);
}

TEST(Cells, OfNoneMatchNoneAndNeverAValue) {
    Cell none;
    none.kind = Cell::Kind::None;
    EXPECT_EQ(cellMatches(none, Value::none()), true);
    EXPECT_EQ(cellMatches(none, Value::of(Rational(0))), false);
    EXPECT_EQ(cellMatches(none, perhapsNone(Value::of(Rational(0)))), open);
}

TEST(Cells, OfValuesDoNotMatchNone) {
    const Cell cell = range(Rational(0), std::nullopt);
    EXPECT_EQ(cellMatches(cell, Value::none()), false);
    EXPECT_EQ(cellMatches(cell, perhapsNone(Value::of(Rational(1)))), open);
    EXPECT_EQ(cellMatches(cell, perhapsNone(Value::of(Rational(-1)))), false);
}

TEST(Cells, OfAnyMatchWhatever) {
    const Cell any;
    EXPECT_EQ(cellMatches(any, Value::none()), true);
    EXPECT_EQ(cellMatches(any, perhapsNone(Value::of(Interval::all()))), true);
}

TEST(Cells, OfSeveralEnumeratorsMatchASetWithin) {
    const Cell cell = oneOf({enumerator(0), enumerator(2)});
    EXPECT_EQ(cellMatches(cell, Value::enumerator(0)), true);
    EXPECT_EQ(cellMatches(cell, Value::enumerator(1)), false);
    EXPECT_EQ(cellMatches(cell, {Choices{0b101}}), true);
    EXPECT_EQ(cellMatches(cell, {Choices{0b111}}), open);
    EXPECT_EQ(cellMatches(cell, {Choices{0b1010}}), false);
}

TEST(Cells, OfARangeOfAnOrderedEnumGoByItsOrder) {
    const Cell upToSecond = range(std::nullopt, Rational(1));
    EXPECT_EQ(cellMatches(upToSecond, Value::enumerator(1)), true);
    EXPECT_EQ(cellMatches(upToSecond, Value::enumerator(2)), false);
    EXPECT_EQ(cellMatches(upToSecond, {Choices{0b011}}), true);
    EXPECT_EQ(cellMatches(upToSecond, {Choices{0b110}}), open);
}

TEST(Cells, OfNumbersTextsTruthsAndDatesMatchTheirEquals) {
    EXPECT_EQ(cellMatches(oneOf({{Rational(1)}, {Rational(3)}}), Value::of(Rational(3))), true);
    EXPECT_EQ(cellMatches(oneOf({{Rational(1)}, {Rational(3)}}), Value::of(Rational(2))), false);
    EXPECT_EQ(cellMatches(oneOf({{Rational(1)}, {Rational(3)}}), between(1, 3)), open);
    EXPECT_EQ(cellMatches(oneOf({{std::string("rye")}}), {Text{base::Boxed<std::string>(std::string("rye"))}}), true);
    EXPECT_EQ(cellMatches(oneOf({{std::string("rye")}}), {Text{base::Boxed<std::string>(std::string("Rye"))}}), false);
    EXPECT_EQ(cellMatches(oneOf({{std::string("rye")}}), {Text{}}), open);
    EXPECT_EQ(cellMatches(oneOf({{true}}), Value::of(true)), true);
    EXPECT_EQ(cellMatches(oneOf({{true}}), Value::of(false)), false);
    EXPECT_EQ(cellMatches(oneOf({{true}}), Value{}), open);
    EXPECT_EQ(cellMatches(oneOf({{quantity::Date(5)}}), Value::of(Rational(5))), true);
    EXPECT_EQ(cellMatches(oneOf({{quantity::Date(5)}}), Value::of(Rational(6))), false);
}

}  // namespace
}  // namespace assay::evaluate

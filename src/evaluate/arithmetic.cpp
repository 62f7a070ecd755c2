#include "assay/quantity/date.hpp"
#include "kernels.hpp"

namespace assay::evaluate {

using lower::Op;
using quantity::Date;
using quantity::Interval;
using quantity::Rational;

namespace {

std::optional<Date> dateOf(const Rational& dayNumber) {
    const auto number = dayNumber.toInteger();
    if (!number || *number < Date::first().dayNumber() || *number > Date::last().dayNumber()) return std::nullopt;
    return Date(static_cast<std::int32_t>(*number));
}

// The day a period after a day; empty where it leaves the calendar.
std::optional<Rational> shifted(Op op, const Rational& day, const Rational& period) {
    const std::optional<Date> date = dateOf(day);
    const auto amount = period.toInteger();
    if (!date || !amount) return std::nullopt;
    const std::optional<Date> result = op == Op::AddMonths ? quantity::addMonths(*date, *amount) : quantity::addDays(*date, *amount);
    if (!result) return std::nullopt;
    return Rational(result->dayNumber());
}

// Both ends follow the ends of day and period. A date that may leave the calendar may be undefined: every value then.
Value shift(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const Interval days = state.operandValue(place, 0).interval();
    const Interval period = state.operandValue(place, 1).interval();
    if (!days.low || !days.high || !period.low || !period.high) return Value::any(node.type, state.rules());
    const std::optional<Rational> low = shifted(node.op, *days.low, *period.low);
    const std::optional<Rational> high = shifted(node.op, *days.high, *period.high);
    if (low && high) return Value::of(Interval{low, high});
    const bool certain = days.isPoint() && period.isPoint();
    return certain ? Value::undefined(node.type, state.rules()) : Value::any(node.type, state.rules());
}

// A result too large for the number limits is undefined rather than slow.
Value bounded(const State& state, Place place, const Interval& interval) {
    const auto tooLarge = [](const std::optional<Rational>& end) {
        return end && end->bits() > static_cast<std::size_t>(Rational::maxBits);
    };
    if (tooLarge(interval.low) || tooLarge(interval.high)) return Value::undefined(state.node(place.node).type, state.rules());
    return Value::of(interval);
}

}  // namespace

Value arithmeticValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const auto operand = [&](std::size_t index) { return state.operandValue(place, index).interval(); };
    switch (node.op) {
        case Op::Negate:
            return Value::of(-operand(0));
        case Op::Abs:
            return Value::of(quantity::abs(operand(0)));
        case Op::Add:
            return bounded(state, place, operand(0) + operand(1));
        case Op::Subtract:
        case Op::DateDifference:
            return bounded(state, place, operand(0) - operand(1));
        case Op::Multiply:
            return bounded(state, place, operand(0) * operand(1));
        case Op::Divide: {
            const std::optional<Interval> quotient = quantity::divide(operand(0), operand(1));
            return quotient ? bounded(state, place, *quotient) : Value::undefined(node.type, state.rules());
        }
        case Op::AddDays:
        case Op::AddMonths:
            return shift(state, place);
        default: {
            Interval result = operand(0);
            for (std::size_t index = 1; index < node.operands.size(); ++index)
                result = node.op == Op::Larger ? quantity::larger(result, operand(index)) : quantity::smaller(result, operand(index));
            return Value::of(result);
        }
    }
}

}  // namespace assay::evaluate

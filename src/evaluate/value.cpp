#include "value.hpp"

#include "assay/quantity/date.hpp"

namespace assay::evaluate {

using check::TypeKind;
using quantity::Interval;
using quantity::Rational;

Value Value::of(const Interval& interval) {
    if (interval.isPoint()) return {*interval.low};
    return {Line(interval)};
}

Value Value::none() {
    Value value;
    value.canBeNone = true;
    value.canBeGiven = false;
    return value;
}

Value Value::any(const check::Type& type, const check::Checked& rules) {
    Value value;
    value.canBeNone = type.optional;
    switch (type.kind) {
        case TypeKind::Date:
            value.possible = Line(Interval{Rational(quantity::Date::first().dayNumber()), Rational(quantity::Date::last().dayNumber())});
            break;
        case TypeKind::Count:
        case TypeKind::Number:
        case TypeKind::Quantity:
        case TypeKind::Ratio:
        case TypeKind::Days:
        case TypeKind::Months:
        case TypeKind::WorkingDays:
            value.possible = Line(Interval::all());
            break;
        case TypeKind::Enum: {
            const std::size_t count = rules.enumerations[type.enumeration].enumerators.size();
            value.possible = Choices{count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1};
            break;
        }
        case TypeKind::Text:
            value.possible = Text{};
            break;
        case TypeKind::Item:
        case TypeKind::Record:
            value.possible = ItemRow{};
            break;
        case TypeKind::List:
            value.possible = Elements{};
            break;
        case TypeKind::Bool:
        case TypeKind::Error:
            value.possible = Truth{};
            break;
    }
    return value;
}

Value Value::undefined(const check::Type& type, const check::Checked& rules) {
    Value value = any(type, rules);
    value.origin = Origin::Undefined;
    return value;
}

namespace {

bool single(const Choices& choices) {
    const bool one = choices.enumerators != 0 && (choices.enumerators & (choices.enumerators - 1)) == 0;
    const int members = (one                        ? 1
                         : choices.enumerators == 0 ? 0
                                                    : 2) +
                        (choices.noOutcome ? 1 : 0) + (choices.conflict ? 1 : 0) + (choices.notYet ? 1 : 0);
    return members == 1 && !choices.conflict && !choices.notYet;
}

struct Settled {
    bool operator()(const Truth& truth) const { return truth.canBeTrue != truth.canBeFalse; }
    bool operator()(const Rational&) const { return true; }
    bool operator()(const Line&) const { return false; }
    bool operator()(const Choices& choices) const { return single(choices); }
    bool operator()(const Text& text) const { return static_cast<bool>(text.known); }
    bool operator()(const ItemRow& item) const { return item.known.has_value(); }
    bool operator()(const Elements& elements) const { return static_cast<bool>(elements.known); }
};

}  // namespace

bool Value::settled() const {
    if (!canBeGiven) return true;
    return !canBeNone && std::visit(Settled{}, possible);
}

bool Value::isTrue() const {
    const auto* truth = std::get_if<Truth>(&possible);
    return truth != nullptr && canBeGiven && !canBeNone && !truth->canBeFalse;
}

bool Value::isFalse() const {
    const auto* truth = std::get_if<Truth>(&possible);
    return truth != nullptr && canBeGiven && !canBeNone && !truth->canBeTrue;
}

Interval Value::interval() const {
    if (const auto* number = std::get_if<Rational>(&possible)) return Interval::point(*number);
    if (const auto* line = std::get_if<Line>(&possible)) return **line;
    return Interval::all();
}

Value hull(const Value& a, const Value& b) {
    if (!a.canBeGiven && !b.canBeGiven) return Value::none();
    Value result = a.canBeGiven ? a : b;
    result.canBeNone = a.canBeNone || b.canBeNone;
    result.origin = Value::Origin::Plain;
    if (!a.canBeGiven || !b.canBeGiven) return result;
    if (const auto* truth = std::get_if<Truth>(&a.possible)) {
        const auto& other = std::get<Truth>(b.possible);
        result.possible = Truth{truth->canBeTrue || other.canBeTrue, truth->canBeFalse || other.canBeFalse};
    } else if (const auto* choices = std::get_if<Choices>(&a.possible)) {
        const Choices& other = b.choices();
        result.possible = Choices{choices->enumerators | other.enumerators, choices->noOutcome || other.noOutcome,
                                  choices->conflict || other.conflict, choices->notYet || other.notYet};
    } else if (std::holds_alternative<Text>(a.possible)) {
        if (!(a.possible == b.possible)) result.possible = Text{};
    } else if (std::holds_alternative<ItemRow>(a.possible)) {
        if (!(a.possible == b.possible)) result.possible = ItemRow{};
    } else if (std::holds_alternative<Elements>(a.possible)) {
        if (!(a.possible == b.possible)) result.possible = Elements{};
    } else {
        result.possible = Value::of(quantity::hull(a.interval(), b.interval())).possible;
    }
    return result;
}

}  // namespace assay::evaluate

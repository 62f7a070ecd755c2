#include "show.hpp"

#include "assay/quantity/date.hpp"

namespace assay::evaluate {

using check::TypeKind;
using lower::Op;
using quantity::Interval;
using quantity::Rational;

namespace {

constexpr int shownDigits = 12;

std::string dateText(const Rational& dayNumber) {
    const auto number = dayNumber.toInteger();
    return number ? quantity::Date(static_cast<std::int32_t>(*number)).text() : dayNumber.exact();
}

// Decimal digits where they end, else a rounded decimal with the exact fraction behind it.
std::string numberText(const Rational& number) {
    const std::string decimal = number.decimal(shownDigits);
    const std::optional<Rational> read = Rational::parse(decimal);
    return read && *read == number ? decimal : "≈" + number.decimal(6) + " (" + number.exact() + ")";
}

std::string pointText(const Rational& number, const check::Type& type, const quantity::Unit& unit) {
    const auto counted = [&](const char* one, const char* many) { return numberText(number) + (number == Rational(1) ? one : many); };
    switch (type.kind) {
        case TypeKind::Date:
            return dateText(number);
        case TypeKind::Ratio:
            return numberText(number * Rational(100)) + " %";
        case TypeKind::Days:
            return counted(" day", " days");
        case TypeKind::Months:
            return counted(" month", " months");
        case TypeKind::WorkingDays:
            return counted(" working day", " working days");
        case TypeKind::Quantity:
            if (unit.symbol.empty()) return numberText(number) + " [" + quantity::describe(type.dimension) + "]";
            return numberText(number / unit.factor) + " " + unit.symbol;
        default:
            return numberText(number);
    }
}

std::string enumeratorList(const Choices& choices, const check::Enumeration& enumeration) {
    std::vector<std::string> names;
    for (std::size_t index = 0; index < enumeration.enumerators.size(); ++index) {
        if ((choices.enumerators >> index) & 1U) names.push_back(enumeration.enumerators[index].name);
    }
    if (choices.noOutcome) names.emplace_back("no outcome");
    if (names.size() == 1) return names.front();
    std::string text = "one of ";
    for (std::size_t index = 0; index < names.size(); ++index)
        text += (index == 0 ? "" : ", ") + names[index];
    return text;
}

std::string elementText(const State& state, const Element& element, const check::Type& type) {
    if (const auto* item = std::get_if<ItemRow>(&element)) return state.block().itemId(type.list, *item->known);
    if (const auto* text = std::get_if<std::string>(&element)) return *text;
    if (const auto* group = std::get_if<GroupRows>(&element)) {
        std::string ids;
        for (const std::uint32_t row : *group)
            ids += (ids.empty() ? "" : ", ") + state.block().itemId(type.list, row);
        return "[" + ids + "]";
    }
    return state.rules().enumerations[type.enumeration].enumerators[std::get<std::size_t>(element)].name;
}

// Renders a value with a function for the points of a line.
template <class Point>
std::string render(const State& state, const Value& value, const check::Type& type, const Point& point) {
    if (!value.canBeGiven) return "none";
    if (value.canBeNone) return "unknown";
    if (const auto* truth = std::get_if<Truth>(&value.possible))
        return truth->canBeTrue == truth->canBeFalse ? "unknown" : truth->canBeTrue ? "true" : "false";
    if (const auto* choices = std::get_if<Choices>(&value.possible)) {
        if (choices->conflict || choices->notYet) return "unknown";
        const check::Enumeration& enumeration = state.rules().enumerations[type.enumeration];
        return !value.settled() && choices->enumerators == Value::any(type, state.rules()).choices().enumerators
                   ? "unknown"
                   : enumeratorList(*choices, enumeration);
    }
    if (const auto* text = std::get_if<Text>(&value.possible)) return text->known ? *text->known : "unknown";
    if (const auto* item = std::get_if<ItemRow>(&value.possible))
        return item->known ? state.block().itemId(type.list, *item->known) : "unknown";
    if (const auto* list = std::get_if<Elements>(&value.possible)) {
        if (!list->known) return "unknown";
        std::string text;
        for (const Element& element : *list->known)
            text += (text.empty() ? "" : ", ") + elementText(state, element, type);
        return "[" + text + "]";
    }
    const Interval interval = value.interval();
    if (interval.isPoint()) return point(*interval.low);
    if (interval == Value::any(type, state.rules()).interval() || (!interval.low && !interval.high)) return "unknown";
    return (interval.low ? point(*interval.low) : "") + ".." + (interval.high ? point(*interval.high) : "");
}

}  // namespace

quantity::Unit displayUnit(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    if (node.type.kind != TypeKind::Quantity) return {};
    const check::Checked& rules = state.rules();
    switch (node.op) {
        case Op::Constant:
            return state.program().constants[node.payload].unit;
        case Op::Fact:
        case Op::PairFact:
            return rules.facts[check::FactId(node.payload)].unit;
        case Op::Field:
            return rules.fields[check::FieldId(node.payload)].unit;
        case Op::Declaration:
        case Op::AtItem:
        case Op::Table:
            return rules.declarations[check::DeclId(node.payload)].unit;
        default:
            break;
    }
    if (node.inner.valid()) return {};
    for (std::size_t index = 0; index < node.operands.size(); ++index) {
        const Place operand = state.operand(place, index);
        if (!(state.node(operand.node).type.dimension == node.type.dimension)) continue;
        quantity::Unit unit = displayUnit(state, operand);
        if (!unit.symbol.empty()) return unit;
    }
    return {};
}

std::string shown(const State& state, const Value& value, const check::Type& type, const quantity::Unit& unit) {
    return render(state, value, type, [&](const Rational& number) { return pointText(number, type, unit); });
}

std::string shown(const State& state, Place place) {
    return shown(state, state.value(place), state.node(place.node).type, displayUnit(state, place));
}

std::string exact(const State& state, const Value& value, const check::Type& type) {
    return render(state, value, type,
                  [&](const Rational& number) { return type.kind == TypeKind::Date ? dateText(number) : number.exact(); });
}

Known known(const State& state, const Value& value, const check::Type& type) {
    Known result;
    result.settled = value.settled() && value.origin == Value::Origin::Plain;
    if (!value.canBeGiven) {
        result.kind = Known::Kind::None;
        return result;
    }
    if (value.canBeNone || value.origin != Value::Origin::Plain) return result;
    if (const auto* truth = std::get_if<Truth>(&value.possible)) {
        result.kind = result.settled ? Known::Kind::Bool : Known::Kind::Unknown;
        result.boolean = truth->canBeTrue;
    } else if (const auto* choices = std::get_if<Choices>(&value.possible)) {
        result.kind = Known::Kind::Enumerator;
        for (std::size_t index = 0; index < state.rules().enumerations[type.enumeration].enumerators.size(); ++index) {
            if ((choices->enumerators >> index) & 1U) result.candidates.push_back(index);
        }
    } else if (type.isOrderedLine()) {
        result.kind = Known::Kind::Line;
        result.line = value.interval();
    } else if (result.settled) {
        result.kind = type.kind == TypeKind::Text ? Known::Kind::Text : type.kind == TypeKind::List ? Known::Kind::List : Known::Kind::Item;
        result.text = exact(state, value, type);
    }
    return result;
}

}  // namespace assay::evaluate

#include <algorithm>

#include "kernels.hpp"

namespace assay::evaluate {

using check::TypeKind;
using lower::Op;
using quantity::Interval;

namespace {

std::optional<bool> negated(std::optional<bool> truth) {
    return truth ? std::optional(!*truth) : truth;
}

// The line on which values of a type are ordered; an ordered enum by its indices.
Interval lineOf(const Value& value) {
    const auto* choices = std::get_if<Choices>(&value.possible);
    if (choices == nullptr) return value.interval();
    int low = 0;
    int high = 63;
    while (low < 63 && ((choices->enumerators >> low) & 1U) == 0)
        ++low;
    while (high > 0 && ((choices->enumerators >> high) & 1U) == 0)
        --high;
    return {quantity::Rational(low), quantity::Rational(high)};
}

}  // namespace

std::optional<bool> equalValues(const Value& a, const Value& b) {
    if (!a.canBeGiven || !b.canBeGiven) {
        if (a.canBeGiven != b.canBeGiven && (a.canBeNone || b.canBeNone) && (a.settled() && b.settled())) return false;
        return !a.canBeGiven && !b.canBeGiven ? std::optional(true) : std::nullopt;
    }
    if (a.canBeNone || b.canBeNone) return std::nullopt;
    if (const auto* truth = std::get_if<Truth>(&a.possible)) {
        const auto& other = std::get<Truth>(b.possible);
        if (!a.settled() || !b.settled()) return std::nullopt;
        return truth->canBeTrue == other.canBeTrue;
    }
    if (const auto* choices = std::get_if<Choices>(&a.possible)) {
        if ((choices->enumerators & b.choices().enumerators) == 0) return false;
        return a.settled() && b.settled() ? std::optional(true) : std::nullopt;
    }
    if (std::holds_alternative<Text>(a.possible) || std::holds_alternative<ItemRow>(a.possible) ||
        std::holds_alternative<Elements>(a.possible)) {
        if (!a.settled() || !b.settled()) return std::nullopt;
        return a.possible == b.possible;
    }
    return quantity::equal(a.interval(), b.interval());
}

namespace {

// Elements of lists are settled.
bool holds(const std::vector<Element>& list, const Element& element) {
    return std::find(list.begin(), list.end(), element) != list.end();
}

std::optional<bool> elementIn(const Value& value, const Value& list) {
    const auto& elements = std::get<Elements>(list.possible).known;
    if (elements && elements->empty()) return false;
    if (!elements || !value.settled() || !value.canBeGiven) return std::nullopt;
    if (const auto* item = std::get_if<ItemRow>(&value.possible)) return holds(*elements, *item);
    if (const auto* text = std::get_if<Text>(&value.possible)) return holds(*elements, *text->known);
    std::size_t index = 0;
    while (((value.choices().enumerators >> index) & 1U) == 0)
        ++index;
    return holds(*elements, index);
}

std::optional<bool> subset(const Value& part, const Value& whole) {
    const auto& elements = std::get<Elements>(part.possible).known;
    const auto& others = std::get<Elements>(whole.possible).known;
    if (elements && elements->empty()) return true;
    if (!elements || !others) return std::nullopt;
    return std::all_of(elements->begin(), elements->end(), [&](const Element& element) { return holds(*others, element); });
}

// A decide that has no outcome is no enumerator; one that is in conflict or not yet reached may still become any.
std::optional<bool> isEnumerator(const Value& value, std::size_t enumerator) {
    const Choices& choices = value.choices();
    if (value.canBeNone || choices.conflict || choices.notYet) return std::nullopt;
    const std::uint64_t bit = std::uint64_t{1} << enumerator;
    if ((choices.enumerators & bit) == 0) return false;
    return choices.enumerators == bit && !choices.noOutcome ? std::optional(true) : std::nullopt;
}

}  // namespace

Value comparisonValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const Value& first = state.operandValue(place, 0);
    if (node.op == Op::IsEnumerator) return truthOf(isEnumerator(first, node.payload));
    const Value& second = state.operandValue(place, 1);
    switch (node.op) {
        case Op::Less:
            return truthOf(quantity::less(lineOf(first), lineOf(second)));
        case Op::Greater:
            return truthOf(quantity::less(lineOf(second), lineOf(first)));
        case Op::LessEqual:
            return truthOf(negated(quantity::less(lineOf(second), lineOf(first))));
        case Op::GreaterEqual:
            return truthOf(negated(quantity::less(lineOf(first), lineOf(second))));
        case Op::Equal:
            return truthOf(equalValues(first, second));
        case Op::NotEqual:
            return truthOf(negated(equalValues(first, second)));
        case Op::InList:
            return truthOf(elementIn(first, second));
        default:
            return truthOf(subset(first, second));
    }
}

}  // namespace assay::evaluate

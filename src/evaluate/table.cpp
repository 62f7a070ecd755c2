#include "table.hpp"

#include <algorithm>

#include "kernels.hpp"

namespace assay::evaluate {

using check::Cell;
using quantity::Interval;
using quantity::Rational;

namespace {

using Hit = syntax::TableDecl::Hit;

const check::Table& tableOf(const State& state, Place application) {
    return std::get<check::Table>(state.rules().declarations[check::DeclId(state.node(application.node).payload)].body);
}

std::optional<bool> inRange(const Cell& cell, const Interval& value) {
    const auto below = [](const std::optional<Rational>& a, const Rational& b, bool orEqual) { return a && (orEqual ? *a <= b : *a < b); };
    const auto above = [](const std::optional<Rational>& a, const Rational& b, bool orEqual) { return a && (orEqual ? *a >= b : *a > b); };
    if (cell.low && below(value.high, *cell.low, cell.lowStrict)) return false;
    if (cell.high && above(value.low, *cell.high, cell.highStrict)) return false;
    const bool lowHolds = !cell.low || above(value.low, *cell.low, !cell.lowStrict);
    const bool highHolds = !cell.high || below(value.high, *cell.high, !cell.highStrict);
    return lowHolds && highHolds ? std::optional(true) : std::nullopt;
}

std::optional<bool> equals(const check::Constant& constant, const Value& value) {
    if (const auto* truth = std::get_if<bool>(&constant.value)) {
        if (value.isTrue()) return *truth;
        if (value.isFalse()) return !*truth;
        return std::nullopt;
    }
    if (const auto* enumerator = std::get_if<check::Constant::Enumerator>(&constant.value)) {
        const std::uint64_t bit = std::uint64_t{1} << enumerator->index;
        const Choices& choices = value.choices();
        if ((choices.enumerators & bit) == 0) return false;
        return choices.enumerators == bit ? std::optional(true) : std::nullopt;
    }
    if (const auto* text = std::get_if<std::string>(&constant.value)) {
        const auto& known = std::get<Text>(value.possible).known;
        return known ? std::optional(*known == *text) : std::nullopt;
    }
    if (const auto* date = std::get_if<quantity::Date>(&constant.value))
        return quantity::equal(value.interval(), Interval::point(Rational(date->dayNumber())));
    return quantity::equal(value.interval(), Interval::point(std::get<Rational>(constant.value)));
}

// One of several values: a set of enumerators settles it even where no single one does.
std::optional<bool> equalsAny(const Cell& cell, const Value& value) {
    std::uint64_t bits = 0;
    bool allFalse = true;
    for (const check::Constant& constant : cell.equals) {
        const std::optional<bool> matches = equals(constant, value);
        if (matches == true) return true;
        allFalse = allFalse && matches == false;
        if (const auto* enumerator = std::get_if<check::Constant::Enumerator>(&constant.value))
            bits |= std::uint64_t{1} << enumerator->index;
    }
    if (allFalse) return false;
    const auto* choices = std::get_if<Choices>(&value.possible);
    return choices != nullptr && (choices->enumerators & ~bits) == 0 ? std::optional(true) : std::nullopt;
}

Interval indexInterval(const Choices& choices) {
    int low = 0;
    int high = 63;
    while (low < 63 && ((choices.enumerators >> low) & 1U) == 0)
        ++low;
    while (high > 0 && ((choices.enumerators >> high) & 1U) == 0)
        --high;
    return {Rational(low), Rational(high)};
}

}  // namespace

std::optional<bool> cellMatches(const Cell& cell, const Value& value) {
    if (cell.kind == Cell::Kind::Any) return true;
    if (cell.kind == Cell::Kind::None) {
        if (value.canBeNone && value.canBeGiven) return std::nullopt;
        return !value.canBeGiven;
    }
    if (!value.canBeGiven) return false;
    std::optional<bool> matches;
    if (cell.kind == Cell::Kind::Equals) {
        matches = equalsAny(cell, value);
    } else {
        const auto* choices = std::get_if<Choices>(&value.possible);
        matches = inRange(cell, choices != nullptr ? indexInterval(*choices) : value.interval());
    }
    return value.canBeNone && matches == true ? std::nullopt : matches;
}

Place rowOutput(const State& state, Place application, std::size_t row) {
    const lower::Node& node = state.node(application.node);
    return state.seenFrom(state.program().declarations[check::DeclId(node.payload)].values[row], node.space, application.row);
}

RowMatches matchRows(const State& state, Place application) {
    const lower::Node& node = state.node(application.node);
    const check::Table& table = tableOf(state, application);
    const lower::DeclarationParts& parts = state.program().declarations[check::DeclId(node.payload)];
    RowMatches matches;
    for (std::size_t index = 0; index < node.operands.size(); ++index)
        matches.inputsSettled = matches.inputsSettled && state.operandValue(application, index).settled();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        bool certain = true;
        bool possible = true;
        for (std::size_t index = 0; possible && index < node.operands.size(); ++index) {
            const std::optional<bool> cell = cellMatches(table.rows[row].cells[index], state.operandValue(application, index));
            possible = cell != false;
            certain = certain && cell == true;
        }
        if (parts.conditions[row].valid()) {
            const Value& when = state.value(state.seenFrom(parts.conditions[row], node.space, application.row));
            possible = possible && !when.isFalse();
            certain = certain && when.isTrue();
        }
        if (!possible) continue;
        matches.possible.push_back(row);
        if (certain) matches.certain.push_back(row);
        if (certain && table.hit == Hit::First) break;
    }
    return matches;
}

namespace {

Value collected(const State& state, Place place, const RowMatches& matches) {
    if (matches.certain.size() != matches.possible.size()) return Value::any(state.node(place.node).type, state.rules());
    std::vector<Element> elements;
    for (const std::size_t row : matches.certain) {
        const Value& output = state.value(rowOutput(state, place, row));
        if (!output.settled()) return Value::any(state.node(place.node).type, state.rules());
        if (const auto* text = std::get_if<Text>(&output.possible)) {
            elements.emplace_back(*text->known);
        } else {
            std::size_t index = 0;
            while (((output.choices().enumerators >> index) & 1U) == 0)
                ++index;
            elements.emplace_back(index);
        }
    }
    return {Elements{base::Boxed<std::vector<Element>>(std::move(elements))}};
}

}  // namespace

Value tableValue(const State& state, Place place) {
    const check::Table& table = tableOf(state, place);
    const RowMatches matches = matchRows(state, place);
    if (table.hit == Hit::Collect) return collected(state, place, matches);
    const check::Type& type = state.node(place.node).type;
    if (table.hit == Hit::Unique && matches.certain.size() > 1) {
        Value value = Value::any(type, state.rules());
        value.origin = Value::Origin::Conflict;
        return value;
    }
    if (matches.possible.empty()) return Value::undefined(type, state.rules());
    if (!matches.inputsSettled && !table.complete && matches.certain.empty()) return Value::any(type, state.rules());
    std::optional<Value> result;
    for (const std::size_t row : matches.possible) {
        const Value& output = state.value(rowOutput(state, place, row));
        result = hull(result ? *result : output, output);
    }
    return *result;
}

}  // namespace assay::evaluate

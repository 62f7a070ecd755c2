#include "kernels.hpp"

namespace assay::evaluate {

using lower::Op;
using quantity::Interval;
using quantity::Rational;

namespace {

// An item that a quantifier met: its measured value, and whether its where is certain.
struct Met {
    Value measured;
    bool certain;
    RowIndex row;
};

// The items whose where is not false, in row order.
std::vector<Met> met(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const State::Inner inner = state.inner(place);
    std::vector<Met> items;
    for (RowIndex row = inner.begin; row < inner.end; ++row) {
        const auto at = [&](std::size_t index) -> const Value& {
            return state.value(state.seenFrom(node.operands[index], node.inner, row));
        };
        const bool hasWhere = node.payload == 1;
        if (hasWhere && at(0).isFalse()) continue;
        const bool measures = node.op != Op::Count && node.op != Op::The;
        items.push_back({measures ? at(node.operands.size() - 1) : Value{}, !hasWhere || at(0).isTrue(), row});
    }
    return items;
}

Value extreme(const State& state, Place place, const std::vector<Met>& items) {
    const lower::Node& node = state.node(place.node);
    if (items.empty()) return Value::undefined(node.type, state.rules());
    const auto pick = node.op == Op::Max ? quantity::larger : quantity::smaller;
    std::optional<Interval> all;
    std::optional<Interval> certain;
    for (const Met& item : items) {
        const Interval value = item.measured.interval();
        all = all ? pick(*all, value) : value;
        if (item.certain) certain = certain ? pick(*certain, value) : value;
    }
    // Where an uncertain item drops out, the end towards which it pulled goes back to what the certain items give.
    Interval result = *all;
    if (node.op == Op::Max) {
        result.low = certain ? certain->low : std::nullopt;
    } else {
        result.high = certain ? certain->high : std::nullopt;
    }
    return Value::of(result);
}

Value sum(const std::vector<Met>& items) {
    Interval total = Interval::point(0);
    for (const Met& item : items) {
        const Interval value = item.measured.interval();
        total = total + (item.certain ? value : quantity::hull(value, Interval::point(0)));
    }
    return Value::of(total);
}

Value theItem(const State& state, Place place, const std::vector<Met>& items) {
    std::size_t certain = 0;
    for (const Met& item : items)
        certain += item.certain ? 1 : 0;
    Value value{ItemRow{}};
    if (items.empty() || certain > 1) {
        value.origin = Value::Origin::Conflict;
    } else if (items.size() == 1 && certain == 1) {
        value.possible = ItemRow{state.rows(state.node(place.node).inner).item[items.front().row]};
    }
    return value;
}

}  // namespace

Value aggregateValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    if (!state.inner(place).known) {
        if (node.op == Op::Count) return Value::of(Interval{Rational(0), std::nullopt});
        return Value::any(node.type, state.rules());
    }
    const std::vector<Met> items = met(state, place);
    switch (node.op) {
        case Op::Count: {
            std::int64_t certain = 0;
            for (const Met& item : items)
                certain += item.certain ? 1 : 0;
            return Value::of(Interval{Rational(certain), Rational(static_cast<std::int64_t>(items.size()))});
        }
        case Op::Sum:
            return sum(items);
        case Op::The:
            return theItem(state, place, items);
        default:
            return extreme(state, place, items);
    }
}

}  // namespace assay::evaluate

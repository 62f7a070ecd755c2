#include <algorithm>

#include "definition.hpp"

namespace assay::model {

using check::Expr;
using check::ExprKind;
using quantity::Interval;

Place Definition::at(const Place& place, check::BinderId binder, Item item) {
    Place inner = place;
    inner.items[binder] = item;
    return inner;
}

std::optional<std::vector<Item>> Definition::listItems(check::ExprId id, const Place& place) {
    const Expr& list = rules_.expressions[id];
    if (list.kind == ExprKind::ListFact) return view_.items(list.list, std::nullopt);
    if (list.kind == ExprKind::Declaration && list.type.element == check::TypeKind::Record) return groupItems(list.decl);
    if (list.type.element == check::TypeKind::Item) {  // a list that names items of another
        const Value named = operand(id, place);
        if (!named.list) return std::nullopt;
        std::vector<Item> items;
        for (const Value& element : *named.list)
            items.push_back(*element.item);
        return items;
    }
    const Value holder = operand(list.operands[0], place);  // a nested list is a field of its parent item
    return holder.item ? view_.items(list.type.list, holder.item) : std::nullopt;
}

Truth Definition::where(const Expr& expr, const Place& place) {
    return expr.hasWhere ? truth(expr.operands[1], place) : Truth::of(true);
}

Value Definition::quantifier(const Expr& expr, const Place& place) {
    const auto items = listItems(expr.operands[0], place);
    if (!items) return Value::of(Truth::either());
    Truth some = Truth::of(false);
    Truth all = Truth::of(true);
    for (const Item& item : *items) {
        const Place inner = at(place, expr.binder, item);
        const Truth condition = where(expr, inner);
        const Truth body = truth(expr.operands.back(), inner);
        some = any(some, both(condition, body));
        all = both(all, any(!condition, body));
    }
    return Value::of(expr.kind == ExprKind::Every ? all : expr.kind == ExprKind::Some ? some : !some);
}

Value Definition::aggregate(const Expr& expr, const Place& place) {
    const auto items = listItems(expr.operands[0], place);
    if (!items) return expr.kind == ExprKind::Count ? Value::of(expr.type.kind, {quantity::Rational(0), std::nullopt}) : every(expr.type);
    if (expr.kind == ExprKind::Min || expr.kind == ExprKind::Max) return extremum(expr, *items, place);
    Interval total = Interval::point(0);
    for (const Item& item : *items) {
        const Place inner = at(place, expr.binder, item);
        const Truth condition = where(expr, inner);
        if (condition.isFalse()) continue;
        const Interval measured = expr.kind == ExprKind::Count ? Interval::point(1) : operand(expr.operands.back(), inner).line;
        total = total + (condition.isTrue() ? measured : quantity::hull(measured, Interval::point(0)));
    }
    return Value::of(expr.type.kind, total);
}

Value Definition::extremum(const Expr& expr, const std::vector<Item>& items, const Place& place) {
    const bool isMax = expr.kind == ExprKind::Max;
    const auto combine = isMax ? quantity::larger : quantity::smaller;
    std::optional<Interval> certain;   // over the items with a condition that is true
    std::optional<Interval> possible;  // over those with a condition that is not false
    for (const Item& item : items) {
        const Place inner = at(place, expr.binder, item);
        const Truth condition = where(expr, inner);
        if (condition.isFalse()) continue;
        const Interval measured = operand(expr.operands.back(), inner).line;
        possible = possible ? combine(*possible, measured) : measured;
        if (condition.isTrue()) certain = certain ? combine(*certain, measured) : measured;
    }
    if (!possible) return every(expr.type);
    // The end that the item with the extreme gives; the other end could drop away with an item whose condition is open.
    Interval result = *possible;
    if (isMax) {
        result.low = certain ? certain->low : std::nullopt;
    } else {
        result.high = certain ? certain->high : std::nullopt;
    }
    return Value::of(expr.type.kind, result);
}

Value Definition::theItem(const Expr& expr, const Place& place) {
    const auto items = listItems(expr.operands[0], place);
    Value found = every(expr.type);
    if (!items) return found;
    std::vector<Item> certain;
    bool open = false;
    for (const Item& item : *items) {
        const Truth condition = where(expr, at(place, expr.binder, item));
        if (condition.isTrue()) certain.push_back(item);
        open = open || !condition.settled();
    }
    if (certain.size() == 1 && !open) found.item = certain.front();
    return found;
}

// Pairs that stand beside each other by key, where every key is settled.
Value Definition::consecutive(const Expr& expr, const Place& place) {
    const auto items = listItems(expr.operands[0], place);
    if (!items) return Value::of(Truth::either());
    std::vector<std::pair<quantity::Rational, Item>> ordered;
    for (const Item& item : *items) {
        const Value key = operand(expr.operands[1], at(place, expr.binder, item));
        if (!key.settled()) return Value::of(Truth::either());
        ordered.emplace_back(*key.line.low, item);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Truth all = Truth::of(true);
    for (std::size_t i = 0; i + 1 < ordered.size(); ++i) {
        const Place pair = at(at(place, expr.binder, ordered[i].second), expr.secondBinder, ordered[i + 1].second);
        all = both(all, truth(expr.operands.back(), pair));
    }
    return Value::of(all);
}

}  // namespace assay::model

#include <algorithm>

#include "definition.hpp"

namespace assay::model {

using check::Expr;

namespace {

// In the row's cell, for a value that is given.
Truth inside(const check::Cell& cell, const quantity::Interval& line, bool loose) {
    Truth within = Truth::of(true);
    const auto below = [loose](const quantity::Interval& a, const quantity::Interval& b, bool strict) {
        return strict && !loose ? Truth::of(quantity::less(a, b)) : !Truth::of(quantity::less(b, a));
    };
    if (cell.low) within = both(within, below(quantity::Interval::point(*cell.low), line, cell.lowStrict));
    if (cell.high) within = both(within, below(line, quantity::Interval::point(*cell.high), cell.highStrict));
    return within;
}

}  // namespace

Truth Definition::cellMatches(const check::Cell& cell, const Value& value, const check::Type& type) const {
    switch (cell.kind) {
        case check::Cell::Kind::Any:
            return Truth::of(true);
        case check::Cell::Kind::None:
            return {value.mayBeNone, value.mayBeGiven};
        case check::Cell::Kind::Equals:
        case check::Cell::Kind::Range:
            break;
    }
    if (value.exactlyNone()) return Truth::of(false);
    Truth matches = Truth::of(false);
    if (cell.kind == check::Cell::Kind::Range) {
        quantity::Interval line = value.line;
        if (type.kind == check::TypeKind::Enum) {
            line = {};
            for (int i = 0; i < 64; ++i) {
                if ((value.enumerators >> i & 1U) == 0) continue;
                if (!line.low) line.low = i;
                line.high = i;
            }
        }
        matches = inside(cell, line, options_.mutation == Mutation::StrictBoundIsLoose);
    } else {
        for (const check::Constant& constant : cell.equals) {
            Value cellValue = Value::of(Truth::either());
            if (const auto* boolean = std::get_if<bool>(&constant.value)) cellValue = Value::of(Truth::of(*boolean));
            if (const auto* number = std::get_if<quantity::Rational>(&constant.value))
                cellValue = Value::of(type.kind, quantity::Interval::point(*number));
            if (const auto* date = std::get_if<quantity::Date>(&constant.value))
                cellValue = Value::of(type.kind, quantity::Interval::point(date->dayNumber()));
            if (const auto* enumerator = std::get_if<check::Constant::Enumerator>(&constant.value))
                cellValue = Value::enumerator(enumerator->index);
            if (const auto* text = std::get_if<std::string>(&constant.value)) {
                cellValue.kind = check::TypeKind::Text;
                cellValue.text = *text;
            }
            matches = any(matches, equal(value, cellValue));
        }
    }
    // A value that may be none may fail to match.
    return value.mayBeNone ? both(matches, Truth::either()) : matches;
}

Definition::TableMatch Definition::matches(const check::Table& table, const std::vector<Value>& arguments) {
    TableMatch match;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const check::Row& row = table.rows[r];
        Truth matches = truth(row.when, Place{});
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            matches = both(matches, cellMatches(row.cells[i], arguments[i], table.parameters[i].type));
        if (matches.isFalse()) continue;
        match.possible.push_back(r);
        if (!matches.isTrue()) continue;
        match.certain.push_back(r);
        if (table.hit == syntax::TableDecl::Hit::First) break;
    }
    return match;
}

namespace {
bool allSettled(const std::vector<Value>& values) {
    return std::all_of(values.begin(), values.end(), [](const Value& value) { return value.settled(); });
}
}  // namespace

Value Definition::apply(const Expr& expr, const Place& place) {
    const auto& table = std::get<check::Table>(rules_.declarations[expr.decl].body);
    std::vector<Value> arguments;
    for (std::size_t i = 0; i < expr.operands.size(); ++i)
        arguments.push_back(table.parameters[i].type.optional ? value(expr.operands[i], place) : operand(expr.operands[i], place));
    const TableMatch match = matches(table, arguments);
    const Place inTable{expr.decl, {}};
    if (table.hit == syntax::TableDecl::Hit::Collect) {
        Value list = every(expr.type);
        if (match.possible.size() != match.certain.size()) return list;
        list.list.emplace();
        for (const std::size_t row : match.certain)
            list.list->push_back(value(table.rows[row].output, inTable));
        return list;
    }
    const bool conflict = table.hit == syntax::TableDecl::Hit::Unique && match.certain.size() > 1;
    const bool outputs = allSettled(arguments) ? !match.possible.empty() : table.complete || !match.certain.empty();
    if (conflict || !outputs || match.possible.empty()) return every(expr.type);
    Value result = value(table.rows[match.possible.front()].output, inTable);
    for (const std::size_t row : match.possible)
        result = hull(result, value(table.rows[row].output, inTable));
    return result;
}

std::optional<evaluate::MissingKind> Definition::tableFault(const Expr& expr, const Place& place) {
    const auto& table = std::get<check::Table>(rules_.declarations[expr.decl].body);
    std::vector<Value> arguments;
    for (std::size_t i = 0; i < expr.operands.size(); ++i)
        arguments.push_back(table.parameters[i].type.optional ? value(expr.operands[i], place) : operand(expr.operands[i], place));
    const TableMatch match = matches(table, arguments);
    if (table.hit == syntax::TableDecl::Hit::Collect) return std::nullopt;
    if (table.hit == syntax::TableDecl::Hit::Unique && match.certain.size() > 1) return evaluate::MissingKind::Conflict;
    if (match.possible.empty()) return evaluate::MissingKind::Undefined;
    return std::nullopt;
}

}  // namespace assay::model

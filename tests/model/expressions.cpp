#include <algorithm>

#include "definition.hpp"

namespace assay::model {

using check::Expr;
using check::ExprKind;
using check::TypeKind;
using quantity::Interval;

Value Definition::every(const check::Type& type) const {
    return everyValue(type.kind, type.kind == TypeKind::Enum ? rules_.enumerations[type.enumeration].enumerators.size() : 0);
}

Value Definition::operand(check::ExprId id, const Place& place) {
    Value found = value(id, place);
    return found.mayBeNone ? every(rules_.expressions[id].type) : found;
}

Truth Definition::truth(check::ExprId id, const Place& place) {
    return id.valid() ? operand(id, place).truth : Truth::of(true);
}

Value Definition::value(check::ExprId id, const Place& place) {
    const Expr& expr = rules_.expressions[id];
    switch (expr.kind) {
        case ExprKind::Literal: {
            if (const auto* boolean = std::get_if<bool>(&expr.constant.value)) return Value::of(Truth::of(*boolean));
            if (const auto* number = std::get_if<quantity::Rational>(&expr.constant.value))
                return Value::of(expr.type.kind, Interval::point(*number));
            if (const auto* date = std::get_if<quantity::Date>(&expr.constant.value))
                return Value::of(expr.type.kind, Interval::point(date->dayNumber()));
            if (const auto* enumerator = std::get_if<check::Constant::Enumerator>(&expr.constant.value))
                return Value::enumerator(enumerator->index);
            if (const auto* text = std::get_if<std::string>(&expr.constant.value)) {
                Value literal;
                literal.kind = TypeKind::Text;
                literal.text = *text;
                return literal;
            }
            return Value::none(expr.type.kind);
        }
        case ExprKind::Fact:
            return view_.fact(expr.fact);
        case ExprKind::AsOf:
            return Value::of(TypeKind::Date, Interval::point(view_.asOf().dayNumber()));
        case ExprKind::Variable:
            return Value::of(place.items.at(expr.binder));
        case ExprKind::Field:
            return field(expr, place);
        case ExprKind::PairFact: {
            const Value first = operand(expr.operands[0], place);
            const Value second = operand(expr.operands[1], place);
            return first.item && second.item ? view_.pairFact(expr.fact, *first.item, *second.item) : every(expr.type);
        }
        case ExprKind::ListFact:
            return every(expr.type);  // a list of records is met through its items only
        case ExprKind::ReadingIs: {
            std::size_t taken = rules_.readings[expr.reading].taken;
            for (const auto& [reading, alternative] : options_.readings) {
                if (reading == expr.reading) taken = alternative;
            }
            return Value::of(Truth::of(taken == expr.index));
        }
        case ExprKind::Declaration:
        case ExprKind::DeclarationOf:
            return reference(expr, place);
        case ExprKind::StageEntered:
            return Value::of(Truth::of(stage(expr.stage).entered));
        case ExprKind::TableApply:
            return apply(expr, place);
        case ExprKind::Due:
            return due(expr, place);
        case ExprKind::IsUnique: {
            const check::DeclId partition = rules_.expressions[expr.operands[0]].decl;
            const bool isReached = verdict(partition, std::nullopt).reach == Verdict::Reach::Reached;
            return Value::of(isReached ? divided(partition).unique : Truth::either());
        }
        case ExprKind::StateOn:
            return stateOn(expr, place);
        case ExprKind::EnteredOn:
            return enteredOn(expr, place);
        case ExprKind::Not:
            return Value::of(!truth(expr.operands[0], place));
        case ExprKind::And:
        case ExprKind::Or: {
            const bool isAnd = expr.kind == ExprKind::And;
            Truth result = Truth::of(isAnd);
            for (const check::ExprId part : expr.operands)
                result = isAnd ? both(result, truth(part, place)) : any(result, truth(part, place));
            return Value::of(result);
        }
        case ExprKind::Negate:
        case ExprKind::Abs:
        case ExprKind::Add:
        case ExprKind::Subtract:
        case ExprKind::Multiply:
        case ExprKind::Divide:
        case ExprKind::DateDifference:
        case ExprKind::Larger:
        case ExprKind::Smaller:
            return arithmetic(expr, place);
        case ExprKind::AddDays:
        case ExprKind::AddMonths:
            return dateAddition(expr, place);
        case ExprKind::Less:
        case ExprKind::LessEqual:
        case ExprKind::Greater:
        case ExprKind::GreaterEqual:
        case ExprKind::Equal:
        case ExprKind::NotEqual:
            return comparison(expr, place);
        case ExprKind::IsEnumerator:
            return isEnumerator(expr, place);
        case ExprKind::IsNone:
        case ExprKind::IsGiven: {
            const Value tested = value(expr.operands[0], place);
            const Truth given{tested.mayBeGiven, tested.mayBeNone};
            return Value::of(expr.kind == ExprKind::IsGiven ? given : !given);
        }
        case ExprKind::InSet:
        case ExprKind::InList:
        case ExprKind::Subset:
            return membership(expr, place);
        case ExprKind::If: {
            const Truth condition = truth(expr.operands[0], place);
            const auto branch = [&](std::size_t index) {
                return expr.type.optional ? value(expr.operands[index], place) : operand(expr.operands[index], place);
            };
            if (condition.settled()) return branch(condition.isTrue() ? 1 : 2);
            return hull(branch(1), branch(2));
        }
        case ExprKind::Some:
        case ExprKind::Every:
        case ExprKind::No:
            return quantifier(expr, place);
        case ExprKind::Count:
        case ExprKind::Sum:
        case ExprKind::Min:
        case ExprKind::Max:
            return aggregate(expr, place);
        case ExprKind::The:
            return theItem(expr, place);
        case ExprKind::Consecutive:
            return consecutive(expr, place);
    }
    return every(expr.type);
}

Value Definition::field(const Expr& expr, const Place& place) {
    const Value holder = operand(expr.operands[0], place);
    if (holder.item && rules_.lists[holder.item->list].partition.valid()) return members(*holder.item);
    if (holder.item) return view_.field(*holder.item, expr.field);
    Value unknown = every(expr.type);
    unknown.mayBeNone = expr.type.optional;
    return unknown;
}

Value Definition::arithmetic(const Expr& expr, const Place& place) {
    const Interval a = operand(expr.operands[0], place).line;
    const auto rest = [&](Interval (*combine)(const Interval&, const Interval&)) {
        Interval result = a;
        for (std::size_t i = 1; i < expr.operands.size(); ++i)
            result = combine(result, operand(expr.operands[i], place).line);
        return Value::of(expr.type.kind, result);
    };
    switch (expr.kind) {
        case ExprKind::Negate:
            return Value::of(expr.type.kind, -a);
        case ExprKind::Abs:
            return Value::of(expr.type.kind, quantity::abs(a));
        case ExprKind::Add:
            return rest([](const Interval& x, const Interval& y) { return x + y; });
        case ExprKind::Multiply:
            return rest([](const Interval& x, const Interval& y) { return x * y; });
        case ExprKind::Divide: {
            const Interval divisor = operand(expr.operands[1], place).line;
            const bool mayBeZero = divisor.contains(0);
            return Value::of(expr.type.kind, mayBeZero ? Interval::all() : *quantity::divide(a, divisor));
        }
        case ExprKind::Larger:
            return rest(quantity::larger);
        case ExprKind::Smaller:
            return rest(quantity::smaller);
        default:
            return rest([](const Interval& x, const Interval& y) { return x - y; });
    }
}

quantity::Date Definition::addMonths(quantity::Date date, std::int64_t months, bool& inRange) const {
    const std::optional<quantity::Date> moved = quantity::addMonths(date, months);
    inRange = inRange && moved.has_value();
    if (!moved) return date;
    const bool clamped = moved->day() != date.day();
    if (options_.mutation == Mutation::MonthsSpillOver && clamped) return quantity::addDays(*moved, 1).value_or(*moved);
    return *moved;
}

// Where an end leaves the years 1 to 9999 the sum may be undefined, and has every value.
Value Definition::dateAddition(const Expr& expr, const Place& place) {
    const Interval date = operand(expr.operands[0], place).line;
    const Interval period = operand(expr.operands[1], place).line;
    bool inRange = date.low && date.high && period.low && period.high;
    const auto end = [&](const quantity::Rational& day, const quantity::Rational& length) {
        const std::optional<std::int64_t> count = length.toInteger();
        const quantity::Date start(static_cast<std::int32_t>(*day.toInteger()));
        if (!count) {
            inRange = false;
            return day;
        }
        if (expr.kind == ExprKind::AddMonths) return quantity::Rational(addMonths(start, *count, inRange).dayNumber());
        const std::optional<quantity::Date> moved = quantity::addDays(start, *count);
        inRange = inRange && moved.has_value();
        return moved ? quantity::Rational(moved->dayNumber()) : day;
    };
    if (!inRange) return every(expr.type);
    const Interval sum{end(*date.low, *period.low), end(*date.high, *period.high)};
    return inRange ? Value::of(TypeKind::Date, sum) : every(expr.type);
}

Value Definition::comparison(const Expr& expr, const Place& place) {
    const Value a = operand(expr.operands[0], place);
    const Value b = operand(expr.operands[1], place);
    const auto line = [](const Value& value) {
        if (value.kind != TypeKind::Enum) return value.line;
        Interval indices;
        for (int i = 0; i < 64; ++i) {
            if ((value.enumerators >> i & 1U) == 0) continue;
            if (!indices.low) indices.low = i;
            indices.high = i;
        }
        return indices;
    };
    const auto less = [&](const Interval& x, const Interval& y) {
        if (options_.mutation == Mutation::StrictBoundIsLoose) return !Truth::of(quantity::less(y, x));
        return Truth::of(quantity::less(x, y));
    };
    switch (expr.kind) {
        case ExprKind::Equal:
            return Value::of(equal(a, b));
        case ExprKind::NotEqual:
            return Value::of(!equal(a, b));
        case ExprKind::Less:
            return Value::of(less(line(a), line(b)));
        case ExprKind::Greater:
            return Value::of(less(line(b), line(a)));
        case ExprKind::LessEqual:
            return Value::of(!Truth::of(quantity::less(line(b), line(a))));
        default:
            return Value::of(!Truth::of(quantity::less(line(a), line(b))));
    }
}

Value Definition::isEnumerator(const Expr& expr, const Place& place) {
    const Expr& tested = rules_.expressions[expr.operands[0]];
    const std::uint64_t bit = std::uint64_t{1} << expr.index;
    const bool isDecide = (tested.kind == ExprKind::Declaration || tested.kind == ExprKind::DeclarationOf) &&
                          check::outcomesOf(rules_.declarations[tested.decl]) != nullptr;
    if (!isDecide) {
        const std::uint64_t possible = operand(expr.operands[0], place).enumerators;
        return Value::of(Truth{(possible & bit) != 0, possible != bit});
    }
    const std::optional<Item> item = itemOf(tested, place);
    if (tested.kind == ExprKind::DeclarationOf && !item) return Value::of(Truth::either());
    const Verdict& found = verdict(tested.decl, item);
    // What may still turn out a conflict or not yet reached may still turn out unknown.
    if (found.mayConflict || found.mayNotBeYet) return Value::of(Truth::either());
    return Value::of(Truth{(found.outcomes & bit) != 0, found.outcomes != bit || found.mayNotApply});
}

Value Definition::membership(const Expr& expr, const Place& place) {
    if (expr.kind == ExprKind::Subset) {
        const Value a = operand(expr.operands[0], place);
        const Value b = operand(expr.operands[1], place);
        if (!a.list) return Value::of(Truth::either());
        Truth all = Truth::of(true);
        for (const Value& element : *a.list) {
            Truth found = b.list ? Truth::of(false) : Truth::either();
            if (b.list) {
                for (const Value& other : *b.list)
                    found = any(found, equal(element, other));
            }
            all = both(all, found);
        }
        return Value::of(all);
    }
    const Value element = operand(expr.operands[0], place);
    Truth found = Truth::of(false);
    if (expr.kind == ExprKind::InList) {
        const Value list = operand(expr.operands[1], place);
        if (!list.list) return Value::of(Truth::either());
        for (const Value& other : *list.list)
            found = any(found, equal(element, other));
    } else {
        for (std::size_t i = 1; i < expr.operands.size(); ++i)
            found = any(found, equal(element, value(expr.operands[i], place)));
    }
    return Value::of(found);
}

std::optional<Item> Definition::itemOf(const Expr& expr, const Place& place) {
    return expr.kind == ExprKind::DeclarationOf ? operand(expr.operands[0], place).item : std::nullopt;
}

Value Definition::reference(const Expr& expr, const Place& place) {
    const std::optional<Item> item = itemOf(expr, place);
    if (expr.kind == ExprKind::DeclarationOf && !item) return every(expr.type);
    const Verdict& found = verdict(expr.decl, item);
    const auto& body = rules_.declarations[expr.decl].body;
    if (std::holds_alternative<check::Lifecycle>(body)) return found.conflict ? every(expr.type) : found.conclusion.value;
    if (std::holds_alternative<check::Define>(body)) return found.conclusion.value;
    if (check::outcomesOf(rules_.declarations[expr.decl]) == nullptr) return Value::of(found.truth);
    if (found.mayConflict || found.mayNotBeYet || found.mayNotApply) return every(expr.type);
    Value outcome = Value::enumerator(0);
    outcome.enumerators = found.outcomes;
    return outcome;
}

}  // namespace assay::model

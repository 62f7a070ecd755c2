#include <algorithm>

#include "definition.hpp"

namespace assay::model {

using check::TypeKind;
using quantity::Date;
using quantity::Interval;
using quantity::Rational;

// One item that may pause: the days that it excludes at least and at most, and what is unknown of it.
struct Definition::Pausing {
    std::optional<std::pair<Date, Date>> least, most;
    Needs unknown;
};

std::vector<Definition::Pausing> Definition::pausing(const check::Duty& duty, const Place& place, Needs& unknownLists) {
    std::vector<Pausing> all;
    for (const check::Pause& pause : duty.pauses) {
        const auto items = listItems(pause.list, place);
        if (!items) {
            unknownLists.insert(view_.needOf(rules_.expressions[pause.list].list, std::nullopt));
            continue;
        }
        for (const Item& item : *items) {
            const Place inner = at(place, pause.binder, item);
            const Truth where = truth(pause.where, inner);
            const Value from = value(pause.from, inner);
            const Value to = value(pause.to, inner);
            Pausing one;
            for (const check::ExprId part : {pause.where, pause.from, pause.to}) {
                const Needs more = part == pause.where ? touchedAsValue(part, inner) : touched(part, inner);
                one.unknown.insert(more.begin(), more.end());
            }
            if (!where.isFalse() && from.mayBeGiven) {
                one.most = {firstOf(from.line), to.mayBeNone ? Date::last() : lastOf(to.line)};
                if (where.isTrue() && !from.mayBeNone) {
                    Date end = to.mayBeGiven ? firstOf(to.line) : view_.asOf();
                    if (to.mayBeNone) end = std::min(end, view_.asOf());
                    one.least = {lastOf(from.line), end};
                }
            }
            all.push_back(std::move(one));
        }
    }
    return all;
}

// Day after day. The day on which the count arrives; else how far it came, and the year of which nothing is known.
Definition::Count Definition::count(Date start, std::int64_t length, TypeKind kind, const std::vector<Pausing>& pauses, bool least) const {
    Count result;
    Date day = start;
    while (length > 0) {
        if (day == Date::last()) return result;
        day = Date(day.dayNumber() + 1);
        bool isPaused = false;
        for (const Pausing& pause : pauses) {
            const auto& days = least ? pause.least : pause.most;
            if (!days || day < days->first || day > days->second) continue;
            if (days->second == Date::last()) return result;  // no day will ever count again
            isPaused = true;
        }
        if (isPaused) continue;
        if (kind == TypeKind::WorkingDays) {
            const std::optional<bool> works = rules_.calendar->isWorkingDay(day);
            if (!works) {
                result.stopped = day;
                return result;
            }
            if (!*works) continue;
        }
        --length;
    }
    result.day = day;
    return result;
}

Definition::Count Definition::rolled(Count count) const {
    while (count.day) {
        const std::optional<bool> works = rules_.calendar->isWorkingDay(*count.day);
        if (works == true) return count;
        if (!works) count.stopped = count.day;
        const bool atEnd = !works || *count.day == Date::last();
        count.day = atEnd ? std::nullopt : std::optional(Date(count.day->dayNumber() + 1));
    }
    return count;
}

Definition::DueDay Definition::dueDay(const check::Expr& expr, const Place& place) {
    const auto& duty = std::get<check::Duty>(rules_.declarations[expr.decl].body);
    const TypeKind kind = rules_.expressions[duty.amount].type.kind;
    const Value start = value(duty.after, place);
    const Interval limit = operand(duty.amount, place).line;
    DueDay due;
    Needs unknownLists;
    due.pauses = pausing(duty, place, unknownLists);
    due.needs = unknownLists;
    due.undefined = limit.high && limit.high->sign() < 0;
    if (due.undefined || !start.mayBeGiven || !limit.low || limit.low->sign() < 0) return due;

    const auto run = [&](Date from, const Rational& length, bool least) {
        const std::int64_t whole = *length.toInteger();
        Count found;
        if (kind == TypeKind::Months) {
            bool inRange = true;
            const Date moved = addMonths(from, whole, inRange);
            if (inRange) found.day = moved;
        } else {
            found = count(from, whole, kind, due.pauses, least);
        }
        return found;
    };
    const Truth rolls = duty.rollsOver ? truth(duty.rollsOverWhen, place) : Truth::of(false);
    Count earliest = run(firstOf(start.line), *limit.low, true);
    if (rolls.isTrue()) earliest = rolled(earliest);
    Count latest;
    if (limit.high && unknownLists.empty()) latest = run(lastOf(start.line), *limit.high, false);
    due.reaches = latest.day.value_or(Date::last());
    if (!rolls.isFalse()) latest = rolled(latest);
    const bool settled = start.settled() && limit.low == limit.high;
    if (!earliest.day && !earliest.stopped) {
        due.undefined = settled;
        return due;
    }
    if (start.settled() && earliest.stopped) due.missingYear = earliest.stopped->year();
    due.line = Interval{Rational((earliest.day ? earliest.day : earliest.stopped)->dayNumber()),
                        Rational(latest.day.value_or(Date::last()).dayNumber())};
    return due;
}

Value Definition::due(const check::Expr& expr, const Place& place) {
    const DueDay found = dueDay(expr, place);
    return found.line ? Value::of(TypeKind::Date, *found.line) : every(expr.type);
}

Needs Definition::touchedDue(const check::Expr& expr, const Place& place) {
    const auto& duty = std::get<check::Duty>(rules_.declarations[expr.decl].body);
    const DueDay found = dueDay(expr, place);
    if (found.undefined) return {fault(place, evaluate::MissingKind::Undefined)};
    Needs needs = found.needs;
    const auto add = [&needs](const Needs& more) { needs.insert(more.begin(), more.end()); };
    add(touched(duty.after, place));
    add(touchedAsValue(duty.amount, place));
    if (duty.rollsOverWhen.valid()) add(touchedAsValue(duty.rollsOverWhen, place));
    if (found.missingYear) needs.insert({"working_days[" + std::to_string(*found.missingYear) + "]", evaluate::MissingKind::Data});
    const Date start = firstOf(value(duty.after, place).line);
    for (const Pausing& pause : found.pauses) {
        const bool isEmpty = !pause.most || pause.most->second < pause.most->first;
        if (!isEmpty && pause.most->second > start && pause.most->first <= found.reaches) add(pause.unknown);
    }
    return needs;
}

}  // namespace assay::model

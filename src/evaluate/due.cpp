#include "due.hpp"

#include <algorithm>

#include "declaration.hpp"
#include "kernels.hpp"

namespace assay::evaluate {

using lower::NodeId;
using lower::Op;
using lower::RollsOver;
using quantity::Arrival;
using quantity::CountedDays;
using quantity::Date;
using quantity::Interval;
using quantity::Pause;
using quantity::Rational;

namespace {

constexpr std::size_t startOperand = 0;
constexpr std::size_t limitOperand = 1;

Date clamped(const Rational& day) {
    const Rational first(Date::first().dayNumber());
    const Rational last(Date::last().dayNumber());
    const Rational& inside = day < first ? first : day > last ? last : day;
    return Date(static_cast<std::int32_t>(*inside.floor().toInteger()));
}
Date firstOf(const Interval& days) {
    return days.low ? clamped(days.low->ceil()) : Date::first();
}
Date lastOf(const Interval& days) {
    return days.high ? clamped(days.high->floor()) : Date::last();
}

RollsOver rollsOver(const lower::Node& due) {
    return static_cast<RollsOver>(due.payload);
}

// The Pauses nodes stand behind start, limit and the condition of the roll-over.
std::size_t firstPauses(const lower::Node& due) {
    return rollsOver(due) == RollsOver::When ? 3 : 2;
}

struct PauseParts {
    Place from, to;
    bool certain = true;   // the item pauses
    bool possible = true;  // the item may pause
    bool settled = true;   // whether and when it pauses is known
};

PauseParts partsOf(const State& state, Place pauses, RowIndex row) {
    const lower::Node& node = state.node(pauses.node);
    const auto at = [&](std::size_t index) { return state.seenFrom(node.operands[index], node.inner, row); };
    PauseParts parts;
    parts.from = at(node.operands.size() - 2);
    parts.to = at(node.operands.size() - 1);
    if (node.payload == 1) {
        const Value& where = state.value(at(0));
        parts.certain = where.isTrue();
        parts.possible = !where.isFalse();
    }
    const bool datesSettled = state.value(parts.from).settled() && state.value(parts.to).settled();
    parts.settled = !parts.possible || (parts.certain && datesSettled);
    return parts;
}

PausingItem itemOf(const State& state, Place pauses, RowIndex row, Date asOf, std::size_t index) {
    PausingItem item{pauses, row, std::nullopt, std::nullopt, false};
    const PauseParts parts = partsOf(state, pauses, row);
    const Value& from = state.value(parts.from);
    const Value& to = state.value(parts.to);
    if (!parts.possible || !from.canBeGiven) return item;
    const Pause most{firstOf(from.interval()), to.canBeNone ? Date::last() : lastOf(to.interval()), index};
    if (most.from <= most.to) item.most = most;
    if (!parts.certain || from.canBeNone) return item;
    Pause least{lastOf(from.interval()), asOf, index};
    if (to.canBeGiven) least.to = to.canBeNone ? std::min(firstOf(to.interval()), asOf) : firstOf(to.interval());
    if (least.from <= least.to) item.least = least;
    item.open = !to.canBeGiven;
    return item;
}

Date asOfDay(const State& state, Place place) {
    return state.block().entry(state.caseOf(place)).asOf;
}

// Every item of the lists that pause; false: a list is not known.
bool addItems(const State& state, Place due, std::vector<PausingItem>& items) {
    const lower::Node& node = state.node(due.node);
    bool known = true;
    for (std::size_t index = firstPauses(node); index < node.operands.size(); ++index) {
        const Place pauses = state.operand(due, index);
        const State::Inner inner = state.inner(pauses);
        known = known && inner.known;
        for (RowIndex row = inner.begin; row < inner.end; ++row)
            items.push_back(itemOf(state, pauses, row, asOfDay(state, due), items.size()));
    }
    return known;
}

class Counter {
public:
    Counter(const State& state, Place due) : node_(state.node(due.node)), rules_(state.rules()) {
        kind_ = state.node(node_.operands[limitOperand]).type.kind;
        if (rollsOver(node_) == RollsOver::When) {
            const Value& condition = state.operandValue(due, 2);
            mayRoll_ = !condition.isFalse();
            mustRoll_ = condition.isTrue();
        } else {
            mayRoll_ = mustRoll_ = rollsOver(node_) == RollsOver::Always;
        }
    }

    [[nodiscard]] CountedDays counted() const {
        return kind_ == check::TypeKind::WorkingDays ? CountedDays::Working : CountedDays::Calendar;
    }
    [[nodiscard]] const quantity::Calendar* calendar() const { return rules_.calendar ? &*rules_.calendar : nullptr; }

    [[nodiscard]] DueRange::End run(Date start, std::int64_t count, const std::vector<Pause>& pauses, bool earliest) const {
        DueRange::End end;
        if (kind_ == check::TypeKind::Months) {
            end.count.day = quantity::addMonths(start, count);
        } else {
            end.count = quantity::countDays(start, count, counted(), pauses, calendar());
        }
        const bool rolls = earliest ? mustRoll_ : mayRoll_;
        end.rolled = rolls && end.count.day ? quantity::rollOver(*end.count.day, calendar()) : end.count;
        return end;
    }

private:
    const lower::Node& node_;
    const check::Checked& rules_;
    check::TypeKind kind_ = check::TypeKind::Days;
    bool mayRoll_ = false;
    bool mustRoll_ = false;
};

std::vector<Pause> pausesOf(const std::vector<PausingItem>& items, bool least) {
    std::vector<Pause> pauses;
    for (const PausingItem& item : items) {
        const std::optional<Pause>& days = least ? item.least : item.most;
        if (days) pauses.push_back(*days);
    }
    return pauses;
}

}  // namespace

DueRange dueRange(const State& state, Place due) {
    DueRange range;
    const Value& start = state.operandValue(due, startOperand);
    const Interval limit = state.operandValue(due, limitOperand).interval();
    const auto whole = [](const std::optional<Rational>& end) { return end ? end->toInteger() : std::nullopt; };
    const std::optional<std::int64_t> least = whole(limit.low);
    const std::optional<std::int64_t> most = whole(limit.high);
    const bool listsKnown = addItems(state, due, range.items);
    range.undefined = limit.high && limit.high->sign() < 0;
    range.anything = !start.canBeGiven || !least || *least < 0;
    if (range.undefined || range.anything) return range;

    const Counter counter(state, due);
    range.earliest = counter.run(firstOf(start.interval()), *least, pausesOf(range.items, true), true);
    if (most && listsKnown) range.latest = counter.run(lastOf(start.interval()), *most, pausesOf(range.items, false), false);
    const Arrival& earliest = range.earliest.rolled;
    range.anything = !earliest.day && !earliest.missingYear;
    range.undefined = range.anything && start.settled() && limit.isPoint();
    if (start.settled()) range.missingYear = earliest.missingYear;
    return range;
}

Value dueValue(const State& state, Place due) {
    const check::Type& type = state.node(due.node).type;
    const DueRange range = dueRange(state, due);
    if (range.undefined) return Value::undefined(type, state.rules());
    if (range.anything) return Value::any(type, state.rules());
    const Arrival& earliest = range.earliest.rolled;
    const Date low = earliest.day ? *earliest.day : *earliest.notBefore;
    const Date high = range.latest.day().value_or(Date::last());
    return Value::of(Interval{Rational(low.dayNumber()), Rational(high.dayNumber())});
}

Value pausesValue(const State& state, Place pauses) {
    const State::Inner inner = state.inner(pauses);
    if (!inner.known) return Value{};
    for (RowIndex row = inner.begin; row < inner.end; ++row) {
        if (!partsOf(state, pauses, row).settled) return Value{};
    }
    return Value::of(true);
}

bool canMatter(const State& state, Place due, const DueRange& range, const PausingItem& item) {
    if (partsOf(state, item.pauses, item.row).settled || !item.most) return false;
    const Date start = firstOf(state.operandValue(due, startOperand).interval());
    return item.most->to > start && item.most->from <= range.latest.count.day.value_or(Date::last());
}

namespace {

std::optional<Date> settledDate(const Value& value) {
    const auto* day = std::get_if<Rational>(&value.possible);
    if (!value.settled() || !value.canBeGiven || value.origin != Value::Origin::Plain || day == nullptr) return std::nullopt;
    return clamped(*day);
}

std::string pathOf(const State& state, const PausingItem& item) {
    const lower::SpaceId inner = state.node(item.pauses.node).inner;
    return state.block().itemPath(state.program().spaces[inner].list, state.rows(inner).item[item.row]);
}

// The days up to the due day, or as far as they can be counted.
void addLedger(const State& state, Place due, const DueRange& range, Deadline& deadline) {
    const Counter counter(state, due);
    const Arrival& count = range.earliest.count;
    const Arrival& rolled = range.earliest.rolled;
    const auto before = [](const std::optional<Date>& day) { return Date(day->dayNumber() - 1); };
    const Date arrived = count.day ? *count.day : std::max(*deadline.start, before(count.notBefore));
    const Date moved = rolled.day ? *rolled.day : count.day ? std::max(arrived, *rolled.notBefore) : arrived;
    for (const quantity::NotCounted& run :
         quantity::daysNotCounted(*deadline.start, arrived, moved, counter.counted(), pausesOf(range.items, true), counter.calendar())) {
        NotCounted entry{run.from, run.to, run.why, {run.english, run.chinese, {}}, {}, run.moved};
        for (const std::size_t item : run.items)
            entry.pauses.push_back(pathOf(state, range.items[item]));
        deadline.ledger.push_back(std::move(entry));
    }
}

}  // namespace

Deadline deadlineOf(const State& state, check::DeclId duty, RowIndex row) {
    const lower::DeclarationParts& parts = state.program().declarations[duty];
    Deadline deadline;
    deadline.met = settledDate(state.value(partOf(state, duty, parts.met, row)));
    if (!parts.due.valid()) return deadline;
    const Place due = partOf(state, duty, parts.due, row);
    deadline.start = settledDate(state.operandValue(due, startOperand));
    deadline.limitKind = state.node(state.node(due.node).operands[limitOperand]).type.kind;
    const Interval limit = state.operandValue(due, limitOperand).interval();
    if (limit.isPoint()) deadline.limit = limit.low;
    const DueRange range = dueRange(state, due);
    if (range.undefined || range.anything) return deadline;
    const Interval days = state.value(due).interval();
    if (days.isPoint()) {
        deadline.due = firstOf(days);
    } else {
        if (firstOf(days) > Date::first()) deadline.notBefore = firstOf(days);
        if (lastOf(days) < Date::last()) deadline.notAfter = lastOf(days);
    }
    if (deadline.start && deadline.limit) addLedger(state, due, range, deadline);
    for (const PausingItem& item : range.items) {
        const bool reaches = item.open && item.most && !deadline.due;
        if (reaches) deadline.openPauses.push_back(pathOf(state, item));
    }
    return deadline;
}

}  // namespace assay::evaluate

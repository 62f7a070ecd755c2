#include "margin.hpp"

#include <algorithm>

#include "assay/evaluate/why_not.hpp"
#include "assay/lower/comparison.hpp"
#include "basis.hpp"
#include "conclude.hpp"
#include "explain_words.hpp"
#include "show.hpp"
#include "table.hpp"

namespace assay::evaluate {

using check::DeclId;
using facts::CaseFacts;
using lower::Op;
using quantity::Interval;
using quantity::Rational;

namespace {

// A margin, and where its value would have to be for the comparison to come out the other way.
struct Found {
    Margin margin;
    Place value;
    std::optional<Rational> beyond;  // the nearest such value that could be named, or the end before it
    int side = 0;                    // below that end, at it, above it
};

class Collector {
public:
    Collector(const State& state, DeclId decl, RowIndex row) : state_(state), decl_(decl), row_(row), basis_(basisOf(state, decl, row)) {}

    Margins run() {
        for (const Place place : basis_.comparisons) {
            if (state_.node(place.node).op == Op::Table) {
                table(place);
            } else {
                order(place);
            }
        }
        Margins result;
        result.outcome = turn();
        for (Found& found : found_)
            result.margins.push_back(std::move(found.margin));
        std::stable_sort(result.margins.begin(), result.margins.end(), [](const Margin& a, const Margin& b) {
            if (static_cast<bool>(a.distance) != static_cast<bool>(b.distance)) return !a.distance;
            return a.relative < b.relative;
        });
        for (const Place place : basis_.ranges)
            result.ranges.push_back(usedFact(state_, place));
        for (const Place place : basis_.used) {
            if (isJudgement(place)) result.judgements.push_back(usedFact(state_, place));
        }
        return result;
    }

private:
    [[nodiscard]] bool isJudgement(Place place) const {
        const std::optional<Cause> cause = factCause(state_, place);
        if (cause->kind == Cause::Kind::Field) return state_.rules().fields[check::FieldId(cause->id)].judgement;
        return state_.rules().facts[check::FactId(cause->id)].judgement;
    }

    // Something of which at least one bound is known; nothing to measure elsewhere.
    [[nodiscard]] std::optional<Interval> lineOf(Place place) const {
        const Value& value = state_.value(place);
        if (!state_.node(place.node).type.isOrderedLine() || value.canBeNone || !value.canBeGiven) return std::nullopt;
        if (value.origin != Value::Origin::Plain) return std::nullopt;
        const Interval line = value.interval();
        return line.low || line.high ? std::optional(line) : std::nullopt;
    }

    // Whether the case has no say in a value: it is a threshold on whichever side it stands.
    [[nodiscard]] bool isFixed(Place place) const {
        return state_.node(place.node).op != Op::AsOf && decisiveFacts(state_, place).empty() && state_.value(place).settled();
    }

    // Where a value comes from: behind `value of`, and the declaration that an item has.
    [[nodiscard]] Place sourceOf(Place place) const {
        const lower::Node& node = state_.node(place.node);
        if (node.op == Op::Present) return sourceOf(state_.operand(place, 0));
        const Place target = node.op == Op::AtItem ? state_.target(place) : Place{};
        return target.node.valid() ? target : place;
    }

    // The name of a fact or declaration; nothing for another expression.
    [[nodiscard]] std::string nameAt(Place place) const {
        const lower::Node& node = state_.node(place.node);
        if (node.op == Op::AsOf) return "as_of";
        if (const std::optional<Cause> cause = factCause(state_, place)) return nameOf(state_, *cause);
        if (node.op != Op::Declaration && node.op != Op::Table) return {};
        const DeclId decl(node.payload);
        if (node.op == Op::Table) return state_.rules().declarations[decl].name;
        const std::string item = itemOf(state_, state_.program().declarations[decl].space, place.row);
        return state_.rules().declarations[decl].name + (item.empty() ? "" : "[" + item + "]");
    }

    [[nodiscard]] Margin marginAt(Place place, Place value) const {
        const lower::Node& node = state_.node(place.node);
        Margin margin;
        margin.decl = node.owner;
        margin.item = itemOf(state_, node.space, place.row);
        margin.span = node.span;
        margin.value = nameAt(value);
        margin.valueSpan = state_.node(value.node).span;
        margin.valueLine = *lineOf(value);
        return margin;
    }

    // Value less threshold, and its size in relation.
    static void measure(Margin& margin) {
        const Interval& value = margin.valueLine;
        const Interval& threshold = margin.thresholdLine;
        if (value.high && threshold.low && *value.high <= *threshold.low) {
            margin.distance = *value.high - *threshold.low;
        } else if (value.low && threshold.high && *value.low >= *threshold.high) {
            margin.distance = *value.low - *threshold.high;
        } else {
            return;
        }
        if (margin.distance->isZero()) return;
        constexpr int daysOfYear = 365;
        const bool isAbove = margin.distance->sign() > 0;
        const Rational from = (isAbove ? *threshold.high : *threshold.low).abs();
        const Rational whole = margin.type.kind == check::TypeKind::Date ? Rational(daysOfYear)
                               : from.isZero()                           ? margin.distance->abs()
                                                                         : from;
        margin.relative = margin.distance->abs() / whole;
    }

    void order(Place place) {
        Place value = sourceOf(state_.operand(place, 0));
        Place threshold = sourceOf(state_.operand(place, 1));
        Op op = state_.node(place.node).op;
        if (!lineOf(value) || !lineOf(threshold) || (isFixed(value) && isFixed(threshold))) return;
        if (!state_.value(place).settled() && rangesBelow(state_, value).empty() && rangesBelow(state_, threshold).empty()) return;
        if (isFixed(value) && !isFixed(threshold)) {
            std::swap(value, threshold);
            op = lower::mirrored(op);
        }
        Margin margin = marginAt(place, value);
        margin.op = operatorWord(op);
        margin.threshold = nameAt(threshold);
        margin.thresholdSpan = state_.node(threshold.node).span;
        margin.thresholdLine = *lineOf(threshold);
        margin.type = state_.node(threshold.node).type;
        margin.unit = displayUnit(state_, threshold);
        if (margin.unit.symbol.empty()) margin.unit = displayUnit(state_, value);
        measure(margin);
        if (isKnown(value, margin)) return;
        Found found{std::move(margin), value, {}, 0};
        const Value& now = state_.value(place);
        if (now.settled()) aim(found, op, now.isTrue());
        found_.push_back(std::move(found));
    }

    // Facts and declarations are read at many places, and have a name; another expression stands where it does.
    static bool isSame(const Found& found, Place value, const std::string& name) {
        return found.value == value || (!name.empty() && found.margin.value == name);
    }

    // Whether the same declaration compares the same value with the same threshold in another way.
    [[nodiscard]] bool isKnown(Place value, const Margin& margin) const {
        return std::any_of(found_.begin(), found_.end(), [&](const Found& other) {
            return isSame(other, value, margin.value) && other.margin.decl == margin.decl && other.margin.item == margin.item &&
                   !other.margin.row && other.margin.thresholdLine == margin.thresholdLine && other.margin.threshold == margin.threshold;
        });
    }

    // Where the value would have to be: just past the threshold on the side where the comparison comes out otherwise.
    static void aim(Found& found, Op op, bool holds) {
        const bool isLess = op == Op::Less || op == Op::LessEqual;
        const bool isStrict = op == Op::Less || op == Op::Greater;
        const bool goesUp = isLess == holds;
        found.beyond = goesUp ? found.margin.thresholdLine.high : found.margin.thresholdLine.low;
        // `<` that holds no longer does at the threshold itself; `<=` that does not hold does so there.
        if (isStrict != holds) found.side = goesUp ? 1 : -1;
    }

    // The ends of the cells of the row that applies.
    void table(Place place) {
        const lower::Node& node = state_.node(place.node);
        const auto& table = std::get<check::Table>(state_.rules().declarations[DeclId(node.payload)].body);
        const RowMatches matches = matchRows(state_, place);
        if (table.hit == syntax::TableDecl::Hit::Collect || matches.certain.size() != 1 || matches.possible.size() != 1) return;
        const std::size_t row = matches.certain.front();
        for (std::size_t column = 0; column < node.operands.size(); ++column) {
            const Place input = sourceOf(state_.operand(place, column));
            const check::Cell& cell = table.rows[row].cells[column];
            if (cell.kind != check::Cell::Kind::Range || !lineOf(input)) continue;
            if (cell.low) end(place, input, cell, row, true);
            if (cell.high) end(place, input, cell, row, false);
        }
    }

    void end(Place place, Place input, const check::Cell& cell, std::size_t row, bool isLow) {
        const Rational& bound = isLow ? *cell.low : *cell.high;
        const bool isStrict = isLow ? cell.lowStrict : cell.highStrict;
        const Op op = isLow ? (isStrict ? Op::Greater : Op::GreaterEqual) : (isStrict ? Op::Less : Op::LessEqual);
        Margin margin = marginAt(place, input);
        margin.row = row;
        margin.op = operatorWord(op);
        margin.thresholdSpan = cell.span;
        margin.thresholdLine = Interval::point(bound);
        margin.type = state_.node(input.node).type;
        margin.unit = displayUnit(state_, input);
        measure(margin);
        Found found{std::move(margin), input, {}, 0};
        aim(found, op, true);
        found_.push_back(std::move(found));
    }

    // A value on the side of its end that was aimed at, nearer to it than any other threshold of the same value.
    [[nodiscard]] Rational movedOf(const Found& found) const {
        if (found.side == 0) return *found.beyond;
        Rational step(1);
        if (!found.margin.type.isWhole()) {
            constexpr int parts = 1000;
            step = (found.beyond->isZero() ? Rational(1) : found.beyond->abs()) / Rational(parts);
            for (const Found& other : found_) {
                if (!other.beyond || !isSame(other, found.value, found.margin.value)) continue;
                const Rational gap = (*other.beyond - *found.beyond).abs() / Rational(2);
                if (!gap.isZero() && gap < step) step = gap;
            }
        }
        return found.side > 0 ? *found.beyond + step : *found.beyond - step;
    }

    // The case with a value moved: a fact as the case says it, the day of judging, or what an expression comes to.
    struct Moved {
        CaseFacts facts;
        quantity::Date asOf;
        std::optional<State::Forced> forced;
    };

    [[nodiscard]] Moved moved(const Found& found) const {
        const CaseRow& entry = state_.block().entry(0);
        Moved moved{*entry.facts, entry.asOf, {}};
        const Rational to = movedOf(found);
        const lower::Node& node = state_.node(found.value.node);
        if (node.op == Op::AsOf) {
            moved.asOf = dateOf(to);
        } else if (const std::optional<FactPlace> place = factPlace(found.value)) {
            Change change;
            change.place = *place;
            change.to = entryAt(*place, *entry.facts, state_.rules());
            change.to.state = facts::Entry::State::Known;
            if (node.type.kind == check::TypeKind::Date) {
                change.to.value = dateOf(to);
            } else {
                change.to.value = to;
            }
            moved.facts = applied(*entry.facts, {change}, state_.rules());
        } else {
            moved.forced = {0, found.value.node, found.value.row - rowsOfCase(state_, node.space, 0).first, Value::of(to)};
        }
        return moved;
    }

    static quantity::Date dateOf(const Rational& dayNumber) {
        return quantity::Date(static_cast<std::int32_t>(dayNumber.toInteger().value_or(0)));
    }

    [[nodiscard]] std::optional<FactPlace> factPlace(Place place) const {
        const std::optional<Cause> cause = factCause(state_, place);
        if (!cause) return std::nullopt;
        if (cause->kind == Cause::Kind::Fact) return FactPlace{check::FactId(cause->id), {}, {}, 0};
        if (cause->kind != Cause::Kind::Field) return std::nullopt;
        return FactPlace{{}, check::FieldId(cause->id), cause->list, state_.block().table(cause->list).item[cause->row]};
    }

    // Judges the case again with each value on the other side. Returns what the conclusion comes to as it is.
    std::string turn() {
        const std::string item = itemOf(state_, state_.program().declarations[decl_].space, row_);
        std::string now = wordIn(state_, 0, item);
        constexpr std::size_t together = 128;
        std::vector<Found*> turned;
        for (Found& found : found_) {
            if (found.beyond) turned.push_back(&found);
        }
        for (std::size_t begin = 0; begin < turned.size(); begin += together) {
            const std::size_t end = std::min(turned.size(), begin + together);
            std::vector<Moved> cases;
            for (std::size_t index = begin; index < end; ++index)
                cases.push_back(moved(*turned[index]));
            std::vector<CaseRow> rows;
            std::vector<State::Forced> forced;
            for (Moved& each : cases) {
                if (each.forced) {
                    each.forced->caseRow = static_cast<RowIndex>(rows.size());
                    forced.push_back(std::move(*each.forced));
                }
                rows.push_back({&each.facts, each.asOf, state_.block().entry(0).readings});
            }
            State trial(state_.program(), std::move(rows), state_.limits());
            trial.run({decl_}, forced);
            for (std::size_t index = begin; index < end; ++index) {
                std::string then = wordIn(trial, static_cast<RowIndex>(index - begin), item);
                if (then != now) turned[index]->margin.turned = std::move(then);
            }
        }
        return now;
    }

    [[nodiscard]] std::string wordIn(const State& state, RowIndex caseRow, const std::string& item) const {
        for (const Conclusion& conclusion : conclusionsOf(state, decl_, caseRow, Detail::Status)) {
            if (conclusion.item == item) return outcomeWord(state.rules(), conclusion);
        }
        return {};
    }

    const State& state_;
    DeclId decl_;
    RowIndex row_;
    Basis basis_;
    std::vector<Found> found_;
};

}  // namespace

Margins marginsOf(const State& state, DeclId decl, RowIndex row) {
    return Collector(state, decl, row).run();
}

}  // namespace assay::evaluate

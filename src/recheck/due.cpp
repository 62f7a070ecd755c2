#include <algorithm>

#include "redo.hpp"
#include "value.hpp"

// A due day counted again, day by day, from its start, its limit and its ledger.
namespace assay::recheck {

using quantity::Date;
using quantity::Rational;
using trace::Step;
using trace::StepKind;

namespace {

struct Run {
    Date from;
    Date to;
};

std::optional<Run> runOf(const std::string& text) {
    const std::size_t dots = text.find("..");
    const std::optional<Date> from = Date::parse(text.substr(0, dots));
    const std::optional<Date> to = dots == std::string::npos ? from : Date::parse(text.substr(dots + 2));
    return from && to ? std::optional(Run{*from, *to}) : std::nullopt;
}

bool lies(Date day, const std::vector<Run>& runs) {
    return std::any_of(runs.begin(), runs.end(), [day](const Run& run) { return run.from <= day && day <= run.to; });
}

std::optional<Date> dateOf(const Step& step) {
    return Date::parse(step.conclusion);
}

}  // namespace

Redone redoDue(const Step& step) {
    if (step.premises.size() < 2) return unknownOperator();
    const std::optional<Date> start = dateOf(step.premises[0]);
    const std::optional<quantity::Interval> length = lineOf(step.premises[1].conclusion, false);
    // A due day that is open is only bounded: its ledger ends before it.
    if (!start || !length || !length->isPoint() || !dateOf(step)) return undecided();
    std::vector<Run> notCounted;
    std::vector<Run> movedOver;
    for (const Step& premise : step.premises) {
        if (premise.kind != StepKind::Days) continue;
        const std::optional<Run> run = runOf(premise.subject);
        if (!run) return unknownOperator();
        (premise.op == "moved over" ? movedOver : notCounted).push_back(*run);
    }
    std::optional<std::int64_t> count = length->low->toInteger();
    if (!count || *count < 0) return undecided();
    if (step.premises[1].type == "months") {
        const std::optional<Date> end = quantity::addMonths(*start, *count);
        if (!end) return undecided();
        count = end->dayNumber() - start->dayNumber();
    }
    Date day = *start;
    const auto next = [&day] {
        const std::optional<Date> after = quantity::addDays(day, 1);
        if (after) day = *after;
        return after.has_value();
    };
    for (std::int64_t counted = 0; counted < *count;) {
        if (!next()) return undecided();
        if (!lies(day, notCounted)) ++counted;
    }
    while (lies(day, movedOver)) {
        if (!next()) return undecided();
    }
    return compared(step, day.text());
}

}  // namespace assay::recheck

#include <algorithm>

#include "redo.hpp"
#include "value.hpp"

namespace assay::recheck {

using quantity::Date;
using quantity::Interval;
using quantity::Rational;
using trace::Step;
using trace::StepKind;

namespace {

bool isPeriod(const Step& step) {
    return step.type == "days" || step.type == "months" || step.type == "working_days";
}

std::vector<std::optional<bool>> truths(const Step& step) {
    std::vector<std::optional<bool>> all;
    for (const Step& premise : step.premises)
        all.push_back(truthOf(premise));
    return all;
}

std::optional<std::vector<Interval>> lines(const Step& step) {
    std::vector<Interval> all;
    for (const Step& premise : step.premises) {
        const std::optional<Interval> line = lineOf(premise);
        if (!line) return std::nullopt;
        all.push_back(*line);
    }
    return all;
}

// A day after a date by days or months; empty: there is no such day, or it is not known.
std::optional<Rational> later(const std::optional<Rational>& day, const std::optional<Rational>& period, bool isMonths) {
    const std::optional<std::int64_t> from = day ? day->toInteger() : std::nullopt;
    const std::optional<std::int64_t> by = period ? period->toInteger() : std::nullopt;
    if (!from || !by) return std::nullopt;
    const Date date(static_cast<std::int32_t>(*from));
    const std::optional<Date> arrived = isMonths ? quantity::addMonths(date, *by) : quantity::addDays(date, *by);
    return arrived ? std::optional<Rational>(arrived->dayNumber()) : std::nullopt;
}

Redone addPeriod(const Step& step, const Step& date, const Step& period) {
    const std::optional<Interval> day = lineOf(date);
    const std::optional<Interval> length = lineOf(period);
    if (!day || !length) return unknownOperator();
    const bool isMonths = period.type == "months";
    return compared(step, Interval{later(day->low, length->low, isMonths), later(day->high, length->high, isMonths)});
}

Redone arithmetic(const Step& step) {
    const std::size_t count = step.premises.size();
    if (step.op == "+" && count == 2) {
        if (step.premises[0].type == "date" && isPeriod(step.premises[1])) return addPeriod(step, step.premises[0], step.premises[1]);
        if (step.premises[1].type == "date" && isPeriod(step.premises[0])) return addPeriod(step, step.premises[1], step.premises[0]);
    }
    const std::optional<std::vector<Interval>> operands = lines(step);
    if (!operands || operands->empty()) return unknownOperator();
    Interval result = operands->front();
    for (std::size_t index = 1; index < count; ++index) {
        const Interval& operand = (*operands)[index];
        if (step.op == "+" || step.op == "sum") result = result + operand;
        if (step.op == "-") result = result - operand;
        if (step.op == "*" || step.op == "minus *") result = result * operand;
        if (step.op == "larger of") result = larger(result, operand);
        if (step.op == "smaller of") result = smaller(result, operand);
        if (step.op == "/") {
            const std::optional<Interval> quotient = divide(result, operand);
            if (!quotient) return compared(step, std::string(open));
            result = *quotient;
        }
    }
    if (step.op == "minus" || step.op == "minus *") result = -result;
    if (step.op == "abs") result = abs(result);
    return compared(step, result);
}

std::optional<Interval> placeIn(const std::vector<std::string>& alternatives, const Step& step) {
    const auto found = std::find(alternatives.begin(), alternatives.end(), step.conclusion);
    if (found == alternatives.end()) return isUnsettled(step) ? std::optional(Interval::all()) : std::nullopt;
    return Interval::point(Rational(found - alternatives.begin()));
}

Redone comparison(const Step& step) {
    if (step.premises.size() != 2) return unknownOperator();
    const auto read = [&step](const Step& premise) {
        return step.parameters.empty() ? lineOf(premise) : placeIn(step.parameters, premise);
    };
    const std::optional<Interval> first = read(step.premises[0]);
    const std::optional<Interval> second = read(step.premises[1]);
    if (!first || !second) return unknownOperator();
    if (step.op == "<") return compared(step, less(*first, *second));
    if (step.op == ">") return compared(step, less(*second, *first));
    if (step.op == ">=") return compared(step, negation(less(*first, *second)));
    return compared(step, negation(less(*second, *first)));
}

// `is` of two values, or of one and the alternative that `subject` names.
std::optional<bool> same(const Step& step) {
    if (step.premises.size() == 1) {
        if (isUnsettled(step.premises[0])) return std::nullopt;
        return step.premises[0].conclusion == step.subject;
    }
    const Step& first = step.premises[0];
    const Step& second = step.premises[1];
    const bool isText = first.type == "text" || first.type == "item" || first.type == "enum" || first.type == "bool";
    const std::optional<Interval> a = isText ? std::nullopt : lineOf(first);
    const std::optional<Interval> b = isText ? std::nullopt : lineOf(second);
    if (a && b) return equal(*a, *b);
    if (isUnsettled(first) || isUnsettled(second)) return std::nullopt;
    return first.conclusion == second.conclusion;
}

Redone membership(const Step& step) {
    if (step.premises.size() != 2) return unknownOperator();
    const std::optional<std::vector<std::string>> list = listOf(step.premises[1]);
    if (!list || isUnsettled(step.premises[0])) return undecided();
    const auto holds = [&list](const std::string& element) { return std::find(list->begin(), list->end(), element) != list->end(); };
    if (step.op == "in") return compared(step, std::optional(holds(step.premises[0].conclusion)));
    const std::optional<std::vector<std::string>> elements = listOf(step.premises[0]);
    if (!elements) return undecided();
    return compared(step, std::optional(std::all_of(elements->begin(), elements->end(), holds)));
}

// The branch that the condition takes stands behind it; where it is open, both do.
Redone choice(const Step& step) {
    if (step.premises.size() == 2) return compared(step, step.premises[1].conclusion);
    if (step.premises.size() != 3) return unknownOperator();
    const std::optional<bool> condition = truthOf(step.premises[0]);
    if (condition) return compared(step, step.premises[*condition ? 1 : 2].conclusion);
    const bool agree = step.premises[1].conclusion == step.premises[2].conclusion && !isUnsettled(step.premises[1]);
    return agree ? compared(step, step.premises[1].conclusion) : undecided();
}

Redone entered(const Step& step) {
    const std::optional<Interval> today = step.parameters.size() == 1 ? lineOf(step.parameters.front(), true) : std::nullopt;
    if (step.premises.size() != 1 || !today) return unknownOperator();
    if (step.premises[0].conclusion == "none") return compared(step, std::optional(false));
    const std::optional<Interval> day = lineOf(step.premises[0].conclusion, true);
    return day ? compared(step, negation(less(*today, *day))) : unknownOperator();
}

Redone given(const Step& step) {
    if (step.premises.size() != 1) return unknownOperator();
    const Step& premise = step.premises[0];
    if (isOpen(premise)) return undecided();
    const bool isNone = premise.conclusion == "none";
    return compared(step, std::optional(step.op == "is none" ? isNone : !isNone));
}

bool isOneOf(const std::string& op, std::initializer_list<const char*> words) {
    return std::find(words.begin(), words.end(), op) != words.end();
}

// What would take the value of something that is none has no value.
bool takesNone(const Step& step) {
    const bool takesValues =
        isOneOf(step.op, {"is", "is not", "<", "<=", ">", ">=", "+", "-", "*", "/", "minus", "abs", "larger of", "smaller of"});
    return takesValues &&
           std::any_of(step.premises.begin(), step.premises.end(), [](const Step& premise) { return premise.conclusion == "none"; });
}

}  // namespace

Redone redoOperation(const Step& step) {
    if (takesNone(step)) return compared(step, std::string(open));
    if (step.op == "and") return compared(step, all(truths(step)));
    if (step.op == "or") return compared(step, any(truths(step)));
    if (step.op == "not" && step.premises.size() == 1) return compared(step, negation(truthOf(step.premises[0])));
    if (isOneOf(step.op, {"<", "<=", ">", ">="})) return comparison(step);
    if (isOneOf(step.op, {"is", "is not"})) {
        if (step.premises.empty() || step.premises.size() > 2) return unknownOperator();
        return compared(step, step.op == "is" ? same(step) : negation(same(step)));
    }
    if (isOneOf(step.op, {"is given", "is none"})) return given(step);
    if (isOneOf(step.op, {"in", "is subset of"})) return membership(step);
    if (step.op == "if") return choice(step);
    if (step.op == "stage entered") return entered(step);
    if (step.op == "stage skipped" && step.premises.size() == 1) return compared(step, step.premises[0].conclusion);
    if (step.op == "due") return redoDue(step);
    const bool measuresItems =
        std::any_of(step.premises.begin(), step.premises.end(), [](const Step& premise) { return premise.kind == StepKind::Item; });
    if (isOneOf(step.op, {"some", "every", "no", "count", "min", "max", "the"}) ||
        (step.op == "sum" && (measuresItems || !step.type.empty())))
        return redoQuantifier(step);
    if (isOneOf(step.op, {"+", "-", "*", "/", "sum", "minus", "minus *", "abs", "larger of", "smaller of"})) return arithmetic(step);
    if (step.op == "members" && step.premises.size() == 1) {
        const std::optional<std::vector<std::string>> members = listOf(step);
        std::string group;
        for (const std::string& member : members.value_or(std::vector<std::string>{}))
            group += (group.empty() ? "" : "+") + member;
        return group == step.premises[0].conclusion ? Redone{Answer::Follows, {}} : Redone{Answer::Disagrees, group};
    }
    // Whether the days of pauses are known, and how a division came about, are not done again.
    if (isOneOf(step.op, {"pauses known", "is unique", "state on", "entered"})) return {Answer::Given, {}};
    return isOpen(step) ? undecided() : unknownOperator();
}

}  // namespace assay::recheck

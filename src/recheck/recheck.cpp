#include "assay/recheck/recheck.hpp"

#include "redo.hpp"
#include "value.hpp"

namespace assay::recheck {

using quantity::Interval;
using trace::Step;
using trace::StepKind;

Redone compared(const Step& step, std::optional<bool> truth) {
    // What is open may follow from premises that are open together: the residual of the evaluator sees more than each premise alone.
    if (!truth) return undecided();
    return compared(step, text(truth));
}

Redone compared(const Step& step, const Interval& line) {
    const bool isDate = step.type == "date";
    const std::optional<Interval> stated = lineOf(step);
    const bool isWithin = stated && (!line.low || (stated->low && *stated->low >= *line.low)) &&
                          (!line.high || (stated->high && *stated->high <= *line.high));
    if (isWithin || (!line.isPoint() && isOpen(step))) return {Answer::Follows, {}};
    return {Answer::Disagrees, text(line, isDate)};
}

Redone compared(const Step& step, const std::string& conclusion) {
    return step.conclusion == conclusion ? Redone{Answer::Follows, {}} : Redone{Answer::Disagrees, conclusion};
}

Redone undecided() {
    return {Answer::Follows, {}};
}

Redone unknownOperator() {
    return {Answer::Unknown, {}};
}

namespace {

// An item of a checklist: met, not met, or left out by its condition.
Redone checklistItem(const Step& step) {
    std::optional<bool> applies = true;
    std::optional<bool> required;
    for (const Step& premise : step.premises) {
        const bool isGuard = premise.kind == StepKind::Condition && premise.subject == "when";
        (isGuard ? applies : required) = truthOf(premise);
    }
    return compared(step, any({negation(applies), required}));
}

Redone condition(const Step& step) {
    if (step.op == "otherwise" || step.op == "step") return {Answer::Given, {}};
    if (step.op == "item") return checklistItem(step);
    if (step.premises.empty()) return unknownOperator();
    return compared(step, step.premises.front().conclusion);
}

// What a quantifier measures of an item stands last; of a partition's item all of its keys.
Redone item(const Step& step) {
    if (step.premises.empty()) return {Answer::Given, {}};
    std::string keys;
    for (const Step& premise : step.premises) {
        if (premise.kind == StepKind::Condition) continue;
        keys += (keys.empty() ? "" : ", ") + premise.conclusion;
    }
    return keys == step.conclusion ? Redone{Answer::Follows, {}} : compared(step, step.premises.back().conclusion);
}

Redone quantity(const Step& step) {
    constexpr std::string_view total = "footprint.total";
    const bool isTotal = step.subject.ends_with(total) && step.premises.size() == 1;
    return isTotal ? compared(step, step.premises.front().conclusion) : Redone{Answer::Given, {}};
}

}  // namespace

Redone redo(const Step& step) {
    switch (step.kind) {
        case StepKind::Fact:
        case StepKind::Constant:
        case StepKind::Days:
        case StepKind::Change:
            return {Answer::Given, {}};
        case StepKind::Row:
            return {Answer::Given, {}};
        case StepKind::Quantity:
            return quantity(step);
        case StepKind::Reading:
            return step.parameters.size() == 1 ? compared(step, std::optional(step.op == step.parameters.front())) : unknownOperator();
        case StepKind::Condition:
            return condition(step);
        case StepKind::Item:
            return item(step);
        case StepKind::Operation:
            return redoOperation(step);
        case StepKind::Declaration:
            return redoDeclaration(step);
    }
    return unknownOperator();
}

}  // namespace assay::recheck

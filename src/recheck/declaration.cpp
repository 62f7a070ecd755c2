#include <algorithm>

#include "redo.hpp"
#include "value.hpp"

// Rules, decides, defines and their like from their conditions.
namespace assay::recheck {

using trace::Step;
using trace::StepKind;

namespace {

bool isGuard(const Step& premise) {
    return premise.kind == StepKind::Condition && premise.op.empty() && premise.subject == "when";
}

bool isStage(const Step& premise) {
    return premise.op == "stage entered" || premise.op == "stage skipped";
}

std::optional<bool> guardOf(const Step& step) {
    for (const Step& premise : step.premises) {
        if (isGuard(premise)) return truthOf(premise);
    }
    return true;
}

// Where a stage is not entered nothing is said yet; where it is skipped what is required counts as met, and no outcome is chosen.
std::optional<Redone> byStage(const Step& step, const std::string& whenSkipped) {
    for (const Step& premise : step.premises) {
        if (!isStage(premise)) return std::nullopt;
        const std::optional<bool> truth = truthOf(premise);
        if (premise.op == "stage skipped" && truth == true) return compared(step, whenSkipped);
        if (premise.op == "stage entered" && truth != true)
            return isOpen(step) ? std::optional(undecided()) : std::optional(compared(step, std::string(open)));
        if (premise.op == "stage skipped" && !truth) return undecided();
    }
    return std::nullopt;
}

// The status of what holds or does not is its truth in another word.
std::optional<Redone> byStatus(const Step& step) {
    const char* expected = step.status == "holds" ? "true" : step.status == "fails" ? "false" : nullptr;
    if (expected == nullptr || step.conclusion == expected) return std::nullopt;
    return compared(step, std::string(expected));
}

Redone requirement(const Step& step) {
    if (const auto answer = byStage(step, "true")) return *answer;
    const std::optional<bool> applies = guardOf(step);
    std::vector<std::optional<bool>> met;
    for (const Step& premise : step.premises) {
        if (!isGuard(premise) && !isStage(premise)) met.push_back(truthOf(premise));
    }
    // The body is left out where the guard excludes it.
    if (met.empty() && applies != false && step.op != "checklist" && !step.premises.empty()) met.push_back(truthOf(step.premises.back()));
    return compared(step, any({negation(applies), all(met)}));
}

Redone raised(const Step& step) {
    if (const auto answer = byStage(step, "false")) return *answer;
    return step.premises.empty() ? unknownOperator() : compared(step, truthOf(step.premises.back()));
}

Redone outcome(const Step& step) {
    const std::string none = "no outcome";
    if (const auto answer = byStage(step, none)) return *answer;
    if (guardOf(step) == false) return compared(step, none);
    const bool inOrder = std::find(step.parameters.begin(), step.parameters.end(), "in order") != step.parameters.end();
    std::vector<std::string> held;
    const Step* otherwise = nullptr;
    for (const Step& premise : step.premises) {
        if (premise.kind != StepKind::Condition) continue;
        const std::optional<bool> truth = truthOf(premise);
        if (isGuard(premise)) {
            if (!truth) return undecided();
        } else if (premise.subject == "not yet when") {
            if (!truth) return undecided();
            if (*truth) return compared(step, std::string(open));
        } else if (premise.op == "otherwise") {
            otherwise = &premise;
        } else {
            if (!truth) return undecided();
            if (*truth) held.push_back(premise.subject);
            if (*truth && inOrder) break;
        }
    }
    if (held.empty() && otherwise != nullptr) held.push_back(otherwise->subject);
    return compared(step, held.size() == 1 ? held.front() : std::string(open));
}

// The default, or the value of the one exception that applies and that no other that applies outranks.
Redone defined(const Step& step) {
    if (const auto answer = byStage(step, "none")) return *answer;
    std::vector<const Step*> applying;
    const Step* byDefault = nullptr;
    for (const Step& premise : step.premises) {
        if (premise.op != "except" || premise.kind != StepKind::Condition) {
            if (!isStage(premise) || &premise == &step.premises.back()) byDefault = &premise;
            continue;
        }
        const std::optional<bool> truth = truthOf(premise);
        if (!truth) return undecided();
        if (*truth) applying.push_back(&premise);
    }
    const auto isOutranked = [&applying](const Step* exception) {
        return std::any_of(applying.begin(), applying.end(), [exception](const Step* other) {
            return std::find(other->parameters.begin(), other->parameters.end(), exception->subject) != other->parameters.end();
        });
    };
    std::erase_if(applying, isOutranked);
    if (applying.empty()) return byDefault != nullptr ? compared(step, byDefault->conclusion) : unknownOperator();
    if (applying.size() > 1) return compared(step, std::string(open));
    return applying.front()->premises.size() == 2 ? compared(step, applying.front()->premises[1].conclusion) : unknownOperator();
}

}  // namespace

Redone redoDeclaration(const Step& step) {
    if (step.op == "table") return redoTable(step);
    if (step.op == "partition" || step.op == "lifecycle") return {Answer::Given, {}};
    if (step.op == "decide" || step.op == "duty") return outcome(step);
    if (step.op == "define") return defined(step);
    if (const auto answer = byStatus(step)) return *answer;
    if (step.op == "rule" || step.op == "checklist") return requirement(step);
    if (step.op == "flag" || step.op == "contradiction") return raised(step);
    return unknownOperator();
}

}  // namespace assay::recheck

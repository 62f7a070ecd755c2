#include <algorithm>

#include "redo.hpp"
#include "value.hpp"

// Quantifiers over the items that stand as premises.
namespace assay::recheck {

using quantity::Interval;
using quantity::Rational;
using trace::Step;
using trace::StepKind;

namespace {

bool is(const Step& item, const char* parameter) {
    return std::find(item.parameters.begin(), item.parameters.end(), parameter) != item.parameters.end();
}

struct Items {
    std::vector<const Step*> counted;  // those that the condition does not leave out for certain
    bool known = true;                 // the list is
};

Items itemsOf(const Step& step) {
    Items items;
    for (const Step& premise : step.premises) {
        if (premise.kind == StepKind::Item) {
            if (!is(premise, "excluded")) items.counted.push_back(&premise);
        } else if (isOpen(premise)) {
            items.known = false;
        }
    }
    return items;
}

std::optional<bool> truthOfItem(const Step& item, bool neutral) {
    const std::optional<bool> truth = truthOf(item);
    return is(item, "uncertain") && truth != neutral ? std::nullopt : truth;
}

Redone connective(const Step& step, const Items& items) {
    std::vector<std::optional<bool>> truths;
    for (const Step* item : items.counted)
        truths.push_back(truthOfItem(*item, step.op == "every"));
    if (step.op == "every") return compared(step, all(truths));
    return compared(step, step.op == "some" ? any(truths) : negation(any(truths)));
}

Redone count(const Step& step, const Items& items) {
    std::int64_t certain = 0;
    std::int64_t possible = 0;
    for (const Step* item : items.counted) {
        const bool isSure = !is(*item, "uncertain");
        certain += isSure ? 1 : 0;
        possible += 1;
    }
    return compared(step, Interval{Rational(certain), Rational(possible)});
}

Redone measure(const Step& step, const Items& items) {
    const bool isSure = std::none_of(items.counted.begin(), items.counted.end(), [](const Step* item) { return is(*item, "uncertain"); });
    if (!isSure || (items.counted.empty() && step.op != "sum")) return undecided();
    Interval result = Interval::point(0);
    for (const Step* item : items.counted) {
        const std::optional<Interval> line = lineOf(*item);
        if (!line) return unknownOperator();
        if (step.op == "sum") {
            result = result + *line;
        } else if (item == items.counted.front()) {
            result = *line;
        } else {
            result = step.op == "min" ? smaller(result, *line) : larger(result, *line);
        }
    }
    return compared(step, result);
}

Redone theOne(const Step& step, const Items& items) {
    const bool isSure = std::none_of(items.counted.begin(), items.counted.end(), [](const Step* item) { return is(*item, "uncertain"); });
    if (!isSure || items.counted.size() != 1 || isOpen(step)) return undecided();
    const std::string& path = items.counted.front()->subject;
    return path.ends_with("[" + step.conclusion + "]") ? undecided() : Redone{Answer::Disagrees, path};
}

}  // namespace

Redone redoQuantifier(const Step& step) {
    const Items items = itemsOf(step);
    if (!items.known) return undecided();
    if (step.op == "some" || step.op == "every" || step.op == "no") return connective(step, items);
    if (step.op == "count") return count(step, items);
    if (step.op == "the") return theOne(step, items);
    return measure(step, items);
}

}  // namespace assay::recheck

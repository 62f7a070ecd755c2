#include <utility>

#include "builder.hpp"

// Partitions, duties and lifecycles.
namespace assay::syntax {

Binder Builder::ofItem(const Node& node) const {
    const Node& binder = *node.find(Shape::OfItem)->find(Shape::Binder);
    return {nameIn(binder, Shape::Name), nameIn(binder, Shape::Path)};
}

PartitionDecl Builder::partition(const Node& node) {
    PartitionDecl result;
    result.item = ofItem(node);
    forEach(node, Shape::Step, [&](const Node& child) { result.steps.push_back(step(child)); });
    if (result.steps.empty()) {
        missing(node, "step");
    }
    if (const Node* agreed = once(node, Shape::Agreed, "agreed by")) {
        result.agreedBy = nameIn(*agreed, Shape::Path);
        result.agreedCites = allCites(*agreed);
    }
    return result;
}

// A step separates by its keys or by a condition on two items.
PartitionStep Builder::step(const Node& node) {
    PartitionStep result;
    result.name = nameIn(node, Shape::Name);
    const Node* by = once(node, Shape::ByPart, "by");
    const Node* apart = once(node, Shape::Apart, "apart");
    if (by != nullptr) {
        for (const auto& key : by->children) {
            result.by.push_back(expression(*key));
        }
    }
    if (apart != nullptr) {
        result.first = name(*apart->children[0]);
        result.second = name(*apart->children[1]);
        result.apart = expressionIn(*apart->children[2]);
    }
    if (by == nullptr && apart == nullptr) {
        missing(node, "by/apart");
    } else if (by != nullptr && apart != nullptr) {
        refuse(diagnostics::Kind::RepeatedPart, span(*apart))
            .with("part", diagnostics::Name{"by/apart"})
            .note(diagnostics::Kind::FirstHere, span(*by));
    }
    result.when = optionalExpression(node, Shape::WhenPart, "when");
    result.cites = allCites(node);
    if (const Node* label = once(node, Shape::Label, "label")) {
        result.label = localText(*label);
    }
    return result;
}

DutyDecl Builder::duty(const Node& node) {
    DutyDecl result;
    result.when = optionalExpression(node, Shape::WhenPart, "when");
    if (const Node* runs = once(node, Shape::Runs, "runs")) {
        result.amount = expression(*runs->children[0]);
        result.after = expression(*runs->children[1]);
    }
    forEach(node, Shape::Pausing, [&](const Node& child) {
        Pause pause;
        pause.from = expression(*child.children[0]);
        pause.to = expression(*child.children[1]);
        pause.variable = name(*child.children[2]);
        pause.list = expression(*child.children[3]);
        if (const Node* where = child.find(Shape::Where)) {
            pause.where = expressionIn(*where);
        }
        result.pauses.push_back(std::move(pause));
    });
    if (const Node* met = onceOrMissing(node, Shape::MetBy, "met by")) {
        result.met = expressionIn(*met);
    }
    if (const Node* rolls = once(node, Shape::RollsOver, "rolls over")) {
        result.rollsOver = true;
        result.rollsOverWhen = optionalExpression(*rolls, Shape::WhenPart, "when");
    }
    return result;
}

LifecycleDecl Builder::lifecycle(const Node& node) {
    LifecycleDecl result;
    result.event = ofItem(node);
    forEach(node, Shape::Transition, [&](const Node& child) {
        Transition transition;
        transition.act = name(*child.children.front());
        if (const Node* annuls = child.find(Shape::Annuls)) {
            transition.annuls = expressionIn(*annuls);
        } else {
            transition.from = names(child, Shape::Name);
            transition.from.erase(transition.from.begin());  // the act's own name
            transition.to = nameIn(*child.find(Shape::Arrives), Shape::Name);
        }
        transition.when = optionalExpression(child, Shape::WhenPart, "when");
        transition.cites = allCites(child);
        transition.span = span(child);
        result.transitions.push_back(std::move(transition));
    });
    if (result.transitions.empty()) {
        missing(node, "transition");
    }
    forEach(node, Shape::Passing, [&](const Node& child) {
        Passing passing;
        passing.after = expressionIn(child);
        passing.from = names(child, Shape::Name);
        passing.to = nameIn(*child.find(Shape::Arrives), Shape::Name);
        passing.cites = allCites(child);
        passing.span = span(child);
        result.passings.push_back(std::move(passing));
    });
    return result;
}

}  // namespace assay::syntax

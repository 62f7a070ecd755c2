#include <utility>

#include "builder.hpp"

namespace assay::syntax {

std::optional<Declaration> Builder::declaration(const Node& node) {
    firstExpression_ = tree_.expressions.size();
    heights_.clear();
    tooDeep_ = false;
    sound_ = true;

    Declaration result;
    result.span = span(node);
    heading(node, result);
    sharedParts(node, result);
    result.body = body(node);
    if (!sound_) {
        tree_.expressions.resize(firstExpression_);
        return std::nullopt;
    }
    return result;
}

DeclBody Builder::body(const Node& node) {
    switch (node.shape) {
        case Shape::Ruleset:
            return ruleset(node);
        case Shape::Stage:
            return stage(node);
        case Shape::Enum:
            return enumeration(node);
        case Shape::Record:
            return record(node);
        case Shape::Fact:
            return fact(node);
        case Shape::Register:
            return shared(node);
        case Shape::Reading:
            return reading(node);
        case Shape::Decide:
            return decide(node);
        case Shape::Define:
            return define(node);
        case Shape::Table:
            return table(node);
        case Shape::Flag:
            return FlagDecl{requiredExpression(node, Shape::WhenPart, "when")};
        case Shape::Checklist:
            return checklist(node);
        case Shape::Quantity:
            return QuantityDecl{attributes(node)};
        case Shape::Partition:
            return partition(node);
        case Shape::Duty:
            return duty(node);
        case Shape::Lifecycle:
            return lifecycle(node);
        case Shape::Contradiction:
            return ContradictionDecl{requiredExpression(node, Shape::WhenPart, "when")};
        default: {
            RuleDecl rule;
            rule.when = optionalExpression(node, Shape::WhenPart, "when");
            rule.require = requiredExpression(node, Shape::Require, "require");
            return rule;
        }
    }
}

RulesetDecl Builder::ruleset(const Node& node) {
    RulesetDecl result;
    const auto file = [&](Shape shape, std::string_view part, Name& into) {
        if (const Node* found = once(node, shape, part)) {
            into = text(*found->children.front());
        }
    };
    const auto list = [&](Shape shape, std::string_view part, std::vector<Name>& into) {
        if (const Node* found = once(node, shape, part)) {
            into = names(*found, Shape::Name);
        }
    };
    if (const Node* title = once(node, Shape::Title, "title")) {
        result.title = localText(*title);
    }
    if (const Node* edition = once(node, Shape::Edition, "edition")) {
        const Node& written = *edition->children.front();
        result.edition = written.shape == Shape::Text ? text(written) : name(written);
    }
    file(Shape::ClausesFrom, "clauses", result.clauses);
    file(Shape::UnitsFrom, "units", result.units);
    file(Shape::FactorsFrom, "factors", result.factors);
    file(Shape::Calendar, "calendar", result.calendar);
    list(Shape::Parties, "parties", result.parties);
    list(Shape::Roles, "roles", result.roles);
    forEach(node, Shape::BaseUnits, [&](const Node& units) {
        for (Name& unit : names(units, Shape::Name)) {
            result.baseUnits.push_back(std::move(unit));
        }
    });
    if (const Node* months = once(node, Shape::Months, "months")) {
        result.months = {"clamp to month end", span(*months)};
    }
    if (const Node* sign = once(node, Shape::Sign, "sign")) {
        result.signWhen = expressionIn(*sign->children.front());
    }
    return result;
}

StageDecl Builder::stage(const Node& node) {
    StageDecl result;
    result.enteredOn = nameIn(*node.find(Shape::EnteredOn), Shape::Path);
    if (const Node* skipped = once(node, Shape::Skipped, "skipped when")) {
        result.skippedWhen = expressionIn(*skipped->children.front());
    }
    return result;
}

EnumDecl Builder::enumeration(const Node& node) {
    EnumDecl result;
    result.ordered = node.find(Shape::Ordered) != nullptr;
    forEach(node, Shape::Enumerator, [&](const Node& child) {
        Enumerator enumerator{nameIn(child, Shape::Name), localText(child), {}};
        if (const Node* cites = child.find(Shape::Cites)) {
            enumerator.cites = names(*cites, Shape::Reference);
        }
        result.enumerators.push_back(std::move(enumerator));
    });
    if (result.enumerators.empty()) {
        missing(node, "enumerator");
    }
    return result;
}

RecordDecl Builder::record(const Node& node) {
    RecordDecl result;
    if (const Node* dated = node.find(Shape::DatedBy)) {
        result.datedBy = nameIn(*dated, Shape::Name);
    }
    forEach(node, Shape::Field, [&](const Node& child) {
        once(child, Shape::Label, "label");
        result.fields.push_back({nameIn(child, Shape::Name), attributes(child)});
    });
    if (result.fields.empty()) {
        missing(node, "field");
    }
    return result;
}

FactDecl Builder::fact(const Node& node) {
    FactDecl result;
    result.attributes = attributes(node);
    if (const Node* pair = node.find(Shape::Pair)) {
        for (const auto& child : pair->children) {
            result.pair.push_back(type(*child));
        }
    }
    return result;
}

RegisterDecl Builder::shared(const Node& node) {
    const Name record = name(*node.children[1]);
    TypeExpr element;
    element.name = record;
    element.span = record.span;
    RegisterDecl result;
    result.attributes.type.kind = TypeExpr::Kind::ListOf;
    result.attributes.type.span = record.span;
    result.attributes.type.element.push_back(std::move(element));
    return result;
}

ReadingDecl Builder::reading(const Node& node) {
    ReadingDecl result;
    forEach(node, Shape::Alternative, [&](const Node& child) { result.alternatives.push_back(nameIn(child, Shape::Name)); });
    if (const Node* takes = onceOrMissing(node, Shape::Takes, "takes")) {
        result.takes = nameIn(*takes, Shape::Name);
    }
    return result;
}

DecideDecl Builder::decide(const Node& node) {
    DecideDecl result;
    result.when = optionalExpression(node, Shape::WhenPart, "when");
    forEach(node, Shape::NotYet, [&](const Node& child) {
        const ExprId when = expressionIn(*child.find(Shape::WhenPart));
        result.notYet.push_back({when, nameIn(*child.find(Shape::Awaits), Shape::Path)});
    });
    forEach(node, Shape::Outcome, [&](const Node& child) {
        Outcome outcome;
        outcome.name = nameIn(child, Shape::Name);
        outcome.mark = nameIn(child, Shape::Favour);
        outcome.otherwise = child.find(Shape::Otherwise) != nullptr;
        outcome.when = optionalExpression(child, Shape::WhenPart, "when");
        if (const Node* label = once(child, Shape::Label, "label")) {
            outcome.label = localText(*label);
        }
        outcome.cites = allCites(child);
        result.outcomes.push_back(std::move(outcome));
    });
    if (result.outcomes.empty()) {
        missing(node, "outcome");
    }
    return result;
}

ChecklistDecl Builder::checklist(const Node& node) {
    ChecklistDecl result;
    if (const Node* prefix = node.find(Shape::OfPrefix)) {
        result.prefix = nameIn(*prefix, Shape::Path);
    }
    result.when = optionalExpression(node, Shape::WhenPart, "when");
    forEach(node, Shape::ChecklistItem, [&](const Node& child) {
        ChecklistItem item;
        item.name = nameIn(child, Shape::Name);
        item.when = optionalExpression(child, Shape::WhenPart, "when");
        item.require = result.prefix.present() ? optionalExpression(child, Shape::Require, "require")
                                               : requiredExpression(child, Shape::Require, "require");
        if (const Node* label = once(child, Shape::Label, "label")) {
            item.label = localText(*label);
        }
        item.cites = allCites(child);
        result.items.push_back(std::move(item));
    });
    if (result.items.empty()) {
        missing(node, "item");
    }
    return result;
}

DefineDecl Builder::define(const Node& node) {
    DefineDecl result;
    result.value = requiredExpression(node, Shape::Default, "default");
    forEach(node, Shape::Except, [&](const Node& child) {
        Exception exception;
        exception.name = name(*child.children[0]);
        exception.value = expression(*child.children[1]);
        exception.when = expressionIn(*child.children[2]);
        if (const Node* over = once(child, Shape::OverPart, "over")) {
            exception.over = names(*over, Shape::Name);
        }
        exception.cites = allCites(child);
        result.exceptions.push_back(std::move(exception));
    });
    return result;
}

}  // namespace assay::syntax

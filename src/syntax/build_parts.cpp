#include "builder.hpp"

namespace assay::syntax {

using diagnostics::Kind;

namespace {

std::string unescaped(std::string_view quoted) {
    std::string result;
    for (std::size_t at = 1; at + 1 < quoted.size(); ++at) {
        if (quoted[at] == '\\') {
            ++at;
        }
        result += quoted[at];
    }
    return result;
}

}  // namespace

Name Builder::name(const Node& node) const {
    return {std::string(node.text()), span(node)};
}

Name Builder::nameIn(const Node& node, Shape shape) const {
    const Node* child = node.find(shape);
    return child == nullptr ? Name{} : name(*child);
}

std::vector<Name> Builder::names(const Node& node, Shape shape) const {
    std::vector<Name> result;
    forEach(node, shape, [&](const Node& child) { result.push_back(name(child)); });
    return result;
}

// A quoted text as its content; the span keeps the quotation marks.
Name Builder::text(const Node& node) const {
    return {unescaped(node.text()), span(node)};
}

LocalText Builder::localText(const Node& node) const {
    LocalText result;
    const Node* first = nullptr;
    const Node* last = nullptr;
    for (const auto& child : node.children) {
        if (child->shape != Shape::English && child->shape != Shape::Chinese) {
            continue;
        }
        (child->shape == Shape::English ? result.english : result.chinese) = text(*child->children.front()).text;
        first = first == nullptr ? child.get() : first;
        last = child.get();
    }
    if (first != nullptr) {
        result.span = span(*first).to(span(*last));
    }
    return result;
}

const Node* Builder::once(const Node& node, Shape shape, std::string_view part) {
    const Node* first = nullptr;
    forEach(node, shape, [&](const Node& child) {
        if (first == nullptr) {
            first = &child;
            return;
        }
        refuse(Kind::RepeatedPart, span(child)).with("part", diagnostics::Name{std::string(part)}).note(Kind::FirstHere, span(*first));
    });
    return first;
}

const Node* Builder::onceOrMissing(const Node& node, Shape shape, std::string_view part) {
    const Node* found = once(node, shape, part);
    if (found == nullptr) {
        missing(node, part);
    }
    return found;
}

void Builder::missing(const Node& node, std::string_view part) {
    const Node& declared = *node.children.front();
    refuse(Kind::MissingPart, span(declared))
        .with("name", diagnostics::Name{std::string(declared.text())})
        .with("part", diagnostics::Name{std::string(part)});
}

std::vector<Name> Builder::allCites(const Node& node) const {
    std::vector<Name> result;
    forEach(node, Shape::Cites, [&](const Node& cites) {
        for (Name& clause : names(cites, Shape::Reference)) {
            result.push_back(std::move(clause));
        }
    });
    return result;
}

ExprId Builder::optionalExpression(const Node& node, Shape shape, std::string_view part) {
    const Node* found = once(node, shape, part);
    return found == nullptr ? ExprId() : expressionIn(*found);
}

ExprId Builder::requiredExpression(const Node& node, Shape shape, std::string_view part) {
    const Node* found = onceOrMissing(node, shape, part);
    return found == nullptr ? ExprId() : expressionIn(*found);
}

void Builder::heading(const Node& node, Declaration& declaration) {
    declaration.name = name(*node.children.front());
    forEach(node, Shape::Binder, [&](const Node& binder) {
        declaration.heading.binders.push_back({nameIn(binder, Shape::Name), nameIn(binder, Shape::Path)});
    });
    if (const Node* stage = node.find(Shape::AtStage)) {
        declaration.heading.stage = nameIn(*stage, Shape::Name);
    }
    if (const Node* about = node.find(Shape::About)) {
        declaration.heading.party = nameIn(*about, Shape::Name);
    }
    declaration.heading.inOrder = node.find(Shape::InOrder) != nullptr;
    if (const Node* typePart = node.find(Shape::TypePart)) {
        declaration.heading.type = type(*typePart->children.front());
    }
}

void Builder::sharedParts(const Node& node, Declaration& declaration) {
    declaration.sources.cites = allCites(node);
    const auto read = [&](const Node& reads) {
        for (Name& reading : names(reads, Shape::Reference)) {
            declaration.sources.reads.push_back(std::move(reading));
        }
    };
    forEach(node, Shape::Reads, read);
    forEach(node, Shape::Step, [&](const Node& step) { forEach(step, Shape::Reads, read); });
    if (const Node* label = once(node, Shape::Label, "label")) {
        declaration.label = localText(*label);
    }
    if (const Node* message = once(node, Shape::Message, "message")) {
        declaration.message = localText(*message);
    }
}

// Labels are read here for fields; for a fact `sharedParts` has seen to a label given twice.
FactAttributes Builder::attributes(const Node& node) {
    FactAttributes result;
    for (const auto& child : node.children) {
        switch (child->shape) {
            case Shape::PlainType:
            case Shape::ListType:
            case Shape::ItemType:
            case Shape::JudgementType:
                result.type = type(*child);
                break;
            case Shape::Label:
                result.label = localText(*child);
                break;
            default:
                break;
        }
    }
    result.absentIsNone = once(node, Shape::AbsentIsNone, "absent is none") != nullptr;
    result.reasonRequired = once(node, Shape::WithReason, "with reason") != nullptr;
    if (const Node* from = once(node, Shape::From, "from")) {
        result.from = names(*from, Shape::Name);
    }
    if (const Node* ask = once(node, Shape::Ask, "ask")) {
        result.ask = localText(*ask);
    }
    return result;
}

}  // namespace assay::syntax

#include "lowering.hpp"

namespace assay::lower {

using check::DeclId;
using check::ListId;

Lowering::Lowering(const check::Checked& checked) : checked_(checked) {
    program_.checked = &checked;
    program_.spaces.add(Space{});
    program_.declarations.resize(checked.declarations.size());
    stages_.resize(checked.stages.size());
}

void Lowering::addListSpaces() {
    program_.listSpaces.resize(checked_.lists.size());
    for (std::size_t index = 0; index < checked_.lists.size(); ++index) {
        const ListId id(index);
        const check::List& list = checked_.lists[id];
        Space space;
        space.list = id;
        if (list.nested()) {
            space.kind = SpaceKind::Children;
            space.parent = program_.listSpaces[list.parent];
            space.source = variable(Bound{space.parent, false}, check::Type{}, checked_.fields[list.field].span);
        } else {
            space.kind = SpaceKind::Items;
            space.parent = Program::caseSpace();
        }
        program_.listSpaces[id] = findOrAdd(space);
    }
}

SpaceId Lowering::findOrAdd(Space space) {
    const auto key = std::make_tuple(space.kind, space.parent, space.list, space.source, space.base);
    if (const auto found = spaces_.find(key); found != spaces_.end()) return found->second;
    space.depth = program_.spaces[space.parent].depth + 1;
    const SpaceId id = program_.spaces.add(space);
    spaces_.emplace(key, id);
    return id;
}

NodeId Lowering::add(Node node) {
    if (!node.space.valid()) node.space = Program::caseSpace();
    node.owner = owner_;
    return program_.nodes.add(std::move(node));
}

SpaceId Lowering::deepest(const std::vector<NodeId>& operands) const {
    SpaceId result = Program::caseSpace();
    for (const NodeId operand : operands) {
        const SpaceId space = program_.nodes[operand].space;
        if (program_.spaces[space].depth > program_.spaces[result].depth) result = space;
    }
    return result;
}

const Lowering::StageNodes& Lowering::stage(check::StageId id) {
    StageNodes& nodes = stages_[id.index()];
    if (nodes.entered.valid()) return nodes;
    const DeclId outer = std::exchange(owner_, DeclId());
    const check::Stage& stage = checked_.stages[id];
    Node date;
    date.op = Op::Fact;
    date.type = checked_.facts[stage.enteredOn].type;
    date.payload = stage.enteredOn.index();
    date.span = stage.span;
    Node entered;
    entered.op = Op::StageEntered;
    entered.type.kind = check::TypeKind::Bool;
    entered.operands = {add(date)};
    entered.payload = id.index();
    entered.span = stage.span;
    nodes.entered = add(entered);
    if (stage.skippedWhen.valid()) {
        Node skipped = entered;
        skipped.op = Op::StageSkipped;
        skipped.operands = {expression(stage.skippedWhen, Program::caseSpace())};
        nodes.skipped = add(skipped);
    }
    owner_ = outer;
    return nodes;
}

SpaceId Lowering::headingSpace(const check::Declaration& declaration) {
    SpaceId space = Program::caseSpace();
    for (const check::BinderId id : declaration.heading) {
        const ListId listId = checked_.binders[id].list;
        const check::List& list = checked_.lists[listId];
        Space inner;
        inner.list = listId;
        inner.parent = space;
        if (list.nested()) {
            inner.kind = SpaceKind::Children;
            inner.source = variable(Bound{space, false}, check::Type{}, declaration.span);
        } else {
            inner.kind = SpaceKind::Items;
        }
        space = findOrAdd(inner);
        bound_[id] = Bound{space, false};
    }
    return space;
}

void Lowering::addDeclaration(DeclId id) {
    const check::Declaration& declaration = checked_.declarations[id];
    owner_ = id;
    DeclarationParts parts;
    parts.space = headingSpace(declaration);
    if (declaration.stage) {
        const StageNodes& nodes = stage(*declaration.stage);
        parts.entered = nodes.entered;
        parts.skipped = nodes.skipped;
    }
    addParts(declaration, parts);
    if (const auto* partition = std::get_if<check::Partition>(&declaration.body)) addSteps(*partition, parts, declaration.nameSpan);
    if (!std::holds_alternative<check::Table>(declaration.body)) {
        Node node;
        node.op = Op::Declaration;
        node.space = parts.space;
        node.type = declaration.type;
        node.payload = id.index();
        node.span = declaration.nameSpan;
        node.inner = parts.divided;
        parts.node = add(node);
    }
    program_.declarations[id] = std::move(parts);
    owner_ = DeclId();
}

void Lowering::addSigning() {
    program_.signWhen = optionalExpression(checked_.ruleset.signWhen, Program::caseSpace());
}

void Lowering::addParts(const check::Declaration& declaration, DeclarationParts& parts) {
    const SpaceId space = parts.space;
    if (const auto* rule = std::get_if<check::Rule>(&declaration.body)) {
        parts.when = optionalExpression(rule->when, space);
        parts.body = expression(rule->require, space);
    } else if (const auto* flag = std::get_if<check::Flag>(&declaration.body)) {
        parts.body = expression(flag->when, space);
    } else if (const auto* contradiction = std::get_if<check::Contradiction>(&declaration.body)) {
        parts.body = expression(contradiction->when, space);
    } else if (const auto* decide = std::get_if<check::Decide>(&declaration.body)) {
        parts.when = optionalExpression(decide->when, space);
        for (const check::NotYet& notYet : decide->notYet)
            parts.notYet.push_back(expression(notYet.when, space));
        for (const check::Outcome& outcome : decide->outcomes)
            parts.conditions.push_back(optionalExpression(outcome.when, space));
    } else if (const auto* duty = std::get_if<check::Duty>(&declaration.body)) {
        due_ = NodeId();
        for (const check::Outcome& outcome : duty->standing.outcomes)
            parts.conditions.push_back(optionalExpression(outcome.when, space));
        parts.due = due_;
        parts.met = expression(duty->met, space);
    } else if (const auto* lifecycle = std::get_if<check::Lifecycle>(&declaration.body)) {
        addLines(*lifecycle, parts);
    } else if (const auto* define = std::get_if<check::Define>(&declaration.body)) {
        parts.body = declaredValue(define->value, declaration.type, space);
        for (const check::Exception& exception : define->exceptions) {
            parts.conditions.push_back(expression(exception.when, space));
            parts.values.push_back(declaredValue(exception.value, declaration.type, space));
        }
    } else if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
        parts.when = optionalExpression(checklist->when, space);
        addItems(*checklist, parts, declaration.nameSpan);
    } else if (const auto* table = std::get_if<check::Table>(&declaration.body)) {
        for (const check::Row& row : table->rows) {
            parts.conditions.push_back(optionalExpression(row.when, space));
            parts.values.push_back(declaredValue(row.output, declaration.type, space));
        }
    }
}

void Lowering::addSteps(const check::Partition& partition, DeclarationParts& parts, const source::Span& span) {
    const ListId list = checked_.binders[partition.item].list;
    parts.divided = program_.listSpaces[list];
    bound_[partition.item] = Bound{parts.divided, false};
    for (const check::PartitionStep& step : partition.steps) {
        PartitionStepParts nodes;
        nodes.when = step.when.valid() ? value(step.when, parts.divided) : NodeId();
        for (const check::ExprId key : step.keys)
            nodes.keys.push_back(expression(key, parts.divided));
        if (step.apart.valid()) {
            Space pairs;
            pairs.kind = SpaceKind::Pairs;
            pairs.parent = program_.spaces[parts.divided].parent;
            pairs.list = list;
            pairs.base = parts.divided;
            parts.pairs = findOrAdd(pairs);
            bound_[step.first] = Bound{parts.pairs, false};
            bound_[step.second] = Bound{parts.pairs, true};
            nodes.apart = value(step.apart, parts.pairs);
        }
        parts.steps.push_back(std::move(nodes));
    }
    if (!partition.agreed.valid()) return;
    Node agreed;
    agreed.op = Op::Fact;
    agreed.type = checked_.facts[partition.agreed].type;
    agreed.payload = partition.agreed.index();
    agreed.span = span;
    parts.agreed = add(agreed);
}

void Lowering::addItems(const check::Checklist& checklist, DeclarationParts& parts, const source::Span& span) {
    const auto combined = [&](Op op, std::vector<NodeId> operands, const source::Span& place) {
        Node node;
        node.op = op;
        node.space = deepest(operands);
        node.type.kind = check::TypeKind::Bool;
        node.operands = std::move(operands);
        node.span = place;
        return add(std::move(node));
    };
    for (const check::ChecklistItem& item : checklist.items) {
        const NodeId when = optionalExpression(item.when, parts.space);
        const NodeId require = value(item.require, parts.space);
        parts.conditions.push_back(when);
        parts.values.push_back(require);
        parts.items.push_back(when.valid() ? combined(Op::Or, {combined(Op::Not, {when}, item.span), require}, item.span) : require);
    }
    parts.body = combined(Op::And, parts.items, span);
}

void Lowering::addLines(const check::Lifecycle& lifecycle, DeclarationParts& parts) {
    const SpaceId inner = itemSpace(lifecycle.list, parts.space);
    bound_[lifecycle.event] = Bound{inner, false};
    Node acts;
    acts.op = Op::Acts;
    acts.space = parts.space;
    acts.inner = inner;
    acts.type.kind = check::TypeKind::Bool;
    acts.span = checked_.expressions[lifecycle.list].span;
    acts.operands = {expression(lifecycle.act, inner), expression(lifecycle.on, inner)};
    for (const check::Transition& transition : lifecycle.transitions) {
        parts.guards.push_back(optionalExpression(transition.when, inner));
        parts.annulled.push_back(optionalExpression(transition.annuls, inner));
        for (const NodeId part : {parts.guards.back(), parts.annulled.back()}) {
            if (part.valid()) acts.operands.push_back(part);
        }
    }
    for (const check::Passing& passing : lifecycle.passings)
        parts.afters.push_back(expression(passing.after, parts.space));
    parts.acts = add(std::move(acts));
}

Program lower(const check::Checked& checked) {
    Lowering lowering(checked);
    lowering.addListSpaces();
    for (const DeclId id : checked.order)
        lowering.addDeclaration(id);
    lowering.addSigning();
    return lowering.take();
}

}  // namespace assay::lower

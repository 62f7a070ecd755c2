#include "lowering.hpp"

namespace assay::lower {

using check::Expr;
using check::ExprId;
using check::ExprKind;
using check::TypeKind;

NodeId Lowering::optionalExpression(ExprId id, SpaceId space) {
    return id.valid() ? expression(id, space) : NodeId();
}

NodeId Lowering::present(NodeId operand) {
    if (!program_.nodes[operand].type.optional) return operand;
    Node node;
    node.op = Op::Present;
    node.space = program_.nodes[operand].space;
    node.type = program_.nodes[operand].type;
    node.type.optional = false;
    node.operands = {operand};
    node.span = program_.nodes[operand].span;
    return add(std::move(node));
}

NodeId Lowering::value(ExprId id, SpaceId space) {
    return present(expression(id, space));
}

NodeId Lowering::declaredValue(ExprId id, const check::Type& declared, SpaceId space) {
    return declared.optional ? expression(id, space) : value(id, space);
}

std::vector<NodeId> Lowering::values(const std::vector<ExprId>& ids, SpaceId space) {
    std::vector<NodeId> nodes;
    nodes.reserve(ids.size());
    for (const ExprId id : ids)
        nodes.push_back(value(id, space));
    return nodes;
}

NodeId Lowering::leaf(Op op, const Expr& expr, std::size_t payload, std::size_t second) {
    Node node;
    node.op = op;
    node.type = expr.type;
    node.payload = payload;
    node.second = second;
    node.span = expr.span;
    return add(std::move(node));
}

NodeId Lowering::variable(Bound bound, const check::Type& type, const source::Span& span) {
    if (const auto found = variables_.find(bound); found != variables_.end()) return found->second;
    Node node;
    node.op = Op::Variable;
    node.space = bound.space;
    node.type = type;
    node.type.kind = TypeKind::Item;
    node.type.list = program_.spaces[bound.space].list;
    node.second = bound.second ? 1 : 0;
    node.span = span;
    const NodeId id = add(std::move(node));
    variables_.emplace(bound, id);
    return id;
}

NodeId Lowering::operation(Op op, const Expr& expr, std::vector<NodeId> operands, std::size_t payload) {
    Node node;
    node.op = op;
    node.space = deepest(operands);
    node.type = expr.type;
    node.operands = std::move(operands);
    node.payload = payload;
    node.span = expr.span;
    return add(std::move(node));
}

NodeId Lowering::expression(ExprId id, SpaceId space) {
    const Expr& expr = checked_.expressions[id];
    const auto plain = [&](Op op) { return operation(op, expr, values(expr.operands, space)); };
    switch (expr.kind) {
        case ExprKind::Literal:
            program_.constants.push_back({expr.constant, checked_.units.find(expr.unit).value_or(quantity::Unit{})});
            return leaf(Op::Constant, expr, program_.constants.size() - 1);
        case ExprKind::Fact:
            return leaf(Op::Fact, expr, expr.fact.index());
        case ExprKind::AsOf:
            return leaf(Op::AsOf, expr, 0);
        case ExprKind::ReadingIs:
            return leaf(Op::ReadingIs, expr, expr.reading.index(), expr.index);
        case ExprKind::StageEntered:
            return stage(expr.stage).entered;
        case ExprKind::Variable:
            return variable(bound_.at(expr.binder), expr.type, expr.span);
        case ExprKind::Field:
            return operation(Op::Field, expr, values(expr.operands, space), expr.field.index());
        case ExprKind::PairFact:
            return operation(Op::PairFact, expr, values(expr.operands, space), expr.fact.index());
        case ExprKind::Declaration:
        case ExprKind::DeclarationOf:
            return reference(expr, space);
        case ExprKind::TableApply:
            return apply(expr, space);
        case ExprKind::Due:
            if (!due_.valid()) due_ = due(expr, space);
            return due_;
        case ExprKind::IsUnique:
            return operation(Op::IsUnique, expr, {expression(expr.operands[0], space)},
                             checked_.expressions[expr.operands[0]].decl.index());
        case ExprKind::StateOn:
            return atLifecycle(Op::StateOn, expr, space);
        case ExprKind::EnteredOn:
            return atLifecycle(Op::EnteredOn, expr, space);
        case ExprKind::Not:
            return plain(Op::Not);
        case ExprKind::Negate:
            return plain(Op::Negate);
        case ExprKind::Abs:
            return plain(Op::Abs);
        case ExprKind::And:
            return plain(Op::And);
        case ExprKind::Or:
            return plain(Op::Or);
        case ExprKind::Add:
            return plain(Op::Add);
        case ExprKind::Subtract:
            return plain(Op::Subtract);
        case ExprKind::Multiply:
            return plain(Op::Multiply);
        case ExprKind::Divide:
            return plain(Op::Divide);
        case ExprKind::AddDays:
            return plain(Op::AddDays);
        case ExprKind::AddMonths:
            return plain(Op::AddMonths);
        case ExprKind::DateDifference:
            return plain(Op::DateDifference);
        case ExprKind::Less:
            return plain(Op::Less);
        case ExprKind::LessEqual:
            return plain(Op::LessEqual);
        case ExprKind::Greater:
            return plain(Op::Greater);
        case ExprKind::GreaterEqual:
            return plain(Op::GreaterEqual);
        case ExprKind::Equal:
            return plain(Op::Equal);
        case ExprKind::NotEqual:
            return plain(Op::NotEqual);
        case ExprKind::IsEnumerator:
            return operation(Op::IsEnumerator, expr, values(expr.operands, space), expr.index);
        case ExprKind::IsGiven:
            return operation(Op::IsGiven, expr, {expression(expr.operands[0], space)});
        case ExprKind::IsNone:
            return operation(Op::IsNone, expr, {expression(expr.operands[0], space)});
        case ExprKind::InSet:
            return inSet(expr, space);
        case ExprKind::InList:
            return plain(Op::InList);
        case ExprKind::Subset:
            return plain(Op::Subset);
        case ExprKind::If: {
            std::vector<NodeId> operands = {value(expr.operands[0], space)};
            for (std::size_t branch : {std::size_t{1}, std::size_t{2}})
                operands.push_back(declaredValue(expr.operands[branch], expr.type, space));
            return operation(Op::If, expr, std::move(operands));
        }
        case ExprKind::Larger:
            return plain(Op::Larger);
        case ExprKind::Smaller:
            return plain(Op::Smaller);
        case ExprKind::Some:
            return quantifier(Op::Some, expr, space);
        case ExprKind::Every:
            return quantifier(Op::Every, expr, space);
        case ExprKind::No:
            return quantifier(Op::No, expr, space);
        case ExprKind::Count:
            return quantifier(Op::Count, expr, space);
        case ExprKind::Sum:
            return quantifier(Op::Sum, expr, space);
        case ExprKind::Min:
            return quantifier(Op::Min, expr, space);
        case ExprKind::Max:
            return quantifier(Op::Max, expr, space);
        case ExprKind::The:
            return quantifier(Op::The, expr, space);
        case ExprKind::Consecutive:
            return consecutive(expr, space);
        case ExprKind::ListFact:
            break;  // stands only as the list of a quantifier
    }
    return NodeId();
}

NodeId Lowering::reference(const Expr& expr, SpaceId space) {
    if (expr.kind == ExprKind::DeclarationOf) return operation(Op::AtItem, expr, values(expr.operands, space), expr.decl.index());
    return program_.declarations[expr.decl].node;
}

// `x in {a, b}` is `x is a or x is b`.
NodeId Lowering::inSet(const Expr& expr, SpaceId space) {
    const NodeId element = value(expr.operands[0], space);
    std::vector<NodeId> cases;
    for (std::size_t index = 1; index < expr.operands.size(); ++index) {
        const Expr& literal = checked_.expressions[expr.operands[index]];
        if (const auto* enumerator = std::get_if<check::Constant::Enumerator>(&literal.constant.value)) {
            cases.push_back(operation(Op::IsEnumerator, expr, {element}, enumerator->index));
        } else {
            cases.push_back(operation(Op::Equal, expr, {element, expression(expr.operands[index], space)}));
        }
    }
    return operation(Op::Or, expr, std::move(cases));
}

NodeId Lowering::apply(const Expr& expr, SpaceId space) {
    const auto& table = std::get<check::Table>(checked_.declarations[expr.decl].body);
    std::vector<NodeId> arguments;
    for (std::size_t index = 0; index < expr.operands.size(); ++index)
        arguments.push_back(declaredValue(expr.operands[index], table.parameters[index].type, space));
    return operation(Op::Table, expr, std::move(arguments), expr.decl.index());
}

NodeId Lowering::atLifecycle(Op op, const Expr& expr, SpaceId space) {
    const NodeId id = operation(op, expr, values(expr.operands, space), expr.decl.index());
    program_.nodes[id].second = expr.index;
    return id;
}

// One node however often the standing of the duty asks for it.
NodeId Lowering::due(const Expr& expr, SpaceId space) {
    const auto& duty = std::get<check::Duty>(checked_.declarations[expr.decl].body);
    std::vector<NodeId> operands = {expression(duty.after, space), value(duty.amount, space)};
    RollsOver rollsOver = duty.rollsOver ? RollsOver::Always : RollsOver::Never;
    if (duty.rollsOverWhen.valid()) {
        rollsOver = RollsOver::When;
        operands.push_back(value(duty.rollsOverWhen, space));
    }
    for (const check::Pause& pause : duty.pauses)
        operands.push_back(pauses(pause, space));
    return operation(Op::Due, expr, std::move(operands), static_cast<std::size_t>(rollsOver));
}

NodeId Lowering::pauses(const check::Pause& pause, SpaceId space) {
    const SpaceId inner = itemSpace(pause.list, space);
    bound_[pause.binder] = Bound{inner, false};
    Node node;
    node.op = Op::Pauses;
    node.space = space;
    node.inner = inner;
    node.type.kind = TypeKind::Bool;
    if (pause.where.valid()) node.operands.push_back(value(pause.where, inner));
    node.operands.push_back(expression(pause.from, inner));
    node.operands.push_back(expression(pause.to, inner));
    node.payload = pause.where.valid() ? 1 : 0;
    node.span = checked_.expressions[pause.list].span;
    return add(std::move(node));
}

SpaceId Lowering::itemSpace(ExprId list, SpaceId space) {
    const Expr& expr = checked_.expressions[list];
    Space inner;
    inner.parent = space;
    inner.list = expr.type.list;
    const bool isGroups = expr.type.element == TypeKind::Record && checked_.lists[expr.type.list].partition.valid();
    if (expr.kind == ExprKind::ListFact || isGroups) {
        inner.kind = SpaceKind::Items;
    } else if (expr.type.element == TypeKind::Record) {
        inner.kind = SpaceKind::Children;
        inner.source = value(expr.operands[0], space);
    } else {
        inner.kind = SpaceKind::Members;
        inner.source = value(list, space);
    }
    return findOrAdd(inner);
}

NodeId Lowering::quantifier(Op op, const Expr& expr, SpaceId space) {
    const SpaceId inner = itemSpace(expr.operands[0], space);
    bound_[expr.binder] = Bound{inner, false};
    Node node;
    node.op = op;
    node.space = space;
    node.inner = inner;
    node.type = expr.type;
    for (std::size_t index = 1; index < expr.operands.size(); ++index)
        node.operands.push_back(value(expr.operands[index], inner));
    node.payload = expr.hasWhere ? 1 : 0;
    node.span = expr.span;
    return add(std::move(node));
}

// `every consecutive a, b in L by K has E`: K is computed for each item as `a`, then E for each pair of neighbours.
NodeId Lowering::consecutive(const Expr& expr, SpaceId space) {
    const SpaceId base = itemSpace(expr.operands[0], space);
    bound_[expr.binder] = Bound{base, false};
    Space pairs;
    pairs.kind = SpaceKind::Consecutive;
    pairs.parent = space;
    pairs.list = program_.spaces[base].list;
    pairs.source = value(expr.operands[1], base);
    pairs.base = base;
    const SpaceId inner = findOrAdd(pairs);
    bound_[expr.binder] = Bound{inner, false};
    bound_[expr.secondBinder] = Bound{inner, true};
    Node node;
    node.op = Op::Every;
    node.space = space;
    node.inner = inner;
    node.type = expr.type;
    node.operands = {value(expr.operands[2], inner)};
    node.span = expr.span;
    return add(std::move(node));
}

}  // namespace assay::lower

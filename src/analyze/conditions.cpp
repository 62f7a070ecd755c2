#include "conditions.hpp"

#include "assay/lower/comparison.hpp"
#include "regions.hpp"

namespace assay::analyze {

using check::Constant;
using check::TypeKind;
using lower::Node;
using lower::NodeId;
using lower::Op;
using quantity::Rational;
using Ref = Formulas::Ref;

Ref Conditions::truth(NodeId node) {
    if (const auto found = built_.find(node); found != built_.end()) return found->second;
    const Ref ref = build(node);
    built_.emplace(node, ref);
    return ref;
}

Ref Conditions::truthOr(NodeId node, bool otherwise) {
    return node.valid() ? truth(node) : formulas_.constant(otherwise);
}

Ref Conditions::build(NodeId id) {
    const Node& node = program_.nodes[id];
    switch (node.op) {
        case Op::Constant:
            if (const auto* known = std::get_if<bool>(&program_.constants[node.payload].value.value)) return formulas_.constant(*known);
            return whole(id);
        case Op::Not:
            return formulas_.negation(truth(node.operands[0]));
        case Op::And:
            return formulas_.conjunction(parts(node));
        case Op::Or:
            return formulas_.disjunction(parts(node));
        case Op::If: {
            const Ref condition = truth(node.operands[0]);
            const Ref then = formulas_.conjunction({condition, truth(node.operands[1])});
            const Ref otherwise = formulas_.conjunction({formulas_.negation(condition), truth(node.operands[2])});
            return formulas_.disjunction({then, otherwise});
        }
        case Op::ReadingIs:
            return reading(node);
        case Op::IsNone:
            return none(node.operands[0]);
        case Op::IsGiven:
            return formulas_.negation(none(node.operands[0]));
        case Op::IsEnumerator:
            return enumerator(node.operands[0], node.payload);
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
        case Op::Equal:
        case Op::NotEqual:
            return comparison(id);
        case Op::Declaration:
        case Op::AtItem:
            return reference(id);
        default:
            return whole(id);
    }
}

std::vector<Ref> Conditions::parts(const Node& node) {
    std::vector<Ref> refs;
    for (const NodeId operand : node.operands)
        refs.push_back(truth(operand));
    return refs;
}

Ref Conditions::reading(const Node& node) {
    Operand asked;
    asked.reading = check::ReadingId(node.payload);
    asked.alternatives = program_.checked->readings[asked.reading].alternatives.size();
    Question question{Question::Kind::IsEnumerator, node.second, {}, {}, false};
    return formulas_.ask(formulas_.operand("reading " + std::to_string(node.payload), std::move(asked)), std::move(question));
}

Ref Conditions::none(NodeId id) {
    return formulas_.ask(operand(bare(id)), {Question::Kind::IsNone, 0, {}, {}, false});
}

Ref Conditions::enumerator(NodeId id, std::size_t index) {
    return formulas_.ask(operand(bare(id)), {Question::Kind::IsEnumerator, index, {}, {}, false});
}

// A condition that is asked for as one: a bool fact, a quantifier, a membership.
Ref Conditions::whole(NodeId id) {
    const Op op = program_.nodes[bare(id)].op;
    const bool isName = op == Op::Fact || op == Op::Field || op == Op::Declaration || op == Op::AtItem || op == Op::PairFact;
    const Formulas::OperandId asked = isName ? operand(bare(id)) : opaque(key(id), id);
    return formulas_.ask(asked, {Question::Kind::IsTrue, 0, {}, {}, false});
}

// The declaration that a reference names without moving to another item.
std::optional<check::DeclId> Conditions::declarationHere(NodeId id) const {
    const Node& node = program_.nodes[id];
    const check::DeclId decl(node.payload);
    if (node.op == Op::Declaration) return decl;
    const Node& item = program_.nodes[node.operands[0]];
    const bool own = item.op == Op::Variable && item.second == 0 && item.space == program_.declarations[decl].space;
    return own ? std::optional(decl) : std::nullopt;
}

Ref Conditions::reference(NodeId id) {
    const std::optional<check::DeclId> decl = declarationHere(id);
    if (!decl || program_.declarations[*decl].skipped.valid()) return whole(id);
    const check::Declaration& declaration = program_.checked->declarations[*decl];
    const lower::DeclarationParts& parts = program_.declarations[*decl];
    if (check::isRequirement(declaration)) {
        return formulas_.disjunction({formulas_.negation(truthOr(parts.when, true)), truth(parts.body)});
    }
    const bool plainDefine =
        std::holds_alternative<check::Define>(declaration.body) && parts.conditions.empty() && !declaration.type.optional;
    const bool plain = plainDefine || std::holds_alternative<check::Flag>(declaration.body) ||
                       std::holds_alternative<check::Contradiction>(declaration.body);
    return plain ? truth(parts.body) : whole(id);
}

Ref Conditions::comparison(NodeId id) {
    const Node& node = program_.nodes[id];
    const NodeId left = bare(node.operands[0]);
    const NodeId right = bare(node.operands[1]);
    const check::Type& type = program_.nodes[left].type;
    if (type.isOrderedLine()) return compareOnLine(node, left, right);
    if (type.kind == TypeKind::Enum) {
        const Constant* known = constant(right);
        const auto* index = known != nullptr ? std::get_if<Constant::Enumerator>(&known->value) : nullptr;
        if (index != nullptr) return compareAlternatives(node, left, index->index);
    }
    if (node.op == Op::Equal || node.op == Op::NotEqual) return equality(id, left, right);
    return whole(id);
}

// `below` asks whether the operand stands below a point; the same question with `orEqual` whether below or at it.
Ref Conditions::compare(Op op, Formulas::OperandId operand, Question below) {
    Question notAbove = below;
    notAbove.orEqual = true;
    switch (op) {
        case Op::Less:
            return formulas_.ask(operand, std::move(below));
        case Op::LessEqual:
            return formulas_.ask(operand, std::move(notAbove));
        case Op::Greater:
            return formulas_.negation(formulas_.ask(operand, std::move(notAbove)));
        case Op::GreaterEqual:
            return formulas_.negation(formulas_.ask(operand, std::move(below)));
        default:
            break;
    }
    const Ref least = formulas_.negation(formulas_.ask(operand, std::move(below)));
    const Ref equal = formulas_.conjunction({formulas_.ask(operand, std::move(notAbove)), least});
    return op == Op::Equal ? equal : formulas_.negation(equal);
}

Ref Conditions::compareOnLine(const Node& node, NodeId left, NodeId right) {
    const std::optional<Rational> leftNumber = number(left);
    const std::optional<Rational> rightNumber = number(right);
    if (rightNumber && !leftNumber) {
        return compare(node.op, operand(left), {Question::Kind::IsBelow, 0, {}, *rightNumber, false});
    }
    if (leftNumber && !rightNumber) {
        return compare(lower::mirrored(node.op), operand(right), {Question::Kind::IsBelow, 0, {}, *leftNumber, false});
    }
    return difference(node, left, right);
}

// Two values that are both not written out: what counts is the sign of their difference.
Ref Conditions::difference(const Node& node, NodeId left, NodeId right) {
    const bool ordered = key(left) <= key(right);
    const NodeId first = ordered ? left : right;
    const NodeId second = ordered ? right : left;
    Operand asked;
    asked.wording = Operand::Wording::Difference;
    asked.text = written(first);
    asked.other = written(second);
    asked.type.kind = TypeKind::Number;
    const Formulas::OperandId id = formulas_.operand(key(first) + " - " + key(second), std::move(asked));
    return compare(ordered ? node.op : lower::mirrored(node.op), id, {Question::Kind::IsBelow, 0, {}, Rational(0), false});
}

Ref Conditions::compareAlternatives(const Node& node, NodeId left, std::size_t index) {
    return compare(node.op, operand(left), {Question::Kind::IndexBelow, index, {}, {}, false});
}

Ref Conditions::equality(NodeId id, NodeId left, NodeId right) {
    const bool differs = program_.nodes[id].op == Op::NotEqual;
    const Constant* known = constant(right);
    const auto* text = known != nullptr ? std::get_if<std::string>(&known->value) : nullptr;
    const auto* boolean = known != nullptr ? std::get_if<bool>(&known->value) : nullptr;
    Ref equal;
    if (text != nullptr) {
        equal = formulas_.ask(operand(left), {Question::Kind::IsText, 0, *text, {}, false});
    } else if (boolean != nullptr) {
        equal = *boolean ? truth(left) : formulas_.negation(truth(left));
    } else {
        const std::string keys = key(left) <= key(right) ? key(left) + " = " + key(right) : key(right) + " = " + key(left);
        Operand asked;
        asked.wording = Operand::Wording::Condition;
        asked.text = written(left) + " is " + written(right);
        asked.type.kind = TypeKind::Bool;
        equal = formulas_.ask(formulas_.operand(keys, std::move(asked)), {Question::Kind::IsTrue, 0, {}, {}, false});
    }
    return differs ? formulas_.negation(equal) : equal;
}

}  // namespace assay::analyze

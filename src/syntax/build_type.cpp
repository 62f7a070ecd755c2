#include "builder.hpp"

namespace assay::syntax {

TypeExpr Builder::type(const Node& node) {
    TypeExpr result;
    result.span = span(node);
    result.optional = node.find(Shape::Optional) != nullptr;
    switch (node.shape) {
        case Shape::ListType:
            result.kind = TypeExpr::Kind::ListOf;
            result.element.push_back(type(*node.children.front()));
            break;
        case Shape::ItemType:
            result.kind = TypeExpr::Kind::ItemOf;
            result.name = nameIn(node, Shape::Path);
            break;
        case Shape::JudgementType:
            result.kind = TypeExpr::Kind::Judgement;
            if (const Node* element = node.find(Shape::ElementType)) {
                result.element.push_back(type(*element->children.front()));
            }
            if (const Node* role = node.find(Shape::Role)) {
                result.role = nameIn(*role, Shape::Name);
            }
            break;
        default:
            result.name = nameIn(node, Shape::Unit);
            if (const Node* range = node.find(Shape::Bounds)) {
                bounds(*range, result);
            }
            break;
    }
    return result;
}

void Builder::bounds(const Node& node, TypeExpr& type) {
    bool above = false;
    for (const auto& child : node.children) {
        if (child->shape == Shape::BoundsDots) {
            above = true;
        } else {
            (above ? type.high : type.low) = expression(*child);
        }
    }
    if (type.low && type.high) {
        takeUnit(*type.high, *type.low);
    }
}

// `5..10 kg` gives both ends the unit that is written once.
void Builder::takeUnit(ExprId from, ExprId to) {
    const auto written = [this](ExprId id) {
        const Expr& expr = tree_.expressions[id];
        return expr.kind == ExprKind::Negate ? expr.operands.front() : id;
    };
    const Expr& source = tree_.expressions[written(from)];
    Expr& target = tree_.expressions[written(to)];
    const bool numbers = source.kind == ExprKind::Number || source.kind == ExprKind::Period;
    if (!numbers || target.kind != ExprKind::Number || target.name.present()) {
        return;
    }
    if (source.kind == ExprKind::Period && target.text.find('.') != std::string::npos) {
        refuse(diagnostics::Kind::PeriodNotWhole, target.span);
    }
    target.kind = source.kind;
    target.name = source.name;
}

}  // namespace assay::syntax

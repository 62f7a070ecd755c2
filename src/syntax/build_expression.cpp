#include <algorithm>
#include <utility>

#include "assay/quantity/date.hpp"
#include "builder.hpp"

namespace assay::syntax {

namespace {

using diagnostics::Kind;

ExprKind inequality(std::string_view operatorText) {
    if (operatorText == "<=") {
        return ExprKind::LessEqual;
    }
    if (operatorText == ">=") {
        return ExprKind::GreaterEqual;
    }
    return operatorText == "<" ? ExprKind::Less : ExprKind::Greater;
}

ExprKind arithmeticKind(Shape operatorShape) {
    switch (operatorShape) {
        case Shape::Plus:
            return ExprKind::Add;
        case Shape::Minus:
            return ExprKind::Subtract;
        case Shape::Times:
            return ExprKind::Multiply;
        default:
            return ExprKind::Divide;
    }
}

std::string_view periodUnit(Shape shape) {
    switch (shape) {
        case Shape::DayWord:
            return "day";
        case Shape::MonthWord:
            return "month";
        case Shape::YearWord:
            return "year";
        case Shape::WorkingDayWord:
            return "working_day";
        default:
            return {};
    }
}

}  // namespace

ExprId Builder::add(Expr expr) {
    std::size_t height = 0;
    const auto grow = [&](ExprId operand) {
        if (operand.valid()) {
            height = std::max(height, heights_[operand.index() - firstExpression_]);
        }
    };
    std::for_each(expr.operands.begin(), expr.operands.end(), grow);
    grow(expr.where);
    ++height;
    if (height > limits_.nesting && !tooDeep_) {
        tooDeep_ = true;
        refuse(Kind::NestingTooDeep, expr.span).with("limit", quantity::Rational(static_cast<std::int64_t>(limits_.nesting)));
    }
    heights_.push_back(height);
    return tree_.expressions.add(std::move(expr));
}

ExprId Builder::leaf(const Node& node, ExprKind kind) {
    Expr expr;
    expr.kind = kind;
    expr.span = span(node);
    switch (kind) {
        case ExprKind::Path:
        case ExprKind::Reading:
            expr.name = name(node);
            break;
        case ExprKind::Text:
            expr.text = text(node).text;
            break;
        default:
            expr.text = node.text();
            break;
    }
    return add(std::move(expr));
}

ExprId Builder::expression(const Node& node) {
    switch (node.shape) {
        case Shape::Or:
            return chain(node, ExprKind::Or);
        case Shape::And:
            return chain(node, ExprKind::And);
        case Shape::Sum:
        case Shape::Product:
            return arithmetic(node);
        case Shape::Comparison:
            return comparison(node);
        case Shape::Number:
            return number(node);
        case Shape::Date:
            return date(node);
        case Shape::Text:
            return leaf(node, ExprKind::Text);
        case Shape::True:
        case Shape::False:
            return leaf(node, ExprKind::Bool);
        case Shape::NoneValue:
            return leaf(node, ExprKind::None);
        case Shape::Reference:
            return leaf(node, ExprKind::Reading);
        case Shape::Path:
            return leaf(node, ExprKind::Path);
        case Shape::Negation:
            return operands(node, ExprKind::Not);
        case Shape::Negative:
            return operands(node, ExprKind::Negate);
        case Shape::Absolute:
            return operands(node, ExprKind::Abs);
        case Shape::If:
            return operands(node, ExprKind::If);
        case Shape::AllOf:
            return operands(node, ExprKind::AllOf);
        case Shape::AnyOf:
            return operands(node, ExprKind::AnyOf);
        case Shape::Larger:
            return operands(node, ExprKind::Larger);
        case Shape::Smaller:
            return operands(node, ExprKind::Smaller);
        case Shape::Set:
            return operands(node, ExprKind::Set);
        case Shape::Apply:
            return applied(node, ExprKind::Apply);
        case Shape::PairOf:
            return applied(node, ExprKind::Of);
        case Shape::StateOn:
            return applied(node, ExprKind::StateOn);
        case Shape::Entered:
            return entered(node);
        case Shape::Some:
            return quantified(node, ExprKind::Some);
        case Shape::Every:
            return quantified(node, ExprKind::Every);
        case Shape::No:
            return quantified(node, ExprKind::No);
        case Shape::Count:
            return quantified(node, ExprKind::Count);
        case Shape::The:
            return quantified(node, ExprKind::The);
        case Shape::SumOf:
            return measured(node, ExprKind::Sum);
        case Shape::MinOf:
            return measured(node, ExprKind::Min);
        case Shape::MaxOf:
            return measured(node, ExprKind::Max);
        case Shape::Consecutive:
            return consecutive(node);
        default:
            return {};  // no other shape stands where an expression does
    }
}

ExprId Builder::operands(const Node& node, ExprKind kind) {
    Expr expr;
    expr.kind = kind;
    expr.span = span(node);
    for (const auto& child : node.children) {
        expr.operands.push_back(expression(*child));
    }
    return add(std::move(expr));
}

ExprId Builder::chain(const Node& node, ExprKind kind) {
    return node.children.size() == 1 ? expressionIn(node) : operands(node, kind);
}

// Left to right: a - b - c is (a - b) - c.
ExprId Builder::arithmetic(const Node& node) {
    ExprId left = expressionIn(node);
    for (std::size_t at = 1; at + 1 < node.children.size(); at += 2) {
        Expr expr;
        expr.kind = arithmeticKind(node.children[at]->shape);
        expr.span = {source_, offset(node.begin), offset(node.children[at + 1]->end)};
        const ExprId right = expression(*node.children[at + 1]);
        expr.operands = {left, right};
        left = add(std::move(expr));
    }
    return left;
}

ExprId Builder::comparison(const Node& node) {
    if (node.children.size() == 1) {
        return expressionIn(node);
    }
    Expr expr;
    expr.span = span(node);
    expr.operands.push_back(expressionIn(node));
    const Node& tail = *node.children[1];
    switch (tail.shape) {
        case Shape::Inequality:
            expr.kind = inequality(tail.text());
            expr.operands.push_back(expression(*node.children[2]));
            return add(std::move(expr));
        case Shape::IsGiven:
            expr.kind = ExprKind::IsGiven;
            return add(std::move(expr));
        case Shape::IsNotGiven:
            expr.kind = ExprKind::IsNotGiven;
            return add(std::move(expr));
        case Shape::IsComplete:
            expr.kind = ExprKind::IsComplete;
            return add(std::move(expr));
        case Shape::IsUnique:
            expr.kind = ExprKind::IsUnique;
            return add(std::move(expr));
        case Shape::IsValue:
            expr.kind = ExprKind::Is;
            break;
        case Shape::IsNotValue:
            expr.kind = ExprKind::IsNot;
            break;
        case Shape::SubsetOf:
            expr.kind = ExprKind::SubsetOf;
            break;
        case Shape::InTail:
            expr.kind = ExprKind::In;
            break;
        default:
            expr.kind = ExprKind::Contains;
            break;
    }
    expr.operands.push_back(expressionIn(tail));
    return add(std::move(expr));
}

ExprId Builder::number(const Node& node) {
    Expr expr;
    expr.kind = ExprKind::Number;
    expr.span = span(node);
    expr.text = node.children.front()->text();
    if (node.children.size() > 1) {
        const Node& unit = *node.children[1];
        expr.name = name(unit);
        if (const std::string_view period = periodUnit(unit.shape); !period.empty()) {
            expr.kind = ExprKind::Period;
            expr.name.text = period;
            if (expr.text.find('.') != std::string::npos) {
                refuse(Kind::PeriodNotWhole, expr.span);
            }
        }
    }
    return add(std::move(expr));
}

ExprId Builder::date(const Node& node) {
    if (!quantity::Date::parse(node.text())) {
        refuse(Kind::NoSuchDay, span(node)).with("date", diagnostics::Name{std::string(node.text())});
    }
    return leaf(node, ExprKind::Date);
}

ExprId Builder::applied(const Node& node, ExprKind kind) {
    Expr expr;
    expr.kind = kind;
    expr.span = span(node);
    expr.name = name(*node.children.front());
    for (std::size_t at = 1; at < node.children.size(); ++at) {
        expr.operands.push_back(expression(*node.children[at]));
    }
    return add(std::move(expr));
}

ExprId Builder::entered(const Node& node) {
    Expr expr;
    expr.kind = ExprKind::Entered;
    expr.span = span(node);
    expr.name = name(*node.children[0]);
    expr.binders.push_back(name(*node.children[1]));
    return add(std::move(expr));
}

// variable, list, [where], [body]
ExprId Builder::quantified(const Node& node, ExprKind kind) {
    Expr expr;
    expr.kind = kind;
    expr.span = span(node);
    expr.binders.push_back(name(*node.children.front()));
    for (std::size_t at = 1; at < node.children.size(); ++at) {
        const Node& child = *node.children[at];
        if (child.shape == Shape::Where) {
            expr.where = expressionIn(child);
        } else {
            expr.operands.push_back(expression(child));
        }
    }
    return add(std::move(expr));
}

// measured expression, variable, list, [where]; the tree has the list first
ExprId Builder::measured(const Node& node, ExprKind kind) {
    Expr expr;
    expr.kind = kind;
    expr.span = span(node);
    expr.binders.push_back(name(*node.children[1]));
    const ExprId value = expression(*node.children[0]);
    const ExprId list = expression(*node.children[2]);
    expr.operands = {list, value};
    if (const Node* where = node.find(Shape::Where)) {
        expr.where = expressionIn(*where);
    }
    return add(std::move(expr));
}

// first, second, list, key, body
ExprId Builder::consecutive(const Node& node) {
    Expr expr;
    expr.kind = ExprKind::Consecutive;
    expr.span = span(node);
    expr.binders = {name(*node.children[0]), name(*node.children[1])};
    for (std::size_t at = 2; at < node.children.size(); ++at) {
        expr.operands.push_back(expression(*node.children[at]));
    }
    return add(std::move(expr));
}

}  // namespace assay::syntax

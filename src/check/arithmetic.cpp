#include "typer.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

Type ofDimension(quantity::Dimension dimension) {
    Type type = plain(dimension.isDimensionless() ? TypeKind::Number : TypeKind::Quantity);
    type.dimension = std::move(dimension);
    return type;
}

// A share of a number is a number, a share of a share is a share.
Type productType(const Type& left, const Type& right) {
    if (left.kind == TypeKind::Quantity || right.kind == TypeKind::Quantity) return ofDimension(left.dimension * right.dimension);
    if (left.kind == TypeKind::Ratio && right.kind == TypeKind::Ratio) return left;
    if (left.kind == TypeKind::Count && right.kind == TypeKind::Count) return left;
    return plain(TypeKind::Number);
}

// Two values of one dimension give a ratio, two numbers a number; part of a share is a share.
Type quotientType(const Type& left, const Type& right) {
    if (left.kind == TypeKind::Quantity && left == right) return plain(TypeKind::Ratio);
    if (left.kind == TypeKind::Quantity || right.kind == TypeKind::Quantity) return ofDimension(left.dimension / right.dimension);
    return plain(left.kind == TypeKind::Ratio ? TypeKind::Ratio : TypeKind::Number);
}

// Months were added to the date already, with nothing but days in between.
bool addsMonths(const Checked& checked, ExprId id) {
    const Expr& expression = checked.expressions[id];
    if (expression.kind == ExprKind::AddMonths) return true;
    return expression.kind == ExprKind::AddDays && addsMonths(checked, expression.operands.front());
}

}  // namespace

ExprId Typer::unary(const syntax::Expr& written, ExprKind kind, const Wanted* wanted) {
    const ExprId operand = type(written.operands.front(), wanted);
    const Type found = use(operand);
    if (found.kind == TypeKind::Error) return error(written.span);
    if (!found.isNumeric() && !isPeriod(found)) return mismatch(at(operand).span, describeValue(operand), "number");
    return node(written.span, kind, found, {operand});
}

ExprId Typer::sum(const syntax::Expr& written, bool subtract, const Wanted* wanted) {
    const bool dates = wanted && wanted->type.kind == TypeKind::Date;
    const ExprId left = type(written.operands[0], dates ? nullptr : wanted);
    const ExprId right = type(written.operands[1], dates ? nullptr : wanted);
    if (failed(left) || failed(right)) return error(written.span);
    if (at(left).type.kind == TypeKind::Date) return dateSum(written, left, right, subtract);
    const Type found = agree(written, left, right);
    if (found.kind == TypeKind::Error) return error(written.span);
    if (!found.isNumeric() && !isPeriod(found)) return operandsMismatch(written, left, right);
    return node(written.span, subtract ? ExprKind::Subtract : ExprKind::Add, found, {left, right});
}

ExprId Typer::dateSum(const syntax::Expr& written, ExprId left, ExprId right, bool subtract) {
    const Type day = use(left);
    const Type other = use(right);
    if (day.kind == TypeKind::Error || other.kind == TypeKind::Error) return error(written.span);
    if (other.kind == TypeKind::Date && subtract) return node(written.span, ExprKind::DateDifference, plain(TypeKind::Days), {left, right});
    if (other.kind == TypeKind::WorkingDays) {
        session_.findings.add(Kind::WorkingDaysOnDate, written.span);
        return error(written.span);
    }
    if (other.kind != TypeKind::Days && other.kind != TypeKind::Months) return operandsMismatch(written, left, right);
    if (other.kind == TypeKind::Months && addsMonths(session_.checked, left)) {
        session_.findings.add(Kind::MonthsTwice, written.span);
        return error(written.span);
    }
    const ExprId period = subtract ? node(at(right).span, ExprKind::Negate, other, {right}) : right;
    return node(written.span, other.kind == TypeKind::Months ? ExprKind::AddMonths : ExprKind::AddDays, day, {left, period});
}

ExprId Typer::product(const syntax::Expr& written) {
    const ExprId left = type(written.operands[0], nullptr);
    const ExprId right = type(written.operands[1], nullptr);
    const Type leftType = use(left);
    const Type rightType = use(right);
    if (leftType.kind == TypeKind::Error || rightType.kind == TypeKind::Error) return error(written.span);
    if (!leftType.isNumeric() || !rightType.isNumeric()) return operandsMismatch(written, left, right);
    return node(written.span, ExprKind::Multiply, productType(leftType, rightType), {left, right});
}

ExprId Typer::quotient(const syntax::Expr& written) {
    const ExprId left = type(written.operands[0], nullptr);
    const ExprId right = type(written.operands[1], nullptr);
    const Type leftType = use(left);
    const Type rightType = use(right);
    if (leftType.kind == TypeKind::Error || rightType.kind == TypeKind::Error) return error(written.span);
    if (!leftType.isNumeric() || !rightType.isNumeric()) return operandsMismatch(written, left, right);
    const std::optional<Constant> divisor = fold(session_.checked, right);
    const auto* value = divisor ? std::get_if<quantity::Rational>(&divisor->value) : nullptr;
    if (value && value->isZero()) {
        session_.findings.add(Kind::InvalidLiteral, written.span, {{"literal", diagnostics::Name{textOf(written.span)}}});
        return error(written.span);
    }
    return node(written.span, ExprKind::Divide, quotientType(leftType, rightType), {left, right});
}

ExprId Typer::extreme(const syntax::Expr& written, ExprKind kind, const Wanted* wanted) {
    ExprId result = type(written.operands.front(), wanted);
    if (use(result).kind == TypeKind::Error) result = error(at(result).span);
    for (std::size_t index = 1; index < written.operands.size(); ++index) {
        ExprId next = type(written.operands[index], wanted);
        if (use(next).kind == TypeKind::Error) next = error(at(next).span);
        const Type found = failed(result) || failed(next) ? Type{} : agreeUnguarded(written, result, next);
        if (found.kind == TypeKind::Error) {
            result = error(written.span);
        } else if (!found.isOrderedLine()) {
            result = operandsMismatch(written, result, next);
        } else {
            result = node(written.span, kind, found, {result, next});
        }
    }
    return result;
}

}  // namespace assay::check

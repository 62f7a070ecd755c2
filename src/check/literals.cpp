#include "assay/register/units.hpp"
#include "typer.hpp"

namespace assay::check {

using diagnostics::Kind;
using quantity::Rational;

ExprId Typer::boolean(const syntax::Expr& written) {
    return literal(written.span, plain(TypeKind::Bool), {written.text == "true"});
}

ExprId Typer::none(const syntax::Expr& written, const Wanted* wanted) {
    if (!wanted || wanted->type.kind == TypeKind::Error) return mismatch(written.span, "none", "a value");
    if (!wanted->type.optional) return mismatch(written.span, "none", describeWanted(*wanted));
    return literal(written.span, wanted->type, {Constant::None{}});
}

ExprId Typer::number(const syntax::Expr& written, const Wanted* wanted) {
    const std::optional<Rational> value = Rational::parse(written.text);
    if (!value) {
        session_.findings.add(Kind::InvalidLiteral, written.span, {{"literal", diagnostics::Name{written.text}}});
        return error(written.span);
    }
    if (written.name.text == "%") return literal(written.span, plain(TypeKind::Ratio), {*value / Rational(100)});
    std::string symbol = written.name.text;
    if (symbol.empty() && wanted && wanted->bareTakesUnit) symbol = wanted->unit;
    if (symbol == "%") return literal(written.span, plain(TypeKind::Ratio), {*value / Rational(100)});
    if (symbol.empty()) {
        const bool whole = written.text.find_first_of(".eE") == std::string::npos;
        return literal(written.span, plain(whole ? TypeKind::Count : TypeKind::Number), {*value});
    }
    const std::optional<quantity::Unit> unit = session_.checked.units.find(symbol);
    if (!unit) {
        registers::proposeUnits(session_.findings.add(Kind::UnknownUnit, written.name.span, {{"name", diagnostics::Name{symbol}}}),
                                session_.checked.units, symbol);
        return error(written.span);
    }
    Type type = plain(TypeKind::Quantity);
    type.dimension = unit->dimension;
    const ExprId id = literal(written.span, type, {*value * unit->factor});
    session_.checked.expressions[id].unit = symbol;
    writtenUnits_.emplace(id, symbol);
    return id;
}

ExprId Typer::date(const syntax::Expr& written) {
    const std::optional<quantity::Date> day = quantity::Date::parse(written.text);
    if (day) return literal(written.span, plain(TypeKind::Date), {*day});
    session_.findings.add(Kind::InvalidLiteral, written.span, {{"literal", diagnostics::Name{written.text}}});
    return error(written.span);
}

ExprId Typer::period(const syntax::Expr& written) {
    const std::optional<Rational> count = Rational::parse(written.text);
    if (!count || !count->isWhole()) {
        session_.findings.add(Kind::InvalidLiteral, written.span, {{"literal", diagnostics::Name{textOf(written.span)}}});
        return error(written.span);
    }
    const std::string& unit = written.name.text;
    if (unit == "year") return literal(written.span, plain(TypeKind::Months), {*count * Rational(12)});
    if (unit == "month") return literal(written.span, plain(TypeKind::Months), {*count});
    if (unit == "working_day") return literal(written.span, plain(TypeKind::WorkingDays), {*count});
    return literal(written.span, plain(TypeKind::Days), {*count});
}

ExprId Typer::text(const syntax::Expr& written) {
    return literal(written.span, plain(TypeKind::Text), {written.text});
}

namespace {

std::optional<Rational> foldNumber(const Checked& checked, ExprId id) {
    const std::optional<Constant> constant = fold(checked, id);
    if (!constant) return std::nullopt;
    const auto* value = std::get_if<Rational>(&constant->value);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<Rational> combine(ExprKind kind, const Rational& left, const Rational& right) {
    switch (kind) {
        case ExprKind::Add:
            return left + right;
        case ExprKind::Subtract:
            return left - right;
        case ExprKind::Multiply:
            return left * right;
        case ExprKind::Divide:
            return right.isZero() ? std::nullopt : std::optional(left / right);
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<Constant> fold(const Checked& checked, ExprId id) {
    const Expr& expression = checked.expressions[id];
    if (expression.kind == ExprKind::Literal) return expression.constant;
    if (expression.kind == ExprKind::Negate || expression.kind == ExprKind::Abs) {
        const std::optional<Rational> operand = foldNumber(checked, expression.operands.front());
        if (!operand) return std::nullopt;
        return Constant{expression.kind == ExprKind::Negate ? -*operand : operand->abs()};
    }
    if (expression.operands.size() != 2) return std::nullopt;
    const std::optional<Rational> left = foldNumber(checked, expression.operands[0]);
    const std::optional<Rational> right = foldNumber(checked, expression.operands[1]);
    if (!left || !right) return std::nullopt;
    const std::optional<Rational> value = combine(expression.kind, *left, *right);
    return value ? std::optional(Constant{*value}) : std::nullopt;
}

}  // namespace assay::check

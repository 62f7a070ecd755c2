#include <algorithm>

#include "typer.hpp"
#include "types.hpp"

// When two operands are values of one kind, and what to say when they are not.
namespace assay::check {

using diagnostics::Kind;

namespace {

bool isMeasured(const Type& type) {
    return type.kind == TypeKind::Quantity || type.kind == TypeKind::Ratio;
}

}  // namespace

Type Typer::agree(const syntax::Expr& written, ExprId left, ExprId right) {
    const Type leftType = use(left);
    const Type rightType = use(right);
    if (leftType.kind == TypeKind::Error || rightType.kind == TypeKind::Error) return {};
    return agreeUnguarded(written, left, right);
}

Type Typer::agreeUnguarded(const syntax::Expr& written, ExprId left, ExprId right) {
    Type leftType = at(left).type;
    Type rightType = at(right).type;
    leftType.optional = false;
    rightType.optional = false;
    if (leftType.kind == TypeKind::Error || rightType.kind == TypeKind::Error) return {};
    if (leftType == rightType) return leftType;
    if (isBare(leftType) && isBare(rightType)) return plain(TypeKind::Number);
    if (isMeasured(leftType) && isBare(rightType)) {
        reportBare(right, unitOf(left));
    } else if (isBare(leftType) && isMeasured(rightType)) {
        reportBare(left, unitOf(right));
    } else if (leftType.kind == TypeKind::Quantity && rightType.kind == TypeKind::Quantity) {
        session_.findings.add(Kind::UnitMismatch, written.span,
                              {{"left", diagnostics::Name{unitOf(left)}}, {"right", diagnostics::Name{unitOf(right)}}});
    } else if (isPeriod(leftType) && isPeriod(rightType)) {
        session_.findings.add(Kind::PeriodsMixed, written.span,
                              {{"left", diagnostics::Name{describeValue(left)}}, {"right", diagnostics::Name{describeValue(right)}}});
    } else {
        operandsMismatch(written, left, right);
    }
    return {};
}

void Typer::reportBare(ExprId bare, const std::string& unit) {
    const source::Span span = at(bare).span;
    diagnostics::Diagnostic& finding = session_.findings.add(Kind::MissingUnit, span, {{"unit", diagnostics::Name{unit}}});
    const std::optional<Constant> constant = fold(session_.checked, bare);
    const auto* number = constant ? std::get_if<quantity::Rational>(&constant->value) : nullptr;
    if (!number) return;
    // Who writes 0.1 for a ratio means a tenth; who writes 10 means 10 %.
    const bool asShare = unit == "%" && number->abs() <= quantity::Rational(1);
    const quantity::Rational shown = asShare ? *number * quantity::Rational(100) : *number;
    finding.note(Kind::WriteInstead, span, {{"replacement", diagnostics::Name{shown.decimal(12) + " " + unit}}});
}

ExprId Typer::operandsMismatch(const syntax::Expr& written, ExprId left, ExprId right) {
    std::string between = textOf({written.span.source, at(left).span.end, at(right).span.begin});
    const bool infix = at(left).span.end <= at(right).span.begin && at(left).span.begin == written.span.begin;
    const auto notBlank = [](char letter) { return letter != ' ' && letter != '\n' && letter != '\t' && letter != '(' && letter != ')'; };
    between.erase(between.begin(), std::find_if(between.begin(), between.end(), notBlank));
    between.erase(std::find_if(between.rbegin(), between.rend(), notBlank).base(), between.end());
    const std::string shown = infix && !between.empty() ? between : textOf(written.span);
    session_.findings.add(Kind::OperandsMismatch, written.span,
                          {{"operator", diagnostics::Name{shown}},
                           {"left", diagnostics::Name{describeValue(left)}},
                           {"right", diagnostics::Name{describeValue(right)}}});
    return error(written.span);
}

std::string Typer::unitOf(ExprId id) const {
    const Checked& checked = session_.checked;
    const Expr& expression = at(id);
    if (expression.type.kind == TypeKind::Ratio) return "%";
    switch (expression.kind) {
        case ExprKind::Literal:
            if (const auto found = writtenUnits_.find(id); found != writtenUnits_.end()) return found->second;
            break;
        case ExprKind::Fact:
        case ExprKind::PairFact:
            return checked.facts[expression.fact].unit.symbol;
        case ExprKind::Field:
            return checked.fields[expression.field].unit.symbol;
        case ExprKind::Declaration:
        case ExprKind::DeclarationOf:
        case ExprKind::TableApply:
            return checked.declarations[expression.decl].unit.symbol;
        case ExprKind::Negate:
        case ExprKind::Abs:
        case ExprKind::Add:
        case ExprKind::Subtract:
        case ExprKind::Larger:
        case ExprKind::Smaller:
            return unitOf(expression.operands.front());
        default:
            break;
    }
    return coherentSymbol(expression.type.dimension, checked.units);
}

std::string Typer::describeValue(ExprId id) const {
    const Type& type = at(id).type;
    if (type.kind != TypeKind::Quantity) return describe(type, session_.checked);
    return unitOf(id) + (type.optional ? "?" : "");
}

std::string Typer::describeWanted(const Wanted& wanted) const {
    if (wanted.type.kind != TypeKind::Quantity || wanted.unit.empty()) return describe(wanted.type, session_.checked);
    return wanted.unit + (wanted.type.optional ? "?" : "");
}

}  // namespace assay::check

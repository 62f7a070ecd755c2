#include "typer.hpp"

#include <algorithm>

#include "types.hpp"

namespace assay::check {

using diagnostics::Kind;

Type plain(TypeKind kind) {
    Type type;
    type.kind = kind;
    return type;
}

Type dateOrNone() {
    Type type = plain(TypeKind::Date);
    type.optional = true;
    return type;
}

bool isBare(const Type& type) {
    return type.kind == TypeKind::Count || type.kind == TypeKind::Number;
}

bool isPeriod(const Type& type) {
    return type.kind == TypeKind::Days || type.kind == TypeKind::Months || type.kind == TypeKind::WorkingDays;
}

ExprId Typer::error(source::Span span) {
    return node(span, ExprKind::Literal, {}, {});
}

ExprId Typer::literal(source::Span span, Type type, Constant constant) {
    Expr expression;
    expression.type = std::move(type);
    expression.span = span;
    expression.constant = std::move(constant);
    return add(std::move(expression));
}

ExprId Typer::node(source::Span span, ExprKind kind, Type type, std::vector<ExprId> operands) {
    Expr expression;
    expression.kind = kind;
    expression.type = std::move(type);
    expression.span = span;
    expression.operands = std::move(operands);
    return add(std::move(expression));
}

ExprId Typer::maybeNot(source::Span span, ExprId condition, bool negated) {
    return negated ? node(span, ExprKind::Not, plain(TypeKind::Bool), {condition}) : condition;
}

ExprId Typer::mismatch(source::Span span, const std::string& found, const std::string& wanted) {
    session_.findings.add(Kind::TypeMismatch, span, {{"found", diagnostics::Name{found}}, {"wanted", diagnostics::Name{wanted}}});
    return error(span);
}

void Typer::bind(const syntax::Name& variable, BinderId binder) {
    if (const auto outer = findVariable(variable.text)) {
        session_.findings.add(Kind::Shadowing, variable.span, {{"name", diagnostics::Name{variable.text}}})
            .note(Kind::OtherHere, session_.checked.binders[*outer].span);
    } else if (const Symbol* symbol = session_.names.beginningWith(variable.text)) {
        session_.findings.add(Kind::Shadowing, variable.span, {{"name", diagnostics::Name{variable.text}}})
            .note(Kind::OtherHere, symbol->span);
    }
    variables_.emplace_back(variable.text, binder);
}

std::optional<BinderId> Typer::findVariable(const std::string& name) const {
    const auto found =
        std::find_if(variables_.rbegin(), variables_.rend(), [&name](const auto& variable) { return variable.first == name; });
    return found == variables_.rend() ? std::nullopt : std::optional(found->second);
}

Type Typer::use(ExprId id) {
    Type type = at(id).type;
    if (!type.optional) return type;
    type.optional = false;
    if (type.kind == TypeKind::Error) return type;
    if (!guards.given(id)) {
        const std::string name = textOf(at(id).span);
        session_.findings.add(Kind::UnguardedOptional, at(id).span, {{"name", diagnostics::Name{name}}})
            .note(Kind::AskWhetherGiven, {}, {{"name", name}});
        return {};
    }
    return type;
}

ExprId Typer::condition(syntax::ExprId id) {
    return value(id, {plain(TypeKind::Bool), {}, false});
}

ExprId Typer::condition(const syntax::Name& name) {
    syntax::Expr written;
    written.kind = syntax::ExprKind::Path;
    written.span = name.span;
    written.name = name;
    const Wanted wanted{plain(TypeKind::Bool), {}, false};
    return fit(valuePath(written, &wanted), wanted);
}

ExprId Typer::value(syntax::ExprId id, const Wanted& wanted) {
    return fit(type(id, &wanted), wanted);
}

ExprId Typer::fit(ExprId id, const Wanted& wanted) {
    if (failed(id) || wanted.type.kind == TypeKind::Error) return id;
    Type found = wanted.type.optional ? at(id).type : use(id);
    if (found.kind == TypeKind::Error) return error(at(id).span);
    found.optional = wanted.type.optional;
    if (found == wanted.type) return id;
    if (isBare(found) && wanted.type.kind == TypeKind::Number) return id;
    if (isBare(found) && (wanted.type.kind == TypeKind::Quantity || wanted.type.kind == TypeKind::Ratio)) {
        const std::string unit = wanted.unit.empty() ? coherentSymbol(wanted.type.dimension, session_.checked.units) : wanted.unit;
        reportBare(id, wanted.type.kind == TypeKind::Ratio ? "%" : unit);
        return error(at(id).span);
    }
    if (found.kind == TypeKind::Quantity && wanted.type.kind == TypeKind::Quantity) {
        const std::string unit = wanted.unit.empty() ? coherentSymbol(wanted.type.dimension, session_.checked.units) : wanted.unit;
        session_.findings.add(Kind::UnitMismatch, at(id).span,
                              {{"left", diagnostics::Name{unitOf(id)}}, {"right", diagnostics::Name{unit}}});
        return error(at(id).span);
    }
    return mismatch(at(id).span, describeValue(id), describeWanted(wanted));
}

ExprId Typer::anyValue(syntax::ExprId id) {
    const ExprId typed = type(id, nullptr);
    return use(typed).kind == TypeKind::Error ? error(at(typed).span) : typed;
}

std::optional<Constant> Typer::constant(syntax::ExprId id, const Wanted& wanted) {
    const ExprId typed = value(id, wanted);
    if (failed(typed)) return std::nullopt;
    std::optional<Constant> folded = fold(session_.checked, typed);
    if (!folded) session_.findings.add(Kind::NotConstant, at(typed).span);
    return folded;
}

ExprId Typer::type(syntax::ExprId id, const Wanted* wanted) {
    using Written = syntax::ExprKind;
    const syntax::Expr& written = tree_.expressions[id];
    switch (written.kind) {
        case Written::Bool:
            return boolean(written);
        case Written::None:
            return none(written, wanted);
        case Written::Number:
            return number(written, wanted);
        case Written::Date:
            return date(written);
        case Written::Period:
            return period(written);
        case Written::Text:
            return text(written);
        case Written::Path:
            return valuePath(written, wanted);
        case Written::Reading:
            return bareReading(written);
        case Written::Not:
            return negation(written);
        case Written::Negate:
            return unary(written, ExprKind::Negate, wanted);
        case Written::Abs:
            return unary(written, ExprKind::Abs, wanted);
        case Written::And:
        case Written::AllOf:
            return chain(written, ExprKind::And);
        case Written::Or:
        case Written::AnyOf:
            return chain(written, ExprKind::Or);
        case Written::Add:
            return sum(written, false, wanted);
        case Written::Subtract:
            return sum(written, true, wanted);
        case Written::Multiply:
            return product(written);
        case Written::Divide:
            return quotient(written);
        case Written::Less:
            return comparison(written, ExprKind::Less);
        case Written::LessEqual:
            return comparison(written, ExprKind::LessEqual);
        case Written::Greater:
            return comparison(written, ExprKind::Greater);
        case Written::GreaterEqual:
            return comparison(written, ExprKind::GreaterEqual);
        case Written::Is:
            return identity(written, false);
        case Written::IsNot:
            return identity(written, true);
        case Written::IsGiven:
            return givenness(written, ExprKind::IsGiven);
        case Written::IsNotGiven:
            return givenness(written, ExprKind::IsNone);
        case Written::IsUnique:
            return completeness(written, "unique");
        case Written::IsComplete:
            return completeness(written, "complete");
        case Written::In:
            return membership(written);
        case Written::Contains:
            return contains(written);
        case Written::SubsetOf:
            return subset(written);
        case Written::Set:
            return bareSet(written);
        case Written::If:
            return choice(written, wanted);
        case Written::Larger:
            return extreme(written, ExprKind::Larger, wanted);
        case Written::Smaller:
            return extreme(written, ExprKind::Smaller, wanted);
        case Written::Apply:
            return apply(written);
        case Written::Of:
            return applyPair(written);
        case Written::StateOn:
            return stateOn(written);
        case Written::Entered:
            return enteredOn(written);
        case Written::Some:
            return quantifier(written, ExprKind::Some);
        case Written::Every:
            return quantifier(written, ExprKind::Every);
        case Written::No:
            return quantifier(written, ExprKind::No);
        case Written::Count:
            return aggregate(written, ExprKind::Count);
        case Written::Sum:
            return aggregate(written, ExprKind::Sum);
        case Written::Min:
            return aggregate(written, ExprKind::Min);
        case Written::Max:
            return aggregate(written, ExprKind::Max);
        case Written::The:
            return aggregate(written, ExprKind::The);
        case Written::Consecutive:
            return consecutive(written);
    }
    return error(written.span);
}

}  // namespace assay::check

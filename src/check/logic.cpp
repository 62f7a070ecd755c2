#include "typer.hpp"

namespace assay::check {

ExprId Typer::negation(const syntax::Expr& written) {
    const ExprId operand = condition(written.operands.front());
    if (failed(operand)) return error(written.span);
    return maybeNot(written.span, operand, true);
}

// `and`, `or`, `all of`, `any of`: each operand is read knowing that those before it did not settle the chain.
ExprId Typer::chain(const syntax::Expr& written, ExprKind kind) {
    const GuardedPart part(guards);
    std::vector<ExprId> operands;
    bool sound = true;
    for (const syntax::ExprId operand : written.operands) {
        operands.push_back(condition(operand));
        sound = sound && !failed(operands.back());
        guards.assume(operands.back(), kind == ExprKind::And);
    }
    if (!sound) return error(written.span);
    if (operands.size() == 1) return operands.front();
    return node(written.span, kind, plain(TypeKind::Bool), std::move(operands));
}

ExprId Typer::choice(const syntax::Expr& written, const Wanted* wanted) {
    const ExprId asked = condition(written.operands[0]);
    const auto branch = [&](syntax::ExprId id, bool holds) {
        const GuardedPart part(guards);
        guards.assume(asked, holds);
        const ExprId typed = type(id, wanted);
        // An optional stays one only where the surroundings take it.
        if (wanted && wanted->type.optional) return typed;
        return use(typed).kind == TypeKind::Error ? error(at(typed).span) : typed;
    };
    const ExprId yes = branch(written.operands[1], true);
    const ExprId no = branch(written.operands[2], false);
    if (failed(asked) || failed(yes) || failed(no)) return error(written.span);
    Type type = agreeUnguarded(written, yes, no);
    if (type.kind == TypeKind::Error) return error(written.span);
    type.optional = wanted && wanted->type.optional && (at(yes).type.optional || at(no).type.optional);
    return node(written.span, ExprKind::If, type, {asked, yes, no});
}

}  // namespace assay::check

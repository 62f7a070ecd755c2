#include "typer.hpp"

namespace assay::check {

using diagnostics::Kind;

// Records, and lists of items that name them, can be walked; lists of texts and alternatives cannot.
std::optional<BinderId> Typer::bindItems(const syntax::Name& variable, ExprId list) {
    const Type type = use(list);
    if (type.kind == TypeKind::Error) return std::nullopt;
    const bool walkable = type.kind == TypeKind::List && (type.element == TypeKind::Record || type.element == TypeKind::Item);
    if (!walkable || !type.list.valid()) {
        mismatch(at(list).span, describeValue(list), "list of records or items");
        return std::nullopt;
    }
    return session_.checked.binders.add({variable.text, type.list, variable.span});
}

ExprId Typer::quantifier(const syntax::Expr& written, ExprKind kind) {
    const ExprId list = type(written.operands[0], nullptr);
    const auto binder = bindItems(written.binders[0], list);
    if (!binder) return error(written.span);
    const BoundVariable bound(*this, written.binders[0], *binder);
    const GuardedPart part(guards);
    std::vector<ExprId> operands = {list};
    bool sound = true;
    if (written.where.valid()) {
        operands.push_back(condition(written.where));
        sound = !failed(operands.back());
        guards.assume(operands.back(), true);
    }
    operands.push_back(condition(written.operands[1]));
    if (!sound || failed(operands.back())) return error(written.span);
    const ExprId id = node(written.span, kind, plain(TypeKind::Bool), std::move(operands));
    session_.checked.expressions[id].binder = *binder;
    session_.checked.expressions[id].hasWhere = written.where.valid();
    return id;
}

ExprId Typer::aggregate(const syntax::Expr& written, ExprKind kind) {
    const ExprId list = type(written.operands[0], nullptr);
    const auto binder = bindItems(written.binders[0], list);
    if (!binder) return error(written.span);
    const BoundVariable bound(*this, written.binders[0], *binder);
    const GuardedPart part(guards);
    std::vector<ExprId> operands = {list};
    bool sound = true;
    if (written.where.valid()) {
        operands.push_back(condition(written.where));
        sound = !failed(operands.back());
        guards.assume(operands.back(), true);
    }
    Type result = plain(kind == ExprKind::Count ? TypeKind::Count : TypeKind::Item);
    if (kind == ExprKind::The) result.list = session_.checked.binders[*binder].list;
    if (kind == ExprKind::Sum || kind == ExprKind::Min || kind == ExprKind::Max) {
        operands.push_back(type(written.operands[1], nullptr));
        result = use(operands.back());
        if (result.kind == TypeKind::Error) return error(written.span);
        const bool measurable = kind == ExprKind::Sum ? result.isNumeric() || isPeriod(result) : result.isOrderedLine();
        if (!measurable) return mismatch(at(operands.back()).span, describeValue(operands.back()), "number");
    }
    if (!sound) return error(written.span);
    const ExprId id = node(written.span, kind, result, std::move(operands));
    session_.checked.expressions[id].binder = *binder;
    session_.checked.expressions[id].hasWhere = written.where.valid();
    return id;
}

// The key orders the items and is written with the first variable.
ExprId Typer::consecutive(const syntax::Expr& written) {
    const ExprId list = type(written.operands[0], nullptr);
    const auto first = bindItems(written.binders[0], list);
    if (!first) return error(written.span);
    const BinderId second =
        session_.checked.binders.add({written.binders[1].text, session_.checked.binders[*first].list, written.binders[1].span});
    const BoundVariable boundFirst(*this, written.binders[0], *first);
    const ExprId key = type(written.operands[1], nullptr);
    const Type keyType = use(key);
    const bool sound = keyType.kind != TypeKind::Error;
    if (sound && !keyType.isOrderedLine()) return mismatch(at(key).span, describeValue(key), "date or number");
    const BoundVariable boundSecond(*this, written.binders[1], second);
    const ExprId body = condition(written.operands[2]);
    if (!sound || failed(body)) return error(written.span);
    const ExprId id = node(written.span, ExprKind::Consecutive, plain(TypeKind::Bool), {list, key, body});
    session_.checked.expressions[id].binder = *first;
    session_.checked.expressions[id].secondBinder = second;
    return id;
}

}  // namespace assay::check

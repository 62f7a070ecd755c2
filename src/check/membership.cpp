#include "typer.hpp"

// `x in {a, b}`, `x in LIST`, `LIST contains x`, `LIST is subset of LIST`.
namespace assay::check {

using diagnostics::Kind;

namespace {

// The type of one element of a list of values; a list of records holds items.
Type elementOf(const Type& list) {
    Type element = list;
    element.kind = list.element == TypeKind::Record ? TypeKind::Item : list.element;
    element.element = TypeKind::Error;
    element.optional = false;
    return element;
}

}  // namespace

ExprId Typer::membership(const syntax::Expr& written) {
    const syntax::Expr& left = tree_.expressions[written.operands[0]];
    const syntax::Expr& right = tree_.expressions[written.operands[1]];
    const bool set = right.kind == syntax::ExprKind::Set;
    if (left.kind == syntax::ExprKind::Reading && set) return readingInSet(written, left, right);
    const ExprId element = type(written.operands[0], nullptr);
    if (set) return inSet(written, element, right);
    const ExprId list = type(written.operands[1], nullptr);
    return inList(written, element, list);
}

ExprId Typer::readingInSet(const syntax::Expr& written, const syntax::Expr& left, const syntax::Expr& set) {
    const auto id = reading(left);
    if (!id) return error(written.span);
    std::vector<ExprId> tests;
    bool sound = true;
    for (const syntax::ExprId alternative : set.operands) {
        const auto test = readingTest(written, *id, tree_.expressions[alternative]);
        sound = sound && test.has_value();
        if (test) tests.push_back(*test);
    }
    if (!sound || tests.empty()) return error(written.span);
    if (tests.size() == 1) return tests.front();
    return node(written.span, ExprKind::Or, plain(TypeKind::Bool), std::move(tests));
}

ExprId Typer::inSet(const syntax::Expr& written, ExprId element, const syntax::Expr& set) {
    const Type elementType = use(element);
    if (elementType.kind == TypeKind::Error) return error(written.span);
    const bool comparable = elementType.isOrderedLine() || elementType.kind == TypeKind::Enum || elementType.kind == TypeKind::Text;
    if (!comparable) return mismatch(at(element).span, describeValue(element), "number, date, text, enum");
    const Wanted wanted{elementType, unitOf(element), false};
    std::vector<ExprId> operands = {element};
    bool sound = true;
    for (const syntax::ExprId member : set.operands) {
        const bool countable = elementType.kind == TypeKind::Count;
        const Wanted number{plain(TypeKind::Number), {}, false};
        const std::optional<Constant> value = constant(member, countable ? number : wanted);
        sound = sound && value.has_value();
        if (value) operands.push_back(literal(tree_.expressions[member].span, elementType, *value));
    }
    return sound ? node(written.span, ExprKind::InSet, plain(TypeKind::Bool), std::move(operands)) : error(written.span);
}

ExprId Typer::inList(const syntax::Expr& written, ExprId element, ExprId list) {
    const Type elementType = use(element);
    const Type listType = use(list);
    if (elementType.kind == TypeKind::Error || listType.kind == TypeKind::Error) return error(written.span);
    if (listType.kind != TypeKind::List) return mismatch(at(list).span, describeValue(list), "list");
    if (elementOf(listType) != elementType) return operandsMismatch(written, element, list);
    return node(written.span, ExprKind::InList, plain(TypeKind::Bool), {element, list});
}

ExprId Typer::contains(const syntax::Expr& written) {
    const ExprId list = type(written.operands[0], nullptr);
    const Type listType = use(list);
    const bool isList = listType.kind == TypeKind::List;
    const Wanted wanted{isList ? elementOf(listType) : Type{}, {}, false};
    if (listType.kind == TypeKind::Error) return error(written.span);
    if (!isList) return mismatch(at(list).span, describeValue(list), "list");
    const ExprId element = value(written.operands[1], wanted);
    if (failed(element)) return error(written.span);
    return node(written.span, ExprKind::InList, plain(TypeKind::Bool), {element, list});
}

ExprId Typer::subset(const syntax::Expr& written) {
    const ExprId left = type(written.operands[0], nullptr);
    const ExprId right = type(written.operands[1], nullptr);
    const Type leftType = use(left);
    const Type rightType = use(right);
    if (leftType.kind == TypeKind::Error || rightType.kind == TypeKind::Error) return error(written.span);
    if (leftType.kind != TypeKind::List) return mismatch(at(left).span, describeValue(left), "list");
    if (rightType.kind != TypeKind::List) return mismatch(at(right).span, describeValue(right), "list");
    if (elementOf(leftType) != elementOf(rightType)) return operandsMismatch(written, left, right);
    return node(written.span, ExprKind::Subset, plain(TypeKind::Bool), {left, right});
}

// Braces stand behind `in` only.
ExprId Typer::bareSet(const syntax::Expr& written) {
    return mismatch(written.span, textOf(written.span), "a value");
}

}  // namespace assay::check

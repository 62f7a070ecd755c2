#include "typer.hpp"

namespace assay::check {

using diagnostics::Kind;

ExprId Typer::comparison(const syntax::Expr& written, ExprKind kind) {
    const ExprId left = type(written.operands[0], nullptr);
    const Type leftType = use(left);
    const Wanted wanted{leftType, {}, false};
    const ExprId right = type(written.operands[1], leftType.kind == TypeKind::Error ? nullptr : &wanted);
    const Type rightType = use(right);
    if (leftType.kind == TypeKind::Error || rightType.kind == TypeKind::Error) return error(written.span);
    const Type found = agreeUnguarded(written, left, right);
    if (found.kind == TypeKind::Error) return error(written.span);
    const bool ordered =
        found.isOrderedLine() || (found.kind == TypeKind::Enum && session_.checked.enumerations[found.enumeration].ordered);
    if (!ordered) return operandsMismatch(written, left, right);
    return node(written.span, kind, plain(TypeKind::Bool), {left, right});
}

// `is`: the type of the left side says what the right side may be.
ExprId Typer::identity(const syntax::Expr& written, bool negated) {
    const syntax::Expr& rightWritten = tree_.expressions[written.operands[1]];
    if (tree_.expressions[written.operands[0]].kind == syntax::ExprKind::Reading) return readingIs(written, negated);
    const bool isWord = negated && rightWritten.kind == syntax::ExprKind::Path;
    if (isWord && (rightWritten.name.text == "complete" || rightWritten.name.text == "unique")) {
        const ExprId asked = completeness(written, rightWritten.name.text);
        return failed(asked) ? asked : maybeNot(written.span, asked, true);
    }
    if (rightWritten.kind == syntax::ExprKind::None) return givenness(written, negated ? ExprKind::IsGiven : ExprKind::IsNone);

    const ExprId left = type(written.operands[0], nullptr);
    const Type leftType = use(left);
    if (leftType.kind == TypeKind::Error) return error(written.span);
    if (leftType.kind == TypeKind::Bool && rightWritten.kind == syntax::ExprKind::Bool) {
        return maybeNot(written.span, left, negated != (rightWritten.text == "false"));
    }
    const Wanted wanted{leftType, {}, false};
    const ExprId right = type(written.operands[1], &wanted);
    if (use(right).kind == TypeKind::Error) return error(written.span);
    const Type found = agreeUnguarded(written, left, right);
    if (found.kind == TypeKind::Error) return error(written.span);
    if (found.kind == TypeKind::Bool || found.kind == TypeKind::List) return operandsMismatch(written, left, right);
    if (found.kind == TypeKind::Enum && at(right).kind == ExprKind::Literal) {
        const std::size_t index = std::get<Constant::Enumerator>(at(right).constant.value).index;
        refuseStanding(left, index, at(right).span);
        const ExprId id = node(written.span, ExprKind::IsEnumerator, plain(TypeKind::Bool), {left});
        session_.checked.expressions[id].index = index;
        return maybeNot(written.span, id, negated);
    }
    return node(written.span, negated ? ExprKind::NotEqual : ExprKind::Equal, plain(TypeKind::Bool), {left, right});
}

// `is given`, `is none` and their negations: of an optional, no guard needed.
ExprId Typer::givenness(const syntax::Expr& written, ExprKind kind) {
    const ExprId operand = type(written.operands.front(), nullptr);
    if (failed(operand)) return error(written.span);
    if (!at(operand).type.optional) {
        session_.findings.add(Kind::NotOptional, at(operand).span,
                              {{"name", diagnostics::Name{textOf(at(operand).span)}}, {"type", diagnostics::Name{describeValue(operand)}}});
        return error(written.span);
    }
    return node(written.span, kind, plain(TypeKind::Bool), {operand});
}

// `X is complete` of a checklist, `X is unique` of a partition; of anything else, the word is an alternative like another.
ExprId Typer::completeness(const syntax::Expr& written, const std::string& word) {
    const syntax::Expr& operand = tree_.expressions[written.operands.front()];
    if (operand.kind == syntax::ExprKind::Reading) {
        syntax::Expr alternative;
        alternative.kind = syntax::ExprKind::Path;
        alternative.span = written.span;
        alternative.name = {word, written.span};
        const auto id = reading(operand);
        const auto test = id ? readingTest(written, *id, alternative) : std::nullopt;
        return test ? *test : error(written.span);
    }
    const bool ofPartition = word == "unique";
    const bool isPath = operand.kind == syntax::ExprKind::Path;
    const ExprId found = isPath ? path(operand, nullptr) : type(written.operands.front(), nullptr);
    if (at(found).decl.valid()) {
        const auto& body = session_.checked.declarations[at(found).decl].body;
        if (!ofPartition && std::holds_alternative<Checklist>(body)) return found;
        if (ofPartition && std::holds_alternative<Partition>(body))
            return node(written.span, ExprKind::IsUnique, plain(TypeKind::Bool), {found});
    }
    const Type foundType = use(found);
    if (foundType.kind == TypeKind::Error) return error(written.span);
    if (foundType.kind == TypeKind::Enum) {
        if (const auto index = session_.checked.enumerations[foundType.enumeration].find(word)) {
            const ExprId test = node(written.span, ExprKind::IsEnumerator, plain(TypeKind::Bool), {found});
            session_.checked.expressions[test].index = *index;
            return test;
        }
    }
    return mismatch(at(found).span, describeValue(found), ofPartition ? "partition" : "checklist");
}

ExprId Typer::bareReading(const syntax::Expr& written) {
    if (const auto id = reading(written)) {
        const Reading& declared = session_.checked.readings[*id];
        diagnostics::Diagnostic& finding =
            session_.findings.add(Kind::NotAValue, written.span, {{"name", diagnostics::Name{declared.name}}});
        finding.note(Kind::WriteInstead, {}, {{"replacement", diagnostics::Name{declared.name + " is " + declared.alternatives.front()}}});
    }
    return error(written.span);
}

std::optional<ReadingId> Typer::reading(const syntax::Expr& written) {
    const std::string& name = written.name.text;
    if (const Symbol* symbol = session_.names.find(name, Symbol::Kind::Reading)) return ReadingId(symbol->index);
    suggestOrList(session_.findings.add(Kind::UnknownReading, written.span, {{"name", diagnostics::Name{name}}}), name,
                  session_.names.all(Symbol::Kind::Reading));
    return std::nullopt;
}

std::optional<ExprId> Typer::readingTest(const syntax::Expr& written, ReadingId id, const syntax::Expr& alternative) {
    const Reading& declared = session_.checked.readings[id];
    for (std::size_t index = 0; index < declared.alternatives.size(); ++index) {
        if (alternative.kind != syntax::ExprKind::Path || declared.alternatives[index] != alternative.name.text) continue;
        Expr expression;
        expression.kind = ExprKind::ReadingIs;
        expression.type = plain(TypeKind::Bool);
        expression.span = written.span;
        expression.reading = id;
        expression.index = index;
        return add(std::move(expression));
    }
    const std::string word = textOf(alternative.span);
    suggestOrList(session_.findings.add(Kind::UnknownAlternative, alternative.span,
                                        {{"reading", diagnostics::Name{declared.name}}, {"name", diagnostics::Name{word}}}),
                  word, declared.alternatives);
    return std::nullopt;
}

ExprId Typer::readingIs(const syntax::Expr& written, bool negated) {
    const auto id = reading(tree_.expressions[written.operands[0]]);
    if (!id) return error(written.span);
    const auto test = readingTest(written, *id, tree_.expressions[written.operands[1]]);
    return test ? maybeNot(written.span, *test, negated) : error(written.span);
}

}  // namespace assay::check

#include "typer.hpp"

// Names applied to arguments: tables, and pair facts of two items.
namespace assay::check {

using diagnostics::Kind;

namespace {

quantity::Rational countOf(std::size_t count) {
    return {static_cast<std::int64_t>(count)};
}

}  // namespace

ExprId Typer::apply(const syntax::Expr& written) {
    const Checked& checked = session_.checked;
    const Symbol* symbol = session_.names.find(written.name.text, Symbol::Kind::Declaration);
    const Table* table = symbol ? std::get_if<Table>(&checked.declarations[DeclId(symbol->index)].body) : nullptr;
    if (!table) return unknownApplied(written, Symbol::Kind::Declaration);
    const DeclId id(symbol->index);
    uses.insert(id);
    if (written.operands.size() != table->parameters.size()) {
        session_.findings
            .add(Kind::ArgumentCount, written.span,
                 {{"name", diagnostics::Name{written.name.text}},
                  {"wanted", countOf(table->parameters.size())},
                  {"found", countOf(written.operands.size())}})
            .note(Kind::DeclaredHere, symbol->span, {{"name", diagnostics::Name{written.name.text}}});
        return error(written.span);
    }
    Expr expression;
    expression.kind = ExprKind::TableApply;
    expression.type = checked.declarations[id].type;
    expression.span = written.span;
    expression.decl = id;
    bool sound = true;
    for (std::size_t index = 0; index < written.operands.size(); ++index) {
        const ExprId argument =
            value(written.operands[index], {table->parameters[index].type, table->parameters[index].unit.symbol, false});
        sound = sound && !failed(argument);
        expression.operands.push_back(argument);
    }
    return sound ? add(std::move(expression)) : error(written.span);
}

ExprId Typer::applyPair(const syntax::Expr& written) {
    const Symbol* symbol = session_.names.find(written.name.text, Symbol::Kind::Fact);
    if (!symbol || session_.checked.facts[FactId(symbol->index)].pair.empty()) return unknownApplied(written, Symbol::Kind::Fact);
    const FactId id(symbol->index);
    const std::vector<ListId> lists = session_.checked.facts[id].pair;
    if (written.operands.size() != lists.size()) {
        session_.findings.add(Kind::ArgumentCount, written.span,
                              {{"name", diagnostics::Name{written.name.text}},
                               {"wanted", countOf(lists.size())},
                               {"found", countOf(written.operands.size())}});
        return error(written.span);
    }
    Expr expression;
    expression.kind = ExprKind::PairFact;
    expression.type = session_.checked.facts[id].type;
    expression.span = written.span;
    expression.fact = id;
    bool sound = true;
    for (std::size_t index = 0; index < lists.size(); ++index) {
        Wanted wanted;
        wanted.type = lists[index].valid() ? plain(TypeKind::Item) : Type{};
        wanted.type.list = lists[index];
        const ExprId item = value(written.operands[index], wanted);
        sound = sound && !failed(item);
        expression.operands.push_back(item);
    }
    return sound ? add(std::move(expression)) : error(written.span);
}

ExprId Typer::unknownApplied(const syntax::Expr& written, Symbol::Kind kind) {
    const Checked& checked = session_.checked;
    if (const Symbol* symbol = session_.names.find(written.name.text)) {
        session_.findings.add(Kind::NotAValue, written.name.span, {{"name", diagnostics::Name{written.name.text}}})
            .note(Kind::DeclaredHere, symbol->span, {{"name", diagnostics::Name{written.name.text}}});
        return error(written.span);
    }
    std::vector<std::string> candidates;
    for (const Declaration& declaration : checked.declarations) {
        if (kind == Symbol::Kind::Declaration && std::holds_alternative<Table>(declaration.body)) candidates.push_back(declaration.name);
    }
    for (const Fact& fact : checked.facts) {
        if (kind == Symbol::Kind::Fact && !fact.pair.empty()) candidates.push_back(fact.name);
    }
    suggestOrList(session_.findings.add(Kind::UnknownName, written.name.span, {{"name", diagnostics::Name{written.name.text}}}),
                  written.name.text, candidates);
    return error(written.span);
}

}  // namespace assay::check

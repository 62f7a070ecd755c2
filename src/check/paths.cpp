#include <algorithm>

#include "typer.hpp"

// Paths: the longest declared dotted name first, the words behind it are fields or declarations of an item.
namespace assay::check {

using diagnostics::Kind;

namespace {

bool isListOfRecords(const Type& type) {
    return type.kind == TypeKind::List && type.element == TypeKind::Record;
}

bool isChecklist(const Declaration& declaration) {
    return std::holds_alternative<Checklist>(declaration.body);
}

// A path reaches these; a table is applied.
bool isValueSymbol(const Checked& checked, const Symbol& symbol) {
    if (symbol.kind == Symbol::Kind::Fact) return checked.facts[FactId(symbol.index)].pair.empty();
    return symbol.kind == Symbol::Kind::Declaration && !std::holds_alternative<Table>(checked.declarations[DeclId(symbol.index)].body);
}

}  // namespace

ExprId Typer::enumerator(const syntax::Expr& written, EnumId enumeration, std::size_t index) {
    Type type = plain(TypeKind::Enum);
    type.enumeration = enumeration;
    return literal(written.span, type, {Constant::Enumerator{enumeration, index}});
}

ExprId Typer::path(const syntax::Expr& written, const Wanted* wanted) {
    const std::vector<std::string> words = splitPath(written.name.text);
    if (wanted && wanted->type.kind == TypeKind::Enum && words.size() == 1) {
        const Enumeration& enumeration = session_.checked.enumerations[wanted->type.enumeration];
        if (const auto index = enumeration.find(words.front())) return enumerator(written, wanted->type.enumeration, *index);
    }
    if (const auto binder = findVariable(words.front())) {
        Expr variable;
        variable.kind = ExprKind::Variable;
        variable.binder = *binder;
        variable.span = written.span;
        variable.type = plain(TypeKind::Item);
        variable.type.list = session_.checked.binders[*binder].list;
        return follow(written, add(std::move(variable)), words, 1);
    }
    for (std::size_t length = words.size(); length > 0; --length) {
        const std::string name = joinPath(words, 0, length);
        const Symbol* symbol = session_.names.find(name);
        if (!symbol) continue;
        const bool holds =
            symbol->kind == Symbol::Kind::Fact || symbol->kind == Symbol::Kind::Declaration || symbol->kind == Symbol::Kind::Quantity;
        const bool leadsOn = length < words.size() && !holds;
        if (leadsOn) continue;  // `stage.word`: the stage holds nothing, a misspelt fact is more likely
        return follow(written, declared(written, *symbol, name), words, length);
    }
    if (words.front() == "as_of") return follow(written, node(written.span, ExprKind::AsOf, plain(TypeKind::Date), {}), words, 1);
    return unknownName(written, wanted);
}

ExprId Typer::valuePath(const syntax::Expr& written, const Wanted* wanted) {
    const ExprId found = path(written, wanted);
    const Expr& expression = at(found);
    if (!expression.decl.valid() || !isChecklist(session_.checked.declarations[expression.decl])) return found;
    const std::string name = textOf(written.span);
    session_.findings.add(Kind::NotAValue, written.span, {{"name", diagnostics::Name{name}}})
        .note(Kind::WriteInstead, {}, {{"replacement", diagnostics::Name{name + " is complete"}}});
    return error(written.span);
}

ExprId Typer::declared(const syntax::Expr& written, const Symbol& symbol, const std::string& name) {
    const Checked& checked = session_.checked;
    if (symbol.kind == Symbol::Kind::Quantity) {
        const ListId list = checked.fields[FieldId(symbol.index)].quantifiedIn;
        if (list.valid()) needsItem(written, name, list, symbol.span);
        return error(written.span);
    }
    if (!isValueSymbol(checked, symbol)) {
        diagnostics::Diagnostic& finding = session_.findings.add(Kind::NotAValue, written.span, {{"name", diagnostics::Name{name}}});
        finding.note(Kind::DeclaredHere, symbol.span, {{"name", diagnostics::Name{name}}});
        const bool table = symbol.kind == Symbol::Kind::Declaration;
        if (table) finding.note(Kind::ApplyTable, {}, {{"name", name}});
        return error(written.span);
    }
    if (symbol.kind == Symbol::Kind::Fact) return fact(written, FactId(symbol.index));
    const DeclId id(symbol.index);
    const Declaration& declaration = checked.declarations[id];
    if (!declaration.heading.empty()) {
        const ListId list = checked.binders[declaration.heading.back()].list;
        needsItem(written, name, list, declaration.nameSpan);
        return error(written.span);
    }
    uses.insert(id);
    Expr expression;
    expression.kind = ExprKind::Declaration;
    expression.type = declaration.type;
    expression.span = written.span;
    expression.decl = id;
    return add(std::move(expression));
}

void Typer::needsItem(const syntax::Expr& written, const std::string& name, ListId list, source::Span declared) {
    session_.findings
        .add(Kind::NeedsItem, written.span,
             {{"name", diagnostics::Name{name}}, {"list", diagnostics::Name{session_.checked.lists[list].name}}})
        .note(Kind::DeclaredHere, declared, {{"name", diagnostics::Name{name}}});
}

ExprId Typer::fact(const syntax::Expr& written, FactId id) {
    Expr expression;
    expression.type = session_.checked.facts[id].type;
    expression.span = written.span;
    if (isListOfRecords(expression.type)) {
        expression.kind = ExprKind::ListFact;
        expression.list = expression.type.list;
    } else {
        expression.kind = ExprKind::Fact;
        expression.fact = id;
    }
    return add(std::move(expression));
}

ExprId Typer::follow(const syntax::Expr& written, ExprId base, const std::vector<std::string>& words, std::size_t next) {
    ExprId current = base;
    while (next < words.size()) {
        const Type type = use(current);
        if (type.kind == TypeKind::Error) return error(written.span);
        if (type.kind != TypeKind::Item) return unknownMember(written, type, words[next]);
        std::optional<ExprId> member;
        for (std::size_t last = words.size(); last > next && !member; --last) {
            const std::string name = joinPath(words, next, last);
            member = field(written, current, type.list, name);
            if (member) next = last;
        }
        if (member) {
            current = *member;
            continue;
        }
        for (std::size_t last = words.size(); last > next; --last) {
            const std::string name = joinPath(words, next, last);
            const Symbol* symbol = session_.names.find(name, Symbol::Kind::Declaration);
            if (!symbol) continue;
            const ExprId reached = declarationOf(written, current, type.list, name, DeclId(symbol->index));
            return failed(reached) ? reached : follow(written, reached, words, last);
        }
        return unknownMember(written, type, words[next]);
    }
    return current;
}

std::optional<ExprId> Typer::field(const syntax::Expr& written, ExprId item, ListId list, const std::string& word) {
    const Checked& checked = session_.checked;
    for (const FieldId id : checked.records[checked.lists[list].record].fields) {
        const Field& field = checked.fields[id];
        if (field.name != word || (field.quantified && field.quantifiedIn != list)) continue;
        Expr expression;
        expression.kind = ExprKind::Field;
        expression.type = field.type;
        expression.span = written.span;
        expression.field = id;
        expression.operands = {item};
        return add(std::move(expression));
    }
    return std::nullopt;
}

ExprId Typer::declarationOf(const syntax::Expr& written, ExprId item, ListId list, const std::string& name, DeclId id) {
    const Declaration& declaration = session_.checked.declarations[id];
    const bool headed = !declaration.heading.empty() && session_.checked.binders[declaration.heading.back()].list == list;
    if (!headed) return unknownMember(written, at(item).type, name);
    uses.insert(id);
    Expr expression;
    expression.kind = ExprKind::DeclarationOf;
    expression.type = declaration.type;
    expression.span = written.span;
    expression.decl = id;
    expression.operands = {item};
    return add(std::move(expression));
}

ExprId Typer::unknownMember(const syntax::Expr& written, const Type& type, const std::string& word) {
    const Checked& checked = session_.checked;
    if (isListOfRecords(type)) {
        const std::string list = type.list.valid() ? checked.lists[type.list].name : describe(type, checked);
        session_.findings.add(Kind::NeedsItem, written.span, {{"name", diagnostics::Name{word}}, {"list", diagnostics::Name{list}}});
        return error(written.span);
    }
    diagnostics::Diagnostic& finding = session_.findings.add(
        Kind::UnknownField, written.span, {{"type", diagnostics::Name{describe(type, checked)}}, {"name", diagnostics::Name{word}}});
    if (type.kind != TypeKind::Item) return error(written.span);
    std::vector<std::string> members;
    for (const FieldId id : checked.records[checked.lists[type.list].record].fields) {
        const Field& field = checked.fields[id];
        if (!field.quantified || field.quantifiedIn == type.list) members.push_back(field.name);
    }
    for (const Declaration& declaration : checked.declarations) {
        const bool headed = !declaration.heading.empty() && checked.binders[declaration.heading.back()].list == type.list;
        if (headed) members.push_back(declaration.name);
    }
    suggestOrList(finding, word, members);
    return error(written.span);
}

ExprId Typer::unknownName(const syntax::Expr& written, const Wanted* wanted) {
    const std::string& name = written.name.text;
    if (wanted && wanted->type.kind == TypeKind::Enum) {
        const Enumeration& enumeration = session_.checked.enumerations[wanted->type.enumeration];
        std::vector<std::string> candidates;
        for (const Enumerator& candidate : enumeration.enumerators)
            candidates.push_back(candidate.name);
        suggestOrList(session_.findings.add(Kind::UnknownEnumerator, written.span,
                                            {{"enumeration", diagnostics::Name{enumeration.name}}, {"name", diagnostics::Name{name}}}),
                      name, candidates);
        return error(written.span);
    }
    std::vector<std::string> candidates;
    for (const auto& [variable, binder] : variables_)
        candidates.push_back(variable);
    for (const Symbol::Kind kind : {Symbol::Kind::Fact, Symbol::Kind::Declaration, Symbol::Kind::Quantity}) {
        for (std::string& declaredName : session_.names.all(kind))
            candidates.push_back(std::move(declaredName));
    }
    suggest(session_.findings.add(Kind::UnknownName, written.span, {{"name", diagnostics::Name{name}}}), name, candidates);
    return error(written.span);
}

}  // namespace assay::check

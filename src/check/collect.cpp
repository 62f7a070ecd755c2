#include "session.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

void declare(Session& session, const syntax::Name& name, Symbol::Kind kind, std::size_t index) {
    if (name.text == "as_of") {
        session.findings.add(Kind::ReservedName, name.span, {{"name", diagnostics::Name{name.text}}});
        return;
    }
    const Symbol* first = session.names.add(name.text, {kind, index, name.span});
    if (first) reportDuplicate(session, name.text, name.span, first->span);
}

EnumId addEnumeration(Session& session, const Origin& origin) {
    const EnumId id = session.checked.enumerations.add({});
    session.enumerationOrigins.add(origin);
    Enumeration& enumeration = session.checked.enumerations[id];
    enumeration.name = origin.declaration->name.text;
    enumeration.span = origin.declaration->name.span;
    session.enumerationNames.emplace(enumeration.name, id);
    return id;
}

// What every duty may come to, in the order of Standing; not a type that an author can name.
void addStanding(Session& session, const Origin& origin) {
    session.checked.standing = session.checked.enumerations.add({});
    session.enumerationOrigins.add(origin);
    Enumeration& enumeration = session.checked.enumerations[session.checked.standing];
    enumeration.name = "duty";
    enumeration.enumerators = {{"not_arisen", {"not arisen", "未产生", {}}, {}},
                               {"running", {"running", "进行中", {}}, {}},
                               {"met", {"met", "已履行", {}}, {}},
                               {"late", {"late", "逾期", {}}, {}},
                               {"open", {"open", "待履行", {}}, {}}};
    enumeration.span = origin.declaration->name.span;
}

void collectDeclaration(Session& session, const Origin& origin) {
    Declaration declaration;
    const syntax::Declaration& written = *origin.declaration;
    declaration.name = written.name.text;
    declaration.label = written.label;
    declaration.message = written.message;
    declaration.span = written.span;
    declaration.nameSpan = written.name.span;
    const bool hasAlternatives =
        std::holds_alternative<syntax::DecideDecl>(written.body) || std::holds_alternative<syntax::LifecycleDecl>(written.body);
    if (hasAlternatives && !written.heading.type.present()) {
        declaration.type.kind = TypeKind::Enum;
        declaration.type.enumeration = addEnumeration(session, origin);
    }
    if (std::holds_alternative<syntax::DutyDecl>(written.body) && !session.checked.standing.valid()) addStanding(session, origin);
    const DeclId id = session.checked.declarations.add(std::move(declaration));
    session.declarationOrigins.add(origin);
    declare(session, written.name, Symbol::Kind::Declaration, id.index());
}

void collectOne(Session& session, const Origin& origin) {
    const syntax::Declaration& written = *origin.declaration;
    Checked& checked = session.checked;
    if (std::holds_alternative<syntax::RulesetDecl>(written.body)) return;
    const bool isQuantity = std::holds_alternative<syntax::QuantityDecl>(written.body);
    if (std::holds_alternative<syntax::EnumDecl>(written.body)) {
        declare(session, written.name, Symbol::Kind::Enumeration, addEnumeration(session, origin).index());
    } else if (std::holds_alternative<syntax::RecordDecl>(written.body)) {
        const RecordId id = checked.records.add({written.name.text, {}, {}, written.name.span});
        session.recordOrigins.add(origin);
        declare(session, written.name, Symbol::Kind::Record, id.index());
    } else if (isQuantity && !written.heading.binders.empty()) {
        Field field;
        field.name = written.name.text;
        field.quantified = true;
        field.span = written.name.span;
        const FieldId id = checked.fields.add(std::move(field));
        session.quantityOrigins.emplace(id, origin);
        declare(session, written.name, Symbol::Kind::Quantity, id.index());
    } else if (isQuantity || std::holds_alternative<syntax::FactDecl>(written.body) ||
               std::holds_alternative<syntax::RegisterDecl>(written.body)) {
        Fact fact;
        fact.quantified = isQuantity;
        fact.name = written.name.text;
        fact.span = written.name.span;
        const FactId id = checked.facts.add(std::move(fact));
        session.factOrigins.add(origin);
        declare(session, written.name, Symbol::Kind::Fact, id.index());
    } else if (std::holds_alternative<syntax::StageDecl>(written.body)) {
        Stage stage;
        stage.name = written.name.text;
        stage.span = written.name.span;
        const StageId id = checked.stages.add(std::move(stage));
        session.stageOrigins.add(origin);
        session.stageUses.add({});
        declare(session, written.name, Symbol::Kind::Stage, id.index());
    } else if (std::holds_alternative<syntax::ReadingDecl>(written.body)) {
        Reading reading;
        reading.name = written.name.text;
        reading.label = written.label;
        reading.span = written.name.span;
        const ReadingId id = checked.readings.add(std::move(reading));
        session.readingOrigins.add(origin);
        declare(session, written.name, Symbol::Kind::Reading, id.index());
    } else {
        collectDeclaration(session, origin);
    }
}

// In a case, `a = ...` and `a.b = ...` are a value and a table under one key.
void reportFactsInsideFacts(Session& session) {
    for (const Fact& fact : session.checked.facts) {
        const std::vector<std::string> words = splitPath(fact.name);
        for (std::size_t length = 1; length < words.size(); ++length) {
            const std::string outer = joinPath(words, 0, length);
            const Symbol* symbol = session.names.find(outer, Symbol::Kind::Fact);
            if (!symbol) continue;
            session.findings
                .add(Kind::FactInsideFact, fact.span, {{"inner", diagnostics::Name{fact.name}}, {"outer", diagnostics::Name{outer}}})
                .note(Kind::DeclaredHere, symbol->span, {{"name", diagnostics::Name{outer}}});
        }
    }
}

}  // namespace

void collect(Session& session) {
    for (const syntax::Tree& tree : session.files) {
        for (const syntax::Declaration& declaration : tree.declarations)
            collectOne(session, {&tree, &declaration});
    }
    reportFactsInsideFacts(session);
}

}  // namespace assay::check

#include "bodies.hpp"
#include "types.hpp"

// What a reference to a declaration needs to know of it: heading, party, stage, type, parameters.
namespace assay::check {

using diagnostics::Kind;

namespace {

void refusePart(Session& session, const Declaration& declaration, const std::string& part, source::Span span) {
    session.findings.add(Kind::PartNotAllowed, span, {{"part", diagnostics::Name{part}}, {"name", diagnostics::Name{declaration.name}}});
}

void requireType(Session& session, const syntax::TypeExpr& type, const Declaration& declaration) {
    if (!type.present()) session.findings.add(Kind::MissingType, declaration.nameSpan, {{"name", diagnostics::Name{declaration.name}}});
}

void reportNoList(Session& session, const syntax::Name& written, bool listFactsFit) {
    std::vector<std::string> legal;
    for (const List& list : session.checked.lists) {
        if (list.fact.valid() && listFactsFit) legal.push_back(list.name);
    }
    suggestOrList(session.findings.add(Kind::UnknownName, written.span, {{"name", diagnostics::Name{written.text}}}), written.text, legal);
}

// `items` of a list fact, or for the second variable a list of the first one's items: `s in u.surveillances`.
std::optional<ListId> readHeadingList(Session& session, const syntax::Heading& heading, std::size_t position,
                                      const Declaration& declaration) {
    const syntax::Name& written = heading.binders[position].list;
    const std::vector<std::string> words = splitPath(written.text);
    std::string name = written.text;
    if (position > 0) {
        const bool inner = words.size() == 2 && words.front() == heading.binders[position - 1].variable.text;
        if (!inner) {
            refusePart(session, declaration, written.text, written.span);
            return std::nullopt;
        }
        const ListId outer = session.checked.binders[declaration.heading.back()].list;
        name = session.checked.lists[outer].name + "." + words.back();
    }
    const auto found = session.listNames.find(name);
    if (found != session.listNames.end() && session.checked.lists[found->second].nested() == (position > 0)) return found->second;
    reportNoList(session, written, position == 0);
    return std::nullopt;
}

}  // namespace

void readHeading(Session& session, const syntax::Heading& heading, Declaration& declaration) {
    constexpr std::size_t deepest = 2;
    for (std::size_t position = 0; position < heading.binders.size(); ++position) {
        const syntax::Name& variable = heading.binders[position].variable;
        if (position >= deepest) {
            refusePart(session, declaration, variable.text, variable.span);
            return;
        }
        const auto list = readHeadingList(session, heading, position, declaration);
        if (!list) return;
        declaration.heading.push_back(session.checked.binders.add({variable.text, *list, variable.span}));
    }
}

namespace {

// `f.name` could mean the field or the declaration.
void reportFieldOfSameName(Session& session, const Declaration& declaration) {
    if (declaration.heading.empty()) return;
    const ListId list = session.checked.binders[declaration.heading.back()].list;
    for (const FieldId id : session.checked.records[session.checked.lists[list].record].fields) {
        const Field& field = session.checked.fields[id];
        if (field.name != declaration.name) continue;
        reportDuplicate(session, field.name, declaration.nameSpan, field.span);
        return;
    }
}

void readParty(Session& session, const syntax::Name& written, Declaration& declaration) {
    declaration.party = PartyId(0);
    if (!written.present()) return;
    std::vector<std::string> parties;
    for (std::size_t index = 0; index < session.checked.parties.size(); ++index) {
        const std::string& name = session.checked.parties[PartyId(index)].name;
        parties.push_back(name);
        if (name == written.text) declaration.party = PartyId(index);
    }
    if (session.checked.parties[declaration.party].name == written.text) return;
    suggestOrList(session.findings.add(Kind::NotInHeader, written.span, {{"name", diagnostics::Name{written.text}}}), written.text,
                  parties);
}

void readStage(Session& session, const syntax::Name& written, Declaration& declaration) {
    if (!written.present()) return;
    if (const Symbol* symbol = session.names.find(written.text, Symbol::Kind::Stage)) {
        declaration.stage = StageId(symbol->index);
        return;
    }
    suggestOrList(session.findings.add(Kind::UnknownName, written.span, {{"name", diagnostics::Name{written.text}}}), written.text,
                  session.names.all(Symbol::Kind::Stage));
}

// Fills in what the kind of declaration says of itself.
class Signature {
public:
    Signature(Session& session, const Origin& origin, DeclId id)
        : session_(session),
          tree_(*origin.tree),
          heading_(origin.declaration->heading),
          id_(id),
          declaration_(session.checked.declarations[id]) {}

    void operator()(const syntax::RuleDecl&) { truth(Rule{}); }
    void operator()(const syntax::ChecklistDecl&) { truth(Checklist{}); }
    void operator()(const syntax::FlagDecl&) { truth(Flag{}); }
    void operator()(const syntax::ContradictionDecl&) { truth(Contradiction{}); }

    void operator()(const syntax::DefineDecl&) {
        declaration_.body = Define{};
        requireType(session_, heading_.type, declaration_);
        readResult();
    }

    void operator()(const syntax::DecideDecl&) {
        Decide decide;
        decide.inOrder = heading_.inOrder;
        if (heading_.type.present()) readDecided();
        decide.enumeration = declaration_.type.enumeration;
        declaration_.body = decide;
    }

    void operator()(const syntax::DutyDecl&) {
        declaration_.body = Duty{};
        declaration_.type.kind = TypeKind::Enum;
        declaration_.type.enumeration = session_.checked.standing;
    }

    void operator()(const syntax::PartitionDecl& written) {
        Partition partition;
        const syntax::Name& name = written.item.list;
        const auto found = session_.listNames.find(name.text);
        if (found == session_.listNames.end() || session_.checked.lists[found->second].nested()) {
            reportNoList(session_, name, true);
        } else {
            partition.item = session_.checked.binders.add({written.item.variable.text, found->second, written.item.variable.span});
            addGroups(session_, id_, found->second, partition);
            declaration_.type.kind = TypeKind::List;
            declaration_.type.element = TypeKind::Record;
            declaration_.type.list = partition.groups;
        }
        declaration_.body = std::move(partition);
    }

    void operator()(const syntax::LifecycleDecl&) {
        declaration_.body = Lifecycle{};
        if (declaration_.stage) refusePart(session_, declaration_, "at", heading_.stage.span);
        if (!heading_.type.present()) return;
        readDecided();
        const bool isSound = declaration_.type.kind == TypeKind::Enum && beginsWithStart(session_, declaration_, heading_.type.span);
        if (!isSound) declaration_.type = {};
    }

    void operator()(const syntax::TableDecl& written) {
        Table table;
        table.hit = written.hit;
        table.complete = written.complete;
        table.columnsSpan = written.columnsSpan;
        readParameters(written, table);
        declaration_.body = std::move(table);
        requireType(session_, heading_.type, declaration_);
        readResult();
        if (written.hit == syntax::TableDecl::Hit::Collect) collectResult();
    }

    // Declarations of data have no signature.
    template <class Other>
    void operator()(const Other&) {}

private:
    template <class Body>
    void truth(Body body) {
        declaration_.body = std::move(body);
        declaration_.type.kind = TypeKind::Bool;
    }

    void readResult() {
        if (!heading_.type.present()) return;
        DeclaredType declared = readType(session_, tree_, heading_.type, TypePlace::Result);
        declaration_.type = declared.type;
        declaration_.unit = std::move(declared.unit);
    }

    // Of a declared enum.
    void readDecided() {
        readResult();
        if (declaration_.type.kind == TypeKind::Enum && !declaration_.type.optional) return;
        if (declaration_.type.kind != TypeKind::Error) {
            session_.findings.add(Kind::TypeNotAllowed, heading_.type.span,
                                  {{"type", diagnostics::Name{describe(declaration_.type, session_.checked)}}});
        }
        declaration_.type = {};
    }

    void readParameters(const syntax::TableDecl& written, Table& table) {
        std::map<std::string, source::Span> seen;
        for (const syntax::Parameter& parameter : written.parameters) {
            const auto [first, added] = seen.emplace(parameter.name.text, parameter.name.span);
            if (!added) reportDuplicate(session_, parameter.name.text, parameter.name.span, first->second);
            DeclaredType declared = readType(session_, tree_, parameter.type, TypePlace::Parameter);
            table.parameters.push_back(
                {parameter.name.text, declared.type, std::move(declared.low), std::move(declared.high), std::move(declared.unit)});
        }
    }

    // `hit collect` gives the outputs of all rows that match.
    void collectResult() {
        Type& type = declaration_.type;
        const bool listable = type.kind == TypeKind::Enum || type.kind == TypeKind::Text || type.kind == TypeKind::Item;
        if (listable && !type.optional) {
            type.element = type.kind;
            type.kind = TypeKind::List;
        } else if (type.kind != TypeKind::Error) {
            session_.findings.add(Kind::TypeNotAllowed, heading_.type.span,
                                  {{"type", diagnostics::Name{describe(type, session_.checked)}}});
            type = {};
        }
    }

    Session& session_;
    const syntax::Tree& tree_;
    const syntax::Heading& heading_;
    DeclId id_;
    Declaration& declaration_;
};

}  // namespace

void readSignatures(Session& session) {
    for (std::size_t index = 0; index < session.checked.declarations.size(); ++index) {
        Declaration& declaration = session.checked.declarations[DeclId(index)];
        const Origin& origin = session.declarationOrigins[DeclId(index)];
        readHeading(session, origin.declaration->heading, declaration);
        readParty(session, origin.declaration->heading.party, declaration);
        readStage(session, origin.declaration->heading.stage, declaration);
        std::visit(Signature(session, origin, DeclId(index)), origin.declaration->body);
        reportFieldOfSameName(session, declaration);
    }
}

}  // namespace assay::check

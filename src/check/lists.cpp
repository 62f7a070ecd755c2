#include "types.hpp"

// The places of a case that hold items: list facts first, then the lists nested in their items.
namespace assay::check {

using diagnostics::Kind;

namespace {

const syntax::RecordDecl& writtenRecord(const Session& session, RecordId id) {
    return std::get<syntax::RecordDecl>(session.recordOrigins[id].declaration->body);
}

bool liesWithin(const Checked& checked, ListId list, RecordId record) {
    for (ListId id = list; id.valid(); id = checked.lists[id].parent) {
        if (checked.lists[id].record == record) return true;
    }
    return false;
}

void addFields(Session& session, RecordId id) {
    Checked& checked = session.checked;
    std::map<std::string, source::Span> seen;
    for (const syntax::Field& written : writtenRecord(session, id).fields) {
        Field field;
        field.name = written.name.text;
        field.span = written.name.span;
        field.record = id;
        if (field.name == "id") {
            session.findings.add(Kind::ReservedName, field.span, {{"name", diagnostics::Name{field.name}}});
        }
        const auto [first, added] = seen.emplace(field.name, field.span);
        if (!added) reportDuplicate(session, field.name, field.span, first->second);
        checked.records[id].fields.push_back(checked.fields.add(std::move(field)));
    }
}

void addNested(Session& session, ListId parent, std::size_t fieldIndex, RecordId inner) {
    Checked& checked = session.checked;
    const RecordId outer = checked.lists[parent].record;
    const FieldId field = checked.records[outer].fields[fieldIndex];
    const source::Span span = checked.fields[field].span;
    if (liesWithin(checked, parent, inner)) {
        session.findings.add(Kind::RecordInsideItself, span, {{"record", diagnostics::Name{checked.records[inner].name}}});
        return;
    }
    if (const auto other = session.fieldLists.find(field); other != session.fieldLists.end()) {
        const std::string& first = checked.lists[checked.lists[other->second].parent].name;
        session.findings.add(Kind::SharedNestedRecord, span,
                             {{"record", diagnostics::Name{checked.records[outer].name}},
                              {"first", diagnostics::Name{first}},
                              {"second", diagnostics::Name{checked.lists[parent].name}}});
        return;
    }
    List list{checked.lists[parent].name + "." + checked.fields[field].name, inner, {}, parent, field, checked.lists[parent].isRegister};
    session.listNames.emplace(list.name, ListId(checked.lists.size()));
    session.fieldLists.emplace(field, checked.lists.add(std::move(list)));
}

}  // namespace

void buildLists(Session& session) {
    Checked& checked = session.checked;
    for (std::size_t index = 0; index < checked.records.size(); ++index)
        addFields(session, RecordId(index));
    for (std::size_t index = 0; index < checked.facts.size(); ++index) {
        const FactId fact(index);
        const Origin& origin = session.factOrigins[fact];
        const auto record = recordOfList(session, attributesOf(origin).type);
        if (!record) continue;
        const bool isRegister = std::holds_alternative<syntax::RegisterDecl>(origin.declaration->body);
        const ListId list = checked.lists.add({checked.facts[fact].name, *record, fact, {}, {}, isRegister});
        session.listNames.emplace(checked.facts[fact].name, list);
        session.factLists.emplace(fact, list);
    }
    // Lists are added behind while their items are walked; a record inside itself ends the walk.
    for (std::size_t index = 0; index < checked.lists.size(); ++index) {
        const ListId list(index);
        const auto& fields = writtenRecord(session, checked.lists[list].record).fields;
        for (std::size_t field = 0; field < fields.size(); ++field) {
            if (const auto inner = recordOfList(session, fields[field].attributes.type)) addNested(session, list, field, *inner);
        }
    }
}

}  // namespace assay::check

#include "types.hpp"

// Quantities: values that the quantification gives. One with a heading is a field of the heading's items, else it is a fact.
namespace assay::check {

using diagnostics::Kind;

namespace {

const Offered* findOffered(const Session& session, const std::string& name) {
    for (const Offered& offered : session.registers.offered) {
        if (offered.name == name) return &offered;
    }
    return nullptr;
}

void reportUnoffered(Session& session, const Quality& quality) {
    std::vector<std::string> names;
    for (const Offered& offered : session.registers.offered)
        names.push_back(offered.name);
    suggestOrList(session.findings.add(Kind::QuantityUnknown, quality.span, {{"name", diagnostics::Name{quality.name}}}), quality.name,
                  names);
}

// The declared type is the one that the quantification gives; a unit may be another of the same dimension.
void checkType(Session& session, const Offered& offered, const syntax::TypeExpr& written, const Quality& quality) {
    if (quality.type.kind == TypeKind::Error) return;
    Type wanted;
    wanted.kind = offered.kind;
    wanted.optional = offered.optional;
    if (const auto unit = session.checked.units.find(offered.unit)) wanted.dimension = unit->dimension;
    if (quality.type == wanted && !quality.judgement) return;
    std::string shown = offered.kind == TypeKind::Quantity ? offered.unit : describe(wanted, session.checked);
    if (offered.kind == TypeKind::Quantity && offered.optional) shown += '?';
    session.findings.add(Kind::QuantityType, written.span,
                         {{"name", diagnostics::Name{quality.name}},
                          {"type", diagnostics::Name{std::string(session.sources.text(written.span))}},
                          {"given", diagnostics::Name{std::move(shown)}}});
}

void checkOffer(Session& session, const syntax::TypeExpr& written, const Quality& quality) {
    if (const Offered* offered = findOffered(session, quality.name)) {
        checkType(session, *offered, written, quality);
    } else {
        reportUnoffered(session, quality);
    }
}

// `u.footprint` is a field and `u.footprint.total` a quantity: the path could mean either.
void reportFieldInTheWay(Session& session, const Record& record, const Field& quantity) {
    const std::string outer = splitPath(quantity.name).front();
    for (const FieldId id : record.fields) {
        const Field& field = session.checked.fields[id];
        if (field.name != outer) continue;
        if (field.name == quantity.name) {
            reportDuplicate(session, quantity.name, quantity.span, field.span);
        } else {
            session.findings
                .add(Kind::FactInsideFact, quantity.span,
                     {{"inner", diagnostics::Name{quantity.name}}, {"outer", diagnostics::Name{field.name}}})
                .note(Kind::DeclaredHere, field.span, {{"name", diagnostics::Name{field.name}}});
        }
    }
}

void addToItems(Session& session, FieldId id, const Origin& origin) {
    Checked& checked = session.checked;
    Field& field = checked.fields[id];
    Declaration headed;
    headed.name = field.name;
    headed.nameSpan = field.span;
    readHeading(session, origin.declaration->heading, headed);
    readQuality(session, *origin.tree, attributesOf(origin), field);
    if (headed.heading.size() != origin.declaration->heading.binders.size()) return;
    field.quantifiedIn = checked.binders[headed.heading.back()].list;
    field.record = checked.lists[field.quantifiedIn].record;
    Record& record = checked.records[field.record];
    reportFieldInTheWay(session, record, field);
    record.fields.push_back(id);
}

}  // namespace

void readQuantities(Session& session) {
    for (const auto& [id, origin] : session.quantityOrigins) {
        addToItems(session, id, origin);
        checkOffer(session, attributesOf(origin).type, session.checked.fields[id]);
    }
    for (std::size_t index = 0; index < session.checked.facts.size(); ++index) {
        const Fact& fact = session.checked.facts[FactId(index)];
        if (fact.quantified) checkOffer(session, attributesOf(session.factOrigins[FactId(index)]).type, fact);
    }
}

}  // namespace assay::check

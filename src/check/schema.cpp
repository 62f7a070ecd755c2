#include <algorithm>
#include <set>

#include "assay/check/schema.hpp"
#include "types.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

constexpr std::size_t maxEnumerators = 64;  // a set of enumerators is one machine word

std::vector<std::string> texts(const std::vector<syntax::Name>& names) {
    std::vector<std::string> all;
    for (const syntax::Name& name : names)
        all.push_back(name.text);
    return all;
}

void readDeclaredEnumeration(Session& session, const syntax::EnumDecl& written, Enumeration& enumeration) {
    enumeration.ordered = written.ordered;
    std::map<std::string, source::Span> seen;
    for (const syntax::Enumerator& enumerator : written.enumerators) {
        const auto [first, added] = seen.emplace(enumerator.name.text, enumerator.name.span);
        if (!added) {
            reportDuplicate(session, enumerator.name.text, enumerator.name.span, first->second);
            continue;
        }
        enumeration.enumerators.push_back({enumerator.name.text, enumerator.label, texts(enumerator.cites)});
    }
}

// The outcomes of an untyped decide, each once, as first written.
void readOutcomes(const syntax::DecideDecl& written, Enumeration& enumeration) {
    for (const syntax::Outcome& outcome : written.outcomes) {
        if (enumeration.find(outcome.name.text)) continue;
        enumeration.enumerators.push_back({outcome.name.text, outcome.label, texts(outcome.cites)});
    }
}

void readFrom(Session& session, const std::vector<syntax::Name>& from, Quality& quality) {
    std::vector<std::string> legal;
    for (const Party& party : session.checked.parties)
        legal.push_back(party.name);
    legal.insert(legal.end(), {timeGiver, profileGiver});
    for (const syntax::Name& name : from) {
        if (std::find(legal.begin(), legal.end(), name.text) != legal.end()) {
            quality.from.push_back(name.text);
        } else {
            suggestOrList(session.findings.add(Kind::NotInHeader, name.span, {{"name", diagnostics::Name{name.text}}}), name.text, legal);
        }
    }
}

}  // namespace

void readQuality(Session& session, const syntax::Tree& tree, const syntax::FactAttributes& written, Quality& quality) {
    DeclaredType declared = readType(session, tree, written.type, TypePlace::Fact);
    quality.type = declared.type;
    quality.unit = std::move(declared.unit);
    quality.low = std::move(declared.low);
    quality.high = std::move(declared.high);
    quality.judgement = declared.judgement;
    quality.judgedBy = declared.judgedBy;
    quality.absentIsNone = written.absentIsNone;
    quality.reasonRequired = written.reasonRequired;
    quality.ask = written.ask;
    quality.label = written.label;
    readFrom(session, written.from, quality);
    if (quality.type.kind == TypeKind::Error) return;
    if (quality.absentIsNone && !quality.type.optional) {
        session.findings.add(Kind::AttributeNeeds, written.type.span,
                             {{"attribute", diagnostics::Name{"absent is none"}},
                              {"needed", diagnostics::Name{describe(quality.type, session.checked) + "?"}}});
    }
    if (quality.reasonRequired && !quality.judgement) {
        session.findings.add(Kind::AttributeNeeds, written.type.span,
                             {{"attribute", diagnostics::Name{"with reason"}}, {"needed", diagnostics::Name{"judgement"}}});
    }
}

namespace {

void readDatedBy(Session& session, const syntax::Name& datedBy, Record& record) {
    std::vector<std::string> fields;
    for (const FieldId id : record.fields) {
        const Field& field = session.checked.fields[id];
        fields.push_back(field.name);
        if (field.name != datedBy.text) continue;
        record.datedBy = id;
        if (field.type.kind == TypeKind::Date || field.type.kind == TypeKind::Error) return;
        session.findings
            .add(Kind::NotADateField, datedBy.span,
                 {{"name", diagnostics::Name{field.name}}, {"type", diagnostics::Name{describe(field.type, session.checked)}}})
            .note(Kind::DeclaredHere, field.span, {{"name", diagnostics::Name{field.name}}});
        return;
    }
    suggestOrList(session.findings.add(Kind::UnknownField, datedBy.span,
                                       {{"type", diagnostics::Name{record.name}}, {"name", diagnostics::Name{datedBy.text}}}),
                  datedBy.text, fields);
}

// `product`, if one list holds its items, or `item of products`.
ListId readPairItem(Session& session, const syntax::TypeExpr& written) {
    if (written.kind == syntax::TypeExpr::Kind::ItemOf) {
        const auto found = session.listNames.find(written.name.text);
        if (found != session.listNames.end()) return found->second;
    }
    std::vector<ListId> holders;
    for (std::size_t index = 0; index < session.checked.lists.size(); ++index) {
        const List& list = session.checked.lists[ListId(index)];
        if (session.checked.records[list.record].name == written.name.text) holders.push_back(ListId(index));
    }
    if (written.kind == syntax::TypeExpr::Kind::Plain && holders.size() == 1) return holders.front();
    session.findings.add(Kind::TypeNotAllowed, written.span,
                         {{"type", diagnostics::Name{std::string(session.sources.text(written.span))}}});
    return {};
}

void reportNoRecord(Session& session, const syntax::Name& written) {
    std::vector<std::string> records;
    for (const Record& record : session.checked.records)
        records.push_back(record.name);
    suggestOrList(session.findings.add(Kind::UnknownName, written.span, {{"name", diagnostics::Name{written.text}}}), written.text,
                  records);
}

// The states in the order in which the lines name them, the one before the first act first.
void readStates(const syntax::LifecycleDecl& written, Enumeration& enumeration) {
    const auto add = [&enumeration](const std::string& name) {
        if (!enumeration.find(name)) enumeration.enumerators.push_back({name, {name, name, {}}, {}});
    };
    const auto addLine = [&add](const auto& line) {
        for (const syntax::Name& from : line.from)
            add(from.text);
        if (line.to.present()) add(line.to.text);
    };
    add("start");
    for (const syntax::Transition& transition : written.transitions)
        addLine(transition);
    for (const syntax::Passing& passing : written.passings)
        addLine(passing);
}

}  // namespace

const syntax::FactAttributes& attributesOf(const Origin& fact) {
    const syntax::DeclBody& body = fact.declaration->body;
    if (const auto* shared = std::get_if<syntax::RegisterDecl>(&body)) return shared->attributes;
    if (const auto* quantity = std::get_if<syntax::QuantityDecl>(&body)) return quantity->attributes;
    return std::get<syntax::FactDecl>(body).attributes;
}

void readEnumerations(Session& session) {
    for (std::size_t index = 0; index < session.checked.enumerations.size(); ++index) {
        const EnumId id(index);
        Enumeration& enumeration = session.checked.enumerations[id];
        const syntax::DeclBody& body = session.enumerationOrigins[id].declaration->body;
        if (const auto* declared = std::get_if<syntax::EnumDecl>(&body)) readDeclaredEnumeration(session, *declared, enumeration);
        if (const auto* decide = std::get_if<syntax::DecideDecl>(&body)) readOutcomes(*decide, enumeration);
        if (const auto* lifecycle = std::get_if<syntax::LifecycleDecl>(&body)) readStates(*lifecycle, enumeration);
        if (enumeration.enumerators.size() <= maxEnumerators) continue;
        session.findings.add(Kind::TooManyEnumerators, enumeration.span,
                             {{"name", diagnostics::Name{enumeration.name}},
                              {"count", quantity::Rational(static_cast<std::int64_t>(enumeration.enumerators.size()))},
                              {"limit", quantity::Rational(static_cast<std::int64_t>(maxEnumerators))}});
    }
}

void readRecords(Session& session) {
    Checked& checked = session.checked;
    for (std::size_t index = 0; index < checked.records.size(); ++index) {
        Record& record = checked.records[RecordId(index)];
        const Origin& origin = session.recordOrigins[RecordId(index)];
        const auto& written = std::get<syntax::RecordDecl>(origin.declaration->body);
        for (std::size_t field = 0; field < written.fields.size(); ++field) {
            const FieldId id = record.fields[field];
            readQuality(session, *origin.tree, written.fields[field].attributes, checked.fields[id]);
            if (const auto list = session.fieldLists.find(id); list != session.fieldLists.end()) {
                checked.fields[id].type.list = list->second;
            }
        }
        if (written.datedBy.present()) readDatedBy(session, written.datedBy, record);
    }
}

void readFacts(Session& session) {
    Checked& checked = session.checked;
    for (std::size_t index = 0; index < checked.facts.size(); ++index) {
        const FactId id(index);
        const Origin& origin = session.factOrigins[id];
        Fact& fact = checked.facts[id];
        const bool isRegister = std::holds_alternative<syntax::RegisterDecl>(origin.declaration->body);
        if (isRegister && !session.factLists.contains(id)) {
            reportNoRecord(session, attributesOf(origin).type.element.front().name);
            continue;
        }
        readQuality(session, *origin.tree, attributesOf(origin), fact);
        if (isRegister) fact.label = origin.declaration->label;
        if (const auto list = session.factLists.find(id); list != session.factLists.end()) fact.type.list = list->second;
        if (isRegister || fact.quantified) continue;
        const auto& written = std::get<syntax::FactDecl>(origin.declaration->body);
        for (const syntax::TypeExpr& item : written.pair)
            fact.pair.push_back(readPairItem(session, item));
        if (!fact.pair.empty() && fact.type.kind == TypeKind::List) {
            session.findings.add(Kind::TypeNotAllowed, written.attributes.type.span,
                                 {{"type", diagnostics::Name{describe(fact.type, checked)}}});
        }
    }
}

void checkRegisters(Session& session) {
    const Checked& checked = session.checked;
    std::set<FieldId> reported;
    for (const List& list : checked.lists) {
        if (!list.isRegister) continue;
        for (const FieldId id : checked.records[list.record].fields) {
            const Field& field = checked.fields[id];
            const Type& type = field.type;
            const bool namesItems = type.kind == TypeKind::Item || (type.kind == TypeKind::List && type.element == TypeKind::Item);
            if (!namesItems || checked.lists[type.list].isRegister || !reported.insert(id).second) continue;
            session.findings.add(Kind::RegisterFieldOfCase, field.span,
                                 {{"register", diagnostics::Name{list.name}},
                                  {"name", diagnostics::Name{field.name}},
                                  {"list", diagnostics::Name{checked.lists[type.list].name}}});
        }
    }
}

void readReadings(Session& session) {
    for (std::size_t index = 0; index < session.checked.readings.size(); ++index) {
        Reading& reading = session.checked.readings[ReadingId(index)];
        const auto& written = std::get<syntax::ReadingDecl>(session.readingOrigins[ReadingId(index)].declaration->body);
        std::map<std::string, source::Span> seen;
        for (const syntax::Name& alternative : written.alternatives) {
            const auto [first, added] = seen.emplace(alternative.text, alternative.span);
            if (!added) reportDuplicate(session, alternative.text, alternative.span, first->second);
            reading.alternatives.push_back(alternative.text);
        }
        const auto taken = std::find(reading.alternatives.begin(), reading.alternatives.end(), written.takes.text);
        if (taken == reading.alternatives.end()) {
            const source::Span span = written.takes.present() ? written.takes.span : reading.span;
            suggestOrList(
                session.findings.add(Kind::UnknownAlternative, span,
                                     {{"reading", diagnostics::Name{reading.name}}, {"name", diagnostics::Name{written.takes.text}}}),
                written.takes.text, reading.alternatives);
            continue;
        }
        reading.taken = static_cast<std::size_t>(taken - reading.alternatives.begin());
    }
}

}  // namespace assay::check

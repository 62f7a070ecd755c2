#include "sample.hpp"

namespace assay::facts::testing {

using check::EnumId;
using check::FieldId;
using check::ListId;
using check::Quality;
using check::RecordId;
using check::Type;
using check::TypeKind;
using quantity::Rational;

namespace {

Type plain(TypeKind kind) {
    Type type;
    type.kind = kind;
    return type;
}

Type optional(TypeKind kind) {
    Type type = plain(kind);
    type.optional = true;
    return type;
}

Type enumType(EnumId id) {
    Type type = plain(TypeKind::Enum);
    type.enumeration = id;
    return type;
}

Type itemOf(ListId list) {
    Type type = plain(TypeKind::Item);
    type.list = list;
    return type;
}

Type listOf(TypeKind element, ListId list = {}, EnumId enumeration = {}) {
    Type type = plain(TypeKind::List);
    type.element = element;
    type.list = list;
    type.enumeration = enumeration;
    return type;
}

// The one declaration that has a place, in the first source of every reading.
constexpr std::string_view declaration = "fact bom_items count 1..";

class Builder {
public:
    check::Checked build() {
        rules_.ruleset.id = "test.rules";
        addUnits();
        const EnumId severity = addSeverity();
        const ListId units(0), surveillances(1), products(2), findings(3);
        const RecordId unit(0), surveillance(1), product(2), finding(3);

        const std::vector<FieldId> unitFields = {
            field(unit, "bom_items", plain(TypeKind::Count)),
            field(unit, "surveillances", listOf(TypeKind::Record, surveillances)),
        };
        const std::vector<FieldId> surveillanceFields = {field(surveillance, "increase", plain(TypeKind::Ratio)),
                                                         field(surveillance, "previous", itemOf(surveillances))};
        const std::vector<FieldId> productFields = {field(product, "unit", itemOf(units)),
                                                    field(product, "yield.share", plain(TypeKind::Ratio))};
        rules_.fields.back().quantified = true;
        rules_.fields.back().quantifiedIn = products;
        std::vector<FieldId> findingFields = {field(finding, "units", listOf(TypeKind::Item, units)),
                                              field(finding, "severity", enumType(severity)),
                                              field(finding, "closed_on", optional(TypeKind::Date))};
        rules_.fields.back().absentIsNone = true;
        findingFields.push_back(field(finding, "misleads", plain(TypeKind::Bool)));
        rules_.fields.back().judgement = true;

        rules_.records.add({"unit", unitFields, {}, {}});
        rules_.records.add({"surveillance", surveillanceFields, {}, {}});
        rules_.records.add({"product", productFields, {}, {}});
        rules_.records.add({"finding", findingFields, {}, {}});
        rules_.lists.add({"units", unit, fact("units", listOf(TypeKind::Record, units)), {}, {}});
        rules_.lists.add({"units.surveillances", surveillance, {}, units, unitFields[1]});
        rules_.lists.add({"products", product, fact("products", listOf(TypeKind::Record, products)), {}, {}});
        rules_.lists.add({"findings", finding, fact("findings", listOf(TypeKind::Record, findings)), {}, {}});
        addFacts(severity, units, products);

        check::Declaration decide;
        decide.name = "eligibility";
        rules_.declarations.add(std::move(decide));
        return std::move(rules_);
    }

private:
    void addUnits() {
        const quantity::Dimension mass{{{"mass", 1}}}, co2e{{{"co2e", 1}}}, functionalUnit{{{"functional_unit", 1}}};
        rules_.units.add({"kg", 1, mass}, {});
        rules_.units.add({"t", 1000, mass}, {});
        rules_.units.add({"kgCO2e", 1, co2e}, {});
        rules_.units.add({"tCO2e", 1000, co2e}, {});
        rules_.units.add({"FU", 1, functionalUnit}, {});
    }

    EnumId addSeverity() {
        check::Enumeration severity;
        severity.name = "severity";
        severity.enumerators = {{"minor", {"minor nonconformity", "一般不符合", {}}, {}},
                                {"major", {"major nonconformity", "严重不符合", {}}, {}},
                                {"observation", {"for the record", "观察项", {}}, {}},
                                {"remark", {"for the record", "备注", {}}, {}}};
        return rules_.enumerations.add(std::move(severity));
    }

    FieldId field(RecordId record, std::string name, Type type) {
        check::Field field;
        field.name = std::move(name);
        field.type = std::move(type);
        field.record = record;
        return rules_.fields.add(std::move(field));
    }

    check::FactId fact(std::string name, Type type) {
        check::Fact fact;
        fact.name = std::move(name);
        fact.type = std::move(type);
        return rules_.facts.add(std::move(fact));
    }

    void bound(std::optional<Rational> low, std::optional<Rational> high = std::nullopt) {
        rules_.facts.back().low = std::move(low);
        rules_.facts.back().high = std::move(high);
    }

    void quantityFact(std::string name, std::string_view unitText) {
        const quantity::Unit unit = rules_.units.find(unitText).value();
        Type type = plain(TypeKind::Quantity);
        type.dimension = unit.dimension;
        fact(std::move(name), type);
        rules_.facts.back().unit = unit;
    }

    void addFacts(EnumId severity, ListId units, ListId products) {
        fact("client.legal_person", optional(TypeKind::Bool));
        fact("client.name", plain(TypeKind::Text));
        fact("client.flagship", itemOf(products));
        fact("bom_items", plain(TypeKind::Count));
        rules_.facts.back().span = {source::SourceId(0), 0, static_cast<std::uint32_t>(declaration.size())};
        bound(1);
        fact("weight", plain(TypeKind::Number));
        bound(0, 1);
        quantityFact("footprint.total", "kgCO2e/FU");
        bound(0);
        quantityFact("mass", "t");
        bound(std::nullopt, 5000);
        fact("increase", plain(TypeKind::Ratio));
        bound(-1);
        fact("signed_on", plain(TypeKind::Date));
        fact("ended_on", optional(TypeKind::Date));
        rules_.facts.back().absentIsNone = true;
        fact("notice", plain(TypeKind::Days));
        fact("validity", plain(TypeKind::Months));
        bound(6, 36);
        fact("reply", plain(TypeKind::WorkingDays));
        fact("severity", enumType(severity));
        fact("severities", listOf(TypeKind::Enum, {}, severity));
        fact("aliases", listOf(TypeKind::Text));
        fact("chosen", listOf(TypeKind::Item, units));
        fact("systemic", plain(TypeKind::Bool));
        rules_.facts.back().judgement = true;
        rules_.facts.back().reasonRequired = true;
        fact("agreed", plain(TypeKind::Bool));
        rules_.facts.back().judgement = true;
        fact("difference", plain(TypeKind::Ratio));
        rules_.facts.back().pair = {products, products};
        fact("stock", plain(TypeKind::Count));
        rules_.facts.back().pair = {units, products};
        fact("客户.名称", plain(TypeKind::Text));
        fact("yield.complete", plain(TypeKind::Bool));
        rules_.facts.back().quantified = true;
    }

    check::Checked rules_;
};

}  // namespace

const check::Checked& sampleRules() {
    static const check::Checked rules = Builder().build();
    return rules;
}

check::ListId listNamed(std::string_view name) {
    for (std::size_t i = 0; i < sampleRules().lists.size(); ++i) {
        if (sampleRules().lists[ListId(i)].name == name) return ListId(i);
    }
    ADD_FAILURE() << "no list " << name;
    return ListId(0);
}

namespace {

std::size_t factNamed(std::string_view name) {
    for (std::size_t i = 0; i < sampleRules().facts.size(); ++i) {
        if (sampleRules().facts[check::FactId(i)].name == name) return i;
    }
    ADD_FAILURE() << "no fact " << name;
    return 0;
}

}  // namespace

Reading::Reading(const std::string& toml) {
    sources.add("facts.assay", std::string(declaration));
    const source::SourceId id = sources.add("case.toml", toml);
    const std::optional<document::Node> root = document::readToml(sources, id, findings);
    if (!root) {
        ADD_FAILURE() << "the test's document is no TOML: " << toml;
        return;
    }
    facts = read(*root, sampleRules(), sources, findings);
}

const Entry& Reading::entry(std::string_view fact) const {
    return facts.facts[check::FactId(factNamed(fact))];
}

const ListFacts& Reading::list(std::string_view name) const {
    return facts.lists[listNamed(name)];
}

const Entry& Reading::field(std::string_view listName, std::size_t item, std::string_view fieldName) const {
    const check::Record& record = sampleRules().records[sampleRules().lists[listNamed(listName)].record];
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        if (sampleRules().fields[record.fields[i]].name == fieldName) return list(listName).items.at(item).fields.at(i);
    }
    ADD_FAILURE() << "no field " << fieldName;
    return list(listName).items.at(item).fields.front();
}

const std::vector<PairEntry>& Reading::pairs(std::string_view fact) const {
    const check::FactId id(factNamed(fact));
    for (const auto& [pairFact, entries] : facts.pairs) {
        if (pairFact == id) return entries;
    }
    ADD_FAILURE() << "no pair fact " << fact;
    return facts.pairs.front().second;
}

std::vector<std::string> Reading::problems() const {
    std::vector<std::string> all;
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        all.push_back(std::string(diagnostics::code(finding.kind)) + " at " + std::string(sources.text(finding.span)));
    }
    return all;
}

std::vector<std::string> Reading::help() const {
    std::vector<std::string> all;
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        for (const diagnostics::Note& note : finding.notes) {
            if (diagnostics::severity(note.kind) == diagnostics::Severity::Help) {
                all.push_back(diagnostics::sentence(note.kind, note.arguments, diagnostics::Language::English));
            }
        }
    }
    return all;
}

std::vector<std::string> Reading::notes(diagnostics::Kind kind) const {
    std::vector<std::string> all;
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        for (const diagnostics::Note& note : finding.notes) {
            if (note.kind != kind) continue;
            const std::string sentence = diagnostics::sentence(note.kind, note.arguments, diagnostics::Language::English);
            all.push_back(note.span.valid() ? sentence + " at " + std::string(sources.text(note.span)) : sentence);
        }
    }
    return all;
}

}  // namespace assay::facts::testing

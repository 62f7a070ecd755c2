#include "assay/report/said.hpp"

#include <algorithm>

#include "assay/facts/written.hpp"
#include "inventory_said.hpp"
#include "text_writer.hpp"

namespace assay::report {

using check::FactId;
using check::ListId;
using facts::Entry;

namespace {

class Collector {
public:
    Collector(const facts::CaseFacts& facts, const check::Checked& rules) : facts_(facts), rules_(rules) {}

    std::vector<Said> all() {
        for (std::size_t i = 0; i < rules_.facts.size(); ++i) {
            const check::Fact& fact = rules_.facts[FactId(i)];
            if (fact.pair.empty()) entry(fact.name, fact, facts_.facts[FactId(i)]);
        }
        for (const auto& [id, entries] : facts_.pairs)
            pairs(rules_.facts[id], entries);
        for (std::size_t i = 0; i < rules_.lists.size(); ++i)
            items(ListId(i));
        return std::move(said_);
    }

private:
    void pairs(const check::Fact& fact, const std::vector<facts::PairEntry>& entries) {
        for (const facts::PairEntry& pair : entries) {
            const std::string first = facts::itemName(facts_, rules_, fact.pair[0], pair.first);
            const std::string second = facts::itemName(facts_, rules_, fact.pair[1], pair.second);
            entry(fact.name + "[" + first + ", " + second + "]", fact, pair.entry);
        }
    }

    void items(ListId id) {
        const check::List& list = rules_.lists[id];
        if (list.partition.valid()) return;
        const check::Record& record = rules_.records[list.record];
        const facts::ListFacts& given = facts_.lists[id];
        for (std::size_t position = 0; position < given.items.size(); ++position) {
            const facts::Item& item = given.items[position];
            Said said;
            said.name = itemPath(facts_, rules_, id, position);
            said.provenance.span = item.span;
            said.isItem = true;
            const std::string path = said.name;
            said_.push_back(std::move(said));
            for (std::size_t field = 0; field < record.fields.size(); ++field) {
                const check::Field& declared = rules_.fields[record.fields[field]];
                entry(path + "." + declared.name, declared, item.fields[field]);
            }
        }
    }

    void entry(const std::string& name, const check::Quality& quality, const Entry& entry) {
        Said said;
        said.value = text(quality, entry, said.refers);
        if (said.value.empty()) return;
        said.name = name;
        said.provenance = entry.provenance;
        said.isComputed = quality.quantified;
        said_.push_back(std::move(said));
    }

    // Nothing for what is not said, and for a list of records: its items say it.
    std::string text(const check::Quality& quality, const Entry& entry, std::vector<std::string>& refers) const {
        switch (entry.state) {
            case Entry::State::Absent:
                return {};
            case Entry::State::None:
                return "none";
            case Entry::State::Known:
                return scalar(quality, *entry.value, refers);
            case Entry::State::Range:
                return (entry.low ? line(quality, *entry.low) : "") + ".." + (entry.high ? line(quality, *entry.high) : "");
            case Entry::State::KnownList:
                break;
        }
        if (quality.type.element == check::TypeKind::Record) return {};
        std::vector<std::string> elements;
        for (const facts::Scalar& element : entry.elements)
            elements.push_back(scalar(quality, element, refers));
        return "[" + join(elements) + "]";
    }

    std::string scalar(const check::Quality& quality, const facts::Scalar& value, std::vector<std::string>& refers) const {
        if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
        if (const auto* date = std::get_if<quantity::Date>(&value)) return date->text();
        if (const auto* words = std::get_if<std::string>(&value)) return "\"" + *words + "\"";
        if (const auto* index = std::get_if<facts::EnumeratorIndex>(&value))
            return rules_.enumerations[quality.type.enumeration].enumerators[index->value].name;
        if (const auto* index = std::get_if<facts::ItemIndex>(&value)) return item(quality, *index, refers);
        if (const auto* group = std::get_if<facts::ItemGroup>(&value)) {
            std::vector<std::string> members;
            for (const facts::ItemIndex member : *group)
                members.push_back(item(quality, member, refers));
            return "[" + join(members) + "]";
        }
        return line(quality, std::get<quantity::Rational>(value));
    }

    std::string item(const check::Quality& quality, facts::ItemIndex index, std::vector<std::string>& refers) const {
        refers.push_back(itemPath(facts_, rules_, quality.type.list, index.value));
        return facts::itemName(facts_, rules_, quality.type.list, index.value);
    }

    static std::string line(const check::Quality& quality, const quantity::Rational& value) { return facts::written(quality, value); }

    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    std::vector<Said> said_;
};

// The register of the evidence: an item for each, with its title, file and digest.
void addEvidence(const facts::CaseFacts& facts, std::vector<Said>& said) {
    for (const facts::Evidence& evidence : facts.evidence) {
        const std::string path = "evidence[" + evidence.id + "]";
        const auto add = [&](const std::string& name, const std::string& value, source::Span span) {
            if (!value.empty()) said.push_back({name, value, {span, {}, {}, {}, {}}, false, false, {}});
        };
        said.push_back({path, {}, {evidence.span, {}, {}, {}, {}}, true, false, {}});
        add(path + ".title", evidence.title.empty() ? std::string() : "\"" + evidence.title + "\"", evidence.span);
        add(path + ".file", evidence.file, evidence.fileSpan);
        add(path + ".sha256", evidence.sha256, evidence.digestSpan);
    }
}

}  // namespace

std::string itemPath(const facts::CaseFacts& facts, const check::Checked& rules, ListId list, std::size_t item) {
    const check::List& declared = rules.lists[list];
    const facts::Item& named = facts.lists[list].items[item];
    if (!declared.nested()) return declared.name + "[" + named.id + "]";
    return itemPath(facts, rules, declared.parent, named.parent) + "." + rules.fields[declared.field].name + "[" + named.id + "]";
}

std::vector<Said> listSaid(const facts::CaseFacts& facts, const footprint::Inventory* inventory, const check::Checked& rules) {
    std::vector<Said> said = Collector(facts, rules).all();
    if (inventory != nullptr) addInventory(*inventory, said);
    addEvidence(facts, said);
    return said;
}

}  // namespace assay::report

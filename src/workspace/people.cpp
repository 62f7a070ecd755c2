#include "people.hpp"

#include <optional>

#include "assay/facts/written.hpp"
#include "quantities.hpp"

namespace assay::workspace {

using facts::Entry;
using nlohmann::json;

namespace {

class PeopleList {
public:
    PeopleList(const facts::CaseFacts& facts, const check::Checked& rules) : facts_(facts), rules_(rules), people_(rules.people()) {}

    json take() {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i)
            itemsOf(check::ListId(i));
        for (std::size_t i = 0; i < rules_.facts.size(); ++i)
            judgement(rules_.facts[check::FactId(i)].name, facts_.facts[check::FactId(i)].provenance);
        return std::move(all_);
    }

private:
    void itemsOf(check::ListId list) {
        const check::Record& record = rules_.records[rules_.lists[list].record];
        const bool isRegister = rules_.lists[list].isRegister;
        for (std::size_t item = 0; item < facts_.lists[list].items.size(); ++item) {
            const facts::Item& of = facts_.lists[list].items[item];
            for (std::size_t field = 0; field < record.fields.size() && field < of.fields.size(); ++field) {
                const check::Field& declared = rules_.fields[record.fields[field]];
                if (!isRegister) place(list, item, declared, of.fields[field]);
                judgement(itemPath(facts_, rules_, list, item) + "." + declared.name, of.fields[field].provenance);
            }
        }
    }

    // A person of the register that an item names, with what else the item says.
    void place(check::ListId list, std::size_t item, const check::Field& field, const Entry& entry) {
        if (!people_ || field.type.kind != check::TypeKind::Item || !(field.type.list == people_->list) || !entry.value) return;
        const check::Record& record = rules_.records[field.record];
        const facts::Item& of = facts_.lists[list].items[item];
        json says = json::object();
        for (std::size_t other = 0; other < record.fields.size(); ++other) {
            const check::Field& declared = rules_.fields[record.fields[other]];
            if (declared.name == field.name) continue;
            if (const std::optional<std::string> text = known(declared, of.fields[other])) says[declared.name] = *text;
        }
        all_.push_back(
            {{"person", text(field, *entry.value)}, {"at", itemPath(facts_, rules_, list, item)}, {"as", field.name}, {"says", says}});
    }

    void judgement(const std::string& fact, const facts::Provenance& provenance) {
        if (provenance.by.empty()) return;
        all_.push_back(
            {{"person", provenance.by}, {"fact", fact}, {"on", provenance.on ? provenance.on->text() : ""}, {"reason", provenance.reason}});
    }

    [[nodiscard]] std::optional<std::string> known(const check::Quality& quality, const Entry& entry) const {
        if (entry.state != Entry::State::Known || !entry.value) return std::nullopt;
        return text(quality, *entry.value);
    }

    [[nodiscard]] std::string text(const check::Quality& quality, const facts::Scalar& value) const {
        if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
        if (const auto* number = std::get_if<quantity::Rational>(&value)) return facts::written(quality, *number);
        if (const auto* date = std::get_if<quantity::Date>(&value)) return date->text();
        if (const auto* written = std::get_if<std::string>(&value)) return *written;
        if (const auto* enumerator = std::get_if<facts::EnumeratorIndex>(&value))
            return rules_.enumerations[quality.type.enumeration].enumerators[enumerator->value].name;
        return facts::itemName(facts_, rules_, quality.type.list, std::get<facts::ItemIndex>(value).value);
    }

    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    std::optional<check::People> people_;
    json all_ = json::array();
};

}  // namespace

json peopleOf(const facts::CaseFacts& facts, const check::Checked& rules) {
    return PeopleList(facts, rules).take();
}

}  // namespace assay::workspace

#pragma once

#include <nlohmann/json.hpp>

#include "assay/facts/facts.hpp"
#include "assay/report/view.hpp"

// What a case says, as templates read it.
namespace assay::notice {

// Puts a value where the dotted name says. Beside one that is false stands NAME_not, since a template cannot tell false from unknown.
void put(nlohmann::ordered_json& tables, const std::string& name, nlohmann::ordered_json value);

// Facts as nested tables by the segments of their names; an enumerator as {"value", "label", NAME: true}, a list of enumerators
// as {NAME: true}, a list of records, in the case or in an item, as a list of tables with "id". Only what is known on the day.
class KnownFacts {
public:
    using UnitWords = std::map<std::string, syntax::LocalText>;

    KnownFacts(const facts::CaseFacts& facts, const report::View& view, const UnitWords& units, quantity::Date asOf,
               diagnostics::Language language)
        : facts_(facts), rules_(view.rules), units_(units), asOf_(asOf), language_(language) {}

    [[nodiscard]] nlohmann::ordered_json all() const;
    // The fields of one item of a list.
    [[nodiscard]] nlohmann::ordered_json item(check::ListId list, std::size_t position) const;
    // The item of that name, a nested one with the item that holds it as `within`; none: null.
    [[nodiscard]] nlohmann::ordered_json itemNamed(check::ListId list, const std::string& name) const;
    [[nodiscard]] nlohmann::ordered_json enumerator(check::EnumId enumeration, std::size_t index) const;

    // A value as results show it, for a letter: its unit in words where the rule set has some, a cut decimal without its fraction.
    [[nodiscard]] std::string worded(std::string value, const std::string& unit) const;

private:
    [[nodiscard]] nlohmann::ordered_json itemsWithin(check::ListId list, check::FieldId field, std::size_t parent) const;
    [[nodiscard]] bool isKnown(const check::Quality& quality, const facts::Entry& entry) const;
    [[nodiscard]] nlohmann::ordered_json value(const check::Quality& quality, const facts::Entry& entry) const;
    [[nodiscard]] nlohmann::ordered_json scalar(const check::Quality& quality, const facts::Scalar& scalar) const;

    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    const UnitWords& units_;
    quantity::Date asOf_;
    diagnostics::Language language_;
};

}  // namespace assay::notice

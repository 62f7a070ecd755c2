#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/facts/facts.hpp"
#include "formula.hpp"
#include "value.hpp"

namespace assay::model {

// A case as it was known on a day: later records are absent, later items are not there, later events have not happened.
class CaseView {
public:
    CaseView(const check::Checked& rules, const facts::CaseFacts& facts, quantity::Date asOf) : rules_(rules), facts_(facts), asOf_(asOf) {}

    [[nodiscard]] quantity::Date asOf() const { return asOf_; }

    [[nodiscard]] Value fact(check::FactId id) const;
    [[nodiscard]] Value field(Item item, check::FieldId id) const;
    [[nodiscard]] Value pairFact(check::FactId id, Item first, Item second) const;
    // The items of a list fact, or those that one parent item holds. Empty: not known.
    [[nodiscard]] std::optional<std::vector<Item>> items(check::ListId list, std::optional<Item> parent) const;
    // Every value that the declaration of a fact or field allows, none included where it is optional.
    [[nodiscard]] Value allowed(const check::Quality& quality) const;

    [[nodiscard]] Item parent(Item item) const;
    [[nodiscard]] std::string id(Item item) const { return facts_.lists[item.list].items[item.position].id; }
    // "NC-01", "U1/S2"
    [[nodiscard]] std::string itemName(Item item) const;

    // The names under which results speak of them.
    [[nodiscard]] Need needOf(check::FactId id) const;
    [[nodiscard]] Need needOf(Item item, check::FieldId id) const;
    [[nodiscard]] Need needOf(check::ListId list, std::optional<Item> parent) const;
    // The same needs with what keeps a quantity from being known in place of its name.
    [[nodiscard]] Needs inData(const Needs& needs) const;

private:
    // "findings[NC-01]", "units[U1].surveillances[S2]"
    [[nodiscard]] std::string path(Item item) const;
    [[nodiscard]] Value valueOf(const check::Quality& quality, const facts::Entry& entry) const;
    [[nodiscard]] Value scalar(const check::Quality& quality, const facts::Scalar& value) const;
    [[nodiscard]] const facts::Entry& entry(Item item, check::FieldId id) const;
    [[nodiscard]] bool recordedLater(const facts::Provenance& provenance) const { return provenance.on && *provenance.on > asOf_; }
    [[nodiscard]] bool isThere(Item item) const;

    const check::Checked& rules_;
    const facts::CaseFacts& facts_;
    quantity::Date asOf_;
};

}  // namespace assay::model

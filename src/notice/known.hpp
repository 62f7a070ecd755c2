#pragma once

#include <nlohmann/json.hpp>

#include "assay/facts/facts.hpp"
#include "assay/report/view.hpp"

// What a case says, as templates read it.
namespace assay::notice {

// Facts as nested tables by the segments of their names; an enumerator as {"value", "label", NAME: true}, a list of enumerators
// as {NAME: true}, a list of records as a list of tables with "id". Only what is known on the day.
class KnownFacts {
public:
    KnownFacts(const facts::CaseFacts& facts, const report::View& view, quantity::Date asOf, diagnostics::Language language)
        : facts_(facts), rules_(view.rules), asOf_(asOf), language_(language) {}

    [[nodiscard]] nlohmann::ordered_json all() const;
    // The fields of one item of a list.
    [[nodiscard]] nlohmann::ordered_json item(check::ListId list, std::size_t position) const;
    // The item of that name; none: null.
    [[nodiscard]] nlohmann::ordered_json itemNamed(check::ListId list, const std::string& name) const;
    [[nodiscard]] nlohmann::ordered_json enumerator(check::EnumId enumeration, std::size_t index) const;

private:
    [[nodiscard]] bool isKnown(const check::Quality& quality, const facts::Entry& entry) const;
    [[nodiscard]] nlohmann::ordered_json value(const check::Quality& quality, const facts::Entry& entry) const;
    [[nodiscard]] nlohmann::ordered_json scalar(const check::Quality& quality, const facts::Scalar& scalar) const;

    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    quantity::Date asOf_;
    diagnostics::Language language_;
};

}  // namespace assay::notice

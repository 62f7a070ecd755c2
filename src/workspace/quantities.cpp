#include "quantities.hpp"

#include "assay/facts/quantities.hpp"

namespace assay::workspace {

const std::vector<check::Offered>& offeredQuantities() {
    using check::TypeKind;
    static const std::vector<check::Offered> offered{
        {"footprint.total", TypeKind::Quantity, "kgCO2e/FU", false},
        {"footprint.fossil", TypeKind::Quantity, "kgCO2e/FU", false},
        {"footprint.biogenic", TypeKind::Quantity, "kgCO2e/FU", false},
        {"footprint.land_use", TypeKind::Quantity, "kgCO2e/FU", false},
        {"footprint.complete", TypeKind::Bool, {}, false},
        {"footprint.site_share", TypeKind::Ratio, {}, false},
        {"footprint.omitted_inputs_share", TypeKind::Ratio, {}, false},
        {"footprint.omitted_wastes_share", TypeKind::Ratio, {}, false},
        {"footprint.omitted_share_of_product", TypeKind::Ratio, {}, false},
        {"footprint.omitted_share_of_waste", TypeKind::Ratio, {}, false},
        {"footprint.difference_from_claim", TypeKind::Ratio, {}, true},
        {"footprint.increase_over_previous", TypeKind::Ratio, {}, true},
        {"footprint.increase_over_certificate", TypeKind::Ratio, {}, true},
        {"footprint.implausible", TypeKind::Count, {}, false},
    };
    return offered;
}

void giveNoQuantities(facts::CaseFacts& facts, const check::Checked& rules) {
    facts::giveQuantities(facts, rules, [](const check::Quality&, const std::string&) {
        facts::Entry entry;
        entry.lacks = {{"inventory", false}};
        return entry;
    });
}

}  // namespace assay::workspace

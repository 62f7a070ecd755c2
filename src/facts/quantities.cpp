#include "assay/facts/quantities.hpp"

namespace assay::facts {

void giveQuantities(CaseFacts& facts, const check::Checked& rules, const Give& give) {
    for (std::size_t index = 0; index < rules.facts.size(); ++index) {
        const check::FactId id(index);
        if (rules.facts[id].quantified) facts.facts[id] = give(rules.facts[id], {});
    }
    for (std::size_t index = 0; index < rules.lists.size(); ++index) {
        const check::ListId list(index);
        const std::vector<check::FieldId>& fields = rules.records[rules.lists[list].record].fields;
        for (std::size_t field = 0; field < fields.size(); ++field) {
            const check::Field& declared = rules.fields[fields[field]];
            if (!declared.quantified || declared.quantifiedIn != list) continue;
            for (std::size_t item = 0; item < facts.lists[list].items.size(); ++item)
                facts.lists[list].items[item].fields[field] = give(declared, itemName(facts, rules, list, item));
        }
    }
}

}  // namespace assay::facts

#include "assay/facts/dated.hpp"

#include <algorithm>

namespace assay::facts {

bool isKnownLater(const CaseFacts& facts, const check::Checked& rules, check::ListId list, std::size_t item, quantity::Date day) {
    const Item& one = facts.lists[list].items[item];
    const check::Record& record = rules.records[rules.lists[list].record];
    if (record.datedBy) {
        const auto field = std::find(record.fields.begin(), record.fields.end(), *record.datedBy) - record.fields.begin();
        const Entry& dated = one.fields[static_cast<std::size_t>(field)];
        if (dated.state == Entry::State::Known && std::get<quantity::Date>(*dated.value) > day) return true;
        if (dated.state == Entry::State::Range && dated.low && *dated.low > quantity::Rational(day.dayNumber())) return true;
    }
    return rules.lists[list].nested() && isKnownLater(facts, rules, rules.lists[list].parent, one.parent, day);
}

}  // namespace assay::facts

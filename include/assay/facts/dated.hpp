#pragma once

#include "assay/facts/facts.hpp"

namespace assay::facts {

// Whether an item, or one that holds it, came to be known after the day: its record is `dated by` a field that says a later one.
// A date within bounds counts as later where its lower bound is.
[[nodiscard]] bool isKnownLater(const CaseFacts& facts, const check::Checked& rules, check::ListId list, std::size_t item,
                                quantity::Date day);

}  // namespace assay::facts

#pragma once

#include <vector>

#include "assay/check/check.hpp"
#include "assay/facts/facts.hpp"

// What rule sets may read of a quantification.
namespace assay::workspace {

// The closed list of the values that the quantification of a case can give.
[[nodiscard]] const std::vector<check::Offered>& offeredQuantities();

// Gives a case without an inventory its quantities: each lacks `inventory`.
void giveNoQuantities(facts::CaseFacts& facts, const check::Checked& rules);

}  // namespace assay::workspace

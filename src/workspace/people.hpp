#pragma once

#include <nlohmann/json.hpp>

#include "assay/check/checked.hpp"
#include "assay/facts/facts.hpp"

namespace assay::workspace {

// Who took part in a case, as it says itself: at which item the register's person stands and what the item says of that, and who
// recorded which judgement, when and why. In the order of the rules, then of the case.
[[nodiscard]] nlohmann::json peopleOf(const facts::CaseFacts& facts, const check::Checked& rules);

}  // namespace assay::workspace

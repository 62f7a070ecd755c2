#pragma once

#include <string>
#include <vector>

#include "assay/check/check.hpp"
#include "assay/facts/facts.hpp"
#include "assay/workspace/case.hpp"

// What rule sets may read of a quantification.
namespace assay::workspace {

// The closed list of the values that the quantification of a case can give.
[[nodiscard]] const std::vector<check::Offered>& offeredQuantities();

// Gives a case its quantities: an item those of the product with its name, the case itself those of the one product that there is.
// Without a quantification each lacks `inventory`.
void giveQuantities(facts::CaseFacts& facts, const check::Checked& rules, const Quantification* quantification);

// "units[U1]", "units[U1].parts[P2]": an item as derivations name it.
[[nodiscard]] std::string itemPath(const facts::CaseFacts& facts, const check::Checked& rules, check::ListId list, std::size_t item);

// Puts the kernel's derivation of the total below every step that is a quantity resting on it.
void addDerivations(trace::Step& step, const facts::CaseFacts& facts, const check::Checked& rules, const Quantification& quantification);

}  // namespace assay::workspace

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/quantity/unit.hpp"

namespace assay::registers {

// Reads unit data: `[[dimension]] name`, and `[[unit]] symbol, factor (decimal or "a/b" text), of = { mass = 1 },
// spellings = [..], source = ".."`, and `[[ambiguous]] spelling, meant = [..]` for what several units are called by. A table with
// errors is still a table.
[[nodiscard]] quantity::UnitTable readUnits(const document::Node& root, diagnostics::Diagnostics& findings);

// Adds to a finding about an unknown unit what its spelling may mean, or else the nearest spellings of the table.
void proposeUnits(diagnostics::Diagnostic& finding, const quantity::UnitTable& units, std::string_view text);

}  // namespace assay::registers

#pragma once

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/quantity/unit.hpp"

namespace assay::registers {

// Reads unit data: `[[dimension]] name`, and `[[unit]] symbol, factor (decimal or "a/b" text), of = { mass = 1 },
// spellings = [..], source = ".."`. A table with errors is still a table.
[[nodiscard]] quantity::UnitTable readUnits(const document::Node& root, diagnostics::Diagnostics& findings);

}  // namespace assay::registers

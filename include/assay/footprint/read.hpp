#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/csv.hpp"
#include "assay/document/document.hpp"
#include "assay/footprint/inventory.hpp"

namespace assay::footprint {

// A CSV file beside the case that gives one list of the inventory: "products", "processes", "flows" or "omissions".
struct ListTable {
    std::string list;
    document::CsvTable table;
};

// The lists that a file inventory.NAME.csv may give.
[[nodiscard]] const std::vector<std::string>& listNames();

// Reads an inventory: the table `[inventory]` of a case or the whole of inventory.toml, and the tables beside it. A list stands in the
// document or in a table. Reports every finding; a value with a finding is left out. What is merely absent is no finding: the
// quantification says what it needs. docs/footprint.md gives the format.
[[nodiscard]] Inventory readInventory(const document::Node& root, const std::vector<ListTable>& tables, const quantity::UnitTable& units,
                                      const source::SourceMap& sources, diagnostics::Diagnostics& findings);

}  // namespace assay::footprint

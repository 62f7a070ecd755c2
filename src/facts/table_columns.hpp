#pragma once

#include "assay/document/csv.hpp"
#include "context.hpp"

namespace assay::facts {

// The rows of a CSV table as the array of tables that a TOML document would give for the list: one table a row, a key for
// every cell that says something, with the places of the cells. The columns are `id` and fields of the record, by name or by a label;
// a head may carry the unit of its cells (`declared [kgCO2e/FU]`), and `FIELD.evidence`, `.by`, `.on`, `.reason` stand beside
// FIELD. What is wrong with a column is reported once, at its head, and its cells are left out; what is wrong with a value is
// left to the reader of the list.
[[nodiscard]] document::Node tableOf(const Context& context, check::ListId list, const document::CsvTable& table);

}  // namespace assay::facts

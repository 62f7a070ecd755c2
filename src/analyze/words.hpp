#pragma once

#include <string>

#include "assay/analyze/table.hpp"

// Values in the words of the rule language, for messages.
namespace assay::analyze {

// "400", "10 %", "2025-03-01", "6 months", "5 kg" (in the coherent unit), "major", "\"text\"", "none".
[[nodiscard]] std::string valueText(const check::Constant& value, const check::Type& type, const check::Checked& checked);

// How a cell writes a region: "399..401", ">= 5 % < 10 %", "none".
[[nodiscard]] std::string cellText(const Region& region, const check::Type& type, const check::Checked& checked);

// "bom_items = 400, AMB-01 is smaller".
[[nodiscard]] std::string witnessText(const TableInput& input, const check::Table& table, const check::Checked& checked);

// "| 399..401 | any |": the cells of a row for exactly this input.
[[nodiscard]] std::string rowText(const TableInput& input, const check::Table& table, const check::Checked& checked);

// "AMB-01 is smaller".
[[nodiscard]] std::string readingText(check::ReadingId reading, std::size_t alternative, const check::Checked& checked);

}  // namespace assay::analyze

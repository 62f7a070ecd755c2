#pragma once

#include <nlohmann/json.hpp>

#include "assay/report/missing.hpp"
#include "text_writer.hpp"

// Pieces that the list of questions and the letters share.
namespace assay::report {

// What the open items of a checklist need, also where another item has failed it.
void addOpenItems(std::vector<MissingEntry>& entries, const evaluate::Conclusion& checklist);
// In the order that listMissing promises.
void sortMissing(std::vector<MissingEntry>& entries, const check::Checked& rules);

void writeMissing(TextWriter& out, std::size_t number, const MissingEntry& entry, const check::Checked& rules,
                  diagnostics::Language language);

[[nodiscard]] nlohmann::ordered_json entriesJson(const std::vector<MissingEntry>& entries, const check::Checked& rules);

}  // namespace assay::report

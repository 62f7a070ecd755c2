#pragma once

#include <nlohmann/json.hpp>

#include "assay/report/duty.hpp"
#include "text_writer.hpp"

namespace assay::report {

// {"due", "not_before", "not_after", "start", "limit", "met_by", "ledger", "open_pauses"}: added to what every conclusion has.
void addDeadlineJson(nlohmann::ordered_json& json, const evaluate::Deadline& deadline);

[[nodiscard]] Color colorOf(const evaluate::Conclusion& duty);
// The lines below the name: limit, days that did not count, open pauses.
void writeDeadline(TextWriter& out, std::size_t level, const evaluate::Deadline& deadline, diagnostics::Language language);
// ", due 2025-02-05, met on 2025-02-04"
void writeDays(TextWriter& out, const evaluate::Deadline& deadline, diagnostics::Language language);

}  // namespace assay::report

#pragma once

#include <string>

#include "assay/report/view.hpp"

// What reports say of a duty and of the days that it did not count.
namespace assay::report {

// Where a duty stands, as JSON spells it: "running", "late"; of one that is not determined its status, "undetermined", "not_yet".
[[nodiscard]] std::string standingKey(const evaluate::Conclusion& conclusion, const check::Checked& rules);
// The same for people.
[[nodiscard]] std::string standingText(const evaluate::Conclusion& conclusion, const check::Checked& rules, diagnostics::Language language);

// "3 working days after 2025-01-24"; empty: the limit or the day is not known, or there is none.
[[nodiscard]] std::string limitText(const evaluate::Deadline& deadline, diagnostics::Language language);

// "2025-01-28..2025-02-04 Spring Festival", "2025-04-01..2025-04-10 paused by delays[D1]"
[[nodiscard]] std::string ledgerLine(const evaluate::NotCounted& days, diagnostics::Language language);

}  // namespace assay::report

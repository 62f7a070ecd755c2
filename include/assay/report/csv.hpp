#pragma once

#include <string>
#include <vector>

namespace assay::report {

// One line of CSV as RFC 4180 has it. A field is quoted where it must be, and where a spreadsheet would take it for a formula.
[[nodiscard]] std::string csvLine(const std::vector<std::string>& fields);

}  // namespace assay::report

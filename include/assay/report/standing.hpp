#pragma once

#include <string>

#include "assay/report/view.hpp"

namespace assay::report {

// What a conclusion comes to, in the words of JSON: "eligible", "undetermined (one of pass, fail)", "10 %", "late, due 2025-03-01",
// "fails (photos, seals)", "A+B | C", "raised". Two conclusions that come to the same have the same words.
[[nodiscard]] std::string standingWords(const evaluate::Conclusion& conclusion, const check::Checked& rules);

}  // namespace assay::report

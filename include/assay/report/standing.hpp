#pragma once

#include <string>

#include "assay/report/view.hpp"

namespace assay::report {

// What a conclusion comes to, in the words of JSON: "eligible", "undetermined (one of pass, fail)", "10 %", "late, due 2025-03-01",
// "fails (photos, seals)", "A+B | C", "raised". Two conclusions that come to the same have the same words.
[[nodiscard]] std::string standingWords(const evaluate::Conclusion& conclusion, const check::Checked& rules);
// The same for people: "未确定 (可能为 pass, fail)".
[[nodiscard]] std::string standingWords(const evaluate::Conclusion& conclusion, const check::Checked& rules,
                                        diagnostics::Language language);

}  // namespace assay::report

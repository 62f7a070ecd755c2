#pragma once

#include <string>

#include "assay/report/view.hpp"

// The states of something and the acts that led there, in words. States and acts stand by their labels, in `historyKey` by their names.
namespace assay::report {

// "valid", "valid or suspended"; "-" for none.
[[nodiscard]] std::string statesText(const std::vector<std::size_t>& states, const check::Declaration& lifecycle,
                                     const check::Checked& rules, diagnostics::Language language);

// "revoked", "revoked or suspended"; of time alone its words.
[[nodiscard]] std::string actText(const evaluate::LifeEvent& event, const evaluate::Conclusion& conclusion, const check::Checked& rules,
                                  diagnostics::Language language);

// "2025-03-01 issued: start -> valid", "2027-03-01: valid -> expired", "2026-01-10 revoked: annulled", "2026-02-10 restored: revoked -> not
// accepted"; of an act that changes nothing "2026-04-01 decision_annulled: valid".
[[nodiscard]] std::string historyKey(const evaluate::LifeEvent& event, const evaluate::Conclusion& conclusion, const check::Checked& rules);
[[nodiscard]] std::string historyText(const evaluate::LifeEvent& event, const evaluate::Conclusion& conclusion, const check::Checked& rules,
                                      diagnostics::Language language);

}  // namespace assay::report

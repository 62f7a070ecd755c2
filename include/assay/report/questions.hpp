#pragma once

#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/evaluate/result.hpp"
#include "assay/report/words.hpp"

// What the rules say of something that is missing.
namespace assay::report {

// The fact or field at issue; nothing where the missing thing is no fact (a division by zero, a conflict).
[[nodiscard]] const check::Quality* qualityOf(const evaluate::Missing& missing, const check::Checked& rules);

// The fact's question in the language, or its label; empty where the rules give neither.
[[nodiscard]] const std::string& questionFor(const evaluate::Missing& missing, const check::Checked& rules, diagnostics::Language language);

// Clauses of the declaration that asks for it.
[[nodiscard]] std::vector<std::string> clausesFor(const evaluate::Missing& missing, const check::Checked& rules);

// The word that leads to the fact's name: "needs", "needs the judgement" ...
[[nodiscard]] Word needWord(const evaluate::Missing& missing);

}  // namespace assay::report

#pragma once

#include <string>

#include "assay/report/view.hpp"

namespace assay::report {

// A case as a Markdown page for people: verdicts, decisions with their reasons, what is missing, duties, what does not hold, values.
// Words of rules and cases stand in it as text: what Markdown would read as markup is escaped.
[[nodiscard]] std::string resultMarkdown(const evaluate::CaseResult& result, const View& view, diagnostics::Language language,
                                         const Selection& selection = {});

// The page of a case that could not be judged: the findings that say why.
[[nodiscard]] std::string unjudgedMarkdown(const std::string& name, const diagnostics::Diagnostics& findings,
                                           diagnostics::Language language);

}  // namespace assay::report

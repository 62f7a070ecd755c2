#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/report/view.hpp"

namespace assay::report {

// A case for a terminal: verdicts, decisions with their reasons and what they need, rules that do not hold, flags,
// values. Ends with a line break.
[[nodiscard]] std::string resultText(const evaluate::CaseResult& result, const View& view, const TextOptions& options,
                                     const Selection& selection = {});

// "NAME  client: conform  body: conform  eligibility: eligible", one line, for many cases.
[[nodiscard]] std::string summaryLine(const evaluate::CaseResult& result, const View& view, const TextOptions& options,
                                      const Selection& selection = {});

// The line of a case that could not be judged.
[[nodiscard]] std::string unjudgedLine(const std::string& name, const TextOptions& options);

// The result as stable JSON: keys are only ever added, every list is present, exact numbers are text. What it holds
// depends on rules, case and version alone. A construct that the rule set does not use has an empty list.
[[nodiscard]] nlohmann::ordered_json resultJson(const evaluate::CaseResult& result, const View& view, const Selection& selection = {});

// What the JSON of every query about one case begins with: schema version, rule set, case, day.
[[nodiscard]] nlohmann::ordered_json headJson(const evaluate::CaseResult& result, const View& view);

// The same shape for a case that could not be judged: no day, no verdicts, empty lists, and the findings that say why.
[[nodiscard]] nlohmann::ordered_json unjudgedJson(const std::string& name, const diagnostics::Diagnostics& findings, const View& view);

}  // namespace assay::report

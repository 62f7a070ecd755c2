#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/report/view.hpp"

namespace assay::report {

// Something that would help to settle a case, and what waits for it.
struct MissingEntry {
    evaluate::Missing missing;
    std::vector<const evaluate::Conclusion*> decisions;  // decides that need it, in result order
    std::vector<const evaluate::Conclusion*> others;     // rules, values and flags that do
};

// What the selected conclusions need, each thing once: first what most decisions need, then in the order in which the
// rules declare the facts, then by name. Borrows the result.
[[nodiscard]] std::vector<MissingEntry> listMissing(const evaluate::CaseResult& result, const View& view, const Selection& selection = {});

// The list as questions in the chosen language, with clauses, what waits, and who may give the answer.
[[nodiscard]] std::string missingText(const evaluate::CaseResult& result, const std::vector<MissingEntry>& entries, const View& view,
                                      const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json missingJson(const evaluate::CaseResult& result, const std::vector<MissingEntry>& entries,
                                                 const View& view);

}  // namespace assay::report

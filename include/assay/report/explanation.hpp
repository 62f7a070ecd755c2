#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/report/view.hpp"
#include "assay/trace/step.hpp"

namespace assay::report {

// A derivation as an indented tree, conclusion first: clauses, readings, values with units, case lines, evidence, rule lines.
[[nodiscard]] std::string explanationText(const trace::Step& step, const View& view, const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json explanationJson(const trace::Step& step, const View& view);

}  // namespace assay::report

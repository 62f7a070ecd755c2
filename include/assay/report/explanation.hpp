#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/report/view.hpp"
#include "assay/trace/step.hpp"

namespace assay::report {

enum class Depth {
    Decisive,  // what the conclusion rests on; the number of steps left out is told
    Full,
};

// A derivation as an indented tree, conclusion first: clauses, readings, values with units, case lines, evidence, rule lines.
// A declaration that was explained further up is named again without its premises.
[[nodiscard]] std::string explanationText(const trace::Step& step, const View& view, const TextOptions& options,
                                          Depth depth = Depth::Decisive);
[[nodiscard]] nlohmann::ordered_json explanationJson(const trace::Step& step, const View& view);

}  // namespace assay::report

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

// What a step is about: "rule no_recent_violation[U1]", "client.legal_person", "and"; of a constant nothing.
[[nodiscard]] std::string stepSubject(const trace::Step& step, diagnostics::Language language);
// Its value for people; the words that every value shares in the language.
[[nodiscard]] std::string stepValue(const trace::Step& step, diagnostics::Language language);
// A value that was looked up and not concluded.
[[nodiscard]] bool isRead(const trace::Step& step);

// A derivation as an indented tree, conclusion first: clauses, readings, values with units, case lines, evidence, rule lines.
// A declaration that was explained further up is named again without its premises.
[[nodiscard]] std::string explanationText(const trace::Step& step, const View& view, const TextOptions& options,
                                          Depth depth = Depth::Decisive);
[[nodiscard]] nlohmann::ordered_json explanationJson(const trace::Step& step, const View& view);

}  // namespace assay::report

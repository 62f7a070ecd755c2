#pragma once

#include <nlohmann/json.hpp>

#include "assay/report/lifecycle.hpp"
#include "text_writer.hpp"

namespace assay::report {

// {"state", "states", "since", "timeline", "next"}: added to what every conclusion has.
void addHistoryJson(nlohmann::ordered_json& json, const evaluate::Conclusion& conclusion, const View& view);

// The lines below the name: every act and passing of time with its place in the case, then what can move the state on.
void writeHistory(TextWriter& out, std::size_t level, const evaluate::Conclusion& conclusion, const View& view,
                  diagnostics::Language language);

}  // namespace assay::report

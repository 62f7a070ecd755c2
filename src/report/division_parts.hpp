#pragma once

#include <nlohmann/json.hpp>

#include "assay/report/division.hpp"
#include "text_writer.hpp"

namespace assay::report {

// {"unique", "groups", "agreed", "divisions", "more_divisions", "triple", "separations"}: added to what every conclusion has.
void addDivisionJson(nlohmann::ordered_json& json, const evaluate::Conclusion& conclusion, const View& view);
// The lines below the name: the groups, or the divisions that are possible, and which step keeps which items apart.
void writeDivision(TextWriter& out, std::size_t level, const evaluate::Conclusion& conclusion, const View& view,
                   diagnostics::Language language);

}  // namespace assay::report

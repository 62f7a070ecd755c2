#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/source/source.hpp"

namespace assay::report {

// Findings as data: code, severity, sentence in both languages, place, notes. Sources are named relative to `roots`
// (see View).
[[nodiscard]] nlohmann::ordered_json findingsJson(const diagnostics::Diagnostics& findings, const source::SourceMap& sources,
                                                  const std::vector<std::string>& roots);

}  // namespace assay::report

#pragma once

#include <string>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/footprint/result.hpp"

// The sentences in which people read what a quantification found, and the keys by which programs do.
namespace assay::report {

[[nodiscard]] std::string sentence(const footprint::Refusal& refusal, diagnostics::Language language);
[[nodiscard]] std::string sentence(const footprint::Gap& gap, diagnostics::Language language);
[[nodiscard]] std::string sentence(const footprint::Finding& finding, diagnostics::Language language);

// "no_factor", "waste_not_treated", "carbon_balance", "previous"
[[nodiscard]] std::string_view key(footprint::RefusalKind kind);
[[nodiscard]] std::string_view key(footprint::GapKind kind);
[[nodiscard]] std::string_view key(footprint::FindingKind kind);
[[nodiscard]] std::string_view key(footprint::ComparisonKind kind);

}  // namespace assay::report

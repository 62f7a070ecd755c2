#pragma once

#include "context.hpp"

// The two reserved parts of a case document.
namespace assay::facts {

inline constexpr std::string_view caseKey = "case";
inline constexpr std::string_view evidenceKey = "evidence";
inline constexpr std::string_view inventoryKey = "inventory";  // read by footprint

// `[case]`: name, title, ruleset, as_of, decisions; each may be missing.
void readCase(const Context& context, const document::Node& node, CaseFacts& facts);

// `[[evidence]]`: registers the ids that values may name.
void readEvidence(Context& context, const document::Node& node, CaseFacts& facts);

}  // namespace assay::facts

#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "assay/report/view.hpp"

// Pieces of JSON that several reports share.
namespace assay::report {

// Text, or null where it is empty.
[[nodiscard]] nlohmann::ordered_json itemJson(const std::string& text);
// {"en", "zh"}; null where the rules give neither.
[[nodiscard]] nlohmann::ordered_json localJson(const syntax::LocalText& text);
[[nodiscard]] nlohmann::ordered_json rulesetJson(const View& view);
// Adds the profile that the rules were loaded with, if any, as `profile`.
void addProfile(nlohmann::ordered_json& json, const View& view);
[[nodiscard]] nlohmann::ordered_json missingListJson(const std::vector<evaluate::Missing>& missing, const View& view);
// [{"fact", "value", "file", "line", "evidence", "by", "on"}]
[[nodiscard]] nlohmann::ordered_json usedJson(const std::vector<evaluate::UsedFact>& used, const View& view);
// Adds "file" and "line" of the span, both null without one.
void addPlace(nlohmann::ordered_json& json, source::Span span, const View& view);

}  // namespace assay::report

#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>

namespace assay::record {

// The lists of a body whose elements may be masked one by one.
inline constexpr std::array maskedLists{"people", "steps"};
// The lists of a body's "case" whose elements have a name, a digest and a text.
inline constexpr std::array textLists{"files", "registers"};

// What stands in the place of an element in the text that the id covers.
[[nodiscard]] std::string commitmentOf(const nlohmann::json& element);

}  // namespace assay::record

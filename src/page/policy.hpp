#pragma once

#include <string>
#include <string_view>

namespace assay::page {

// The content policy of a page that loads nothing and runs nothing but this style sheet and this script, each named by its digest.
[[nodiscard]] std::string contentPolicy(std::string_view style, std::string_view script);

}  // namespace assay::page

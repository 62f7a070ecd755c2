#pragma once

#include <string_view>

// page.css and page.js as the build embeds them (embed.cmake).
namespace assay::page {

[[nodiscard]] std::string_view styleSheet();
[[nodiscard]] std::string_view script();

}  // namespace assay::page

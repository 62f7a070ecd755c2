#pragma once

#include <span>
#include <string_view>

namespace assay::diagnostics {

struct EmbeddedPage {
    std::string_view code;
    std::string_view text;
};

// The pages of docs/diagnostics, sorted by code; defined in a source that the build generates from the folder.
[[nodiscard]] std::span<const EmbeddedPage> embeddedPages();

}  // namespace assay::diagnostics

#include <algorithm>

#include "assay/diagnostics/render.hpp"
#include "embedded_pages.hpp"

namespace assay::diagnostics {

std::string_view page(std::string_view code) {
    const std::span<const EmbeddedPage> pages = embeddedPages();
    const auto found = std::lower_bound(pages.begin(), pages.end(), code,
                                        [](const EmbeddedPage& page, std::string_view wanted) { return page.code < wanted; });
    if (found == pages.end() || found->code != code) return {};
    return found->text;
}

}  // namespace assay::diagnostics

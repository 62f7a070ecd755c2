#pragma once

#include <string_view>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/source/source.hpp"
#include "assay/source/text.hpp"

namespace assay::document {

// `text` has the defect; `span` is where to show it.
void reportDefect(const source::TextDefect& defect, std::string_view text, source::Span span, diagnostics::Diagnostics& findings);

}  // namespace assay::document

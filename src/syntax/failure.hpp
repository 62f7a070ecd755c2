#pragma once

#include <string_view>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/parse.hpp"
#include "node.hpp"

namespace assay::syntax {

// The text of one declaration as the grammar saw it: from its keyword to its last character that is no comment.
struct DeclarationText {
    source::Span span;
    std::string_view text;
    std::string_view keyword;
};

// Turns what the grammar demanded and missed into a finding in the user's words. The one place that does so.
void explainFailure(const DeclarationText& declaration, const Failure& failure, const Limits& limits, diagnostics::Diagnostics& findings);

}  // namespace assay::syntax

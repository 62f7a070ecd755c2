#pragma once

#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/parse.hpp"
#include "assay/syntax/tree.hpp"

namespace assay::syntax {

struct Scan {
    std::vector<Comment> comments;
    std::uint32_t codeEnd = 0;  // offset behind the last character that is neither blank nor comment
    bool sound = true;          // false: a finding was added, the text must not be parsed
};

// Looks at the characters of `range` before any grammar does: collects comments, and refuses (the first of) a text
// without an end, an unknown escape, a full-width character outside of texts, a word over the limit.
[[nodiscard]] Scan scan(const source::SourceMap& sources, source::Span range, diagnostics::Diagnostics& findings, const Limits& limits);

// The comments of a stretch that holds nothing but comments and blanks.
[[nodiscard]] std::vector<Comment> commentsOf(const source::SourceMap& sources, source::Span range);

}  // namespace assay::syntax

#pragma once

#include <cstddef>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/tree.hpp"

namespace assay::syntax {

struct Limits {
    std::size_t nesting = 64;      // parentheses and operators inside each other
    std::size_t identifier = 128;  // bytes of one word
};

// Parses one rule file. Every declaration stands alone: a broken one yields one finding and hides no other.
// Never throws; a tree with findings is still a tree.
[[nodiscard]] Tree parse(const source::SourceMap& sources, source::SourceId id, diagnostics::Diagnostics& findings,
                         const Limits& limits = {});

}  // namespace assay::syntax

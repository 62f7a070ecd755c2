#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace assay::syntax {

// One declaration's lines, from its keyword at the margin to the last line that belongs to it, and the comment lines
// before it. Offsets into the file.
struct Piece {
    std::uint32_t commentsBegin = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool indented = false;  // lines that stand before the first declaration
};

struct Cut {
    std::vector<Piece> pieces;
    std::uint32_t trailingBegin = 0;  // comments after the last declaration
};

// Cuts a file at the lines that begin at the margin. Comment lines at the margin inside a declaration stay in it;
// those behind its last line go to what follows.
[[nodiscard]] Cut cut(std::string_view text);

}  // namespace assay::syntax

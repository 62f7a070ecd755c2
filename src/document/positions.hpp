#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace assay::document {

// Turns a line and column (both from 1, columns in code points) of one text into a byte offset. A lookup reads at most
// `stride` code points, however long the line, so that a document of one line stays linear.
class Positions {
public:
    // `text` is valid UTF-8 and outlives this object.
    explicit Positions(std::string_view text);

    // A place behind the end of the text gives its length.
    [[nodiscard]] std::uint32_t offset(std::uint32_t line, std::uint32_t column) const;

private:
    static constexpr std::size_t stride = 64;

    std::string_view text_;
    std::vector<std::uint32_t> lines_;        // number of the first code point of each line
    std::vector<std::uint32_t> checkpoints_;  // byte offset of every stride-th code point
};

}  // namespace assay::document

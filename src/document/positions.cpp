#include "positions.hpp"

namespace assay::document {

namespace {

bool startsCodePoint(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text), lines_{0} {
    std::uint32_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!startsCodePoint(text[at])) continue;
        if (count % stride == 0) checkpoints_.push_back(static_cast<std::uint32_t>(at));
        ++count;
        if (text[at] == '\n') lines_.push_back(count);
    }
}

std::uint32_t Positions::offset(std::uint32_t line, std::uint32_t column) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    if (line == 0 || column == 0 || line > lines_.size()) return size;
    const std::size_t wanted = std::size_t{lines_[line - 1]} + column - 1;
    if (wanted / stride >= checkpoints_.size()) return size;
    std::size_t at = checkpoints_[wanted / stride];
    for (std::size_t left = wanted % stride; left > 0 && at < size; --left) {
        do {
            ++at;
        } while (at < size && !startsCodePoint(text_[at]));
    }
    return static_cast<std::uint32_t>(at);
}

}  // namespace assay::document

#include "assay/source/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace assay::source {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t size>
bool isIn(const std::array<Range, size>& sortedRanges, char32_t codePoint) {
    const auto after = std::upper_bound(sortedRanges.begin(), sortedRanges.end(), codePoint,
                                        [](char32_t value, const Range& range) { return value < range.first; });
    return after != sortedRanges.begin() && codePoint <= std::prev(after)->last;
}

constexpr std::array<Range, 4> bidirectional = {{{0x061C, 0x061C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}}};

// Marks that take no column of their own.
constexpr std::array<Range, 9> combining = {{{0x0300, 0x036F},
                                             {0x0483, 0x0489},
                                             {0x1AB0, 0x1AFF},
                                             {0x1DC0, 0x1DFF},
                                             {0x200B, 0x200F},
                                             {0x20D0, 0x20FF},
                                             {0xFE00, 0xFE0F},
                                             {0xFE20, 0xFE2F},
                                             {0xFEFF, 0xFEFF}}};

// East Asian Width W and F (Unicode Standard Annex 11), joined to blocks.
constexpr std::array<Range, 13> wide = {{{0x1100, 0x115F},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0x4DBF},
                                         {0x4E00, 0xA4CF},
                                         {0xA960, 0xA97F},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},
                                         {0xFF01, 0xFF60},
                                         {0xFFE0, 0xFFE6},
                                         {0x1F300, 0x1F64F},
                                         {0x1F900, 0x1F9FF},
                                         {0x20000, 0x3FFFD}}};

unsigned byteAt(std::string_view text, std::size_t index) {
    return static_cast<unsigned char>(text[index]);
}

// Length that the first byte announces; 0: it cannot start a code point.
std::uint32_t announcedLength(unsigned lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;  // continuation bytes, and leads of overlong pairs
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    if (lead < 0xF5) return 4;
    return 0;
}

// Empty: the text does not start with well-formed UTF-8 (Unicode Standard, table 3-7).
std::optional<CodePoint> decodeChecked(std::string_view text) {
    const std::uint32_t length = announcedLength(byteAt(text, 0));
    if (length == 0 || length > text.size()) return std::nullopt;
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byteAt(text, i) & 0xC0U) != 0x80U) return std::nullopt;
    }
    const CodePoint decoded = decode(text);
    const bool overlong = (length == 3 && decoded.value < 0x800) || (length == 4 && decoded.value < 0x10000);
    const bool surrogate = decoded.value >= 0xD800 && decoded.value <= 0xDFFF;
    if (overlong || surrogate || decoded.value > 0x10FFFF) return std::nullopt;
    return decoded;
}

bool isControl(char32_t value) {
    return value < 0x20 || (value >= 0x7F && value <= 0x9F);
}

}  // namespace

CodePoint decode(std::string_view text) {
    const unsigned lead = byteAt(text, 0);
    const std::uint32_t length = announcedLength(lead);
    if (length <= 1) return {static_cast<char32_t>(lead), 1};
    char32_t value = lead & (0x7FU >> length);
    for (std::uint32_t i = 1; i < length; ++i)
        value = (value << 6U) | (byteAt(text, i) & 0x3FU);
    return {value, length};
}

namespace {

// Whether eight bytes are all printable ASCII.
bool isPlain(const char* eight) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = ones * 0x80U;
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, eight, sizeof bytes);
    const std::uint64_t below = bytes - ones * 0x20U;  // a high bit where a byte is below the blank, at the latest in the byte above it
    const std::uint64_t above = bytes + ones;          // likewise where it is 0x7F
    return ((bytes | below | above) & highs) == 0;
}

}  // namespace

std::optional<TextDefect> findTextDefect(std::string_view text) {
    constexpr char32_t byteOrderMark = 0xFEFF;
    for (std::size_t at = 0; at < text.size();) {
        // Most text is printable ASCII, which is never a defect.
        if (text.size() - at >= 8 && isPlain(text.data() + at)) {
            at += 8;
            continue;
        }
        if (text[at] >= ' ' && text[at] < 0x7F) {
            ++at;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(at);
        const std::optional<CodePoint> decoded = decodeChecked(text.substr(at));
        if (!decoded) return TextDefect{TextDefect::Kind::InvalidUtf8, begin, begin + 1};

        const char32_t value = decoded->value;
        const std::uint32_t end = begin + decoded->length;
        const bool lineBreak = value == '\n' || (value == '\r' && text.substr(end).starts_with('\n'));
        const bool leadingMark = value == byteOrderMark && at == 0;
        if (value == byteOrderMark ? !leadingMark : isControl(value) && value != '\t' && !lineBreak) {
            return TextDefect{TextDefect::Kind::ControlCharacter, begin, end};
        }
        if (isIn(bidirectional, value)) return TextDefect{TextDefect::Kind::BidirectionalControl, begin, end};
        at = end;
    }
    return std::nullopt;
}

std::optional<char> halfWidth(char32_t codePoint) {
    if (codePoint == 0x3000) return ' ';
    if (codePoint < 0xFF01 || codePoint > 0xFF5E) return std::nullopt;
    return static_cast<char>(codePoint - 0xFF01 + '!');
}

std::size_t displayWidth(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const CodePoint decoded = decode(text);
        if (isIn(wide, decoded.value)) {
            columns += 2;
        } else if (!isIn(combining, decoded.value)) {
            columns += 1;
        }
        text.remove_prefix(decoded.length);
    }
    return columns;
}

}  // namespace assay::source

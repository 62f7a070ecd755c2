#include "words.hpp"

#include <algorithm>
#include <utility>

#include "assay/source/text.hpp"

namespace assay::document {

namespace {

std::optional<char> asciiForm(char32_t codePoint) {
    static constexpr std::pair<char32_t, char> marks[] = {{U'\u201C', '"'},  {U'\u201D', '"'}, {U'\u2018', '\''},
                                                          {U'\u2019', '\''}, {U'\u3002', '.'}, {U'\u3001', ','},
                                                          {U'\u3010', '['},  {U'\u3011', ']'}, {U'\u2212', '-'}};
    for (const auto& [mark, ascii] : marks) {
        if (mark == codePoint) return ascii;
    }
    return source::halfWidth(codePoint);
}

}  // namespace

std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "...";
}

std::optional<Slip> findSlip(std::string_view text, std::size_t begin, std::size_t end) {
    Slip slip{begin, begin, {}};
    while (slip.end < end) {
        const source::CodePoint next = source::decode(text.substr(slip.end));
        const auto ascii = next.value < 0x80 ? std::nullopt : asciiForm(next.value);
        if (!ascii && !slip.fix.empty()) break;
        slip.end += next.length;
        if (ascii) {
            slip.fix += *ascii;
        } else {
            slip.begin = slip.end;
        }
    }
    return slip.fix.empty() ? std::nullopt : std::optional<Slip>(std::move(slip));
}

bool hasThreeQuotes(std::string_view text, std::size_t begin) {
    return text.substr(begin, 3) == std::string(3, text[begin]);
}

std::optional<std::size_t> stringEnd(std::string_view text, std::size_t begin) {
    const char quote = text[begin];
    const bool isLong = hasThreeQuotes(text, begin);
    std::size_t at = begin + (isLong ? 3 : 1);
    while (at < text.size()) {
        const char c = text[at];
        if (c == '\n' && !isLong) return std::nullopt;
        if (c == quote) {
            if (!isLong) return at + 1;
            // Up to two quotes may stand directly before the three that close.
            const std::string_view next = text.substr(at, 5);
            const std::size_t run = std::min(next.find_first_not_of(quote), next.size());
            at += run;
            if (run >= 3) return at;
        } else if (c == '\\' && quote == '"' && at + 1 < text.size() && (isLong || text[at + 1] != '\n')) {
            at += 2;
        } else {
            ++at;
        }
    }
    return std::nullopt;
}

}  // namespace assay::document

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::source {

// The first byte at which `text` stops being acceptable source text, and why.
struct TextDefect {
    enum class Kind { InvalidUtf8, ControlCharacter, BidirectionalControl };
    Kind kind;
    std::uint32_t begin;
    std::uint32_t end;
};

// Acceptable: UTF-8 without control characters (tab, LF, CR LF are fine; a byte-order mark at the start is fine) and
// without bidirectional controls (U+061C, U+200E, U+200F, U+202A-202E, U+2066-2069).
[[nodiscard]] std::optional<TextDefect> findTextDefect(std::string_view text);

// One code point and its length in bytes; `text` is valid UTF-8 and not empty.
struct CodePoint {
    char32_t value;
    std::uint32_t length;
};
[[nodiscard]] CodePoint decode(std::string_view text);

// The half-width form of a full-width digit, letter or ASCII punctuation mark (U+FF01-FF5E, U+3000); none for others.
[[nodiscard]] std::optional<char> halfWidth(char32_t codePoint);

// Columns that the text takes on a terminal: 2 for wide (CJK) characters, 0 for combining ones.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

// The candidates nearest to `word` (edit distance over code points, at most a third of its length), nearest first, at
// most three; ties in candidate order.
[[nodiscard]] std::vector<std::string> closest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace assay::source

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Pieces of a TOML document that the scan passes or names as a whole.
namespace assay::document {

[[nodiscard]] inline bool isAscii(char c) {
    return static_cast<unsigned char>(c) < 0x80U;
}

// A piece of the document for a message: a long one is cut, at a code point.
[[nodiscard]] std::string excerpt(std::string_view text);

// Neighbouring characters of a Chinese keyboard that have an ASCII form, and that form: full-width letters, digits and
// punctuation, Chinese quotes, stops, commas and brackets.
struct Slip {
    std::size_t begin;
    std::size_t end;
    std::string fix;
};

// The first slip in [begin, end) of `text`, which is valid UTF-8; both lie at code points.
[[nodiscard]] std::optional<Slip> findSlip(std::string_view text, std::size_t begin, std::size_t end);

// Whether the string that begins at `begin` has three quotes.
[[nodiscard]] bool hasThreeQuotes(std::string_view text, std::size_t begin);

// The end of the string, of any of TOML's four kinds, whose opening quote stands at `begin`; empty: it is not closed. A
// backslash in double quotes keeps the quote behind it from closing the string; whether the escape exists is not asked.
[[nodiscard]] std::optional<std::size_t> stringEnd(std::string_view text, std::size_t begin);

}  // namespace assay::document

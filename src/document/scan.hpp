#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/source/source.hpp"

namespace assay::document {

// A value as it stands in the text.
struct ScannedValue {
    enum class Kind : std::uint8_t { Text, Bool, Integer, Decimal, Date, Array, InlineTable };
    Kind kind = Kind::Text;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    quantity::Rational number;  // Integer, Decimal
    quantity::Date date;        // Date
};

// A key with all its segments; for a table header its brackets too.
struct ScannedKey {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// What a TOML document is made of, and the copy of it that the TOML library may see: byte for byte as long as the
// document (and a line break), every number and date replaced by 0 and blanks. The library thus builds tables, lists and
// text alone; numbers and dates are taken from `values`, by place, exactly as written.
struct Scan {
    std::string masked;
    std::vector<ScannedValue> values;  // ordered by begin
    std::vector<ScannedKey> keys;      // ordered by begin
};

// Reads the lexical structure of a document that is acceptable source text. Empty iff an error was reported. What is
// returned has closed strings and brackets, ASCII outside strings and comments, and nesting within the limit.
[[nodiscard]] std::optional<Scan> scanToml(const source::SourceFile& file, source::SourceId id, diagnostics::Diagnostics& findings,
                                           const Limits& limits);

}  // namespace assay::document

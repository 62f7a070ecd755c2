#pragma once

#include <string_view>

#include "assay/quantity/date.hpp"
#include "assay/quantity/rational.hpp"

namespace assay::document {

// What a value written without quotes or brackets means, or why it means nothing here.
struct Literal {
    enum class Kind { Bool, Integer, Decimal, Date, NotFinite, Time, NoSuchDate, TooLarge, Malformed };
    Kind kind = Kind::Malformed;
    quantity::Rational number;  // Integer, Decimal: exactly as written
    quantity::Date date;        // Date
};

// Reads one such value by the grammar of TOML 1.0. Integers are not bounded by a machine word; a number beyond
// Rational's limits is TooLarge, however long it is, without being computed.
[[nodiscard]] Literal readLiteral(std::string_view text);

// Whether the text begins as a date does (four digits, two, two), so that a time may follow behind a blank.
[[nodiscard]] bool beginsAsDate(std::string_view text);

}  // namespace assay::document

#pragma once

#include <string>
#include <string_view>

#include "context.hpp"

// What a cell of a CSV table says, as the value that a TOML document would give.
namespace assay::facts {

struct Cell {
    std::string text;
    source::Span span;
};

// Whether numbers of the field may be measured in the unit.
[[nodiscard]] bool acceptsUnit(const Context& context, const check::Field& field, const std::string& unit);

// The value of a cell that is not empty. `none` and its Chinese form are none where the field may be none; a bare number takes
// the unit of its column, if that is not empty; the elements of a list stand with semicolons between them, `[]` is the empty list. A cell
// that does not read as a value of the field is given as text, for the reader of the field to refuse.
[[nodiscard]] document::Node valueOf(const check::Field& field, const std::string& unit, const Cell& cell);

[[nodiscard]] document::Node textOf(const Cell& cell);
[[nodiscard]] document::Node dateOf(const Cell& cell);

}  // namespace assay::facts

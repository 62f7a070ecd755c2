#pragma once

#include <optional>

#include "assay/check/expression.hpp"
#include "assay/quantity/rational.hpp"

namespace assay::analyze {

// Values of one parameter or operand that nothing under analysis tells apart: each row and each condition treats them
// alike. The regions of an operand are disjoint and hold every value that it may have.
struct Region {
    check::Constant value;  // one of them; on a line always a Rational (a date: its day number)
    // On a line, the ends; an absent end is unbounded. Regions of whole types are closed.
    std::optional<quantity::Rational> low, high;
    bool lowStrict = false;
    bool highStrict = false;

    [[nodiscard]] bool isNone() const { return std::holds_alternative<check::Constant::None>(value.value); }
    [[nodiscard]] bool isOnLine() const { return std::holds_alternative<quantity::Rational>(value.value); }
};

}  // namespace assay::analyze

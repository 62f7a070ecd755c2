#pragma once

#include <string>

#include "assay/check/schema.hpp"

namespace assay::facts {

// A point of a fact's line as a case writes it: "3842.3 kgCO2e/FU", "8 %", "24 months", "2025-03-01", "50". Exact.
[[nodiscard]] std::string written(const check::Quality& quality, const quantity::Rational& value);

}  // namespace assay::facts

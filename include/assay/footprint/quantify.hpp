#pragma once

#include "assay/footprint/result.hpp"

namespace assay::footprint {

// The footprint of every product of an inventory, exactly. What is missing refuses the products that rest on it and names itself; the
// others are quantified. Sources: ISO 14067:2018 and GB/T 24067-2024 (method), P23-P30 of the PV10 rules.
[[nodiscard]] Result quantify(const Inventory& inventory, const registers::FactorData& data);

enum class Rounding : std::uint8_t { HalfUp, HalfEven };
// A number for display with exactly so many digits behind the point: half-up away from zero, half-even as GB/T 8170.
[[nodiscard]] std::string rounded(const quantity::Rational& number, int digits, Rounding rounding);

}  // namespace assay::footprint

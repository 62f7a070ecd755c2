#pragma once

#include <optional>
#include <string>

#include "assay/report/footprint.hpp"

namespace assay::report {

// "kgCO2e/FU"
[[nodiscard]] std::string_view symbol(MassUnit unit);
// A mass of CO2e in kg per functional unit, in the unit asked for: "2.690", "2.610..2.770", "≥ 2.610".
[[nodiscard]] std::string shownMass(const quantity::Interval& kilograms, const NumberOptions& numbers);
[[nodiscard]] std::string shownMass(const quantity::Interval& kilograms, const NumberOptions& numbers, MassUnit unit);
// A part of a total in percent with one place, "74.3 %"; empty: one of them is no single number, or the total is zero.
[[nodiscard]] std::string shownShare(const quantity::Interval& part, const quantity::Interval& total, footprint::Rounding rounding);
// A ratio in percent with one place.
[[nodiscard]] std::string shownPercent(const quantity::Interval& ratio, footprint::Rounding rounding);
// A ratio in percent with every digit that it has, so that it shows on which side of a limit it lies.
[[nodiscard]] std::string shownRatio(const quantity::Interval& ratio);
// "269/100", "261/100..277/100"
[[nodiscard]] std::string exactInterval(const quantity::Interval& value);

}  // namespace assay::report

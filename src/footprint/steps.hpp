#pragma once

#include <string>
#include <vector>

#include "assay/footprint/inventory.hpp"
#include "assay/trace/step.hpp"

// Steps of a derivation. Conclusions are exact and in coherent units, so that a step can be re-done.
namespace assay::footprint {

// "9/8", "1..3/2".
[[nodiscard]] std::string exactText(const quantity::Interval& value);
// "1.125 t" in the unit, "2.19..2.31 t"; six places where the decimal does not end, with the fraction.
[[nodiscard]] std::string shownText(const quantity::Interval& value, const quantity::Unit& unit);
[[nodiscard]] std::string shownText(const Datum& datum);

[[nodiscard]] trace::Step factStep(const std::string& subject, const Datum& datum);
[[nodiscard]] trace::Step constantStep(const std::string& subject, const quantity::Interval& value, const quantity::Unit& unit);
[[nodiscard]] trace::Step operationStep(const char* op, const quantity::Interval& value, const quantity::Unit& unit,
                                        std::vector<trace::Step> premises);

// The coherent unit of CO2e, for display.
[[nodiscard]] const quantity::Unit& kilogramCo2e();

}  // namespace assay::footprint

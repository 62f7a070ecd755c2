#pragma once

#include <optional>
#include <string>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/evaluate/result.hpp"
#include "assay/quantity/rational.hpp"

namespace assay::report {

// A number for people: all its digits where the decimal ends within twelve places, else six places, cut and not
// rounded, and the fraction where that is short: "0.333333… (1/3)". Cutting never moves a value onto or over a limit
// that has at most six places.
[[nodiscard]] std::string shownNumber(const quantity::Rational& value);

// "1 day", "24 months", "3 working days".
[[nodiscard]] std::string periodText(const quantity::Rational& length, check::TypeKind kind, diagnostics::Language language);

// A point of a line, and an interval, in a unit: "10 %", "2025-03-01", "24 months", "2.19 t..2.31 t", "at least 3".
[[nodiscard]] std::string shownPoint(const quantity::Rational& value, const check::Type& type, const quantity::Unit& unit,
                                     diagnostics::Language language);
[[nodiscard]] std::string shownInterval(const quantity::Interval& line, const check::Type& type, const quantity::Unit& unit,
                                        diagnostics::Language language);

// A value in the unit of its declaration, for people: "1.125 tCO2e/FU", "10 %", "2025-03-01", "24 months", "major",
// "2.19 t..2.31 t", "unknown".
[[nodiscard]] std::string shownValue(const evaluate::Known& value, const check::Declaration& declaration, const check::Checked& rules,
                                     diagnostics::Language language);

// The canonical text of a settled value in the unit of its declaration: "9/8", "true", "2025-03-01", "major", "none".
// A ratio is the bare number: "1/10" for 10 %. Empty: not settled.
[[nodiscard]] std::optional<std::string> exactValue(const evaluate::Known& value, const check::Declaration& declaration,
                                                    const check::Checked& rules);

// One end of a bounded value, canonical as exactValue gives it.
[[nodiscard]] std::string exactEnd(const quantity::Rational& end, const check::Declaration& declaration);

}  // namespace assay::report

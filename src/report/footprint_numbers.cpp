#include "assay/report/footprint_numbers.hpp"

#include "assay/report/value.hpp"

namespace assay::report {

using quantity::Interval;
using quantity::Rational;

namespace {

Rational perKilogram(MassUnit unit) {
    if (unit == MassUnit::Tonne) return Rational(1, 1000);
    return unit == MassUnit::Gram ? Rational(1000) : Rational(1);
}

template <class Show>
std::string shownEnds(const Interval& value, Show show) {
    if (value.isPoint()) return show(*value.low);
    if (value.low && value.high) return show(*value.low) + ".." + show(*value.high);
    if (value.low) return "≥ " + show(*value.low);
    return value.high ? "≤ " + show(*value.high) : "?";
}

}  // namespace

std::string_view symbol(MassUnit unit) {
    if (unit == MassUnit::Tonne) return "tCO2e/FU";
    return unit == MassUnit::Gram ? "gCO2e/FU" : "kgCO2e/FU";
}

std::string shownMass(const Interval& kilograms, const NumberOptions& numbers) {
    return shownMass(kilograms, numbers, numbers.unit);
}

std::string shownMass(const Interval& kilograms, const NumberOptions& numbers, MassUnit unit) {
    return shownEnds(kilograms,
                     [&](const Rational& end) { return footprint::rounded(end * perKilogram(unit), numbers.digits, numbers.rounding); });
}

std::string shownShare(const Interval& part, const Interval& total, footprint::Rounding rounding) {
    if (!part.isPoint() || !total.isPoint() || total.low->isZero()) return {};
    return footprint::rounded(*part.low / *total.low * Rational(100), 1, rounding) + " %";
}

std::string shownPercent(const Interval& ratio, footprint::Rounding rounding) {
    return shownEnds(ratio, [rounding](const Rational& end) { return footprint::rounded(end * Rational(100), 1, rounding) + " %"; });
}

std::string shownRatio(const Interval& ratio) {
    return shownEnds(ratio, [](const Rational& end) { return shownNumber(end * Rational(100)) + " %"; });
}

std::string exactInterval(const Interval& value) {
    return shownEnds(value, [](const Rational& end) { return end.exact(); });
}

}  // namespace assay::report

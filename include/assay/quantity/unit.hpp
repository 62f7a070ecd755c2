#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/quantity/rational.hpp"

namespace assay::quantity {

// A product of powers of base dimensions, each named ("mass", "co2e", "functional_unit"). Exponent zero never occurs.
// The empty product is dimensionless.
struct Dimension {
    std::map<std::string, int> powers;

    [[nodiscard]] bool isDimensionless() const { return powers.empty(); }
    bool operator==(const Dimension&) const = default;
};

[[nodiscard]] Dimension operator*(const Dimension& a, const Dimension& b);
[[nodiscard]] Dimension operator/(const Dimension& a, const Dimension& b);
// "co2e/functional_unit", "length.mass", "mass/length2", "1": for messages; bases in alphabetical order.
[[nodiscard]] std::string describe(const Dimension& dimension);

// A unit as the user wrote it and what it means: 1 symbol = factor x the coherent unit of its dimension.
struct Unit {
    std::string symbol;
    Rational factor = 1;
    Dimension dimension;
};

// A spelling as tables keep it: full-width characters as half-width, sub- and superscript digits as digits, squared signs (㎡, ㎥,
// ㎏ ...) as letters, middle dots, × and * as `.`, without blanks and `^`. Letter case stays: mW is not MW.
[[nodiscard]] std::string normaliseUnit(std::string_view spelling);

// The units that a rule set knows. Base dimensions and units come from data; compound spellings ("kgCO2e/t", "t.km",
// "kWh/m2") are read by their parts: `.` multiplies, a single `/` divides by everything behind it. The counting words 万
// and 亿 bind to the part they stand before: 万kWh is 10 000 kWh. An exponent is part of a spelling ("m2"), never read. What
// stands above or below the slash may be in parentheses: kgCO2/(kW·h). Spellings are compared as normaliseUnit() gives them.
class UnitTable {
public:
    // A unit with its spellings, its symbol among them or not; false, and nothing added, if another unit has one of them.
    bool add(const Unit& unit, const std::vector<std::string>& spellings = {});
    // The unit with `text` as its symbol. Empty: unknown spelling.
    [[nodiscard]] std::optional<Unit> find(std::string_view text) const;
    // A spelling that is never a unit because it may mean several; `meant` are what its users mean by it.
    void refuse(std::string_view spelling, std::vector<std::string> meant);
    // What an ambiguous spelling may mean; null: it is not known to be one.
    [[nodiscard]] const std::vector<std::string>* meaningsOf(std::string_view spelling) const;
    // Spellings of simple units, in order of addition: candidates for "did you mean".
    [[nodiscard]] const std::vector<std::string>& spellings() const { return spellings_; }

private:
    std::map<std::string, Unit, std::less<>> units_;
    std::map<std::string, std::vector<std::string>, std::less<>> refused_;
    std::vector<std::string> spellings_;
};

}  // namespace assay::quantity

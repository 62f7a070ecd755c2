#include "assay/quantity/unit.hpp"

#include <array>
#include <utility>

namespace assay::quantity {

namespace {

struct Prefix {
    std::string_view text;
    std::int64_t factor;
};

// Chinese counting words that stand tight before a unit: 万kWh, 亿m3.
constexpr std::array<Prefix, 2> countingPrefixes = {{{"万", 10'000}, {"亿", 100'000'000}}};

Dimension combine(Dimension a, const Dimension& b, int exponentSign) {
    for (const auto& [base, exponent] : b.powers) {
        const auto place = a.powers.try_emplace(base, 0).first;
        place->second += exponentSign * exponent;
        if (place->second == 0) a.powers.erase(place);
    }
    return a;
}

using Units = std::map<std::string, Unit, std::less<>>;

// A unit of the table, with a counting word before it or without.
std::optional<Unit> findSimple(const Units& units, std::string_view text) {
    if (const auto found = units.find(text); found != units.end()) return found->second;
    for (const Prefix& prefix : countingPrefixes) {
        if (!text.starts_with(prefix.text)) continue;
        const auto found = units.find(text.substr(prefix.text.size()));
        if (found == units.end()) continue;
        Unit unit = found->second;
        unit.factor *= prefix.factor;
        return unit;
    }
    return std::nullopt;
}

// Units joined by '.'.
std::optional<Unit> findProduct(const Units& units, std::string_view text) {
    Unit product;
    while (true) {
        const std::size_t dot = text.find('.');
        const std::optional<Unit> part = findSimple(units, text.substr(0, dot));
        if (!part) return std::nullopt;
        product.factor *= part->factor;
        product.dimension = product.dimension * part->dimension;
        if (dot == std::string_view::npos) return product;
        text.remove_prefix(dot + 1);
    }
}

void appendPowers(std::string& text, const Dimension& dimension, int exponentSign) {
    bool first = true;
    for (const auto& [base, exponent] : dimension.powers) {
        const int shown = exponent * exponentSign;
        if (shown <= 0) continue;
        if (!first) text += '.';
        first = false;
        text += base;
        if (shown > 1) text += std::to_string(shown);
    }
}

}  // namespace

Dimension operator*(const Dimension& a, const Dimension& b) {
    return combine(a, b, 1);
}

Dimension operator/(const Dimension& a, const Dimension& b) {
    return combine(a, b, -1);
}

std::string describe(const Dimension& dimension) {
    std::string above;
    std::string below;
    appendPowers(above, dimension, 1);
    appendPowers(below, dimension, -1);
    if (above.empty()) above = "1";
    return below.empty() ? above : above + '/' + below;
}

bool UnitTable::add(const Unit& unit, const std::vector<std::string>& spellings) {
    std::vector<std::string> wanted = {unit.symbol};
    for (const std::string& spelling : spellings) {
        if (spelling != unit.symbol) wanted.push_back(spelling);
    }
    for (const std::string& spelling : wanted) {
        if (units_.contains(spelling)) return false;
    }
    for (const std::string& spelling : wanted) {
        if (units_.try_emplace(spelling, unit).second) spellings_.push_back(spelling);
    }
    return true;
}

std::optional<Unit> UnitTable::find(std::string_view text) const {
    std::optional<Unit> unit = findSimple(units_, text);
    if (!unit) {
        const std::size_t slash = text.find('/');
        unit = findProduct(units_, text.substr(0, slash));
        if (!unit) return std::nullopt;
        if (slash != std::string_view::npos) {
            const std::optional<Unit> divisor = findProduct(units_, text.substr(slash + 1));
            if (!divisor) return std::nullopt;
            unit->factor /= divisor->factor;
            unit->dimension = unit->dimension / divisor->dimension;
        }
    }
    unit->symbol = text;
    return unit;
}

}  // namespace assay::quantity

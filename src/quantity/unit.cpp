#include "assay/quantity/unit.hpp"

#include <algorithm>
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

struct Replacement {
    std::string_view written;
    std::string_view kept;
};

// What stands for other characters in a unit, each written out as a user may type it.
constexpr std::array<Replacement, 49> replacements = {{
    {" ", ""},    {"\t", ""},   {"^", ""},    {"\u3000", ""}, {"\u00A0", ""}, {"\u2009", ""},  {"\u202F", ""}, {"*", "."},   {"·", "."},
    {"•", "."},   {"・", "."},  {"⋅", "."},   {"∙", "."},     {"×", "."},     {"\u2027", "."}, {"₀", "0"},     {"₁", "1"},   {"₂", "2"},
    {"₃", "3"},   {"₄", "4"},   {"₅", "5"},   {"₆", "6"},     {"₇", "7"},     {"₈", "8"},      {"₉", "9"},     {"⁰", "0"},   {"¹", "1"},
    {"²", "2"},   {"³", "3"},   {"⁴", "4"},   {"⁵", "5"},     {"⁶", "6"},     {"⁷", "7"},      {"⁸", "8"},     {"⁹", "9"},   {"㎡", "m2"},
    {"㎥", "m3"}, {"㎏", "kg"}, {"㎎", "mg"}, {"㎞", "km"},   {"㎝", "cm"},   {"㎜", "mm"},    {"㎢", "km2"},  {"㎖", "mL"}, {"㏄", "cm3"},
    {"㎾", "kW"}, {"㎿", "MW"}, {"￥", "¥"},  {"㎳", "ms"},
}};

// Full-width forms, U+FF01 to U+FF5E, are the bytes EF BC 81 to EF BD 9E.
std::optional<char> halfWidth(std::string_view text) {
    if (text.size() < 3 || text[0] != '\xEF') return std::nullopt;
    const unsigned second = static_cast<unsigned char>(text[1]);
    const unsigned third = static_cast<unsigned char>(text[2]);
    if ((second != 0xBC && second != 0xBD) || third < 0x80 || third > 0xBF) return std::nullopt;
    const unsigned offset = (second - 0xBC) * 0x40 + (third - 0x80);
    if (offset < 1 || offset > 0x5E) return std::nullopt;
    return static_cast<char>(offset + 0x20);
}

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

// Units joined by '.', in parentheses or not.
std::optional<Unit> findProduct(const Units& units, std::string_view text) {
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
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

// A quotient of products, in spellings as normaliseUnit() gives them.
std::optional<Unit> findCompound(const Units& units, std::string_view text) {
    if (const std::optional<Unit> simple = findSimple(units, text)) return simple;
    const std::size_t slash = text.find('/');
    std::optional<Unit> unit = findProduct(units, text.substr(0, slash));
    if (!unit || slash == std::string_view::npos) return unit;
    const std::optional<Unit> divisor = findProduct(units, text.substr(slash + 1));
    if (!divisor) return std::nullopt;
    unit->factor /= divisor->factor;
    unit->dimension = unit->dimension / divisor->dimension;
    return unit;
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

std::string normaliseUnit(std::string_view spelling) {
    std::string kept;
    while (!spelling.empty()) {
        const auto* found = std::find_if(replacements.begin(), replacements.end(),
                                         [&](const Replacement& each) { return spelling.starts_with(each.written); });
        if (found != replacements.end()) {
            kept += found->kept;
            spelling.remove_prefix(found->written.size());
        } else if (const std::optional<char> half = halfWidth(spelling)) {
            // A full-width sign is what its half-width form is.
            kept += normaliseUnit(std::string_view(&*half, 1));
            spelling.remove_prefix(3);
        } else {
            kept += spelling.front();
            spelling.remove_prefix(1);
        }
    }
    return kept;
}

bool UnitTable::add(const Unit& unit, const std::vector<std::string>& spellings) {
    std::vector<std::string> wanted = {unit.symbol};
    for (const std::string& spelling : spellings) {
        if (spelling != unit.symbol) wanted.push_back(spelling);
    }
    for (const std::string& spelling : wanted) {
        if (units_.contains(normaliseUnit(spelling))) return false;
    }
    for (const std::string& spelling : wanted) {
        if (units_.try_emplace(normaliseUnit(spelling), unit).second) spellings_.push_back(spelling);
    }
    return true;
}

std::optional<Unit> UnitTable::find(std::string_view text) const {
    // Most texts are in the table as they are.
    std::optional<Unit> unit = findCompound(units_, text);
    if (!unit) unit = findCompound(units_, normaliseUnit(text));
    if (unit) unit->symbol = text;
    return unit;
}

void UnitTable::refuse(std::string_view spelling, std::vector<std::string> meant) {
    refused_.insert_or_assign(normaliseUnit(spelling), std::move(meant));
}

const std::vector<std::string>* UnitTable::meaningsOf(std::string_view spelling) const {
    const auto found = refused_.find(normaliseUnit(spelling));
    return found == refused_.end() ? nullptr : &found->second;
}

}  // namespace assay::quantity

#include "regions.hpp"

#include <algorithm>

namespace assay::analyze {

using check::Cell;
using check::Constant;
using check::TypeKind;
using quantity::Rational;

std::optional<Rational> onLine(const Constant& constant) {
    if (const auto* number = std::get_if<Rational>(&constant.value)) return *number;
    if (const auto* date = std::get_if<quantity::Date>(&constant.value)) return Rational(date->dayNumber());
    if (const auto* enumerator = std::get_if<Constant::Enumerator>(&constant.value)) {
        return Rational(static_cast<std::int64_t>(enumerator->index));
    }
    return std::nullopt;
}

bool matches(const Cell& cell, const Constant& value) {
    if (cell.kind == Cell::Kind::Any) return true;
    const bool none = std::holds_alternative<Constant::None>(value.value);
    if (none || cell.kind == Cell::Kind::None) return none && cell.kind == Cell::Kind::None;
    const std::optional<Rational> place = onLine(value);
    if (cell.kind == Cell::Kind::Equals) {
        return std::any_of(cell.equals.begin(), cell.equals.end(),
                           [&](const Constant& equal) { return place ? onLine(equal) == place : equal == value; });
    }
    if (!place) return false;
    if (cell.low && (cell.lowStrict ? *place <= *cell.low : *place < *cell.low)) return false;
    return !cell.high || (cell.highStrict ? *place < *cell.high : *place <= *cell.high);
}

namespace {

std::optional<Rational> larger(const std::optional<Rational>& a, const std::optional<Rational>& b) {
    if (!a || !b) return a ? a : b;
    return std::max(*a, *b);
}

std::optional<Rational> smaller(const std::optional<Rational>& a, const std::optional<Rational>& b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

}  // namespace

Partitioning::Partitioning(const check::Type& type, const check::Checked& checked, std::optional<Rational> low,
                           std::optional<Rational> high)
    : type_(type), low_(std::move(low)), high_(std::move(high)) {
    if (type.kind == TypeKind::Enum) enumerators_ = checked.enumerations[type.enumeration].enumerators.size();
    if (type.kind == TypeKind::Date) {
        low_ = larger(low_, Rational(quantity::Date::first().dayNumber()));
        high_ = smaller(high_, Rational(quantity::Date::last().dayNumber()));
    }
}

std::optional<Rational> lowestRecorded(const check::Type& type, const std::optional<Rational>& declared) {
    return type.kind == TypeKind::Count ? larger(declared, Rational(0)) : declared;
}

// Cuts of whole types all stand below a whole number, so that no region without a value arises.
Partitioning::Cut Partitioning::below(const Rational& at) const {
    return type_.isWhole() ? Cut{at.ceil(), false} : Cut{at, false};
}
Partitioning::Cut Partitioning::above(const Rational& at) const {
    return type_.isWhole() ? Cut{at.floor() + Rational(1), false} : Cut{at, true};
}

void Partitioning::cutBelow(const Rational& at) {
    cuts_.insert(below(at));
}
void Partitioning::cutAbove(const Rational& at) {
    cuts_.insert(above(at));
}
void Partitioning::mention(const std::string& text) {
    texts_.insert(text);
}

void Partitioning::mention(const Cell& cell) {
    for (const Constant& equal : cell.equals) {
        if (const auto* text = std::get_if<std::string>(&equal.value)) mention(*text);
        if (const std::optional<Rational> place = onLine(equal)) {
            cutBelow(*place);
            cutAbove(*place);
        }
    }
    if (cell.low) cell.lowStrict ? cutAbove(*cell.low) : cutBelow(*cell.low);
    if (cell.high) cell.highStrict ? cutBelow(*cell.high) : cutAbove(*cell.high);
}

Region Partitioning::between(const std::optional<Cut>& start, const std::optional<Cut>& end) const {
    Region region;
    if (start) {
        region.low = start->first;
        region.lowStrict = start->second;
    }
    if (end && type_.isWhole()) {
        region.high = end->first - Rational(1);
    } else if (end) {
        region.high = end->first;
        region.highStrict = !end->second;
    }
    if (region.low && !region.lowStrict) {
        region.value = {*region.low};
    } else if (region.high && !region.highStrict) {
        region.value = {*region.high};
    } else if (region.low && region.high) {
        region.value = {(*region.low + *region.high) / Rational(2)};
    } else if (region.low) {
        region.value = {*region.low + Rational(1)};
    } else {
        region.value = {region.high ? *region.high - Rational(1) : Rational(0)};
    }
    return region;
}

void Partitioning::addLine(std::vector<Region>& regions) const {
    std::optional<Cut> start;
    std::optional<Cut> end;
    if (low_) start = below(*low_);
    if (high_) end = above(*high_);
    if (start && end && *end <= *start) return;
    for (const Cut& cut : cuts_) {
        if (start && cut <= *start) continue;
        if (end && cut >= *end) break;
        regions.push_back(between(start, cut));
        start = cut;
    }
    regions.push_back(between(start, end));
}

void Partitioning::addTexts(std::vector<Region>& regions) const {
    for (const std::string& text : texts_)
        regions.push_back({Constant{text}, {}, {}});
    std::string other = "other";
    while (texts_.count(other) > 0)
        other += "'";
    regions.push_back({Constant{other}, {}, {}});
}

std::vector<Region> Partitioning::regions() const {
    std::vector<Region> regions;
    if (type_.isOrderedLine()) {
        addLine(regions);
    } else if (type_.kind == TypeKind::Enum) {
        for (std::size_t index = 0; index < enumerators_; ++index) {
            regions.push_back({Constant{Constant::Enumerator{type_.enumeration, index}}, {}, {}});
        }
    } else if (type_.kind == TypeKind::Bool) {
        for (const bool truth : {true, false})
            regions.push_back({Constant{truth}, {}, {}});
    } else {
        addTexts(regions);
    }
    if (type_.optional) regions.push_back({Constant{Constant::None{}}, {}, {}});
    return regions;
}

}  // namespace assay::analyze

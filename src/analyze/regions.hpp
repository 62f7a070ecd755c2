#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "assay/analyze/region.hpp"
#include "assay/check/checked.hpp"

namespace assay::analyze {

// The values of one operand, cut where something tells them apart.
class Partitioning {
public:
    // `low` and `high`: bounds of the operand. A date lies in the representable years.
    Partitioning(const check::Type& type, const check::Checked& checked, std::optional<quantity::Rational> low,
                 std::optional<quantity::Rational> high);

    void cutBelow(const quantity::Rational& at);  // tells x < at from x >= at
    void cutAbove(const quantity::Rational& at);  // tells x <= at from x > at
    void mention(const std::string& text);        // tells this text from every other
    void mention(const check::Cell& cell);        // tells what the cell matches from what it does not

    // In order: none last; alternatives and numbers ascending; texts in alphabetical order, any other text last.
    [[nodiscard]] std::vector<Region> regions() const;

private:
    // Between the values below `at` (`at` included if `above`) and those beyond.
    using Cut = std::pair<quantity::Rational, bool>;

    [[nodiscard]] Cut below(const quantity::Rational& at) const;
    [[nodiscard]] Cut above(const quantity::Rational& at) const;
    [[nodiscard]] Region between(const std::optional<Cut>& start, const std::optional<Cut>& end) const;
    void addLine(std::vector<Region>& regions) const;
    void addTexts(std::vector<Region>& regions) const;

    check::Type type_;
    std::size_t enumerators_ = 0;
    std::optional<quantity::Rational> low_, high_;
    std::set<Cut> cuts_;
    std::set<std::string> texts_;
};

// The lower bound of a fact, a field or a parameter from its declared one: a count is not negative. (A difference of counts
// may be.)
[[nodiscard]] std::optional<quantity::Rational> lowestRecorded(const check::Type& type, const std::optional<quantity::Rational>& declared);

// Whether a cell of a row matches a value; dates and ordered enumerators stand on a line.
[[nodiscard]] bool matches(const check::Cell& cell, const check::Constant& value);

// The place of a constant on its line: numbers, periods, day numbers, indices of enumerators. Empty: it has none.
[[nodiscard]] std::optional<quantity::Rational> onLine(const check::Constant& constant);

}  // namespace assay::analyze

#pragma once

#include <utility>
#include <vector>

#include "assay/analyze/table.hpp"
#include "bits.hpp"

namespace assay::analyze {

// The alternatives that the readings named by a table's rows take together.
using ReadingChoice = std::vector<std::pair<check::ReadingId, std::size_t>>;

// A table cut into combinations of regions. Axis 0 holds the choices of readings, axis 1 + p the regions of parameter p.
class Grid {
public:
    Grid(check::DeclId table, const lower::Program& program);

    [[nodiscard]] const check::Table& table() const { return *table_; }
    [[nodiscard]] std::size_t axes() const { return 1 + arguments_.size(); }
    // How many positions an axis has: choices or regions.
    [[nodiscard]] std::size_t size(std::size_t axis) const { return axis == 0 ? choices_.size() : arguments_[axis - 1].size(); }
    [[nodiscard]] const Region& region(std::size_t axis, std::size_t position) const { return arguments_[axis - 1][position]; }
    // The rows that do not exclude a position of an axis.
    [[nodiscard]] const Bits& rowsAt(std::size_t axis, std::size_t position) const { return rowsAt_[axis][position]; }
    // The positions of an axis that a row does not exclude.
    [[nodiscard]] const Bits& positionsOf(std::size_t axis, std::size_t row) const { return positionsOf_[axis][row]; }
    // One position an axis.
    [[nodiscard]] TableInput input(const std::vector<std::size_t>& positions) const;
    [[nodiscard]] quantity::Rational combinations() const;

private:
    void addChoices(const lower::Program& program, const lower::DeclarationParts& parts);
    void addArguments(const check::Checked& checked);
    void index(const lower::Program& program, const lower::DeclarationParts& parts);

    const check::Table* table_;
    std::vector<ReadingChoice> choices_;
    std::vector<std::vector<Region>> arguments_;
    std::vector<std::vector<Bits>> rowsAt_;
    std::vector<std::vector<Bits>> positionsOf_;
};

}  // namespace assay::analyze

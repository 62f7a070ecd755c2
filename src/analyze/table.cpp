#include "assay/analyze/table.hpp"

#include <algorithm>
#include <set>

#include "grid.hpp"

namespace assay::analyze {

using Hit = syntax::TableDecl::Hit;
using Positions = std::vector<std::size_t>;

namespace {

std::optional<UnreachableRow> neverApplies(const Grid& grid, std::size_t row) {
    for (std::size_t axis = 1; axis < grid.axes(); ++axis) {
        if (grid.positionsOf(axis, row).empty()) return UnreachableRow{row, UnreachableRow::Why::Cell, axis - 1, {}};
    }
    if (grid.positionsOf(0, row).empty()) return UnreachableRow{row, UnreachableRow::Why::Readings, 0, {}};
    return std::nullopt;
}

// The first combination that both rows match.
std::optional<Positions> common(const Grid& grid, std::size_t first, std::size_t second) {
    Positions positions;
    for (std::size_t axis = 0; axis < grid.axes(); ++axis) {
        const std::optional<std::size_t> position = (grid.positionsOf(axis, first) & grid.positionsOf(axis, second)).next();
        if (!position) return std::nullopt;
        positions.push_back(*position);
    }
    return positions;
}

std::vector<RowOverlap> findOverlaps(const Grid& grid) {
    std::vector<RowOverlap> overlaps;
    const std::size_t rows = grid.table().rows.size();
    for (std::size_t first = 0; first < rows; ++first) {
        for (std::size_t second = first + 1; second < rows; ++second) {
            if (const std::optional<Positions> positions = common(grid, first, second)) {
                overlaps.push_back({first, second, grid.input(*positions)});
            }
        }
    }
    return overlaps;
}

// Goes through every combination and keeps what no row, or only rows behind others, match.
class Search {
public:
    explicit Search(const Grid& grid)
        : grid_(grid),
          positions_(grid.axes(), 0),
          wantsCover_(grid.table().hit == Hit::First),
          before_(grid.table().rows.size()),
          reached_(grid.table().rows.size(), false),
          noneGaps_(grid.table().parameters.size()) {}

    void run() {
        Bits all(grid_.table().rows.size());
        for (std::size_t row = 0; row < grid_.table().rows.size(); ++row)
            all.add(row);
        visit(0, all);
    }

    [[nodiscard]] std::vector<TableGap> gaps() const {
        std::vector<TableGap> all = gaps_;
        for (const std::optional<TableGap>& gap : noneGaps_) {
            if (gap) all.push_back(*gap);
        }
        return all;
    }

    // Of a row that matches some combination.
    [[nodiscard]] std::optional<UnreachableRow> covered(std::size_t row) const {
        if (!wantsCover_ || reached_[row]) return std::nullopt;
        return UnreachableRow{row, UnreachableRow::Why::Covered, 0, {before_[row].begin(), before_[row].end()}};
    }

private:
    void visit(std::size_t axis, const Bits& rows) {
        if (axis == grid_.axes()) return rows.empty() ? gap() : reach(rows);
        if (rows.empty() && !grid_.table().complete) return;
        for (std::size_t position = 0; position < grid_.size(axis); ++position) {
            positions_[axis] = position;
            visit(axis + 1, rows & grid_.rowsAt(axis, position));
        }
    }

    void reach(const Bits& rows) {
        if (!wantsCover_) return;
        const std::size_t first = *rows.next();
        reached_[first] = true;
        for (std::optional<std::size_t> row = rows.next(first + 1); row; row = rows.next(*row + 1))
            before_[*row].insert(first);
    }

    void gap() {
        if (!grid_.table().complete) return;
        if (const std::optional<std::size_t> axis = noneToBlame()) {
            std::optional<TableGap>& kept = noneGaps_[*axis - 1];
            if (!kept) kept = TableGap{grid_.input(positions_), *axis - 1};
        } else if (mergesWithLast()) {
            Region& last = gaps_.back().input.arguments.back();
            const Region& next = grid_.region(grid_.axes() - 1, positions_.back());
            last.high = next.high;
            last.highStrict = next.highStrict;
            lastGap_ = positions_;
        } else if (gaps_.size() < gapsKept) {
            gaps_.push_back({grid_.input(positions_), std::nullopt});
            lastGap_ = positions_;
        }
    }

    [[nodiscard]] bool isNone(std::size_t axis) const { return axis > 0 && grid_.region(axis, positions_[axis]).isNone(); }

    // The axis at none where another value would let a row apply.
    [[nodiscard]] std::optional<std::size_t> noneToBlame() const {
        for (std::size_t axis = 1; axis < grid_.axes(); ++axis) {
            if (isNone(axis) && appliesApartFrom(axis)) return axis;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool appliesApartFrom(std::size_t axis) const {
        std::optional<Bits> rows;
        for (std::size_t other = 0; other < grid_.axes(); ++other) {
            if (other == axis) continue;
            const Bits& at = grid_.rowsAt(other, positions_[other]);
            rows = rows ? *rows & at : at;
        }
        for (std::optional<std::size_t> row = rows->next(); row; row = rows->next(*row + 1)) {
            if (!grid_.positionsOf(axis, *row).empty()) return true;
        }
        return false;
    }

    [[nodiscard]] bool mergesWithLast() const {
        if (gaps_.empty() || lastGap_.back() + 1 != positions_.back()) return false;
        if (!std::equal(lastGap_.begin(), lastGap_.end() - 1, positions_.begin())) return false;
        const std::size_t axis = grid_.axes() - 1;
        return axis > 0 && grid_.region(axis, lastGap_.back()).isOnLine() && grid_.region(axis, positions_.back()).isOnLine();
    }

    const Grid& grid_;
    Positions positions_;
    bool wantsCover_;
    std::vector<std::set<std::size_t>> before_;  // by row: the rows that come first where it matches
    std::vector<bool> reached_;                  // by row: it comes first somewhere
    std::vector<TableGap> gaps_;
    Positions lastGap_;
    std::vector<std::optional<TableGap>> noneGaps_;  // by parameter
};

}  // namespace

TableAnalysis analyzeTable(check::DeclId table, const lower::Program& program, const Limits& limits) {
    const Grid grid(table, program);
    TableAnalysis analysis;
    if (grid.table().hit == Hit::Unique) analysis.overlaps = findOverlaps(grid);
    const bool needsSearch = grid.table().complete || grid.table().hit == Hit::First;
    const bool tooLarge = needsSearch && grid.combinations() > quantity::Rational(static_cast<std::int64_t>(limits.tableCombinations));
    if (tooLarge) analysis.combinations = grid.combinations();
    Search search(grid);
    if (needsSearch && !tooLarge) search.run();
    analysis.gaps = search.gaps();
    for (std::size_t row = 0; row < grid.table().rows.size(); ++row) {
        std::optional<UnreachableRow> unreachable = neverApplies(grid, row);
        if (!unreachable && !tooLarge) unreachable = search.covered(row);
        if (unreachable) analysis.unreachable.push_back(std::move(*unreachable));
    }
    return analysis;
}

}  // namespace assay::analyze

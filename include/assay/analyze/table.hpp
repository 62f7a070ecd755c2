#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "assay/analyze/analyze.hpp"
#include "assay/analyze/region.hpp"

namespace assay::analyze {

// A set of inputs of a table that its rows do not tell apart. The `value` of every region together is one input.
struct TableInput {
    std::vector<Region> arguments;                                   // one a parameter
    std::vector<std::pair<check::ReadingId, std::size_t>> readings;  // every reading that a row names, with its alternative
};

// Two rows that apply to one input. Indices count from 0 here; messages count from 1.
struct RowOverlap {
    std::size_t first = 0;
    std::size_t second = 0;
    TableInput input;
};

struct TableGap {
    TableInput input;
    // The optional parameter that is to blame: with another value of it, some row applies.
    std::optional<std::size_t> noneOf;
};

struct UnreachableRow {
    enum class Why {
        Cell,      // no value that `parameter` may have lies in the row's cell
        Readings,  // its `when` holds under no readings
        Covered,   // hit first: `coveredBy` take every input that it matches
    };
    std::size_t row = 0;
    Why why = Why::Cell;
    std::size_t parameter = 0;
    std::vector<std::size_t> coveredBy;
};

// Gaps that touch no none of an optional parameter, neighbours on the last parameter's line merged.
constexpr std::size_t gapsKept = 8;

// What holds of a table over all its parameters, none included, under every assignment of the readings that its rows name.
struct TableAnalysis {
    std::vector<RowOverlap> overlaps;         // hit unique only; each pair once, in row order
    std::vector<TableGap> gaps;               // complete tables only; at most `gapsKept`, then one for each none
    std::vector<UnreachableRow> unreachable;  // in row order
    // Set where the combinations exceed the limit: gaps and covered rows were not searched then.
    std::optional<quantity::Rational> combinations;
};

// Requires a declaration that is a table.
[[nodiscard]] TableAnalysis analyzeTable(check::DeclId table, const lower::Program& program, const Limits& limits = {});

}  // namespace assay::analyze

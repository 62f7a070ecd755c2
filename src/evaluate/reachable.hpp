#pragma once

#include <set>
#include <vector>

#include "cause.hpp"
#include "state.hpp"

namespace assay::evaluate {

// What the value of a declaration's row can rest on, whatever the facts are.
struct Reachable {
    std::set<Cause> facts;           // facts and fields
    std::vector<Place> comparisons;  // places whose value turns where their operands meet, in the order of the walk
    bool addsMonths = false;
};

[[nodiscard]] Reachable reachableFrom(const State& state, check::DeclId decl, RowIndex row);

}  // namespace assay::evaluate

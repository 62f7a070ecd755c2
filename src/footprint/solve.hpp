#pragma once

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

#include "assay/quantity/interval.hpp"

namespace assay::footprint {

// One process asks for so much of another's output each time it runs.
struct Demand {
    std::size_t from = 0;  // the process that asks
    std::size_t of = 0;    // the process that supplies
    quantity::Interval amount;
};

// A square system of processes: of process i, times[i] x output[i] = asked[i] + sum of times[j] x what j asks of i.
struct ProcessSystem {
    std::vector<quantity::Interval> output;
    std::vector<Demand> demands;
    std::vector<quantity::Interval> asked;  // from outside
};

struct Unsolvable {
    enum class Why { Singular, NotBounded };
    Why why = Why::Singular;
    std::vector<std::size_t> processes;  // of the loop, in order of their numbers
};

// How often each process runs, exactly; an interval where data are intervals. The strongly connected components of the demands are taken
// consumers first: a process outside a loop by substitution, a loop by elimination with exact pivots. A loop that needs at least what it
// gives is singular.
[[nodiscard]] std::variant<std::vector<quantity::Interval>, Unsolvable> solve(const ProcessSystem& system);

// The components, each before those that it asks; the processes of one in order of their numbers (Tarjan 1972, without recursion).
[[nodiscard]] std::vector<std::vector<std::size_t>> componentsOf(std::size_t processes, const std::vector<Demand>& demands);

}  // namespace assay::footprint

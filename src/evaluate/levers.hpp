#pragma once

#include <set>
#include <vector>

#include "assay/evaluate/why_not.hpp"
#include "cause.hpp"
#include "state.hpp"

namespace assay::evaluate {

// A value that a lever could take.
struct LeverOption {
    facts::Entry to;
    std::optional<Stretch> line;  // of a line: the stretch between neighbouring thresholds that `to` stands for
};

// A fact that somebody may change, with the values worth trying, in order.
struct Lever {
    FactPlace place;
    std::string name;
    std::vector<LeverOption> options;
    std::optional<quantity::Rational> now;  // of a line: its value
    bool isEvent = false;                   // absent means that it has not happened
    bool isWhole = false;                   // of a line: only whole values occur
    bool used = false;                      // the present conclusion rests on it, or it is unknown and may decide
};

// The levers of a declaration's row, in the order of the rules, then of the items. `state` holds one case.
[[nodiscard]] std::vector<Lever> leversOf(const State& state, check::DeclId decl, RowIndex row);

}  // namespace assay::evaluate

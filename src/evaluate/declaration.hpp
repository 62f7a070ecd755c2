#pragma once

#include <vector>

#include "residual.hpp"
#include "state.hpp"

namespace assay::evaluate {

// How far the stage of a declaration has come for a row. A declaration without a stage is Entered.
enum class Reach : std::uint8_t {
    Entered,
    MaybeSkipped,  // entered, and it is not settled whether it is skipped
    NotEntered,
    Skipped,
};
[[nodiscard]] Reach reachOf(const State& state, check::DeclId decl, RowIndex row);

// A part of a declaration as seen from a row of its space.
[[nodiscard]] Place partOf(const State& state, check::DeclId decl, lower::NodeId part, RowIndex row);

// The outcome lines (or further members) that a decide can still have.
struct Members {
    std::vector<bool> outcomes;  // by outcome line
    bool noOutcome = false;
    bool notYet = false;
    bool conflict = false;
    [[nodiscard]] std::size_t count() const;
};
[[nodiscard]] Members possibleMembers(const State& state, check::DeclId decl, RowIndex row);

// The truth of one item of a checklist that is entered; true where the checklist does not apply.
[[nodiscard]] Value itemTruth(const State& state, check::DeclId decl, RowIndex row, std::size_t item);

// The selections that a define can still make: by exception, the default, or a conflict.
struct Selections {
    std::vector<bool> exceptions;
    bool byDefault = false;
    bool conflict = false;
};
[[nodiscard]] Selections possibleSelections(const State& state, check::DeclId decl, RowIndex row);

}  // namespace assay::evaluate

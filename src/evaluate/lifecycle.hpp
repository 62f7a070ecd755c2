#pragma once

#include "life.hpp"
#include "state.hpp"

// Lifecycles of a case: from the rows of a block to the kernel and back.
namespace assay::evaluate {

struct Lived {
    LifeInput input;
    Life life;
    std::vector<RowIndex> rows;  // by act: the row of its item in the space of the events
};
[[nodiscard]] Lived livedBy(const State& state, check::DeclId lifecycle, RowIndex row);

// The kernels of Declaration (of a lifecycle), Acts, StateOn and EnteredOn.
[[nodiscard]] Value lifecycleValue(const State& state, check::DeclId lifecycle, RowIndex row);
[[nodiscard]] Value actsValue(const State& state, Place acts);
[[nodiscard]] Value stateOnValue(const State& state, Place place);
[[nodiscard]] Value enteredOnValue(const State& state, Place place);

// The row of the lifecycle that a StateOn or EnteredOn asks for; empty: the item is unknown.
[[nodiscard]] std::optional<RowIndex> rowAsked(const State& state, Place place);
// Whether no state is known on any day on which a StateOn or EnteredOn asks, since an act before was not accepted.
[[nodiscard]] bool refusedWhenAsked(const State& state, Place place);
// Whether a StateOn may ask for a day after the one as of which everything is known.
[[nodiscard]] bool asksAhead(const State& state, Place place);

// The operands of an Acts node that count for the item of a row: its act and day, and the guards and annulments of what the act may be.
[[nodiscard]] std::vector<Place> partsOfAct(const State& state, check::DeclId lifecycle, RowIndex actRow);

// What a result tells of the states.
[[nodiscard]] History historyOf(const State& state, check::DeclId lifecycle, RowIndex row);

}  // namespace assay::evaluate

#pragma once

#include "assay/trace/step.hpp"
#include "state.hpp"

namespace assay::evaluate {

// The derivation of a declaration's row: a view over the kept values.
[[nodiscard]] trace::Step derivation(const State& state, check::DeclId decl, RowIndex row);

// The derivation of one value.
[[nodiscard]] trace::Step derivation(const State& state, Place place);

}  // namespace assay::evaluate

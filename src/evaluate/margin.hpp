#pragma once

#include "assay/evaluate/margin.hpp"
#include "state.hpp"

namespace assay::evaluate {

// The margins of a declaration's row. `state` holds its case; each comparison is turned in a copy of it.
[[nodiscard]] Margins marginsOf(const State& state, check::DeclId decl, RowIndex row);

}  // namespace assay::evaluate

#pragma once

#include <optional>
#include <vector>

#include "assay/evaluate/result.hpp"
#include "state.hpp"

namespace assay::evaluate {

enum class Detail : std::uint8_t {
    Status,  // status, outcome, candidates, value
    Full,    // needed facts, basis and reasons too
};

// The conclusions of a declaration for one case: one a row of its space, and one without an item for each list of its
// heading that is unknown.
[[nodiscard]] std::vector<Conclusion> conclusionsOf(const State& state, check::DeclId decl, RowIndex caseRow, Detail detail);

// One verdict a party over the conclusions given; `asked` as in Evaluation::result.
[[nodiscard]] std::vector<Verdict> verdictsOf(const check::Checked& rules, const std::vector<Conclusion>& conclusions,
                                              const std::vector<check::DeclId>& asked);

// The rows of a space that belong to a case: [first, last).
[[nodiscard]] std::pair<RowIndex, RowIndex> rowsOfCase(const State& state, lower::SpaceId space, RowIndex caseRow);

}  // namespace assay::evaluate

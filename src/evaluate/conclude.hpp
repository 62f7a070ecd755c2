#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/evaluate/result.hpp"
#include "state.hpp"

namespace assay::evaluate {

enum class Detail : std::uint8_t {
    Status,    // status, outcome, candidates, value
    Decision,  // what separates the items of a partition too
    Full,      // basis and reasons too
};

// The conclusions of a declaration for one case: one a row of its space, and one without an item for each list of its
// heading that is unknown.
[[nodiscard]] std::vector<Conclusion> conclusionsOf(const State& state, check::DeclId decl, RowIndex caseRow, Detail detail);

// Marks the conclusions that verdicts count; `asked` as in Evaluation::result. Decides and duties that arose count, and rules and
// checklists that no decide reads; defines, flags and contradictions only where they are asked for.
void markCounted(const check::Checked& rules, std::vector<Conclusion>& conclusions, const std::vector<check::DeclId>& asked);

// One verdict a party over the marked conclusions.
[[nodiscard]] std::vector<Verdict> verdictsOf(const check::Checked& rules, const std::vector<Conclusion>& conclusions);

// What a conclusion comes to in one word: its outcome or settled value, else its status.
[[nodiscard]] std::string outcomeWord(const check::Checked& rules, const Conclusion& conclusion);

// The rows of a space that belong to a case: [first, last).
[[nodiscard]] std::pair<RowIndex, RowIndex> rowsOfCase(const State& state, lower::SpaceId space, RowIndex caseRow);

}  // namespace assay::evaluate

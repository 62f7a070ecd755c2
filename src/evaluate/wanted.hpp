#pragma once

#include <vector>

#include "assay/lower/program.hpp"

namespace assay::evaluate {

// By node: whether the values of some declarations, or what is concluded of them, can rest on it. No declarations: every node.
// Divisions that can be agreed are always wanted: a flaw of one is an error of the case, whatever is asked.
[[nodiscard]] std::vector<bool> wantedNodes(const lower::Program& program, const std::vector<check::DeclId>& declarations);

}  // namespace assay::evaluate

#pragma once

#include <string_view>

#include "assay/evaluate/result.hpp"

namespace assay::evaluate {

// A status as results and expectations spell it: "holds", "judgement_needed", "not_yet".
[[nodiscard]] std::string_view statusWord(Status status);

}  // namespace assay::evaluate

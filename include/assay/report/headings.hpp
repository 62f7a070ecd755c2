#pragma once

#include <string_view>

#include "assay/check/checked.hpp"
#include "assay/report/words.hpp"

namespace assay::report {

// The heading under which `evaluate` shows a declaration's conclusions, and the list of its JSON that holds them.
[[nodiscard]] Word headingOf(const check::Declaration& declaration);
[[nodiscard]] std::string_view groupKey(Word heading);

}  // namespace assay::report

#pragma once

#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/report/place.hpp"
#include "assay/source/source.hpp"

namespace assay::report {

// The declaration whose text holds the span; nothing for a span elsewhere.
[[nodiscard]] const check::Declaration* declarationAt(const check::Checked& rules, source::Span span);

}  // namespace assay::report

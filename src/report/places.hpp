#pragma once

#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/source/source.hpp"

namespace assay::report {

// "cases/a/case.toml:41" as messages name it; empty for no place.
[[nodiscard]] std::string placeText(const source::SourceMap& sources, source::Span span);

// The source's name without the first of `roots` that it begins with.
[[nodiscard]] std::string relativeName(const source::SourceMap& sources, source::SourceId id, const std::vector<std::string>& roots);

// The declaration whose text holds the span; nothing for a span elsewhere.
[[nodiscard]] const check::Declaration* declarationAt(const check::Checked& rules, source::Span span);

}  // namespace assay::report

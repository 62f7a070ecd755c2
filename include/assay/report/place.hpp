#pragma once

#include <string>
#include <vector>

#include "assay/source/source.hpp"

namespace assay::report {

// "cases/a/case.toml:41" as messages name it; empty for no place.
[[nodiscard]] std::string placeText(const source::SourceMap& sources, source::Span span);

// The source's name without the first of `roots` that it begins with.
[[nodiscard]] std::string relativeName(const source::SourceMap& sources, source::SourceId id, const std::vector<std::string>& roots);

}  // namespace assay::report

#pragma once

#include <cstddef>
#include <string_view>

#include "assay/diagnostics/escape.hpp"

namespace assay::diagnostics {

// The longest beginning of `escaped` that takes at most `columns` columns; `escaped` is valid UTF-8.
[[nodiscard]] std::string_view firstColumns(std::string_view escaped, std::size_t columns);

// The longest end of `escaped` that takes at most `columns` columns; `escaped` is valid UTF-8.
[[nodiscard]] std::string_view lastColumns(std::string_view escaped, std::size_t columns);

}  // namespace assay::diagnostics

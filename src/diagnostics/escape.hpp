#pragma once

#include <string>
#include <string_view>

namespace assay::diagnostics {

// The text as a terminal may show it: control and bidirectional characters and bytes that are not UTF-8 become
// `\x1B`, `\u202E`; a tab becomes four blanks. The result is valid UTF-8 of one line.
[[nodiscard]] std::string escape(std::string_view text);

// The longest beginning of `escaped` that takes at most `columns` columns; `escaped` is valid UTF-8.
[[nodiscard]] std::string_view firstColumns(std::string_view escaped, std::size_t columns);

// The longest end of `escaped` that takes at most `columns` columns; `escaped` is valid UTF-8.
[[nodiscard]] std::string_view lastColumns(std::string_view escaped, std::size_t columns);

}  // namespace assay::diagnostics

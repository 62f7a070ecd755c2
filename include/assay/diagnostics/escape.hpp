#pragma once

#include <string>
#include <string_view>

namespace assay::diagnostics {

// The text as a terminal may show it: control and bidirectional characters and bytes that are not UTF-8 become
// `\x1B`, `\u202E`; a tab becomes four blanks. The result is valid UTF-8 of one line.
[[nodiscard]] std::string escape(std::string_view text);

}  // namespace assay::diagnostics

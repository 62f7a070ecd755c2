#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::source {

// Two lower-case hexadecimal digits a byte.
[[nodiscard]] std::string hexOf(std::string_view bytes);
// The bytes. Empty: an odd number of digits, or something that is no lower-case digit.
[[nodiscard]] std::optional<std::string> bytesOf(std::string_view hex);

}  // namespace assay::source

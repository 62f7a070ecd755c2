#pragma once

#include <string>
#include <vector>

namespace assay::workspace {

// The folders with a case.toml in or below a folder, by path, as paths that begin with it. What lies below a case belongs to the
// case, and links are not followed.
[[nodiscard]] std::vector<std::string> findCases(const std::string& folder);

}  // namespace assay::workspace

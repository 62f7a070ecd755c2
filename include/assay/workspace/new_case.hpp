#pragma once

#include <string>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/workspace/options.hpp"

namespace assay::workspace {

struct NewCase {
    std::string document;  // where the case stands now, as messages name it; empty if findings say why not
    diagnostics::Diagnostics findings;
};

// Makes the folder NAME in `parent`, which must be there, and writes the text to its case.toml. Nothing that exists is changed:
// a file or folder of that name is a finding. NAME is one path segment that begins with no '.'.
[[nodiscard]] NewCase writeNewCase(const Location& parent, const std::string& name, const std::string& text);

}  // namespace assay::workspace

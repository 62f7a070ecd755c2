#pragma once

#include <string>

#include "assay/diagnostics/diagnostic.hpp"

namespace assay::diagnostics {

struct RenderOptions {
    Language language = Language::English;
    bool color = false;
};

// A finding for a terminal, ends with a line break:
//   error[E0312] rows 4 and 5 of table `inspection_days` both apply
//     rules/cgc-pv10/staffing.assay:41:4
//      41 |   | 201..400 | 1.5 |
//         |     ^^^^^^^^
//     help: ...
//     see:  assay help E0312
// Carets count display columns. Control characters of the source are escaped.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const source::SourceMap& sources, const RenderOptions& options);

// The page of a code (docs/diagnostics/CODE.md, compiled in); empty: no such code.
[[nodiscard]] std::string_view page(std::string_view code);

}  // namespace assay::diagnostics

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/source/source.hpp"

// Reading of files with findings in place of failures.
namespace assay::workspace {

// The bytes of a file; a finding at `asked` (where a text names the file, else no place) if it cannot be read.
[[nodiscard]] std::optional<std::string> readBytes(const std::filesystem::path& path, const std::string& shown, std::size_t limit,
                                                   source::Span asked, diagnostics::Diagnostics& findings);

// Reads a file into `sources` under the name shown, likewise.
[[nodiscard]] std::optional<source::SourceId> addFile(source::SourceMap& sources, const std::filesystem::path& path,
                                                      const std::string& shown, std::size_t limit, source::Span asked,
                                                      diagnostics::Diagnostics& findings);

// Reads a TOML file likewise.
[[nodiscard]] std::optional<document::Node> addToml(source::SourceMap& sources, const std::filesystem::path& path, const std::string& shown,
                                                    const document::Limits& limits, source::Span asked, diagnostics::Diagnostics& findings);

// "folder/" + name; a folder shown as "" or with a slash at its end gets none.
[[nodiscard]] std::string shownIn(const std::string& folder, const std::string& name);

}  // namespace assay::workspace

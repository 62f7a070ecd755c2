#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>

namespace assay::source {

enum class ReadError { NotFound, NotAFile, TooLarge, Unreadable };

// Reads a whole regular file of at most `limit` bytes.
[[nodiscard]] std::variant<std::string, ReadError> readFile(const std::filesystem::path& path, std::size_t limit);

// Whether `path`, with links resolved, lies in `root` or below it.
[[nodiscard]] bool liesBelow(const std::filesystem::path& path, const std::filesystem::path& root);

}  // namespace assay::source

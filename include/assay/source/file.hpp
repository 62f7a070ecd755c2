#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

namespace assay::source {

enum class ReadError { NotFound, NotAFile, TooLarge, Unreadable };

// Reads a whole regular file of at most `limit` bytes.
[[nodiscard]] std::variant<std::string, ReadError> readFile(const std::filesystem::path& path, std::size_t limit);

// Writes a file whole or not at all: the bytes go to a new file beside it, reach the disk, and take its name. False: what stood
// there stays.
[[nodiscard]] bool replaceFile(const std::filesystem::path& path, std::string_view bytes);

// Whether `path`, with links resolved, lies in `root` or below it.
[[nodiscard]] bool liesBelow(const std::filesystem::path& path, const std::filesystem::path& root);

}  // namespace assay::source

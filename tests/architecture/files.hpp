#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace assay::architecture {

// A file of a source tree: its path below the tree's root with '/', and its text.
struct File {
    std::string path;
    std::string text;
};

// The files with one of the extensions (".cpp") below `root`/`folder`, by path; none where the folder is absent.
[[nodiscard]] std::vector<File> readFiles(const std::filesystem::path& root, const std::string& folder,
                                          const std::vector<std::string>& extensions);

[[nodiscard]] std::vector<std::string> splitLines(const std::string& text);

// C++ text whose comments, and the contents of whose string and character literals, are blanks; line breaks stay.
[[nodiscard]] std::string codeOnly(const std::string& text);

// An `#include` of a C++ text, outside comments.
struct Include {
    std::size_t line = 0;  // counted from 1
    std::string target;    // "assay/check/type.hpp", "gmp.h": without quotes or angle brackets
};
[[nodiscard]] std::vector<Include> includesOf(const std::string& text);

// Whether the word occurs in the line with no letter, digit or '_' beside it.
[[nodiscard]] bool hasWord(const std::string& line, const std::string& word);

}  // namespace assay::architecture

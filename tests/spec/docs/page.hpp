#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace assay::docs {

// A fenced block of a page: the word behind the opening fence, the lines between the fences.
struct Block {
    std::string language;
    std::string text;      // ends with a line break
    std::size_t line = 0;  // of the opening fence, counted from 1
};

// A link of a page to another file of the project, as written.
struct Link {
    std::string target;  // "decisions/0001-hulls.md"; without what stands behind '#'
    std::size_t line = 0;
};

struct Page {
    std::string path;  // below the project's root
    std::string text;
    std::vector<Block> blocks;
    std::vector<Link> links;
};

[[nodiscard]] Page readPage(const std::filesystem::path& root, const std::string& path);

// README.md and every page of docs/ except the pages of diagnostics, which are checked with the diagnostics.
[[nodiscard]] std::vector<Page> readPages(const std::filesystem::path& root);

// What the program prints on both streams, run with these arguments at the project's root; what it writes goes to the folder $RECORDS.
[[nodiscard]] std::string outputOf(const std::string& arguments);

}  // namespace assay::docs

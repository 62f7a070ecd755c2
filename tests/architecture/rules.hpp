#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

// The rules of the architecture as checks of a source tree: include/assay/<module> and src/<module> below a root.
namespace assay::architecture {

// A place that breaks a rule. `text` says what is wrong there.
struct Breach {
    std::string path;
    std::size_t line = 0;  // counted from 1; 0: the file or module as a whole
    std::string text;
    bool operator==(const Breach&) const = default;
};

// "src/report/json.cpp:12: includes gmp.h", one line a breach.
[[nodiscard]] std::string describe(const std::vector<Breach>& breaches);

// An include of another module that the module's CMakeLists.txt does not link, directly or through what it links; an
// include by a relative path that leaves the folder; modules that link each other in a circle.
[[nodiscard]] std::vector<Breach> findForeignIncludes(const std::filesystem::path& root);

// A library that one module hides, seen in another: PEGTL, toml++, GMP, OpenSSL, CLI11, spdlog.
[[nodiscard]] std::vector<Breach> findForeignLibraries(const std::filesystem::path& root);

// Printing outside of the command line.
[[nodiscard]] std::vector<Breach> findPrinting(const std::filesystem::path& root);

// `double` or `float` in a module on the way from a case to its decisions. An overload that is deleted is no use of them.
[[nodiscard]] std::vector<Breach> findFloatingPoint(const std::filesystem::path& root);

// The lengths in lines of all .cpp and .hpp files below a folder, shortest first.
struct FileLength {
    std::size_t lines = 0;
    std::string path;
};
[[nodiscard]] std::vector<FileLength> fileLengths(const std::filesystem::path& root, const std::vector<std::string>& folders);

}  // namespace assay::architecture

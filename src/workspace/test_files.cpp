#include "test_files.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace assay::workspace {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view expectedSuffix = ".expected.toml";

// The entries of a folder by name; nothing for what is no folder.
std::vector<std::string> entries(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

std::vector<TestFile> findTests(const std::string& folder) {
    std::vector<TestFile> tests;
    for (const std::string& name : entries(folder)) {
        std::error_code error;
        if (fs::exists(fs::path(folder) / name / "expected.toml", error)) tests.push_back({name + "/case.toml", name + "/expected.toml"});
        for (const std::string& variant : entries(fs::path(folder) / name / "variants")) {
            if (variant.size() <= expectedSuffix.size() || !variant.ends_with(expectedSuffix)) continue;
            const std::string stem = name + "/variants/" + variant.substr(0, variant.size() - expectedSuffix.size());
            tests.push_back({stem + ".toml", stem + std::string(expectedSuffix)});
        }
    }
    std::sort(tests.begin(), tests.end());
    return tests;
}

}  // namespace assay::workspace

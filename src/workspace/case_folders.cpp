#include "assay/workspace/case_folders.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;

namespace {

void addCases(const std::string& folder, std::vector<std::string>& cases) {
    std::error_code error;
    if (fs::exists(fs::path(folder) / "case.toml", error)) {
        cases.push_back(folder);
        return;
    }
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->symlink_status(ignored).type() == fs::file_type::directory)
            addCases(shownIn(folder, entry->path().filename().string()), cases);
    }
}

}  // namespace

std::vector<std::string> findCases(const std::string& folder) {
    std::vector<std::string> cases;
    addCases(folder, cases);
    std::sort(cases.begin(), cases.end());
    return cases;
}

}  // namespace assay::workspace

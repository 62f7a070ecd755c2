#include "assay/workspace/new_case.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

// One segment of a path that stands in TOML and in a shell without quoting trouble.
bool isCaseName(const std::string& name) {
    constexpr std::string_view refused = "/\\\"'$`:*?<>|&;";
    if (name.empty() || name.front() == '.' || name.front() == '-') return false;
    return std::none_of(name.begin(), name.end(), [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte == 0x7F || refused.find(c) != std::string_view::npos;
    });
}

}  // namespace

NewCase writeNewCase(const Location& parent, const std::string& name, const std::string& text) {
    NewCase made;
    std::error_code error;
    if (!isCaseName(name)) {
        made.findings.add(Kind::CaseNameInvalid, {}, {{"name", Name{name}}});
        return made;
    }
    if (!fs::is_directory(parent.path, error)) {
        made.findings.add(fs::exists(parent.path, error) ? Kind::FolderExpected : Kind::PathNotFound, {}, {{"path", Name{parent.shown}}});
        return made;
    }
    const fs::path folder = fs::path(parent.path) / name;
    const std::string shown = shownIn(parent.shown, name);
    if (fs::exists(fs::symlink_status(folder, error))) {
        made.findings.add(Kind::PathExists, {}, {{"path", Name{shown}}});
        return made;
    }
    const bool isMade = fs::create_directory(folder, error);
    std::ofstream stream;
    if (isMade) stream.open(folder / "case.toml", std::ios::binary);
    stream << text;
    stream.close();
    if (!isMade || !stream) {
        made.findings.add(Kind::PathUnwritable, {}, {{"path", Name{shownIn(shown, "case.toml")}}});
        return made;
    }
    made.document = shownIn(shown, "case.toml");
    return made;
}

}  // namespace assay::workspace

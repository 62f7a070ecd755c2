#include "files.hpp"

#include <variant>

#include "assay/source/file.hpp"

namespace assay::workspace {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

void addReadError(source::ReadError error, const std::string& shown, std::size_t limit, source::Span asked, Diagnostics& findings) {
    switch (error) {
        case source::ReadError::NotFound:
            findings.add(Kind::PathNotFound, asked, {{"path", Name{shown}}});
            return;
        case source::ReadError::TooLarge:
            findings.add(Kind::FileTooLarge, asked, {{"path", Name{shown}}, {"limit", std::to_string(limit)}});
            return;
        case source::ReadError::NotAFile:
        case source::ReadError::Unreadable:
            findings.add(Kind::PathUnreadable, asked, {{"path", Name{shown}}});
            return;
    }
}

}  // namespace

std::optional<std::string> readBytes(const std::filesystem::path& path, const std::string& shown, std::size_t limit, source::Span asked,
                                     Diagnostics& findings) {
    std::variant<std::string, source::ReadError> read = source::readFile(path, limit);
    if (const auto* error = std::get_if<source::ReadError>(&read)) {
        addReadError(*error, shown, limit, asked, findings);
        return std::nullopt;
    }
    return std::get<std::string>(std::move(read));
}

std::optional<source::SourceId> addFile(source::SourceMap& sources, const std::filesystem::path& path, const std::string& shown,
                                        std::size_t limit, source::Span asked, Diagnostics& findings) {
    std::optional<std::string> text = readBytes(path, shown, limit, asked, findings);
    return text ? std::optional(sources.add(shown, *std::move(text))) : std::nullopt;
}

std::optional<document::Node> addToml(source::SourceMap& sources, const std::filesystem::path& path, const std::string& shown,
                                      const document::Limits& limits, source::Span asked, Diagnostics& findings) {
    const std::optional<source::SourceId> id = addFile(sources, path, shown, limits.bytes, asked, findings);
    if (!id) return std::nullopt;
    return document::readToml(sources, *id, findings, limits);
}

std::string shownIn(const std::string& folder, const std::string& name) {
    if (folder.empty() || folder.back() == '/') return folder + name;
    return folder + "/" + name;
}

}  // namespace assay::workspace

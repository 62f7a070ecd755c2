#include "file_store.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "assay/source/digest.hpp"
#include "assay/source/file.hpp"
#include "files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;

namespace {

class DiskFolder : public FileStore {
public:
    explicit DiskFolder(const Location& place) : FileStore(place.shown), path_(place.path) {}

    [[nodiscard]] bool exists() const override {
        std::error_code error;
        return fs::is_directory(path_, error);
    }

    [[nodiscard]] bool isTaken() const override { return isPath(path_); }

    [[nodiscard]] std::vector<std::string> names(std::string_view extension) const override {
        std::vector<std::string> names;
        std::error_code error;
        for (fs::directory_iterator entry(path_, error), end; !error && entry != end; entry.increment(error)) {
            if (entry->path().extension() == extension) names.push_back(entry->path().filename().string());
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    [[nodiscard]] bool isThere(const std::string& name) const override { return isPath(path_ / name); }
    [[nodiscard]] bool holds(const std::string& name) const override { return source::liesBelow(path_ / name, path_); }

    [[nodiscard]] std::optional<std::string> bytes(const std::string& name, std::size_t limit, source::Span asked,
                                                   diagnostics::Diagnostics& findings) const override {
        return readBytes(path_ / name, shown(name), limit, asked, findings);
    }

    [[nodiscard]] std::optional<std::string> digest(const std::string& name, std::size_t limit, source::Span asked,
                                                    diagnostics::Diagnostics& findings) const override {
        const std::optional<std::string> read = bytes(name, limit, asked, findings);
        return read ? std::optional(source::sha256(*read)) : std::nullopt;
    }

private:
    static bool isPath(const fs::path& path) {
        std::error_code error;
        return fs::symlink_status(path, error).type() != fs::file_type::not_found;
    }

    fs::path path_;
};

class KeptFolder : public FileStore {
public:
    KeptFolder(const KeptFiles& files, const KeptFiles& evidence) : FileStore({}), files_(files), evidence_(evidence) {}

    [[nodiscard]] bool exists() const override { return !files_.empty(); }
    [[nodiscard]] bool isTaken() const override { return exists(); }

    [[nodiscard]] std::vector<std::string> names(std::string_view extension) const override {
        std::vector<std::string> names;
        for (const auto& [name, text] : files_) {
            if (name.ends_with(extension)) names.push_back(name);
        }
        return names;
    }

    [[nodiscard]] bool isThere(const std::string& name) const override { return files_.contains(name); }
    [[nodiscard]] bool holds(const std::string& name) const override { return files_.contains(name) || evidence_.contains(name); }

    [[nodiscard]] std::optional<std::string> bytes(const std::string& name, std::size_t /*limit*/, source::Span asked,
                                                   diagnostics::Diagnostics& findings) const override {
        return find(files_, name, asked, findings);
    }

    [[nodiscard]] std::optional<std::string> digest(const std::string& name, std::size_t /*limit*/, source::Span asked,
                                                    diagnostics::Diagnostics& findings) const override {
        return find(evidence_, name, asked, findings);
    }

private:
    static std::optional<std::string> find(const KeptFiles& files, const std::string& name, source::Span asked,
                                           diagnostics::Diagnostics& findings) {
        const auto found = files.find(name);
        if (found != files.end()) return found->second;
        findings.add(diagnostics::Kind::PathNotFound, asked, {{"path", diagnostics::Name{name}}});
        return std::nullopt;
    }

    const KeptFiles& files_;
    const KeptFiles& evidence_;
};

}  // namespace

std::string FileStore::shown(const std::string& name) const {
    return shownIn(shown_, name);
}

std::unique_ptr<FileStore> folderAt(const Location& place) {
    return std::make_unique<DiskFolder>(place);
}

std::unique_ptr<FileStore> folderOf(const KeptFiles& files, const KeptFiles& evidence) {
    return std::make_unique<KeptFolder>(files, evidence);
}

}  // namespace assay::workspace

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assay/workspace/case.hpp"

// The files of a case or of its registers: in a folder, or as a decision record keeps them.
namespace assay::workspace {

class FileStore {
public:
    explicit FileStore(std::string shown) : shown_(std::move(shown)) {}
    virtual ~FileStore() = default;
    FileStore(const FileStore&) = delete;
    FileStore& operator=(const FileStore&) = delete;

    // How messages name a file of this folder; of the folder itself for "".
    [[nodiscard]] std::string shown(const std::string& name) const;
    // Whether the folder is there; else whether something else stands in its place.
    [[nodiscard]] virtual bool exists() const = 0;
    [[nodiscard]] virtual bool isTaken() const = 0;
    // The names that end so, in byte order.
    [[nodiscard]] virtual std::vector<std::string> names(std::string_view extension) const = 0;
    // Also a link to nowhere is there: it is refused, not passed over.
    [[nodiscard]] virtual bool isThere(const std::string& name) const = 0;
    // Whether the file, with links resolved, lies below the folder.
    [[nodiscard]] virtual bool holds(const std::string& name) const = 0;
    // The bytes of a file; a finding at `asked` if it cannot be read.
    [[nodiscard]] virtual std::optional<std::string> bytes(const std::string& name, std::size_t limit, source::Span asked,
                                                           diagnostics::Diagnostics& findings) const = 0;
    // SHA-256 of an evidence file, likewise.
    [[nodiscard]] virtual std::optional<std::string> digest(const std::string& name, std::size_t limit, source::Span asked,
                                                            diagnostics::Diagnostics& findings) const = 0;

private:
    std::string shown_;
};

[[nodiscard]] std::unique_ptr<FileStore> folderAt(const Location& place);
// `files` and `evidence` live longer than the folder.
[[nodiscard]] std::unique_ptr<FileStore> folderOf(const KeptFiles& files, const KeptFiles& evidence);

}  // namespace assay::workspace

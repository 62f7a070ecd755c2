#include "assay/source/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace assay::source {

namespace fs = std::filesystem;

std::variant<std::string, ReadError> readFile(const fs::path& path, std::size_t limit) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return ReadError::NotFound;
    if (error) return ReadError::Unreadable;
    if (!fs::is_regular_file(status)) return ReadError::NotAFile;

    std::ifstream stream(path, std::ios::binary);
    if (!stream) return ReadError::Unreadable;

    // The size is what was read, not what the file system said before: a file may grow meanwhile.
    constexpr std::size_t blockSize = std::size_t{1} << 16U;
    std::string text;
    while (stream) {
        const std::size_t before = text.size();
        text.resize(before + blockSize);
        stream.read(text.data() + before, static_cast<std::streamsize>(blockSize));
        text.resize(before + static_cast<std::size_t>(stream.gcount()));
        if (text.size() > limit) return ReadError::TooLarge;
    }
    if (stream.bad()) return ReadError::Unreadable;
    return text;
}

namespace {

// Absolute and free of links and dots; empty where that cannot be found out. A part that does not exist is kept as
// written, except a link to nowhere: what it would lead to is not known.
fs::path resolve(const fs::path& path) {
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    if (error) return {};
    const fs::path resolved = fs::weakly_canonical(absolute, error);
    if (error) return {};
    fs::path prefix;
    for (const fs::path& part : resolved) {
        prefix /= part;
        if (fs::is_symlink(fs::symlink_status(prefix, error))) return {};
    }
    return resolved;
}

}  // namespace

bool replaceFile(const std::filesystem::path& path, std::string_view bytes) {
    std::string beside = path.string() + ".XXXXXX";
    const int file = mkstemp(beside.data());
    if (file < 0) return false;
    bool done = true;
    for (std::size_t at = 0; done && at < bytes.size();) {
        const ssize_t count = ::write(file, bytes.data() + at, bytes.size() - at);
        done = count > 0 || (count < 0 && errno == EINTR);
        if (count > 0) at += static_cast<std::size_t>(count);
    }
    constexpr mode_t readable = 0644;
    done = done && ::fchmod(file, readable) == 0 && ::fsync(file) == 0;
    done = ::close(file) == 0 && done;
    std::error_code error;
    if (done) fs::rename(beside, path, error);
    done = done && !error;
    if (!done) ::unlink(beside.c_str());
    return done;
}

bool liesBelow(const fs::path& path, const fs::path& root) {
    const fs::path inner = resolve(path);
    const fs::path outer = resolve(root);
    if (inner.empty() || outer.empty()) return false;
    // A trailing slash leaves an empty last component.
    const auto outerEnd = outer.filename().empty() && outer.has_relative_path() ? std::prev(outer.end()) : outer.end();
    return std::mismatch(outer.begin(), outerEnd, inner.begin(), inner.end()).first == outerEnd;
}

}  // namespace assay::source

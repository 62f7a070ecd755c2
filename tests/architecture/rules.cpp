#include "rules.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "files.hpp"
#include "modules.hpp"

namespace assay::architecture {

namespace {

// base holds templates only and links nothing: every module may use it.
constexpr std::string_view baseModule = "base";

// The first folder behind "include/assay/" or "src/"; empty: the file lies in no module.
std::string moduleOf(const std::string& path) {
    for (const std::string_view prefix : {"include/assay/", "src/"}) {
        if (!path.starts_with(prefix)) continue;
        const std::size_t slash = path.find('/', prefix.size());
        return slash == std::string::npos ? std::string() : path.substr(prefix.size(), slash - prefix.size());
    }
    return {};
}

std::vector<File> moduleFiles(const std::filesystem::path& root) {
    std::vector<File> files = readFiles(root, "include/assay", {".hpp", ".def"});
    std::vector<File> sources = readFiles(root, "src", {".cpp", ".hpp"});
    std::move(sources.begin(), sources.end(), std::back_inserter(files));
    return files;
}

struct Library {
    std::string_view include;  // how its headers begin
    std::string_view module;   // where alone it is seen
};
constexpr std::array libraries{Library{"tao/pegtl", "syntax"}, Library{"toml++/", "document"}, Library{"toml.hpp", "document"},
                               Library{"gmp", "quantity"},     Library{"openssl/", "source"},  Library{"CLI/", "cli"},
                               Library{"spdlog/", "cli"},      Library{"kainjow/", "notice"}};

constexpr std::array printingHeaders{"iostream", "cstdio", "stdio.h", "print", "syncstream"};
constexpr std::array printingWords{"printf", "fprintf", "puts", "fputs", "putchar", "cout", "cerr", "clog"};

// No decision passes through the others: they read results.
constexpr std::array exactModules{"quantity", "check",    "lower",    "facts",     "evaluate", "trace",
                                  "analyze",  "document", "register", "footprint", "recheck"};

}  // namespace

std::string describe(const std::vector<Breach>& breaches) {
    std::string text;
    for (const Breach& breach : breaches) {
        text += breach.path;
        if (breach.line != 0) text += ":" + std::to_string(breach.line);
        text += ": " + breach.text + "\n";
    }
    return text;
}

std::vector<Breach> findForeignIncludes(const std::filesystem::path& root) {
    const Edges edges = readEdges(root);
    std::vector<Breach> breaches;
    for (const auto& [module, links] : edges) {
        if (reachable(edges, module).contains(module)) breaches.push_back({"src/" + module, 0, "links itself through what it links"});
    }
    for (const File& file : moduleFiles(root)) {
        const std::string module = moduleOf(file.path);
        const std::set<std::string> allowed = reachable(edges, module);
        for (const Include& include : includesOf(file.text)) {
            if (include.target.starts_with("..") || include.target.find("/../") != std::string::npos) {
                breaches.push_back({file.path, include.line, "leaves its folder with " + include.target});
                continue;
            }
            const std::string used = moduleOf("include/" + include.target);
            if (used.empty() || used == module || used == baseModule || allowed.contains(used)) continue;
            breaches.push_back({file.path, include.line, "includes " + include.target + ", but " + module + " does not link " + used});
        }
    }
    return breaches;
}

std::vector<Breach> findForeignLibraries(const std::filesystem::path& root) {
    std::vector<Breach> breaches;
    for (const File& file : moduleFiles(root)) {
        for (const Include& include : includesOf(file.text)) {
            bool isLibrary = false;
            bool isHome = false;
            for (const Library& library : libraries) {
                if (!include.target.starts_with(library.include)) continue;
                isLibrary = true;
                // A public header would hand the library on to whoever includes it.
                isHome = isHome || file.path.starts_with("src/" + std::string(library.module) + "/");
            }
            if (isLibrary && !isHome) breaches.push_back({file.path, include.line, "includes " + include.target});
        }
    }
    return breaches;
}

std::vector<Breach> findPrinting(const std::filesystem::path& root) {
    std::vector<Breach> breaches;
    for (const File& file : moduleFiles(root)) {
        if (moduleOf(file.path) == "cli") continue;
        for (const Include& include : includesOf(file.text)) {
            if (std::find(printingHeaders.begin(), printingHeaders.end(), include.target) == printingHeaders.end()) continue;
            breaches.push_back({file.path, include.line, "includes " + include.target});
        }
        const std::vector<std::string> lines = splitLines(codeOnly(file.text));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const char* word : printingWords) {
                if (hasWord(lines[i], word)) breaches.push_back({file.path, i + 1, std::string("prints with ") + word});
            }
        }
    }
    return breaches;
}

std::vector<Breach> findFloatingPoint(const std::filesystem::path& root) {
    std::vector<Breach> breaches;
    for (const File& file : moduleFiles(root)) {
        const std::string module = moduleOf(file.path);
        if (std::find(exactModules.begin(), exactModules.end(), module) == exactModules.end()) continue;
        const std::vector<std::string> lines = splitLines(codeOnly(file.text));
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool isDeleted = lines[i].find("= delete") != std::string::npos;
            for (const char* word : {"double", "float"}) {
                if (hasWord(lines[i], word) && !isDeleted) breaches.push_back({file.path, i + 1, std::string("uses ") + word});
            }
        }
    }
    return breaches;
}

std::vector<FileLength> fileLengths(const std::filesystem::path& root, const std::vector<std::string>& folders) {
    std::vector<FileLength> lengths;
    for (const std::string& folder : folders) {
        for (const File& file : readFiles(root, folder, {".cpp", ".hpp"}))
            lengths.push_back({splitLines(file.text).size(), file.path});
    }
    std::sort(lengths.begin(), lengths.end(), [](const FileLength& a, const FileLength& b) { return a.lines < b.lines; });
    return lengths;
}

}  // namespace assay::architecture

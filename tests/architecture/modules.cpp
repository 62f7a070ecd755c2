#include "modules.hpp"

#include <sstream>
#include <string_view>
#include <vector>

#include "files.hpp"

namespace assay::architecture {

namespace {

// A command of a CMake file: its name, then its words.
using Command = std::vector<std::string>;

std::vector<Command> commandsOf(const std::string& text) {
    std::string plain;
    for (const std::string& line : splitLines(text))
        plain += line.substr(0, line.find('#')) + "\n";
    std::vector<Command> commands;
    std::size_t at = 0;
    while (true) {
        const std::size_t open = plain.find('(', at);
        const std::size_t close = plain.find(')', open);
        if (open == std::string::npos || close == std::string::npos) return commands;
        std::istringstream words(plain.substr(at, open - at) + " " + plain.substr(open + 1, close - open - 1));
        Command command;
        for (std::string word; words >> word;)
            command.push_back(word);
        if (!command.empty()) commands.push_back(std::move(command));
        at = close + 1;
    }
}

void addLinks(const Command& command, std::set<std::string>& links) {
    constexpr std::string_view prefix = "assay::";
    bool inLinks = false;
    for (std::size_t i = 2; i < command.size(); ++i) {
        const std::string& word = command[i];
        if (word == "FILES" || word == "LINKS" || word == "LIBRARIES") {
            inLinks = word == "LINKS";
        } else if (inLinks) {
            links.insert(word);
        } else if (command.front() == "target_link_libraries" && word.starts_with(prefix)) {
            links.insert(word.substr(prefix.size()));
        }
    }
}

}  // namespace

Edges readEdges(const std::filesystem::path& root) {
    Edges edges;
    for (const File& file : readFiles(root, "src", {".txt"})) {
        const std::filesystem::path path(file.path);
        const bool isOfModule = path.filename() == "CMakeLists.txt" && path.parent_path().parent_path() == "src";
        if (!isOfModule) continue;
        std::set<std::string>& links = edges[path.parent_path().filename().string()];
        for (const Command& command : commandsOf(file.text)) {
            if (command.front() == "assay_module" || command.front() == "target_link_libraries") addLinks(command, links);
        }
    }
    return edges;
}

std::set<std::string> reachable(const Edges& edges, const std::string& module) {
    std::set<std::string> found;
    std::vector<std::string> pending{module};
    while (!pending.empty()) {
        const auto links = edges.find(pending.back());
        pending.pop_back();
        if (links == edges.end()) continue;
        for (const std::string& link : links->second) {
            if (found.insert(link).second) pending.push_back(link);
        }
    }
    return found;
}

}  // namespace assay::architecture

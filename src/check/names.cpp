#include "names.hpp"

#include <algorithm>

namespace assay::check {

const Symbol* Names::add(const std::string& name, const Symbol& symbol) {
    const auto [place, added] = symbols_.emplace(name, symbol);
    return added ? nullptr : &place->second;
}

const Symbol* Names::find(std::string_view name) const {
    const auto found = symbols_.find(name);
    return found == symbols_.end() ? nullptr : &found->second;
}

const Symbol* Names::find(std::string_view name, Symbol::Kind kind) const {
    const Symbol* symbol = find(name);
    return symbol && symbol->kind == kind ? symbol : nullptr;
}

const Symbol* Names::beginningWith(std::string_view word) const {
    if (const Symbol* symbol = find(word)) return symbol;
    const std::string prefix = std::string(word) + ".";
    const auto next = symbols_.lower_bound(prefix);
    if (next == symbols_.end() || next->first.compare(0, prefix.size(), prefix) != 0) return nullptr;
    return &next->second;
}

std::vector<std::string> Names::all(Symbol::Kind kind) const {
    std::vector<std::string> names;
    for (const auto& [name, symbol] : symbols_) {
        if (symbol.kind == kind) names.push_back(name);
    }
    return names;
}

std::vector<std::string> splitPath(std::string_view path) {
    std::vector<std::string> words;
    std::size_t begin = 0;
    while (begin <= path.size()) {
        const std::size_t point = std::min(path.find('.', begin), path.size());
        words.emplace_back(path.substr(begin, point - begin));
        begin = point + 1;
    }
    return words;
}

std::string joinPath(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
    std::string path;
    for (std::size_t index = first; index < last; ++index) {
        if (index > first) path += '.';
        path += words[index];
    }
    return path;
}

}  // namespace assay::check

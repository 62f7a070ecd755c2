#include "tags.hpp"

#include <set>

namespace assay::page::testing {

namespace {

const std::set<std::string> emptyTags{"meta", "input", "wbr"};

std::string resolved(std::string text) {
    for (const auto& [entity, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
        const std::string name = entity;
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
            text.replace(at, name.size(), character);
    }
    return text;
}

// The tag that begins behind the `<` at `at`; `at` is left behind its `>`.
Tag readTag(const std::string& page, std::size_t& at, std::vector<std::string>& mistakes) {
    Tag tag;
    const std::size_t begin = at;
    while (page[at] != ' ' && page[at] != '>')
        tag.name += page[at++];
    while (page[at] == ' ') {
        const std::size_t equals = page.find("=\"", at);
        const std::size_t end = equals == std::string::npos ? equals : page.find('"', equals + 2);
        if (end == std::string::npos || page.substr(at, equals - at).find('>') != std::string::npos) {
            mistakes.push_back("attributes of " + page.substr(begin, 80));
            at = page.find('>', at);
            break;
        }
        tag.attributes[page.substr(at + 1, equals - at - 1)] = resolved(page.substr(equals + 2, end - equals - 2));
        at = end + 1;
    }
    if (page[at] != '>') mistakes.push_back("no end of " + page.substr(begin, 80));
    ++at;
    return tag;
}

}  // namespace

Taken takeApart(const std::string& page) {
    Taken taken;
    std::vector<std::string> open;
    std::size_t at = page.find('\n') + 1;  // behind the document type
    while (at < page.size()) {
        const std::size_t next = std::min(page.find('<', at), page.size());
        taken.text += resolved(page.substr(at, next - at));
        if (next == page.size()) break;
        at = next + 1;
        if (page[at] == '/') {
            const std::size_t end = page.find('>', at);
            const std::string name = page.substr(at + 1, end - at - 1);
            if (open.empty() || open.back() != name) taken.mistakes.push_back("closes " + name);
            if (!open.empty()) open.pop_back();
            at = end + 1;
            continue;
        }
        taken.tags.push_back(readTag(page, at, taken.mistakes));
        const std::string& name = taken.tags.back().name;
        if (!emptyTags.contains(name)) open.push_back(name);
        if (name == "style" || name == "script") at = page.find("</" + name, at);
    }
    if (!open.empty()) taken.mistakes.push_back("leaves open " + open.back());
    return taken;
}

}  // namespace assay::page::testing

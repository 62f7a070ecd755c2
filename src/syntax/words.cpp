#include "words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "assay/source/text.hpp"

namespace assay::syntax {

namespace {

constexpr auto reservedWords = std::to_array<std::string_view>({"and", "or", "not", "is", "in", "has", "where", "when", "otherwise", "if",
                                                                "then", "else", "given", "true", "false", "none", "of", "for"});

constexpr auto partWords = std::to_array<std::string_view>(
    {"cites", "reads",   "label",  "message", "require", "default",  "except", "takes",   "ask",  "from",    "absent", "with",
     "hit",   "skipped", "over",   "awaits",  "by",      "contains", "title",  "edition", "sign", "parties", "roles",  "calendar",
     "step",  "apart",   "agreed", "runs",    "pausing", "met",      "rolls",  "after",   "to",   "annuls"});

template <class Words>
bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

using Parts = std::pair<std::string, std::vector<std::string>>;

const std::vector<Parts>& declarations() {
    static const std::vector<Parts> table = {
        {"ruleset", {"title", "edition", "clauses", "units", "factors", "parties", "roles", "sign", "months", "calendar", "unit"}},
        {"stage", {"skipped", "cites", "label"}},
        {"enum", {"cites", "label"}},
        {"record", {"cites", "label"}},
        {"fact", {"absent", "from", "ask", "label", "with", "cites"}},
        {"register", {"label"}},
        {"reading", {"takes", "cites", "label"}},
        {"rule", {"cites", "reads", "label", "message", "when", "require"}},
        {"decide", {"cites", "reads", "label", "message", "when", "not yet"}},
        {"define", {"cites", "reads", "label", "message", "default", "except"}},
        {"table", {"cites", "reads", "label", "hit"}},
        {"flag", {"cites", "reads", "label", "message", "when"}},
        {"contradiction", {"cites", "reads", "label", "message", "when"}},
        {"checklist", {"cites", "reads", "label", "message", "when", "item"}},
        {"quantity", {"ask", "label", "cites"}},
        {"partition", {"cites", "reads", "label", "message", "step", "agreed by"}},
        {"duty", {"cites", "reads", "label", "message", "when", "runs", "pausing", "met by", "rolls over"}},
        {"lifecycle", {"cites", "reads", "label", "message", "after"}},
    };
    return table;
}

}  // namespace

bool isHan(char32_t codePoint) {
    return (codePoint >= 0x3400 && codePoint <= 0x4DBF) || (codePoint >= 0x4E00 && codePoint <= 0x9FFF) ||
           (codePoint >= 0x20000 && codePoint <= 0x2A6DF);
}

std::size_t wordLength(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const source::CodePoint next = source::decode(text.substr(length));
        const bool ascii = next.value < 0x80 && ((next.value >= 'a' && next.value <= 'z') || (next.value >= 'A' && next.value <= 'Z') ||
                                                 (next.value >= '0' && next.value <= '9') || next.value == '_');
        if (!ascii && !isHan(next.value)) {
            break;
        }
        length += next.length;
    }
    return length;
}

bool beginsName(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    const char32_t first = source::decode(text).value;
    return (first >= 'a' && first <= 'z') || isHan(first);
}

bool isReserved(std::string_view word) {
    return holds(reservedWords, word);
}

bool isPartWord(std::string_view word) {
    return holds(partWords, word);
}

const std::vector<std::string>& declarationWords() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> keywords;
        for (const Parts& declaration : declarations()) {
            keywords.push_back(declaration.first);
        }
        return keywords;
    }();
    return words;
}

const std::vector<std::string>& partsOf(std::string_view keyword) {
    static const std::vector<std::string> nothing;
    for (const Parts& declaration : declarations()) {
        if (declaration.first == keyword) {
            return declaration.second;
        }
    }
    return nothing;
}

bool isAnyPart(std::string_view word) {
    return std::any_of(declarations().begin(), declarations().end(),
                       [word](const Parts& declaration) { return holds(declaration.second, word); });
}

}  // namespace assay::syntax

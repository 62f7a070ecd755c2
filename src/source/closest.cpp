#include <algorithm>
#include <numeric>

#include "assay/source/text.hpp"

namespace assay::source {

namespace {

std::u32string codePoints(std::string_view text) {
    std::u32string points;
    while (!text.empty()) {
        const CodePoint decoded = decode(text);
        points += decoded.value;
        text.remove_prefix(decoded.length);
    }
    return points;
}

// Insertions, deletions and replacements that turn one text into the other (Levenshtein), row by row.
std::size_t editDistance(const std::u32string& from, const std::u32string& to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < to.size(); ++j) {
            const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<std::string> closest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t mostShown = 3;
    const std::u32string wanted = codePoints(word);
    const std::size_t furthest = wanted.size() / 3;

    struct Match {
        std::size_t distance;
        const std::string* candidate;
    };
    std::vector<Match> matches;
    for (const std::string& candidate : candidates) {
        const std::u32string offered = codePoints(candidate);
        const auto [shorter, longer] = std::minmax({wanted.size(), offered.size()});
        if (longer - shorter > furthest) continue;
        const std::size_t distance = editDistance(wanted, offered);
        if (distance <= furthest) matches.push_back({distance, &candidate});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.distance < b.distance; });

    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < std::min(matches.size(), mostShown); ++i)
        nearest.push_back(*matches[i].candidate);
    return nearest;
}

}  // namespace assay::source

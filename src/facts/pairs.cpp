#include "pairs.hpp"

#include <map>
#include <utility>

#include "scalar.hpp"
#include "value.hpp"

namespace assay::facts {

using diagnostics::Kind;
using document::Node;

namespace {

constexpr std::string_view pairKey = "of";

using Pair = std::pair<std::size_t, std::size_t>;

std::optional<Pair> readPair(const Context& context, const Subject& subject, const check::Fact& fact, const Node& row) {
    const Node* of = row.find(pairKey);
    if (of == nullptr || of->kind != Node::Kind::Array || of->items.size() != 2) {
        report(context, Kind::CasePairOf, of == nullptr ? row.span : of->span, subject);
        return std::nullopt;
    }
    const std::optional<ItemIndex> first = readItem(context, subject, fact.pair[0], of->items[0]);
    const std::optional<ItemIndex> second = readItem(context, subject, fact.pair[1], of->items[1]);
    if (!first || !second) return std::nullopt;
    const Pair pair(first->value, second->value);
    if (fact.pair[0] != fact.pair[1]) return pair;
    if (pair.first == pair.second) {
        report(context, Kind::CasePairSelf, of->items[1].span, subject, {{"id", name(of->items[1].text)}});
        return std::nullopt;
    }
    return std::minmax(pair.first, pair.second);
}

}  // namespace

std::vector<PairEntry> readPairs(const Context& context, const check::Fact& fact, const Node& node) {
    const Subject subject{fact, {}};
    const auto expectRows = [&](const Node& wrong) { report(context, Kind::CasePairsExpected, wrong.span, subject); };
    std::vector<PairEntry> entries;
    if (node.kind != Node::Kind::Array) {
        expectRows(node);
        return entries;
    }
    std::map<Pair, source::Span> seen;
    for (const Node& row : node.items) {
        if (row.kind != Node::Kind::Table) {
            expectRows(row);
            continue;
        }
        const std::optional<Pair> pair = readPair(context, subject, fact, row);
        Entry entry = readEntry(context, subject, row, pairKey);
        if (!pair) continue;
        const source::Span place = row.find(pairKey)->span;
        const auto [first, isNew] = seen.emplace(*pair, place);
        if (isNew) {
            entries.push_back({pair->first, pair->second, std::move(entry)});
        } else {
            report(context, Kind::CasePairDuplicate, place, subject).note(Kind::FirstHere, first->second);
        }
    }
    return entries;
}

}  // namespace assay::facts

#include "assay/facts/facts.hpp"

#include <map>

#include "assay/source/digest.hpp"
#include "assay/source/text.hpp"
#include "context.hpp"
#include "header.hpp"
#include "lists.hpp"
#include "pairs.hpp"
#include "value.hpp"

namespace assay::facts {

using check::FactId;
using check::TypeKind;
using diagnostics::Kind;
using document::Node;

namespace {

constexpr char pathSeparator = '.';

class Reader {
public:
    Reader(const Node& root, const check::Checked& rules, const source::SourceMap& sources, diagnostics::Diagnostics& findings)
        : root_(root), context_{rules, sources, findings, {}, {}}, lists_(context_, facts_) {
        context_.items.resize(rules.lists.size());
        facts_.lists.resize(rules.lists.size());
        for (std::size_t i = 0; i < rules.facts.size(); ++i)
            declare(FactId(i));
    }

    CaseFacts run() {
        facts_.digest = source::sha256(context_.sources.file(root_.span.source).text);
        if (const Node* node = root_.find(caseKey)) readCase(context_, *node, facts_);
        if (const Node* node = root_.find(evidenceKey)) readEvidence(context_, *node, facts_);
        placeGroup(root_, {});
        lists_.readFields();
        for (const Placed& placed : placed_)
            readFact(placed);
        return std::move(facts_);
    }

private:
    struct Placed {
        FactId fact;
        const Node* node = nullptr;
    };

    void declare(FactId id) {
        const check::Fact& fact = context_.rules.facts[id];
        facts_.facts.add(absentEntry(fact));
        names_.emplace(fact.name, id);
        if (isRecordList(fact)) facts_.lists[fact.type.list].state = absentEntry(fact).state;
        if (!fact.pair.empty()) {
            pairOf_.emplace(id, facts_.pairs.size());
            facts_.pairs.emplace_back(id, std::vector<PairEntry>());
        }
    }

    [[nodiscard]] static bool isRecordList(const check::Fact& fact) {
        return fact.type.kind == TypeKind::List && fact.type.element == TypeKind::Record;
    }

    // The members of a table whose path is `prefix`: facts, or further tables on the way to facts.
    void placeGroup(const Node& table, const std::string& prefix) {
        for (const Node::Member& member : table.members) {
            if (prefix.empty() && (member.key == caseKey || member.key == evidenceKey)) continue;
            const std::string path = prefix + member.key;
            const bool isOneWord = member.key.find(pathSeparator) == std::string::npos;
            if (const auto fact = names_.find(path); fact != names_.end() && isOneWord) {
                placeFact(fact->second, member.value);
            } else if (isOneWord && isGroup(path)) {
                placeSubgroup(member, path);
            } else {
                reportUnknown(member, prefix);
            }
        }
    }

    void placeFact(FactId id, const Node& node) {
        if (isRecordList(context_.rules.facts[id])) {
            lists_.place(id, node);
        } else {
            placed_.push_back({id, &node});
        }
    }

    void placeSubgroup(const Node::Member& member, const std::string& path) {
        if (member.value.kind == Node::Kind::Table) {
            placeGroup(member.value, path + pathSeparator);
            return;
        }
        diagnostics::Diagnostic& finding = context_.report(Kind::CaseGroupExpected, member.value.span, {{"name", name(path)}});
        proposeNames(finding, path, factsBelow(path + pathSeparator));
    }

    [[nodiscard]] bool isGroup(const std::string& path) const { return !factsBelow(path + pathSeparator, 1).empty(); }

    // Names of facts that begin with `prefix`, in name order, at most `limit`.
    [[nodiscard]] std::vector<std::string> factsBelow(const std::string& prefix, std::size_t limit = mostCompared) const {
        std::vector<std::string> below;
        for (auto it = names_.lower_bound(prefix); it != names_.end() && it->first.starts_with(prefix) && below.size() < limit; ++it) {
            below.push_back(it->first);
        }
        return below;
    }

    void reportUnknown(const Node::Member& member, const std::string& prefix) {
        const std::string path = prefix + member.key;
        diagnostics::Diagnostic& finding = context_.report(Kind::CaseFactUnknown, member.keySpan, {{"name", name(path)}});
        if (const auto fact = names_.find(path); fact != names_.end()) {
            finding.note(Kind::CaseUnquotedPath, {}, {{"path", name(path)}});
            noteDeclaration(finding, fact->second);
            return;
        }
        // First among the neighbours, whose shared prefix would else make everything look near.
        std::vector<std::string> candidates = neighbours(prefix);
        std::vector<std::string> near = source::closest(member.key, candidates);
        for (std::string& found : near)
            found = prefix + found;
        if (near.empty()) near = source::closest(path, factsBelow({}));
        if (near.empty()) {
            proposeNames(finding, member.key, candidates);
            return;
        }
        const auto declared = names_.find(near.front());
        finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
        if (declared != names_.end()) noteDeclaration(finding, declared->second);
    }

    void noteDeclaration(diagnostics::Diagnostic& finding, FactId id) const {
        const check::Fact& fact = context_.rules.facts[id];
        finding.note(Kind::DeclaredHere, fact.span, {{"name", name(fact.name)}});
    }

    // The words that may follow a prefix, each once, in name order.
    [[nodiscard]] std::vector<std::string> neighbours(const std::string& prefix) const {
        std::vector<std::string> words;
        for (const std::string& fact : factsBelow(prefix)) {
            const std::size_t end = fact.find(pathSeparator, prefix.size());
            std::string word = fact.substr(prefix.size(), end == std::string::npos ? end : end - prefix.size());
            if (words.empty() || words.back() != word) words.push_back(std::move(word));
        }
        if (prefix.empty()) words.insert(words.end(), {std::string(caseKey), std::string(evidenceKey)});
        return words;
    }

    void readFact(const Placed& placed) {
        const check::Fact& fact = context_.rules.facts[placed.fact];
        if (const auto pair = pairOf_.find(placed.fact); pair != pairOf_.end()) {
            facts_.pairs[pair->second].second = readPairs(context_, fact, *placed.node);
        } else {
            facts_.facts[placed.fact] = readEntry(context_, {fact, {}}, *placed.node);
        }
    }

    const Node& root_;
    Context context_;
    CaseFacts facts_;
    Lists lists_;
    std::map<std::string, FactId, std::less<>> names_;
    std::map<FactId, std::size_t> pairOf_;  // position in CaseFacts::pairs
    std::vector<Placed> placed_;
};

}  // namespace

CaseFacts read(const Node& root, const check::Checked& rules, const source::SourceMap& sources, diagnostics::Diagnostics& findings) {
    return Reader(root, rules, sources, findings).run();
}

}  // namespace assay::facts

#include "assay/facts/facts.hpp"

#include <algorithm>
#include <deque>
#include <map>

#include "assay/source/digest.hpp"
#include "assay/source/text.hpp"
#include "context.hpp"
#include "header.hpp"
#include "lists.hpp"
#include "pairs.hpp"
#include "registers.hpp"
#include "table_columns.hpp"
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
    Reader(const Node& root, const check::Checked& rules, const source::SourceMap& sources, diagnostics::Diagnostics& findings,
           const ListFiles& files)
        : root_(root), context_{rules, sources, findings, {}, {}, files, judgements_}, lists_(context_, facts_) {
        context_.items.resize(rules.lists.size());
        facts_.lists.resize(rules.lists.size());
        for (std::size_t i = 0; i < rules.facts.size(); ++i)
            declare(FactId(i));
    }

    CaseFacts run() {
        facts_.digest = source::sha256(context_.sources.file(root_.span.source).text);
        if (const Node* node = root_.find(caseKey)) readCase(context_, *node, facts_);
        if (const Node* node = root_.find(evidenceKey)) readEvidence(context_, *node, facts_);
        placeFiles();
        placeGroup(root_, {});
        lists_.readFields();
        for (const Placed& placed : placed_)
            readFact(placed);
        checkJudges(context_, facts_);
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
            if (prefix.empty() && (member.key == caseKey || member.key == evidenceKey || member.key == inventoryKey)) continue;
            const std::string path = prefix + member.key;
            const bool isOneWord = member.key.find(pathSeparator) == std::string::npos;
            if (const auto fact = names_.find(path); fact != names_.end() && isOneWord) {
                placeFact(fact->second, member);
            } else if (isOneWord && isGroup(path)) {
                placeSubgroup(member, path);
            } else {
                reportUnknown(member, prefix);
            }
        }
    }

    // Before the document, so that a list that stands in both is told there.
    void placeFiles() {
        for (const ListFile& file : context_.files.files) {
            const check::Fact& fact = context_.rules.facts[file.fact];
            if (context_.rules.lists[fact.type.list].isRegister) {
                facts_.registers.push_back({fact.name, source::sha256(context_.sources.file(file.source).text)});
            }
            if (const auto* table = std::get_if<document::CsvTable>(&file.content)) {
                given_.emplace(file.fact, file.name);
                lists_.place(file.fact, tables_.emplace_back(tableOf(context_, fact.type.list, *table)));
            } else {
                placeRegister(file, fact, std::get<Node>(file.content));
            }
        }
        std::sort(facts_.registers.begin(), facts_.registers.end(),
                  [](const RegisterFile& a, const RegisterFile& b) { return a.name < b.name; });
    }

    void placeRegister(const ListFile& file, const check::Fact& fact, const Node& root) {
        for (const Node::Member& member : root.members) {
            if (member.key == fact.name) {
                lists_.place(file.fact, member.value);
            } else {
                reportUnknownKey(context_, member, file.name, {fact.name});
            }
        }
    }

    // Whether a list fact may stand in the case document.
    bool mayBeGiven(FactId id, const Node::Member& member) {
        const check::Fact& fact = context_.rules.facts[id];
        if (fact.quantified) {
            reportQuantity(context_, fact, member.keySpan);
            return false;
        }
        if (!isRecordList(fact)) return true;
        if (context_.rules.lists[fact.type.list].isRegister) {
            context_
                .report(Kind::CaseRegisterInCase, member.keySpan,
                        {{"name", name(fact.name)}, {"path", name(registerPath(context_, fact.name))}})
                .note(Kind::DeclaredHere, fact.span, {{"name", name(fact.name)}});
            return false;
        }
        const auto file = given_.find(id);
        if (file == given_.end()) return true;
        context_.report(
            Kind::CaseListTwice, member.keySpan,
            {{"name", name(fact.name)}, {"first", name(file->second)}, {"second", name(context_.sources.file(root_.span.source).name)}});
        return false;
    }

    void placeFact(FactId id, const Node::Member& member) {
        if (!mayBeGiven(id, member)) return;
        const Node& node = member.value;
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
        if (prefix.empty()) words.insert(words.end(), {std::string(caseKey), std::string(evidenceKey), std::string(inventoryKey)});
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
    std::vector<RecordedBy> judgements_;
    Context context_;
    CaseFacts facts_;
    Lists lists_;
    std::map<std::string, FactId, std::less<>> names_;
    std::map<FactId, std::size_t> pairOf_;  // position in CaseFacts::pairs
    std::vector<Placed> placed_;
    std::map<FactId, std::string> given_;  // lists that a table gives, and its name
    std::deque<Node> tables_;              // what the tables say; the lists point into it
};

}  // namespace

CaseFacts read(const Node& root, const check::Checked& rules, const source::SourceMap& sources, diagnostics::Diagnostics& findings,
               const ListFiles& files) {
    return Reader(root, rules, sources, findings, files).run();
}

}  // namespace assay::facts

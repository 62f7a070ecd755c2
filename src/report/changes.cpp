#include <algorithm>
#include <map>
#include <set>

#include "assay/report/change.hpp"
#include "assay/report/standing.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;

namespace {

// Whether `name` is said of the item, or of what it holds: "findings[NC-01].share" of "findings[NC-01]".
bool isOf(const std::string& name, const std::string& item) {
    return name.size() > item.size() && name.starts_with(item) && (name[item.size()] == '.' || name[item.size()] == '[');
}

// One state: what it says, by name and in order.
class State {
public:
    explicit State(const CaseState& state, const check::Checked& rules) : said_(listSaid(state.facts, state.inventory, rules)) {
        for (std::size_t i = 0; i < said_.size(); ++i)
            index_.emplace(said_[i].name, i);
    }

    [[nodiscard]] const std::vector<Said>& said() const { return said_; }
    [[nodiscard]] const Said* find(const std::string& name) const {
        const auto found = index_.find(name);
        return found == index_.end() ? nullptr : &said_[found->second];
    }
    // What it says of an item itself, in one line; its nested items stand for themselves.
    [[nodiscard]] std::string fieldsOf(const std::string& item) const {
        std::vector<std::string> fields;
        for (const Said& said : said_) {
            if (!isOf(said.name, item) || said.isItem || said.isComputed) continue;
            const std::string field = said.name.substr(item.size() + 1);
            if (field.find('[') == std::string::npos) fields.push_back(field + " = " + said.value);
        }
        return join(fields);
    }

private:
    std::vector<Said> said_;
    std::map<std::string, std::size_t> index_;
};

bool isRecordedAlike(const facts::Provenance& a, const facts::Provenance& b) {
    return a.evidence == b.evidence && a.by == b.by && a.on == b.on && a.reason == b.reason;
}

class Comparer {
public:
    Comparer(const CaseState& before, const CaseState& after, const check::Checked& rules)
        : before_(before), after_(after), rules_(rules), old_(before, rules), new_(after, rules) {}

    Changes run() {
        facts();
        for (const Conclusion& conclusion : after_.result.conclusions)
            conclusions(before_.result.find(conclusion.decl, conclusion.item), &conclusion);
        for (const Conclusion& conclusion : before_.result.conclusions) {
            if (after_.result.find(conclusion.decl, conclusion.item) == nullptr) conclusions(&conclusion, nullptr);
        }
        return std::move(changes_);
    }

private:
    void facts() {
        for (const Said& now : new_.said()) {
            const Said* was = old_.find(now.name);
            if (was == nullptr) {
                oneSided(now, new_, FactChange::Kind::Given);
            } else if (was->value != now.value) {
                changes_.facts.push_back(
                    {FactChange::Kind::Changed, now.name, was->value, now.value, was->provenance, now.provenance, now.isComputed});
            } else if (!isRecordedAlike(was->provenance, now.provenance)) {
                changes_.facts.push_back(
                    {FactChange::Kind::Recorded, now.name, was->value, now.value, was->provenance, now.provenance, false});
            }
        }
        for (const Said& was : old_.said()) {
            if (new_.find(was.name) == nullptr) oneSided(was, old_, FactChange::Kind::Withdrawn);
        }
    }

    // An item stands in one line with what is said of it.
    void oneSided(const Said& said, const State& state, FactChange::Kind kind) {
        const auto holds = [&said](const std::string& item) { return isOf(said.name, item); };
        if (!said.isItem && !said.isComputed && std::any_of(items_.begin(), items_.end(), holds)) return;
        if (said.isItem) items_.insert(said.name);
        FactChange change;
        change.kind = kind;
        change.name = said.name;
        change.isComputed = said.isComputed;
        const std::string value = said.isItem ? state.fieldsOf(said.name) : said.value;
        const bool isGiven = kind == FactChange::Kind::Given;
        (isGiven ? change.after : change.before) = value;
        (isGiven ? change.second : change.first) = said.provenance;
        changes_.facts.push_back(std::move(change));
    }

    void conclusions(const Conclusion* before, const Conclusion* after) {
        ConclusionChange change{before, after, {}, {}, {}, false};
        if (before != nullptr) change.first = standingWords(*before, rules_);
        if (after != nullptr) change.second = standingWords(*after, rules_);
        if (change.first == change.second) return;
        std::set<std::string> rests;
        for (const Conclusion* conclusion : {before, after}) {
            if (conclusion == nullptr) continue;
            for (const evaluate::UsedFact& used : conclusion->used)
                rests.insert(used.fact);
            for (const evaluate::Missing& missing : conclusion->missing)
                rests.insert(missing.fact);
        }
        for (const FactChange& fact : changes_.facts) {
            // No conclusion depends on who recorded a value and on what evidence; on the day of the record it may.
            if (fact.kind == FactChange::Kind::Recorded && fact.first.on == fact.second.on) continue;
            const auto touches = [&fact](const std::string& name) {
                return name == fact.name || isOf(name, fact.name) || isOf(fact.name, name);
            };
            if (std::any_of(rests.begin(), rests.end(), touches)) change.because.push_back(fact.name);
        }
        change.byDay = change.because.empty() && before != nullptr && after != nullptr && before_.result.asOf != after_.result.asOf;
        changes_.conclusions.push_back(std::move(change));
    }

    const CaseState& before_;
    const CaseState& after_;
    const check::Checked& rules_;
    State old_, new_;
    std::set<std::string> items_;  // that one state has alone
    Changes changes_;
};

}  // namespace

Changes listChanges(const CaseState& before, const CaseState& after, const check::Checked& rules) {
    return Comparer(before, after, rules).run();
}

}  // namespace assay::report

#include "assay/evaluate/why_not.hpp"

#include <algorithm>

#include "conclude.hpp"
#include "levers.hpp"

namespace assay::evaluate {

using facts::CaseFacts;
using facts::Entry;

namespace {

// The entry of a case, which may be constant.
template <class Facts>
auto& entryIn(const FactPlace& place, Facts& facts, const check::Checked& rules) {
    if (place.fact.valid()) return facts.facts[place.fact];
    const check::Record& record = rules.records[rules.fields[place.field].record];
    const auto position = std::find(record.fields.begin(), record.fields.end(), place.field) - record.fields.begin();
    return facts.lists[place.list].items[place.item].fields[static_cast<std::size_t>(position)];
}

// A lever with the option that is tried; no option: left open.
struct Pull {
    const Lever* lever = nullptr;
    const LeverOption* option = nullptr;
};
using Pulls = std::vector<Pull>;

// What a decide can come to in a case as it would be.
struct Outlook {
    bool possible = false;
    bool certain = false;
};

class Query {
public:
    Query(const State& state, check::DeclId decl, RowIndex row, std::size_t outcome, const WhyNotLimits& limits)
        : state_(state), decl_(decl), row_(row), outcome_(outcome), limits_(limits), levers_(leversOf(state, decl, row)) {}

    WhyNot run() {
        if (outlookOf(state_, row_).certain) {
            result_.given = true;
            return std::move(result_);
        }
        for (std::size_t size = 1; size <= limits_.changes && !result_.exceeded; ++size)
            choose({}, 0, size);
        result_.larger = canWithout({}, covered_.begin());
        return std::move(result_);
    }

private:
    using Indices = std::vector<std::size_t>;

    // Every choice of `size` levers that holds none that suffices already and changes what the conclusion rests on.
    void choose(const Indices& chosen, std::size_t next, std::size_t size) {
        if (chosen.size() == size) {
            if (!holdsCovered(chosen) && std::any_of(chosen.begin(), chosen.end(), [&](std::size_t each) { return levers_[each].used; }))
                attempt(chosen);
            return;
        }
        for (std::size_t index = next; index < levers_.size() && !result_.exceeded; ++index) {
            Indices more = chosen;
            more.push_back(index);
            choose(more, index + 1, size);
        }
    }

    [[nodiscard]] bool holdsCovered(const Indices& chosen) const {
        return std::any_of(covered_.begin(), covered_.end(),
                           [&](const Indices& each) { return std::includes(chosen.begin(), chosen.end(), each.begin(), each.end()); });
    }

    // Whether more changes at once than were tried could do it, none of the sets found among them: everything that may change is left
    // open but for one member of each set.
    bool canWithout(std::set<std::size_t> excluded, std::set<Indices>::const_iterator next) {
        while (next != covered_.end() &&
               std::any_of(next->begin(), next->end(), [&](std::size_t each) { return excluded.count(each) != 0; }))
            ++next;
        if (next != covered_.end()) {
            return std::any_of(next->begin(), next->end(), [&](std::size_t each) {
                std::set<std::size_t> more = excluded;
                more.insert(each);
                return canWithout(std::move(more), std::next(next));
            });
        }
        if (!triedWithout_.insert(excluded).second || triedWithout_.size() > limits_.trials) return false;
        Pulls open;
        for (std::size_t index = 0; index < levers_.size(); ++index) {
            if (excluded.count(index) == 0) open.push_back({&levers_[index], nullptr});
        }
        return open.size() > limits_.changes && judge({open}).front().possible;
    }

    // First with the levers left open: where that cannot give the outcome, no values of theirs can.
    void attempt(const Indices& chosen) {
        Pulls open;
        for (const std::size_t index : chosen)
            open.push_back({&levers_[index], nullptr});
        if (!judge({open}).front().possible) return;
        std::vector<Pulls> ways = {{}};
        for (const std::size_t index : chosen) {
            std::vector<Pulls> longer;
            for (const Pulls& way : ways) {
                for (const LeverOption& option : levers_[index].options) {
                    longer.push_back(way);
                    longer.back().push_back({&levers_[index], &option});
                }
            }
            ways = std::move(longer);
            if (ways.size() > limits_.trials) {
                result_.exceeded = true;
                return;
            }
        }
        const std::vector<Outlook> outlooks = judge(ways);
        std::vector<Pulls> sufficient;
        for (std::size_t index = 0; index < outlooks.size(); ++index) {
            if (outlooks[index].certain) sufficient.push_back(ways[index]);
        }
        if (sufficient.empty()) return;
        covered_.insert(chosen);
        addSets(sufficient);
    }

    // Ways that differ in neighbouring stretches of the last lever's line alone are one set; of a fact whose value is known,
    // the nearest stretch below it and above it.
    void addSets(const std::vector<Pulls>& sufficient) {
        for (std::size_t begin = 0; begin < sufficient.size();) {
            std::size_t end = begin + 1;
            while (end < sufficient.size() && continues(sufficient[end - 1], sufficient[end]))
                ++end;
            if (isNearest(sufficient, begin, end)) addSet(sufficient[begin], sufficient[end - 1]);
            begin = end;
        }
    }

    static bool sameBefore(const Pulls& a, const Pulls& b) {
        return std::equal(a.begin(), a.end() - 1, b.begin(), b.end() - 1,
                          [](const Pull& x, const Pull& y) { return x.option == y.option; });
    }

    static bool continues(const Pulls& a, const Pulls& b) {
        const LeverOption* left = a.back().option;
        const LeverOption* right = b.back().option;
        if (!sameBefore(a, b) || right != left + 1 || !left->line || !right->line) return false;
        const std::optional<quantity::Rational>& end = left->line->high;
        const std::optional<quantity::Rational>& start = right->line->low;
        return end && start && (*end == *start || (a.back().lever->isWhole && *end + quantity::Rational(1) == *start));
    }

    // Whether no other run of the same ways lies between this one and the value that the fact has.
    static bool isNearest(const std::vector<Pulls>& ways, std::size_t begin, std::size_t end) {
        const Pull& last = ways[begin].back();
        if (!last.option->line || !last.lever->now) return true;
        const bool isAbove = last.option->line->low && *last.option->line->low >= *last.lever->now;
        if (isAbove) {
            const bool follows = begin > 0 && sameBefore(ways[begin - 1], ways[begin]) && ways[begin - 1].back().option->line;
            return !follows || !ways[begin - 1].back().option->line->low || *ways[begin - 1].back().option->line->low < *last.lever->now;
        }
        const bool precedes = end < ways.size() && sameBefore(ways[end], ways[begin]) && ways[end].back().option->line;
        return !precedes || (ways[end].back().option->line->low && *ways[end].back().option->line->low >= *last.lever->now);
    }

    void addSet(const Pulls& first, const Pulls& last) {
        std::vector<Change> changes;
        for (std::size_t index = 0; index < first.size(); ++index) {
            Change change;
            change.place = first[index].lever->place;
            change.fact = first[index].lever->name;
            const LeverOption& option = *first[index].option;
            change.to = option.to;
            if (index + 1 == first.size() && option.line) {
                const Stretch& end = *last[index].option->line;
                change.line = {option.line->low, end.high, option.line->lowOpen, end.highOpen};
                // Nearest to what the fact is now.
                const bool isBelow = first[index].lever->now && end.high && *end.high <= *first[index].lever->now;
                if (isBelow) change.to = last[index].option->to;
            }
            changes.push_back(std::move(change));
        }
        result_.sets.push_back(std::move(changes));
    }

    [[nodiscard]] CaseFacts caseOf(const Pulls& pulls) const {
        CaseFacts changed = *state_.block().entry(0).facts;
        for (const Pull& pull : pulls) {
            Entry& entry = entryIn(pull.lever->place, changed, state_.rules());
            // What may be an event is tried as one; anything else that is left open is unknown.
            entry = pull.option != nullptr ? pull.option->to : pull.lever->isEvent ? pull.lever->options.front().to : Entry{};
        }
        return changed;
    }

    std::vector<Outlook> judge(const std::vector<Pulls>& ways) {
        constexpr std::size_t together = 128;
        std::vector<Outlook> outlooks;
        for (std::size_t begin = 0; begin < ways.size(); begin += together) {
            const std::size_t end = std::min(ways.size(), begin + together);
            std::vector<CaseFacts> cases;
            for (std::size_t index = begin; index < end; ++index)
                cases.push_back(caseOf(ways[index]));
            std::vector<CaseRow> rows;
            for (const CaseFacts& each : cases)
                rows.push_back({&each, state_.block().entry(0).asOf, state_.block().entry(0).readings});
            State trial(state_.program(), std::move(rows), state_.limits());
            trial.run();
            const lower::SpaceId space = state_.program().declarations[decl_].space;
            const RowIndex offset = row_ - rowsOfCase(state_, space, 0).first;
            for (std::size_t index = 0; index < cases.size(); ++index) {
                const auto [first, last] = rowsOfCase(trial, space, static_cast<RowIndex>(index));
                outlooks.push_back(first + offset < last ? outlookOf(trial, first + offset) : Outlook{});
            }
            trials_ += end - begin;
            result_.exceeded = result_.exceeded || trials_ > limits_.trials;
        }
        return outlooks;
    }

    [[nodiscard]] Outlook outlookOf(const State& state, RowIndex row) const {
        const Value& value = state.value({state.program().declarations[decl_].node, row});
        const Choices& choices = value.choices();
        const std::uint64_t bit = std::uint64_t{1} << outcome_;
        Outlook outlook;
        outlook.possible = (choices.enumerators & bit) != 0;
        outlook.certain = choices.enumerators == bit && !choices.noOutcome && !choices.conflict && !choices.notYet;
        return outlook;
    }

    const State& state_;
    check::DeclId decl_;
    RowIndex row_;
    std::size_t outcome_;
    WhyNotLimits limits_;
    std::vector<Lever> levers_;
    std::set<Indices> covered_;  // choices that suffice
    std::set<std::set<std::size_t>> triedWithout_;
    std::size_t trials_ = 0;
    WhyNot result_;
};

}  // namespace

const check::Quality& qualityOf(const FactPlace& place, const check::Checked& rules) {
    if (place.fact.valid()) return rules.facts[place.fact];
    return rules.fields[place.field];
}

const Entry& entryAt(const FactPlace& place, const CaseFacts& facts, const check::Checked& rules) {
    return entryIn(place, facts, rules);
}

CaseFacts applied(const CaseFacts& facts, const std::vector<Change>& changes, const check::Checked& rules) {
    CaseFacts changed = facts;
    for (const Change& change : changes)
        entryIn(change.place, changed, rules) = change.to;
    return changed;
}

std::optional<WhyNot> whyNot(const lower::Program& program, const CaseFacts& facts, quantity::Date asOf, check::DeclId decl,
                             std::string_view item, std::size_t outcome, const Limits& limits, const WhyNotLimits& queryLimits) {
    State state(program, {{&facts, asOf, {}}}, limits);
    state.run();
    const lower::SpaceId space = program.declarations[decl].space;
    const auto [first, last] = rowsOfCase(state, space, 0);
    for (RowIndex row = first; row < last; ++row) {
        if (itemOf(state, space, row) == item) return Query(state, decl, row, outcome, queryLimits).run();
    }
    return std::nullopt;
}

}  // namespace assay::evaluate

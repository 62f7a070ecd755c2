#include <algorithm>

#include "basis.hpp"
#include "partition.hpp"

// What results and findings say of a partition.
namespace assay::evaluate {

using check::DeclId;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

class Naming {
public:
    Naming(const State& state, DeclId partition, const Divided& divided)
        : state_(state), list_(state.program().spaces[state.program().declarations[partition].divided].list), divided_(divided) {}

    [[nodiscard]] const std::string& id(std::size_t item) const { return state_.block().itemId(list_, divided_.items[item]); }
    [[nodiscard]] Division::Groups groups(const Grouping& grouping) const {
        Division::Groups groups;
        for (const Group& group : grouping) {
            groups.emplace_back();
            for (const std::size_t item : group)
                groups.back().push_back(id(item));
        }
        return groups;
    }

private:
    const State& state_;
    check::ListId list_;
    const Divided& divided_;
};

std::vector<UsedFact> factsBehind(const State& state, const std::vector<Place>& places) {
    std::vector<UsedFact> used;
    for (const Place place : places) {
        for (const Place fact : decisiveFacts(state, place)) {
            UsedFact one = usedFact(state, fact);
            const bool isNew = std::none_of(used.begin(), used.end(), [&](const UsedFact& other) { return other.fact == one.fact; });
            if (isNew) used.push_back(std::move(one));
        }
    }
    return used;
}

}  // namespace

Division divisionOf(const State& state, DeclId partition, RowIndex caseRow, bool withSeparations) {
    const Divided& divided = state.divided(partition, caseRow);
    const Naming naming(state, partition, divided);
    Division division;
    if (!divided.known) return division;
    if (divided.unique.canBeTrue != divided.unique.canBeFalse) division.unique = divided.unique.canBeTrue;
    if (divided.groups) division.groups = naming.groups(*divided.groups);
    division.agreed = divided.agreed;
    if (divided.triple) {
        for (const std::size_t item : {divided.triple->first, divided.triple->middle, divided.triple->last})
            division.triple.push_back(naming.id(item));
    }
    if (division.unique == false) {
        for (const Grouping& grouping : divided.divisions.all)
            division.divisions.push_back(naming.groups(grouping));
        division.more = !divided.divisions.complete;
    }
    for (std::size_t a = 0; withSeparations && a < divided.items.size(); ++a) {
        for (std::size_t b = a + 1; b < divided.items.size(); ++b) {
            if (divided.bonds.at(a, b) == Bond::Together) continue;
            Separation separation{naming.id(a), naming.id(b), firstSteps(state, partition, divided, a, b), false, {}};
            separation.certain = divided.bonds.at(a, b) == Bond::Apart;
            if (separation.certain)
                separation.because = factsBehind(state, comparedBy(state, partition, divided, separation.steps.back(), a, b));
            division.separations.push_back(std::move(separation));
        }
    }
    return division;
}

std::optional<PairAnswer> answerOf(const State& state, DeclId partition, RowIndex caseRow, std::string_view a, std::string_view b) {
    const Divided& divided = state.divided(partition, caseRow);
    const Naming naming(state, partition, divided);
    const auto find = [&](std::string_view id) {
        std::size_t item = 0;
        while (item < divided.items.size() && naming.id(item) != id)
            ++item;
        return item;
    };
    const std::size_t first = find(a);
    const std::size_t second = find(b);
    if (first == second || std::max(first, second) >= divided.items.size()) return std::nullopt;
    PairAnswer answer{partition, std::string(a), std::string(b), {}, {}};
    const Bond bond = divided.bonds.at(first, second);
    if (bond != Bond::Open) answer.apart = bond == Bond::Apart;
    const std::size_t steps = state.program().declarations[partition].steps.size();
    for (std::size_t step = 0; step < steps; ++step) {
        PairAnswer::Step asked;
        asked.step = step;
        asked.asked = isAsked(state, partition, divided, step, first, second);
        asked.separates = separates(state, partition, divided, step, first, second);
        const std::vector<Place> places = comparedBy(state, partition, divided, step, first, second);
        if (asked.separates) {
            asked.because = factsBehind(state, places);
        } else {
            Causes causes;
            for (const Place place : places)
                touch(state, place, {partition, caseRow}, causes);
            for (const Cause& cause : causes.all())
                describe(state, cause, causes.rule(cause), asked.missing);
        }
        answer.steps.push_back(std::move(asked));
        if (answer.steps.back().separates == true) break;
    }
    return answer;
}

void reportAgreement(const State& state, DeclId decl, RowIndex caseRow, diagnostics::Diagnostics& findings) {
    const check::Declaration& declared = state.rules().declarations[decl];
    const auto* partition = std::get_if<check::Partition>(&declared.body);
    if (partition == nullptr || !partition->agreed.valid()) return;
    const Divided& divided = state.divided(decl, caseRow);
    const Divided::Flaw& flaw = divided.flaw;
    if (flaw.kind == Divided::Flaw::Kind::None) return;
    const Naming naming(state, decl, divided);
    const facts::Entry* entry = state.block().source(partition->agreed, caseRow);
    const source::Span place = entry == nullptr ? source::Span{} : entry->provenance.span;
    const Name name{declared.name};
    const auto add = [&](Kind kind, std::vector<std::pair<std::string, diagnostics::Argument>> arguments) {
        findings.add(kind, place, std::move(arguments)).note(Kind::PartitionHere, declared.nameSpan, {{"name", name}});
    };
    switch (flaw.kind) {
        case Divided::Flaw::Kind::None:
            break;
        case Divided::Flaw::Kind::Apart: {
            const std::size_t step = firstSteps(state, decl, divided, flaw.first, flaw.second).back();
            add(Kind::AgreedApart, {{"a", Name{naming.id(flaw.first)}},
                                    {"b", Name{naming.id(flaw.second)}},
                                    {"step", Name{partition->steps[step].name}},
                                    {"name", name}});
            break;
        }
        case Divided::Flaw::Kind::Unitable:
            add(Kind::AgreedUnitable, {{"a", Name{naming.id(flaw.first)}}, {"b", Name{naming.id(flaw.second)}}, {"name", name}});
            break;
        case Divided::Flaw::Kind::LeftOut: {
            diagnostics::Names items;
            for (const std::size_t item : flaw.leftOut)
                items.texts.push_back(naming.id(item));
            add(Kind::AgreedIncomplete, {{"items", std::move(items)}, {"name", name}});
            break;
        }
        case Divided::Flaw::Kind::Twice:
            add(Kind::AgreedTwice, {{"item", Name{naming.id(flaw.first)}}});
            break;
    }
}

}  // namespace assay::evaluate

#include "conclude.hpp"

#include <algorithm>

#include "basis.hpp"
#include "declaration.hpp"
#include "due.hpp"
#include "lifecycle.hpp"
#include "partition.hpp"
#include "residual.hpp"
#include "show.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::SpaceId;

std::pair<RowIndex, RowIndex> rowsOfCase(const State& state, SpaceId space, RowIndex caseRow) {
    const std::vector<RowIndex>& caseOf = state.rows(space).caseOf;
    const auto [first, last] = std::equal_range(caseOf.begin(), caseOf.end(), caseRow);
    return {static_cast<RowIndex>(first - caseOf.begin()), static_cast<RowIndex>(last - caseOf.begin())};
}

namespace {

// The status of what is not settled, by what it needs.
Status openStatus(const std::vector<Missing>& missing, const std::vector<Cause>& causes) {
    const auto all = [&](auto&& wanted) { return !missing.empty() && std::all_of(missing.begin(), missing.end(), wanted); };
    if (std::any_of(missing.begin(), missing.end(), [](const Missing& one) { return one.kind == MissingKind::Conflict; }))
        return Status::Conflict;
    if (all([](const Missing& one) { return one.kind == MissingKind::Judgement; })) return Status::JudgementNeeded;
    return !causes.empty() && std::all_of(causes.begin(), causes.end(), liesAhead) ? Status::NotYet : Status::Undetermined;
}

std::vector<Missing> described(const State& state, const Causes& causes) {
    std::vector<Missing> missing;
    for (const Cause& cause : causes.all())
        describe(state, cause, causes.rule(cause), missing);
    return missing;
}

void setMissing(const State& state, Conclusion& conclusion, const Causes& causes) {
    conclusion.missing = described(state, causes);
    conclusion.status = openStatus(conclusion.missing, causes.all());
    if (conclusion.status == Status::NotYet) conclusion.awaits = conclusion.missing.front().fact;
}

void addOnce(std::vector<std::string>& clauses, const std::vector<std::string>& more) {
    for (const std::string& clause : more) {
        if (std::find(clauses.begin(), clauses.end(), clause) == clauses.end()) clauses.push_back(clause);
    }
}

class Concluder {
public:
    Concluder(const State& state, DeclId decl, RowIndex row, Detail detail)
        : state_(state),
          decl_(decl),
          row_(row),
          detail_(detail),
          declared_(state.rules().declarations[decl]),
          parts_(state.program().declarations[decl]) {}

    Conclusion run() {
        conclusion_.decl = decl_;
        conclusion_.item = itemOf(state_, parts_.space, row_);
        const Reach reach = reachOf(state_, decl_, row_);
        if (reach == Reach::NotEntered) {
            conclusion_.status = Status::NotYet;
            conclusion_.awaits = state_.rules().facts[state_.rules().stages[*declared_.stage].enteredOn].name;
        } else if (reach == Reach::Skipped) {
            conclusion_.status = Status::NotApplicable;
        } else if (check::outcomesOf(declared_) != nullptr) {
            decide();
        } else if (std::holds_alternative<check::Lifecycle>(declared_.body)) {
            lifecycle();
        } else if (std::holds_alternative<check::Define>(declared_.body)) {
            define();
        } else if (std::holds_alternative<check::Partition>(declared_.body)) {
            partition();
        } else {
            truth();
        }
        if (std::holds_alternative<check::Checklist>(declared_.body)) items(reach);
        const bool isDuty = std::holds_alternative<check::Duty>(declared_.body);
        if (isDuty && reach != Reach::NotEntered && reach != Reach::Skipped) conclusion_.deadline = deadlineOf(state_, decl_, row_);
        if (detail_ == Detail::Full) basis();
        return std::move(conclusion_);
    }

private:
    [[nodiscard]] const Value& value() const { return state_.value({parts_.node, row_}); }

    void truth() {
        if (parts_.when.valid() && state_.value(partOf(state_, decl_, parts_.when, row_)).isFalse()) {
            conclusion_.status = Status::NotApplicable;
        } else if (value().isTrue() || value().isFalse()) {
            conclusion_.status = value().isTrue() ? Status::Holds : Status::Fails;
        } else {
            Residual residual(state_);
            need(residual, {residual.declaration(decl_, row_)});
        }
    }

    // A checklist of which no item applies asks for nothing: it does not apply.
    void items(Reach reach) {
        for (std::size_t index = 0; index < parts_.items.size(); ++index)
            conclusion_.items.push_back(item(index, reach));
        const bool noneApplies = std::all_of(conclusion_.items.begin(), conclusion_.items.end(),
                                             [](const ItemConclusion& each) { return each.status == Status::NotApplicable; });
        if (conclusion_.status == Status::Holds && noneApplies) conclusion_.status = Status::NotApplicable;
    }

    ItemConclusion item(std::size_t index, Reach reach) {
        const bool ahead = reach == Reach::NotEntered;
        if (ahead || conclusion_.status == Status::NotApplicable) return {conclusion_.status, {}};
        const lower::NodeId when = parts_.conditions[index];
        if (when.valid() && state_.value(partOf(state_, decl_, when, row_)).isFalse()) return {Status::NotApplicable, {}};
        const Value truth = itemTruth(state_, decl_, row_, index);
        if (truth.settled()) return {truth.isTrue() ? Status::Holds : Status::Fails, {}};
        Residual residual(state_);
        Causes causes = residual.needed({residual.applied(decl_, row_, parts_.items[index])});
        if (residual.exceeded()) {
            conclusion_.exact = false;
            causes = Causes();
            if (parts_.when.valid()) touch(state_, partOf(state_, decl_, parts_.when, row_), {decl_, row_}, causes);
            touch(state_, partOf(state_, decl_, parts_.items[index], row_), {decl_, row_}, causes);
        }
        std::vector<Missing> missing = described(state_, causes);
        const Status status = openStatus(missing, causes.all());
        return {status, std::move(missing)};
    }

    void decide() {
        const check::Decide& body = *check::outcomesOf(declared_);
        const Members members = possibleMembers(state_, decl_, row_);
        const auto chosen = std::find(members.outcomes.begin(), members.outcomes.end(), true);
        if (members.count() == 1 && chosen != members.outcomes.end()) {
            conclusion_.status = Status::Determined;
            conclusion_.outcome = body.outcomes[static_cast<std::size_t>(chosen - members.outcomes.begin())].enumerator;
        } else if (members.count() == 1 && members.noOutcome) {
            conclusion_.status = Status::NotApplicable;
        } else if (members.count() == 1 && members.notYet) {
            conclusion_.status = Status::NotYet;
            Cause awaited;
            awaited.kind = Cause::Kind::Awaited;
            awaited.id = decl_.index();
            awaited.row = row_;
            conclusion_.awaits = nameOf(state_, awaited);
        } else if (members.count() == 1) {
            conclusion_.status = Status::Conflict;
        } else {
            Residual residual(state_);
            const Residual::Outcomes outcomes = residual.outcomes(decl_, row_);
            for (std::size_t index = 0; index < body.outcomes.size(); ++index) {
                const bool can = members.outcomes[index] || (!body.inOrder && residual.possible(outcomes.conditions[index]));
                const std::size_t enumerator = body.outcomes[index].enumerator;
                auto& candidates = conclusion_.candidates;
                if (can && std::find(candidates.begin(), candidates.end(), enumerator) == candidates.end())
                    candidates.push_back(enumerator);
            }
            need(residual, outcomes.all());
        }
    }

    void lifecycle() {
        conclusion_.history = historyOf(state_, decl_, row_);
        if (value().origin == Value::Origin::Conflict) {
            conclusion_.status = Status::Conflict;
        } else if (value().settled()) {
            conclusion_.status = Status::Determined;
            conclusion_.outcome = conclusion_.history.states.front();
        } else {
            conclusion_.candidates = conclusion_.history.states;
            Causes causes;
            touch(state_, {parts_.node, row_}, {decl_, row_}, causes);
            setMissing(state_, conclusion_, causes);
        }
    }

    void define() {
        conclusion_.value = known(state_, value(), declared_.type);
        if (value().settled() && value().origin == Value::Origin::Plain) {
            conclusion_.status = Status::Determined;
        } else if (value().origin == Value::Origin::Conflict) {
            conclusion_.status = Status::Conflict;
        } else if (declared_.type.kind == check::TypeKind::Bool && !declared_.type.optional) {
            Residual residual(state_);
            need(residual, {residual.declaration(decl_, row_)});
        } else {
            Causes causes;
            touch(state_, {parts_.node, row_}, {decl_, row_}, causes);
            setMissing(state_, conclusion_, causes);
        }
    }

    void partition() {
        conclusion_.division = divisionOf(state_, decl_, row_, detail_ != Detail::Status);
        if (conclusion_.division.groups) {
            conclusion_.status = Status::Determined;
            conclusion_.value = known(state_, value(), declared_.type);
        } else if (value().origin == Value::Origin::Conflict) {
            conclusion_.status = Status::Conflict;
        } else {
            Causes causes;
            touch(state_, {parts_.node, row_}, {decl_, row_}, causes);
            setMissing(state_, conclusion_, causes);
        }
    }

    void need(Residual& residual, const std::vector<Residual::Ref>& functions) {
        Causes causes = residual.needed(functions);
        if (residual.exceeded()) {
            conclusion_.exact = false;
            causes = Causes();
            touch(state_, {parts_.node, row_}, {decl_, row_}, causes);
        }
        setMissing(state_, conclusion_, causes);
    }

    void basis() {
        const Basis basis = basisOf(state_, decl_, row_);
        conclusion_.clauses = basis.clauses;
        conclusion_.readings = basis.readings;
        for (const Place place : basis.used)
            conclusion_.used.push_back(usedFact(state_, place));
        for (const Missing& unknown : described(state_, basis.unknown)) {
            const bool isNeeded = std::any_of(conclusion_.missing.begin(), conclusion_.missing.end(),
                                              [&](const Missing& missing) { return missing.fact == unknown.fact; });
            if (!isNeeded) conclusion_.doesNotMatter.push_back(unknown.fact);
        }
        for (const Place requirement : basis.requirements)
            reason(requirement);
    }

    void reason(Place place) {
        const DeclId decl(state_.node(place.node).payload);
        const check::Declaration& declared = state_.rules().declarations[decl];
        const Conclusion status = Concluder(state_, decl, place.row, Detail::Status).run();
        // Of an adverse outcome the rules and checklists that failed are the reasons, all of them; of another, every rule it
        // rests on, but those that did not apply.
        if (status.status == Status::NotApplicable || (adverse() && status.status != Status::Fails)) return;
        Reason reason;
        reason.decl = decl;
        reason.item = status.item;
        reason.status = status.status;
        reason.clauses = declared.clauses;
        for (std::size_t index = 0; index < status.items.size(); ++index) {
            if (status.items[index].status == Status::Fails)
                addOnce(reason.clauses, std::get<check::Checklist>(declared.body).items[index].clauses);
        }
        for (const Place fact : basisOf(state_, decl, place.row).used)
            reason.because.push_back(usedFact(state_, fact));
        conclusion_.reasons.push_back(std::move(reason));
    }

    [[nodiscard]] bool adverse() const {
        const check::Decide* body = check::outcomesOf(declared_);
        if (body == nullptr || !conclusion_.outcome) return false;
        return std::any_of(body->outcomes.begin(), body->outcomes.end(), [&](const check::Outcome& outcome) {
            return outcome.enumerator == *conclusion_.outcome && outcome.mark == check::Mark::Adverse;
        });
    }

    const State& state_;
    DeclId decl_;
    RowIndex row_;
    Detail detail_;
    const check::Declaration& declared_;
    const lower::DeclarationParts& parts_;
    Conclusion conclusion_;
};

// For each row of the outer spaces whose list the heading ranges over and which is unknown: a conclusion without items.
void addUnknownLists(const State& state, DeclId decl, SpaceId id, RowIndex caseRow, std::vector<Conclusion>& conclusions) {
    const lower::Space& space = state.program().spaces[id];
    if (space.kind == lower::SpaceKind::Case) return;
    addUnknownLists(state, decl, space.parent, caseRow, conclusions);
    const auto [first, last] = rowsOfCase(state, space.parent, caseRow);
    for (RowIndex parent = first; parent < last; ++parent) {
        if (state.rows(id).known[parent]) continue;
        Conclusion conclusion;
        conclusion.decl = decl;
        conclusion.item = itemOf(state, space.parent, parent);
        const check::Declaration& declared = state.rules().declarations[decl];
        conclusion.clauses = declared.clauses;
        const lower::DeclarationParts& parts = state.program().declarations[decl];
        if (parts.skipped.valid() && state.value({parts.skipped, caseRow}).isTrue()) {
            conclusion.status = Status::NotApplicable;
        } else if (parts.entered.valid() && !state.value({parts.entered, caseRow}).isTrue()) {
            conclusion.status = Status::NotYet;
            conclusion.awaits = state.rules().facts[state.rules().stages[*declared.stage].enteredOn].name;
        } else if (const std::optional<Cause> cause = listCause(state, id, parent)) {
            describe(state, *cause, declared.nameSpan, conclusion.missing);
        }
        conclusions.push_back(std::move(conclusion));
    }
}

}  // namespace

std::vector<Conclusion> conclusionsOf(const State& state, DeclId decl, RowIndex caseRow, Detail detail) {
    std::vector<Conclusion> conclusions;
    if (std::holds_alternative<check::Table>(state.rules().declarations[decl].body)) return conclusions;
    const SpaceId space = state.program().declarations[decl].space;
    const auto [first, last] = rowsOfCase(state, space, caseRow);
    for (RowIndex row = first; row < last; ++row)
        conclusions.push_back(Concluder(state, decl, row, detail).run());
    addUnknownLists(state, decl, space, caseRow, conclusions);
    return conclusions;
}

}  // namespace assay::evaluate

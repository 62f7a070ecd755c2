#include "basis.hpp"

#include <algorithm>

#include "declaration.hpp"
#include "lifecycle.hpp"
#include "partition.hpp"
#include "show.hpp"
#include "table.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;
using lower::Op;

std::vector<bool> decisiveOperands(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    std::vector<bool> decisive(node.operands.size(), true);
    const Value& value = state.value(place);
    const auto only = [&](auto&& wanted) {
        for (std::size_t index = 0; index < decisive.size(); ++index)
            decisive[index] = wanted(state.operandValue(place, index));
    };
    if (node.op == Op::And && value.isFalse()) only([](const Value& operand) { return operand.isFalse(); });
    if (node.op == Op::Or && value.isTrue()) only([](const Value& operand) { return operand.isTrue(); });
    if (node.op == Op::If) {
        decisive[1] = !state.operandValue(place, 0).isFalse();
        decisive[2] = !state.operandValue(place, 0).isTrue();
    }
    return decisive;
}

bool decisiveItem(const State& state, Place quantifier, RowIndex item) {
    const lower::Node& node = state.node(quantifier.node);
    if (node.op != Op::Some && node.op != Op::Every && node.op != Op::No) return true;
    const Value& value = state.value(quantifier);
    const bool someSettleIt = node.op == Op::Some ? value.isTrue() : value.isFalse();
    if (!someSettleIt) return true;
    const auto at = [&](std::size_t index) -> const Value& { return state.value(state.seenFrom(node.operands[index], node.inner, item)); };
    if (node.payload == 1 && !at(0).isTrue()) return false;
    const Value& body = at(node.operands.size() - 1);
    return node.op == Op::Every ? body.isFalse() : body.isTrue();
}

namespace {

bool isOrder(Op op) {
    return op == Op::Less || op == Op::LessEqual || op == Op::Greater || op == Op::GreaterEqual;
}

template <class T>
void addOnce(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

// The places that a walk has been at. A hash table with open addresses: most walks are short, and there are thousands of them.
class SeenPlaces {
public:
    // False: it has been there before, or as a decisive one, and need not go on.
    bool add(Place place, bool decisive) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        Slot& slot = slotOf(place);
        if (slot.seen == Seen::Decisive || (slot.seen == Seen::Aside && !decisive)) return false;
        if (slot.seen == Seen::Not) ++count_;
        slot = {place, decisive ? Seen::Decisive : Seen::Aside};
        return true;
    }

private:
    enum class Seen : std::uint8_t { Not, Aside, Decisive };
    struct Slot {
        Place place;
        Seen seen = Seen::Not;
    };

    Slot& slotOf(Place place) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = (place.node.index() * 0x9E3779B1U + std::size_t{place.row} * 0x85EBCA6BU) & mask;
        while (slots_[at].seen != Seen::Not && slots_[at].place != place)
            at = (at + 1) & mask;
        return slots_[at];
    }

    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
        old.swap(slots_);
        for (const Slot& slot : old)
            if (slot.seen != Seen::Not) slotOf(slot.place) = slot;
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

const facts::Entry* entryOf(const State& state, const Cause& cause) {
    if (cause.kind == Cause::Kind::Fact) return state.block().source(check::FactId(cause.id), cause.row);
    if (cause.kind == Cause::Kind::Field) return state.block().source(check::FieldId(cause.id), cause.list, cause.row);
    return nullptr;
}

bool isRange(const State& state, const Cause& cause) {
    const facts::Entry* entry = entryOf(state, cause);
    return entry != nullptr && entry->state == facts::Entry::State::Range;
}

class Walker {
public:
    Walker(const State& state, DeclId decl) : state_(state), decl_(decl) {}

    Basis take() { return std::move(basis_); }

    void expression(Place place) { visit(place, true); }

    void declaration(DeclId decl, RowIndex row, bool decisive) {
        const check::Declaration& declared = state_.rules().declarations[decl];
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const bool own = decl == decl_ && decisive;
        if (own) addClauses(declared.clauses);
        const Reach reach = reachOf(state_, decl, row);
        if (reach == Reach::NotEntered) {
            Cause event;
            event.kind = Cause::Kind::Event;
            event.id = declared.stage->index();
            event.row = state_.rows(parts.space).caseOf[row];
            if (!own) basis_.unknown.add(event, declared.nameSpan);
            return;
        }
        if (reach != Reach::Entered) visit(partOf(state_, decl, parts.skipped, row), decisive);
        if (reach == Reach::Skipped) return;
        if (const check::Decide* decide = check::outcomesOf(declared)) return decideParts(decl, *decide, row, decisive, own);
        if (const auto* define = std::get_if<check::Define>(&declared.body)) return defineParts(decl, *define, row, decisive, own);
        if (const auto* partition = std::get_if<check::Partition>(&declared.body))
            return partitionParts(decl, *partition, row, decisive, own);
        if (std::holds_alternative<check::Lifecycle>(declared.body)) return lifecycle(decl, row, decisive, own);
        const Place body = partOf(state_, decl, parts.body, row);
        bool bodyDecides = true;
        if (parts.when.valid()) {
            const Place when = partOf(state_, decl, parts.when, row);
            const bool excluded = state_.value(when).isFalse();
            bodyDecides = !excluded;
            visit(when, decisive && (excluded || !state_.value(body).isTrue()));
        }
        visit(body, decisive && bodyDecides);
        const auto* checklist = std::get_if<check::Checklist>(&declared.body);
        if (own && bodyDecides && checklist != nullptr) itemClauses(decl, *checklist, row);
    }

private:
    void decideParts(DeclId decl, const check::Decide& decide, RowIndex row, bool decisive, bool own) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Members members = possibleMembers(state_, decl, row);
        if (parts.when.valid()) visit(partOf(state_, decl, parts.when, row), decisive);
        const bool reached = !(members.count() == 1 && members.noOutcome);
        for (const NodeId notYet : parts.notYet)
            visit(partOf(state_, decl, notYet, row), decisive && reached);
        bool counts = decisive && reached && !(members.count() == 1 && members.notYet);
        for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
            if (own && members.outcomes[index]) addClauses(decide.outcomes[index].clauses);
            if (!parts.conditions[index].valid()) continue;
            const Place condition = partOf(state_, decl, parts.conditions[index], row);
            visit(condition, counts);
            if (decide.inOrder && state_.value(condition).isTrue()) counts = false;
        }
    }

    void defineParts(DeclId decl, const check::Define& define, RowIndex row, bool decisive, bool own) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Selections selections = possibleSelections(state_, decl, row);
        for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
            visit(partOf(state_, decl, parts.conditions[index], row), decisive);
            visit(partOf(state_, decl, parts.values[index], row), decisive && selections.exceptions[index]);
            if (own && selections.exceptions[index]) addClauses(define.exceptions[index].clauses);
        }
        visit(partOf(state_, decl, parts.body, row), decisive && selections.byDefault);
    }

    // Every key and guard, and the conditions on two items that no earlier step separates for certain.
    void partitionParts(DeclId decl, const check::Partition& partition, RowIndex row, bool decisive, bool own) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Divided& divided = state_.divided(decl, row);
        if (!divided.known) {
            if (const std::optional<Cause> cause = listCause(state_, parts.divided, row))
                basis_.unknown.add(*cause, state_.rules().declarations[decl].nameSpan);
            return;
        }
        if (divided.agreed) {
            visit({parts.agreed, row}, decisive);
            if (own) addClauses(partition.agreedClauses);
        }
        for (std::size_t item = 0; item < divided.items.size(); ++item) {
            for (const Place place : partsOfItem(state_, decl, divided, item))
                visit(place, decisive);
        }
        for (std::size_t a = 0; a < divided.items.size(); ++a) {
            for (std::size_t b = a + 1; b < divided.items.size(); ++b) {
                const std::vector<std::size_t> steps = firstSteps(state_, decl, divided, a, b);
                const bool apart = divided.bonds.at(a, b) == Bond::Apart;
                if (own && apart) addClauses(partition.steps[steps.back()].clauses);
                const std::size_t last = apart ? steps.back() + 1 : parts.steps.size();
                for (std::size_t step = 0; step < last; ++step) {
                    if (!parts.steps[step].apart.valid()) continue;
                    for (const Place place : comparedBy(state_, decl, divided, step, a, b))
                        visit(place, decisive);
                }
            }
        }
    }

    // Every act, and the dates after which time moves the state: those to come may still change it. Of its lines, those that were taken.
    void lifecycle(DeclId decl, RowIndex row, bool decisive, bool own) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const lower::Node& node = state_.node(parts.acts);
        const State::Inner inner = state_.inner({parts.acts, row});
        if (!inner.known) {
            if (const std::optional<Cause> cause = listCause(state_, node.inner, row)) basis_.unknown.add(*cause, node.span);
        }
        for (RowIndex act = inner.begin; act < inner.end; ++act) {
            for (const Place each : partsOfAct(state_, decl, act))
                visit(each, decisive);
        }
        for (const NodeId after : parts.afters)
            visit(partOf(state_, decl, after, row), decisive);
        if (!own) return;
        for (const LifeEvent& event : historyOf(state_, decl, row).events) {
            if (!event.annulled && event.from != event.to) addClauses(event.clauses);
        }
    }

    // Of a checklist that fails the items that do, else those that apply.
    void itemClauses(DeclId decl, const check::Checklist& checklist, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const bool fails = state_.value({parts.node, row}).isFalse();
        for (std::size_t index = 0; index < checklist.items.size(); ++index) {
            const lower::NodeId when = parts.conditions[index];
            const bool excluded = when.valid() && state_.value(partOf(state_, decl, when, row)).isFalse();
            const bool counts = fails ? itemTruth(state_, decl, row, index).isFalse() : !excluded;
            if (counts) addClauses(checklist.items[index].clauses);
        }
    }

    void visit(Place place, bool decisive) {
        if (!seen_.add(place, decisive)) return;
        const lower::Node& node = state_.node(place.node);
        if (node.op != Op::Present && leaf(place, node, decisive)) return;
        switch (node.op) {
            case Op::Constant:
            case Op::AsOf:
            case Op::Variable:
                return;
            case Op::ReadingIs:
                if (decisive) addOnce(basis_.readings, check::ReadingId(node.payload));
                return;
            case Op::Declaration:
                return named(place, decisive);
            case Op::AtItem: {
                visit(state_.operand(place, 0), decisive);
                if (const Place target = state_.target(place); target.node.valid()) visit(target, decisive);
                return;
            }
            case Op::StateOn:
            case Op::EnteredOn: {
                for (std::size_t index = 0; index < node.operands.size(); ++index)
                    visit(state_.operand(place, index), decisive);
                if (const std::optional<RowIndex> row = rowAsked(state_, place)) declaration(DeclId(node.payload), *row, decisive);
                return;
            }
            case Op::Table:
                return table(place, decisive);
            case Op::Some:
            case Op::Every:
            case Op::No:
            case Op::Count:
            case Op::Sum:
            case Op::Min:
            case Op::Max:
            case Op::The:
            case Op::Pauses:
                return quantifier(place, decisive);
            default:
                break;
        }
        if (decisive && isOrder(node.op)) basis_.comparisons.push_back(place);
        const std::vector<bool> counts = decisiveOperands(state_, place);
        for (std::size_t index = 0; index < counts.size(); ++index)
            visit(state_.operand(place, index), decisive && counts[index]);
    }

    // A fact, field or pair fact; true if it was one.
    bool leaf(Place place, const lower::Node& node, bool decisive) {
        const std::optional<Cause> cause = factCause(state_, place);
        if (!cause) return false;
        const bool isSettled = state_.value(place).settled();
        if (!isSettled) basis_.unknown.add(*cause, node.span);
        if (decisive && isSettled && given_.insert(*cause).second) basis_.used.push_back(place);
        if (decisive && !isSettled && isRange(state_, *cause) && given_.insert(*cause).second) basis_.ranges.push_back(place);
        if (node.op == Op::Field) visit(state_.operand(place, 0), decisive);
        return true;
    }

    // A rule or checklist is where the first part of an answer ends; what lies below it still counts as used.
    void named(Place place, bool decisive) {
        const DeclId decl(state_.node(place.node).payload);
        const bool isRequirement = check::isRequirement(state_.rules().declarations[decl]);
        if (decisive && isRequirement && belowRequirement_ == 0) addOnce(basis_.requirements, place);
        belowRequirement_ += isRequirement ? 1 : 0;
        declaration(decl, place.row, decisive);
        belowRequirement_ -= isRequirement ? 1 : 0;
    }

    void table(Place place, bool decisive) {
        const lower::Node& node = state_.node(place.node);
        if (decisive) basis_.comparisons.push_back(place);
        const DeclId decl(node.payload);
        for (std::size_t index = 0; index < node.operands.size(); ++index)
            visit(state_.operand(place, index), decisive);
        const check::Table& table = std::get<check::Table>(state_.rules().declarations[decl].body);
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const RowMatches matches = matchRows(state_, place);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            bool cellsMatch = true;
            for (std::size_t index = 0; index < node.operands.size(); ++index)
                cellsMatch = cellsMatch && cellMatches(table.rows[row].cells[index], state_.operandValue(place, index)) != false;
            if (!cellsMatch) continue;
            if (parts.conditions[row].valid()) visit(state_.seenFrom(parts.conditions[row], node.space, place.row), decisive);
            if (std::find(matches.possible.begin(), matches.possible.end(), row) == matches.possible.end()) continue;
            visit(rowOutput(state_, place, row), decisive);
            if (decisive && node.owner == decl_) addClauses(table.rows[row].clauses);
        }
    }

    void quantifier(Place place, bool decisive) {
        const lower::Node& node = state_.node(place.node);
        const State::Inner inner = state_.inner(place);
        if (const DeclId groups = state_.rules().lists[state_.program().spaces[node.inner].list].partition; groups.valid())
            declaration(groups, state_.caseOf(place), decisive);
        if (!inner.known) {
            if (const std::optional<Cause> cause = listCause(state_, node.inner, place.row)) basis_.unknown.add(*cause, node.span);
            return;
        }
        for (RowIndex row = inner.begin; row < inner.end; ++row) {
            const auto at = [&](std::size_t index) { return state_.seenFrom(node.operands[index], node.inner, row); };
            const bool excluded = node.payload == 1 && state_.value(at(0)).isFalse();
            const bool counts = decisiveItem(state_, place, row);
            for (std::size_t index = 0; index < node.operands.size(); ++index)
                visit(at(index), decisive && counts && (index == 0 || !excluded));
        }
    }

    void addClauses(const std::vector<std::string>& clauses) {
        for (const std::string& clause : clauses)
            addOnce(basis_.clauses, clause);
    }

    const State& state_;
    DeclId decl_;
    Basis basis_;
    SeenPlaces seen_;
    std::set<Cause> given_;
    int belowRequirement_ = 0;
};

}  // namespace

Basis basisOf(const State& state, DeclId decl, RowIndex row) {
    Walker walker(state, decl);
    walker.declaration(decl, row, true);
    return walker.take();
}

UsedFact usedFact(const State& state, Place place) {
    const std::optional<Cause> cause = factCause(state, place);
    UsedFact fact{nameOf(state, *cause), shown(state, place), {}};
    if (const facts::Entry* entry = entryOf(state, *cause)) fact.provenance = entry->provenance;
    return fact;
}

std::vector<Place> decisiveFacts(const State& state, Place place) {
    Walker walker(state, check::DeclId());
    walker.expression(place);
    return walker.take().used;
}

std::vector<Place> rangesBelow(const State& state, Place place) {
    Walker walker(state, check::DeclId());
    walker.expression(place);
    return walker.take().ranges;
}

}  // namespace assay::evaluate

#include <set>
#include <tuple>
#include <utility>

#include "cause.hpp"
#include "declaration.hpp"
#include "due.hpp"
#include "lifecycle.hpp"
#include "partition.hpp"
#include "table.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::Op;
using lower::SpaceKind;

namespace {

class Toucher {
public:
    Toucher(const State& state, const Context& context, Causes& causes) : state_(state), context_(context), causes_(causes) {}

    void visit(Place place) {
        const Value& value = state_.value(place);
        if (value.settled() && value.origin == Value::Origin::Plain) return;
        if (!seen_.insert({context_.decl, context_.row, place}).second) return;
        const lower::Node& node = state_.node(place.node);
        if (const std::optional<Cause> cause = factCause(state_, place); cause && value.origin == Value::Origin::Plain) {
            causes_.add(*cause, node.span);
            return;
        }
        if (node.op == Op::Declaration) return declaration(DeclId(node.payload), place.row, node.span);
        if (value.origin == Value::Origin::Undefined) return inOwner(Cause::Kind::Undefined, place);
        if (value.origin == Value::Origin::Conflict) return inOwner(Cause::Kind::Conflict, place);
        switch (node.op) {
            case Op::AtItem: {
                const Place target = state_.target(place);
                visit(target.node.valid() ? target : state_.operand(place, 0));
                break;
            }
            case Op::If:
                branches(place);
                break;
            case Op::Table: {
                operands(place);
                for (const std::size_t row : matchRows(state_, place).possible)
                    visit(rowOutput(state_, place, row));
                break;
            }
            case Op::StateOn:
            case Op::EnteredOn:
                asked(place);
                break;
            case Op::Due:
                due(place);
                break;
            case Op::IsUnique:
                declaration(DeclId(node.payload), state_.caseOf(place), node.span);
                break;
            case Op::Some:
            case Op::Every:
            case Op::No:
            case Op::Count:
            case Op::Sum:
            case Op::Min:
            case Op::Max:
            case Op::The:
                quantifier(place);
                break;
            default:
                operands(place);
                break;
        }
    }

    void declaration(DeclId decl, RowIndex row, const source::Span& span) {
        const Context outer = std::exchange(context_, {decl, row});
        parts(decl, row, span);
        context_ = outer;
    }

private:
    void parts(DeclId decl, RowIndex row, const source::Span& span) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Value& value = state_.value({parts.node, row});
        const Reach reach = reachOf(state_, decl, row);
        Cause cause;
        cause.id = decl.index();
        cause.row = row;
        if (reach == Reach::NotEntered) {
            cause.kind = Cause::Kind::Event;
            cause.id = state_.rules().declarations[decl].stage->index();
            cause.row = state_.rows(parts.space).caseOf[row];
            causes_.add(cause, span);
            return;
        }
        if (value.origin == Value::Origin::NotYet || value.origin == Value::Origin::Conflict) {
            cause.kind = value.origin == Value::Origin::NotYet ? Cause::Kind::Awaited : Cause::Kind::Conflict;
            causes_.add(cause, span);
            return;
        }
        if (reach == Reach::MaybeSkipped) part(decl, parts.skipped, row);
        if (std::holds_alternative<check::Lifecycle>(state_.rules().declarations[decl].body)) return lifecycle(decl, row);
        if (std::holds_alternative<check::Define>(state_.rules().declarations[decl].body)) return define(decl, row);
        if (std::holds_alternative<check::Partition>(state_.rules().declarations[decl].body)) return partition(decl, row, span);
        part(decl, parts.when, row);
        part(decl, parts.body, row);
        for (const lower::NodeId notYet : parts.notYet)
            part(decl, notYet, row);
        conditions(decl, row);
    }

    void part(DeclId decl, lower::NodeId node, RowIndex row) {
        if (node.valid()) visit(partOf(state_, decl, node, row));
    }

    // The conditions of a decide; in order, those behind a true one do not count.
    void conditions(DeclId decl, RowIndex row) {
        const check::Decide* decide = check::outcomesOf(state_.rules().declarations[decl]);
        if (decide == nullptr) return;
        for (const lower::NodeId condition : state_.program().declarations[decl].conditions) {
            if (!condition.valid()) continue;
            const Place place = partOf(state_, decl, condition, row);
            if (decide->inOrder && state_.value(place).isTrue()) break;
            visit(place);
        }
    }

    void define(DeclId decl, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Selections selections = possibleSelections(state_, decl, row);
        for (const lower::NodeId condition : parts.conditions)
            part(decl, condition, row);
        for (std::size_t index = 0; index < parts.values.size(); ++index) {
            if (selections.exceptions[index]) part(decl, parts.values[index], row);
        }
        if (selections.byDefault) part(decl, parts.body, row);
    }

    // The steps that may be the first to separate two items; where all are known, what the parties have not agreed.
    void partition(DeclId decl, RowIndex row, const source::Span& span) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Divided& divided = state_.divided(decl, row);
        if (!divided.known) return unknownList(parts.divided, row, span);
        for (std::size_t a = 0; a < divided.items.size(); ++a) {
            for (std::size_t b = a + 1; b < divided.items.size(); ++b) {
                if (divided.bonds.at(a, b) != Bond::Open) continue;
                for (const std::size_t step : firstSteps(state_, decl, divided, a, b)) {
                    for (const Place place : comparedBy(state_, decl, divided, step, a, b))
                        visit(place);
                }
            }
        }
        if (!divided.bonds.settled() || divided.groups || !parts.agreed.valid() || reachOf(state_, decl, row) != Reach::Entered) return;
        Cause agreed;
        agreed.id = state_.node(parts.agreed).payload;
        agreed.row = row;
        causes_.add(agreed, span);
    }

    // The list of acts; of each of them what is not settled; and when time moves the state.
    void lifecycle(DeclId decl, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Place acts{parts.acts, row};
        const lower::Node& node = state_.node(parts.acts);
        const State::Inner inner = state_.inner(acts);
        if (!inner.known) unknownList(node.inner, row, node.span);
        for (RowIndex act = inner.begin; act < inner.end; ++act) {
            for (const Place each : partsOfAct(state_, decl, act))
                visit(each);
        }
        for (const lower::NodeId after : parts.afters)
            part(decl, after, row);
    }

    // What a lifecycle was on a day, or when it entered a state. On a day that lies ahead, acts that are still to come count.
    void asked(Place place) {
        operands(place);
        const std::optional<RowIndex> row = rowAsked(state_, place);
        if (!row) return;
        const DeclId decl(state_.node(place.node).payload);
        const Context outer = std::exchange(context_, {decl, *row});
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        if (refusedWhenAsked(state_, place)) {
            inOwner(Cause::Kind::Conflict, {parts.node, *row});
        } else {
            lifecycle(decl, *row);
            if (asksAhead(state_, place)) unknownList(state_.node(parts.acts).inner, *row, state_.node(parts.acts).span);
        }
        context_ = outer;
    }

    // Of what pauses, the items whose unknown days can move the due day.
    void due(Place place) {
        const DueRange range = dueRange(state_, place);
        if (range.missingYear) {
            Cause cause;
            cause.kind = Cause::Kind::Calendar;
            cause.id = static_cast<std::size_t>(*range.missingYear);
            causes_.add(cause, state_.node(place.node).span);
        }
        const std::size_t count = state_.node(place.node).operands.size();
        for (std::size_t index = 0; index < count; ++index) {
            const Place operand = state_.operand(place, index);
            const lower::Node& node = state_.node(operand.node);
            if (node.op != Op::Pauses) {
                visit(operand);
            } else if (!state_.inner(operand).known) {
                unknownList(node.inner, operand.row, node.span);
            }
        }
        for (const PausingItem& item : range.items) {
            if (!canMatter(state_, place, range, item)) continue;
            const lower::Node& pauses = state_.node(item.pauses.node);
            for (const lower::NodeId operand : pauses.operands)
                visit(state_.seenFrom(operand, pauses.inner, item.row));
        }
    }

    void operands(Place place) {
        for (std::size_t index = 0; index < state_.node(place.node).operands.size(); ++index)
            visit(state_.operand(place, index));
    }

    void branches(Place place) {
        const Value& condition = state_.operandValue(place, 0);
        visit(state_.operand(place, 0));
        if (!condition.isFalse()) visit(state_.operand(place, 1));
        if (!condition.isTrue()) visit(state_.operand(place, 2));
    }

    void quantifier(Place place) {
        const lower::Node& node = state_.node(place.node);
        const State::Inner inner = state_.inner(place);
        if (!inner.known) return unknownList(node.inner, place.row, node.span);
        for (RowIndex row = inner.begin; row < inner.end; ++row) {
            const Place where = state_.seenFrom(node.operands.empty() ? place.node : node.operands.front(), node.inner, row);
            if (node.payload == 1 && state_.value(where).isFalse()) continue;
            for (const lower::NodeId operand : node.operands)
                visit(state_.seenFrom(operand, node.inner, row));
        }
    }

    void unknownList(lower::SpaceId inner, RowIndex parentRow, const source::Span& span) {
        const lower::Space& space = state_.program().spaces[inner];
        if (const DeclId groups = state_.rules().lists[space.list].partition; groups.valid()) {
            visit({state_.program().declarations[groups].node, state_.rows(space.parent).caseOf[parentRow]});
        } else if (const std::optional<Cause> cause = listCause(state_, inner, parentRow)) {
            causes_.add(*cause, span);
        } else if (space.kind != SpaceKind::Consecutive) {
            visit(state_.seenFrom(space.source, space.parent, parentRow));
        } else if (const Rows& base = state_.rows(space.base); !base.known[parentRow]) {
            unknownList(space.base, parentRow, span);
        } else {
            for (RowIndex row = base.first[parentRow]; row < base.first[parentRow + 1]; ++row)
                visit(state_.seenFrom(space.source, space.base, row));
        }
    }

    void inOwner(Cause::Kind kind, Place place) {
        Cause cause;
        cause.kind = kind;
        cause.id = context_.decl.index();
        cause.row = context_.row;
        causes_.add(cause, state_.node(place.node).span);
    }

    const State& state_;
    Context context_;
    Causes& causes_;
    std::set<std::tuple<DeclId, RowIndex, Place>> seen_;  // a place counts once for each declaration that reads it
};

}  // namespace

void touch(const State& state, Place place, const Context& context, Causes& causes) {
    Toucher(state, context, causes).visit(place);
}

}  // namespace assay::evaluate

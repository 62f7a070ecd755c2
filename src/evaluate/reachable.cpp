#include "reachable.hpp"

#include "declaration.hpp"
#include "lifecycle.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;
using lower::Op;
using lower::SpaceId;

namespace {

bool turnsWhereOperandsMeet(Op op) {
    switch (op) {
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
        case Op::Equal:
        case Op::NotEqual:
        case Op::Larger:
        case Op::Smaller:
        case Op::Abs:
        case Op::Table:
            return true;
        default:
            return false;
    }
}

class Walk {
public:
    explicit Walk(const State& state) : state_(state) {}

    void declaration(DeclId decl, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const auto part = [&](NodeId node) {
            if (node.valid()) visit(node, parts.space, row);
        };
        for (const NodeId node : {parts.entered, parts.skipped, parts.when, parts.body, parts.acts})
            part(node);
        for (const auto* nodes : {&parts.notYet, &parts.conditions, &parts.values, &parts.items, &parts.afters}) {
            for (const NodeId node : *nodes)
                part(node);
        }
    }

    Reachable found;

private:
    void visit(NodeId node, SpaceId space, RowIndex row) {
        if (standsAbove(state_.node(node).space, space)) visit(state_.seenFrom(node, space, row));
    }

    void visit(Place place) {
        if (!seen_.insert(place).second) return;
        const lower::Node& node = state_.node(place.node);
        if (const std::optional<Cause> cause = factCause(state_, place)) found.facts.insert(*cause);
        if (turnsWhereOperandsMeet(node.op)) found.comparisons.push_back(place);
        found.addsMonths = found.addsMonths || node.op == Op::AddMonths;
        if (node.op == Op::Declaration) declaration(DeclId(node.payload), place.row);
        if (node.op == Op::AtItem) {
            if (const Place target = state_.target(place); target.node.valid()) visit(target);
        }
        if (node.op == Op::StateOn || node.op == Op::EnteredOn) {
            if (const std::optional<RowIndex> row = rowAsked(state_, place)) declaration(DeclId(node.payload), *row);
        }
        for (const NodeId operand : node.operands)
            visit(operand, node.space, place.row);
        if (!node.inner.valid()) return;
        const State::Inner inner = state_.inner(place);
        for (RowIndex row = inner.begin; row < inner.end; ++row) {
            for (const NodeId operand : node.operands)
                visit(operand, node.inner, row);
        }
    }

    // Whether the first space is the second or one that holds it.
    [[nodiscard]] bool standsAbove(SpaceId above, SpaceId space) const {
        while (space.valid() && space != above)
            space = state_.program().spaces[space].parent;
        return space.valid();
    }

    const State& state_;
    std::set<Place> seen_;
};

}  // namespace

Reachable reachableFrom(const State& state, DeclId decl, RowIndex row) {
    Walk walk(state);
    walk.declaration(decl, row);
    return std::move(walk.found);
}

}  // namespace assay::evaluate

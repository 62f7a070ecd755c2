#include "declaration.hpp"

#include <algorithm>

#include "kernels.hpp"
#include "lifecycle.hpp"
#include "partition.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;

Reach reachOf(const State& state, DeclId decl, RowIndex row) {
    const lower::DeclarationParts& parts = state.program().declarations[decl];
    if (!parts.entered.valid()) return Reach::Entered;
    const Value* skipped = parts.skipped.valid() ? &state.value(partOf(state, decl, parts.skipped, row)) : nullptr;
    if (skipped != nullptr && skipped->isTrue()) return Reach::Skipped;
    if (!state.value(partOf(state, decl, parts.entered, row)).isTrue()) return Reach::NotEntered;
    return skipped != nullptr && !skipped->isFalse() ? Reach::MaybeSkipped : Reach::Entered;
}

Place partOf(const State& state, DeclId decl, NodeId part, RowIndex row) {
    return state.seenFrom(part, state.program().declarations[decl].space, row);
}

std::size_t Members::count() const {
    const auto lines = static_cast<std::size_t>(std::count(outcomes.begin(), outcomes.end(), true));
    return lines + (noOutcome ? 1U : 0U) + (notYet ? 1U : 0U) + (conflict ? 1U : 0U);
}

namespace {

// The one member of a decide whose conditions are all settled as far as they count; empty otherwise.
std::optional<Members> settledMembers(const State& state, DeclId decl, RowIndex row) {
    const check::Decide& decide = *check::outcomesOf(state.rules().declarations[decl]);
    const lower::DeclarationParts& parts = state.program().declarations[decl];
    Members members;
    members.outcomes.resize(decide.outcomes.size());
    const auto at = [&](NodeId node) -> const Value& { return state.value(partOf(state, decl, node, row)); };
    switch (reachOf(state, decl, row)) {
        case Reach::Skipped:
            members.noOutcome = true;
            return members;
        case Reach::NotEntered:
            members.notYet = true;
            return members;
        case Reach::MaybeSkipped:
            return std::nullopt;
        case Reach::Entered:
            break;
    }
    if (parts.when.valid()) {
        members.noOutcome = at(parts.when).isFalse();
        if (members.noOutcome) return members;
        if (!at(parts.when).isTrue()) return std::nullopt;
    }
    for (const NodeId notYet : parts.notYet) {
        members.notYet = at(notYet).isTrue();
        if (members.notYet) return members;
        if (!at(notYet).isFalse()) return std::nullopt;
    }
    std::vector<std::size_t> held;
    for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
        if (!parts.conditions[index].valid()) continue;
        const Value& condition = at(parts.conditions[index]);
        if (condition.isTrue()) held.push_back(index);
        if (condition.isTrue() && decide.inOrder) break;
        if (!condition.isTrue() && !condition.isFalse()) return std::nullopt;
    }
    const bool hasOtherwise = !parts.conditions.empty() && !parts.conditions.back().valid();
    if (held.empty() && hasOtherwise) held.push_back(parts.conditions.size() - 1);
    members.conflict = held.size() != 1;
    if (!members.conflict) members.outcomes[held.front()] = true;
    return members;
}

}  // namespace

Members possibleMembers(const State& state, DeclId decl, RowIndex row) {
    if (std::optional<Members> settled = settledMembers(state, decl, row)) return *settled;
    Residual residual(state);
    const Residual::Outcomes outcomes = residual.outcomes(decl, row);
    Members members;
    for (const Residual::Ref line : outcomes.lines)
        members.outcomes.push_back(residual.possible(line));
    members.noOutcome = residual.possible(outcomes.noOutcome);
    members.notYet = residual.possible(outcomes.notYet);
    members.conflict = residual.possible(outcomes.conflict);
    if (residual.exceeded()) {
        members.outcomes.assign(outcomes.lines.size(), true);
        members.noOutcome = members.conflict = true;
    }
    return members;
}

Selections possibleSelections(const State& state, DeclId decl, RowIndex row) {
    const lower::DeclarationParts& parts = state.program().declarations[decl];
    Selections selections;
    selections.exceptions.resize(parts.conditions.size());
    const bool allFalse = std::all_of(parts.conditions.begin(), parts.conditions.end(),
                                      [&](NodeId condition) { return state.value(partOf(state, decl, condition, row)).isFalse(); });
    selections.byDefault = allFalse;
    if (allFalse) return selections;
    Residual residual(state);
    const Residual::Selected selected = residual.selections(decl, row);
    for (std::size_t index = 0; index < selected.exceptions.size(); ++index)
        selections.exceptions[index] = residual.possible(selected.exceptions[index]);
    selections.byDefault = residual.possible(selected.byDefault);
    selections.conflict = residual.possible(selected.conflict);
    if (residual.exceeded()) {
        selections.exceptions.assign(selected.exceptions.size(), true);
        selections.byDefault = selections.conflict = true;
    }
    return selections;
}

namespace {

Value unsettled(Value::Origin origin) {
    Value value;
    value.origin = origin;
    return value;
}

// The value of a residual: settled if every assignment agrees.
Value decided(Residual& residual, Residual::Ref function) {
    const bool canBeTrue = residual.possible(function);
    const bool canBeFalse = function == Diagram::falsity || residual.possible(residual.negation(function));
    if (residual.exceeded()) return Value{};
    return {Truth{canBeTrue, canBeFalse}};
}

// The truth that a declaration makes of a body, its own or that of one of its items.
Value truthOfBody(const State& state, DeclId decl, RowIndex row, NodeId bodyNode) {
    const bool isRequirement = check::isRequirement(state.rules().declarations[decl]);
    const Reach reach = reachOf(state, decl, row);
    if (reach == Reach::NotEntered) return unsettled(Value::Origin::NotYet);
    if (reach == Reach::Skipped) return Value::of(isRequirement);
    const lower::DeclarationParts& parts = state.program().declarations[decl];
    const Value& body = state.value(partOf(state, decl, bodyNode, row));
    const bool applies = !parts.when.valid() || state.value(partOf(state, decl, parts.when, row)).isTrue();
    const bool excluded = parts.when.valid() && state.value(partOf(state, decl, parts.when, row)).isFalse();
    if (isRequirement && (excluded || body.isTrue())) return Value::of(true);
    if (!isRequirement && body.isFalse()) return Value::of(false);
    if (reach == Reach::Entered && applies && body.settled()) return body;
    Residual residual(state);
    return decided(residual, residual.applied(decl, row, bodyNode));
}

Value decideValue(const State& state, DeclId decl, RowIndex row) {
    const check::Decide& decide = *check::outcomesOf(state.rules().declarations[decl]);
    const Members members = possibleMembers(state, decl, row);
    const bool single = members.count() == 1;
    Choices choices;
    if (single && (members.notYet || members.conflict)) {
        choices = Value::any(state.rules().declarations[decl].type, state.rules()).choices();
    }
    choices.noOutcome = members.noOutcome;
    choices.notYet = members.notYet;
    choices.conflict = members.conflict;
    for (std::size_t index = 0; index < members.outcomes.size(); ++index) {
        if (members.outcomes[index]) choices.enumerators |= std::uint64_t{1} << decide.outcomes[index].enumerator;
    }
    Value value{choices};
    if (single && members.notYet) value.origin = Value::Origin::NotYet;
    if (single && members.conflict) value.origin = Value::Origin::Conflict;
    return value;
}

Value defineValue(const State& state, DeclId decl, RowIndex row) {
    const check::Type& type = state.rules().declarations[decl].type;
    const lower::DeclarationParts& parts = state.program().declarations[decl];
    const Reach reach = reachOf(state, decl, row);
    if (reach != Reach::Entered) {
        Value value = Value::any(type, state.rules());
        if (reach == Reach::NotEntered) value.origin = Value::Origin::NotYet;
        if (reach == Reach::Skipped) value.origin = Value::Origin::Undefined;
        return value;
    }
    const auto at = [&](NodeId node) -> const Value& { return state.value(partOf(state, decl, node, row)); };
    const Selections selections = possibleSelections(state, decl, row);
    if (selections.conflict) {
        Value value = Value::any(type, state.rules());
        const bool only = !selections.byDefault &&
                          std::none_of(selections.exceptions.begin(), selections.exceptions.end(), [](bool each) { return each; });
        if (only) value.origin = Value::Origin::Conflict;
        return value;
    }
    std::optional<Value> result;
    const auto add = [&](const Value& value) { result = result ? hull(*result, value) : value; };
    for (std::size_t index = 0; index < parts.values.size(); ++index) {
        if (selections.exceptions[index]) add(at(parts.values[index]));
    }
    if (selections.byDefault) add(at(parts.body));
    result->origin = Value::Origin::Plain;
    if (type.kind == check::TypeKind::Bool && !type.optional && !result->settled()) {
        Residual residual(state);
        return decided(residual, residual.declaration(decl, row));
    }
    return *result;
}

// The groups as items of their list.
Value groupsValue(const State& state, DeclId decl, const check::Partition& partition, RowIndex row) {
    const Reach reach = reachOf(state, decl, row);
    const Divided& divided = state.divided(decl, row);
    Value value{Elements{}};
    if (reach == Reach::NotEntered) value.origin = Value::Origin::NotYet;
    if (reach == Reach::Skipped) value.origin = Value::Origin::Undefined;
    if (divided.flaw.kind != Divided::Flaw::Kind::None) value.origin = Value::Origin::Conflict;
    if (!divided.groups) return value;
    const ListTable& table = state.block().table(partition.groups);
    std::vector<Element> elements;
    for (RowIndex group = table.first[row]; group < table.first[row + 1]; ++group)
        elements.emplace_back(ItemRow{group});
    value.possible = Elements{base::Boxed<std::vector<Element>>(std::move(elements))};
    return value;
}

}  // namespace

Value itemTruth(const State& state, DeclId decl, RowIndex row, std::size_t item) {
    return truthOfBody(state, decl, row, state.program().declarations[decl].items[item]);
}

Value declarationValue(const State& state, Place place) {
    const DeclId decl(state.node(place.node).payload);
    const auto& body = state.rules().declarations[decl].body;
    if (check::outcomesOf(state.rules().declarations[decl]) != nullptr) return decideValue(state, decl, place.row);
    if (std::holds_alternative<check::Lifecycle>(body)) return lifecycleValue(state, decl, place.row);
    if (std::holds_alternative<check::Define>(body)) return defineValue(state, decl, place.row);
    if (const auto* partition = std::get_if<check::Partition>(&body)) return groupsValue(state, decl, *partition, place.row);
    return truthOfBody(state, decl, place.row, state.program().declarations[decl].body);
}

Value stageValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const Value& operand = state.operandValue(place, 0);
    if (node.op == lower::Op::StageEntered) {
        if (!operand.canBeGiven) return Value::of(false);
        if (operand.canBeNone) return Value{};
        const std::optional<bool> ahead = quantity::less(state.block().asOf(place.row).interval(), operand.interval());
        return ahead ? Value::of(!*ahead) : Value{};
    }
    if (operand.settled()) return operand;
    Residual residual(state);
    const Residual::Ref function = residual.truth(state.operand(place, 0));
    const bool canBeTrue = residual.possible(function);
    const bool canBeFalse = residual.possible(residual.negation(function));
    return residual.exceeded() ? Value{} : Value{Truth{canBeTrue, canBeFalse}};
}

}  // namespace assay::evaluate

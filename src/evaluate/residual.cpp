#include "residual.hpp"

#include <algorithm>
#include <utility>

#include "declaration.hpp"
#include "lifecycle.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;
using lower::Op;
using Ref = Diagram::Ref;

namespace {

// While it lives, the walk stands in the text of a declaration.
class Inside {
public:
    Inside(Context& context, const Context& here) : context_(context), outer_(std::exchange(context, here)) {}
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() { context_ = outer_; }

private:
    Context& context_;
    Context outer_;
};

std::string placeKey(const Cause& cause) {
    return std::to_string(static_cast<int>(cause.kind)) + ":" + std::to_string(cause.id) + ":" +
           (cause.list.valid() ? std::to_string(cause.list.index()) : "-") + ":" + std::to_string(cause.row) + ":" +
           std::to_string(cause.second);
}

}  // namespace

Residual::Residual(const State& state) : state_(state), diagram_(state.limits().diagramNodes) {}

std::vector<Ref> Residual::Outcomes::all() const {
    std::vector<Ref> members = lines;
    members.insert(members.end(), {noOutcome, notYet, conflict});
    return members;
}

Ref Residual::conjunction(const std::vector<Ref>& refs) {
    Ref all = Diagram::truth;
    for (const Ref ref : refs)
        all = diagram_.both(all, ref);
    return all;
}

Ref Residual::disjunction(const std::vector<Ref>& refs) {
    Ref any = Diagram::falsity;
    for (const Ref ref : refs)
        any = diagram_.either(any, ref);
    return any;
}

Ref Residual::truth(Place place) {
    const Value& value = state_.value(place);
    if (value.isTrue()) return Diagram::truth;
    if (value.isFalse()) return Diagram::falsity;
    const lower::Node& node = state_.node(place.node);
    const auto operand = [&](std::size_t index) { return truth(state_.operand(place, index)); };
    switch (node.op) {
        case Op::Not:
            return diagram_.negation(operand(0));
        case Op::And:
        case Op::Or: {
            std::vector<Ref> operands;
            for (std::size_t index = 0; index < node.operands.size(); ++index)
                operands.push_back(operand(index));
            return node.op == Op::And ? conjunction(operands) : disjunction(operands);
        }
        case Op::If: {
            const Ref condition = operand(0);
            const Ref then = operand(1);
            return diagram_.ifThenElse(condition, then, operand(2));
        }
        case Op::Some:
        case Op::Every:
        case Op::No:
            return quantifier(place);
        case Op::Declaration: {
            const DeclId decl(node.payload);
            if (value.origin == Value::Origin::Conflict) return conflicting(decl, place.row, node.span, true);
            return declaration(decl, place.row);
        }
        case Op::AtItem: {
            const Place target = state_.target(place);
            return target.node.valid() ? truth(target) : opaque(place);
        }
        case Op::StageEntered:
        case Op::StageSkipped:
            return node.op == Op::StageSkipped ? operand(0) : opaque(place);
        case Op::IsEnumerator:
            return enumeratorTruth(place);
        case Op::IsGiven:
            return givenTruth(place);
        case Op::IsNone:
            return diagram_.negation(givenTruth(place));
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual:
        case Op::Equal:
        case Op::NotEqual:
            return comparison(place);
        case Op::Fact:
        case Op::Field:
        case Op::PairFact:
        case Op::Present: {
            const std::optional<Cause> cause = factCause(state_, place);
            return cause && value.origin == Value::Origin::Plain ? factAtom("true", *cause, node.span) : opaque(place);
        }
        default:
            return opaque(place);
    }
}

Ref Residual::quantifier(Place place) {
    const lower::Node& node = state_.node(place.node);
    const State::Inner inner = state_.inner(place);
    if (!inner.known) return opaque(place);
    std::vector<Ref> items;
    for (RowIndex row = inner.begin; row < inner.end; ++row) {
        const auto at = [&](std::size_t index) { return truth(state_.seenFrom(node.operands[index], node.inner, row)); };
        const Ref where = node.payload == 1 ? at(0) : Diagram::truth;
        const Ref body = at(node.operands.size() - 1);
        items.push_back(node.op == Op::Every ? diagram_.implies(where, body) : diagram_.both(where, body));
    }
    if (node.op == Op::Every) return conjunction(items);
    const Ref some = disjunction(items);
    return node.op == Op::No ? diagram_.negation(some) : some;
}

Ref Residual::declaration(DeclId decl, RowIndex row) {
    const Inside inside(context_, {decl, row});
    const check::Declaration& declared = state_.rules().declarations[decl];
    const lower::DeclarationParts& parts = state_.program().declarations[decl];
    const Reach reach = reachOf(state_, decl, row);
    if (reach == Reach::NotEntered) return awaiting(decl, row, declared.nameSpan);
    if (reach == Reach::Skipped) {
        if (std::holds_alternative<check::Define>(declared.body)) return opaque({parts.node, row});
        return check::isRequirement(declared) ? Diagram::truth : Diagram::falsity;
    }
    const auto part = [&](NodeId node) { return truth(partOf(state_, decl, node, row)); };
    if (std::holds_alternative<check::Define>(declared.body)) {
        const Selected selected = selections(decl, row);
        Ref result = diagram_.both(selected.byDefault, part(parts.body));
        for (std::size_t index = 0; index < parts.values.size(); ++index)
            result = diagram_.either(result, diagram_.both(selected.exceptions[index], part(parts.values[index])));
        if (selected.conflict == Diagram::falsity) return result;
        return diagram_.either(result, diagram_.both(selected.conflict, conflicting(decl, row, declared.nameSpan, false)));
    }
    return applied(decl, row, parts.body);
}

Ref Residual::applied(DeclId decl, RowIndex row, NodeId body) {
    const Inside inside(context_, {decl, row});
    const lower::DeclarationParts& parts = state_.program().declarations[decl];
    const auto part = [&](NodeId node) { return truth(partOf(state_, decl, node, row)); };
    Ref result = part(body);
    if (parts.when.valid()) result = diagram_.either(diagram_.negation(part(parts.when)), result);
    if (reachOf(state_, decl, row) != Reach::MaybeSkipped) return result;
    const bool isRequirement = check::isRequirement(state_.rules().declarations[decl]);
    return isRequirement ? diagram_.either(part(parts.skipped), result) : diagram_.both(diagram_.negation(part(parts.skipped)), result);
}

Residual::Selected Residual::selections(DeclId decl, RowIndex row) {
    const Inside inside(context_, {decl, row});
    const auto& define = std::get<check::Define>(state_.rules().declarations[decl].body);
    const lower::DeclarationParts& parts = state_.program().declarations[decl];
    std::vector<Ref> holds;
    for (const NodeId condition : parts.conditions)
        holds.push_back(truth(partOf(state_, decl, condition, row)));
    // An exception stands if it holds and none that outranks it does.
    std::vector<Ref> stands = holds;
    for (std::size_t index = 0; index < holds.size(); ++index) {
        for (const std::size_t outranked : define.exceptions[index].over)
            stands[outranked] = diagram_.both(stands[outranked], diagram_.negation(holds[index]));
    }
    Selected selected;
    selected.byDefault = diagram_.negation(disjunction(stands));
    Ref one = Diagram::falsity;
    for (std::size_t index = 0; index < stands.size(); ++index) {
        Ref alone = stands[index];
        for (std::size_t other = 0; other < stands.size(); ++other) {
            if (other != index) alone = diagram_.both(alone, diagram_.negation(stands[other]));
        }
        selected.exceptions.push_back(alone);
        one = diagram_.either(one, alone);
    }
    selected.conflict = diagram_.negation(diagram_.either(selected.byDefault, one));
    return selected;
}

Residual::Outcomes Residual::outcomes(DeclId decl, RowIndex row) {
    const Inside inside(context_, {decl, row});
    const check::Decide& decide = *check::outcomesOf(state_.rules().declarations[decl]);
    const lower::DeclarationParts& parts = state_.program().declarations[decl];
    const Reach reach = reachOf(state_, decl, row);
    Outcomes result;
    result.lines.assign(decide.outcomes.size(), Diagram::falsity);
    result.conditions = result.lines;
    if (reach == Reach::Skipped || reach == Reach::NotEntered) {
        (reach == Reach::Skipped ? result.noOutcome : result.notYet) = Diagram::truth;
        return result;
    }
    const auto part = [&](NodeId node) { return truth(partOf(state_, decl, node, row)); };
    Ref applies = parts.when.valid() ? part(parts.when) : Diagram::truth;
    if (reach == Reach::MaybeSkipped) applies = diagram_.both(applies, diagram_.negation(part(parts.skipped)));
    result.noOutcome = diagram_.negation(applies);
    Ref waits = Diagram::falsity;
    for (const NodeId notYet : parts.notYet)
        waits = diagram_.either(waits, part(notYet));
    result.notYet = diagram_.both(applies, waits);
    const Ref reached = diagram_.both(applies, diagram_.negation(waits));
    // Of the conditions seen so far: that none holds, that exactly one does.
    Ref none = Diagram::truth;
    Ref one = Diagram::falsity;
    for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
        if (!parts.conditions[index].valid()) continue;
        const Ref condition = part(parts.conditions[index]);
        result.conditions[index] = diagram_.both(reached, condition);
        if (decide.inOrder) {
            result.lines[index] = diagram_.both(condition, none);
            one = diagram_.either(one, condition);
        } else {
            const Ref fails = diagram_.negation(condition);
            for (std::size_t earlier = 0; earlier < index; ++earlier)
                result.lines[earlier] = diagram_.both(result.lines[earlier], fails);
            result.lines[index] = diagram_.both(condition, none);
            one = diagram_.ifThenElse(condition, none, one);
        }
        none = diagram_.both(none, diagram_.negation(condition));
    }
    const bool hasOtherwise = !decide.outcomes.empty() && !parts.conditions.back().valid();
    if (hasOtherwise) result.lines.back() = none;
    result.conflict = diagram_.negation(diagram_.either(one, hasOtherwise ? none : Diagram::falsity));
    for (Ref& line : result.lines)
        line = diagram_.both(line, reached);
    if (hasOtherwise) result.conditions.back() = result.lines.back();
    result.conflict = diagram_.both(result.conflict, reached);
    return result;
}

Ref Residual::memberIs(DeclId decl, RowIndex row, std::size_t enumerator) {
    const check::Decide& decide = *check::outcomesOf(state_.rules().declarations[decl]);
    const source::Span& span = state_.rules().declarations[decl].nameSpan;
    const Outcomes members = outcomes(decl, row);
    Ref result = Diagram::falsity;
    for (std::size_t index = 0; index < decide.outcomes.size(); ++index) {
        if (decide.outcomes[index].enumerator == enumerator) result = diagram_.either(result, members.lines[index]);
    }
    if (members.notYet != Diagram::falsity) result = diagram_.either(result, diagram_.both(members.notYet, awaiting(decl, row, span)));
    if (members.conflict != Diagram::falsity)
        result = diagram_.either(result, diagram_.both(members.conflict, conflicting(decl, row, span, false)));
    return result;
}

Ref Residual::enumeratorTruth(Place place) {
    const lower::Node& node = state_.node(place.node);
    Place operand = state_.operand(place, 0);
    if (state_.node(operand.node).op == Op::AtItem) {
        operand = state_.target(operand);
        if (!operand.node.valid()) return opaque(place);
    }
    const lower::Node& below = state_.node(operand.node);
    if (below.op == Op::Declaration) {
        const DeclId decl(below.payload);
        if (state_.value(operand).origin == Value::Origin::Conflict) return conflicting(decl, operand.row, below.span, true);
        if (std::holds_alternative<check::Lifecycle>(state_.rules().declarations[decl].body)) return stateIs(operand, node.payload);
        if (check::outcomesOf(state_.rules().declarations[decl]) == nullptr) return opaque(place);
        return memberIs(decl, operand.row, node.payload);
    }
    if (below.op == Op::StateOn) {
        if (!refusedWhenAsked(state_, operand)) return stateIs(operand, node.payload);
        return conflicting(DeclId(below.payload), *rowAsked(state_, operand), below.span, true);
    }
    const std::optional<Cause> cause = factCause(state_, operand);
    if (!cause || state_.value(operand).origin != Value::Origin::Plain) return opaque(place);
    Causes causes;
    causes.add(*cause, below.span);
    return oneOf(placeKey(*cause), operand, node.payload, causes);
}

// One atom an alternative that is possible: they exclude each other.
Ref Residual::oneOf(const std::string& asked, Place operand, std::size_t enumerator, const Causes& causes) {
    auto& known = enumerators_[asked];
    known.first = state_.value(operand).choices().enumerators;
    if ((known.first >> enumerator & 1U) == 0) return Diagram::falsity;
    const Ref ref = atom(asked + " is " + std::to_string(enumerator), causes);
    known.second.emplace(enumerator, ref);
    return ref;
}

// The state of a lifecycle is one of those that are possible; which one is not taken apart further.
Ref Residual::stateIs(Place state, std::size_t enumerator) {
    Causes causes;
    touch(state_, state, context_, causes);
    return oneOf("state " + key(state), state, enumerator, causes);
}

Ref Residual::givenTruth(Place place) {
    const Place operand = state_.operand(place, 0);
    const std::optional<Cause> cause = factCause(state_, operand);
    if (!cause) return state_.node(place.node).op == Op::IsGiven ? opaque(place) : diagram_.negation(opaque(place));
    return factAtom("given", *cause, state_.node(operand.node).span);
}

Ref Residual::comparison(Place place) {
    const lower::Node& node = state_.node(place.node);
    const Place first = state_.operand(place, 0);
    const Place second = state_.operand(place, 1);
    switch (node.op) {
        case Op::Less:
            return compared(Op::Less, first, second, node.span, place);
        case Op::Greater:
            return compared(Op::Less, second, first, node.span, place);
        case Op::LessEqual:
            return diagram_.negation(compared(Op::Less, second, first, node.span, place));
        case Op::GreaterEqual:
            return diagram_.negation(compared(Op::Less, first, second, node.span, place));
        case Op::Equal:
            return compared(Op::Equal, first, second, node.span, place);
        default:
            return diagram_.negation(compared(Op::Equal, first, second, node.span, place));
    }
}

Ref Residual::compared(Op op, Place first, Place second, const source::Span& rule, Place whole) {
    const Value& a = state_.value(first);
    const Value& b = state_.value(second);
    const check::Type& type = state_.node(first.node).type;
    const auto* left = std::get_if<quantity::Rational>(&a.possible);
    const auto* right = std::get_if<quantity::Rational>(&b.possible);
    const std::optional<Cause> cause = type.isOrderedLine() ? factCause(state_, right != nullptr ? first : second) : std::nullopt;
    const bool plain = a.origin == Value::Origin::Plain && b.origin == Value::Origin::Plain;
    if (cause && plain && right != nullptr && b.settled() && left == nullptr) {
        const Ref below = threshold(*cause, first, *right, true, rule);
        return op == Op::Less ? below : diagram_.both(threshold(*cause, first, *right, false, rule), diagram_.negation(below));
    }
    if (cause && plain && left != nullptr && a.settled() && right == nullptr) {
        const Ref atMost = threshold(*cause, second, *left, false, rule);
        if (op == Op::Less) return diagram_.negation(atMost);
        return diagram_.both(atMost, diagram_.negation(threshold(*cause, second, *left, true, rule)));
    }
    Causes causes;
    touch(state_, first, context_, causes);
    touch(state_, second, context_, causes);
    if (causes.all().empty()) touch(state_, whole, context_, causes);
    return atom((op == Op::Less ? "less " : "equal ") + key(first) + " " + key(second), causes);
}

// "below the bound" or "at most the bound"; on whole types every condition is "at most a whole number".
Ref Residual::threshold(const Cause& cause, Place fact, const quantity::Rational& bound, bool strict, const source::Span& rule) {
    const check::Type& type = state_.node(fact.node).type;
    quantity::Rational at = bound;
    if (type.isWhole()) {
        at = strict ? bound.ceil() - quantity::Rational(1) : bound.floor();
        strict = false;
    }
    const quantity::Interval range = state_.value(fact).interval();
    if (range.high && (strict ? *range.high < at : *range.high <= at)) return Diagram::truth;
    if (range.low && (strict ? *range.low >= at : *range.low > at)) return Diagram::falsity;
    const Ref ref = factAtom((strict ? "below " : "at most ") + at.exact(), cause, rule);
    std::vector<Threshold>& known = thresholds_[cause];
    const bool listed = std::any_of(known.begin(), known.end(), [&](const Threshold& each) { return each.ref == ref; });
    if (!listed) known.push_back({at, strict, ref});
    return ref;
}

Ref Residual::atom(const std::string& key, const Causes& causes) {
    const auto [found, isNew] = atoms_.try_emplace(key, static_cast<Diagram::Variable>(causes_.size()));
    if (isNew) causes_.emplace_back();
    // What is written alike in two places may still be named by both.
    for (const Cause& cause : causes.all())
        causes_[found->second].add(cause, causes.rule(cause));
    return diagram_.variable(found->second);
}

Ref Residual::factAtom(const std::string& suffix, const Cause& cause, const source::Span& rule) {
    Causes causes;
    causes.add(cause, rule);
    return atom(placeKey(cause) + " " + suffix, causes);
}

Ref Residual::opaque(Place place) {
    Causes causes;
    touch(state_, place, context_, causes);
    return atom(key(place), causes);
}

Ref Residual::awaiting(DeclId decl, RowIndex row, const source::Span& rule) {
    Cause cause;
    cause.kind = Cause::Kind::Awaited;
    cause.id = decl.index();
    cause.row = row;
    if (reachOf(state_, decl, row) == Reach::NotEntered) {
        cause.kind = Cause::Kind::Event;
        cause.id = state_.rules().declarations[decl].stage->index();
        cause.row = state_.rows(state_.program().declarations[decl].space).caseOf[row];
    }
    Causes causes;
    causes.add(cause, rule);
    return atom("await " + std::to_string(decl.index()) + ":" + std::to_string(row), causes);
}

// Where the declaration is in conflict for certain, that is what is missing; where it only may be, what decides it is
// missing already.
Ref Residual::conflicting(DeclId decl, RowIndex row, const source::Span& rule, bool certain) {
    Causes causes;
    if (certain) {
        Cause cause;
        cause.kind = Cause::Kind::Conflict;
        cause.id = decl.index();
        cause.row = row;
        causes.add(cause, rule);
    }
    return atom("conflict " + std::to_string(decl.index()) + ":" + std::to_string(row), causes);
}

// Exclusive enumerators and ordered thresholds, over the atoms met so far.
Ref Residual::ties() {
    Ref all = Diagram::truth;
    for (const auto& [cause, known] : enumerators_) {
        std::uint64_t asked = 0;
        Ref one = Diagram::falsity;
        for (auto first = known.second.begin(); first != known.second.end(); ++first) {
            asked |= std::uint64_t{1} << first->first;
            one = diagram_.either(one, first->second);
            for (auto second = std::next(first); second != known.second.end(); ++second)
                all = diagram_.both(all, diagram_.negation(diagram_.both(first->second, second->second)));
        }
        if ((known.first & ~asked) == 0) all = diagram_.both(all, one);
    }
    for (auto& [cause, known] : thresholds_) {
        std::sort(known.begin(), known.end(),
                  [](const Threshold& a, const Threshold& b) { return a.bound != b.bound ? a.bound < b.bound : a.strict && !b.strict; });
        for (std::size_t index = 1; index < known.size(); ++index)
            all = diagram_.both(all, diagram_.implies(known[index - 1].ref, known[index].ref));
    }
    return all;
}

bool Residual::possible(Ref function) {
    return diagram_.both(function, ties()) != Diagram::falsity;
}

bool Residual::exceeded() const {
    return diagram_.full() || causes_.size() > state_.limits().atoms;
}

Causes Residual::needed(const std::vector<Ref>& functions) {
    Causes order;
    for (const Causes& causes : causes_) {
        for (const Cause& cause : causes.all())
            order.add(cause, causes.rule(cause));
    }
    const Ref allowed = ties();
    Causes result;
    for (const Cause& cause : order.all()) {
        std::vector<Diagram::Variable> variables;
        for (std::size_t variable = 0; variable < causes_.size(); ++variable) {
            if (causes_[variable].contains(cause)) variables.push_back(static_cast<Diagram::Variable>(variable));
        }
        const bool matters = std::any_of(functions.begin(), functions.end(), [&](Ref function) {
            const Ref with = diagram_.exists(diagram_.both(allowed, function), variables);
            const Ref without = diagram_.exists(diagram_.both(allowed, diagram_.negation(function)), variables);
            return diagram_.both(with, without) != Diagram::falsity;
        });
        if (matters) result.add(cause, order.rule(cause));
    }
    return result;
}

}  // namespace assay::evaluate

#include "lifecycle.hpp"

#include <algorithm>

#include "declaration.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;
using quantity::Date;
using quantity::Interval;
using quantity::Rational;

namespace {

constexpr std::size_t actOperand = 0;
constexpr std::size_t onOperand = 1;

Date clamped(const Rational& day) {
    const Rational first(Date::first().dayNumber());
    const Rational last(Date::last().dayNumber());
    const Rational& inside = day < first ? first : day > last ? last : day;
    return Date(static_cast<std::int32_t>(*inside.floor().toInteger()));
}
LifeDay dayOf(const Value& value) {
    const Interval days = value.interval();
    return {days.low ? clamped(*days.low) : Date::first(), days.high ? clamped(*days.high) : Date::last()};
}

const check::Lifecycle& bodyOf(const State& state, DeclId lifecycle) {
    return std::get<check::Lifecycle>(state.rules().declarations[lifecycle].body);
}
Place actsOf(const State& state, DeclId lifecycle, RowIndex row) {
    return {state.program().declarations[lifecycle].acts, row};
}

LifeStates statesOf(const std::vector<std::size_t>& states) {
    LifeStates set;
    for (const std::size_t each : states)
        set.insert(static_cast<LifeState>(each));
    return set;
}
std::vector<std::size_t> indicesOf(const LifeStates& states) {
    return {states.begin(), states.end()};
}

bool mayBe(std::uint64_t acts, const check::Transition& transition) {
    return (acts >> transition.act & 1U) != 0;
}

// Builds what the kernel reads of the item of one row.
class ActReader {
public:
    ActReader(const State& state, DeclId lifecycle, RowIndex row)
        : state_(state),
          body_(bodyOf(state, lifecycle)),
          parts_(state.program().declarations[lifecycle]),
          acts_(state.node(parts_.acts)),
          row_(row) {}

    [[nodiscard]] std::uint64_t acts() const { return at(acts_.operands[actOperand]).choices().enumerators; }
    [[nodiscard]] LifeDay on() const { return dayOf(at(acts_.operands[onOperand])); }

    [[nodiscard]] LifeAct read(const Lived& lived) const {
        LifeAct act;
        act.on = on();
        std::uint64_t known = 0;
        for (std::size_t line = 0; line < body_.transitions.size(); ++line) {
            const check::Transition& transition = body_.transitions[line];
            if (!mayBe(acts(), transition)) continue;
            known |= std::uint64_t{1} << transition.act;
            if (transition.annuls.valid()) {
                addAnnulments(act, line, lived);
                act.leavesState = true;
            } else {
                act.ways.push_back({statesOf(transition.from), static_cast<LifeState>(transition.to), guard(line)});
            }
        }
        // An act of another kind is none of this lifecycle's.
        act.leavesState = act.leavesState || (acts() & ~known) != 0;
        return act;
    }

    [[nodiscard]] std::vector<Place> parts() const {
        std::vector<Place> places = {seen(acts_.operands[actOperand]), seen(acts_.operands[onOperand])};
        for (std::size_t line = 0; line < body_.transitions.size(); ++line) {
            if (!mayBe(acts(), body_.transitions[line])) continue;
            if (parts_.guards[line].valid()) places.push_back(seen(parts_.guards[line]));
            const bool annuls = parts_.annulled[line].valid() && guard(line) != false;
            if (annuls) places.push_back(seen(parts_.annulled[line]));
        }
        return places;
    }

    // The guard of a line as far as it is known of this act.
    [[nodiscard]] std::optional<bool> guard(std::size_t line) const {
        const bool isIt = at(acts_.operands[actOperand]).settled();
        if (!parts_.guards[line].valid()) return isIt ? std::optional(true) : std::nullopt;
        const Value& holds = at(parts_.guards[line]);
        if (holds.isFalse()) return false;
        return holds.isTrue() && isIt ? std::optional(true) : std::nullopt;
    }

private:
    [[nodiscard]] Place seen(NodeId node) const { return state_.seenFrom(node, acts_.inner, row_); }
    [[nodiscard]] const Value& at(NodeId node) const { return state_.value(seen(node)); }

    void addAnnulments(LifeAct& act, std::size_t line, const Lived& lived) const {
        const std::optional<bool> holds = guard(line);
        const Value& target = at(parts_.annulled[line]);
        if (holds == false || !target.canBeGiven) return;
        const auto& item = std::get<ItemRow>(target.possible).known;
        const std::vector<RowIndex>& items = state_.rows(acts_.inner).item;
        for (std::size_t other = 0; other < lived.rows.size(); ++other) {
            if (lived.rows[other] == row_ || (item && items[lived.rows[other]] != *item)) continue;
            act.annuls.push_back({other, holds == true && item && !target.canBeNone});
        }
    }

    const State& state_;
    const check::Lifecycle& body_;
    const lower::DeclarationParts& parts_;
    const lower::Node& acts_;
    RowIndex row_;
};

Value valueOf(const State& state, DeclId lifecycle, const LifeStates& states) {
    if (states.empty()) return Value::any(state.rules().declarations[lifecycle].type, state.rules());
    Choices choices;
    for (const LifeState each : states)
        choices.enumerators |= std::uint64_t{1} << each;
    return {choices};
}

LifeDay dayAsked(const State& state, Place stateOn) {
    return dayOf(state.operandValue(stateOn, state.node(stateOn.node).operands.size() - 1));
}

}  // namespace

Lived livedBy(const State& state, DeclId lifecycle, RowIndex row) {
    const check::Lifecycle& body = bodyOf(state, lifecycle);
    const lower::DeclarationParts& parts = state.program().declarations[lifecycle];
    Lived lived;
    lived.input.asOf = state.block().entry(state.rows(parts.space).caseOf[row]).asOf;
    const State::Inner inner = state.inner(actsOf(state, lifecycle, row));
    lived.input.actsKnown = inner.known;
    for (RowIndex act = inner.begin; act < inner.end; ++act)
        lived.rows.push_back(act);
    for (const RowIndex act : lived.rows)
        lived.input.acts.push_back(ActReader(state, lifecycle, act).read(lived));
    for (std::size_t i = 0; i < body.passings.size(); ++i) {
        const Value& after = state.value(partOf(state, lifecycle, parts.afters[i], row));
        LifePassing passing;
        if (after.canBeGiven) passing.after = dayOf(after);
        passing.from = statesOf(body.passings[i].from);
        passing.to = static_cast<LifeState>(body.passings[i].to);
        passing.mayBeNone = after.canBeNone;
        lived.input.passings.push_back(std::move(passing));
    }
    for (const check::Transition& transition : body.transitions) {
        if (!transition.annuls.valid())
            lived.input.machine.push_back({statesOf(transition.from), static_cast<LifeState>(transition.to), true});
    }
    lived.life = lifeOf(lived.input);
    return lived;
}

Value lifecycleValue(const State& state, DeclId lifecycle, RowIndex row) {
    const Lived lived = livedBy(state, lifecycle, row);
    Value value = valueOf(state, lifecycle, stateOn(lived.input, lived.life, lived.input.asOf));
    if (lived.life.refusal) value.origin = Value::Origin::Conflict;
    return value;
}

Value actsValue(const State& state, Place acts) {
    const State::Inner inner = state.inner(acts);
    if (!inner.known) return Value{};
    const DeclId lifecycle = state.node(acts.node).owner;
    for (RowIndex row = inner.begin; row < inner.end; ++row) {
        for (const Place part : partsOfAct(state, lifecycle, row)) {
            if (!state.value(part).settled()) return Value{};
        }
    }
    return Value::of(true);
}

std::vector<Place> partsOfAct(const State& state, DeclId lifecycle, RowIndex actRow) {
    return ActReader(state, lifecycle, actRow).parts();
}

std::optional<RowIndex> rowAsked(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const DeclId lifecycle(node.payload);
    if (state.rules().declarations[lifecycle].heading.empty()) return state.caseOf(place);
    const Place target = state.target(place);
    return target.node.valid() ? std::optional(target.row) : std::nullopt;
}

bool refusedWhenAsked(const State& state, Place place) {
    const std::optional<RowIndex> row = rowAsked(state, place);
    if (!row) return false;
    const lower::Node& node = state.node(place.node);
    const Lived lived = livedBy(state, DeclId(node.payload), *row);
    if (!lived.life.refusedOn) return false;
    return node.op == lower::Op::EnteredOn || dayAsked(state, place).earliest >= *lived.life.refusedOn;
}

bool asksAhead(const State& state, Place place) {
    return state.node(place.node).op == lower::Op::StateOn && dayAsked(state, place).latest > state.block().entry(state.caseOf(place)).asOf;
}

Value stateOnValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    const DeclId lifecycle(node.payload);
    const std::optional<RowIndex> row = rowAsked(state, place);
    if (!row) return Value::any(node.type, state.rules());
    const Lived lived = livedBy(state, lifecycle, *row);
    const LifeDay day = dayAsked(state, place);
    LifeStates states = stateOn(lived.input, lived.life, day.earliest);
    const bool refused = lived.life.refusedOn && day.latest >= *lived.life.refusedOn;
    if (refused || states.empty()) return Value::any(node.type, state.rules());
    for (const LifeEntry& entry : lived.life.timeline) {
        if (entry.since > day.earliest && entry.since <= day.latest) states.insert(entry.states.begin(), entry.states.end());
    }
    if (day.latest > lived.input.asOf) states.merge(stateOn(lived.input, lived.life, day.latest));
    return valueOf(state, lifecycle, states);
}

Value enteredOnValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    Value any = Value::any(node.type, state.rules());
    const std::optional<RowIndex> row = rowAsked(state, place);
    if (!row) return any;
    const Lived lived = livedBy(state, DeclId(node.payload), *row);
    const std::optional<LifeEntered> day = entered(lived.input, static_cast<LifeState>(node.second));
    if (!day) return any;
    if (!day->on) return Value::none();
    Value value = Value::of(Interval{Rational(day->on->earliest.dayNumber()), Rational(day->on->latest.dayNumber())});
    value.canBeNone = day->mayBeNever;
    return value;
}

namespace {

// The lines that an act or passing takes, or may take, from some of the states before it.
class Telling {
public:
    Telling(const State& state, DeclId lifecycle, const Lived& lived)
        : state_(state), lifecycle_(lifecycle), body_(bodyOf(state, lifecycle)), lived_(lived) {}

    [[nodiscard]] LifeEvent event(const LifeMove& move) const {
        LifeEvent event;
        event.earliest = move.on.earliest;
        event.latest = move.on.latest;
        event.from = indicesOf(move.from);
        event.to = indicesOf(move.to);
        event.annulled = move.annulled;
        event.certain = move.certain;
        if (move.passing) {
            addLine(event, body_.passings[move.index]);
        } else {
            describeAct(event, move);
        }
        return event;
    }

private:
    // A line that cites nothing of its own stands on what the lifecycle cites.
    template <class Line>
    void addLine(LifeEvent& event, const Line& line) const {
        const std::vector<std::string>& clauses = line.clauses.empty() ? state_.rules().declarations[lifecycle_].clauses : line.clauses;
        event.clauses.insert(event.clauses.end(), clauses.begin(), clauses.end());
        event.lines.push_back(line.span);
    }

    void describeAct(LifeEvent& event, const LifeMove& move) const {
        const RowIndex row = lived_.rows[move.index];
        const ActReader reader(state_, lifecycle_, row);
        const lower::Node& acts = state_.node(state_.program().declarations[lifecycle_].acts);
        const check::ListId list = state_.program().spaces[acts.inner].list;
        const RowIndex item = state_.rows(acts.inner).item[row];
        event.item = state_.block().itemPath(list, item);
        const check::Expr& act = state_.rules().expressions[body_.act];
        for (std::size_t index = 0; index < state_.rules().enumerations[act.type.enumeration].enumerators.size(); ++index) {
            if ((reader.acts() >> index & 1U) != 0) event.acts.push_back(index);
        }
        if (const facts::Entry* entry = state_.block().source(act.field, list, item)) event.provenance = entry->provenance;
        for (std::size_t line = 0; line < body_.transitions.size(); ++line) {
            const check::Transition& transition = body_.transitions[line];
            const bool starts = transition.annuls.valid() ||
                                std::any_of(transition.from.begin(), transition.from.end(),
                                            [&](std::size_t from) { return move.from.contains(static_cast<LifeState>(from)); });
            if (starts && mayBe(reader.acts(), transition) && reader.guard(line) != false) addLine(event, transition);
        }
    }

    const State& state_;
    DeclId lifecycle_;
    const check::Lifecycle& body_;
    const Lived& lived_;
};

void addAhead(const check::Lifecycle& body, const Lived& lived, const LifeStates& states, History& history) {
    const auto starts = [&states](const std::vector<std::size_t>& from) {
        return std::any_of(from.begin(), from.end(), [&](std::size_t each) { return states.contains(static_cast<LifeState>(each)); });
    };
    for (std::size_t i = 0; i < body.passings.size(); ++i) {
        const std::optional<LifeDay>& after = lived.input.passings[i].after;
        if (!after || after->latest < lived.input.asOf || !starts(body.passings[i].from)) continue;
        LifeAhead ahead{std::nullopt, std::nullopt, body.passings[i].to, body.passings[i].clauses};
        const bool isExact = after->earliest == after->latest && after->latest != Date::last();
        if (isExact) ahead.on = Date(after->latest.dayNumber() + 1);
        history.ahead.push_back(std::move(ahead));
    }
    for (const check::Transition& transition : body.transitions) {
        if (!transition.annuls.valid() && starts(transition.from))
            history.ahead.push_back({transition.act, std::nullopt, transition.to, transition.clauses});
    }
}

}  // namespace

History historyOf(const State& state, DeclId lifecycle, RowIndex row) {
    const check::Lifecycle& body = bodyOf(state, lifecycle);
    const Lived lived = livedBy(state, lifecycle, row);
    const Telling telling(state, lifecycle, lived);
    History history;
    history.acts = state.rules().expressions[body.act].type.enumeration;
    const LifeStates states = stateOn(lived.input, lived.life, lived.input.asOf);
    history.states = indicesOf(states);
    if (!lived.life.timeline.empty() && !lived.life.refusal) history.since = lived.life.timeline.back().since;
    for (const LifeMove& move : movesOf(lived.input))
        history.events.push_back(telling.event(move));
    for (const std::size_t act : misplacedAnnulments(lived.input))
        history.misplaced.push_back(telling.event({act, false, lived.input.acts[act].on, {}, {}, false, true}));
    addAhead(body, lived, states, history);
    return history;
}

}  // namespace assay::evaluate

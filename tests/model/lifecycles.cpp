#include <algorithm>

#include "definition.hpp"

// docs/unknown.md, "Lifecycle": what the states can be, by trying every order of acts that their days allow.
namespace assay::model {

using check::Expr;
using check::ExprKind;
using check::TypeKind;
using quantity::Date;
using quantity::Interval;
using quantity::Rational;

namespace {

Date next(Date day) {
    return day == Date::last() ? day : Date(day.dayNumber() + 1);
}

}  // namespace

// An act or the passing of time: when it may come, and where it leads from each state.
struct Definition::Happening {
    Date earliest, latest;
    bool certain = true;                                  // it comes
    std::map<std::size_t, std::set<std::size_t>> enters;  // by state, those that it may lead to
    std::set<std::size_t> stays;                          // states that it may leave as they are; in neither: it is not accepted
};

struct Definition::Course {
    const std::vector<Happening>& happenings;
    Date until;
    std::size_t watched;
    std::vector<std::optional<Date>> days;
    std::set<std::pair<std::size_t, std::optional<std::size_t>>> ends;  // the state, and what last entered the one that is watched
};

// The happenings in the order of one day: passings, then acts as written. Empty: the acts are not known.
std::optional<std::vector<Definition::Happening>> Definition::happenings(const check::Lifecycle& lifecycle, const Place& place) {
    const auto items = listItems(lifecycle.list, place);
    if (!items) return std::nullopt;
    std::vector<Happening> all;
    std::set<std::size_t> states;
    const std::size_t count = rules_.enumerations[rules_.declarations[place.decl].type.enumeration].enumerators.size();
    for (std::size_t state = 0; state < count; ++state)
        states.insert(state);
    for (const check::Passing& passing : lifecycle.passings) {
        const Value after = value(passing.after, place);
        if (after.exactlyNone() || firstOf(after.line) == Date::last()) continue;
        Happening one{next(firstOf(after.line)), next(lastOf(after.line)), !after.mayBeNone, {}, {}};
        for (const std::size_t state : states) {
            const bool moves = std::find(passing.from.begin(), passing.from.end(), state) != passing.from.end();
            if (moves && passing.to != state) {
                one.enters[state] = {passing.to};
            } else {
                one.stays.insert(state);
            }
        }
        all.push_back(std::move(one));
    }
    const std::vector<Stands> stand = standing(lifecycle, *items, place);
    for (std::size_t i = 0; i < items->size(); ++i) {
        const Place inner = at(place, lifecycle.event, (*items)[i]);
        const Interval on = value(lifecycle.on, inner).line;
        if (stand[i] == Stands::No || firstOf(on) > view_.asOf()) continue;
        all.push_back(act(lifecycle, inner, states));
        all.back().certain = stand[i] == Stands::Yes;
    }
    return all;
}

Definition::Happening Definition::act(const check::Lifecycle& lifecycle, const Place& place, const std::set<std::size_t>& states) {
    const Interval on = value(lifecycle.on, place).line;
    const std::uint64_t acts = value(lifecycle.act, place).enumerators;
    const bool known = value(lifecycle.act, place).settled();
    Happening one{firstOf(on), lastOf(on), true, {}, {}};
    std::uint64_t open = acts;
    bool leaves = false;
    for (const check::Transition& line : lifecycle.transitions) {
        if ((acts >> line.act & 1U) == 0) continue;
        open &= ~(std::uint64_t{1} << line.act);
        leaves = leaves || line.annuls.valid();
    }
    leaves = leaves || open != 0;
    for (const std::size_t state : states) {
        bool accepted = leaves;
        bool stays = true;
        for (const check::Transition& line : lifecycle.transitions) {
            const bool mayBe = (acts >> line.act & 1U) != 0 && std::find(line.from.begin(), line.from.end(), state) != line.from.end();
            if (!mayBe) continue;
            accepted = true;
            const Truth when = truth(line.when, place);
            if (when.isFalse()) continue;
            one.enters[state].insert(line.to);
            if (known && when.isTrue()) stays = false;
        }
        if (accepted && (stays || leaves)) one.stays.insert(state);
    }
    return one;
}

// From the last act to the first: one that is annulled by one that stands does not.
std::vector<Definition::Stands> Definition::standing(const check::Lifecycle& lifecycle, const std::vector<Item>& items,
                                                     const Place& place) {
    struct Days {
        Date latest, earliest;
        std::size_t index;
        auto operator<=>(const Days&) const = default;
    };
    std::vector<Days> order;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Interval on = value(lifecycle.on, at(place, lifecycle.event, items[i])).line;
        order.push_back({lastOf(on), firstOf(on), i});
    }
    const std::vector<Days> days = order;
    std::sort(order.rbegin(), order.rend());
    std::vector<Stands> stand(items.size(), Stands::Yes);
    for (const Days& annuller : order) {
        if (annuller.earliest > view_.asOf()) stand[annuller.index] = Stands::No;
        if (stand[annuller.index] == Stands::No) continue;
        const Place inner = at(place, lifecycle.event, items[annuller.index]);
        const Value acts = value(lifecycle.act, inner);
        for (const check::Transition& line : lifecycle.transitions) {
            if (!line.annuls.valid() || (acts.enumerators >> line.act & 1U) == 0) continue;
            const Truth when = truth(line.when, inner);
            const Value target = value(line.annuls, inner);
            if (when.isFalse() || target.exactlyNone()) continue;
            for (const Days& annulled : days) {
                const bool isAnother = annulled.index != annuller.index && (!target.item || *target.item == items[annulled.index]);
                if (!isAnother || !(annulled < annuller)) continue;
                const bool surelyBefore =
                    annulled.index < annuller.index ? annulled.latest <= annuller.earliest : annulled.latest < annuller.earliest;
                const bool certain = when.isTrue() && acts.settled() && target.item && !target.mayBeNone &&
                                     stand[annuller.index] == Stands::Yes && annuller.latest <= view_.asOf() && surelyBefore;
                Stands& its = stand[annulled.index];
                its = certain ? Stands::No : std::min(its, Stands::Maybe);
            }
        }
    }
    return stand;
}

// Gives every happening a day, or lets it lie ahead, then follows the states.
void Definition::follow(Course& course, std::size_t happening) {
    if (happening < course.happenings.size()) {
        const Happening& one = course.happenings[happening];
        std::set<std::optional<Date>> choices;
        for (const Happening& other : course.happenings) {
            for (std::size_t i = 0; i <= course.happenings.size(); ++i) {
                const std::int64_t day = other.earliest.dayNumber() + static_cast<std::int64_t>(i);
                if (day >= one.earliest.dayNumber() && day <= std::min(one.latest, course.until).dayNumber())
                    choices.insert(Date(static_cast<std::int32_t>(day)));
            }
        }
        if (!one.certain || one.latest > course.until) choices.insert(std::nullopt);
        for (const std::optional<Date>& day : choices) {
            course.days.push_back(day);
            follow(course, happening + 1);
            course.days.pop_back();
        }
        return;
    }
    std::vector<std::pair<Date, std::size_t>> order;
    for (std::size_t i = 0; i < course.days.size(); ++i) {
        if (course.days[i]) order.emplace_back(*course.days[i], i);
    }
    std::sort(order.begin(), order.end());
    std::set<std::pair<std::size_t, std::optional<std::size_t>>> states = {{check::Lifecycle::start, std::nullopt}};
    for (const auto& [day, index] : order) {
        const Happening& one = course.happenings[index];
        std::set<std::pair<std::size_t, std::optional<std::size_t>>> behind;
        for (const auto& [state, last] : states) {
            if (one.stays.count(state) != 0) behind.emplace(state, last);
            const auto enters = one.enters.find(state);
            if (enters == one.enters.end()) continue;
            for (const std::size_t to : enters->second)
                behind.emplace(to, to == course.watched ? std::optional(index) : last);
        }
        states = std::move(behind);
    }
    course.ends.insert(states.begin(), states.end());
}

std::set<std::size_t> Definition::reachableStates(const check::Lifecycle& lifecycle, std::set<std::size_t> states, Date day,
                                                  const Place& place) {
    const auto starts = [&states](const std::vector<std::size_t>& from) {
        return std::any_of(from.begin(), from.end(), [&](std::size_t state) { return states.count(state) != 0; });
    };
    for (std::size_t before = 0; before != states.size();) {
        before = states.size();
        for (const check::Transition& line : lifecycle.transitions) {
            if (!line.annuls.valid() && starts(line.from)) states.insert(line.to);
        }
        for (const check::Passing& passing : lifecycle.passings) {
            const Value after = value(passing.after, place);
            if (!after.exactlyNone() && firstOf(after.line) < day && starts(passing.from)) states.insert(passing.to);
        }
    }
    return states;
}

// None: an act was not accepted by then.
std::set<std::size_t> Definition::statesOn(const check::Lifecycle& lifecycle, Date day, const Place& place) {
    const Date known = std::min(day, view_.asOf());
    std::set<std::size_t> states;
    if (const auto all = happenings(lifecycle, place)) {
        Course course{*all, known, check::Lifecycle::start, {}, {}};
        follow(course, 0);
        for (const auto& [state, last] : course.ends)
            states.insert(state);
    } else {
        states = reachableStates(lifecycle, {check::Lifecycle::start}, view_.asOf(), place);
    }
    return day > view_.asOf() && !states.empty() ? reachableStates(lifecycle, states, day, place) : states;
}

void Definition::concludeLifecycle(Verdict& verdict, const check::Lifecycle& lifecycle, const Place& place) {
    const std::set<std::size_t> states = statesOn(lifecycle, view_.asOf(), place);
    Conclusion& conclusion = verdict.conclusion;
    verdict.conflict = states.empty();
    if (verdict.conflict) return;
    conclusion.value = Value::enumerator(0);
    conclusion.value.enumerators = 0;
    for (const std::size_t state : states)
        conclusion.value.enumerators |= std::uint64_t{1} << state;
    if (states.size() == 1) {
        conclusion.status = evaluate::Status::Determined;
        conclusion.outcome = *states.begin();
    } else {
        conclusion.candidates.assign(states.begin(), states.end());
        conclusion.missing = touchedLifecycle(lifecycle, place);
    }
}

// The place of the lifecycle that an expression asks for; empty: its item is not known.
std::optional<Place> Definition::lifecycleAsked(const Expr& expr, const Place& place) {
    if (rules_.declarations[expr.decl].heading.empty()) return placeOf(expr.decl, std::nullopt);
    const Value item = operand(expr.operands.front(), place);
    return item.item ? std::optional(placeOf(expr.decl, item.item)) : std::nullopt;
}

Value Definition::stateOn(const Expr& expr, const Place& place) {
    const std::optional<Place> there = lifecycleAsked(expr, place);
    if (!there) return every(expr.type);
    const auto& lifecycle = std::get<check::Lifecycle>(rules_.declarations[expr.decl].body);
    const Interval asked = operand(expr.operands.back(), place).line;
    std::set<Date> days = {firstOf(asked), lastOf(asked)};
    if (const auto all = happenings(lifecycle, *there)) {
        for (const Happening& one : *all) {
            for (const Date day : {one.earliest, one.latest}) {
                for (std::size_t i = 0; i <= all->size(); ++i) {
                    const std::int64_t number = day.dayNumber() + static_cast<std::int64_t>(i);
                    const bool isAsked = number > firstOf(asked).dayNumber() && number < lastOf(asked).dayNumber();
                    if (isAsked && number <= view_.asOf().dayNumber()) days.insert(Date(static_cast<std::int32_t>(number)));
                }
            }
        }
    }
    Value result = Value::enumerator(0);
    result.enumerators = 0;
    for (const Date day : days) {
        const std::set<std::size_t> states = statesOn(lifecycle, day, *there);
        if (states.empty()) return every(expr.type);
        for (const std::size_t state : states)
            result.enumerators |= std::uint64_t{1} << state;
    }
    return result;
}

Value Definition::enteredOn(const Expr& expr, const Place& place) {
    Value any = every(expr.type);
    any.mayBeNone = true;
    const std::optional<Place> there = lifecycleAsked(expr, place);
    if (!there) return any;
    const auto& lifecycle = std::get<check::Lifecycle>(rules_.declarations[expr.decl].body);
    const auto all = happenings(lifecycle, *there);
    if (!all) {
        any.line = Interval{Rational(Date::first().dayNumber()), Rational(view_.asOf().dayNumber())};
        return any;
    }
    Course course{*all, view_.asOf(), expr.index, {}, {}};
    follow(course, 0);
    if (course.ends.empty()) return any;
    std::optional<Value> result;
    for (const auto& [state, last] : course.ends) {
        Value one = Value::none(TypeKind::Date);
        if (last) {
            const Happening& by = (*all)[*last];
            one = Value::of(TypeKind::Date,
                            Interval{Rational(by.earliest.dayNumber()), Rational(std::min(by.latest, view_.asOf()).dayNumber())});
        }
        result = result ? hull(*result, one) : one;
    }
    return *result;
}

bool Definition::refusedWhenAsked(const Expr& expr, const Place& place) {
    const std::optional<Place> there = lifecycleAsked(expr, place);
    if (!there) return false;
    const auto& lifecycle = std::get<check::Lifecycle>(rules_.declarations[expr.decl].body);
    const Date day = expr.kind == ExprKind::StateOn ? firstOf(operand(expr.operands.back(), place).line) : view_.asOf();
    return statesOn(lifecycle, day, *there).empty();
}

Needs Definition::touchedLifecycle(const check::Lifecycle& lifecycle, const Place& place) {
    Needs needs;
    const auto add = [&needs](const Needs& more) { needs.insert(more.begin(), more.end()); };
    const auto items = listItems(lifecycle.list, place);
    if (!items) add(touchedEvents(lifecycle, place));
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        const Place inner = at(place, lifecycle.event, (*items)[i]);
        add(touchedAsValue(lifecycle.act, inner));
        add(touchedAsValue(lifecycle.on, inner));
        const std::uint64_t acts = value(lifecycle.act, inner).enumerators;
        for (const check::Transition& line : lifecycle.transitions) {
            if ((acts >> line.act & 1U) == 0) continue;
            add(touchedAsValue(line.when, inner));
            if (line.annuls.valid() && !truth(line.when, inner).isFalse()) add(touched(line.annuls, inner));
        }
    }
    for (const check::Passing& passing : lifecycle.passings)
        add(touched(passing.after, place));
    return needs;
}

// The list of acts, as something that is not known, or not known yet.
Needs Definition::touchedEvents(const check::Lifecycle& lifecycle, const Place& place) {
    const Expr& list = rules_.expressions[lifecycle.list];
    if (list.kind == ExprKind::ListFact) return {view_.needOf(list.list, std::nullopt)};
    const Value holder = operand(list.operands[0], place);
    return holder.item ? Needs{view_.needOf(list.type.list, holder.item)} : touchedAsValue(list.operands[0], place);
}

Needs Definition::touchedAsked(const Expr& expr, const Place& place) {
    Needs needs = touchedOperands(expr, place);
    const std::optional<Place> there = lifecycleAsked(expr, place);
    if (!there) return needs;
    if (refusedWhenAsked(expr, place)) {
        needs.insert(fault(*there, evaluate::MissingKind::Conflict));
        return needs;
    }
    const auto& lifecycle = std::get<check::Lifecycle>(rules_.declarations[expr.decl].body);
    const Needs more = touchedLifecycle(lifecycle, *there);
    needs.insert(more.begin(), more.end());
    const bool ahead = expr.kind == ExprKind::StateOn && lastOf(operand(expr.operands.back(), place).line) > view_.asOf();
    if (ahead) {
        const Needs events = touchedEvents(lifecycle, *there);
        needs.insert(events.begin(), events.end());
    }
    return needs;
}

// `LIFECYCLE is STATE`, now or on a day: one atom a state that is possible.
Formula Definition::stateFormula(check::ExprId asked, std::size_t state, const Place& place, Atoms& atoms) {
    const Expr& expr = rules_.expressions[asked];
    const bool refused = expr.kind == ExprKind::StateOn ? refusedWhenAsked(expr, place) : verdict(expr.decl, itemOf(expr, place)).conflict;
    if (refused) {
        const Place there = expr.kind == ExprKind::StateOn ? *lifecycleAsked(expr, place) : placeOf(expr.decl, itemOf(expr, place));
        const Need conflict = fault(there, evaluate::MissingKind::Conflict);
        return atoms.add({conflict.fact + " is not known", {conflict}, {}, {}});
    }
    const std::uint64_t bit = std::uint64_t{1} << state;
    const std::uint64_t possible = value(asked, place).enumerators;
    if ((possible & bit) == 0) return Formula::of(false);
    if (possible == bit) return Formula::of(true);
    const std::string name = "state " + key(asked, place);
    return atoms.add({name + " #" + std::to_string(state), touched(asked, place), Atom::Enumerator{name, bit, possible}, {}});
}

}  // namespace assay::model

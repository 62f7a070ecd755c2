#include "life.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace assay::evaluate {

namespace {

using quantity::Date;

// Above this many configurations side by side, orders are no longer told apart: every state that can be reached is possible.
constexpr std::size_t mostCourses = 4096;
constexpr std::size_t noEvent = static_cast<std::size_t>(-1);

enum class Kept : std::uint8_t { No, Maybe, Yes };

Date dayAfter(Date day) {
    return day == Date::last() ? day : Date(day.dayNumber() + 1);
}

// An act or a passing, on the days on which it can come. Passings stand before acts, so that at the start of a day they are first.
struct Event {
    LifeDay on;
    std::size_t index = 0;  // of the act or passing
    bool passing = false;
    bool certain = true;  // it comes, be it on an unknown day
};

struct Successor {
    LifeState state = 0;
    bool entered = false;  // by a way into it; not by staying
    auto operator<=>(const Successor&) const = default;
};

// Where an act or passing can lead to from one state; nothing: the state does not accept it.
std::set<Successor> successors(const LifeInput& input, const Event& event, LifeState state) {
    if (event.passing) {
        const LifePassing& passing = input.passings[event.index];
        const LifeState to = passing.from.contains(state) ? passing.to : state;
        return {{to, to != state}};
    }
    const LifeAct& act = input.acts[event.index];
    std::set<Successor> result;
    bool accepted = act.leavesState, leaves = false;
    for (const LifeWay& way : act.ways) {
        if (!way.from.contains(state)) continue;
        accepted = true;
        if (way.holds.value_or(true)) result.insert({way.to, true});
        if (way.holds.value_or(false)) leaves = true;
    }
    if (accepted && (!leaves || act.leavesState)) result.insert({state, false});
    return result;
}

// `a` comes before `b` on whatever days they come; `a` stands before `b` in the order of one day.
bool surelyBefore(const Event& a, const Event& b, bool standsBefore) {
    return standsBefore ? a.on.latest <= b.on.earliest : a.on.latest < b.on.earliest;
}

// In the order in which acts are told; of acts with exact days the one in which they came.
bool comesBefore(const LifeInput& input, std::size_t a, std::size_t b) {
    const LifeDay &x = input.acts[a].on, &y = input.acts[b].on;
    return std::tuple(x.latest, x.earliest, a) < std::tuple(y.latest, y.earliest, b);
}

// Which acts stand as of the day asked, decided from the last to the first: an annulment that is annulled annuls nothing.
std::vector<Kept> keptActs(const LifeInput& input) {
    const auto before = [&](std::size_t a, std::size_t b) { return comesBefore(input, a, b); };
    std::vector<std::size_t> order(input.acts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), before);
    std::vector<Kept> kept(order.size(), Kept::Yes);
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        const LifeAct& act = input.acts[*at];
        if (act.on.earliest > input.asOf) kept[*at] = Kept::No;
        if (kept[*at] == Kept::No) continue;
        for (const LifeAnnulment& annulment : act.annuls) {
            if (annulment.act >= kept.size() || !before(annulment.act, *at)) continue;
            const LifeDay& target = input.acts[annulment.act].on;
            const bool surelyLater = annulment.act < *at ? target.latest <= act.on.earliest : target.latest < act.on.earliest;
            const bool certain = annulment.certain && kept[*at] == Kept::Yes && act.on.latest <= input.asOf && surelyLater;
            kept[annulment.act] = certain ? Kept::No : std::min(kept[annulment.act], Kept::Maybe);
        }
    }
    return kept;
}

std::vector<Event> eventsOf(const LifeInput& input) {
    std::vector<Event> events;
    for (std::size_t i = 0; i < input.passings.size(); ++i) {
        const LifePassing& passing = input.passings[i];
        if (!passing.after || dayAfter(passing.after->earliest) > input.asOf || passing.after->earliest == Date::last()) continue;
        events.push_back({{dayAfter(passing.after->earliest), dayAfter(passing.after->latest)}, i, true, !passing.mayBeNone});
    }
    const std::vector<Kept> kept = keptActs(input);
    for (std::size_t i = 0; i < input.acts.size(); ++i)
        if (kept[i] != Kept::No) events.push_back({input.acts[i].on, i, false, kept[i] == Kept::Yes});
    // An unknown day that may lie after the day asked: up to then it may come or not, which the days say by themselves.
    return events;
}

// What has come so far in one course of events.
struct Configuration {
    std::vector<bool> done;
    LifeState state = 0;
    std::size_t lastInto = noEvent;  // the last event that entered the state watched
    std::size_t last = noEvent;      // the last event
    Date on = Date::first();         // the earliest day on which the last event can have come
    auto operator<=>(const Configuration&) const = default;
};

struct Outcome {
    std::set<std::pair<LifeState, std::size_t>> ends;  // a state, with the last event into the state watched
    bool exceeded = false;
    LifeRefusal refusal;  // without ends
};

// Every order of the events up to the end of a day that their days allow.
class Courses {
public:
    Courses(const LifeInput& input, const std::vector<Event>& events, Date day, std::optional<LifeState> watched)
        : input_(input), events_(events), day_(day), watched_(watched) {}

    Outcome run() {
        std::set<Configuration> frontier{{std::vector<bool>(events_.size())}};
        while (!frontier.empty()) {
            std::set<Configuration> next;
            bool anEnd = false;
            for (const Configuration& configuration : frontier) {
                if (complete(configuration)) {
                    outcome_.ends.emplace(configuration.state, configuration.lastInto);
                    anEnd = true;
                }
                extend(configuration, next);
            }
            if (next.empty() && !anEnd && outcome_.ends.empty()) refuse(frontier);
            if (next.size() > mostCourses) {
                outcome_.exceeded = true;
                return outcome_;
            }
            frontier = std::move(next);
        }
        return outcome_;
    }

private:
    bool mustHaveCome(std::size_t i) const { return events_[i].certain && events_[i].on.latest <= day_; }

    bool complete(const Configuration& configuration) const {
        for (std::size_t i = 0; i < events_.size(); ++i)
            if (mustHaveCome(i) && !configuration.done[i]) return false;
        return true;
    }

    // The earliest day on which an event can come next; empty: on none. Events of one day come in their order.
    std::optional<Date> dayNext(const Configuration& configuration, std::size_t i) const {
        if (configuration.done[i]) return std::nullopt;
        Date day = std::max(configuration.on, events_[i].on.earliest);
        const bool isBehind = configuration.last != noEvent && i < configuration.last && day == configuration.on;
        if (isBehind && day == Date::last()) return std::nullopt;
        if (isBehind) day = dayAfter(day);
        return day <= std::min(events_[i].on.latest, day_) ? std::optional(day) : std::nullopt;
    }

    // The day on which an event comes next, if all that must have come can still come behind it.
    std::optional<Date> comesNext(const Configuration& configuration, std::size_t i) const {
        const std::optional<Date> day = dayNext(configuration, i);
        for (std::size_t other = 0; day && other < events_.size(); ++other) {
            if (other == i || configuration.done[other] || !mustHaveCome(other)) continue;
            const Date& latest = events_[other].on.latest;
            if (latest < *day || (latest == *day && other < i)) return std::nullopt;
        }
        return day;
    }

    void extend(const Configuration& configuration, std::set<Configuration>& next) const {
        for (std::size_t i = 0; i < events_.size(); ++i) {
            const std::optional<Date> day = comesNext(configuration, i);
            if (!day) continue;
            for (const Successor& successor : successors(input_, events_[i], configuration.state)) {
                Configuration then = configuration;
                then.done[i] = true;
                if (successor.state == watched_ && successor.entered) then.lastInto = i;
                then.state = successor.state;
                then.last = i;
                then.on = *day;
                next.insert(std::move(then));
            }
        }
    }

    // The states at which every course stops, before the act that comes first there.
    void refuse(const std::set<Configuration>& stopped) {
        std::size_t first = events_.size();
        for (const Configuration& configuration : stopped) {
            outcome_.refusal.states.insert(configuration.state);
            for (std::size_t i = 0; i < events_.size(); ++i) {
                if (!mustHaveCome(i) || !comesNext(configuration, i)) continue;
                if (first == events_.size() || events_[i].on.earliest < events_[first].on.earliest) first = i;
            }
        }
        if (first < events_.size()) outcome_.refusal.act = events_[first].index;
    }

    const LifeInput& input_;
    const std::vector<Event>& events_;
    Date day_;
    std::optional<LifeState> watched_;
    Outcome outcome_;
};

// Every state that some acts, and the passing of time up to the end of a day, can lead to.
LifeStates reachable(const LifeInput& input, LifeStates states, Date day) {
    const auto starts = [&states](const LifeStates& all) {
        return std::any_of(all.begin(), all.end(), [&](LifeState from) { return states.contains(from); });
    };
    for (std::size_t before = 0; before != states.size();) {
        before = states.size();
        for (const LifeWay& way : input.machine) {
            if (starts(way.from)) states.insert(way.to);
        }
        for (const LifePassing& passing : input.passings) {
            if (passing.after && passing.after->earliest < day && starts(passing.from)) states.insert(passing.to);
        }
    }
    return states;
}

// The days on which something can change: those on which events come for certain or at the earliest, and the days right behind, on which
// those can follow whose day is not known.
std::set<Date> changingDays(const std::vector<Event>& events, Date asOf) {
    const auto open = std::count_if(events.begin(), events.end(), [](const Event& event) { return event.on.earliest != event.on.latest; });
    std::set<Date> days;
    const auto add = [&](Date day) {
        for (auto i = open; i >= 0 && day <= asOf; --i) {
            days.insert(day);
            if (day == Date::last()) return;
            day = dayAfter(day);
        }
    };
    for (const Event& event : events) {
        add(event.on.earliest);
        add(event.on.latest);
    }
    return days;
}

LifeEntry entryOf(const std::vector<Event>& events, LifeStates states, Date day) {
    LifeEntry entry{std::move(states), day, {}, {}};
    for (const Event& event : events)
        if (event.on.earliest == day || event.on.latest == day) (event.passing ? entry.passings : entry.acts).push_back(event.index);
    return entry;
}

// The states before or behind one event: those at which the courses of everything that may come before it end.
LifeStates statesAround(const LifeInput& input, const std::vector<Event>& events, std::size_t at, bool behind) {
    std::vector<Event> earlier;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const bool surelyLater = surelyBefore(events[at], events[i], at < i);
        if (i == at ? !behind : surelyLater) continue;
        earlier.push_back(events[i]);
        if (i == at) {
            earlier.back().certain = true;
        } else if (!surelyBefore(events[i], events[at], i < at)) {
            earlier.back().certain = false;
        }
    }
    const Outcome outcome = Courses(input, earlier, std::min(events[at].on.latest, input.asOf), std::nullopt).run();
    if (outcome.exceeded) return reachable(input, {0}, input.asOf);
    LifeStates states;
    for (const auto& end : outcome.ends)
        states.insert(end.first);
    return states;
}

}  // namespace

std::vector<LifeMove> movesOf(const LifeInput& input) {
    std::vector<LifeMove> moves;
    if (!input.actsKnown) return moves;
    const std::vector<Event> events = eventsOf(input);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        LifeMove move{event.index,
                      event.passing,
                      event.on,
                      statesAround(input, events, i, false),
                      statesAround(input, events, i, true),
                      false,
                      event.certain && event.on.latest <= input.asOf};
        if (!event.passing || move.from != move.to) moves.push_back(std::move(move));
    }
    const std::vector<Kept> kept = keptActs(input);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const bool isKnown = input.acts[i].on.earliest <= input.asOf;
        if (isKnown && kept[i] == Kept::No) moves.push_back({i, false, input.acts[i].on, {}, {}, true, true});
    }
    std::stable_sort(moves.begin(), moves.end(), [](const LifeMove& a, const LifeMove& b) {
        return std::tuple(a.on.latest, a.on.earliest, !a.passing, a.index) < std::tuple(b.on.latest, b.on.earliest, !b.passing, b.index);
    });
    const auto refused =
        std::find_if(moves.begin(), moves.end(), [](const LifeMove& move) { return !move.annulled && move.certain && move.to.empty(); });
    if (refused != moves.end()) moves.erase(refused + 1, moves.end());
    return moves;
}

std::vector<std::size_t> misplacedAnnulments(const LifeInput& input) {
    std::vector<std::size_t> misplaced;
    for (std::size_t i = 0; i < input.acts.size(); ++i) {
        if (input.acts[i].on.latest > input.asOf) continue;
        const auto& annuls = input.acts[i].annuls;
        const bool wrong = std::any_of(annuls.begin(), annuls.end(), [&](const LifeAnnulment& annulment) {
            return annulment.certain && !comesBefore(input, annulment.act, i);
        });
        if (wrong) misplaced.push_back(i);
    }
    return misplaced;
}

Life lifeOf(const LifeInput& input) {
    Life life;
    if (!input.actsKnown) {
        life.initial = reachable(input, {0}, input.asOf);
        return life;
    }
    life.initial = {0};
    const std::vector<Event> events = eventsOf(input);
    for (const Date day : changingDays(events, input.asOf)) {
        const Outcome outcome = Courses(input, events, day, std::nullopt).run();
        LifeStates states;
        for (const auto& end : outcome.ends)
            states.insert(end.first);
        if (outcome.exceeded) states = reachable(input, {0}, day);
        if (states.empty()) {
            life.refusal = outcome.refusal;
            life.refusedOn = day;
            return life;
        }
        if (states != (life.timeline.empty() ? life.initial : life.timeline.back().states))
            life.timeline.push_back(entryOf(events, std::move(states), day));
    }
    return life;
}

LifeStates stateOn(const LifeInput& input, const Life& life, Date day) {
    if (life.refusedOn && day >= *life.refusedOn) return {};
    LifeStates states = life.initial;
    for (const LifeEntry& entry : life.timeline)
        if (entry.since <= day) states = entry.states;
    return day > input.asOf ? reachable(input, std::move(states), day) : states;
}

std::optional<LifeEntered> entered(const LifeInput& input, LifeState state) {
    const LifeEntered anyDay{LifeDay{Date::first(), input.asOf}, true};
    if (!input.actsKnown) return anyDay;
    const std::vector<Event> events = eventsOf(input);
    const Outcome outcome = Courses(input, events, input.asOf, state).run();
    if (outcome.exceeded) return anyDay;
    if (outcome.ends.empty()) return std::nullopt;
    LifeEntered result;
    for (const auto& end : outcome.ends) {
        if (end.second == noEvent) {
            result.mayBeNever = true;
            continue;
        }
        LifeDay on = events[end.second].on;
        on.latest = std::min(on.latest, input.asOf);
        result.on = result.on ? LifeDay{std::min(result.on->earliest, on.earliest), std::max(result.on->latest, on.latest)} : on;
    }
    return result;
}

}  // namespace assay::evaluate

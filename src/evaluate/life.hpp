#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "assay/quantity/date.hpp"

// The states that dated acts and the passing of time lead to: the kernel of `lifecycle`, which knows neither names nor the tree.
namespace assay::evaluate {

using LifeState = std::uint32_t;  // 0 is the state before the first act
using LifeStates = std::set<LifeState>;

// One way from a state to another.
struct LifeWay {
    LifeStates from;
    LifeState to = 0;
    std::optional<bool> holds = true;  // its guard; empty: unknown
};

// A day that is known, or lies somewhere from `earliest` to `latest`.
struct LifeDay {
    quantity::Date earliest, latest;
    bool operator==(const LifeDay&) const = default;
};

struct LifeAnnulment {
    std::size_t act = 0;  // the act that is annulled
    bool certain = true;  // false: the guard or the act meant is unknown
};

// What a case records, in the order as written.
struct LifeAct {
    LifeDay on;
    std::vector<LifeWay> ways;          // of every act that it may be; with two acts possible, no guard is certain
    std::vector<LifeAnnulment> annuls;  // those that do not come before it count for nothing
    bool leavesState = false;           // it is, or may be, an act that any state accepts and none changes: an annulment
};

// Time alone: at the start of the day after `after`, the states of `from` become `to`; others stay.
struct LifePassing {
    std::optional<LifeDay> after;  // empty: none, it never comes
    LifeStates from;
    LifeState to = 0;
    bool mayBeNone = false;
};

struct LifeInput {
    quantity::Date asOf;
    std::vector<LifeAct> acts;
    std::vector<LifePassing> passings;
    std::vector<LifeWay> machine;  // every way that an act may take: what acts that nobody knows of can do
    bool actsKnown = true;         // false: the list is unknown
};

// From `since` on, until the next one. `acts` and `passings` are those that came, or may have come, on that day.
struct LifeEntry {
    LifeStates states;
    quantity::Date since;
    std::vector<std::size_t> acts, passings;
};

// No state accepts the act: an error of the case.
struct LifeRefusal {
    std::size_t act = 0;
    LifeStates states;  // before it
};

struct Life {
    LifeStates initial;               // before the first entry
    std::vector<LifeEntry> timeline;  // in order of days, changes alone; up to the refusal
    std::optional<LifeRefusal> refusal;
    std::optional<quantity::Date> refusedOn;  // with a refusal: from this day on no state is known
};

// When a state was last entered, by an act or by time.
struct LifeEntered {
    std::optional<LifeDay> on;  // empty: never
    bool mayBeNever = false;
};

// What one act or passing of time did, or may have done.
struct LifeMove {
    std::size_t index = 0;  // of the act or passing
    bool passing = false;
    LifeDay on;
    LifeStates from, to;    // `to` is empty: no state accepted it
    bool annulled = false;  // it did nothing: an act that is annulled for certain
    bool certain = true;    // it came: not so where it may be annulled, or lie ahead
};

// Everything as known on `asOf`: acts after it have not happened, acts annulled by then never did.
[[nodiscard]] Life lifeOf(const LifeInput& input);
// The states at the end of a day. Empty: from a refusal on. A day after `asOf` may see any state that acts and time can reach.
[[nodiscard]] LifeStates stateOn(const LifeInput& input, const Life& life, quantity::Date day);
// Every act that is recorded by the day asked, and every passing that may have changed something, in the order in which they came; up to
// a refusal. None where the list is unknown.
[[nodiscard]] std::vector<LifeMove> movesOf(const LifeInput& input);
// The annulments that name an act which does not come before them: they annul nothing.
[[nodiscard]] std::vector<std::size_t> misplacedAnnulments(const LifeInput& input);
// Empty: after a refusal.
[[nodiscard]] std::optional<LifeEntered> entered(const LifeInput& input, LifeState state);

}  // namespace assay::evaluate

#pragma once

#include <cstdint>
#include <vector>

#include "assay/author/clauses.hpp"

// Rule sets in which one part is removed or says something else.
namespace assay::author {

enum class Change : std::uint8_t {
    AlwaysMet,       // rule, checklist item: what it requires is taken as true
    NeverMet,        // the same, as false
    NeverApplies,    // decide, checklist: its `when` is false
    NeverGiven,      // outcome: its condition is false, also that of `otherwise`
    Dropped,         // exception, checklist item: it never applies; row, step: it is not there
    ValueMoved,      // define, table, row: another value, the next one on its line or in its enum
    NeverRaised,     // flag, contradiction
    NeverMoves,      // lifecycle: every act is accepted, and none changes the state, nor does time; a line of it: that one alone
    NeverArises,     // duty: its `when` is false
    LimitLonger,     // duty: one day, working day or month more
    LimitShorter,    // the same, less
    NeverPaused,     // duty: without the pauses at `alternative`
    NeverRollsOver,  // duty
    NeverDivides,    // partition: without its steps
    NotAgreed,       // partition: what was agreed does not count
    AlwaysSkipped,   // stage: every declaration at it is not applicable
    NotAwaited,      // stage: what stands at it is judged at once
    OtherReading,    // reading: the alternative `alternative` is taken
    Merged,          // enumerator: what is said of it is said of the enumerator `alternative` instead
};

struct Mutation {
    Change change = Change::AlwaysMet;
    std::size_t alternative = 0;  // OtherReading, Merged, NeverPaused
};

// The ways in which a part can be mutated; none for a part that has nothing to take away.
[[nodiscard]] std::vector<Mutation> mutationsOf(const check::Checked& rules, const Part& part);

// The rules with the mutation applied to the part. Facts read against `rules` fit: no id changes its meaning.
[[nodiscard]] check::Checked mutated(const check::Checked& rules, const Part& part, const Mutation& mutation);

}  // namespace assay::author

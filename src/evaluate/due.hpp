#pragma once

#include <vector>

#include "assay/evaluate/result.hpp"
#include "assay/quantity/deadline.hpp"
#include "state.hpp"

namespace assay::evaluate {

// One item that may pause a limit.
struct PausingItem {
    Place pauses;      // the Pauses node
    RowIndex row = 0;  // of its inner space
    // The days that it excludes at least and at most; empty: none. An open pause excludes at least the days up to as_of.
    std::optional<quantity::Pause> least, most;
    bool open = false;  // begun and known to have no end yet
};

// The day on which a duty is due, between the earliest and the latest that what is known allows.
struct DueRange {
    struct End {
        quantity::Arrival count;   // where the count arrives
        quantity::Arrival rolled;  // where the due day then comes to lie
        std::optional<quantity::Date> day() const { return rolled.day; }
    };
    End earliest, latest;
    std::vector<PausingItem> items;
    bool undefined = false;  // a negative limit, or a day beyond the calendar, for certain
    bool anything = false;   // no bound can be given
    // The year whose working days are missing, where that alone keeps the day from being known.
    std::optional<int> missingYear;
};

// `due`: a place of a Due node.
[[nodiscard]] DueRange dueRange(const State& state, Place due);
[[nodiscard]] Value dueValue(const State& state, Place due);
// Whether every item that may pause is known, with its days.
[[nodiscard]] Value pausesValue(const State& state, Place pauses);
// Whether what is unknown of an item can move the due day.
[[nodiscard]] bool canMatter(const State& state, Place due, const DueRange& range, const PausingItem& item);

// What a duty's conclusion says of its days.
[[nodiscard]] Deadline deadlineOf(const State& state, check::DeclId duty, RowIndex row);

}  // namespace assay::evaluate

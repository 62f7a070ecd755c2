#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/quantity/calendar.hpp"
#include "assay/quantity/date.hpp"

// Counting days from one date to another: of every kind, or working days alone, with days that do not count.
namespace assay::quantity {

enum class CountedDays : std::uint8_t { Calendar, Working };

// Days that do not count, both ends included; `to` before `from`: none. `item` tells pauses apart, which may overlap.
struct Pause {
    Date from;
    Date to;
    std::size_t item = 0;
};

// Where a count arrives. Days are looked up in the calendar only where nothing else excludes them, so a pause that covers
// a year without data needs none.
struct Arrival {
    std::optional<Date> day;         // empty: a year without data, or the end of the calendar, was reached before
    std::optional<int> missingYear;  // the year without data
    std::optional<Date> notBefore;   // with missingYear: the earliest day at which the count can still arrive
};

// The `count`-th counted day after the start, which does not count itself; the start for 0. Requires count >= 0; no calendar is a
// calendar without data.
[[nodiscard]] Arrival countDays(Date start, std::int64_t count, CountedDays counted, const std::vector<Pause>& pauses,
                                const Calendar* calendar);

// The day itself if it is a working day, else the next one.
[[nodiscard]] Arrival rollOver(Date day, const Calendar* calendar);

// Days of one run that did not count, and why.
struct NotCounted {
    enum class Why : std::uint8_t {
        Weekend,
        Holiday,
        Pause,  // of the items that cover it
    };
    Date from;
    Date to;
    Why why = Why::Weekend;
    std::string english, chinese;    // Holiday: its name
    std::vector<std::size_t> items;  // in the order of the pauses
    bool moved = false;              // the count had arrived; the due day was moved over these days
    bool operator==(const NotCounted&) const = default;
};

// Every day after `start` up to `arrived` that was not counted, and every one over which the due day then moved to `due`, as
// runs of neighbours with one reason. A day off that lies in a pause is a day off; where the calendar has no data it is the pause's.
[[nodiscard]] std::vector<NotCounted> daysNotCounted(Date start, Date arrived, Date due, CountedDays counted,
                                                     const std::vector<Pause>& pauses, const Calendar* calendar);

}  // namespace assay::quantity

#include "assay/quantity/calendar.hpp"

#include <algorithm>

namespace assay::quantity {

bool isWeekend(Date date) {
    constexpr std::int32_t daysOfWeek = 7;
    // Day 0, 1970-01-01, was a Thursday; Monday is 0 here.
    const std::int32_t weekday = ((date.dayNumber() + 3) % daysOfWeek + daysOfWeek) % daysOfWeek;
    return weekday >= 5;
}

bool Calendar::addYear(const CalendarYear& year) {
    CalendarYear ordered = year;
    std::sort(ordered.days.begin(), ordered.days.end(), [](const CalendarDay& a, const CalendarDay& b) { return a.date < b.date; });
    for (std::size_t i = 0; i < ordered.days.size(); ++i) {
        if (ordered.days[i].date.year() != year.year) return false;
        if (i > 0 && ordered.days[i].date == ordered.days[i - 1].date) return false;
    }
    return years_.try_emplace(year.year, std::move(ordered)).second;
}

const CalendarDay* Calendar::find(Date date) const {
    const auto year = years_.find(date.year());
    if (year == years_.end()) return nullptr;
    const std::vector<CalendarDay>& days = year->second.days;
    const auto place =
        std::lower_bound(days.begin(), days.end(), date, [](const CalendarDay& day, Date wanted) { return day.date < wanted; });
    return place != days.end() && place->date == date ? &*place : nullptr;
}

DayReason Calendar::reason(Date date) const {
    if (!knows(date.year())) return DayReason::YearUnknown;
    if (const CalendarDay* day = find(date)) {
        return day->kind == CalendarDay::Kind::Holiday ? DayReason::Holiday : DayReason::WorkedWeekend;
    }
    return isWeekend(date) ? DayReason::Weekend : DayReason::Weekday;
}

std::optional<bool> Calendar::isWorkingDay(Date date) const {
    switch (reason(date)) {
        case DayReason::YearUnknown:
            return std::nullopt;
        case DayReason::Weekday:
        case DayReason::WorkedWeekend:
            return true;
        case DayReason::Weekend:
        case DayReason::Holiday:
            return false;
    }
    return std::nullopt;
}

}  // namespace assay::quantity

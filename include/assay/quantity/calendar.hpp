#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assay/quantity/date.hpp"

namespace assay::quantity {

// A day that a year's notice sets apart from its weekday.
struct CalendarDay {
    enum class Kind : std::uint8_t { Holiday, WorkedWeekend };
    Date date;
    Kind kind = Kind::Holiday;
    std::string english;  // "Spring Festival": of a worked weekend the holiday that it makes up for
    std::string chinese;
};

// What is known of one year: every weekday that is free and every Saturday and Sunday that is worked. A year without
// days is known to have none.
struct CalendarYear {
    int year = 0;
    std::vector<CalendarDay> days;
};

// Why a day is or is not a working day.
enum class DayReason : std::uint8_t { Weekday, Weekend, Holiday, WorkedWeekend, YearUnknown };

// Working days: Monday to Friday, but for the days that a year's notice sets apart. Only years that were added are
// known; of every other year nothing is assumed, not even that its Sundays are free.
class Calendar {
public:
    // False, and nothing added: the year is known already, or one of its days lies in another year or stands twice.
    bool addYear(const CalendarYear& year);
    [[nodiscard]] bool knows(int year) const { return years_.contains(year); }
    [[nodiscard]] const std::map<int, CalendarYear>& years() const { return years_; }

    [[nodiscard]] DayReason reason(Date date) const;
    // Empty: nothing is known of the year.
    [[nodiscard]] std::optional<bool> isWorkingDay(Date date) const;
    // The entry of a holiday or worked weekend, for its name; null: the day has none. Valid until a year is added.
    [[nodiscard]] const CalendarDay* find(Date date) const;

private:
    std::map<int, CalendarYear> years_;  // each year's days in order of date
};

// Saturday or Sunday.
[[nodiscard]] bool isWeekend(Date date);

}  // namespace assay::quantity

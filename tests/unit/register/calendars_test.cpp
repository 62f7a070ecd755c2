#include "assay/register/calendars.hpp"

#include "read.hpp"

namespace assay::registers::test {

using quantity::Date;
using quantity::DayReason;

namespace {

Date day(std::string_view text) {
    return Date::parse(text).value();
}

std::string year(const std::string& number, const std::string& status = "V") {
    return "[[year]]\nyear = " + number + "\nsource = 'notice'\nlocator = 'text'\nstatus = '" + status + "'\n";
}

std::string holiday(const std::string& dates) {
    return "[[holiday]]\nname_en = 'Festival'\nname_zh = '节'\n" + dates + '\n';
}

std::string worked(const std::string& on) {
    return "[[worked]]\nname_en = 'Festival'\nname_zh = '节'\non = " + on + '\n';
}

}  // namespace

TEST(Calendars, HoldTheDaysOfTheirYears) {
    Reading reading(year("2025") + year("2026", "S") + holiday("from = 2025-01-28\nto = 2025-02-04") + holiday("from = 2026-01-01") +
                    worked("2025-01-26"));
    const CalendarRegister read = readCalendar(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "");
    EXPECT_EQ(read.calendar.years().at(2025).days.size(), 9U);
    EXPECT_EQ(read.calendar.reason(day("2025-01-28")), DayReason::Holiday);
    EXPECT_EQ(read.calendar.reason(day("2025-02-04")), DayReason::Holiday) << "the last day counts";
    EXPECT_EQ(read.calendar.reason(day("2025-02-05")), DayReason::Weekday);
    EXPECT_EQ(read.calendar.reason(day("2025-01-26")), DayReason::WorkedWeekend);
    EXPECT_EQ(read.calendar.reason(day("2026-01-01")), DayReason::Holiday);
    EXPECT_EQ(read.calendar.reason(day("2026-01-02")), DayReason::Weekday);
    EXPECT_EQ(read.calendar.reason(day("2027-01-01")), DayReason::YearUnknown);
    EXPECT_EQ(read.calendar.find(day("2025-01-28"))->chinese, "节");
    EXPECT_EQ(read.sources.at(2026).status, Status::SecondHand);
    EXPECT_EQ(read.sources.at(2025).notice, "notice");
}

TEST(Calendars, AHolidayMayRunIntoTheNextYear) {
    Reading reading(year("2030") + year("2031") + holiday("from = 2030-12-31\nto = 2031-01-02") + worked("2030-12-28"));
    const CalendarRegister read = readCalendar(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "");
    EXPECT_EQ(read.calendar.reason(day("2030-12-31")), DayReason::Holiday);
    EXPECT_EQ(read.calendar.reason(day("2031-01-02")), DayReason::Holiday);
}

TEST(Calendars, AYearWhoseDaysCannotBeReadIsNotKnown) {
    Reading reading(year("2024") + year("2025") + holiday("from = 2024-05-01") + holiday("from = 2025-02-04\nto = 2025-01-28") +
                    worked("2024-04-28"));
    const CalendarRegister read = readCalendar(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0860@19 2025-01-28\n");
    EXPECT_TRUE(read.calendar.knows(2024));
    EXPECT_FALSE(read.calendar.knows(2025));
    EXPECT_FALSE(read.sources.contains(2025));
}

TEST(Calendars, RefuseWorkedWeekdaysDaysTwiceAndYearsUndeclared) {
    Reading reading(year("2025") + holiday("from = 2025-05-01\nto = 2025-05-05") + holiday("from = 2025-05-05") +
                    holiday("from = 2026-05-05") + holiday("from = 2025-01-01\nto = 2027-01-01") + worked("2025-01-27") +
                    worked("2025-05-04"));
    static_cast<void>(readCalendar(reading.root, reading.findings));
    EXPECT_EQ(reading.found(), "E0862@14 2025-05-05\nE0368@18 2026-05-05\nE0368@23 2027-01-01\nE0367@27 2025-01-27\nE0862@31 2025-05-04\n");
}

TEST(Calendars, AYearStandsOnceWithSourceAndStatus) {
    Reading reading(year("2025") + year("2025") +
                    "[[year]]\nyear = 1899\nsource = 'n'\nlocator = 'l'\nstatus = 'V'\n[[year]]\nyear = 2026\n" +
                    holiday("from = 2025-05-01") + worked("2025-04-27"));
    const CalendarRegister read = readCalendar(reading.root, reading.findings);
    EXPECT_EQ(reading.found(), "E0361@7 2025\nE0861@12 1899\nE0131@16 [[year]]\nE0131@16 [[year]]\nE0131@16 [[year]]\n");
    EXPECT_TRUE(read.calendar.years().empty());
}

TEST(Calendars, DatesAreDates) {
    Reading reading(year("2025") + holiday("from = '2025-05-01'\nto = 2025-05-05") + "[[worked]]\nname_en = 'a'\nname_zh = '甲'\n");
    static_cast<void>(readCalendar(reading.root, reading.findings));
    EXPECT_EQ(reading.found(), "E0369@9 '2025-05-01'\nE0131@11 [[worked]]\n");
}

}  // namespace assay::registers::test

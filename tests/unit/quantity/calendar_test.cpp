#include "assay/quantity/calendar.hpp"

#include <gtest/gtest.h>

namespace assay::quantity {
namespace {

Date day(std::string_view text) {
    return Date::parse(text).value();
}

using Kind = CalendarDay::Kind;

class Calendars : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(calendar_.addYear({2025,
                                       {{day("2025-02-08"), Kind::WorkedWeekend, "Spring Festival", "春节"},
                                        {day("2025-01-26"), Kind::WorkedWeekend, "Spring Festival", "春节"},
                                        {day("2025-01-28"), Kind::Holiday, "Spring Festival", "春节"},
                                        {day("2025-02-02"), Kind::Holiday, "Spring Festival", "春节"}}}));
    }

    Calendar calendar_;
};

TEST_F(Calendars, TellWhyADayCountsOrNot) {
    EXPECT_EQ(calendar_.reason(day("2025-01-24")), DayReason::Weekday) << "a Friday";
    EXPECT_EQ(calendar_.reason(day("2025-01-25")), DayReason::Weekend) << "a Saturday";
    EXPECT_EQ(calendar_.reason(day("2025-01-26")), DayReason::WorkedWeekend) << "a Sunday";
    EXPECT_EQ(calendar_.reason(day("2025-01-27")), DayReason::Weekday) << "a Monday";
    EXPECT_EQ(calendar_.reason(day("2025-01-28")), DayReason::Holiday) << "a Tuesday";
    EXPECT_EQ(calendar_.reason(day("2025-02-02")), DayReason::Holiday) << "a Sunday that the notice names";
    EXPECT_EQ(calendar_.reason(day("2025-02-08")), DayReason::WorkedWeekend) << "a Saturday";
}

TEST_F(Calendars, AWorkedSundayIsAWorkingDayAndAHolidayIsNone) {
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-01-26")), true);
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-01-27")), true);
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-01-28")), false);
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-01-25")), false);
}

TEST_F(Calendars, AYearThatWasNotAddedIsUnknownOnEveryDay) {
    for (const char* text : {"2024-12-31", "2026-01-01", "2026-01-03", "1969-12-31", "0001-01-01", "9999-12-31"}) {
        EXPECT_EQ(calendar_.reason(day(text)), DayReason::YearUnknown) << text;
        EXPECT_EQ(calendar_.isWorkingDay(day(text)), std::nullopt) << text;
        EXPECT_EQ(calendar_.find(day(text)), nullptr) << text;
    }
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-01-01")), true) << "its own first and last day are known";
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-12-31")), true);
}

TEST_F(Calendars, AYearWithoutDaysIsKnown) {
    ASSERT_TRUE(calendar_.addYear({2031, {}}));
    EXPECT_EQ(calendar_.isWorkingDay(day("2031-01-01")), true);
    EXPECT_EQ(calendar_.isWorkingDay(day("2031-01-04")), false) << "a Saturday";
}

TEST_F(Calendars, NameTheDaysSetApart) {
    ASSERT_NE(calendar_.find(day("2025-01-28")), nullptr);
    EXPECT_EQ(calendar_.find(day("2025-01-28"))->english, "Spring Festival");
    EXPECT_EQ(calendar_.find(day("2025-01-28"))->chinese, "春节");
    EXPECT_EQ(calendar_.find(day("2025-01-27")), nullptr);
    EXPECT_EQ(calendar_.find(day("2025-01-25")), nullptr) << "an ordinary weekend";
}

TEST_F(Calendars, AddNothingThatContradictsItself) {
    EXPECT_FALSE(calendar_.addYear({2025, {}})) << "known already";
    EXPECT_EQ(calendar_.isWorkingDay(day("2025-01-28")), false);
    EXPECT_FALSE(calendar_.addYear({2026, {{day("2027-01-01"), Kind::Holiday, "a", "甲"}}})) << "a day of another year";
    EXPECT_FALSE(calendar_.addYear({2026, {{day("2026-01-01"), Kind::Holiday, "a", "甲"}, {day("2026-01-01"), Kind::Holiday, "b", "乙"}}}));
    EXPECT_FALSE(calendar_.knows(2026));
}

TEST(Weekend, IsSaturdayAndSundayOfEveryAge) {
    EXPECT_TRUE(isWeekend(day("2025-01-25")));
    EXPECT_TRUE(isWeekend(day("2025-01-26")));
    EXPECT_FALSE(isWeekend(day("2025-01-27")));
    EXPECT_FALSE(isWeekend(day("2025-01-24")));
    EXPECT_TRUE(isWeekend(day("1970-01-03")));
    EXPECT_FALSE(isWeekend(day("1970-01-01")));
    EXPECT_TRUE(isWeekend(day("1969-12-28"))) << "a Sunday before day 0";
    EXPECT_FALSE(isWeekend(day("1969-12-29")));
    EXPECT_FALSE(isWeekend(day("0001-01-01"))) << "a Monday";
}

}  // namespace
}  // namespace assay::quantity

#include "assay/quantity/date.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace assay::quantity {
namespace {

Date date(std::string_view text) {
    const std::optional<Date> parsed = Date::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Date());
}

std::string shifted(std::string_view text, std::int64_t months) {
    const std::optional<Date> result = addMonths(date(text), months);
    return result ? result->text() : "none";
}

bool isLeap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int lengthOf(int year, int month) {
    constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths.at(static_cast<std::size_t>(month - 1)) + (month == 2 && isLeap(year) ? 1 : 0);
}

TEST(Date, EveryDayOfTheCalendarFollowsTheOneBefore) {
    std::int32_t expected = Date::first().dayNumber();
    for (int year = 1; year <= 9999; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= lengthOf(year, month); ++day, ++expected) {
                const std::optional<Date> made = Date::of(year, month, day);
                ASSERT_TRUE(made) << year << '-' << month << '-' << day;
                ASSERT_EQ(made->dayNumber(), expected);
            }
            ASSERT_FALSE(Date::of(year, month, lengthOf(year, month) + 1)) << year << '-' << month;
        }
    }
    EXPECT_EQ(Date::last().dayNumber(), expected - 1);
}

TEST(Date, GivesBackTheFieldsItWasMadeOf) {
    for (const int year : {1, 1600, 1900, 1969, 1970, 2000, 2024, 2025, 9999}) {
        for (int month = 1; month <= 12; ++month) {
            const Date monthEnd = *Date::of(year, month, lengthOf(year, month));
            EXPECT_EQ(monthEnd.year(), year);
            EXPECT_EQ(monthEnd.month(), month);
            EXPECT_EQ(monthEnd.day(), lengthOf(year, month));
            EXPECT_EQ(Date::parse(monthEnd.text()), monthEnd);
        }
    }
}

TEST(Date, KnownDaysHaveTheirNumbers) {
    EXPECT_EQ(date("1970-01-01").dayNumber(), 0);
    EXPECT_EQ(date("1969-12-31").dayNumber(), -1);
    EXPECT_EQ(date("2000-03-01").dayNumber(), 11017);
    EXPECT_EQ(Date(), date("1970-01-01"));
    EXPECT_EQ(Date::first().text(), "0001-01-01");
    EXPECT_EQ(Date::last().text(), "9999-12-31");
}

TEST(Date, The29thOfFebruaryExistsInLeapYearsOnly) {
    EXPECT_TRUE(Date::of(2024, 2, 29));
    EXPECT_TRUE(Date::of(2000, 2, 29)) << "a century that 400 divides";
    EXPECT_FALSE(Date::of(1900, 2, 29)) << "a century that 400 does not divide";
    EXPECT_FALSE(Date::of(2100, 2, 29));
    EXPECT_FALSE(Date::of(2025, 2, 29));
}

TEST(Date, RefusesDaysThatDoNotExist) {
    EXPECT_FALSE(Date::of(2025, 0, 1));
    EXPECT_FALSE(Date::of(2025, 13, 1));
    EXPECT_FALSE(Date::of(2025, 1, 0));
    EXPECT_FALSE(Date::of(2025, 4, 31));
    EXPECT_FALSE(Date::of(2025, 1, -1));
    EXPECT_FALSE(Date::of(2025, 1, 257)) << "not folded into a byte";
    EXPECT_FALSE(Date::of(0, 1, 1));
    EXPECT_FALSE(Date::of(10000, 1, 1));
    EXPECT_FALSE(Date::of(std::numeric_limits<int>::max(), 1, 1));
}

TEST(Date, ReadsOneFormOnly) {
    EXPECT_EQ(date("2025-03-01"), *Date::of(2025, 3, 1));
    EXPECT_EQ(date("0001-01-01"), Date::first());
    for (const char* text :
         {"", "2025-3-1", "2025-03-1", "25-03-01", "2025/03/01", "20250301", "2025-03-01 ", " 2025-03-01", "2025-03-01T00:00", "2025-02-30",
          "2025-13-01", "0000-01-01", "-025-03-01", "+025-03-01", "2025-0x-01", "2025-03--1", "２025-03-01"}) {
        EXPECT_FALSE(Date::parse(text)) << text;
    }
}

TEST(Date, OrdersByDay) {
    EXPECT_LT(date("2024-12-31"), date("2025-01-01"));
    EXPECT_LT(date("1969-12-31"), date("1970-01-01"));
    EXPECT_EQ(date("2025-01-01"), date("2025-01-01"));
}

TEST(AddMonths, KeepsTheDayWhereTheMonthHasIt) {
    EXPECT_EQ(shifted("2025-01-15", 1), "2025-02-15");
    EXPECT_EQ(shifted("2025-12-31", 1), "2026-01-31");
    EXPECT_EQ(shifted("2025-01-31", -1), "2024-12-31");
    EXPECT_EQ(shifted("2024-02-29", 48), "2028-02-29");
    EXPECT_EQ(shifted("2025-06-30", 0), "2025-06-30");
}

TEST(AddMonths, ClampsToTheLastDayOfTheMonth) {
    EXPECT_EQ(shifted("2024-02-29", 12), "2025-02-28");
    EXPECT_EQ(shifted("2024-02-29", -12), "2023-02-28");
    EXPECT_EQ(shifted("2025-03-31", 11), "2026-02-28");
    EXPECT_EQ(shifted("2025-03-31", -1), "2025-02-28");
    EXPECT_EQ(shifted("2024-01-31", 1), "2024-02-29");
    EXPECT_EQ(shifted("2025-05-31", 1), "2025-06-30");
    EXPECT_EQ(shifted("1896-02-29", 48), "1900-02-28") << "no leap day in 1900";
}

TEST(AddMonths, ReachesEveryMonthEndFromThe31st) {
    for (int months = 0; months <= 480; ++months) {
        const Date arrived = *addMonths(date("1999-12-31"), months);
        EXPECT_EQ(arrived.day(), lengthOf(arrived.year(), arrived.month())) << arrived.text();
        EXPECT_EQ(12 * (arrived.year() - 1999) + arrived.month() - 12, months) << arrived.text();
    }
}

TEST(AddMonths, StaysWithinTheCalendar) {
    EXPECT_EQ(shifted("9999-11-30", 1), "9999-12-30");
    EXPECT_EQ(shifted("9999-12-01", 1), "none");
    EXPECT_EQ(shifted("0001-02-01", -1), "0001-01-01");
    EXPECT_EQ(shifted("0001-01-31", -1), "none");
    EXPECT_EQ(shifted("0001-01-01", 12 * 9999 - 1), "9999-12-01");
    EXPECT_EQ(shifted("2025-01-01", std::numeric_limits<std::int64_t>::max()), "none");
    EXPECT_EQ(shifted("2025-01-01", std::numeric_limits<std::int64_t>::min()), "none");
}

TEST(AddDays, CrossesMonthsAndLeapDays) {
    EXPECT_EQ(addDays(date("2024-02-28"), 1), date("2024-02-29"));
    EXPECT_EQ(addDays(date("2024-02-28"), 2), date("2024-03-01"));
    EXPECT_EQ(addDays(date("2025-01-01"), -1), date("2024-12-31"));
    EXPECT_EQ(addDays(date("2025-01-01"), 90), date("2025-04-01"));
}

TEST(AddDays, StaysWithinTheCalendar) {
    EXPECT_EQ(addDays(Date::last(), 0), Date::last());
    EXPECT_EQ(addDays(Date::last(), 1), std::nullopt);
    EXPECT_EQ(addDays(Date::first(), -1), std::nullopt);
    EXPECT_EQ(addDays(Date::first(), Date::last().dayNumber() - Date::first().dayNumber()), Date::last());
    EXPECT_EQ(addDays(Date::last(), std::numeric_limits<std::int64_t>::max()), std::nullopt);
    EXPECT_EQ(addDays(Date::first(), std::numeric_limits<std::int64_t>::min()), std::nullopt);
}

}  // namespace
}  // namespace assay::quantity

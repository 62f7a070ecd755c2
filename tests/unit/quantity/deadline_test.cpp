#include "assay/quantity/deadline.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace assay::quantity {
namespace {

Date date(std::string_view text) {
    const std::optional<Date> parsed = Date::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Date());
}

void addDays(CalendarYear& year, std::string_view first, std::string_view last, CalendarDay::Kind kind, const std::string& name) {
    for (Date day = date(first); day <= date(last); day = Date(day.dayNumber() + 1))
        year.days.push_back({day, kind, name, name});
}

// Two stretches of the year 2025 as the State Council set them, and the year 2024 without any.
Calendar sample() {
    constexpr auto holiday = CalendarDay::Kind::Holiday;
    constexpr auto worked = CalendarDay::Kind::WorkedWeekend;
    CalendarYear year{2025, {}};
    addDays(year, "2025-01-28", "2025-02-04", holiday, "spring festival");
    addDays(year, "2025-01-26", "2025-01-26", worked, "spring festival");
    addDays(year, "2025-02-08", "2025-02-08", worked, "spring festival");
    addDays(year, "2025-10-01", "2025-10-08", holiday, "national day");
    addDays(year, "2025-09-28", "2025-09-28", worked, "national day");
    addDays(year, "2025-10-11", "2025-10-11", worked, "national day");
    Calendar calendar;
    EXPECT_TRUE(calendar.addYear({2024, {}}));
    EXPECT_TRUE(calendar.addYear(year));
    return calendar;
}

Pause pause(std::string_view from, std::string_view to, std::size_t item = 0) {
    return {date(from), date(to), item};
}

std::string due(std::string_view start, std::int64_t count, CountedDays counted, const std::vector<Pause>& pauses = {}) {
    const Calendar calendar = sample();
    const Arrival arrival = countDays(date(start), count, counted, pauses, &calendar);
    if (arrival.day) return arrival.day->text();
    return arrival.missingYear ? "no data for " + std::to_string(*arrival.missingYear) : "beyond the calendar";
}

// AMB-31: the file is complete on Friday 24 January 2025, three working days. Saturday 25 does not count, Sunday 26 is worked (1), Monday
// 27 counts (2), the Spring Festival lasts from 28 January to 4 February, Wednesday 5 February counts (3).
TEST(Deadline, AWorkedSundayCountsAndAHolidayDoesNot) {
    EXPECT_EQ(due("2025-01-24", 3, CountedDays::Working), "2025-02-05");
    EXPECT_EQ(due("2025-01-24", 1, CountedDays::Working), "2025-01-26");
    EXPECT_EQ(due("2025-01-24", 2, CountedDays::Working), "2025-01-27");
    EXPECT_EQ(due("2025-01-23", 3, CountedDays::Working), "2025-01-27");  // as if the day itself counted
    EXPECT_EQ(due("2025-01-24", 0, CountedDays::Working), "2025-01-24");
}

TEST(Deadline, AYearWithoutDataIsNamed) {
    EXPECT_EQ(due("2025-12-30", 1, CountedDays::Working), "2025-12-31");
    EXPECT_EQ(due("2025-12-30", 2, CountedDays::Working), "no data for 2026");
    EXPECT_EQ(due("2023-12-29", 1, CountedDays::Working), "no data for 2023");
    const Calendar calendar = sample();
    EXPECT_EQ(countDays(date("2025-12-30"), 2, CountedDays::Working, {}, &calendar).notBefore, date("2026-01-01"));
    EXPECT_EQ(countDays(date("2025-01-24"), 1, CountedDays::Working, {}, nullptr).missingYear, 2025);
}

// What a pause covers does not count whatever day it is: no data is asked for it.
TEST(Deadline, APauseOverAYearWithoutDataNeedsNone) {
    Calendar calendar = sample();
    EXPECT_TRUE(calendar.addYear({2027, {}}));
    const auto over = [&](std::string_view to) {
        return countDays(date("2025-12-31"), 1, CountedDays::Working, {pause("2026-01-01", to)}, &calendar);
    };
    EXPECT_EQ(over("2026-12-31").day, date("2027-01-01"));
    EXPECT_EQ(over("2026-12-30").missingYear, 2026);
    EXPECT_FALSE(countDays(date("2025-12-31"), 1, CountedDays::Working, {{date("2026-01-01"), Date::last(), 0}}, &calendar).missingYear);
}

// AMB-49: 90 days from 1 March 2025 would end on 30 May. Delays of the client from 1 to 10 and from 8 to 20 April exclude 20 days, not 23:
// the three days of both count once.
TEST(Deadline, PausesThatOverlapExcludeADayOnce) {
    EXPECT_EQ(due("2025-03-01", 90, CountedDays::Calendar), "2025-05-30");
    const std::vector<Pause> delays = {pause("2025-04-01", "2025-04-10", 0), pause("2025-04-08", "2025-04-20", 1)};
    EXPECT_EQ(due("2025-03-01", 90, CountedDays::Calendar, delays), "2025-06-19");
}

TEST(Deadline, APauseMattersFromTheDayAfterTheStartUpToTheDueDay) {
    const auto with = [](std::string_view from, std::string_view to) {
        return due("2025-03-10", 5, CountedDays::Calendar, {pause(from, to)});
    };
    EXPECT_EQ(with("2025-03-01", "2025-03-10"), "2025-03-15");  // over when the count begins
    EXPECT_EQ(with("2025-03-01", "2025-03-11"), "2025-03-16");
    EXPECT_EQ(with("2025-03-15", "2025-03-15"), "2025-03-16");  // on the day on which it would have ended
    EXPECT_EQ(with("2025-03-16", "2025-03-20"), "2025-03-15");  // begins too late
    EXPECT_EQ(with("2025-03-12", "2025-03-11"), "2025-03-15");  // no day
    EXPECT_EQ(due("2025-03-10", 0, CountedDays::Calendar, {pause("2025-03-01", "2025-03-20")}), "2025-03-10");
}

// Pausing moves the count into another pause.
TEST(Deadline, APauseIsReachedThroughAnother) {
    const std::vector<Pause> delays = {pause("2025-03-12", "2025-03-13"), pause("2025-03-16", "2025-03-16")};
    EXPECT_EQ(due("2025-03-10", 5, CountedDays::Calendar, delays), "2025-03-18");
}

TEST(Deadline, WorkingDaysOfAPauseDoNotCount) {
    // Monday 10 to Wednesday 12 March paused: Thursday 13, Friday 14, Monday 17.
    EXPECT_EQ(due("2025-03-07", 3, CountedDays::Working, {pause("2025-03-10", "2025-03-12")}), "2025-03-17");
    // A pause over a weekend excludes nothing that would have counted.
    EXPECT_EQ(due("2025-03-07", 3, CountedDays::Working, {pause("2025-03-08", "2025-03-09")}), "2025-03-12");
}

TEST(Deadline, APauseWithoutEndLeavesNoDay) {
    EXPECT_EQ(due("2025-03-10", 5, CountedDays::Calendar, {{date("2025-03-12"), Date::last(), 0}}), "beyond the calendar");
    EXPECT_EQ(due("2025-03-10", 5, CountedDays::Working, {{date("2025-03-12"), Date::last(), 0}}), "beyond the calendar");
    EXPECT_EQ(due("2025-03-10", 5, CountedDays::Calendar, {{date("2025-03-16"), Date::last(), 0}}), "2025-03-15");
}

// AMB-34: two months from 1 August 2025 end on 1 October, National Day; the holiday lasts until the 8th.
TEST(Deadline, ADueDayThatIsNoWorkingDayMovesToTheNext) {
    const Calendar calendar = sample();
    EXPECT_EQ(rollOver(date("2025-10-01"), &calendar).day, date("2025-10-09"));
    EXPECT_EQ(rollOver(date("2025-10-09"), &calendar).day, date("2025-10-09"));
    EXPECT_EQ(rollOver(date("2025-10-11"), &calendar).day, date("2025-10-11"));  // a worked Saturday
    EXPECT_EQ(rollOver(date("2025-10-12"), &calendar).day, date("2025-10-13"));
    EXPECT_EQ(rollOver(date("2026-01-01"), &calendar).missingYear, 2026);
    EXPECT_EQ(rollOver(date("2024-12-28"), &calendar).day, date("2024-12-30"));
}

std::string ledger(std::string_view start, std::int64_t count, CountedDays counted, const std::vector<Pause>& pauses, bool rolls) {
    const Calendar calendar = sample();
    const std::optional<Date> arrived = countDays(date(start), count, counted, pauses, &calendar).day;
    if (!arrived) return "not due";
    const Date due = rolls ? rollOver(*arrived, &calendar).day.value_or(*arrived) : *arrived;
    std::string text;
    for (const NotCounted& run : daysNotCounted(date(start), *arrived, due, counted, pauses, &calendar)) {
        text += run.from.text() + ".." + run.to.text() + " ";
        if (run.why == NotCounted::Why::Weekend) text += "weekend";
        if (run.why == NotCounted::Why::Holiday) text += run.english;
        for (const std::size_t item : run.items)
            text += "#" + std::to_string(item);
        text += run.moved ? " moved; " : "; ";
    }
    return text;
}

TEST(Deadline, TheLedgerNamesEveryDayThatDidNotCount) {
    EXPECT_EQ(ledger("2025-01-24", 3, CountedDays::Working, {}, false),
              "2025-01-25..2025-01-25 weekend; 2025-01-28..2025-02-04 spring festival; ");
    EXPECT_EQ(ledger("2025-03-01", 90, CountedDays::Calendar, {pause("2025-04-01", "2025-04-10", 0), pause("2025-04-08", "2025-04-20", 1)},
                     false),
              "2025-04-01..2025-04-07 #0; 2025-04-08..2025-04-10 #0#1; 2025-04-11..2025-04-20 #1; ");
    EXPECT_EQ(ledger("2025-08-02", 60, CountedDays::Calendar, {}, true), "2025-10-01..2025-10-08 national day moved; ");
    // Friday 7 March, three working days, Monday to Wednesday paused.
    EXPECT_EQ(ledger("2025-03-07", 3, CountedDays::Working, {pause("2025-03-08", "2025-03-12", 4)}, false),
              "2025-03-08..2025-03-09 weekend; 2025-03-10..2025-03-12 #4; 2025-03-15..2025-03-16 weekend; ");
    EXPECT_EQ(ledger("2025-03-10", 5, CountedDays::Calendar, {}, false), "");
}

// ---- laws ----

Calendar everyYear() {
    Calendar calendar;
    for (int year = 2020; year <= 2040; ++year)
        calendar.addYear({year, {}});
    return calendar;
}

Date anyDay(int span) {
    return Date(date("2025-01-01").dayNumber() + *rc::gen::inRange(0, span));
}

std::vector<Pause> anyPauses() {
    std::vector<Pause> pauses;
    const int count = *rc::gen::inRange(0, 5);
    for (int index = 0; index < count; ++index) {
        const Date from = anyDay(120);
        pauses.push_back({from, Date(from.dayNumber() + *rc::gen::inRange(-2, 25)), static_cast<std::size_t>(index)});
    }
    return pauses;
}

// One day after another: what the definition says.
Date counted(Date start, std::int64_t count, CountedDays kind, const std::vector<Pause>& pauses, const Calendar& calendar) {
    Date day = start;
    while (count > 0) {
        day = Date(day.dayNumber() + 1);
        const bool paused =
            std::any_of(pauses.begin(), pauses.end(), [&](const Pause& each) { return each.from <= day && day <= each.to; });
        if (!paused && (kind == CountedDays::Calendar || calendar.isWorkingDay(day) == true)) --count;
    }
    return day;
}

CountedDays anyKind() {
    return *rc::gen::arbitrary<bool>() ? CountedDays::Working : CountedDays::Calendar;
}

RC_GTEST_PROP(DeadlineLaws, ACountIsTheCountDayByDay, ()) {
    const Calendar calendar = everyYear();
    const std::vector<Pause> pauses = anyPauses();
    const Date start = anyDay(100);
    const auto count = *rc::gen::inRange<std::int64_t>(0, 60);
    const CountedDays kind = anyKind();
    RC_ASSERT((countDays(start, count, kind, pauses, &calendar).day == counted(start, count, kind, pauses, calendar)));
}

RC_GTEST_PROP(DeadlineLaws, PausesCommuteAndMerge, ()) {
    const Calendar calendar = everyYear();
    std::vector<Pause> pauses = anyPauses();
    const Date start = anyDay(100);
    const auto count = *rc::gen::inRange<std::int64_t>(0, 60);
    const CountedDays kind = anyKind();
    const auto before = countDays(start, count, kind, pauses, &calendar).day;
    std::reverse(pauses.begin(), pauses.end());
    RC_ASSERT((countDays(start, count, kind, pauses, &calendar).day == before));
    // Two halves of a pause are the pause.
    std::vector<Pause> halves;
    for (const Pause& each : pauses) {
        const Date middle((each.from.dayNumber() + each.to.dayNumber()) / 2);
        halves.push_back({each.from, std::min(middle, each.to), each.item});
        halves.push_back({Date(middle.dayNumber() + 1), each.to, each.item});
    }
    RC_ASSERT((countDays(start, count, kind, halves, &calendar).day == before));
}

RC_GTEST_PROP(DeadlineLaws, OneMorePauseNeverMakesItEarlier, ()) {
    const Calendar calendar = everyYear();
    std::vector<Pause> pauses = anyPauses();
    const Date start = anyDay(100);
    const auto count = *rc::gen::inRange<std::int64_t>(0, 60);
    const CountedDays kind = anyKind();
    const auto before = countDays(start, count, kind, pauses, &calendar).day;
    const Date from = anyDay(120);
    pauses.push_back({from, Date(from.dayNumber() + *rc::gen::inRange(0, 30)), 9});
    RC_ASSERT((countDays(start, count, kind, pauses, &calendar).day >= before));
}

RC_GTEST_PROP(DeadlineLaws, OneDayMoreIsLater, ()) {
    const Calendar calendar = everyYear();
    const std::vector<Pause> pauses = anyPauses();
    const Date start = anyDay(100);
    const auto count = *rc::gen::inRange<std::int64_t>(0, 60);
    const CountedDays kind = anyKind();
    RC_ASSERT((countDays(start, count + 1, kind, pauses, &calendar).day > countDays(start, count, kind, pauses, &calendar).day));
}

// Days counted and days in the ledger are the days from the start to the due day.
RC_GTEST_PROP(DeadlineLaws, TheLedgerAndTheCountMakeUpTheTime, ()) {
    const Calendar calendar = everyYear();
    const std::vector<Pause> pauses = anyPauses();
    const Date start = anyDay(100);
    const auto count = *rc::gen::inRange<std::int64_t>(0, 60);
    const CountedDays kind = anyKind();
    const Date due = *countDays(start, count, kind, pauses, &calendar).day;
    std::int64_t excluded = 0;
    for (const NotCounted& run : daysNotCounted(start, due, due, kind, pauses, &calendar))
        excluded += run.to.dayNumber() - run.from.dayNumber() + 1;
    RC_ASSERT((excluded + count == due.dayNumber() - start.dayNumber()));
}

}  // namespace
}  // namespace assay::quantity

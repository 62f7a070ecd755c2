#include "assay/quantity/deadline.hpp"

#include <algorithm>

namespace assay::quantity {

namespace {

Date dayAfter(Date day) {
    return Date(day.dayNumber() + 1);
}

// Pauses as disjoint stretches in order, neighbours united.
std::vector<Pause> merged(std::vector<Pause> pauses) {
    pauses.erase(std::remove_if(pauses.begin(), pauses.end(), [](const Pause& pause) { return pause.to < pause.from; }), pauses.end());
    std::sort(pauses.begin(), pauses.end(), [](const Pause& a, const Pause& b) { return a.from < b.from; });
    std::vector<Pause> result;
    for (const Pause& pause : pauses) {
        const bool joins = !result.empty() && pause.from.dayNumber() <= std::int64_t{result.back().to.dayNumber()} + 1;
        if (joins) {
            result.back().to = std::max(result.back().to, pause.to);
        } else {
            result.push_back(pause);
        }
    }
    return result;
}

// Every day that no pause covers counts.
Arrival countCalendarDays(Date start, std::int64_t count, const std::vector<Pause>& pauses) {
    std::optional<Date> day = addDays(start, count);
    for (const Pause& pause : pauses) {
        if (!day || pause.from > *day) break;
        if (pause.to <= start) continue;
        const Date first = std::max(pause.from, dayAfter(start));
        day = addDays(*day, std::int64_t{pause.to.dayNumber()} - first.dayNumber() + 1);
    }
    return {day, std::nullopt, std::nullopt};
}

Arrival countWorkingDays(Date start, std::int64_t count, const std::vector<Pause>& pauses, const Calendar* calendar) {
    auto pause = pauses.begin();
    Date day = start;
    while (count > 0) {
        if (day == Date::last()) return {};
        day = dayAfter(day);
        while (pause != pauses.end() && pause->to < day)
            ++pause;
        if (pause != pauses.end() && pause->from <= day) {
            day = pause->to;
            continue;
        }
        const std::optional<bool> counts = calendar == nullptr ? std::nullopt : calendar->isWorkingDay(day);
        if (!counts) return {std::nullopt, day.year(), day};
        if (*counts) --count;
    }
    return {day, std::nullopt, std::nullopt};
}

// Builds runs of neighbouring days with one reason.
class Runs {
public:
    void add(Date day, NotCounted reason) {
        reason.from = reason.to = day;
        const bool continues = !runs_.empty() && dayAfter(runs_.back().to) == day && runs_.back().why == reason.why &&
                               runs_.back().english == reason.english && runs_.back().items == reason.items &&
                               runs_.back().moved == reason.moved;
        if (continues) {
            runs_.back().to = day;
        } else {
            runs_.push_back(std::move(reason));
        }
    }
    std::vector<NotCounted> take() { return std::move(runs_); }

private:
    std::vector<NotCounted> runs_;
};

NotCounted dayOff(Date day, const Calendar& calendar) {
    NotCounted reason;
    if (const CalendarDay* holiday = calendar.find(day)) {
        reason.why = NotCounted::Why::Holiday;
        reason.english = holiday->english;
        reason.chinese = holiday->chinese;
    }
    return reason;
}

}  // namespace

Arrival countDays(Date start, std::int64_t count, CountedDays counted, const std::vector<Pause>& pauses, const Calendar* calendar) {
    const std::vector<Pause> stretches = merged(pauses);
    if (counted == CountedDays::Working) return countWorkingDays(start, count, stretches, calendar);
    // The start does not count itself: a limit of no days ends where it begins, whatever pauses.
    return count == 0 ? Arrival{start, std::nullopt, std::nullopt} : countCalendarDays(start, count, stretches);
}

Arrival rollOver(Date day, const Calendar* calendar) {
    for (;; day = dayAfter(day)) {
        const std::optional<bool> works = calendar == nullptr ? std::nullopt : calendar->isWorkingDay(day);
        if (!works) return {std::nullopt, day.year(), day};
        if (*works) return {day, std::nullopt, std::nullopt};
        if (day == Date::last()) return {};
    }
}

std::vector<NotCounted> daysNotCounted(Date start, Date arrived, Date due, CountedDays counted, const std::vector<Pause>& pauses,
                                       const Calendar* calendar) {
    Runs runs;
    const auto isOff = [&](Date day) { return calendar != nullptr && calendar->isWorkingDay(day) == false; };
    for (Date day = start; day < arrived;) {
        day = dayAfter(day);
        if (counted == CountedDays::Working && isOff(day)) {
            runs.add(day, dayOff(day, *calendar));
            continue;
        }
        NotCounted paused;
        paused.why = NotCounted::Why::Pause;
        for (const Pause& pause : pauses) {
            if (pause.from <= day && day <= pause.to) paused.items.push_back(pause.item);
        }
        if (!paused.items.empty()) runs.add(day, std::move(paused));
    }
    for (Date day = arrived; day < due; day = dayAfter(day)) {
        NotCounted reason = dayOff(day, *calendar);
        reason.moved = true;
        runs.add(day, std::move(reason));
    }
    return runs.take();
}

}  // namespace assay::quantity

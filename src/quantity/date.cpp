#include "assay/quantity/date.hpp"

#include <algorithm>
#include <chrono>

namespace assay::quantity {

namespace {

constexpr int firstYear = 1;
constexpr int lastYear = 9999;
constexpr std::int64_t monthsInYear = 12;

std::chrono::year_month_day civil(Date date) {
    return std::chrono::sys_days(std::chrono::days(date.dayNumber()));
}

Date fromCivil(const std::chrono::year_month_day& day) {
    return Date(static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count()));
}

void appendPadded(std::string& text, int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    text.append(width - std::min(width, digits.size()), '0').append(digits);
}

// The digits of a field of a date. Empty: something else stands there.
std::optional<int> readField(std::string_view field) {
    int value = 0;
    for (const char c : field) {
        if (c < '0' || c > '9') return std::nullopt;
        value = 10 * value + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < firstYear || year > lastYear || month < 1 || month > monthsInYear || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day wanted(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                             std::chrono::day(static_cast<unsigned>(day)));
    if (!wanted.ok()) return std::nullopt;
    return fromCivil(wanted);
}

std::optional<Date> Date::parse(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::optional<int> year = readField(text.substr(0, 4));
    const std::optional<int> month = readField(text.substr(5, 2));
    const std::optional<int> day = readField(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return of(*year, *month, *day);
}

Date Date::first() {
    return fromCivil(std::chrono::year(firstYear) / std::chrono::January / 1);
}

Date Date::last() {
    return fromCivil(std::chrono::year(lastYear) / std::chrono::December / 31);
}

int Date::year() const {
    return static_cast<int>(civil(*this).year());
}

int Date::month() const {
    return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}

int Date::day() const {
    return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}

std::string Date::text() const {
    std::string text;
    appendPadded(text, year(), 4);
    text += '-';
    appendPadded(text, month(), 2);
    text += '-';
    appendPadded(text, day(), 2);
    return text;
}

std::optional<Date> addMonths(Date date, std::int64_t months, MonthEnd atMonthEnd) {
    constexpr std::int64_t span = monthsInYear * lastYear;
    if (months < -span || months > span) return std::nullopt;
    const std::int64_t month = monthsInYear * date.year() + (date.month() - 1) + months;
    if (month < monthsInYear * firstYear || month >= monthsInYear * (lastYear + 1)) return std::nullopt;

    const std::chrono::year_month arrived(std::chrono::year(static_cast<int>(month / monthsInYear)),
                                          std::chrono::month(static_cast<unsigned>(month % monthsInYear) + 1));
    switch (atMonthEnd) {
        case MonthEnd::Clamp: {
            const std::chrono::day lastDay = std::chrono::year_month_day_last(arrived / std::chrono::last).day();
            return fromCivil(arrived / std::min(std::chrono::day(static_cast<unsigned>(date.day())), lastDay));
        }
    }
    return std::nullopt;
}

std::optional<Date> addDays(Date date, std::int64_t days) {
    const std::int64_t least = std::int64_t{Date::first().dayNumber()} - date.dayNumber();
    const std::int64_t most = std::int64_t{Date::last().dayNumber()} - date.dayNumber();
    if (days < least || days > most) return std::nullopt;
    return Date(static_cast<std::int32_t>(date.dayNumber() + days));
}

}  // namespace assay::quantity

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assay::quantity {

// A day of the proleptic Gregorian calendar, years 1 to 9999, held as days since 1970-01-01. No time of day, no zone,
// no clock.
class Date {
public:
    Date() = default;
    constexpr explicit Date(std::int32_t dayNumber) : dayNumber_(dayNumber) {}
    // Empty: no such day.
    [[nodiscard]] static std::optional<Date> of(int year, int month, int day);
    // YYYY-MM-DD exactly.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);
    // First and last representable day.
    [[nodiscard]] static Date first();
    [[nodiscard]] static Date last();

    [[nodiscard]] constexpr std::int32_t dayNumber() const { return dayNumber_; }
    [[nodiscard]] int year() const;
    [[nodiscard]] int month() const;
    [[nodiscard]] int day() const;
    [[nodiscard]] std::string text() const;

    auto operator<=>(const Date&) const = default;

private:
    std::int32_t dayNumber_ = 0;
};

// What a month addition does when the month it arrives in has no such day. The rule set declares it.
enum class MonthEnd { Clamp };

// `date` plus whole months (negative: before). A day that the month lacks becomes its last day under Clamp:
// 2024-02-29 + 12 months = 2025-02-28, 2025-03-31 - 1 month = 2025-02-28. Empty: outside the years 1 to 9999.
[[nodiscard]] std::optional<Date> addMonths(Date date, std::int64_t months, MonthEnd atMonthEnd = MonthEnd::Clamp);
[[nodiscard]] std::optional<Date> addDays(Date date, std::int64_t days);

}  // namespace assay::quantity

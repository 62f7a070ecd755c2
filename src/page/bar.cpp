#include "bar.hpp"

#include <algorithm>

namespace assay::page {

using quantity::Date;
using quantity::Interval;
using quantity::Rational;

namespace {

constexpr std::int64_t width = 1000;
constexpr std::int64_t height = 24;
constexpr std::int64_t thinnest = 2;  // so that what is not nothing can be seen

std::string number(std::int64_t value) {
    return std::to_string(value);
}

template <class Body>
void drawing(Markup& out, Body body) {
    out.in("svg",
           {{"class", "bar"},
            {"viewBox", "0 0 " + number(width) + " " + number(height)},
            {"preserveAspectRatio", "none"},
            {"aria-hidden", "true"},
            {"focusable", "false"}},
           body);
}

void rectangle(Markup& out, std::string_view kind, std::int64_t from, std::int64_t to) {
    const std::int64_t left = std::min(from, to);
    out.in("rect",
           {{"class", std::string(kind)},
            {"x", number(left)},
            {"y", "4"},
            {"width", number(std::max(std::max(from, to) - left, thinnest))},
            {"height", "16"}},
           "");
}

void upright(Markup& out, std::string_view kind, std::int64_t x) {
    out.in("rect",
           {{"class", std::string(kind)}, {"x", number(std::min(x, width - 3))}, {"y", "0"}, {"width", "3"}, {"height", number(height)}},
           "");
}

}  // namespace

void AmountScale::add(const Interval& amount) {
    if (amount.low && *amount.low < low_) low_ = *amount.low;
    if (amount.high && *amount.high > high_) high_ = *amount.high;
}

std::int64_t AmountScale::at(const Rational& amount) const {
    const Rational range = high_ - low_;
    if (range.isZero()) return 0;
    return ((amount - low_) / range * Rational(width)).floor().toInteger().value_or(0);
}

void AmountScale::draw(Markup& out, const Interval& amount) const {
    drawing(out, [&] {
        if (low_.sign() < 0) upright(out, "zero", at(Rational(0)));
        if (!amount.low || !amount.high) return;
        const Rational& near = amount.low->sign() >= 0 ? *amount.low : *amount.high;
        const Rational& far = amount.low->sign() >= 0 ? *amount.high : *amount.low;
        if (near.sign() == far.sign()) rectangle(out, far.sign() < 0 ? "less" : "more", at(Rational(0)), at(near));
        if (!amount.isPoint()) rectangle(out, "range", at(*amount.low), at(*amount.high));
    });
}

void DayScale::add(const std::optional<Date>& day) {
    if (!day) return;
    first_ = std::min(first_, *day);
    last_ = std::max(last_, *day);
}

std::int64_t DayScale::at(Date day) const {
    const std::int64_t range = last_.dayNumber() - first_.dayNumber();
    return range == 0 ? 0 : (day.dayNumber() - first_.dayNumber()) * width / range;
}

void DayScale::draw(Markup& out, const Stretch& stretch) const {
    drawing(out, [&] {
        for (int year = first_.year() + 1; year <= last_.year(); ++year) {
            if (const std::optional<Date> newYear = Date::of(year, 1, 1)) upright(out, "year", at(*newYear));
        }
        const std::optional<Date> start = stretch.start ? stretch.start : stretch.due;
        if (start) rectangle(out, "span", at(*start), at(stretch.due.value_or(std::max(judged_, *start))));
        if (stretch.due && stretch.isLate) rectangle(out, "late", at(*stretch.due), at(stretch.met.value_or(judged_)));
        upright(out, "judged", at(judged_));
        if (stretch.met)
            out.in("rect",
                   {{"class", "met"}, {"x", number(std::min(at(*stretch.met), width - 8))}, {"y", "6"}, {"width", "8"}, {"height", "12"}},
                   "");
    });
}

}  // namespace assay::page

#pragma once

#include <optional>

#include "assay/quantity/date.hpp"
#include "assay/quantity/interval.hpp"
#include "markup.hpp"

// Bars beside the numbers that they show: each is a drawing of its own, so that rows may be as high as their text.
namespace assay::page {

// The amounts that the bars of one chart share a scale for: the hull of them and zero.
class AmountScale {
public:
    void add(const quantity::Interval& amount);
    // From zero to the amount; of a range the part that is open is hatched. What has no end is not drawn.
    void draw(Markup& out, const quantity::Interval& amount) const;

private:
    [[nodiscard]] std::int64_t at(const quantity::Rational& amount) const;
    quantity::Rational low_;
    quantity::Rational high_;
};

// One duty in time. Days that are not known are not drawn.
struct Stretch {
    std::optional<quantity::Date> start, due, met;
    bool isLate = false;
};
class DayScale {
public:
    // Every drawing shows the day of judging.
    explicit DayScale(quantity::Date judged) : judged_(judged), first_(judged), last_(judged) {}
    void add(const std::optional<quantity::Date>& day);
    void draw(Markup& out, const Stretch& stretch) const;
    [[nodiscard]] quantity::Date first() const { return first_; }
    [[nodiscard]] quantity::Date last() const { return last_; }

private:
    [[nodiscard]] std::int64_t at(quantity::Date day) const;
    quantity::Date judged_, first_, last_;
};

}  // namespace assay::page

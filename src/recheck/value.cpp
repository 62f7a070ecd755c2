#include "value.hpp"

#include <algorithm>

namespace assay::recheck {

using quantity::Interval;
using quantity::Rational;
using trace::Step;

namespace {

std::optional<Rational> pointOf(std::string_view text, bool isDate) {
    if (isDate) {
        const std::optional<quantity::Date> date = quantity::Date::parse(text);
        return date ? std::optional<Rational>(date->dayNumber()) : std::nullopt;
    }
    const std::size_t slash = text.find('/');
    const std::optional<Rational> above = Rational::parse(text.substr(0, slash));
    if (slash == std::string_view::npos || !above) return above;
    const std::optional<Rational> below = Rational::parse(text.substr(slash + 1));
    if (!below || below->isZero()) return std::nullopt;
    return *above / *below;
}

std::string pointText(const Rational& point, bool isDate) {
    const std::optional<std::int64_t> day = point.toInteger();
    return isDate && day ? quantity::Date(static_cast<std::int32_t>(*day)).text() : point.exact();
}

}  // namespace

std::optional<bool> truthOf(const Step& step) {
    if (step.conclusion == "true") return true;
    if (step.conclusion == "false") return false;
    return std::nullopt;
}

bool isOpen(const Step& step) {
    return step.conclusion == open;
}

bool isUnsettled(const Step& step) {
    if (isOpen(step) || step.conclusion.starts_with("one of ")) return true;
    const std::optional<Interval> line = step.type == "text" || step.type == "item" ? std::nullopt : lineOf(step);
    return line && !line->isPoint();
}

std::optional<Interval> lineOf(std::string_view text, bool isDate) {
    if (text == open) return Interval::all();
    const std::size_t dots = text.find("..");
    Interval line;
    if (dots == std::string_view::npos) {
        const std::optional<Rational> point = pointOf(text, isDate);
        return point ? std::optional(Interval::point(*point)) : std::nullopt;
    }
    const std::string_view low = text.substr(0, dots);
    const std::string_view high = text.substr(dots + 2);
    if (!low.empty()) line.low = pointOf(low, isDate);
    if (!high.empty()) line.high = pointOf(high, isDate);
    if ((!low.empty() && !line.low) || (!high.empty() && !line.high)) return std::nullopt;
    return line;
}

std::optional<Interval> lineOf(const Step& step) {
    return lineOf(step.conclusion, step.type == "date");
}

std::optional<std::vector<std::string>> listOf(const Step& step) {
    std::string_view rest = step.conclusion;
    if (rest.size() < 2 || rest.front() != '[' || rest.back() != ']') return std::nullopt;
    rest = rest.substr(1, rest.size() - 2);
    std::vector<std::string> elements;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(", ");
        elements.emplace_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 2);
    }
    return elements;
}

std::string text(std::optional<bool> truth) {
    return !truth ? open : *truth ? "true" : "false";
}

std::string text(const Interval& line, bool isDate) {
    if (line.isPoint()) return pointText(*line.low, isDate);
    if (!line.low && !line.high) return open;
    return (line.low ? pointText(*line.low, isDate) : "") + ".." + (line.high ? pointText(*line.high, isDate) : "");
}

std::optional<bool> all(const std::vector<std::optional<bool>>& truths) {
    bool certain = true;
    for (const std::optional<bool>& truth : truths) {
        if (truth == false) return false;
        certain = certain && truth.has_value();
    }
    return certain ? std::optional(true) : std::nullopt;
}

std::optional<bool> any(const std::vector<std::optional<bool>>& truths) {
    bool certain = true;
    for (const std::optional<bool>& truth : truths) {
        if (truth == true) return true;
        certain = certain && truth.has_value();
    }
    return certain ? std::optional(false) : std::nullopt;
}

std::optional<bool> negation(std::optional<bool> truth) {
    return truth ? std::optional(!*truth) : std::nullopt;
}

}  // namespace assay::recheck

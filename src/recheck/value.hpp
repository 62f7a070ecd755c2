#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/quantity/date.hpp"
#include "assay/quantity/interval.hpp"
#include "assay/trace/step.hpp"

// What conclusions say, read from their text.
namespace assay::recheck {

inline constexpr const char* open = "unknown";

// true, false; empty: open, or not a truth.
[[nodiscard]] std::optional<bool> truthOf(const trace::Step& step);
// A number, a date as its day number, or the ends between which it lies; everything if it is open. Empty: neither number nor date.
[[nodiscard]] std::optional<quantity::Interval> lineOf(const trace::Step& step);
[[nodiscard]] std::optional<quantity::Interval> lineOf(std::string_view text, bool isDate);
[[nodiscard]] bool isOpen(const trace::Step& step);
// Whether more than one value is possible.
[[nodiscard]] bool isUnsettled(const trace::Step& step);
// "[a, b]"; empty: not a list that is known.
[[nodiscard]] std::optional<std::vector<std::string>> listOf(const trace::Step& step);

[[nodiscard]] std::string text(std::optional<bool> truth);
[[nodiscard]] std::string text(const quantity::Interval& line, bool isDate);

// Three-valued connectives.
[[nodiscard]] std::optional<bool> all(const std::vector<std::optional<bool>>& truths);
[[nodiscard]] std::optional<bool> any(const std::vector<std::optional<bool>>& truths);
[[nodiscard]] std::optional<bool> negation(std::optional<bool> truth);

}  // namespace assay::recheck

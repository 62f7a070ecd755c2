#pragma once

#include <set>

#include "assay/evaluate/why_not.hpp"
#include "reachable.hpp"

namespace assay::evaluate {

// The values of one fact on a line at which a comparison that rests on it can turn, the other facts as they are. Found by
// judging the case with sample values: exact where the compared values are a quotient of linear functions of the fact
// between two thresholds; for dates to which months are added the days around are given too. At most `mostThresholds`.
constexpr std::size_t mostThresholds = 64;
[[nodiscard]] std::set<quantity::Rational> thresholdsOf(const State& state, const Reachable& reachable, const FactPlace& place,
                                                        const Stretch& range);

}  // namespace assay::evaluate

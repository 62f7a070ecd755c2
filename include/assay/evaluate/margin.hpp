#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/evaluate/result.hpp"

// How far a conclusion is from another one: the distance of each value from the threshold that it is compared with.
namespace assay::evaluate {

struct Margin {
    check::DeclId decl;  // in whose text the two are compared, and the item there
    std::string item;
    source::Span span;                      // of the comparison; of a table its application
    std::string op;                         // the value stands on its left: ">=", "<"; of an end of a row's cell what the row asks
    std::optional<std::size_t> row;         // of a table: the row that applies
    std::string value, threshold;           // their names, where they are facts or declarations: "permit.valid_until", "limit[U1]"
    source::Span valueSpan, thresholdSpan;  // in the rules
    quantity::Interval valueLine, thresholdLine;
    check::Type type;     // of the threshold
    quantity::Unit unit;  // of the threshold; no symbol: it has none
    // Value less threshold, of dates in days; of ranges between their nearest ends. Empty: they overlap, and the comparison is open.
    std::optional<quantity::Rational> distance;
    quantity::Rational relative;  // its size, to the threshold's (the value's where that is zero); of dates to a year of 365 days
    // The word of the conclusion if this value alone were just on the other side of the threshold; empty: as it is, or not known.
    std::optional<std::string> turned;
};

struct Margins {
    std::string outcome;           // the word of the conclusion: its outcome or value, else its status
    std::vector<Margin> margins;   // smallest relative distance first, open comparisons before all
    std::vector<UsedFact> ranges;  // facts and quantities between bounds that the conclusion rests on
    std::vector<UsedFact> judgements;
};

}  // namespace assay::evaluate

#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/facts/facts.hpp"
#include "assay/lower/program.hpp"

// Why a decision has not another outcome: which facts would have to be otherwise, and how far.
namespace assay::evaluate {

struct Limits;

// A scalar fact of a case, or a field of an item.
struct FactPlace {
    check::FactId fact;    // a scalar fact; else none, and
    check::FieldId field;  // a field
    check::ListId list;    // of an item of this list,
    std::size_t item = 0;  // by its position in ListFacts::items
    auto operator<=>(const FactPlace&) const = default;
};

[[nodiscard]] const check::Quality& qualityOf(const FactPlace& place, const check::Checked& rules);
[[nodiscard]] const facts::Entry& entryAt(const FactPlace& place, const facts::CaseFacts& facts, const check::Checked& rules);

// A stretch of a line: every value of it would do. An absent end is unbounded.
struct Stretch {
    std::optional<quantity::Rational> low;
    std::optional<quantity::Rational> high;
    bool lowOpen = false;  // the end itself would not do
    bool highOpen = false;
    bool operator==(const Stretch&) const = default;
};

// One fact that would have to be otherwise. What it is now stays in the case; `to` is one value that would do.
struct Change {
    FactPlace place;
    std::string fact;  // as results name it: "permit.valid_until", "findings[NC-01].closed_on"
    facts::Entry to;
    std::optional<Stretch> line;  // of a fact on a line: the values that would do, the other changes as given; dates as day numbers
};

struct WhyNot {
    bool given = false;                     // the decision has that outcome now
    std::vector<std::vector<Change>> sets;  // each suffices, none of its parts does; smallest first, then in order of the rules
    bool larger = false;                    // more changes at once than were tried could give it too
    bool exceeded = false;                  // the number of trials was reached: there may be further sets
};

struct WhyNotLimits {
    std::size_t changes = 3;      // in one set
    std::size_t trials = 20'000;  // ways in which the case is judged again
};

// The sets of changes that would give a decide the outcome, an enumerator of its enumeration. Considered are the facts that the decision
// can rest on and that some party may change (`from`): a recorded judgement, an event that has happened and what only time
// changes are left as they are; a date that is given moves to the day of judging or later. Lists keep their items. Empty: no such item.
[[nodiscard]] std::optional<WhyNot> whyNot(const lower::Program& program, const facts::CaseFacts& facts, quantity::Date asOf,
                                           check::DeclId decl, std::string_view item, std::size_t outcome, const Limits& limits,
                                           const WhyNotLimits& queryLimits = {});

// The case as it would be.
[[nodiscard]] facts::CaseFacts applied(const facts::CaseFacts& facts, const std::vector<Change>& changes, const check::Checked& rules);

}  // namespace assay::evaluate

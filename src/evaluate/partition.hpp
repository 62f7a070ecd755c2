#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assay/evaluate/result.hpp"
#include "division.hpp"
#include "state.hpp"

namespace assay::evaluate {

// What a partition comes to in one case. Items are numbered in the order of their ids.
struct Divided {
    bool known = false;           // whether the list of items is
    std::vector<RowIndex> items;  // rows of the list's table
    std::vector<RowIndex> rows;   // the same, rows of the partition's space of items
    Bonds bonds{0};
    Truth unique;
    std::optional<Triple> triple;
    Divisions divisions;             // where every bond is known
    std::optional<Grouping> groups;  // the division that counts: the only one, or the one agreed
    bool agreed = false;             // a division was agreed

    // Why the agreed division is an error of the case.
    struct Flaw {
        enum class Kind : std::uint8_t { None, Apart, Unitable, LeftOut, Twice };
        Kind kind = Kind::None;
        std::size_t first = 0, second = 0;  // Apart: items; Unitable: of the agreed groups one item each; Twice: the item
        std::vector<std::size_t> leftOut;
    };
    Flaw flaw;
};

[[nodiscard]] Divided divide(const State& state, check::DeclId partition, RowIndex caseRow);
// How many cells that takes at most.
[[nodiscard]] std::size_t stepsToDivide(const State& state, check::DeclId partition, RowIndex caseRow);

// Whether a step keeps two items apart; empty: not known. Asks nothing of earlier steps.
[[nodiscard]] std::optional<bool> separates(const State& state, check::DeclId partition, const Divided& divided, std::size_t step,
                                            std::size_t a, std::size_t b);
// Whether a step is asked of two items; empty: not known.
[[nodiscard]] std::optional<bool> isAsked(const State& state, check::DeclId partition, const Divided& divided, std::size_t step,
                                          std::size_t a, std::size_t b);
// The steps that may be the first to separate two items, in order; the last of them does for certain where they are apart.
[[nodiscard]] std::vector<std::size_t> firstSteps(const State& state, check::DeclId partition, const Divided& divided, std::size_t a,
                                                  std::size_t b);
// The parts of a step on which its answer about two items rests: keys and guards of both, or its condition. Of a step that
// separates, those that differ or hold; of one that is not known, those that are not.
[[nodiscard]] std::vector<Place> comparedBy(const State& state, check::DeclId partition, const Divided& divided, std::size_t step,
                                            std::size_t a, std::size_t b);
// The parts of every step for one item: its guard and, unless that excludes it, its keys.
[[nodiscard]] std::vector<Place> partsOfItem(const State& state, check::DeclId partition, const Divided& divided, std::size_t item);

// Reports an agreed division that the steps do not admit; nothing of any other declaration.
void reportAgreement(const State& state, check::DeclId decl, RowIndex caseRow, diagnostics::Diagnostics& findings);
// What it says of two items, by their ids; empty: one of them is not there.
[[nodiscard]] std::optional<PairAnswer> answerOf(const State& state, check::DeclId partition, RowIndex caseRow, std::string_view a,
                                                 std::string_view b);
// What results say of it.
[[nodiscard]] Division divisionOf(const State& state, check::DeclId partition, RowIndex caseRow, bool withSeparations);

}  // namespace assay::evaluate

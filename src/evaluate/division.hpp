#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "value.hpp"

// Which divisions of some items a partition allows (docs/language.md, "partition"). Items are numbered; whoever wants an
// answer that does not depend on the order of the case numbers them by their ids.
namespace assay::evaluate {

// What is known of two items.
enum class Bond : std::uint8_t { Together, Apart, Open };

// One bond for every two different items.
class Bonds {
public:
    explicit Bonds(std::size_t items) : items_(items), bonds_(items * items, Bond::Together) {}

    [[nodiscard]] std::size_t items() const { return items_; }
    [[nodiscard]] Bond at(std::size_t a, std::size_t b) const { return bonds_[a * items_ + b]; }
    void set(std::size_t a, std::size_t b, Bond bond) { bonds_[a * items_ + b] = bonds_[b * items_ + a] = bond; }
    [[nodiscard]] bool settled() const;

private:
    std::size_t items_;
    std::vector<Bond> bonds_;
};

using Group = std::vector<std::size_t>;  // in ascending order
using Grouping = std::vector<Group>;     // ordered by first member

// Whether exactly one division is admissible: whether `together` is transitive. Open bonds count as independent.
[[nodiscard]] Truth isUnique(const Bonds& bonds);

// first and middle, middle and last stay together for certain; first and last are apart for certain.
struct Triple {
    std::size_t first = 0, middle = 0, last = 0;
};
// The lowest triple that is not transitive; empty: none is for certain.
[[nodiscard]] std::optional<Triple> intransitive(const Bonds& bonds);

// The admissible divisions: no group holds two items that are apart, and no two groups could be united.
struct Divisions {
    std::vector<Grouping> all;
    bool complete = true;  // false: there are, or may be, more
};
// At most `limit` of them, the same whichever way round the bonds were set. Requires settled bonds.
[[nodiscard]] Divisions admissibleDivisions(const Bonds& bonds, std::size_t limit);

// Why a division is not admissible, if it is not.
struct Admissibility {
    enum class Kind : std::uint8_t {
        Admissible,
        Open,      // what is not known decides
        Apart,     // items first and second stand in one group
        Unitable,  // the groups first and second could be one
    };
    Kind kind = Kind::Admissible;
    std::size_t first = 0, second = 0;
};
// Requires that every item stands in one group.
[[nodiscard]] Admissibility admissibility(const Bonds& bonds, const Grouping& grouping);

}  // namespace assay::evaluate

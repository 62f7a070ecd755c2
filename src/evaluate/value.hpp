#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assay/base/boxed.hpp"
#include "assay/check/checked.hpp"
#include "assay/quantity/interval.hpp"

namespace assay::evaluate {

// The abstract values of docs/unknown.md: what an expression can still be, for one row.

struct Truth {
    bool canBeTrue = true;
    bool canBeFalse = true;
    bool operator==(const Truth&) const = default;
};

// Enumerators still possible, one bit each; a decide adds its three further members.
struct Choices {
    std::uint64_t enumerators = 0;
    bool noOutcome = false;
    bool conflict = false;
    bool notYet = false;
    bool operator==(const Choices&) const = default;
};

// A point of a line is held as its number, anything wider as its interval.
using Line = base::Boxed<quantity::Interval>;

struct Text {
    base::Boxed<std::string> known;
    bool operator==(const Text&) const = default;
};

// A row of the block's table of a list.
struct ItemRow {
    std::optional<std::uint32_t> known;
    bool operator==(const ItemRow&) const = default;
};

// The elements of a list of enumerators, texts, items or groups of items.
using GroupRows = std::vector<std::uint32_t>;
using Element = std::variant<std::size_t, std::string, ItemRow, GroupRows>;
struct Elements {
    base::Boxed<std::vector<Element>> known;
    bool operator==(const Elements&) const = default;
};

struct Value {
    // Why a value is not settled although nothing that it rests on is unknown.
    enum class Origin : std::uint8_t { Plain, Undefined, Conflict, NotYet };

    std::variant<Truth, quantity::Rational, Line, Choices, Text, ItemRow, Elements> possible = Truth{};
    bool canBeNone = false;
    bool canBeGiven = true;  // false: it is none
    Origin origin = Origin::Plain;

    [[nodiscard]] static Value of(bool truth) { return {Truth{truth, !truth}}; }
    [[nodiscard]] static Value of(quantity::Rational number) { return {std::move(number)}; }
    [[nodiscard]] static Value of(const quantity::Interval& interval);
    [[nodiscard]] static Value enumerator(std::size_t index) { return {Choices{std::uint64_t{1} << index}}; }
    [[nodiscard]] static Value none();
    // Every value of a type, none included where it is optional.
    [[nodiscard]] static Value any(const check::Type& type, const check::Checked& rules);
    [[nodiscard]] static Value undefined(const check::Type& type, const check::Checked& rules);

    [[nodiscard]] bool settled() const;
    [[nodiscard]] bool isTrue() const;
    [[nodiscard]] bool isFalse() const;
    // The bounds of a value on a line.
    [[nodiscard]] quantity::Interval interval() const;
    [[nodiscard]] const Choices& choices() const { return std::get<Choices>(possible); }
    bool operator==(const Value& other) const {
        return possible == other.possible && canBeNone == other.canBeNone && canBeGiven == other.canBeGiven;
    }
};

// The smallest abstract value that holds both; of one type. Its origin is plain: it passes values on.
[[nodiscard]] Value hull(const Value& a, const Value& b);

}  // namespace assay::evaluate

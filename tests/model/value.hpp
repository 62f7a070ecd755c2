#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/check/type.hpp"
#include "assay/quantity/date.hpp"
#include "assay/quantity/interval.hpp"

// Abstract values of the definitional evaluator: the set of values that an expression can still have.
namespace assay::model {

// A non-empty subset of {true, false}.
struct Truth {
    bool mayBeTrue = true;
    bool mayBeFalse = true;
    [[nodiscard]] static Truth of(bool value) { return {value, !value}; }
    [[nodiscard]] static Truth either() { return {true, true}; }
    [[nodiscard]] static Truth of(std::optional<bool> value) { return value ? of(*value) : either(); }
    [[nodiscard]] bool settled() const { return mayBeTrue != mayBeFalse; }
    [[nodiscard]] bool isTrue() const { return !mayBeFalse; }
    [[nodiscard]] bool isFalse() const { return !mayBeTrue; }
    bool operator==(const Truth&) const = default;
};
[[nodiscard]] Truth operator!(Truth a);
[[nodiscard]] Truth both(Truth a, Truth b);  // Kleene and
[[nodiscard]] Truth any(Truth a, Truth b);   // Kleene or

// An item of a list by its position in the case.
struct Item {
    check::ListId list;
    std::size_t position = 0;
    auto operator<=>(const Item&) const = default;
};

// Which member speaks is told by `kind`; the others keep their defaults.
struct Value {
    check::TypeKind kind = check::TypeKind::Error;
    bool mayBeNone = false;
    bool mayBeGiven = true;
    Truth truth;                             // Bool
    quantity::Interval line;                 // ordered lines; dates as day numbers
    std::uint64_t enumerators = 0;           // Enum: bit i for enumerator i
    std::optional<std::string> text;         // Text; empty: unknown
    std::optional<Item> item;                // Item; empty: unknown
    std::optional<std::vector<Value>> list;  // List; empty: unknown

    [[nodiscard]] static Value of(Truth truth);
    [[nodiscard]] static Value of(check::TypeKind kind, quantity::Interval line);
    [[nodiscard]] static Value of(Item item);
    [[nodiscard]] static Value enumerator(std::size_t index);
    [[nodiscard]] static Value none(check::TypeKind kind);

    [[nodiscard]] bool exactlyNone() const { return !mayBeGiven; }
    [[nodiscard]] bool settled() const;
};

// Every value of a type; `enumerators`: how many its enumeration has. Not none: see `Value::mayBeNone`.
[[nodiscard]] Value everyValue(check::TypeKind kind, std::size_t enumerators);
// The smallest abstract value that holds both.
[[nodiscard]] Value hull(const Value& a, const Value& b);
// Kleene equality of two values that are given.
[[nodiscard]] Truth equal(const Value& a, const Value& b);
// The day of a day number, and the ends of a line of days, up to those of the calendar.
[[nodiscard]] quantity::Date dateOf(const quantity::Rational& day);
[[nodiscard]] quantity::Date firstOf(const quantity::Interval& line);
[[nodiscard]] quantity::Date lastOf(const quantity::Interval& line);
// For messages of counter-examples.
[[nodiscard]] std::string describe(const Value& value);

}  // namespace assay::model

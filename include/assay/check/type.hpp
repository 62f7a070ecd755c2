#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "assay/base/ids.hpp"
#include "assay/quantity/unit.hpp"

namespace assay::check {

using EnumId = base::Id<struct EnumTag>;
using RecordId = base::Id<struct RecordTag>;
using ListId = base::Id<struct ListTag>;  // a list of records: a list fact, or a list field of such a list's items
using FactId = base::Id<struct FactTag>;
using FieldId = base::Id<struct FieldTag>;  // index into Checked::fields, over all records
using ReadingId = base::Id<struct ReadingTag>;
using StageId = base::Id<struct StageTag>;
using PartyId = base::Id<struct PartyTag>;
using RoleId = base::Id<struct RoleTag>;
using DeclId = base::Id<struct DeclTag>;
using BinderId = base::Id<struct BinderTag>;  // a variable of a heading or a quantifier, over the whole rule set
using ExprId = base::Id<struct CheckedExprTag>;

enum class TypeKind : std::uint8_t {
    Error,  // of an expression that has a finding already: agrees with everything
    Bool,
    Count,
    Number,
    Quantity,
    Ratio,
    Date,
    Days,
    Months,
    WorkingDays,
    Text,
    Enum,
    Item,    // an item of `list`
    Record,  // only as the element of a list
    List,    // of `element`
};

struct Type {
    TypeKind kind = TypeKind::Error;
    bool optional = false;               // may be none
    TypeKind element = TypeKind::Error;  // List: Enum, Text, Item, Record, or List: a list of lists of items
    quantity::Dimension dimension;       // Quantity
    EnumId enumeration;                  // Enum, List of Enum
    ListId list;  // Item; List of Item, List of List: the list whose items are named; List of Record: the list itself

    [[nodiscard]] bool isNumeric() const {
        return kind == TypeKind::Count || kind == TypeKind::Number || kind == TypeKind::Quantity || kind == TypeKind::Ratio;
    }
    // Values are points of an ordered line (held as a Rational or a day number).
    [[nodiscard]] bool isOrderedLine() const {
        return isNumeric() || kind == TypeKind::Date || kind == TypeKind::Days || kind == TypeKind::Months || kind == TypeKind::WorkingDays;
    }
    // Only whole values occur: `x < 4` and `x <= 3` are one condition.
    [[nodiscard]] bool isWhole() const {
        return isOrderedLine() && kind != TypeKind::Number && kind != TypeKind::Quantity && kind != TypeKind::Ratio;
    }
    bool operator==(const Type&) const = default;
};

}  // namespace assay::check

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assay/base/ids.hpp"
#include "assay/source/source.hpp"

namespace assay::syntax {

// A word or dotted path as written ("application.signed_on"), with its place.
struct Name {
    std::string text;
    source::Span span;
    [[nodiscard]] bool present() const { return !text.empty(); }
};

using ExprId = base::Id<struct ExprTag>;

enum class ExprKind : std::uint8_t {
    // leaves
    Bool,     // text: true | false
    None,     // none
    Number,   // text: the decimal as written; name: the unit, "%", or absent
    Date,     // text: YYYY-MM-DD
    Period,   // text: the whole number; name.text: day | month | year | working_day (normalised)
    Text,     // text: the string's value
    Path,     // name: dotted path of lower-case words: a fact, a binder and its fields, a declaration, `as_of`
    Reading,  // name: an upper-case word (AMB-39)
    // operands in order
    Not,
    Negate,
    Abs,
    And,
    Or,  // two or more operands: a and b and c is one And
    Add,
    Subtract,
    Multiply,
    Divide,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,  // left operand; right operand is an expression (a path may turn out to be an enumerator), None allowed
    IsGiven,
    IsNotGiven,
    IsComplete,  // X is complete, unless X has an enumerator of that name
    IsUnique,    // X is unique, likewise
    In,          // left in right; right is a path or a Set
    Contains,    // left contains right
    SubsetOf,    // left is subset of right
    Set,         // {a, b, c}: operands
    If,          // condition, then, else
    Larger,
    Smaller,  // larger of a, b [, c ...]
    AllOf,
    AnyOf,    // all of a, b, c: operands
    Apply,    // name: table; operands: arguments
    Of,       // pair fact applied: name of (a, b)
    StateOn,  // name: a lifecycle; operand: the day
    Entered,  // name: a lifecycle; binders[0]: the state
    // quantified: binders[0] names the variable; operands: list, [body]; where: condition or no id
    Some,
    Every,
    No,     // operands: list, body
    Count,  // operands: list
    Sum,
    Min,
    Max,          // operands: list, measured expression (sum E for x in L where C)
    The,          // operands: list; the x in L where C (no `has`)
    Consecutive,  // every consecutive a, b in L by x.on has E: binders a, b; operands: list, key, body
};

struct Expr {
    ExprKind kind = ExprKind::None;
    source::Span span;
    std::string text;
    Name name;
    std::vector<Name> binders;
    std::vector<ExprId> operands;
    ExprId where;
};

}  // namespace assay::syntax

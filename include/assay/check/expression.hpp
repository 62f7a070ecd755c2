#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "assay/check/type.hpp"
#include "assay/quantity/date.hpp"
#include "assay/quantity/rational.hpp"
#include "assay/source/source.hpp"

namespace assay::check {

// A value written in the rules. Numbers, quantities (in the coherent unit of their dimension), ratios (0.1 for 10 %),
// and periods (days; months, a year is 12; working days) are Rational; dates are Date.
struct Constant {
    struct None {
        bool operator==(const None&) const = default;
    };
    struct Enumerator {
        EnumId enumeration;
        std::size_t index = 0;
        bool operator==(const Enumerator&) const = default;
    };
    std::variant<None, bool, quantity::Rational, quantity::Date, std::string, Enumerator> value;
    bool operator==(const Constant&) const = default;
};

enum class ExprKind : std::uint8_t {
    Literal,      // constant
    Fact,         // fact: a case fact that is no list of records
    ListFact,     // list: a list fact of records
    AsOf,         // the built-in date
    Variable,     // binder: the item that a heading or quantifier stands at
    Field,        // field; operand: an item. A list field of records has type List of Record with its own list id
    PairFact,     // fact; operands: two items
    ReadingIs,    // reading, index: true iff the reading takes that alternative
    Declaration,  // decl without heading: a rule's truth, a define's value, a decide's outcome, a flag's or contradiction's truth, whether
                  // a checklist is complete
    DeclarationOf,  // decl with heading; operand: the item of its innermost binder
    StageEntered,   // stage
    IsUnique,       // operand: a partition: whether what it says leaves one division
    StateOn,        // decl: a lifecycle; operands: [the item of its innermost binder,] the day. The state at the end of that day
    EnteredOn,      // decl: a lifecycle; operand: [the item]; index: a state. The day of the last act, or passing of time, into it
    Due,            // decl: the duty in whose body it stands; operands: after, amount. The day on which it is due
    TableApply,     // decl: the table; operands: arguments in parameter order
    Not,
    Negate,
    Abs,
    And,
    Or,  // two or more operands (`all of`, `any of` become And, Or)
    Add,
    Subtract,
    Multiply,
    Divide,  // within numbers, quantities, ratios; days + days
    AddDays,
    AddMonths,       // date, period; a subtraction has a Negate below
    DateDifference,  // date - date, days
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,      // on lines, ordered enums (index order), texts and items (Equal, NotEqual)
    IsEnumerator,  // index; operand of type Enum, or a decide: `D is X`. `is not` has a Not above
    IsNone,        // operand optional
    IsGiven,       // operand optional
    InSet,         // operand, then the literals
    InList,        // element, list
    Subset,        // list, list
    If,            // condition, then, else
    Larger,
    Smaller,
    Some,
    Every,
    No,     // binder; operands: list, [where,] body. hasWhere tells
    Count,  // binder; operands: list [, where]
    Sum,
    Min,
    Max,          // binder; operands: list, [where,] measured
    The,          // binder; operands: list [, where]: an item
    Consecutive,  // binder, secondBinder; operands: list, key, body: every consecutive pair by key
};

struct Expr {
    ExprKind kind = ExprKind::Literal;
    Type type;
    source::Span span;
    std::vector<ExprId> operands;
    bool hasWhere = false;
    Constant constant;
    std::string unit;  // Literal of a quantity: the unit as written
    FactId fact;
    FieldId field;
    ListId list;
    ReadingId reading;
    StageId stage;
    DeclId decl;
    BinderId binder;
    BinderId secondBinder;
    std::size_t index = 0;
};

}  // namespace assay::check

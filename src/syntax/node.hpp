#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"

namespace assay::syntax {

// What a piece of parsed text is. Pieces the tree does not need (blanks, brackets, commas) have no shape.
enum class Shape : std::uint8_t {
    Root,
    // words and literals
    Name,
    Path,
    Reference,
    Text,
    Number,
    Digits,
    Percent,
    Unit,
    Date,
    DayWord,
    MonthWord,
    YearWord,
    WorkingDayWord,
    True,
    False,
    NoneValue,
    // expressions
    Or,
    And,
    Negation,
    If,
    AllOf,
    AnyOf,
    Comparison,
    Inequality,
    IsValue,
    IsNotValue,
    IsGiven,
    IsNotGiven,
    IsComplete,
    IsUnique,
    SubsetOf,
    InTail,
    Contains,
    Set,
    Sum,
    Plus,
    Minus,
    Product,
    Times,
    Over,
    Negative,
    Larger,
    Smaller,
    Absolute,
    Apply,
    PairOf,
    StateOn,
    Entered,
    Some,
    Every,
    No,
    Consecutive,
    Count,
    SumOf,
    MinOf,
    MaxOf,
    The,
    Where,
    // types
    PlainType,
    ListType,
    ItemType,
    JudgementType,
    ElementType,
    Role,
    Optional,
    Bounds,
    BoundsDots,
    // parts that several declarations share
    Cites,
    Reads,
    Label,
    Message,
    English,
    Chinese,
    WhenPart,
    Otherwise,
    Binder,
    AtStage,
    About,
    InOrder,
    TypePart,
    // ruleset
    Ruleset,
    Title,
    Edition,
    EditionWords,
    ClausesFrom,
    UnitsFrom,
    FactorsFrom,
    Parties,
    Roles,
    Sign,
    Months,
    Calendar,
    BaseUnits,
    // others
    Stage,
    EnteredOn,
    Skipped,
    Enum,
    Ordered,
    Enumerator,
    Record,
    DatedBy,
    Field,
    Fact,
    Pair,
    Register,
    AbsentIsNone,
    From,
    Ask,
    WithReason,
    Reading,
    Alternative,
    Takes,
    Rule,
    Require,
    Decide,
    NotYet,
    Awaits,
    Outcome,
    Favour,
    Define,
    Default,
    Except,
    OverPart,
    Table,
    Parameter,
    Hit,
    HitFirst,
    HitCollect,
    Complete,
    Columns,
    Row,
    Cell,
    AnyCell,
    NoneCell,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    CellDots,
    Flag,
    Contradiction,
    Checklist,
    OfPrefix,
    ChecklistItem,
    Quantity,
    Partition,
    OfItem,
    Step,
    ByPart,
    Apart,
    Agreed,
    Duty,
    Runs,
    Pausing,
    MetBy,
    RollsOver,
    Lifecycle,
    Passing,
    Transition,
    Annuls,
    Arrives,
};

// A piece of text that the grammar recognised, with the shaped pieces inside it. Points into the source's text.
struct Node {
    Shape shape = Shape::Root;
    const char* begin = nullptr;
    const char* end = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
    [[nodiscard]] const Node* find(Shape wanted) const {
        for (const auto& child : children) {
            if (child->shape == wanted) {
                return child.get();
            }
        }
        return nullptr;
    }

    // What the parse-tree builder of the library asks of a node.
    template <class Rule, class Input, class... States>
    void start(const Input& in, States&&...) {
        shape = Rule::shape;
        begin = in.current();
    }
    template <class Rule, class Input, class... States>
    void success(const Input& in, States&&...) {
        end = in.current();
    }
    template <class Rule, class Input, class... States>
    void failure(const Input&, States&&...) {}
    template <class... States>
    void emplace_back(std::unique_ptr<Node>&& child, States&&...) {
        children.push_back(std::move(child));
    }

    // Most nodes are of a branch that the grammar tries and leaves: their memory is kept by the thread for the next.
    static void* operator new(std::size_t size);
    static void operator delete(void* node) noexcept;
};

// What the grammar demanded at a place and did not find.
struct Expected {
    diagnostics::Kind kind = diagnostics::Kind::ExpectedExpression;
    std::string_view words;  // for ExpectedWord: what may stand there, alternatives separated by '/'
};

struct Failure {
    Expected expected;
    std::size_t offset = 0;  // in the text of the declaration
};

// Reads the text of one declaration, without looking at meaning. The nodes point into `text`.
[[nodiscard]] std::variant<std::unique_ptr<Node>, Failure> readDeclaration(std::string_view text, std::size_t nesting);

}  // namespace assay::syntax

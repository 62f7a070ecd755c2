#pragma once

#include <cstdint>
#include <vector>

#include "assay/base/ids.hpp"
#include "assay/check/checked.hpp"

// The program: every construct of a rule set as one flat, dependency-ordered list of typed nodes in index spaces.
// Borrows the checked tree for schema, labels and constants; the checked tree outlives it.
namespace assay::lower {

using NodeId = base::Id<struct NodeTag>;
using SpaceId = base::Id<struct SpaceTag>;

// What the rows of a space are. A row of any space but Case belongs to one row of its parent.
enum class SpaceKind : std::uint8_t {
    Case,         // one row a case
    Items,        // every item of a list fact
    Children,     // the items of a nested list in the item that `source` gives in the parent
    Members,      // the items named by the list value that `source` gives in the parent
    Consecutive,  // neighbours (first, second) of the parent's space-mates in `base`, ordered by the key `source`
    Pairs,        // every two different rows (first, second) of `base`, both ways round
};

struct Space {
    SpaceKind kind = SpaceKind::Case;
    SpaceId parent;  // of Case: none
    check::ListId list;
    NodeId source;
    SpaceId base;  // Consecutive: the space in which the key is computed, Pairs: that of the items; its parent is this one's parent
    std::uint32_t depth = 0;
};

enum class Op : std::uint8_t {
    // read from the block, never stored
    Constant,  // payload: index into constants
    Fact,      // payload: FactId
    AsOf,
    ReadingIs,  // payload: ReadingId, second: alternative
    Variable,   // the item of its space; second: 1 for the second item of a Consecutive space
    Field,      // operand: item; payload: FieldId
    // computed
    PairFact,      // operands: two items; payload: FactId
    Present,       // operand optional: its value; none is undefined
    StageEntered,  // operand: the event's date; payload: StageId
    StageSkipped,  // operand: the condition; payload: StageId
    Declaration,   // everything but tables: payload: DeclId; see DeclarationParts. Of a partition: `inner` is the space of its items
    AtItem,        // operand: item; payload: DeclId whose heading ends in that item's list
    Table,         // operands: arguments; payload: DeclId of the table
    Due,           // operands: start (may be none), limit, [roll-over when,] Pauses ...; payload: RollsOver
    IsUnique,      // operand: a partition; payload: its DeclId
    StateOn,       // operands: [item,] day; payload: DeclId of the lifecycle, whose heading, if it has one, ends in the item's list
    EnteredOn,     // operands: [item]; payload: as of StateOn; second: the state
    Not,
    Negate,
    Abs,
    And,
    Or,
    Add,
    Subtract,
    Multiply,
    Divide,
    AddDays,
    AddMonths,
    DateDifference,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    IsEnumerator,  // operand: an enum or a decide; payload: enumerator
    IsGiven,
    IsNone,
    InList,  // element, list
    Subset,
    If,
    Larger,
    Smaller,
    Some,
    Every,
    No,     // operands: [where,] body in `inner`
    Count,  // operands: [where]
    Sum,
    Min,
    Max,     // operands: [where,] measured
    The,     // operands: [where]
    Pauses,  // operands: [where,] from, to: dates that may be none. Whether the days of every item are known
    Acts,    // operands: act, day, then the guards and what is annulled, as far as a lifecycle's lines have them. Whether all is known
             // a quantifier's payload is 1 if it has a where
};

// Whether a due day that is no working day moves to the next.
enum class RollsOver : std::uint8_t { Never, Always, When };

struct Node {
    Op op = Op::Constant;
    SpaceId space;
    SpaceId inner;  // quantifiers: the space of the items
    check::Type type;
    std::vector<NodeId> operands;
    std::size_t payload = 0;
    std::size_t second = 0;
    check::DeclId owner;  // the declaration in whose text it stands; none for stages
    source::Span span;
};

struct PartitionStepParts {
    NodeId when;               // may be absent; it and the keys stand in the space of the items or above it
    std::vector<NodeId> keys;  // may be none
    NodeId apart;              // in the space of pairs; may be absent
};

// The nodes of a declaration's parts, in the order of the checked tree. Ids may be absent where the part is.
struct DeclarationParts {
    SpaceId space;
    NodeId node;                 // its value; a table has none
    NodeId entered, skipped;     // of its stage
    NodeId when;                 // rule, decide, checklist
    NodeId body;                 // rule: require; flag, contradiction: when; define: default; checklist: every item
    std::vector<NodeId> notYet;  // decide
    std::vector<NodeId>
        conditions;  // decide, duty: outcomes (absent for otherwise); define: exceptions; table: rows; checklist: items (absent: always)
    std::vector<NodeId> values;             // define: exceptions; table: outputs of the rows; checklist: what the items require
    std::vector<NodeId> items;              // checklist: (not condition) or value
    NodeId due;                             // duty: the day on which it is due; absent: without limit
    NodeId met;                             // duty: the date that meets it
    SpaceId divided, pairs;                 // partition: of what it divides; no pairs where no step has `apart`
    std::vector<PartitionStepParts> steps;  // partition
    NodeId agreed;                          // partition: the fact with the agreed division; may be absent
    NodeId acts;                            // lifecycle: its Acts
    std::vector<NodeId> guards;             // lifecycle: one a line of an act, in the space of the acts or above it; may be absent
    std::vector<NodeId> annulled;           // the same: the act that it annuls
    std::vector<NodeId> afters;             // lifecycle: the dates after which time moves it
};

// A value written in the rules, and for a quantity the unit in which it was written.
struct Literal {
    check::Constant value;
    quantity::Unit unit;
};

struct Program {
    const check::Checked* checked = nullptr;
    base::IdVector<SpaceId, Space> spaces;  // the first is Case
    base::IdVector<NodeId, Node> nodes;     // operands come before their node
    std::vector<Literal> constants;
    base::IdVector<check::DeclId, DeclarationParts> declarations;
    NodeId signWhen;  // of the header; absent: every record may be signed

    [[nodiscard]] static SpaceId caseSpace() { return SpaceId(0); }
    // The space whose rows are the items of a list, each once: what a heading over it stands in.
    [[nodiscard]] SpaceId spaceOf(check::ListId list) const { return listSpaces[list]; }
    base::IdVector<check::ListId, SpaceId> listSpaces;
};

// Requires a checked tree without errors.
[[nodiscard]] Program lower(const check::Checked& checked);

}  // namespace assay::lower

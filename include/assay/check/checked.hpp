#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assay/base/ids.hpp"
#include "assay/check/expression.hpp"
#include "assay/check/schema.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/quantity/calendar.hpp"
#include "assay/quantity/unit.hpp"
#include "assay/register/clauses.hpp"
#include "assay/register/factors.hpp"

// The checked tree: every name resolved, every expression typed, units converted. Declarations stand in `order` such
// that each comes after those that it reads. What the definitional evaluator of the tests reads, and what lower reads.
namespace assay::check {

struct Binder {
    std::string name;
    ListId list;  // the record list whose items it ranges over
    source::Span span;
};

struct Rule {
    ExprId when;  // no id: always applies
    ExprId require;
};

enum class Mark : std::uint8_t { Neutral, Favourable, Adverse };

struct Outcome {
    std::size_t enumerator = 0;  // of the decide's enumeration
    Mark mark = Mark::Neutral;
    ExprId when;  // no id: otherwise
    std::vector<std::string> clauses;
    syntax::LocalText label;
    source::Span span;
};
struct NotYet {
    ExprId when;
    // awaits alone: a case fact; awaitsField alone: a field of the heading's item; both: a field of the items of a list fact
    FactId awaits;
    FieldId awaitsField;
    std::string name;  // as written
};
struct Decide {
    ExprId when;
    std::vector<NotYet> notYet;
    bool inOrder = false;
    EnumId enumeration;
    std::vector<Outcome> outcomes;  // as written; at most one `otherwise`, the last
};

struct Exception {
    std::string name;
    ExprId value;
    ExprId when;
    std::vector<std::size_t> over;  // indices of the exceptions that it outranks, transitively closed
    std::vector<std::string> clauses;
    source::Span span;
};
struct Define {
    ExprId value;
    std::vector<Exception> exceptions;
};

struct Cell {
    enum class Kind { Any, None, Equals, Range };
    Kind kind = Kind::Any;
    std::vector<Constant> equals;                 // in coherent units
    std::optional<quantity::Rational> low, high;  // Range; dates as day numbers, ordered enums as indices
    bool lowStrict = false;
    bool highStrict = false;
    source::Span span;
};
struct Row {
    std::vector<Cell> cells;  // one a parameter, in parameter order
    ExprId output;            // a literal or an expression over readings and parameters' constants
    ExprId when;              // over readings only; may be no id
    std::vector<std::string> clauses;
    source::Span span;
};
struct Parameter {
    std::string name;
    Type type;
    std::optional<quantity::Rational> low, high;
    quantity::Unit unit;  // Quantity: as declared, for display
};
struct Table {
    std::vector<Parameter> parameters;
    syntax::TableDecl::Hit hit = syntax::TableDecl::Hit::Unique;
    bool complete = false;
    std::vector<Row> rows;
    source::Span columnsSpan;
};

struct Flag {
    ExprId when;
};
struct Contradiction {
    ExprId when;
};

struct ChecklistItem {
    std::string name;
    ExprId when;  // no id: always applies
    ExprId require;
    std::vector<std::string> clauses;  // of a bare item: those of its checklist
    syntax::LocalText label;
    source::Span span;
};
struct Checklist {
    ExprId when;  // no id: always applies
    std::vector<ChecklistItem> items;
};

// The alternatives of every duty's type, in this order.
enum class Standing : std::uint8_t { NotArisen, Running, Met, Late, Open };

// The days from .. to of each item of a list, of those that the condition selects, do not count.
struct Pause {
    BinderId binder;
    ExprId list;
    ExprId from, to;  // dates that may be none: not begun, not ended
    ExprId where;     // no id: every item
};
struct Duty {
    ExprId when;           // no id: always
    ExprId after, amount;  // a date that may be none, and a period; no ids: without limit
    std::vector<Pause> pauses;
    ExprId met;  // a date that may be none
    bool rollsOver = false;
    ExprId rollsOverWhen;  // no id: always
    ExprId due;            // of kind Due; no id: without limit
    Decide standing;       // in order, over Standing: what the parts above come to on the day
};

// One step of a partition: it keeps two items apart whose keys differ, or for which `apart` holds.
struct PartitionStep {
    std::string name;
    ExprId when;               // over Partition::item; no id: always asked
    std::vector<ExprId> keys;  // over Partition::item; may be none; empty: the step has `apart`
    BinderId first, second;    // of `apart`
    ExprId apart;              // asked both ways round
    std::vector<std::string> clauses;
    syntax::LocalText label;
    source::Span span;
};
// Its groups are the items of a list of its own, whose record has the one field `members`.
struct Partition {
    BinderId item;
    std::vector<PartitionStep> steps;
    FactId agreed;  // a list of lists of items; no id: no division can be agreed
    std::vector<std::string> agreedClauses;
    ListId groups;
};

// ACT : STATE, STATE -> STATE, or ACT : annuls E
struct Transition {
    std::size_t act = 0;            // of the enumeration of the events' acts
    std::vector<std::size_t> from;  // of the enumeration of states; empty: it annuls
    std::size_t to = 0;
    ExprId annuls;  // an item of the same list, or none; over Lifecycle::event. No id: it leads from state to state
    ExprId when;    // over Lifecycle::event; no id: always
    std::vector<std::string> clauses;
    source::Span span;
};
// after DATE : STATE, STATE -> STATE
struct Passing {
    ExprId after;  // a date that may be none
    std::vector<std::size_t> from;
    std::size_t to = 0;
    std::vector<std::string> clauses;
    source::Span span;
};
struct Lifecycle {
    BinderId event;
    ExprId list;     // of the events
    ExprId act, on;  // over `event`: its act, the day on which it was
    std::vector<Transition> transitions;
    std::vector<Passing> passings;

    // The alternative before the first act: the first of every enumeration of states.
    static constexpr std::size_t start = 0;
};

struct Declaration {
    std::string name;
    std::variant<Rule, Decide, Define, Table, Flag, Contradiction, Checklist, Duty, Partition, Lifecycle> body;
    std::vector<BinderId> heading;  // outermost first; empty: once a case
    std::optional<StageId> stage;
    PartyId party;
    Type type;            // Rule, Flag, Contradiction, Checklist: bool; Decide: its enum; Duty: its standing; Lifecycle: its states;
                          // Partition: the list of its groups; Define, Table: the declared type
    quantity::Unit unit;  // Define, Table of a quantity: the declared unit, for display
    std::vector<std::string> clauses;  // cited by the declaration itself, verbatim
    std::vector<ReadingId> readings;   // read by the declaration itself
    std::vector<DeclId> uses;          // declarations it reads directly, in id order
    syntax::LocalText label;
    syntax::LocalText message;
    source::Span span;
    source::Span nameSpan;
};

struct Ruleset {
    std::string id;  // "cgc.pv10"
    syntax::LocalText title;
    std::string edition;
    ExprId signWhen;  // no id: every record may be signed
    source::Span span;
};

// Whether a declaration states what must be so (a rule, a checklist): where its stage is skipped it counts as met.
[[nodiscard]] bool isRequirement(const Declaration& declaration);

// The outcomes of a declaration that has some: a decide, or the standing of a duty. Null: it has none.
[[nodiscard]] const Decide* outcomesOf(const Declaration& declaration);

// Who may judge: the register `persons`, where a rule set declares one whose record has a field `roles` (a list of an enum or
// of text). A judgement is then recorded by one of its items that has the role asked for.
struct People {
    ListId list;
    std::size_t roles = 0;  // position of the field in the record
};

struct Checked {
    Ruleset ruleset;
    base::IdVector<EnumId, Enumeration> enumerations;
    base::IdVector<RecordId, Record> records;
    base::IdVector<FieldId, Field> fields;
    base::IdVector<FactId, Fact> facts;
    base::IdVector<ListId, List> lists;
    base::IdVector<StageId, Stage> stages;
    base::IdVector<ReadingId, Reading> readings;
    base::IdVector<PartyId, Party> parties;  // at least one; the first is the default
    base::IdVector<RoleId, Role> roles;
    base::IdVector<BinderId, Binder> binders;
    base::IdVector<DeclId, Declaration> declarations;
    base::IdVector<ExprId, Expr> expressions;
    std::vector<DeclId> order;  // every declaration, each after those it uses
    quantity::UnitTable units;
    registers::ClauseRegister clauses;
    registers::FactorData factors;
    std::optional<quantity::Calendar> calendar;  // of working days; empty: the header names none
    EnumId standing;                             // the enumeration Standing; no id: no duty is declared

    [[nodiscard]] std::optional<DeclId> findDeclaration(std::string_view name) const;
    [[nodiscard]] std::optional<FactId> findFact(std::string_view name) const;
    [[nodiscard]] std::optional<People> people() const;
};

// "kgCO2e/FU", "date?", "list of item of units": a type as an author writes it, for messages.
[[nodiscard]] std::string describe(const Type& type, const Checked& checked);

}  // namespace assay::check

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assay/base/ids.hpp"
#include "assay/source/source.hpp"
#include "assay/syntax/expression.hpp"

// The syntax tree: what the author wrote, cut into declarations, with comments and places. It says nothing about
// meaning: names are unresolved, units and types are text.
namespace assay::syntax {

// en "..." zh "..."; either may be missing.
struct LocalText {
    std::string english;
    std::string chinese;
    source::Span span;
};

struct Comment {
    std::string text;  // without '#', trimmed
    source::Span span;
};

// Names after `cites` (clauses) and `reads` (readings), as written.
struct Sources {
    std::vector<Name> cites;
    std::vector<Name> reads;
};

// bool | count 1.. | number 0..1 | ratio | date | days | months | working_days | text | UNIT | NAME (enum or record)
// | list of T | item of L | judgement [of T] [by ROLE]; `?` makes it optional.
struct TypeExpr {
    enum class Kind { Plain, ListOf, ItemOf, Judgement };
    Kind kind = Kind::Plain;
    Name name;                      // Plain: the word or unit; ItemOf: the list
    Name role;                      // Judgement: the role, may be absent
    std::vector<TypeExpr> element;  // ListOf: one; Judgement: one or none (bool)
    bool optional = false;
    std::optional<ExprId> low, high;  // bounds of count, number, quantity
    source::Span span;
    [[nodiscard]] bool present() const { return span.valid(); }
};

// `for f in findings` / `for u in units, s in u.surveillances`
struct Binder {
    Name variable;
    Name list;
};

// What may stand between a declaration's name and its parts.
struct Heading {
    std::vector<Binder> binders;
    Name stage;  // at STAGE
    Name party;  // about PARTY
    bool inOrder = false;
    TypeExpr type;  // : TYPE
};

struct RulesetDecl {
    LocalText title;
    Name edition;  // text after `edition` as written: a word group ("not stated") or a string
    Name clauses;  // clauses from "FILE"
    Name units;    // units from "FILE"
    Name factors;  // factors from "FOLDER"
    std::vector<Name> parties;
    std::vector<Name> roles;
    std::vector<Name> baseUnits;  // unit NAME
    Name months;                  // "clamp to month end"
    Name calendar;                // calendar working_days from "FILE"
    ExprId signWhen;              // sign when E
};

// stage NAME entered on FACT [skipped when E] [cites]
struct StageDecl {
    Name enteredOn;
    ExprId skippedWhen;
};

struct Enumerator {
    Name name;
    LocalText label;
    std::vector<Name> cites;
};
struct EnumDecl {
    bool ordered = false;
    std::vector<Enumerator> enumerators;
};

// Attributes that a fact and a record's field share.
struct FactAttributes {
    TypeExpr type;
    bool absentIsNone = false;
    std::vector<Name> from;  // who may change it: client, body, time
    LocalText ask;
    LocalText label;              // a fact's label stands in Declaration::label as well
    bool reasonRequired = false;  // judgement ... with reason
};
struct Field {
    Name name;
    FactAttributes attributes;
};
struct RecordDecl {
    Name datedBy;
    std::vector<Field> fields;
};
struct FactDecl {
    FactAttributes attributes;
    std::vector<TypeExpr> pair;  // fact NAME of (T, T) : TYPE
};
// register NAME of RECORD
struct RegisterDecl {
    FactAttributes attributes;  // as of the fact `list of RECORD`
};

struct ReadingDecl {
    std::vector<Name> alternatives;
    Name takes;
};

struct RuleDecl {
    ExprId when;  // no id: always applies
    ExprId require;
};

struct Outcome {
    Name name;
    Name mark;    // favourable | adverse | neutral
    ExprId when;  // no id with otherwise
    bool otherwise = false;
    std::vector<Name> cites;
    LocalText label;
};
struct NotYet {  // not yet when E awaits FACT
    ExprId when;
    Name awaits;
};
struct DecideDecl {
    ExprId when;
    std::vector<NotYet> notYet;
    std::vector<Outcome> outcomes;
};

struct Exception {
    Name name;
    ExprId value;
    ExprId when;
    std::vector<Name> over;
    std::vector<Name> cites;
};
struct DefineDecl {
    ExprId value;  // default E
    std::vector<Exception> exceptions;
};

// A cell of a table row.
struct Cell {
    enum class Kind { Any, None, Equals, Range };
    Kind kind = Kind::Any;
    std::vector<ExprId> equals;       // Equals: one or more values (a, b)
    std::optional<ExprId> low, high;  // Range; a missing end is open
    bool lowStrict = false;           // > rather than >=
    bool highStrict = false;
    source::Span span;
};
struct Row {
    std::vector<Cell> cells;  // as written, the output last
    ExprId when;              // readings only
    std::vector<Name> cites;
    source::Span span;  // from the first to the last bar
};
struct Parameter {
    Name name;
    TypeExpr type;
};
struct TableDecl {
    std::vector<Parameter> parameters;
    enum class Hit { Unique, First, Collect };
    Hit hit = Hit::Unique;
    bool complete = false;
    std::vector<Name> columns;  // the heading row
    source::Span columnsSpan;
    std::vector<Row> rows;
};

struct FlagDecl {
    ExprId when;
};
struct ContradictionDecl {
    ExprId when;
};

struct ChecklistItem {
    Name name;
    ExprId when;     // no id: always applies
    ExprId require;  // no id: the bool fact of its name under the checklist's prefix
    std::vector<Name> cites;
    LocalText label;
};
// checklist NAME [heading] [of PREFIX]
struct ChecklistDecl {
    Name prefix;
    ExprId when;  // no id: always applies
    std::vector<ChecklistItem> items;
};

// quantity NAME TYPE [for ...]: a value that the quantification supplies
struct QuantityDecl {
    FactAttributes attributes;
};

struct PartitionStep {
    Name name;
    std::vector<ExprId> by;  // keys; with none the step has `apart`
    Name first, second;      // apart FIRST, SECOND where E
    ExprId apart;
    ExprId when;  // no id: always applies
    std::vector<Name> cites;
    LocalText label;
};
// partition NAME of p in LIST. What the steps read stands in Declaration::sources as well.
struct PartitionDecl {
    Binder item;
    std::vector<PartitionStep> steps;
    Name agreedBy;  // agreed by FACT
    std::vector<Name> agreedCites;
};

// pausing FROM to TO for d in LIST [where E]
struct Pause {
    ExprId from, to;
    Name variable;
    ExprId list;
    ExprId where;
};
struct DutyDecl {
    ExprId when;           // no id: always
    ExprId amount, after;  // runs AMOUNT after DATE; no ids: without limit
    std::vector<Pause> pauses;
    ExprId met;
    bool rollsOver = false;
    ExprId rollsOverWhen;  // no id: always
};

// ACT : STATE, STATE -> STATE, or ACT : annuls E
struct Transition {
    Name act;
    std::vector<Name> from;
    Name to;
    ExprId annuls;
    ExprId when;
    std::vector<Name> cites;
    source::Span span;
};
// after DATE : STATE, STATE -> STATE
struct Passing {
    ExprId after;
    std::vector<Name> from;
    Name to;
    std::vector<Name> cites;
    source::Span span;
};
// lifecycle NAME [heading] of e in LIST [: TYPE]
struct LifecycleDecl {
    Binder event;
    std::vector<Transition> transitions;
    std::vector<Passing> passings;
};

using DeclBody =
    std::variant<RulesetDecl, StageDecl, EnumDecl, RecordDecl, FactDecl, RegisterDecl, ReadingDecl, RuleDecl, DecideDecl, DefineDecl,
                 TableDecl, FlagDecl, ContradictionDecl, ChecklistDecl, QuantityDecl, PartitionDecl, DutyDecl, LifecycleDecl>;

struct Declaration {
    DeclBody body;
    Name name;
    Heading heading;
    Sources sources;
    LocalText label;
    LocalText message;              // said when the rule fails or the outcome is adverse
    std::vector<Comment> comments;  // those that stand before and inside it
    source::Span span;              // from the keyword to the last part
};

// One rule file. A declaration that could not be parsed is missing here and has a finding.
struct Tree {
    source::SourceId source;
    std::vector<Declaration> declarations;
    base::IdVector<ExprId, Expr> expressions;
    std::vector<Comment> trailingComments;
};

}  // namespace assay::syntax

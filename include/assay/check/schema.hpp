#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/check/type.hpp"
#include "assay/quantity/rational.hpp"
#include "assay/source/source.hpp"
#include "assay/syntax/tree.hpp"

// What a case may say: the facts, records, enums, parties and roles of a rule set, resolved.
namespace assay::check {

struct Enumerator {
    std::string name;
    syntax::LocalText label;
    std::vector<std::string> clauses;
};

struct Enumeration {
    std::string name;  // of an untyped decide: the decide's name
    bool ordered = false;
    std::vector<Enumerator> enumerators;  // at most 64
    source::Span span;
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
};

// Whom a fact may come `from` beside the parties: the passing of time, and the profile of the body that certifies.
inline constexpr const char* timeGiver = "time";
inline constexpr const char* profileGiver = "profile";

// What a fact and a field of a record have in common.
struct Quality {
    std::string name;  // of a fact: dotted; of a field: one word; of a quantity: dotted
    Type type;
    quantity::Unit unit;                          // Quantity: the unit in the declaration, also the unit of display
    std::optional<quantity::Rational> low, high;  // declared bounds, in the coherent unit; both ends included
    bool absentIsNone = false;
    bool quantified = false;         // a `quantity`: the quantification gives it, a case does not
    bool judgement = false;          // a recorded value needs `by` and `on`
    std::optional<RoleId> judgedBy;  // the role that may record the judgement; empty: anyone
    bool reasonRequired = false;
    std::vector<std::string> from;  // who may change it; empty: nobody
    syntax::LocalText ask;
    syntax::LocalText label;
    source::Span span;
};

struct Fact : Quality {
    std::vector<ListId> pair;  // a pair fact: the lists of its two items, else empty
};

struct Field : Quality {
    RecordId record;
    ListId quantifiedIn;  // of a quantity: the list whose items have it; those of another list of the record do not
};

struct Record {
    std::string name;
    std::vector<FieldId> fields;
    std::optional<FieldId> datedBy;
    source::Span span;
};

// A place in a case that holds items of a record.
struct List {
    std::string name;  // "findings", "units.surveillances"
    RecordId record;
    FactId fact;              // a list fact; else, where it is no list of groups,
    ListId parent;            // the list whose items hold it, with
    FieldId field;            // the field that does
    bool isRegister = false;  // of the list and of those nested in it: the items come from a file that cases share
    DeclId partition = {};    // the list is the groups of that partition, which a case does not give
    [[nodiscard]] bool nested() const { return parent.valid(); }
};

struct Stage {
    std::string name;
    FactId enteredOn;
    ExprId skippedWhen;  // may be no id
    std::vector<std::string> clauses;
    source::Span span;
};

struct Reading {
    std::string name;  // "AMB-01"
    std::vector<std::string> alternatives;
    std::size_t taken = 0;
    std::vector<std::string> clauses;
    syntax::LocalText label;
    source::Span span;
};

struct Party {
    std::string name;
};
struct Role {
    std::string name;
};

}  // namespace assay::check

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/facts/facts.hpp"
#include "assay/quantity/deadline.hpp"
#include "assay/quantity/interval.hpp"
#include "assay/source/source.hpp"

// What an evaluation says of one case: plain data, no views. Reports read it and compute nothing.
namespace assay::evaluate {

enum class Status : std::uint8_t {
    Holds,
    Fails,       // rule, checklist and its items; flag and contradiction: Holds if raised, Fails if not
    Determined,  // decide, define, duty, partition, lifecycle
    Undetermined,
    JudgementNeeded,  // undetermined, and only judgements are missing
    NotYet,
    NotApplicable,
    Conflict,
};

enum class MissingKind : std::uint8_t { Fact, Judgement, Data, Undefined, Conflict };

// Something that a decision needs. `fact` names it as in results: "client.legal_person", "findings[NC-01].replied_on",
// "findings" for a list that is absent; for Data what the inventory lacks, "inventory.flows[F3].factor"; for Undefined and
// Conflict the declaration or operation at fault, or the value of the inventory that has to be restated.
struct Missing {
    std::string fact;
    MissingKind kind = MissingKind::Fact;
    check::FactId factId;       // set for facts, judgements
    check::FieldId fieldId;     // set for fields of items
    source::Span rule;          // where the rules ask for it
    std::string quantity = {};  // where the inventory lacks it: what it keeps from being known, "units[U1].footprint.total"
    bool operator==(const Missing& other) const { return fact == other.fact && kind == other.kind; }
};

struct UsedFact {
    std::string fact;
    std::string value;  // for people, with unit
    facts::Provenance provenance;
};

// Why an outcome stands: a declaration below it that failed or held, with the facts that made it so.
struct Reason {
    check::DeclId decl;
    std::string item;
    Status status = Status::Holds;
    std::vector<std::string> clauses;
    std::vector<UsedFact> because;
};

// A value of a define or the output of a decide, known or bounded.
struct Known {
    enum class Kind : std::uint8_t { Unknown, None, Bool, Line, Enumerator, Text, Item, List };
    Kind kind = Kind::Unknown;
    bool settled = false;  // exactly one value
    bool boolean = false;
    quantity::Interval line;              // Line: the value or its bounds
    std::vector<std::size_t> candidates;  // Enumerator: the possible ones
    std::string text;                     // Text, Item (its id), List (ids)
};

// Days of one run that did not count towards a limit, and why.
struct NotCounted {
    quantity::Date from;
    quantity::Date to;
    quantity::NotCounted::Why why = quantity::NotCounted::Why::Weekend;
    syntax::LocalText holiday;        // Holiday: its name
    std::vector<std::string> pauses;  // Pause: the items, "delays[D1]"
    bool moved = false;               // the limit had ended; the due day moved over these days
};

// The days of a duty, as far as they are known.
struct Deadline {
    std::optional<quantity::Date> start;
    std::optional<quantity::Rational> limit;  // in the unit of limitKind
    check::TypeKind limitKind = check::TypeKind::Days;
    std::optional<quantity::Date> due;
    std::optional<quantity::Date> notBefore, notAfter;  // bounds of a due day that is not known
    std::optional<quantity::Date> met;
    std::vector<NotCounted> ledger;       // in order of date; up to the due day, or to its lower bound
    std::vector<std::string> openPauses;  // pauses without an end that keep the due day from being known
};

// Two items of a partition that are in different groups, or may be.
struct Separation {
    std::string a, b;                // ids
    std::vector<std::size_t> steps;  // that may be the first to separate them, in order
    bool certain = false;            // the last of the steps does for certain
    std::vector<UsedFact> because;   // the facts that make it so; empty where it is not certain
};

// What a partition comes to. Divisions are groups of ids, in the order of the ids.
struct Division {
    using Groups = std::vector<std::vector<std::string>>;
    std::optional<bool> unique;       // empty: not known
    std::optional<Groups> groups;     // the division that counts
    bool agreed = false;              // it, or what stands in its place, was agreed
    std::vector<Groups> divisions;    // where several are admissible
    bool more = false;                // there are more of them than are listed
    std::vector<std::string> triple;  // where several are: first and middle stay together, middle and last too, first and last not
    std::vector<Separation> separations;
};

// What a partition says of two items: every step that was asked of them, up to the first that separates them for certain.
struct PairAnswer {
    struct Step {
        std::size_t step = 0;           // of the partition
        std::optional<bool> asked;      // false: its condition excludes both
        std::optional<bool> separates;  // empty: not known
        std::vector<UsedFact> because;  // known
        std::vector<Missing> missing;   // where it is not known
    };
    check::DeclId decl;
    std::string a, b;
    std::optional<bool> apart;
    std::vector<Step> steps;
};

// One act that a case records, or the passing of time, in the life of something. States are indices of its enumeration.
struct LifeEvent {
    std::string item;                   // "units[U1].events[E2]"; empty: time alone
    std::vector<std::size_t> acts;      // what it is, or may be: of the enumeration of acts
    quantity::Date earliest, latest;    // the day, if both are one; a passing: the first day of the new state
    std::vector<std::size_t> from, to;  // possible states before and behind it; `to` is empty: no state accepted it
    bool annulled = false;              // an act that was annulled, and did nothing
    bool certain = true;                // not so where it may be annulled, or lie ahead
    std::vector<std::string> clauses;   // of the lines that it took
    std::vector<source::Span> lines;    // the same, in the rules
    facts::Provenance provenance;       // of the act in the case
};
// What can move it on.
struct LifeAhead {
    std::optional<std::size_t> act;    // empty: time alone
    std::optional<quantity::Date> on;  // time: the first day of the new state, where it is known
    std::size_t to = 0;
    std::vector<std::string> clauses;
};
struct History {
    check::EnumId acts;
    std::vector<std::size_t> states;  // possible ones as of the day; none: an act was not accepted
    std::optional<quantity::Date> since;
    std::vector<LifeEvent> events;     // in the order in which they came, up to one that was not accepted
    std::vector<LifeEvent> misplaced;  // annulments of what does not come before them
    std::vector<LifeAhead> ahead;
};

// The status of one item of a checklist. Fails says what is not met; the others are as for a rule.
struct ItemConclusion {
    Status status = Status::Undetermined;
    std::vector<Missing> missing;  // needed; in order of first touch
};

// The status of one declaration for one item.
struct Conclusion {
    check::DeclId decl;
    std::string item;  // "NC-01", "U1/S2"; empty: once a case, or a heading whose list is absent
    Status status = Status::Undetermined;
    std::optional<std::size_t> outcome;   // Decide, Duty, Lifecycle, determined: index of the enumerator
    std::vector<std::size_t> candidates;  // Decide, Lifecycle, undetermined: possible enumerators, in outcome order
    Known value;                          // Define
    Deadline deadline;                    // Duty
    Division division;                    // Partition
    History history;                      // Lifecycle
    std::vector<ItemConclusion> items;    // Checklist: one an item, in the order of the rules
    std::vector<Missing> missing;         // needed; in order of first touch
    bool spokenFor = false;               // a decide reads it, so that decide's status tells what it comes to
    bool counts = false;  // a verdict counts it: a decide, or a rule or checklist that is not spoken for; asked for, applicable, reached
    bool exact = true;    // false: a limit was reached, `missing` lists everything touched
    std::string awaits;   // NotYet: the event
    std::vector<std::string> clauses;        // cited by the declaration and by what decided it (rows, outcomes)
    std::vector<check::ReadingId> readings;  // on which it rests, directly or through what it reads
    std::vector<UsedFact> used;
    std::vector<std::string> doesNotMatter;  // unknown, touched, and not needed
    std::vector<Reason> reasons;             // every failing rule or checklist of an adverse outcome, not the first
};

enum class VerdictKind : std::uint8_t { Conform, Nonconform, Undetermined, Conflict };

struct Verdict {
    check::PartyId party;
    VerdictKind kind = VerdictKind::Undetermined;
};

// A reading whose other alternative changes decisions.
struct Variation {
    check::ReadingId reading;
    std::size_t alternative = 0;
    struct Change {
        check::DeclId decl;
        std::string item;
        std::string before;  // status or outcome words
        std::string after;
    };
    std::vector<Change> changes;
};

struct CaseResult {
    std::string name;
    std::string caseDigest;
    std::vector<facts::RegisterFile> registers;  // that the case was read with, by name
    quantity::Date asOf;
    std::vector<Verdict> verdicts;        // one a party, in declaration order
    std::vector<Conclusion> conclusions;  // in declaration order of the rule files, then item order
    std::vector<Variation> varied;        // only when asked for
    diagnostics::Diagnostics findings;    // contradictions and other errors of the case found while evaluating
    [[nodiscard]] const Conclusion* find(check::DeclId decl, std::string_view item = {}) const;
};

}  // namespace assay::evaluate

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "assay/author/trial.hpp"
#include "assay/check/checked.hpp"
#include "assay/evaluate/evaluate.hpp"

// Which parts of the rules encode which clauses of the source, and which cases exercise them.
namespace assay::author {

// A piece of the rules that cites clauses and decides something.
struct Part {
    enum class Kind : std::uint8_t {
        Rule,
        Decide,
        Define,
        Table,
        Flag,
        Contradiction,
        Checklist,
        Duty,
        Partition,
        Lifecycle,
        Outcome,
        Exception,
        Row,
        ChecklistItem,
        Step,        // of `decl`, at `index`
        Agreement,   // of a partition
        Transition,  // of `decl`, at `index`
        Passing,     // the same
        Enumerator,  // of `enumeration`, at `index`
        Stage,
        Reading,
    };
    Kind kind = Kind::Rule;
    check::DeclId decl;
    check::EnumId enumeration;
    check::StageId stage;
    check::ReadingId reading;
    std::size_t index = 0;
    std::string name;                  // "registered", "conclusion: passed", "inspection_days[4]" (rows from 1), "severity.major", "AMB-01"
    std::vector<check::DeclId> moves;  // the declarations whose text it stands in or is asked for in, in id order
    std::vector<check::DeclId> under;  // the decisions whose result it can move; without one the rules and values that nothing reads
    std::vector<std::string> clauses;  // cited by the part itself
    source::Span span;                 // its text in the rules
};

// Every part of the rules that cites a clause, in the order of declarations; then enumerators, stages and readings.
[[nodiscard]] std::vector<Part> citingParts(const check::Checked& rules);

enum class ClauseStatus : std::uint8_t {
    Encoded,   // a part cites it
    Recorded,  // a part cites it, and the register says that a person judges
    Open,      // no part cites it, though there is something to decide or to record
    None,      // no part cites it, and there is nothing to decide
};

struct ClauseEntry {
    std::size_t clause = 0;  // its position in the register
    ClauseStatus status = ClauseStatus::Open;
    std::vector<std::size_t> parts;  // positions in ClauseIndex::parts
    std::vector<std::string> cases;  // by name, those in which something settled rests on the clause
};

// Every clause of the register. Borrows nothing; `parts` and `entries` speak of the rules that it was made from.
struct ClauseIndex {
    std::vector<Part> parts;
    std::vector<ClauseEntry> entries;  // in the order of the register

    [[nodiscard]] std::size_t count(ClauseStatus status) const;
};
[[nodiscard]] ClauseIndex indexClauses(const check::Checked& rules);

// The clauses that a case exercises: those that stand in a settled conclusion, those of the readings and stages that it rests
// on, and those of the enumerators that the case names.
[[nodiscard]] std::set<std::string> exercisedClauses(const evaluate::CaseResult& result, const facts::CaseFacts& facts,
                                                     const check::Checked& rules);

// Notes every case at the entries that one of its trials exercises. The trials of a case stand together.
void addCases(ClauseIndex& index, const std::vector<Trial>& trials, const lower::Program& program, const evaluate::Limits& limits);

}  // namespace assay::author

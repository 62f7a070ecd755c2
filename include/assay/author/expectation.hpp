#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/quantity/date.hpp"

// What a rule author says a case must give, and whether it does.
namespace assay::author {

// An expected value with its place in the file of expectations.
template <class T>
struct Expected {
    T value;
    source::Span span;
};
using ExpectedText = std::optional<Expected<std::string>>;
using ExpectedNames = std::optional<Expected<std::vector<std::string>>>;

// What is expected of one declaration at one item. A member that is absent is not compared.
struct ExpectedConclusion {
    std::string name;
    std::string item;                                                        // empty: of a declaration without items
    ExpectedText status;                                                     // as in JSON: "holds", "undetermined"
    ExpectedText outcome;                                                    // decisions
    ExpectedText due;                                                        // duties: "2025-02-05", "from 2025-02-05" of a bound
    ExpectedNames ledger;                                                    // duties; all of them, in order
    ExpectedText awaits;                                                     // decisions
    ExpectedText exact;                                                      // values
    ExpectedText shown;                                                      // values
    ExpectedNames missing;                                                   // all of them, in any order
    ExpectedNames candidates;                                                // decisions; all of them, in any order
    ExpectedNames clauses;                                                   // decisions; these among others
    ExpectedNames readings;                                                  // decisions; these among others
    std::vector<std::pair<std::string, Expected<std::string>>> items;        // checklists: status by item
    ExpectedText unique;                                                     // partitions: "true", "false", "unknown"
    ExpectedText agreed;                                                     // partitions: "true", "false"
    ExpectedNames groups;                                                    // partitions: "A+B"; all of them, in any order
    ExpectedNames divisions;                                                 // partitions: "A+B | C"; all of them, in any order
    ExpectedNames triple;                                                    // partitions
    std::vector<std::pair<std::string, Expected<std::string>>> separations;  // partitions: by "A, B" the steps that may be first
    ExpectedText state;                                                      // lifecycles
    ExpectedText since;                                                      // lifecycles
    ExpectedNames history;  // lifecycles; all of it, in order: "2025-03-01 issued: start -> valid"
    source::Span span;
};

// One `[[expect]]` table: what the case gives on one day.
struct Expectation {
    std::optional<quantity::Date> asOf;  // absent: the case's own
    std::optional<Expected<std::int64_t>> exit;
    std::vector<std::pair<std::string, Expected<std::string>>> verdicts;  // by party
    std::vector<ExpectedConclusion> decisions;
    std::vector<ExpectedConclusion> rules;
    std::vector<ExpectedConclusion> checklists;
    std::vector<ExpectedConclusion> values;
    std::vector<ExpectedConclusion> duties;
    std::vector<ExpectedConclusion> partitions;
    std::vector<ExpectedConclusion> lifecycles;
    std::vector<ExpectedConclusion> flags;
    source::Span span;
};

// Reads the `[[expect]]` tables of a document. Refuses unknown keys, values of another type, and tables that compare nothing.
[[nodiscard]] std::vector<Expectation> readExpectations(const document::Node& root, diagnostics::Diagnostics& findings);

}  // namespace assay::author

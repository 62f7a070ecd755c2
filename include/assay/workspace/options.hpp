#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "assay/analyze/analyze.hpp"
#include "assay/document/csv.hpp"
#include "assay/document/document.hpp"
#include "assay/evaluate/evaluate.hpp"
#include "assay/quantity/date.hpp"
#include "assay/syntax/parse.hpp"

// The workspace loads rule sets and cases from folders and composes the stages. It prints nothing and reads no clock.
namespace assay::workspace {

// Every limit that a run observes, each with its default.
struct Limits {
    std::size_t ruleFiles = 1'000;          // of one rule set
    std::size_t declarations = 20'000;      // of one rule set
    std::size_t ruleFileBytes = 8U << 20U;  // one rule file
    syntax::Limits syntax;
    document::Limits document;                // cases, registers, expectations
    document::CsvLimits tables;               // CSV files of cases and registers
    std::size_t evidenceBytes = 256U << 20U;  // one evidence file
    std::size_t templateBytes = 256U << 10U;  // the template of a notice
    evaluate::Limits evaluate;
    analyze::Limits analyze;
};

// How a case is to be judged.
struct Options {
    std::optional<quantity::Date> asOf;  // absent: the case's own
    std::vector<std::string> decisions;  // NAME or NAME[ITEM]; empty: those that the case asks for, else all
    bool varyReadings = false;           // also under every other alternative of every reading
    std::string party;                   // whose verdict gives the exit status; empty: the first party's
    Limits limits;
};

// A folder or file: where it is, and how messages name it.
struct Location {
    std::string path;
    std::string shown;
};

}  // namespace assay::workspace

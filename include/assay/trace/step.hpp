#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/source/source.hpp"

// A derivation as a tree of steps, each of which can be re-done from its operator and the conclusions of its premises
// alone. Everything in it is text or exact: it outlives the evaluation and the rule set that it came from.
namespace assay::trace {

enum class StepKind {
    Declaration,  // a rule, decide, define, flag, contradiction, checklist, duty, lifecycle, table: `subject` is its name, `item` its item
    Condition,    // an outcome's or exception's condition, or a checklist's item, inside a declaration
    Row,          // a table row that was selected
    Operation,    // an operator applied to premises
    Fact,         // a fact or field of the case: `subject` is its name
    Quantity,     // a value that the quantification gave: `subject` is its name, the premises its derivation
    Reading,      // a reading: `subject` is its name, conclusion the alternative taken
    Constant,     // a literal of the rules
    Item,         // one item that a quantifier met
    Change,       // of a lifecycle: an act (`subject` its item, `op` its name) or time alone (`op` "time"): from the states `item` to the
                  // conclusion
    Days,         // days that a limit did not count: `subject` is the day or FIRST..LAST, `op` "not counted" or "moved over"
};

struct LocalText {
    std::string english;
    std::string chinese;
};

struct Step {
    StepKind kind = StepKind::Constant;
    std::string op;  // Operation: "and", "or", ">=", "some", "+" ...; Declaration: "rule", "decide", "define" ...
    std::string subject;
    std::string item;
    std::string type;  // of the conclusion: "bool", "number", "quantity", "date", "months", "enum" ...; of an inventory's figures: empty
    std::string conclusion;  // exact canonical value ("true", "9/8", "2025-03-01", "major", "unknown", "1..3", "none")
    std::string shown;       // the value for people, with its unit ("10 %", "3842.3 kgCO2e/FU")
    std::string status;      // Declaration: its status word
    std::vector<std::string> clauses;
    std::vector<std::string> readings;
    LocalText label;
    source::Span span;      // in the rules
    source::Span caseSpan;  // Fact: in the case, if given
    std::string evidence;
    std::string by;
    std::string on;
    // What the operator needs beside its premises; src/recheck says for each operator what stands here. An ordered comparison of
    // enumerators: all of them in order. A quantifier: "where"; its items that the condition leaves out, "excluded", or may leave
    // out, "uncertain". A decide: "in order". An exception: those that it outranks. A
    // stage: the day of judging. A reading: the alternative taken. A table: "unique" or "first", then each row's cells. A due day: whether
    // it rolls over.
    std::vector<std::string> parameters;
    bool decisive = true;  // whether the conclusion rests on it (a false operand of `and` that is false ...)
    std::vector<Step> premises;
};

}  // namespace assay::trace

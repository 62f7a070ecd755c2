#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/report/footprint.hpp"
#include "assay/workspace/options.hpp"

namespace assay::cli {

enum class Command {
    Evaluate,
    Compare,
    WhereUsed,
    Explain,
    Missing,
    Quantify,
    Timeline,
    Agenda,
    Record,
    Verify,
    Check,
    Test,
    Clauses,
    NewCase,
    Notice,
    Help
};
enum class Output { Text, Json, Csv, Ics, Markdown, Junit, Html };
enum class ColorChoice { Auto, Always, Never };

// What record and verify are asked for.
struct RecordOptions {
    std::vector<std::string> sign;            // record: files of private keys
    std::vector<std::string> masks;           // record: facts
    std::string renews, supersedes, appeals;  // record: files of records
    std::string caseFolder;                   // verify
    std::vector<std::string> keys;            // verify: files of public keys
    std::vector<int> levels;                  // verify; empty: all
    bool requireSignature = false;            // verify
    std::string timestampQuery;               // record: the file of the query to write
    std::vector<std::string> timestamps;      // verify: files of tokens
    std::string timestampAuthority;           // verify: file of certificates
};

// How the name of a file ends that is a record and no case.
inline constexpr std::string_view recordExtension = ".json";

// What the user asked for.
struct CommandLine {
    Command command = Command::Help;
    std::vector<std::string> cases;          // evaluate, quantify: one or more; explain, missing: one; compare: the old and the new state
    std::string rules;                       // empty: the shipped rule set
    std::string profile;                     // file of the body's profile; empty: none
    std::string casesFolder;                 // test, clauses: empty: beside the rule set; agenda, where-used: required
    std::string name;                        // new case; notice; where-used: what is asked for
    std::string item;                        // notice; empty: every item
    std::string out;                         // notice, record: the file to write; empty: standard output
    std::optional<quantity::Date> from, to;  // agenda: the first and the last day
    std::string person;                      // agenda; empty: everybody
    std::string folder = ".";                // new case: where its folder is made
    bool all = false;                        // missing: everything at once
    bool prove = false;                      // clauses
    bool beside = false;                     // clauses
    std::string registers;                   // folder of the shared registers; empty: beside the case's folder
    std::string code;                        // help; empty: list the codes
    workspace::Options options;
    bool asOfToday = false;  // options.asOf is the day of the clock
    diagnostics::Language language = diagnostics::Language::English;
    Output output = Output::Text;
    std::string outputFile;  // Html: where it is written; empty: to standard output
    ColorChoice color = ColorChoice::Auto;
    report::NumberOptions numbers;          // quantify
    bool full = false;                      // explain: also what does not decide
    std::string whyNot;                     // explain: an outcome
    bool margin = false;                    // explain
    std::vector<std::string> whySeparated;  // explain: two items
    RecordOptions record;
    bool verbose = false;
};

struct ParsedLine {
    std::optional<CommandLine> line;                                  // none: print `text` and stop, or `findings` say what is wrong
    std::string text;                                                 // what --help and --version print
    diagnostics::Language language = diagnostics::Language::English;  // for the findings
    diagnostics::Diagnostics findings;
};

// Arguments without the program's name. `today` is read from the clock here and nowhere else.
[[nodiscard]] ParsedLine parseCommandLine(const std::vector<std::string>& arguments);

}  // namespace assay::cli

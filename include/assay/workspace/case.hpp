#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assay/evaluate/evaluate.hpp"
#include "assay/facts/facts.hpp"
#include "assay/footprint/result.hpp"
#include "assay/report/view.hpp"
#include "assay/trace/step.hpp"
#include "assay/workspace/exit_status.hpp"
#include "assay/workspace/rule_set.hpp"

namespace assay::workspace {

// The inventory of a case, and what its quantification gave.
struct Quantification {
    footprint::Inventory inventory;
    footprint::Result result;
};

// What a case was read from, kept: enough to read it again without its folder.
struct KeptCase {
    std::string document;  // "case.toml"
    bool hasFolder = false;
    std::string name;  // what the case is called if it does not say
    KeptFiles files;   // the document, the tables of its lists, the files of its inventory
    KeptFiles registers;
    KeptFiles evidence;  // SHA-256 in place of the text
};

// A case document, read against the rule set. An evaluation of it points to the facts: they do not move.
struct LoadedCase {
    std::string name;                               // as the case gives it, else of its folder or file
    std::string root;                               // the document's folder as messages name it, with '/' at the end
    std::string registers;                          // the folder of the registers likewise
    std::unique_ptr<const facts::CaseFacts> facts;  // none iff `findings` holds an error
    KeptCase kept;                                  // what was read, whole iff `facts` is there
    std::optional<Quantification> quantification;   // none: the case has no inventory, or it has errors
    diagnostics::Diagnostics findings;              // sorted by place
};

// Loads a case: a folder with `case.toml`, or one TOML file. In the folder, or below it, lie the tables of its lists (NAME.csv) and
// the evidence files, whose digests are compared, and the files of its inventory; a case of one file has none of them. `registers` is the
// folder of the shared registers; empty: the folder `registers` beside that of the case, for a variant beside that of its case, which may
// be missing.
[[nodiscard]] LoadedCase loadCase(source::SourceMap& sources, const RuleSet& rules, const Location& place, const Limits& limits,
                                  const std::string& registers = {});

// Loads a case again from what was kept of it, which holds every name that it may read.
[[nodiscard]] LoadedCase loadCase(source::SourceMap& sources, const RuleSet& rules, const KeptCase& kept, const Limits& limits);

// What the options ask of a case, resolved.
struct Request {
    report::Selection selection;  // empty: everything
    check::PartyId party;         // whose verdict gives the exit status
};

// The names of the options against the rule set; a finding for each that it does not have.
[[nodiscard]] Request resolve(const check::Checked& rules, const Options& options, diagnostics::Diagnostics& findings);

// A case that was judged, or the findings that say why it could not be. Borrows rules and case.
struct JudgedCase {
    std::optional<evaluate::Evaluation> evaluation;  // one row
    std::optional<evaluate::CaseResult> result;      // with `evaluation`
    diagnostics::Diagnostics findings;               // what kept the case from being judged; those of the case itself are in `result`
    ExitStatus status = ExitStatus::Invalid;
};

// The derivation of one conclusion, quantities down to the data of the inventory. Empty: no such item.
[[nodiscard]] std::optional<trace::Step> explain(const RuleSet& rules, const LoadedCase& loaded, const JudgedCase& judged,
                                                 check::DeclId decl, std::string_view item = {});

// Judges a case on the day of the options, else its own. A case that was not loaded stays invalid.
[[nodiscard]] JudgedCase judge(const RuleSet& rules, const LoadedCase& loaded, const Request& request, const Options& options);

}  // namespace assay::workspace

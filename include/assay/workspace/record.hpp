#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/record/record.hpp"
#include "assay/workspace/case.hpp"

namespace assay::workspace {

// The record of a case that was judged whole. `follows`: the ids of the records that it renews, supersedes or appeals, by that word.
// Depends on rules, case, day, limits and version alone.
[[nodiscard]] record::Record makeRecord(const RuleSet& rules, const LoadedCase& loaded, const JudgedCase& judged,
                                        const source::SourceMap& sources, const Limits& limits,
                                        const std::map<std::string, std::string>& follows = {});

// The profile that a record was made with, kept in it; none: it was made without.
[[nodiscard]] std::optional<ProfileSource> profileOf(const record::Record& record);

// What a record keeps of the case that it was made from, and how that was judged: enough to ask of a decision what `explain` tells.
struct RecordedCase {
    KeptCase kept;
    quantity::Date asOf;
    std::optional<ProfileSource> profile;
    std::string rulesDigest;
};

// Empty: the record is not whole, or facts of it are masked; a finding says so.
[[nodiscard]] std::optional<RecordedCase> recordedCase(const record::Record& record, diagnostics::Diagnostics& findings);

// The record of the case that the record keeps, judged as it says by these rules, loaded with its profile, whose texts are in `sources`.
// Empty iff an error was reported. The record is whole and not masked.
[[nodiscard]] std::optional<record::Record> replay(const record::Record& record, const RuleSet& rules, source::SourceMap& sources,
                                                   const Limits& limits, diagnostics::Diagnostics& findings);

// Whether the rule set lets the record be signed; a finding if it does not, or not yet.
[[nodiscard]] bool maySign(const record::Record& record, diagnostics::Diagnostics& findings);

// Reads a record, of which nothing is believed yet.
[[nodiscard]] std::optional<record::Record> loadRecord(const Location& place, diagnostics::Diagnostics& findings);

// Writes a file whole or not at all: what stood there stays until the new one is on the disk. False: a finding says why not.
[[nodiscard]] bool replaceFile(const Location& place, std::string_view text, diagnostics::Diagnostics& findings);

}  // namespace assay::workspace

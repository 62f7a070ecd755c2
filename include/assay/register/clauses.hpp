#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"

namespace assay::registers {

enum class Computable { Full, Recorded, None };

// One clause of the source document: its printed id and what it says, in the project's own words.
struct Clause {
    std::string id;  // "P32.6"; compared verbatim
    std::string section;
    std::string kind;
    Computable computable = Computable::Full;
    std::string summaryEnglish;
    std::string summaryChinese;
    std::string thresholds;  // may be empty
    std::string outcome;     // may be empty
    std::string note;        // may be empty
    source::Span span;       // of the id
};

// The clause register: what a citation may name.
class ClauseRegister {
public:
    // False: the id is taken.
    bool add(Clause clause);
    [[nodiscard]] const Clause* find(std::string_view id) const;
    [[nodiscard]] const std::vector<Clause>& all() const { return clauses_; }

private:
    std::vector<Clause> clauses_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

// Reads `[[clause]]` tables: id, section, kind, computable, summary_en, summary_zh; thresholds, outcome and note may be
// missing. A clause without an id or with one that is taken is a finding and left out; other findings leave a clause with
// what could be read.
[[nodiscard]] ClauseRegister readClauses(const document::Node& root, diagnostics::Diagnostics& findings);

}  // namespace assay::registers

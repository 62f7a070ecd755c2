#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "assay/author/proof.hpp"
#include "assay/report/view.hpp"

namespace assay::author {

// What is to be said of the clauses. Borrows everything.
struct ClauseReport {
    const report::View& view;
    const ClauseIndex& index;
    const Proof* proof = nullptr;  // none: not asked for
    bool beside = false;           // with what the register says of thresholds, and the text of the rules
};

// Each clause with its status, the parts that encode it, the decisions they count under and the cases that exercise it; the
// totals; with a proof what survives.
[[nodiscard]] std::string clausesText(const ClauseReport& report, diagnostics::Language language);
[[nodiscard]] nlohmann::ordered_json clausesJson(const ClauseReport& report);
// One line a clause, as RFC 4180 has it; lists inside a field are separated by "; ".
[[nodiscard]] std::string clausesCsv(const ClauseReport& report);

}  // namespace assay::author

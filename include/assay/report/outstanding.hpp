#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/report/missing.hpp"

namespace assay::report {

// An item of a checklist that is known not to be met.
struct UnmetItem {
    const evaluate::Conclusion* checklist = nullptr;
    std::size_t item = 0;
};

// "application_documents.permit", with the item of the checklist behind it.
[[nodiscard]] std::string unmetName(const UnmetItem& unmet, const check::Checked& rules);

// All that one of those who change facts still has to give, so that one letter asks for it.
struct Outstanding {
    std::string giver;                  // as facts name it after `from`; empty: the rules name nobody
    std::vector<MissingEntry> missing;  // as listMissing orders them
    std::vector<UnmetItem> unmet;       // in the order of the result
};

// Everything that is missing or not met at the same time: the facts that any open conclusion or open item of a checklist
// needs, and the items that fail. What several may give stands with each of them. Parties first, in their order, then
// others by first appearance, nobody last. Borrows the result.
[[nodiscard]] std::vector<Outstanding> listOutstanding(const evaluate::CaseResult& result, const View& view,
                                                       const Selection& selection = {});

[[nodiscard]] std::string outstandingText(const evaluate::CaseResult& result, const std::vector<Outstanding>& letters, const View& view,
                                          const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json outstandingJson(const evaluate::CaseResult& result, const std::vector<Outstanding>& letters,
                                                     const View& view);

}  // namespace assay::report

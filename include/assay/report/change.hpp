#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/report/said.hpp"
#include "assay/report/view.hpp"

// What lies between two states of a case, judged by one rule set.
namespace assay::report {

// A case in one state: what it says and what came of it.
struct CaseState {
    const evaluate::CaseResult& result;
    const facts::CaseFacts& facts;
    const footprint::Inventory* inventory;  // null: it has none
};

struct FactChange {
    enum class Kind : std::uint8_t {
        Given,      // the old state does not say it
        Withdrawn,  // the new state does not say it
        Changed,
        Recorded,  // the same value, with other evidence, or by another, on another day or for another reason
    };
    Kind kind = Kind::Changed;
    std::string name;
    std::string before, after;         // values as cases write them; of an item what it says of it: "share = 8 %, closed_on = none"
    facts::Provenance first, second;   // of the old state and of the new one
    bool isComputed = false;           // a quantity that the inventory gives
};

// A conclusion that is no longer what it was. One of the two may be missing: its item is not in that state.
struct ConclusionChange {
    const evaluate::Conclusion* before = nullptr;
    const evaluate::Conclusion* after = nullptr;
    std::string first, second;         // what it comes to, in words of JSON: "eligible", "undetermined", "10 %"; empty: no such item
    std::vector<std::string> because;  // changed facts on which either of them rests, or that one of them lacks
    bool byDay = false;                // none of these: the days on which the states are judged differ
};

struct Changes {
    std::vector<FactChange> facts;  // in the order of the new state, what it says no longer behind
    std::vector<ConclusionChange> conclusions;
    [[nodiscard]] bool empty() const { return facts.empty() && conclusions.empty(); }
};

// Borrows the results.
[[nodiscard]] Changes listChanges(const CaseState& before, const CaseState& after, const check::Checked& rules);

[[nodiscard]] std::string changesText(const Changes& changes, const CaseState& before, const CaseState& after, const View& view,
                                      const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json changesJson(const Changes& changes, const CaseState& before, const CaseState& after, const View& view);

}  // namespace assay::report

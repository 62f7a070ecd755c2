#pragma once

#include <set>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/evaluate/result.hpp"

namespace assay::author {

// What a set of cases has exercised of a rule set, as far as results tell. Borrows the rules.
class Coverage {
public:
    explicit Coverage(const check::Checked& rules) : rules_(&rules) {}

    void add(const evaluate::CaseResult& result);

    // A count of what cases exercised, and by name, in declaration order, what none did.
    struct Part {
        std::size_t exercised = 0;
        std::vector<std::string> unexercised;
    };
    [[nodiscard]] Part rulesThatHold() const;
    [[nodiscard]] Part rulesThatFail() const;
    [[nodiscard]] Part itemsThatHold() const;  // of checklists: "application_documents: agency_agreement"
    [[nodiscard]] Part itemsThatFail() const;
    [[nodiscard]] Part outcomes() const;  // "eligibility: not_eligible"
    [[nodiscard]] Part states() const;    // of lifecycles: "certificate: revoked"
    [[nodiscard]] Part values() const;    // defines that some case determines
    // Clauses that the rules cite: those that stand in some case's conclusion.
    [[nodiscard]] Part clauses() const;

private:
    [[nodiscard]] Part rulesIn(const std::set<check::DeclId>& seen) const;
    [[nodiscard]] Part itemsIn(const std::set<std::pair<check::DeclId, std::size_t>>& seen) const;
    void addItems(const evaluate::Conclusion& conclusion);

    const check::Checked* rules_;
    std::set<check::DeclId> held_;
    std::set<check::DeclId> failed_;
    std::set<std::pair<check::DeclId, std::size_t>> itemsHeld_;
    std::set<std::pair<check::DeclId, std::size_t>> itemsFailed_;
    std::set<check::DeclId> determined_;
    std::set<std::pair<check::DeclId, std::size_t>> given_;
    std::set<std::string> cited_;
};

// The coverage for people, one line a part and one a list of what is not exercised.
[[nodiscard]] std::string coverageText(const Coverage& coverage, diagnostics::Language language);

}  // namespace assay::author

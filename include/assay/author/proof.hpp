#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assay/author/mutation.hpp"
#include "assay/author/trial.hpp"
#include "assay/evaluate/evaluate.hpp"

// Whether the parts that cite clauses matter: each is mutated, and the stated decisions of the cases are looked at again.
namespace assay::author {

// A stated decision that a mutation changes.
struct StatedChange {
    std::string caseName;
    std::string what;  // "eligibility.outcome", "verdict of client", "contradiction"
    std::string before;
    std::string after;
};

struct MutationResult {
    Mutation mutation;
    std::vector<StatedChange> changes;  // in the first case that shows any; none: the mutation survives
};

// By part, in the order of the parts.
using Proof = std::vector<std::vector<MutationResult>>;

// Mutates every part in every way. Stated decisions are the statuses, outcomes, candidates,
// values and verdicts that the expectations name, and, where an expectation names the exit status, whether a contradiction
// is found. Lists of clauses, readings and missing facts are none.
[[nodiscard]] Proof prove(const check::Checked& rules, const std::vector<Part>& parts, const std::vector<Trial>& trials,
                          const evaluate::Limits& limits);

// Whether a mutation of one of the parts that cite the clause changes a stated decision.
[[nodiscard]] bool isProven(const ClauseEntry& entry, const Proof& proof);

// Entries that are encoded by citation alone become open.
void keepProven(ClauseIndex& index, const Proof& proof);

}  // namespace assay::author

#include "assay/author/proof.hpp"

#include <algorithm>
#include <map>

#include "assay/author/compare.hpp"
#include "assay/lower/program.hpp"

namespace assay::author {

using check::Checked;

namespace {

// What the stated decisions of a trial give, where that is not what is stated: by name the expected and the actual value.
using Differences = std::map<std::string, std::pair<std::string, std::string>>;

constexpr const char* contradictionName = "contradiction";

std::string argument(const diagnostics::Diagnostic& finding, std::string_view name) {
    for (const auto& [key, value] : finding.arguments) {
        const auto* text = std::get_if<diagnostics::Name>(&value);
        if (key == name && text) return text->text;
    }
    return {};
}

// What is left of an expectation when only decisions count.
Expectation statedDecisions(Expectation expectation) {
    expectation.exit.reset();
    for (auto* conclusions :
         {&expectation.decisions, &expectation.rules, &expectation.checklists, &expectation.values, &expectation.flags}) {
        for (ExpectedConclusion& expected : *conclusions) {
            expected.missing.reset();
            expected.clauses.reset();
            expected.readings.reset();
        }
    }
    return expectation;
}

class Prover {
public:
    Prover(const Checked& rules, const std::vector<Trial>& trials, const evaluate::Limits& limits)
        : rules_(rules), trials_(trials), limits_(limits) {
        for (const Trial& trial : trials) {
            rows_.push_back({trial.facts, trial.asOf, {}});
            stated_.push_back(statedDecisions(trial.expectation));
        }
        baseline_ = differences(rules);
    }

    std::vector<MutationResult> prove(const Part& part) const {
        std::vector<MutationResult> results;
        for (const Mutation& mutation : mutationsOf(rules_, part))
            results.push_back({mutation, changes(mutated(rules_, part, mutation))});
        return results;
    }

private:
    // Of every trial, under these rules. A trial that runs into the limit of steps has none.
    [[nodiscard]] std::vector<Differences> differences(const Checked& rules) const {
        const lower::Program program = lower::lower(rules);
        const evaluate::Evaluation evaluation(program, rows_, limits_);
        std::vector<Differences> all(trials_.size());
        for (std::size_t row = 0; row < trials_.size(); ++row) {
            if (evaluation.exhausted(row)) continue;
            const evaluate::CaseResult result = evaluation.result(row);
            const diagnostics::Diagnostics found = compare(stated_[row], {trials_[row].caseName, 0, &result}, rules);
            for (const diagnostics::Diagnostic& finding : found.all())
                all[row][argument(finding, "what")] = {argument(finding, "expected"), argument(finding, "actual")};
            if (trials_[row].expectation.exit && result.findings.hasErrors()) all[row][contradictionName] = {"none", "raised"};
        }
        return all;
    }

    [[nodiscard]] std::vector<StatedChange> changes(const Checked& mutant) const {
        const std::vector<Differences> after = differences(mutant);
        std::vector<StatedChange> changed;
        for (std::size_t row = 0; row < trials_.size(); ++row)
            addChanges(row, after[row], changed);
        return changed;
    }

    void addChanges(std::size_t row, const Differences& after, std::vector<StatedChange>& changed) const {
        const Differences& before = baseline_[row];
        for (const auto& [what, values] : after) {
            const auto known = before.find(what);
            if (known == before.end()) {
                changed.push_back({trials_[row].caseName, what, values.first, values.second});
            } else if (known->second != values) {
                changed.push_back({trials_[row].caseName, what, known->second.second, values.second});
            }
        }
        for (const auto& [what, values] : before) {
            if (after.count(what) == 0) changed.push_back({trials_[row].caseName, what, values.second, values.first});
        }
    }

    const Checked& rules_;
    const std::vector<Trial>& trials_;
    const evaluate::Limits& limits_;
    std::vector<evaluate::CaseRow> rows_;
    std::vector<Expectation> stated_;
    std::vector<Differences> baseline_;
};

}  // namespace

Proof prove(const Checked& rules, const std::vector<Part>& parts, const std::vector<Trial>& trials, const evaluate::Limits& limits) {
    const Prover prover(rules, trials, limits);
    Proof proof;
    for (const Part& part : parts)
        proof.push_back(prover.prove(part));
    return proof;
}

bool isProven(const ClauseEntry& entry, const Proof& proof) {
    return std::any_of(entry.parts.begin(), entry.parts.end(), [&proof](std::size_t part) {
        return std::any_of(proof[part].begin(), proof[part].end(), [](const MutationResult& result) { return !result.changes.empty(); });
    });
}

void keepProven(ClauseIndex& index, const Proof& proof) {
    for (ClauseEntry& entry : index.entries) {
        if (entry.status == ClauseStatus::Encoded && !isProven(entry, proof)) entry.status = ClauseStatus::Open;
    }
}

}  // namespace assay::author

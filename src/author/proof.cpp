#include "assay/author/proof.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "assay/author/compare.hpp"
#include "assay/base/at_once.hpp"
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
    for (auto* conclusions : {&expectation.decisions, &expectation.rules, &expectation.checklists, &expectation.values, &expectation.duties,
                              &expectation.partitions, &expectation.lifecycles, &expectation.flags}) {
        for (ExpectedConclusion& expected : *conclusions) {
            expected.missing.reset();
            expected.clauses.reset();
            expected.readings.reset();
        }
    }
    return expectation;
}

// The declarations that a mutation of the part can change: those that it stands in, and whatever reads one of them, directly or
// through others. No other declaration sees it: its nodes, and all that they reach, are lowered from text that the mutation leaves
// alone, and an evaluation is a function of nodes and facts. So what was concluded of it before is what would be concluded again.
std::vector<check::DeclId> changeable(const Checked& rules, const Part& part) {
    std::set<check::DeclId> seeing(part.moves.begin(), part.moves.end());
    for (const check::DeclId id : rules.order) {
        const std::vector<check::DeclId>& uses = rules.declarations[id].uses;
        if (std::any_of(uses.begin(), uses.end(), [&](check::DeclId used) { return seeing.count(used) > 0; })) seeing.insert(id);
    }
    return {seeing.begin(), seeing.end()};
}

// Immutable once it is made, so that several threads may prove parts.
class Prover {
public:
    Prover(const Checked& rules, const std::vector<Trial>& trials, const evaluate::Limits& limits)
        : rules_(rules), trials_(trials), limits_(limits) {
        const lower::Program program = lower::lower(rules);
        std::vector<check::DeclId> all;
        for (std::size_t index = 0; index < rules.declarations.size(); ++index)
            all.emplace_back(index);
        for (std::size_t row = 0; row < trials.size(); ++row) {
            stated_.push_back(statedDecisions(trials[row].expectation));
            const evaluate::Evaluation evaluation = evaluate(program, row, all);
            const bool exhausted = evaluation.exhausted(0);
            results_.push_back(exhausted ? evaluate::CaseResult{} : evaluation.decisions(0, {}, all));
            baseline_.push_back(differences(results_.back(), row, rules));
            exercised_.push_back(exhausted ? std::set<std::string>{} : exercisedClauses(evaluation.result(0), *trials[row].facts, rules));
        }
    }

    [[nodiscard]] std::vector<MutationResult> prove(const Part& part) const {
        const std::vector<std::size_t> rows = rowsFor(part);
        const std::vector<check::DeclId> again = changeable(rules_, part);
        std::vector<MutationResult> results;
        for (const Mutation& mutation : mutationsOf(rules_, part))
            results.push_back({mutation, changes(mutated(rules_, part, mutation), rows, again)});
        return results;
    }

private:
    [[nodiscard]] evaluate::Evaluation evaluate(const lower::Program& program, std::size_t row,
                                                const std::vector<check::DeclId>& of) const {
        return {program, {{trials_[row].facts, trials_[row].asOf, {}}}, limits_, of};
    }

    [[nodiscard]] Differences differences(const evaluate::CaseResult& result, std::size_t row, const Checked& rules) const {
        Differences all;
        const diagnostics::Diagnostics found = compare(stated_[row], {trials_[row].caseName, 0, &result}, rules);
        for (const diagnostics::Diagnostic& finding : found.all())
            all[argument(finding, "what")] = {argument(finding, "expected"), argument(finding, "actual")};
        if (trials_[row].expectation.exit && result.findings.hasErrors()) all[contradictionName] = {"none", "raised"};
        return all;
    }

    // The trials, those first that exercise a clause of the part: they are the likeliest to change.
    [[nodiscard]] std::vector<std::size_t> rowsFor(const Part& part) const {
        std::vector<std::size_t> rows(trials_.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        std::stable_partition(rows.begin(), rows.end(), [&](std::size_t row) {
            return std::any_of(part.clauses.begin(), part.clauses.end(),
                               [&](const std::string& clause) { return exercised_[row].count(clause) > 0; });
        });
        return rows;
    }

    // Those in the first trial that shows any. A trial that runs into the limit of steps shows none.
    [[nodiscard]] std::vector<StatedChange> changes(const Checked& mutant, const std::vector<std::size_t>& rows,
                                                    const std::vector<check::DeclId>& again) const {
        const lower::Program program = lower::lower(mutant);
        std::vector<StatedChange> changed;
        for (const std::size_t row : rows) {
            if (results_[row].conclusions.empty()) continue;
            const evaluate::Evaluation evaluation = evaluate(program, row, again);
            if (evaluation.exhausted(0)) continue;
            addChanges(row, differences(evaluation.decisions(0, results_[row], again), row, mutant), changed);
            if (!changed.empty()) break;
        }
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
    std::vector<Expectation> stated_;
    std::vector<evaluate::CaseResult> results_;
    std::vector<Differences> baseline_;
    std::vector<std::set<std::string>> exercised_;
};

}  // namespace

Proof prove(const Checked& rules, const std::vector<Part>& parts, const std::vector<Trial>& trials, const evaluate::Limits& limits) {
    const Prover prover(rules, trials, limits);
    Proof proof(parts.size());
    base::atOnce(parts.size(), parts.size(), [&](std::size_t part) { proof[part] = prover.prove(parts[part]); });
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

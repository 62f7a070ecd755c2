#include "assay/author/proof.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "sample.hpp"

namespace assay::author {
namespace {

class ProofOfClauses : public ::testing::Test {
protected:
    [[nodiscard]] const Part& part(std::string_view name) const {
        const auto found = std::find_if(parts_.begin(), parts_.end(), [name](const Part& one) { return one.name == name; });
        if (found == parts_.end()) throw std::out_of_range(std::string(name));
        return *found;
    }

    // Which mutations of the part change what the cases state.
    [[nodiscard]] std::vector<Change> caught(std::string_view name, const std::vector<Trial>& trials) const {
        std::vector<Change> changes;
        const Proof proof = prove(sample_.rules, {part(name)}, trials, {});
        for (const MutationResult& result : proof.front()) {
            if (!result.changes.empty()) changes.push_back(result.mutation.change);
        }
        return changes;
    }

    [[nodiscard]] evaluate::CaseResult judged(const check::Checked& rules, const char* name) const {
        const Trial trial = sample_.trial(name);
        return evaluate::evaluateCase(lower::lower(rules), *trial.facts, trial.asOf, false);
    }

    testing::Sample sample_;
    std::vector<Part> parts_ = citingParts(sample_.rules);
};

using Changes = std::vector<Change>;

TEST_F(ProofOfClauses, ARuleThatHoldsInTheCasesIsProvenByItsNegationAlone) {
    EXPECT_EQ(caught("registered", {sample_.trial("small")}), Changes{Change::NeverMet});
    EXPECT_EQ(caught("registered", {sample_.trial("unregistered")}), Changes{Change::AlwaysMet});
}

TEST_F(ProofOfClauses, ARowIsProvenByTheCaseThatMeetsItOnly) {
    EXPECT_EQ(caught("fee[2]", {sample_.trial("small")}), Changes{});
    EXPECT_EQ(caught("fee[2]", {sample_.trial("large")}), (Changes{Change::Dropped, Change::ValueMoved}));
}

TEST_F(ProofOfClauses, EveryKindOfPartCanBeMutated) {
    EXPECT_EQ(caught("grade", {sample_.trial("small")}), Changes{Change::NeverApplies});
    EXPECT_EQ(caught("grade: poor", {sample_.trial("unregistered")}), Changes{Change::NeverGiven});
    EXPECT_EQ(caught("total", {sample_.trial("small")}), Changes{Change::ValueMoved});
    EXPECT_EQ(caught("total: reduced", {sample_.trial("large")}), Changes{Change::Dropped});
    EXPECT_EQ(caught("size.large", {sample_.trial("large")}), Changes{Change::Merged});
    EXPECT_EQ(caught("AMB-1", {sample_.trial("large")}), Changes{Change::OtherReading});
    EXPECT_EQ(caught("noted", {sample_.trial("large")}), Changes{Change::NeverRaised});
}

TEST_F(ProofOfClauses, WhatMovesWithAPartIsWhatItsMutationsCanChange) {
    for (const Part& one : parts_) {
        std::set<check::DeclId> moved(one.moves.begin(), one.moves.end());
        EXPECT_FALSE(moved.empty()) << one.name;
        for (const check::DeclId id : sample_.rules.order) {
            for (const check::DeclId used : sample_.rules.declarations[id].uses) {
                if (moved.count(used) > 0) moved.insert(id);
            }
        }
        for (const Mutation& mutation : mutationsOf(sample_.rules, one)) {
            const check::Checked mutant = mutated(sample_.rules, one, mutation);
            for (const char* name : {"small", "large", "unregistered", "open"}) {
                const evaluate::CaseResult before = judged(sample_.rules, name);
                const evaluate::CaseResult after = judged(mutant, name);
                ASSERT_EQ(before.conclusions.size(), after.conclusions.size());
                for (std::size_t i = 0; i < before.conclusions.size(); ++i) {
                    const evaluate::Conclusion& conclusion = before.conclusions[i];
                    const bool same = conclusion.status == after.conclusions[i].status &&
                                      conclusion.outcome == after.conclusions[i].outcome &&
                                      conclusion.value.line.low == after.conclusions[i].value.line.low;
                    EXPECT_TRUE(same || moved.count(conclusion.decl) > 0) << one.name << " in " << name;
                }
            }
        }
    }
}

TEST_F(ProofOfClauses, AnEnumeratorCountedAsItsNeighbourIsSoInListsAndInOrders) {
    EXPECT_EQ(caught("grain_size.middle", {sample_.trial("grained")}), Changes{Change::Merged})
        << "as fine it is below the bound, as coarse it is not";
    EXPECT_EQ(caught("grain_size.fine", {sample_.trial("grained")}), Changes{});
    EXPECT_EQ(caught("grain_size.coarse", {sample_.trial("grained")}), (Changes{Change::Merged, Change::Merged}));
}

TEST_F(ProofOfClauses, AChangeNamesTheCaseTheDecisionAndBothValues) {
    const Proof proof = prove(sample_.rules, {part("grade: poor")}, {sample_.trial("unregistered")}, {});
    ASSERT_EQ(proof.front().front().changes.size(), 1U);
    const StatedChange& change = proof.front().front().changes.front();
    EXPECT_EQ(change.caseName, "unregistered");
    EXPECT_EQ(change.what, "grade.outcome");
    EXPECT_EQ(change.before, "poor");
    EXPECT_NE(change.after, "poor");
}

TEST_F(ProofOfClauses, WhatIsNotStatedIsNotLookedAt) {
    Trial silent = sample_.trial("small");
    silent.expectation.decisions.clear();
    silent.expectation.values.clear();
    EXPECT_EQ(caught("registered", {silent}), Changes{});
}

TEST_F(ProofOfClauses, ListsOfClausesAndMissingFactsAreNoDecisions) {
    Trial trial = sample_.trial("small");
    trial.expectation.values.clear();
    trial.expectation.decisions.resize(1);
    trial.expectation.decisions.front().outcome.reset();
    trial.expectation.decisions.front().clauses = Expected<std::vector<std::string>>{{"no such clause"}, {}};
    EXPECT_EQ(caught("registered", {trial}), Changes{});
}

TEST_F(ProofOfClauses, ACitationThatChangesNothingDoesNotCountAsEncoded) {
    ClauseIndex index = indexClauses(sample_.rules);
    const std::size_t encoded = index.count(ClauseStatus::Encoded);
    keepProven(index, prove(sample_.rules, index.parts, {sample_.trial("small")}, {}));
    EXPECT_LT(index.count(ClauseStatus::Encoded), encoded);
    EXPECT_GT(index.count(ClauseStatus::Encoded), 0U);
    EXPECT_EQ(index.count(ClauseStatus::Recorded), 1U) << "a recorded clause stays recorded";
}

TEST_F(ProofOfClauses, MutatedRulesLeaveTheirOriginalAlone) {
    const std::size_t expressions = sample_.rules.expressions.size();
    for (const Part& one : parts_) {
        for (const Mutation& mutation : mutationsOf(sample_.rules, one))
            EXPECT_GE(mutated(sample_.rules, one, mutation).expressions.size(), expressions) << one.name;
    }
    EXPECT_EQ(sample_.rules.expressions.size(), expressions);
    EXPECT_EQ(caught("registered", {sample_.trial("small")}), Changes{Change::NeverMet});
}

}  // namespace
}  // namespace assay::author

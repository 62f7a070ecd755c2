#include "assay/author/clauses.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace assay::author {
namespace {

using Names = std::vector<std::string>;

const ClauseEntry& entryOf(const ClauseIndex& index, const check::Checked& rules, std::string_view id) {
    for (const ClauseEntry& entry : index.entries) {
        if (rules.clauses.all()[entry.clause].id == id) return entry;
    }
    throw std::out_of_range(std::string(id));
}

Names partNames(const ClauseIndex& index, const ClauseEntry& entry) {
    Names names;
    for (const std::size_t part : entry.parts)
        names.push_back(index.parts[part].name);
    return names;
}

TEST(ClauseIndex, EveryClauseHasOneOfFourStatuses) {
    const testing::Sample sample;
    const ClauseIndex index = indexClauses(sample.rules);
    EXPECT_EQ(entryOf(index, sample.rules, "F1").status, ClauseStatus::Encoded);
    EXPECT_EQ(entryOf(index, sample.rules, "R1").status, ClauseStatus::Recorded);
    EXPECT_EQ(entryOf(index, sample.rules, "R2").status, ClauseStatus::Open) << "to be recorded, and nothing cites it";
    EXPECT_EQ(entryOf(index, sample.rules, "O1").status, ClauseStatus::Open);
    EXPECT_EQ(entryOf(index, sample.rules, "N1").status, ClauseStatus::None);
    EXPECT_EQ(entryOf(index, sample.rules, "N2").status, ClauseStatus::Encoded) << "nothing to decide, but cited";
    const std::size_t sum = index.count(ClauseStatus::Encoded) + index.count(ClauseStatus::Recorded) + index.count(ClauseStatus::Open) +
                            index.count(ClauseStatus::None);
    EXPECT_EQ(sum, sample.rules.clauses.all().size());
}

TEST(ClauseIndex, NamesThePartAndNotOnlyTheDeclaration) {
    const testing::Sample sample;
    const ClauseIndex index = indexClauses(sample.rules);
    EXPECT_EQ(partNames(index, entryOf(index, sample.rules, "F2")), (Names{"fee[2]"}));
    EXPECT_EQ(partNames(index, entryOf(index, sample.rules, "F3")), (Names{"total: reduced"}));
    EXPECT_EQ(partNames(index, entryOf(index, sample.rules, "F4")), (Names{"grade: poor"}));
    EXPECT_EQ(partNames(index, entryOf(index, sample.rules, "F5")),
              (Names{"size.large", "grain_size.fine", "grain_size.middle", "grain_size.coarse"}));
    EXPECT_EQ(partNames(index, entryOf(index, sample.rules, "N2")), (Names{"AMB-1"}));
}

TEST(ClauseIndex, APartCountsUnderTheDecisionThatReadsIt) {
    const testing::Sample sample;
    const ClauseIndex index = indexClauses(sample.rules);
    const std::vector<check::DeclId> grade{*sample.rules.findDeclaration("grade")};
    EXPECT_EQ(index.parts[entryOf(index, sample.rules, "F1").parts.front()].under, grade) << "a rule under the decide";
    EXPECT_EQ(index.parts[entryOf(index, sample.rules, "F2").parts.front()].under, grade) << "a row under the decide, through the define";
    EXPECT_EQ(index.parts[entryOf(index, sample.rules, "F5").parts.front()].under, grade) << "an enumerator under the decide";
}

TEST(ClauseIndex, ACaseExercisesWhatItsSettledConclusionsCite) {
    const testing::Sample sample;
    ClauseIndex index = indexClauses(sample.rules);
    addCases(index, {sample.trial("small"), sample.trial("small"), sample.trial("open")}, sample.program, {});
    EXPECT_EQ(entryOf(index, sample.rules, "F1").cases, Names{"small"}) << "once a case, and not where all is open";
    EXPECT_EQ(entryOf(index, sample.rules, "F5").cases, Names{}) << "no case names the alternative";
    EXPECT_EQ(entryOf(index, sample.rules, "O1").cases, Names{});
}

}  // namespace
}  // namespace assay::author

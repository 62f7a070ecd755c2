#include "assay/analyze/table.hpp"

#include <gtest/gtest.h>

#include "assay/diagnostics/diagnostic.hpp"
#include "fixture.hpp"

namespace assay::analyze {
namespace {

constexpr const char* wide = R"(table wide (a : count, b : count, c : count) : number
  cites P1
  hit unique complete
  | a    | b    | c    | out |
  | ..4  | ..4  | ..4  | 1   |
  | 4..  | 4..  | 4..  | 2   |
)";

TEST(TableAnalysis, AboveTheLimitOverlapsAreStillFoundAndGapsAreNot) {
    const check::CheckedFiles ruleset = check::CheckedFiles::withHeader(wide);
    const lower::Program program = lower::lower(ruleset.checked);
    Limits limits;
    limits.tableCombinations = 26;
    const TableAnalysis analysis = analyzeTable(*ruleset.checked.findDeclaration("wide"), program, limits);
    EXPECT_EQ(analysis.combinations, quantity::Rational(27));
    EXPECT_TRUE(analysis.gaps.empty());
    ASSERT_EQ(analysis.overlaps.size(), 1U);
    limits.tableCombinations = 27;
    const TableAnalysis whole = analyzeTable(*ruleset.checked.findDeclaration("wide"), program, limits);
    EXPECT_FALSE(whole.combinations);
    EXPECT_FALSE(whole.gaps.empty());
}

TEST(TableAnalysis, ATableThatIsTooLargeIsReported) {
    const check::CheckedFiles ruleset = check::CheckedFiles::withHeader(wide);
    Limits limits;
    limits.tableCombinations = 1;
    diagnostics::Diagnostics findings;
    analyze(ruleset.checked, lower::lower(ruleset.checked), ruleset.sources, findings, limits);
    ASSERT_EQ(findings.all().size(), 2U);
    EXPECT_EQ(diagnostics::code(findings.all().back().kind), "W0605");
}

}  // namespace
}  // namespace assay::analyze

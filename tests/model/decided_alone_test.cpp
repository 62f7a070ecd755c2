// What the engine concludes of one declaration does not depend on which others it computes.
#include <gtest/gtest.h>

#include "agreement.hpp"
#include "assay/lower/program.hpp"

namespace assay::model {
namespace {

std::string said(const evaluate::Conclusion& conclusion) {
    std::string text = "[" + conclusion.item + "] " + std::to_string(static_cast<int>(conclusion.status)) + " " + conclusion.awaits;
    if (conclusion.outcome) text += " =" + std::to_string(*conclusion.outcome);
    for (const std::size_t candidate : conclusion.candidates)
        text += " ?" + std::to_string(candidate);
    for (const evaluate::Missing& missing : conclusion.missing)
        text += " -" + missing.fact;
    for (const evaluate::ItemConclusion& item : conclusion.items)
        text += " ." + std::to_string(static_cast<int>(item.status));
    for (const std::size_t state : conclusion.history.states)
        text += " @" + std::to_string(state);
    for (const std::vector<std::string>& group : conclusion.division.groups.value_or(evaluate::Division::Groups{})) {
        text += " |";
        for (const std::string& id : group)
            text += " " + id;
    }
    text += " " + (conclusion.deadline.due ? conclusion.deadline.due->text() : std::string());
    text += " " + conclusion.value.text;
    if (conclusion.value.line.low) text += " >=" + conclusion.value.line.low->exact();
    if (conclusion.value.line.high) text += " <=" + conclusion.value.line.high->exact();
    return text;
}

TEST(DecidedAlone, ADeclarationIsConcludedAsTogetherWithAllOthers) {
    constexpr std::uint64_t pairs = 1000;
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < pairs; ++seed) {
        const Pair pair = generatePair(seed);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        ASSERT_TRUE(loaded->ok) << report(pair, Mutation::None);
        const lower::Program program = lower::lower(loaded->rules);
        const evaluate::CaseRow row{&loaded->facts, *loaded->facts.asOf, {}};
        const evaluate::CaseResult whole = evaluate::Evaluation(program, {row}).result(0);
        for (std::size_t index = 0; index < loaded->rules.declarations.size(); ++index) {
            const std::vector<check::DeclId> alone{check::DeclId(index)};
            const evaluate::CaseResult again = evaluate::Evaluation(program, {row}, {}, alone).decisions(0, whole, alone);
            ASSERT_EQ(again.conclusions.size(), whole.conclusions.size());
            EXPECT_EQ(again.findings.hasErrors(), whole.findings.hasErrors()) << report(pair, Mutation::None);
            for (std::size_t i = 0; i < whole.conclusions.size(); ++i) {
                if (whole.conclusions[i].decl != alone.front()) continue;
                ++compared;
                ASSERT_EQ(said(again.conclusions[i]), said(whole.conclusions[i])) << report(pair, Mutation::None);
            }
        }
    }
    EXPECT_GT(compared, pairs * 5);
}

}  // namespace
}  // namespace assay::model

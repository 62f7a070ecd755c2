#include <gtest/gtest.h>

#include <set>

#include "agreement.hpp"

namespace assay::model {
namespace {

using check::ExprKind;
using evaluate::Status;

struct Occurrences {
    std::set<ExprKind> expressions;
    std::set<std::size_t> declarations;  // index of the variant
    std::set<Status> statuses;
    std::set<evaluate::MissingKind> missing;
};

Occurrences occurrences(std::size_t count) {
    Occurrences found;
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        const Pair pair = generatePair(seed);
        const auto loaded = load(pair.rules.text(), pair.facts.text());
        for (const check::Expr& expr : loaded->rules.expressions)
            found.expressions.insert(expr.kind);
        for (const check::Declaration& declaration : loaded->rules.declarations)
            found.declarations.insert(declaration.body.index());
        const Result result = evaluate(loaded->rules, loaded->facts, *loaded->facts.asOf);
        for (const Conclusion& conclusion : result.conclusions) {
            found.statuses.insert(conclusion.status);
            for (const Need& need : conclusion.missing)
                found.missing.insert(need.kind);
        }
    }
    return found;
}

TEST(Coverage, EveryKindOccursInGeneratedPairs) {
    const Occurrences found = occurrences(600);
    // Not generated: facts of pairs, neighbours in a list, `the` item, and tests of a stage as an expression.
    const std::set<ExprKind> left = {ExprKind::PairFact, ExprKind::Consecutive, ExprKind::The, ExprKind::StageEntered};
    for (int kind = 0; kind <= static_cast<int>(ExprKind::Consecutive); ++kind) {
        const auto expected = static_cast<ExprKind>(kind);
        EXPECT_EQ(found.expressions.count(expected) + left.count(expected), 1U) << "expression kind " << kind;
    }
    constexpr std::size_t declarationKinds = std::variant_size_v<decltype(check::Declaration::body)>;
    EXPECT_EQ(found.declarations.size(), declarationKinds);
    for (int status = 0; status <= static_cast<int>(Status::Conflict); ++status) {
        EXPECT_EQ(found.statuses.count(static_cast<Status>(status)), 1U) << "status " << status;
    }
    using evaluate::MissingKind;
    EXPECT_EQ(found.missing, (std::set<MissingKind>{MissingKind::Fact, MissingKind::Judgement, MissingKind::Data, MissingKind::Undefined,
                                                    MissingKind::Conflict}));
}

}  // namespace
}  // namespace assay::model

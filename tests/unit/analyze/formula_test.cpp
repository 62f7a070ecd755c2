#include "formula.hpp"

#include <gmock/gmock.h>

#include "assay/analyze/analyze.hpp"

namespace assay::analyze {
namespace {

using Kind = Formulas::Answer::Kind;
using testing::ElementsAre;

struct Fixture : testing::Test {
    Formulas::OperandId line(const std::string& name, check::TypeKind kind) {
        Operand operand;
        operand.text = name;
        operand.type.kind = kind;
        return formulas.operand(name, operand);
    }
    Formulas::Ref below(Formulas::OperandId operand, quantity::Rational at, bool orEqual = false) {
        return formulas.ask(operand, {Question::Kind::IsBelow, 0, {}, std::move(at), orEqual});
    }
    Formulas::Ref truth(const std::string& name) {
        return formulas.ask(line(name, check::TypeKind::Bool), {Question::Kind::IsTrue, 0, {}, {}, false});
    }

    check::Checked checked;
    Formulas formulas{checked};
};

TEST_F(Fixture, WholeTypesHaveNothingBetweenNeighbours) {
    const auto count = line("n", check::TypeKind::Count);
    const auto number = line("x", check::TypeKind::Number);
    const auto betweenFiveAndSix = [&](Formulas::OperandId operand) {
        return formulas.conjunction({formulas.negation(below(operand, 5, true)), below(operand, 6)});
    };
    EXPECT_EQ(formulas.satisfy(betweenFiveAndSix(count), 1000).kind, Kind::Impossible);
    const Formulas::Answer answer = formulas.satisfy(betweenFiveAndSix(number), 1000);
    EXPECT_EQ(answer.kind, Kind::Possible);
    EXPECT_THAT(answer.witness, ElementsAre("x is 5.5"));
}

TEST_F(Fixture, AWitnessLeavesOutWhatDoesNotMatter) {
    const Formulas::Ref either = formulas.disjunction({truth("a"), truth("b")});
    const Formulas::Answer answer = formulas.satisfy(formulas.conjunction({either, formulas.negation(truth("a"))}), 1000);
    EXPECT_EQ(answer.kind, Kind::Possible);
    EXPECT_THAT(answer.witness, ElementsAre("not a", "b"));
    EXPECT_THAT(formulas.satisfy(formulas.constant(true), 1000).witness, ElementsAre());
}

TEST_F(Fixture, ASearchThatTakesTooLongIsUndecided) {
    std::vector<Formulas::Ref> sides;
    for (int index = 0; index < 14; ++index) {
        const Formulas::Ref atom = truth("p" + std::to_string(index));
        sides.push_back(formulas.disjunction({atom, formulas.negation(atom)}));
    }
    sides.push_back(formulas.conjunction({truth("q"), formulas.negation(truth("q"))}));
    const Formulas::Ref goal = formulas.conjunction(sides);
    EXPECT_EQ(formulas.satisfy(goal, 100).kind, Kind::Undecided);
    EXPECT_EQ(formulas.satisfy(goal, Limits{}.searchSteps).kind, Kind::Impossible);
}

}  // namespace
}  // namespace assay::analyze

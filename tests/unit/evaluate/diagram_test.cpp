#include "diagram.hpp"

#include <gtest/gtest.h>

#include <array>

namespace assay::evaluate {
namespace {

using Ref = Diagram::Ref;

// Every function of three variables, by its truth table: bit i is its value where the variables are the bits of i.
constexpr unsigned tables = 256;

class Functions : public testing::Test {
protected:
    Ref build(unsigned table, Diagram::Variable variable = 0, unsigned assignment = 0) {
        if (variable == 3) return (table >> assignment & 1U) != 0 ? Diagram::truth : Diagram::falsity;
        const Ref high = build(table, variable + 1, assignment | 1U << variable);
        const Ref low = build(table, variable + 1, assignment);
        return diagram.ifThenElse(diagram.variable(variable), high, low);
    }

    Diagram diagram{100'000};
};

TEST_F(Functions, AreEqualExactlyWhereTheirReferencesAre) {
    std::array<Ref, tables> refs{};
    for (unsigned table = 0; table < tables; ++table)
        refs.at(table) = build(table);
    for (unsigned a = 0; a < tables; ++a) {
        EXPECT_EQ(build(a), refs.at(a));
        for (unsigned b = 0; b < a; ++b)
            EXPECT_NE(refs.at(a), refs.at(b));
    }
}

TEST_F(Functions, AreCombinedAsTheirTruthTablesAre) {
    for (unsigned a = 0; a < tables; ++a) {
        const Ref first = build(a);
        EXPECT_EQ(diagram.negation(first), build(~a & 0xFFU));
        for (unsigned b = 0; b < tables; b += 7) {
            const Ref second = build(b);
            EXPECT_EQ(diagram.both(first, second), build(a & b));
            EXPECT_EQ(diagram.either(first, second), build(a | b));
            EXPECT_EQ(diagram.implies(first, second), build((~a | b) & 0xFFU));
        }
    }
}

TEST_F(Functions, ExistOverHiddenVariables) {
    for (unsigned table = 0; table < tables; ++table) {
        const Ref function = build(table);
        EXPECT_EQ(diagram.exists(function, {}), function);
        EXPECT_EQ(diagram.exists(function, {0, 1, 2}), table == 0 ? Diagram::falsity : Diagram::truth);
        unsigned withoutSecond = 0;
        for (unsigned assignment = 0; assignment < 8; ++assignment) {
            const unsigned flipped = assignment ^ 2U;
            if (((table >> assignment | table >> flipped) & 1U) != 0) withoutSecond |= 1U << assignment;
        }
        EXPECT_EQ(diagram.exists(function, {1}), build(withoutSecond));
    }
}

TEST(DiagramLimit, IsToldWhenItIsReached) {
    Diagram diagram(6);  // two leaves and four more nodes
    const Ref a = diagram.variable(0);
    const Ref b = diagram.variable(1);
    const Ref c = diagram.variable(2);
    EXPECT_NE(diagram.both(a, b), Diagram::falsity);
    EXPECT_FALSE(diagram.full());
    static_cast<void>(diagram.either(diagram.both(a, c), b));
    EXPECT_TRUE(diagram.full());
}

TEST(DiagramLimit, IsNotReachedByWhatIsThereAlready) {
    Diagram diagram(4);
    const Ref a = diagram.variable(0);
    const Ref b = diagram.variable(1);
    for (int times = 0; times < 10; ++times) {
        EXPECT_EQ(diagram.variable(0), a);
        EXPECT_EQ(diagram.variable(1), b);
        EXPECT_EQ(diagram.either(a, diagram.negation(Diagram::falsity)), Diagram::truth);
    }
    EXPECT_FALSE(diagram.full());
}

}  // namespace
}  // namespace assay::evaluate

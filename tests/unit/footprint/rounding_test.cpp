#include "case.hpp"

namespace assay::footprint::test {

using quantity::Rational;

TEST(Rounding, GoesAwayFromZeroOrToTheEvenDigitAtAHalf) {
    const Rational eighth(1, 8);
    EXPECT_EQ(rounded(eighth, 2, Rounding::HalfUp), "0.13");
    EXPECT_EQ(rounded(eighth, 2, Rounding::HalfEven), "0.12");
    EXPECT_EQ(rounded(Rational(3, 8), 2, Rounding::HalfEven), "0.38");
    EXPECT_EQ(rounded(-eighth, 2, Rounding::HalfUp), "-0.13");
    EXPECT_EQ(rounded(Rational(1, 3), 2, Rounding::HalfUp), "0.33");
    EXPECT_EQ(rounded(Rational(2, 3), 2, Rounding::HalfEven), "0.67");
}

TEST(Rounding, ShowsEveryPlaceAskedFor) {
    EXPECT_EQ(rounded(Rational(2), 3, Rounding::HalfUp), "2.000");
    EXPECT_EQ(rounded(Rational(1, 1000), 2, Rounding::HalfUp), "0.00");
    EXPECT_EQ(rounded(Rational(-1, 1000), 2, Rounding::HalfUp), "0.00");
    EXPECT_EQ(rounded(Rational(999, 1000), 0, Rounding::HalfUp), "1");
    EXPECT_EQ(rounded(Rational(5, 2), 0, Rounding::HalfEven), "2");
}

}  // namespace assay::footprint::test

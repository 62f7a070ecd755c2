#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace assay::check {
namespace {

using quantity::Rational;

CheckedFiles defines(const std::string& type, const std::string& value) {
    return CheckedFiles::withHeader(R"(enum level ordered
  low
  high
record sample
  mass   t
  taken  date
fact samples  list of sample
fact mass     t
fact energy   kWh
fact share    ratio
fact pieces   count
fact factor   number
fact day      date
fact other    date
fact rank     level
fact when_done  date?
define subject : )" + type + "\n  cites P1\n  default " +
                                    value + "\n");
}

std::string typeOf(const std::string& type, const std::string& value) {
    const CheckedFiles files = defines(type, value);
    EXPECT_THAT(files.said(), testing::IsEmpty()) << value;
    return files.typeOf("subject");
}

Rational constantOf(const std::string& type, const std::string& value) {
    const CheckedFiles files = defines(type, value);
    EXPECT_THAT(files.said(), testing::IsEmpty()) << value;
    return std::get<Rational>(files.body("subject").constant.value);
}

TEST(Literals, AreExactAndInTheCoherentUnit) {
    EXPECT_EQ(constantOf("number", "0.1"), Rational(1, 10));
    EXPECT_EQ(constantOf("ratio", "10 %"), Rational(1, 10));
    EXPECT_EQ(constantOf("t", "5 kg"), Rational(5));
    EXPECT_EQ(constantOf("kg", "1.8 t"), Rational(1800));
    EXPECT_EQ(constantOf("kgCO2e/FU", "1.8 tCO2e/FU"), Rational(1800));
    EXPECT_EQ(constantOf("months", "2 years"), Rational(24));
    EXPECT_EQ(constantOf("days", "1 day"), Rational(1));
    EXPECT_EQ(constantOf("working_days", "3 working days"), Rational(3));
}

TEST(Arithmetic, ANumberIsWhatItsOperandsMake) {
    EXPECT_EQ(typeOf("number", "pieces + 1"), "count");
    EXPECT_EQ(typeOf("number", "pieces + factor"), "number");
    EXPECT_EQ(typeOf("number", "pieces / 2"), "number");
    EXPECT_EQ(typeOf("number", "share * pieces"), "number");
    EXPECT_EQ(typeOf("ratio", "share * share"), "ratio");
    EXPECT_EQ(typeOf("ratio", "share / 2"), "ratio");
}

TEST(Arithmetic, QuantitiesOfOneDimensionDivideToARatioOthersToAQuantity) {
    EXPECT_EQ(typeOf("ratio", "mass / (2 kg)"), "ratio");
    EXPECT_EQ(typeOf("kWh/t", "energy / mass"), "kWh/kg");
    EXPECT_EQ(typeOf("kWh", "energy / mass * mass"), "kWh");
    EXPECT_EQ(typeOf("t", "2 * mass - abs(mass)"), "kg");
}

TEST(Arithmetic, DatesAndPeriods) {
    EXPECT_EQ(typeOf("days", "day - other"), "days");
    EXPECT_EQ(typeOf("date", "day - 90 days"), "date");
    EXPECT_EQ(typeOf("date", "day + 1 year"), "date");
    EXPECT_EQ(typeOf("months", "1 year + 1 month"), "months");
    const CheckedFiles files = defines("date", "day - 1 year");
    const Expr& difference = files.body("subject");
    EXPECT_EQ(difference.kind, ExprKind::AddMonths);
    EXPECT_EQ(files.operand(difference, 1).kind, ExprKind::Negate);
}

TEST(Comparisons, IsIsReadByTheTypeOfTheLeft) {
    EXPECT_EQ(defines("bool", "rank is high").body("subject").kind, ExprKind::IsEnumerator);
    EXPECT_EQ(defines("bool", "rank is high").body("subject").index, 1U);
    EXPECT_EQ(defines("bool", "rank is not high").body("subject").kind, ExprKind::Not);
    EXPECT_EQ(defines("bool", "pieces is 5").body("subject").kind, ExprKind::Equal);
    EXPECT_EQ(defines("bool", "pieces is not 5").body("subject").kind, ExprKind::NotEqual);
    EXPECT_EQ(defines("bool", "when_done is none").body("subject").kind, ExprKind::IsNone);
    EXPECT_EQ(defines("bool", "when_done is not none").body("subject").kind, ExprKind::IsGiven);
    EXPECT_EQ(defines("bool", "rank >= high").body("subject").kind, ExprKind::GreaterEqual);
}

TEST(Comparisons, ASetHoldsCoherentConstants) {
    const CheckedFiles files = defines("bool", "mass in {1 t, 500 kg}");
    const Expr& in = files.body("subject");
    ASSERT_EQ(in.kind, ExprKind::InSet);
    ASSERT_EQ(in.operands.size(), 3U);
    EXPECT_EQ(std::get<Rational>(files.operand(in, 1).constant.value), Rational(1000));
    EXPECT_EQ(std::get<Rational>(files.operand(in, 2).constant.value), Rational(500));
}

TEST(Quantifiers, HaveTheTypeOfWhatTheyMeasure) {
    EXPECT_EQ(typeOf("count", "count s in samples where s.mass > 1 t"), "count");
    EXPECT_EQ(typeOf("t", "sum s.mass for s in samples"), "kg");
    EXPECT_EQ(typeOf("date", "max s.taken for s in samples"), "date");
    EXPECT_EQ(typeOf("bool", "(the s in samples where s.mass > 1 t) in samples"), "bool");
}

TEST(Quantifiers, OperandsAreListWhereAndBody) {
    const CheckedFiles files = defines("bool", "some s in samples where s.mass > 1 t has s.taken > day");
    const Expr& some = files.body("subject");
    EXPECT_TRUE(some.hasWhere);
    ASSERT_EQ(some.operands.size(), 3U);
    EXPECT_EQ(files.operand(some, 0).kind, ExprKind::ListFact);
    EXPECT_EQ(files.checked.binders[some.binder].name, "s");
}

TEST(Optionals, KeepTheirTypeAtTheNodeAndLoseItAtTheUse) {
    const CheckedFiles files = defines("date", "if when_done is given then when_done else day");
    const Expr& choice = files.body("subject");
    EXPECT_TRUE(files.operand(choice, 1).type.optional);
    EXPECT_FALSE(choice.type.optional);
    EXPECT_EQ(typeOf("date?", "if day > other then when_done else none"), "date?");
}

}  // namespace
}  // namespace assay::check

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace assay::check {
namespace {

using quantity::Rational;

CheckedFiles staffing() {
    return CheckedFiles::withHeader(R"(enum grade ordered
  low
  high
table staffing (size : count 1.., share : ratio, grade : grade?) : person_day
  cites P1
  hit unique complete
  | share     | size   | grade  | days |
  | ..10 %    | ..50   | none   | 1    |  cites P2
  | > 10 %    | 51, 52 | ..low  | 1.5  |
  | any       | any    | any    | 2    |
)");
}

const Table& tableOf(const CheckedFiles& files) {
    return std::get<Table>(files.checked.declarations[*files.checked.findDeclaration("staffing")].body);
}

TEST(Tables, CellsStandInTheOrderOfTheParameters) {
    const CheckedFiles files = staffing();
    ASSERT_THAT(files.said(), testing::IsEmpty());
    const Row& first = tableOf(files).rows.at(0);
    EXPECT_EQ(first.cells.at(0).high, Rational(50));
    EXPECT_EQ(first.cells.at(1).high, Rational(1, 10));
    EXPECT_EQ(first.cells.at(2).kind, Cell::Kind::None);
    EXPECT_THAT(first.clauses, testing::ElementsAre("P2"));
}

TEST(Tables, RangesKeepTheirStrictnessAndEnumsCountByPlace) {
    const CheckedFiles files = staffing();
    const Row& second = tableOf(files).rows.at(1);
    EXPECT_EQ(second.cells.at(0).equals.size(), 2U);
    EXPECT_TRUE(second.cells.at(1).lowStrict);
    EXPECT_EQ(second.cells.at(1).low, Rational(1, 10));
    EXPECT_EQ(second.cells.at(2).high, Rational(0));
    EXPECT_EQ(tableOf(files).rows.at(2).cells.at(0).kind, Cell::Kind::Any);
}

TEST(Tables, AnOutputWithoutAUnitIsInTheDeclaredOne) {
    const CheckedFiles files = staffing();
    const Expr& output = files.checked.expressions[tableOf(files).rows.at(1).output];
    EXPECT_EQ(output.type.kind, TypeKind::Quantity);
    EXPECT_EQ(std::get<Rational>(output.constant.value), Rational(3, 2));
}

TEST(Tables, BoundsOfParametersAreKept) {
    const CheckedFiles files = staffing();
    EXPECT_EQ(tableOf(files).parameters.at(0).low, Rational(1));
    EXPECT_EQ(tableOf(files).parameters.at(0).high, std::nullopt);
    EXPECT_TRUE(tableOf(files).complete);
}

}  // namespace
}  // namespace assay::check

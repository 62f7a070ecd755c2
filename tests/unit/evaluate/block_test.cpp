#include "block.hpp"

#include <gtest/gtest.h>

#include "sample.hpp"

namespace assay::evaluate {
namespace {

using quantity::Interval;
using quantity::Rational;
using testing::day;

const std::string declarations = R"(
enum kind
  tube   en "tube" zh "管"
  plate  en "plate" zh "板"

record visit
  clean  bool

record finding  dated by issued_on
  issued_on  date
  severe     bool
  closed_on  date? absent is none
  visits     list of visit

fact registered   bool
fact pieces       count 1..400
fact ended_on     date? absent is none
fact valid_until  date?
fact kind_of      kind
fact names        list of text
fact chosen       list of item of findings
fact findings     list of finding
fact distance of (finding, finding)  number 0..

rule all_registered
  cites P1
  require registered
)";

class InBlock : public ::testing::Test {
protected:
    Block block(const std::string& toml, const std::string& asOf) {
        return {sample_.rules.checked, {{&sample_.read(toml), day(asOf), {}}}};
    }
    Value fact(const std::string& name, const std::string& toml, const std::string& asOf = "2025-03-05") {
        return block(toml, asOf).fact(sample_.fact(name), 0);
    }
    [[nodiscard]] check::FieldId field(std::string_view name) const {
        for (std::size_t index = 0; index < sample_.rules.checked.fields.size(); ++index) {
            if (sample_.rules.checked.fields[check::FieldId(index)].name == name) return check::FieldId(index);
        }
        ADD_FAILURE() << "no field " << name;
        return check::FieldId(0);
    }
    [[nodiscard]] check::ListId list(std::string_view name) const {
        for (std::size_t index = 0; index < sample_.rules.checked.lists.size(); ++index) {
            if (sample_.rules.checked.lists[check::ListId(index)].name == name) return check::ListId(index);
        }
        ADD_FAILURE() << "no list " << name;
        return check::ListId(0);
    }

    testing::Sample sample_{declarations};
};

TEST_F(InBlock, AnAbsentFactHasEveryValueThatItsDeclarationAllows) {
    EXPECT_EQ(fact("registered", ""), Value{});
    EXPECT_EQ(fact("pieces", "").interval(), (Interval{Rational(1), Rational(400)}));
    EXPECT_EQ(fact("kind_of", "").choices().enumerators, 3U);
    EXPECT_TRUE(fact("valid_until", "").canBeNone && fact("valid_until", "").canBeGiven);
    EXPECT_EQ(fact("ended_on", ""), Value::none());
    EXPECT_FALSE(std::get<Elements>(fact("names", "").possible).known);
}

TEST_F(InBlock, AnEndThatARangeLeavesOutIsTheDeclaredOne) {
    EXPECT_EQ(fact("pieces", "pieces = { min = 50 }").interval(), (Interval{Rational(50), Rational(400)}));
    EXPECT_EQ(fact("pieces", "pieces = { max = 50 }").interval(), (Interval{Rational(1), Rational(50)}));
    const Value until = fact("valid_until", "valid_until = { min = 2025-01-01 }");
    EXPECT_FALSE(until.canBeNone);
    EXPECT_EQ(until.interval().low, Rational(day("2025-01-01").dayNumber()));
}

TEST_F(InBlock, ARecordCountsFromItsDay) {
    const std::string recorded = "registered = { value = true, on = 2025-03-05 }";
    EXPECT_FALSE(fact("registered", recorded, "2025-03-04").settled());
    EXPECT_TRUE(fact("registered", recorded, "2025-03-05").isTrue());
    const std::string none = "valid_until = { none = true, on = 2025-03-05 }";
    EXPECT_FALSE(fact("valid_until", none, "2025-03-04").settled());
    EXPECT_EQ(fact("valid_until", none, "2025-03-05"), Value::none());
}

TEST_F(InBlock, ARecordThatDoesNotCountYetHasNoSource) {
    const std::string recorded = "registered = { value = true, on = 2025-03-05 }";
    EXPECT_EQ(block(recorded, "2025-03-04").source(sample_.fact("registered"), 0), nullptr);
    EXPECT_NE(block(recorded, "2025-03-05").source(sample_.fact("registered"), 0), nullptr);
    EXPECT_EQ(block("", "2025-03-05").source(sample_.fact("registered"), 0), nullptr);
}

TEST_F(InBlock, AnEventThatLiesAheadHasNotHappened) {
    EXPECT_EQ(fact("ended_on", "ended_on = 2025-03-06", "2025-03-05"), Value::none());
    EXPECT_EQ(fact("ended_on", "ended_on = 2025-03-06", "2025-03-06").interval(), Interval::point(Rational(day("2025-03-06").dayNumber())));
}

TEST_F(InBlock, AnyOtherDateMayLieAhead) {
    EXPECT_TRUE(fact("valid_until", "valid_until = 2030-01-01", "2025-03-05").settled());
}

TEST_F(InBlock, AnItemCountsFromItsDay) {
    const std::string items = R"(findings = [
  { id = "F1", issued_on = 2025-03-04, severe = true },
  { id = "F2", issued_on = 2025-03-05, closed_on = 2025-03-06 },
  { id = "F3", issued_on = { min = 2025-03-06 } },
  { id = "F4" },
])";
    const Block early = block(items, "2025-03-05");
    const ListTable& table = early.table(list("findings"));
    ASSERT_EQ(table.item, (std::vector<std::size_t>{0, 1, 3}));
    EXPECT_TRUE(table.known.front());
    EXPECT_EQ(early.itemId(list("findings"), 1), "F2");
    EXPECT_TRUE(early.field(field("severe"), list("findings"), 0).isTrue());
    EXPECT_EQ(early.field(field("closed_on"), list("findings"), 1), Value::none());
    const Block later = block(items, "2025-03-06");
    EXPECT_EQ(later.table(list("findings")).item.size(), 4U);
    EXPECT_TRUE(later.field(field("closed_on"), list("findings"), 1).canBeGiven);
}

TEST_F(InBlock, AListIsUnknownEmptyOrKnownFromItsDay) {
    EXPECT_FALSE(block("", "2025-03-05").table(list("findings")).known.front());
    EXPECT_TRUE(block("findings = []", "2025-03-05").table(list("findings")).known.front());
    const std::string recorded = "findings = { items = [], on = 2025-03-05 }";
    EXPECT_FALSE(block(recorded, "2025-03-04").table(list("findings")).known.front());
    EXPECT_TRUE(block(recorded, "2025-03-05").table(list("findings")).known.front());
}

TEST_F(InBlock, NestedItemsBelongToTheirParents) {
    const Block nested = block(R"(findings = [
  { id = "F1", issued_on = 2025-03-01, visits = [{ id = "V1" }, { id = "V2" }] },
  { id = "F2", issued_on = 2025-03-09, visits = [{ id = "V1" }] },
  { id = "F3", issued_on = 2025-03-01 },
  { id = "F4", issued_on = 2025-03-01, visits = [{ id = "V9" }] },
])",
                               "2025-03-05");
    const ListTable& visits = nested.table(list("findings.visits"));
    EXPECT_EQ(visits.known, (std::vector<bool>{true, false, true}));
    EXPECT_EQ(visits.first, (std::vector<RowIndex>{0, 2, 2, 3}));
    EXPECT_EQ(visits.parent, (std::vector<RowIndex>{0, 0, 2}));
    EXPECT_EQ(nested.itemPath(list("findings.visits"), 2), "findings[F4].visits[V9]");
}

TEST_F(InBlock, AListThatNamesAnItemNotKnownYetIsUnknown) {
    const std::string chosen = "chosen = [\"F1\"]\nfindings = [{ id = \"F1\", issued_on = 2025-03-05 }]";
    EXPECT_FALSE(fact("chosen", chosen, "2025-03-04").settled());
    EXPECT_TRUE(fact("chosen", chosen, "2025-03-05").settled());
}

TEST_F(InBlock, APairIsFoundInEitherOrder) {
    const Block pairs = block(R"(findings = [
  { id = "F1", issued_on = 2025-03-01 },
  { id = "F2", issued_on = 2025-03-01 },
  { id = "F3", issued_on = 2025-03-01 },
]
distance = [{ of = ["F3", "F1"], value = 7 }])",
                              "2025-03-05");
    const check::FactId distance = sample_.fact("distance");
    EXPECT_EQ(pairs.pair(distance, 0, 0, 2), Value::of(Rational(7)));
    EXPECT_EQ(pairs.pair(distance, 0, 2, 0), Value::of(Rational(7)));
    EXPECT_EQ(pairs.pair(distance, 0, 0, 1).interval(), (Interval{Rational(0), std::nullopt}));
}

}  // namespace
}  // namespace assay::evaluate

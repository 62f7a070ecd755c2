#include "assay/evaluate/margin.hpp"

#include <gmock/gmock.h>

#include "sample.hpp"

namespace assay::evaluate {
namespace {

using quantity::Rational;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Sample;
using testing::today;

const char* const rules = R"(
enum grade
  small
  medium
  large

record finding
  share  ratio

fact share     ratio 0 %..100 %  from client
fact until     date   from client
fact size      count  from client
fact weight    kg     from client
fact misleads  judgement  from client
fact findings  list of finding  from client

rule share_small
  cites P1
  require 10 % >= share

rule valid
  cites P2
  require until >= 2025-02-28

decide allowed
  cites P1
  yes favourable when all of share_small, valid
  no  adverse    otherwise

decide current
  cites P1
  yes favourable when until > as_of
  no  adverse    otherwise

decide bracket : grade
  cites P1
  small   neutral when size < 10
  medium  neutral when size >= 10 and size < 20
  large   neutral when size >= 20

table visit_days (size : count) : count
  cites P3
  hit unique
  | size   | days |
  | ..50   | 1    |
  | 51..80 | 2    |
  | 81..   | 3    |

decide visit
  cites P3
  short neutral when visit_days(size) <= 2
  long  neutral otherwise

decide heavy
  cites P1
  yes adverse    when weight / 2 > 1500 g and not misleads
  no  favourable otherwise

decide clean
  cites P1
  yes favourable when every f in findings has f.share < 5 %
  no  adverse    otherwise
)";

struct Asked {
    Sample sample{rules};
    Margins margins;

    Asked(const char* document, std::string_view decision) {
        const facts::CaseFacts& facts = sample.read(document);
        const Evaluation evaluation(sample.program, {{&facts, today, {}}});
        margins = evaluation.margins(0, sample.decl(decision)).value();
    }

    // "share <= -8/25 relative 16/25 no": the value, what is asked of it, how far it is and what it would turn to.
    [[nodiscard]] std::vector<std::string> said() const {
        std::vector<std::string> all;
        for (const Margin& margin : margins.margins) {
            const std::string distance = margin.distance ? margin.distance->exact() + " of " + margin.relative.exact() : "open";
            all.push_back(margin.value + " " + margin.op + " " + distance + (margin.turned ? " -> " + *margin.turned : ""));
        }
        return all;
    }
};

// 4 days of 365 are less than 7 % of 10 %.
TEST(Margins, AreExactAndBeginWithTheSmallestInRelation) {
    const Asked asked("share = \"3 %\"\nuntil = 2025-03-04\n", "allowed");
    EXPECT_EQ(asked.margins.outcome, "yes");
    EXPECT_THAT(asked.said(), ElementsAre("until >= 4 of 4/365 -> no", "share <= -7/100 of 7/10 -> no"));
    const Margin& share = asked.margins.margins.back();
    EXPECT_EQ(share.decl, asked.sample.decl("share_small"));
    EXPECT_EQ(share.thresholdLine, quantity::Interval::point(Rational(1, 10)));
}

TEST(Margins, OnTheThresholdAreNothingAndStillHaveTwoSides) {
    EXPECT_THAT(Asked("share = \"10 %\"\nuntil = 2026-02-28\n", "allowed").said(),
                ElementsAre("share <= 0 of 0 -> no", "until >= 365 of 1 -> no"));
    // `>` leaves its threshold out: the day after would do.
    EXPECT_THAT(Asked("until = 2025-06-01\n", "current").said(), ElementsAre("until > 0 of 0 -> yes"));
    EXPECT_THAT(Asked("until = 2025-06-02\n", "current").said(), ElementsAre("until > 1 of 1/365 -> no"));
}

TEST(Margins, ThatChangeNothingAloneSayNothingOfAnotherSide) {
    EXPECT_THAT(Asked("share = \"12 %\"\nuntil = 2025-02-27\n", "allowed").said(),
                ElementsAre("until >= -1 of 1/365", "share <= 1/50 of 1/5"));
}

// A value that crosses a threshold does so wherever it is compared with it: no bracket is open, none holds twice.
TEST(Margins, MoveTheValueAndNotTheComparison) {
    EXPECT_THAT(Asked("size = 12\n", "bracket").said(), ElementsAre("size < 2 of 1/5 -> small", "size < -8 of 2/5 -> large"));
    EXPECT_THAT(Asked("size = 9\n", "bracket").said(), ElementsAre("size < -1 of 1/10 -> medium", "size >= -11 of 11/20 -> large"));
}

// 51..80: 60 is 9 above, where one day is short as well, and 20 below, where three are long.
TEST(Margins, OfATableAreThoseOfTheRowThatApplies) {
    const Asked asked("size = 60\n", "visit");
    EXPECT_THAT(asked.said(), ElementsAre("visit_days <= 0 of 0 -> long", "size >= 9 of 3/17", "size <= -20 of 1/4 -> long"));
    EXPECT_EQ(asked.margins.margins[1].row, 1U);
}

// 3.2 kg / 2 = 1600 g, 100 g above 1500 g.
TEST(Margins, OfAnExpressionAreInTheUnitOfTheThreshold) {
    const Asked asked("weight = \"3.2 kg\"\nmisleads = { value = false, by = \"V-1\", on = 2025-01-10 }\n", "heavy");
    EXPECT_THAT(asked.said(), ElementsAre(" > 1/10 of 1/15 -> no"));
    EXPECT_EQ(asked.margins.margins.front().unit.symbol, "g");
    ASSERT_EQ(asked.margins.judgements.size(), 1U);
    EXPECT_EQ(asked.margins.judgements.front().fact, "misleads");
    EXPECT_EQ(asked.margins.judgements.front().provenance.by, "V-1");
}

TEST(Margins, OfARangeAreThoseOfItsNearestEnd) {
    const Asked below("share = { min = \"2 %\", max = \"8 %\" }\nuntil = 2025-03-04\n", "allowed");
    EXPECT_THAT(below.said(), ElementsAre("until >= 4 of 4/365 -> no", "share <= -1/50 of 1/5 -> no"));
    ASSERT_EQ(below.margins.ranges.size(), 1U);
    EXPECT_EQ(below.margins.ranges.front().fact, "share");
    EXPECT_THAT(Asked("share = { min = \"8 %\", max = \"12 %\" }\nuntil = 2025-03-04\n", "allowed").said(),
                ElementsAre("share <= open", "until >= 4 of 4/365 -> no"));
}

TEST(Margins, AreNotOfWhatIsUnknown) {
    EXPECT_THAT(Asked("share = \"12 %\"\n", "allowed").said(), ElementsAre("share <= 1/50 of 1/5 -> undetermined"));
    EXPECT_THAT(Asked("", "current").said(), IsEmpty());
}

// One item fails: it alone decides, and the others are not what keeps it from being clean.
TEST(Margins, NameTheItem) {
    const char* const findings = "[[findings]]\nid = \"F1\"\nshare = \"4 %\"\n[[findings]]\nid = \"F2\"\nshare = \"5 %\"\n";
    EXPECT_THAT(Asked(findings, "clean").said(), ElementsAre("findings[F2].share < 0 of 0 -> yes"));
}

}  // namespace
}  // namespace assay::evaluate

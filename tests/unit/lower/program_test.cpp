#include "assay/lower/program.hpp"

#include <gmock/gmock.h>

#include "fixture.hpp"

namespace assay::lower {
namespace {

const std::string declarations = R"(
record visit
  clean  bool
  on     date

record unit
  ok      bool
  valid   date?
  visits  list of visit

fact started_on  date? absent is none
fact ended_on    date? absent is none
fact waived      bool
fact kind_known  bool
fact value       number
fact units       list of unit
fact chosen      list of item of units

stage inspection  entered on started_on  skipped when waiver is granted
  cites P1
  label en "inspection" zh "检查"

stage closing  entered on ended_on
  cites P1
  label en "closing" zh "结束"

rule later_rule at inspection
  cites P1
  when kind_known
  require first_rule and waived

rule second_rule at inspection
  cites P1
  require waived

rule first_rule
  cites P1
  require every u in units where u.ok has u.valid is given and u.valid > 2025-01-01

decide waiver
  cites P1
  granted      favourable  when waived
  not_granted  neutral     otherwise

rule unit_ok for u in units
  cites P1
  require u.ok and waived

rule visit_clean for u in units, v in u.visits
  cites P1
  require v.clean and u.unit_ok

rule members_ok
  cites P1
  require every c in chosen has c.ok

rule in_order for u in units
  cites P1
  require every consecutive a, b in u.visits by a.on has b.on - a.on <= 30 days

define scaled : number
  cites P1
  default value * 2
  except waived_client: 4  when waived
  except known_client:  5  when kind_known  over waived_client

rule in_set
  cites P1
  require value in {1, 2, 3}

checklist papers at inspection
  cites P1
  when kind_known
  item bare     require waived
  item guarded  require value > 1  when waived
)";

class Lowered : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(rules_.said().empty()) << rules_.said().front(); }

    [[nodiscard]] check::DeclId decl(std::string_view name) const { return rules_.checked.findDeclaration(name).value(); }
    [[nodiscard]] const DeclarationParts& parts(std::string_view name) const { return program_.declarations[decl(name)]; }
    [[nodiscard]] const Node& node(NodeId id) const { return program_.nodes[id]; }
    [[nodiscard]] const Space& space(SpaceId id) const { return program_.spaces[id]; }
    [[nodiscard]] std::size_t count(Op op) const {
        std::size_t found = 0;
        for (const Node& each : program_.nodes)
            found += each.op == op ? 1U : 0U;
        return found;
    }
    [[nodiscard]] bool isAbove(SpaceId outer, SpaceId inner) const {
        while (inner != outer && inner != Program::caseSpace())
            inner = space(inner).parent;
        return inner == outer;
    }

    check::CheckedFiles rules_ = check::CheckedFiles::withHeader(declarations);
    Program program_ = lower(rules_.checked);
};

TEST_F(Lowered, OperandsComeBeforeTheirNode) {
    for (std::size_t index = 0; index < program_.nodes.size(); ++index) {
        for (const NodeId operand : node(NodeId(index)).operands) {
            ASSERT_TRUE(operand.valid()) << index;
            EXPECT_LT(operand.index(), index);
        }
    }
}

TEST_F(Lowered, OperandsStandInTheSpaceOfTheirNodeOrAboveIt) {
    for (const Node& each : program_.nodes) {
        const SpaceId below = each.inner.valid() ? each.inner : each.space;
        for (const NodeId operand : each.operands)
            EXPECT_TRUE(isAbove(node(operand).space, below));
    }
}

TEST_F(Lowered, PartsOfADeclarationComeBeforeItsNode) {
    for (const DeclarationParts& each : program_.declarations) {
        ASSERT_TRUE(each.node.valid());
        EXPECT_EQ(node(each.node).op, Op::Declaration);
        EXPECT_EQ(node(each.node).space, each.space);
        std::vector<NodeId> all = {each.entered, each.skipped, each.when, each.body};
        for (const std::vector<NodeId>* list : {&each.notYet, &each.conditions, &each.values, &each.items})
            all.insert(all.end(), list->begin(), list->end());
        for (const NodeId part : all) {
            if (!part.valid()) continue;
            EXPECT_LT(part.index(), each.node.index());
            EXPECT_TRUE(isAbove(node(part).space, each.space));
        }
    }
}

TEST_F(Lowered, DeclarationsComeAfterThoseThatTheyRead) {
    EXPECT_LT(parts("first_rule").node.index(), parts("later_rule").node.index());
    EXPECT_LT(parts("unit_ok").node.index(), parts("visit_clean").node.index());
    for (std::size_t index = 0; index < program_.declarations.size(); ++index) {
        for (const check::DeclId used : rules_.checked.declarations[check::DeclId(index)].uses)
            EXPECT_LT(program_.declarations[used].node.index(), program_.declarations[check::DeclId(index)].node.index());
    }
}

TEST_F(Lowered, AStageIsLoweredOnceAndOnlyWhereItIsUsed) {
    EXPECT_EQ(count(Op::StageEntered), 1U);
    EXPECT_EQ(count(Op::StageSkipped), 1U);
    EXPECT_EQ(parts("later_rule").entered, parts("second_rule").entered);
    EXPECT_EQ(parts("later_rule").skipped, parts("second_rule").skipped);
    EXPECT_FALSE(parts("first_rule").entered.valid());
    EXPECT_FALSE(node(parts("later_rule").entered).owner.valid());
    EXPECT_LT(parts("waiver").node.index(), parts("later_rule").skipped.index());
}

TEST_F(Lowered, PartsThatAreNotWrittenAreAbsent) {
    EXPECT_TRUE(parts("later_rule").when.valid());
    EXPECT_FALSE(parts("first_rule").when.valid());
    ASSERT_EQ(parts("waiver").conditions.size(), 2U);
    EXPECT_TRUE(parts("waiver").conditions[0].valid());
    EXPECT_FALSE(parts("waiver").conditions[1].valid());
    EXPECT_EQ(parts("scaled").conditions.size(), 2U);
    EXPECT_EQ(parts("scaled").values.size(), 2U);
    EXPECT_EQ(node(parts("scaled").body).op, Op::Multiply);
}

TEST_F(Lowered, AChecklistIsTheConjunctionOfItsItems) {
    const DeclarationParts& papers = parts("papers");
    EXPECT_TRUE(papers.when.valid());
    EXPECT_TRUE(papers.skipped.valid());
    ASSERT_EQ(papers.items.size(), 2U);
    EXPECT_EQ(node(papers.body).op, Op::And);
    EXPECT_EQ(node(papers.body).operands, papers.items);
    EXPECT_FALSE(papers.conditions[0].valid());
    EXPECT_EQ(papers.items[0], papers.values[0]);
    EXPECT_EQ(node(papers.items[1]).op, Op::Or);
    EXPECT_EQ(node(papers.items[1]).operands[1], papers.values[1]);
    EXPECT_EQ(node(node(papers.items[1]).operands[0]).operands, std::vector<NodeId>{papers.conditions[1]});
}

TEST_F(Lowered, HeadingsOverOneListShareItsSpace) {
    const check::ListId units = rules_.checked.binders[rules_.checked.declarations[decl("unit_ok")].heading.front()].list;
    EXPECT_EQ(parts("unit_ok").space, program_.spaceOf(units));
    EXPECT_EQ(parts("in_order").space, parts("unit_ok").space);
    EXPECT_EQ(space(parts("unit_ok").space).kind, SpaceKind::Items);
    EXPECT_EQ(space(parts("unit_ok").space).parent, Program::caseSpace());
    EXPECT_EQ(space(parts("visit_clean").space).kind, SpaceKind::Children);
    EXPECT_EQ(space(parts("visit_clean").space).parent, parts("unit_ok").space);
    EXPECT_EQ(space(parts("visit_clean").space).depth, 2U);
    EXPECT_EQ(parts("first_rule").space, Program::caseSpace());
}

TEST_F(Lowered, AQuantifierStandsAboveItsItems) {
    const Node& every = node(parts("first_rule").body);
    EXPECT_EQ(every.op, Op::Every);
    EXPECT_EQ(every.space, Program::caseSpace());
    EXPECT_EQ(space(every.inner).kind, SpaceKind::Items);
    EXPECT_EQ(every.payload, 1U);
    EXPECT_EQ(every.operands.size(), 2U);
    const Node& members = node(parts("members_ok").body);
    EXPECT_EQ(space(members.inner).kind, SpaceKind::Members);
    EXPECT_EQ(members.payload, 0U);
    EXPECT_EQ(members.operands.size(), 1U);
}

TEST_F(Lowered, NeighboursHaveTheirKeyInTheSpaceOfTheItems) {
    const Node& every = node(parts("in_order").body);
    const Space& pairs = space(every.inner);
    ASSERT_EQ(pairs.kind, SpaceKind::Consecutive);
    EXPECT_EQ(pairs.parent, parts("in_order").space);
    EXPECT_EQ(space(pairs.base).parent, pairs.parent);
    EXPECT_EQ(node(pairs.source).space, pairs.base);
    std::vector<std::size_t> variables;
    for (const Node& each : program_.nodes) {
        if (each.op == Op::Variable && each.space == every.inner) variables.push_back(each.second);
    }
    EXPECT_THAT(variables, ::testing::UnorderedElementsAre(0U, 1U));
}

TEST_F(Lowered, AnExpressionStandsNoDeeperThanWhatItReads) {
    const Node& both = node(parts("unit_ok").body);
    EXPECT_EQ(both.op, Op::And);
    EXPECT_EQ(both.space, parts("unit_ok").space);
    EXPECT_EQ(node(both.operands[0]).op, Op::Field);
    EXPECT_EQ(node(both.operands[1]).space, Program::caseSpace());
}

TEST_F(Lowered, AnOptionalIsTurnedIntoItsValueWhereOneIsWanted) {
    const Node& every = node(parts("first_rule").body);
    const Node& body = node(every.operands[1]);
    ASSERT_EQ(body.op, Op::And);
    EXPECT_EQ(node(body.operands[0]).op, Op::IsGiven);
    EXPECT_TRUE(node(node(body.operands[0]).operands[0]).type.optional);
    const Node& greater = node(body.operands[1]);
    EXPECT_EQ(node(greater.operands[0]).op, Op::Present);
    EXPECT_FALSE(node(greater.operands[0]).type.optional);
}

TEST_F(Lowered, ASetIsOneEqualityAMember) {
    const Node& either = node(parts("in_set").body);
    EXPECT_EQ(either.op, Op::Or);
    ASSERT_EQ(either.operands.size(), 3U);
    for (const NodeId operand : either.operands)
        EXPECT_EQ(node(operand).op, Op::Equal);
}

TEST_F(Lowered, ADeclarationOfAnItemIsReadAtThatItem) {
    const Node& both = node(parts("visit_clean").body);
    const Node& atItem = node(both.operands[1]);
    ASSERT_EQ(atItem.op, Op::AtItem);
    EXPECT_EQ(check::DeclId(atItem.payload), decl("unit_ok"));
}

TEST_F(Lowered, EachNodeKnowsTheDeclarationInWhichItIsWritten) {
    EXPECT_EQ(node(parts("unit_ok").body).owner, decl("unit_ok"));
    EXPECT_EQ(node(parts("later_rule").when).owner, decl("later_rule"));
}

}  // namespace
}  // namespace assay::lower

#include "assay/record/steps.hpp"

#include <gtest/gtest.h>

namespace assay::record {
namespace {

using trace::Step;
using trace::StepKind;

Step fact(const std::string& subject, const std::string& conclusion) {
    Step step;
    step.kind = StepKind::Fact;
    step.subject = subject;
    step.type = "quantity";
    step.conclusion = conclusion;
    return step;
}

Step operation(const std::string& op, const std::string& conclusion, std::vector<Step> premises) {
    Step step;
    step.kind = StepKind::Operation;
    step.op = op;
    step.conclusion = conclusion;
    step.premises = std::move(premises);
    return step;
}

TEST(StepList, HoldsEveryStepOnceBehindItsPremises) {
    StepList list([](source::Span) { return std::string(); });
    const Step sum = operation("+", "5", {fact("a", "2"), fact("b", "3")});
    EXPECT_EQ(list.add(sum), 2U);
    EXPECT_EQ(list.add(operation("*", "10", {sum, fact("a", "2")})), 3U);
    EXPECT_EQ(list.add(sum), 2U);
    const nlohmann::json steps = list.take();
    ASSERT_EQ(steps.size(), 4U);
    EXPECT_EQ(steps[3]["premises"], nlohmann::json({2, 0}));
}

TEST(StepList, GivesAStepBackWithItsPremisesAndTheirs) {
    StepList list([](source::Span) { return std::string(); });
    const Step sum = operation("+", "5", {fact("a", "2"), fact("b", "3")});
    (void)list.add(operation("not less", "5", {operation("abs", "5", {sum})}));
    nlohmann::json steps = list.take();
    const std::optional<Step> last = stepAt(steps, 4);
    ASSERT_TRUE(last);
    EXPECT_EQ(last->op, "not less");
    ASSERT_EQ(last->premises.size(), 1U);
    ASSERT_EQ(last->premises[0].premises.size(), 1U);
    EXPECT_EQ(last->premises[0].premises[0].op, "+");
    EXPECT_TRUE(last->premises[0].premises[0].premises.empty());
    steps[2] = {{"masked", std::string(64, '0')}};
    EXPECT_FALSE(stepAt(steps, 4)) << "a premise of a premise is masked";
    EXPECT_FALSE(stepAt(steps, 2));
}

}  // namespace
}  // namespace assay::record

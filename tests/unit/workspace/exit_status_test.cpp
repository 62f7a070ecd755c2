#include "assay/workspace/exit_status.hpp"

#include <gtest/gtest.h>

namespace assay::workspace {
namespace {

using evaluate::VerdictKind;

TEST(ExitStatusOfAVerdict, IsThatOfTheInterface) {
    EXPECT_EQ(static_cast<int>(exitStatusOf(VerdictKind::Conform)), 0);
    EXPECT_EQ(static_cast<int>(exitStatusOf(VerdictKind::Nonconform)), 1);
    EXPECT_EQ(static_cast<int>(exitStatusOf(VerdictKind::Conflict)), 3);
    EXPECT_EQ(static_cast<int>(exitStatusOf(VerdictKind::Undetermined)), 4);
}

TEST(WorstStatus, FollowsTheOrderAndNotTheNumber) {
    EXPECT_EQ(worst({}), ExitStatus::Conform);
    EXPECT_EQ(worst({ExitStatus::Conform, ExitStatus::Nonconform}), ExitStatus::Nonconform);
    EXPECT_EQ(worst({ExitStatus::Nonconform, ExitStatus::Undetermined}), ExitStatus::Undetermined);
    EXPECT_EQ(worst({ExitStatus::Undetermined, ExitStatus::Invalid}), ExitStatus::Invalid);
    EXPECT_EQ(worst({ExitStatus::LimitReached, ExitStatus::Invalid}), ExitStatus::LimitReached);
    EXPECT_EQ(worst({ExitStatus::LimitReached, ExitStatus::VerificationFailed}), ExitStatus::VerificationFailed);
    EXPECT_EQ(worst({ExitStatus::Conform, ExitStatus::Internal, ExitStatus::Usage}), ExitStatus::Internal);
}

}  // namespace
}  // namespace assay::workspace

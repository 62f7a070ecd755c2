#include <gmock/gmock.h>

#include "assay/source/text.hpp"

namespace assay::source {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Closest, OffersTheNearestFirst) {
    EXPECT_THAT(closest("severty", {"securities", "severely", "severity"}), ElementsAre("severity", "severely"));
}

TEST(Closest, KeepsTheOrderOfCandidatesThatAreEquallyNear) {
    EXPECT_THAT(closest("cat", {"hat", "bat", "car"}), ElementsAre("hat", "bat", "car"));
}

TEST(Closest, OffersAtMostThree) {
    EXPECT_THAT(closest("cat", {"hat", "bat", "car", "can"}), ElementsAre("hat", "bat", "car"));
}

TEST(Closest, AllowsADistanceOfOneThirdOfTheWordAndNoMore) {
    EXPECT_THAT(closest("abcdef", {"abcdxy"}), ElementsAre("abcdxy"));
    EXPECT_THAT(closest("abcdef", {"abcxyz"}), IsEmpty());
    EXPECT_THAT(closest("ab", {"ac"}), IsEmpty());
}

TEST(Closest, CountsInsertionsAndDeletions) {
    EXPECT_THAT(closest("inspecton", {"inspection"}), ElementsAre("inspection"));
    EXPECT_THAT(closest("inspecttion", {"inspection"}), ElementsAre("inspection"));
}

TEST(Closest, MeasuresCodePointsAndNotBytes) {
    EXPECT_THAT(closest("不符和", {"不符合", "一致"}), ElementsAre("不符合"));
    EXPECT_THAT(closest("核查", {"检查"}), IsEmpty());
}

TEST(Closest, OffersNothingForNothing) {
    EXPECT_THAT(closest("word", {}), IsEmpty());
    EXPECT_THAT(closest("", {"a", "b"}), IsEmpty());
}

}  // namespace
}  // namespace assay::source

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixture.hpp"

namespace assay::check {
namespace {

using testing::ElementsAre;

TEST(Order, PutsWhatIsReadFirstAndElseKeepsTheOrderOfDeclaration) {
    const CheckedFiles files = CheckedFiles::withHeader(R"(fact open  bool
rule first
  cites P1
  require third and second
rule second
  cites P1
  require open
rule third
  cites P1
  require second
rule alone
  cites P1
  require open
)");
    EXPECT_THAT(files.order(), ElementsAre("second", "third", "first", "alone"));
}

TEST(Order, AStageIsSkippedByWhatComesBeforeItsDeclarations) {
    const CheckedFiles files = CheckedFiles::withHeader(R"(fact started  date? absent is none
fact asked    bool
stage visit  entered on started  skipped when waiver is granted
  cites P1
rule visited at visit
  cites P1
  require asked
decide waiver
  cites P1
  granted when asked
  refused otherwise
)");
    EXPECT_THAT(files.said(), testing::IsEmpty());
    EXPECT_THAT(files.order(), ElementsAre("waiver", "visited"));
    const Declaration& visited = files.checked.declarations[*files.checked.findDeclaration("visited")];
    EXPECT_THAT(visited.uses, ElementsAre(*files.checked.findDeclaration("waiver")));
}

TEST(Order, EachCircleIsReportedAndEveryDeclarationStaysInTheOrder) {
    const CheckedFiles files = CheckedFiles::withHeader(R"(fact open  bool
rule one
  cites P1
  require two
rule two
  cites P1
  require one
rule three
  cites P1
  require three
)");
    EXPECT_THAT(files.said(), ElementsAre("E0348 2:6", "E0348 8:6"));
    EXPECT_EQ(files.checked.order.size(), 3U);
}

TEST(Exceptions, OutrankWhatTheirInferiorsOutrank) {
    const CheckedFiles files = CheckedFiles::withHeader(R"(fact open  bool
define limit : number
  cites P1
  default 1
  except low:  2 when open
  except mid:  3 when open over low
  except high: 4 when open over mid
)");
    const Declaration& limit = files.checked.declarations[*files.checked.findDeclaration("limit")];
    const auto& exceptions = std::get<Define>(limit.body).exceptions;
    EXPECT_THAT(exceptions[0].over, testing::IsEmpty());
    EXPECT_THAT(exceptions[1].over, ElementsAre(0U));
    EXPECT_THAT(exceptions[2].over, ElementsAre(0U, 1U));
}

}  // namespace
}  // namespace assay::check

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(FactPath, IsATableAKeyOrADottedKey) {
    EXPECT_TRUE(isKnown(Reading("[client]\nname = \"x\"\n").entry("client.name"), std::string("x")));
    EXPECT_TRUE(isKnown(Reading("client.name = \"x\"").entry("client.name"), std::string("x")));
    EXPECT_TRUE(isKnown(Reading("client = { name = \"x\" }").entry("client.name"), std::string("x")));
}

TEST(FactPath, ChineseWordsAreQuotedOneByOne) {
    const Reading reading("[\"客户\"]\n\"名称\" = \"铁厂\"\n");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_TRUE(isKnown(reading.entry("客户.名称"), std::string("铁厂")));
}

TEST(FactPath, AQuotedPathIsRefused) {
    const Reading reading("\"client.name\" = \"x\"");
    EXPECT_THAT(reading.problems(), ElementsAre("E0401 at \"client.name\""));
    EXPECT_THAT(reading.help(), ElementsAre("a fact stands in tables along its path: write `client.name` without quotes"));
}

TEST(FactPath, AnUnknownFactIsRefusedWithTheNearest) {
    const Reading word("[client]\nnaem = \"x\"\nlegal_persn = true\n");
    EXPECT_THAT(word.problems(), ElementsAre("E0401 at naem", "E0401 at legal_persn"));
    EXPECT_THAT(word.help(), ElementsAre("did you mean `client.name`?", "did you mean `client.legal_person`?"));
    EXPECT_THAT(Reading("bom_itmes = 5").help(), ElementsAre("did you mean `bom_items`?"));
}

TEST(FactPath, AMisspeltGroupIsRefusedOnce) {
    const Reading reading("[cleint]\nname = \"x\"\nlegal_person = true\n");
    EXPECT_THAT(reading.problems(), ElementsAre("E0401 at cleint"));
    EXPECT_THAT(reading.help(), ElementsAre("did you mean `client`?"));
}

TEST(FactPath, AGroupIsNoValue) {
    const Reading reading("client = \"x\"");
    EXPECT_THAT(reading.problems(), ElementsAre("E0404 at \"x\""));
    EXPECT_THAT(reading.help(), ElementsAre("legal here: `client.flagship`, `client.legal_person`, `client.name`"));
}

TEST(FactPath, EveryFindingAboutAValuePointsToTheDeclaration) {
    const Reading reading("bom_items = true");
    EXPECT_THAT(reading.notes(diagnostics::Kind::DeclaredHere), ElementsAre("`bom_items` is declared here at fact bom_items count 1.."));
}

TEST(FactPath, AllFindingsOfADocumentAreReported) {
    EXPECT_THAT(Reading("bom_items = 0\nweight = true\nsigned_on = 3\n").problems(),
                ElementsAre("E0426 at 0", "E0407 at true", "E0410 at 3"));
}

}  // namespace
}  // namespace assay::facts::testing

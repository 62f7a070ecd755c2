#include "assay/source/digest.hpp"
#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(CaseTable, NamesTheCaseAndWhatIsAsked) {
    const Reading reading(R"([case]
name = "ironworks"
title = { en = "Ironworks", zh = "铁厂" }
ruleset = "test.rules"
as_of = 2025-06-30
decisions = ["eligibility", "eligibility"]
)");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.facts.name, "ironworks");
    EXPECT_EQ(reading.facts.title.english, "Ironworks");
    EXPECT_EQ(reading.facts.title.chinese, "铁厂");
    EXPECT_EQ(reading.facts.asOf, day("2025-06-30"));
    EXPECT_THAT(reading.facts.asked, ElementsAre("eligibility"));
}

TEST(CaseTable, MayBeMissing) {
    const Reading reading("");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_EQ(reading.facts.asOf, std::nullopt);
    EXPECT_THAT(reading.facts.asked, IsEmpty());
}

TEST(CaseTable, RefusesAnotherRuleset) {
    EXPECT_THAT(Reading("case.ruleset = \"other.rules\"").problems(), ElementsAre("E0441 at \"other.rules\""));
}

TEST(CaseTable, RefusesUnknownDecisionsWithTheNearest) {
    const Reading reading("case.decisions = [\"eligibilty\"]");
    EXPECT_THAT(reading.problems(), ElementsAre("E0442 at \"eligibilty\""));
    EXPECT_THAT(reading.help(), ElementsAre("did you mean `eligibility`?"));
    EXPECT_THAT(Reading("case.decisions = \"eligibility\"").problems(), ElementsAre("E0443 at \"eligibility\""));
    EXPECT_THAT(Reading("case.decisions = [1]").problems(), ElementsAre("E0412 at 1"));
}

TEST(CaseTable, RefusesUnknownKeysAndWrongKinds) {
    EXPECT_THAT(Reading("case.asof = 2025-06-30").problems(), ElementsAre("E0403 at asof"));
    EXPECT_THAT(Reading("case.as_of = \"2025-06-30\"").problems(), ElementsAre("E0410 at \"2025-06-30\""));
    EXPECT_THAT(Reading("case.name = 1").problems(), ElementsAre("E0412 at 1"));
    EXPECT_THAT(Reading("case.title.fr = \"x\"").problems(), ElementsAre("E0403 at fr"));
    EXPECT_THAT(Reading("case = 1").problems(), ElementsAre("E0440 at 1"));
}

TEST(CaseDigest, IsTheSha256OfTheDocument) {
    const std::string text = "bom_items = 5\n";
    EXPECT_EQ(Reading(text).facts.digest, source::sha256(text));
}

TEST(EvidenceTable, IsRegistered) {
    const std::string digest(64, 'a');
    const Reading reading("[[evidence]]\nid = \"E1\"\ntitle = \"Licence\"\nfile = \"files/licence.pdf\"\nsha256 = \"" + digest + "\"\n");
    EXPECT_THAT(reading.problems(), IsEmpty());
    ASSERT_EQ(reading.facts.evidence.size(), 1U);
    EXPECT_EQ(reading.facts.evidence[0].id, "E1");
    EXPECT_EQ(reading.facts.evidence[0].title, "Licence");
    EXPECT_EQ(reading.facts.evidence[0].file, "files/licence.pdf");
    EXPECT_EQ(reading.facts.evidence[0].sha256, digest);
}

TEST(EvidenceTable, NeedsUniqueIds) {
    EXPECT_THAT(Reading("[[evidence]]\ntitle = \"x\"\n").problems(), ElementsAre(HasSubstr("E0421")));
    const Reading twice("[[evidence]]\nid = \"E1\"\n[[evidence]]\nid = \"E1\"\n");
    EXPECT_THAT(twice.problems(), ElementsAre("E0423 at \"E1\""));
    EXPECT_EQ(twice.facts.evidence.size(), 1U);
}

TEST(EvidenceTable, RefusesPathsOutOfTheFolder) {
    for (const std::string path : {"/etc/passwd", "../x", "a/../x", "a/..", "C:/x", "a\\\\x"}) {
        EXPECT_THAT(Reading("[[evidence]]\nid = \"E1\"\nfile = \"" + path + "\"\n").problems(), ElementsAre(HasSubstr("E0439"))) << path;
    }
    EXPECT_THAT(Reading("[[evidence]]\nid = \"E1\"\nfile = \"a..b/c...pdf\"\n").problems(), IsEmpty());
}

TEST(EvidenceTable, RefusesWrongDigestsKeysAndKinds) {
    EXPECT_THAT(Reading("[[evidence]]\nid = \"E1\"\nsha256 = \"abc\"\n").problems(), ElementsAre("E0438 at \"abc\""));
    EXPECT_THAT(Reading("[[evidence]]\nid = \"E1\"\nsha256 = \"" + std::string(64, 'A') + "\"\n").problems(),
                ElementsAre(HasSubstr("E0438")));
    EXPECT_THAT(Reading("[[evidence]]\nid = \"E1\"\nfiel = \"x\"\n").problems(), ElementsAre("E0403 at fiel"));
    EXPECT_THAT(Reading("evidence = 1").problems(), ElementsAre("E0437 at 1"));
    EXPECT_THAT(Reading("evidence = [1]").problems(), ElementsAre("E0437 at 1"));
}

}  // namespace
}  // namespace assay::facts::testing

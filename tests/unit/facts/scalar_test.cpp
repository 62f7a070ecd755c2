#include "sample.hpp"

namespace assay::facts::testing {
namespace {

using quantity::Date;
using quantity::Rational;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Scalar, PlainValuesAreReadAsTheirTypesSay) {
    const Reading reading(R"(bom_items = 50
weight = 0.1
signed_on = 2025-03-01
severity = "major"
[client]
legal_person = true
name = "Ironworks"
)");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_TRUE(isKnown(reading.entry("bom_items"), Rational(50)));
    EXPECT_TRUE(isKnown(reading.entry("weight"), Rational(1, 10)));
    EXPECT_TRUE(isKnown(reading.entry("signed_on"), day("2025-03-01")));
    EXPECT_TRUE(isKnown(reading.entry("severity"), EnumeratorIndex{1}));
    EXPECT_TRUE(isKnown(reading.entry("client.legal_person"), true));
    EXPECT_TRUE(isKnown(reading.entry("client.name"), std::string("Ironworks")));
}

TEST(Scalar, FalseAndZeroAreKnown) {
    EXPECT_TRUE(isKnown(Reading("client.legal_person = false").entry("client.legal_person"), false));
    EXPECT_TRUE(isKnown(Reading("weight = 0").entry("weight"), Rational(0)));
}

TEST(Scalar, KeepsThePlaceOfItsValue) {
    const Reading reading("bom_items = 50");
    EXPECT_EQ(reading.sources.text(reading.entry("bom_items").provenance.span), "50");
}

TEST(Bool, OtherKindsAreRefused) {
    const Reading text("client.legal_person = \"true\"");
    EXPECT_THAT(text.problems(), ElementsAre("E0405 at \"true\""));
    EXPECT_THAT(text.help(), ElementsAre("write `true`"));
    EXPECT_THAT(Reading("client.legal_person = 1").problems(), ElementsAre("E0405 at 1"));
}

TEST(Count, IsWholeAndWithoutQuotes) {
    EXPECT_THAT(Reading("bom_items = 50.5").problems(), ElementsAre("E0406 at 50.5"));
    const Reading text("bom_items = \"50\"");
    EXPECT_THAT(text.problems(), ElementsAre("E0406 at \"50\""));
    EXPECT_THAT(text.help(), ElementsAre("write `50`"));
}

TEST(Number, IsWrittenWithoutQuotes) {
    const Reading text("weight = \"0.5\"");
    EXPECT_THAT(text.problems(), ElementsAre("E0407 at \"0.5\""));
    EXPECT_THAT(text.help(), ElementsAre("write `0.5`"));
}

TEST(DateValue, ATextThatLooksLikeADateIsRefusedWithTheFix) {
    const Reading text("signed_on = \"2025-03-01\"");
    EXPECT_THAT(text.problems(), ElementsAre("E0410 at \"2025-03-01\""));
    EXPECT_THAT(text.help(), ElementsAre("write `2025-03-01`"));
}

TEST(DateValue, ATextThatIsNoDateHasNoFix) {
    const Reading text("signed_on = \"2025-02-30\"");
    EXPECT_THAT(text.problems(), ElementsAre("E0410 at \"2025-02-30\""));
    EXPECT_THAT(text.help(), IsEmpty());
}

TEST(TextValue, OtherKindsAreProposedInQuotes) {
    const Reading number("client.name = 12.50");
    EXPECT_THAT(number.problems(), ElementsAre("E0412 at 12.50"));
    EXPECT_THAT(number.help(), ElementsAre("write `\"12.50\"`"));
}

TEST(EnumValue, IsTheCodeOrTheLabelInEitherLanguage) {
    EXPECT_TRUE(isKnown(Reading("severity = \"minor\"").entry("severity"), EnumeratorIndex{0}));
    EXPECT_TRUE(isKnown(Reading("severity = \"major nonconformity\"").entry("severity"), EnumeratorIndex{1}));
    EXPECT_TRUE(isKnown(Reading("severity = \"观察项\"").entry("severity"), EnumeratorIndex{2}));
}

TEST(EnumValue, AnUnknownOneIsRefusedWithNearCodesAndLabels) {
    const Reading code("severity = \"mayor\"");
    EXPECT_THAT(code.problems(), ElementsAre("E0415 at \"mayor\""));
    EXPECT_THAT(code.help(), ElementsAre(HasSubstr("did you mean `major`")));
    EXPECT_THAT(Reading("severity = \"严重不合格\"").help(),
                ElementsAre("legal here: `minor`, `major`, `observation`, `remark`, "
                            "`minor nonconformity`, `一般不符合`, `major nonconformity`, "
                            "`严重不符合`, `for the record`, `观察项`, `for the record`, `备注`"));
    EXPECT_THAT(Reading("severity = \"严重不符和\"").help(), ElementsAre("did you mean `严重不符合`?"));
}

TEST(EnumValue, ALabelOfTwoAlternativesIsRefused) {
    EXPECT_THAT(Reading("severity = \"for the record\"").problems(), ElementsAre("E0416 at \"for the record\""));
}

TEST(EnumValue, AnEmptyTextOrAnotherKindIsRefused) {
    EXPECT_THAT(Reading("severity = \"\"").problems(), ElementsAre("E0415 at \"\""));
    EXPECT_THAT(Reading("severity = 1").problems(), ElementsAre("E0414 at 1"));
}

TEST(ItemValue, IsAnIdOfItsListWhereverThatStands) {
    const Reading reading(R"(client.flagship = "P2"
[[products]]
id = "P1"
[[products]]
id = "P2"
)");
    EXPECT_THAT(reading.problems(), IsEmpty());
    EXPECT_TRUE(isKnown(reading.entry("client.flagship"), ItemIndex{1}));
}

TEST(ItemValue, AnIdThatDoesNotResolveIsRefused) {
    const Reading reading("client.flagship = \"P3\"\n[[products]]\nid = \"P1\"\n");
    EXPECT_THAT(reading.problems(), ElementsAre("E0418 at \"P3\""));
    EXPECT_THAT(reading.help(), ElementsAre("legal here: `P1`"));
    EXPECT_THAT(Reading("client.flagship = \"P3\"").problems(), ElementsAre("E0418 at \"P3\""));
    EXPECT_THAT(Reading("client.flagship = 3").problems(), ElementsAre("E0417 at 3"));
}

TEST(Bounds, BothEndsAreLegal) {
    EXPECT_THAT(Reading("bom_items = 1").problems(), IsEmpty());
    EXPECT_THAT(Reading("weight = 0").problems(), IsEmpty());
    EXPECT_THAT(Reading("weight = 1").problems(), IsEmpty());
    EXPECT_THAT(Reading("validity = \"6 months\"").problems(), IsEmpty());
    EXPECT_THAT(Reading("validity = \"3 years\"").problems(), IsEmpty());
    EXPECT_THAT(Reading("mass = \"5 t\"").problems(), IsEmpty());
}

TEST(Bounds, BeyondThemIsRefusedAndSaysNothing) {
    const Reading zero("bom_items = 0");
    EXPECT_THAT(zero.problems(), ElementsAre("E0426 at 0"));
    EXPECT_EQ(zero.entry("bom_items").state, Entry::State::Absent);
    EXPECT_THAT(zero.notes(diagnostics::Kind::CaseAtLeast), ElementsAre("`bom_items` is at least 1 at fact bom_items count 1.."));

    EXPECT_THAT(Reading("weight = 1.0000000001").notes(diagnostics::Kind::CaseBetween), ElementsAre("`weight` lies between 0 and 1"));
    EXPECT_THAT(Reading("mass = \"5000.1 kg\"").notes(diagnostics::Kind::CaseAtMost), ElementsAre("`mass` is at most 5 t"));
    EXPECT_THAT(Reading("increase = \"-100.1 %\"").notes(diagnostics::Kind::CaseAtLeast), ElementsAre("`increase` is at least -100 %"));
    EXPECT_THAT(Reading("validity = \"37 months\"").problems(), ElementsAre("E0426 at \"37 months\""));
}

}  // namespace
}  // namespace assay::facts::testing

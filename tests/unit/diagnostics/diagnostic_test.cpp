#include "assay/diagnostics/diagnostic.hpp"

#include <gmock/gmock.h>

namespace assay::diagnostics {
namespace {

using quantity::Date;
using quantity::Rational;
using source::SourceId;
using source::Span;

std::string replacement(Argument argument) {
    return sentence(Kind::WriteInstead, {{"replacement", std::move(argument)}}, Language::English);
}

// An error and a warning may come from any stage; any error of the table serves.
Kind anyError() {
    for (const Kind kind : allKinds()) {
        if (severity(kind) == Severity::Error) return kind;
    }
    ADD_FAILURE() << "the table has no error";
    return Kind::FirstHere;
}

TEST(Sentence, PrintsTextAsItIsAndNamesInBackquotes) {
    EXPECT_EQ(replacement(std::string("10 %")), "write 10 %");
    EXPECT_EQ(replacement(Name{"bom_items"}), "write `bom_items`");
}

TEST(Sentence, ListsNamesAsTheLanguageDoes) {
    const Names names{{"major", "minor"}};
    EXPECT_EQ(sentence(Kind::DidYouMean, {{"names", names}}, Language::English), "did you mean `major`, `minor`?");
    EXPECT_EQ(sentence(Kind::DidYouMean, {{"names", names}}, Language::Chinese), "是否想写 `major`、`minor`？");
    EXPECT_EQ(sentence(Kind::DidYouMean, {{"names", Names{}}}, Language::English), "did you mean ?");
}

TEST(Sentence, NeverRoundsANumber) {
    EXPECT_EQ(replacement(Rational(3, 2)), "write 1.5");
    EXPECT_EQ(replacement(Rational(-4)), "write -4");
    EXPECT_EQ(replacement(Rational(1, 3)), "write 1/3");
    EXPECT_EQ(replacement(Rational(1, 1'000'000'000'000)), "write 0.000000000001");
    EXPECT_EQ(replacement(Rational(1, 10'000'000'000'000)), "write 1/10000000000000");
}

TEST(Sentence, PrintsDates) {
    EXPECT_EQ(replacement(*Date::of(2025, 3, 1)), "write 2025-03-01");
}

TEST(Sentence, KeepsThePlaceOfAMissingArgument) {
    EXPECT_EQ(sentence(Kind::WriteInstead, {{"other", std::string("x")}}, Language::English), "write {replacement}");
}

TEST(Sentence, DoesNotReadAnArgumentAsWording) {
    EXPECT_EQ(replacement(std::string("{replacement}")), "write {replacement}");
}

TEST(Diagnostics, HasErrorsOnlyIfOneIsAnError) {
    Diagnostics findings;
    EXPECT_FALSE(findings.hasErrors());
    findings.add(Kind::FirstHere, {});
    EXPECT_FALSE(findings.hasErrors());
    EXPECT_FALSE(findings.empty());
    findings.add(anyError(), {});
    EXPECT_TRUE(findings.hasErrors());
}

TEST(Diagnostics, SortsByPlaceThenKindAndKeepsTheRestInOrder) {
    const SourceId a(0);
    const SourceId b(1);
    Diagnostics findings;
    findings.add(Kind::DidYouMean, {b, 1, 2});
    findings.add(Kind::DidYouMean, {a, 9, 10});
    findings.add(Kind::DidYouMean, {a, 5, 6}).with("which", std::string("first"));
    findings.add(Kind::DidYouMean, {a, 5, 9}).with("which", std::string("second"));
    findings.add(Kind::FirstHere, {a, 5, 6});
    findings.add(Kind::DidYouMean, {});
    findings.sort();

    const auto& all = findings.all();
    ASSERT_EQ(all.size(), 6U);
    EXPECT_FALSE(all[0].span.valid());
    EXPECT_EQ(all[1].kind, Kind::FirstHere);
    EXPECT_EQ(std::get<std::string>(all[2].arguments.at(0).second), "first");
    EXPECT_EQ(std::get<std::string>(all[3].arguments.at(0).second), "second");
    EXPECT_EQ(all[4].span, (Span{a, 9, 10}));
    EXPECT_EQ(all[5].span.source, b);
}

TEST(Diagnostics, AppendKeepsBothOrders) {
    Diagnostics first;
    first.add(Kind::FirstHere, {});
    Diagnostics second;
    second.add(Kind::DidYouMean, {}).note(Kind::OtherHere, {});
    second.add(Kind::LegalHere, {});
    first.append(std::move(second));
    ASSERT_EQ(first.all().size(), 3U);
    EXPECT_EQ(first.all()[1].kind, Kind::DidYouMean);
    EXPECT_EQ(first.all()[1].notes.size(), 1U);
    EXPECT_EQ(first.all()[2].kind, Kind::LegalHere);
}

}  // namespace
}  // namespace assay::diagnostics

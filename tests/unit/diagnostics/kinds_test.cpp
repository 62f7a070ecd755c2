#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <ostream>
#include <set>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/diagnostics/render.hpp"
#include "assay/source/text.hpp"

namespace assay::diagnostics {

void PrintTo(Kind kind, std::ostream* stream) {
    *stream << name(kind);
}

namespace {

// The wording itself: a sentence without arguments keeps its {names}.
std::string wording(Kind kind, Language language) {
    return sentence(kind, {}, language);
}

std::set<std::string> placeholders(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        names.insert(text.substr(open + 1, text.find('}', open) - open - 1));
    }
    return names;
}

bool hasHan(std::string_view text) {
    while (!text.empty()) {
        const source::CodePoint point = source::decode(text);
        if (point.value >= 0x4E00 && point.value <= 0x9FFF) return true;
        text.remove_prefix(point.length);
    }
    return false;
}

bool needsPage(Kind kind) {
    return severity(kind) == Severity::Error || severity(kind) == Severity::Warning;
}

class EveryKind : public testing::TestWithParam<Kind> {};

TEST_P(EveryKind, HasAWordingInBothLanguages) {
    const std::string english = wording(GetParam(), Language::English);
    const std::string chinese = wording(GetParam(), Language::Chinese);
    EXPECT_FALSE(english.empty());
    EXPECT_FALSE(hasHan(english)) << english;
    EXPECT_TRUE(hasHan(chinese)) << chinese;
}

TEST_P(EveryKind, NamesTheSameArgumentsInBothLanguages) {
    EXPECT_EQ(placeholders(wording(GetParam(), Language::English)), placeholders(wording(GetParam(), Language::Chinese)));
}

TEST_P(EveryKind, HasACodeThatTellsItsSeverity) {
    const std::map<Severity, char> letters = {
        {Severity::Error, 'E'}, {Severity::Warning, 'W'}, {Severity::Note, 'N'}, {Severity::Help, 'H'}};
    const std::string_view itsCode = code(GetParam());
    ASSERT_EQ(itsCode.size(), 5U) << itsCode;
    EXPECT_EQ(itsCode.front(), letters.at(severity(GetParam()))) << itsCode;
    EXPECT_EQ(itsCode.find_first_not_of("0123456789", 1), std::string_view::npos) << itsCode;
}

TEST_P(EveryKind, HasAPageThatNamesItsCodeIfItIsAnErrorOrAWarning) {
    if (!needsPage(GetParam())) return;
    const std::string itsCode(code(GetParam()));
    EXPECT_NE(page(itsCode).find(itsCode), std::string_view::npos) << "docs/diagnostics/" << itsCode << ".md";
}

INSTANTIATE_TEST_SUITE_P(Kinds, EveryKind, testing::ValuesIn(allKinds()),
                         [](const auto& test) { return std::string(code(test.param)) + std::string(name(test.param)); });

TEST(Kinds, HaveCodesOfTheirOwn) {
    std::map<std::string_view, std::string_view> owners;
    for (const Kind kind : allKinds()) {
        const auto [owner, isNew] = owners.try_emplace(code(kind), name(kind));
        EXPECT_TRUE(isNew) << code(kind) << " belongs to " << owner->second << " and " << name(kind);
    }
}

TEST(Pages, BelongToACodeThatExists) {
    std::set<std::string> codes;
    for (const Kind kind : allKinds())
        codes.emplace(code(kind));
    for (const auto& file : std::filesystem::directory_iterator(ASSAY_ROOT "/docs/diagnostics")) {
        if (file.path().extension() == ".md") {
            EXPECT_THAT(codes, testing::Contains(file.path().stem().string()));
        }
    }
}

TEST(Pages, AreEmptyForACodeThatDoesNotExist) {
    EXPECT_EQ(page("E9999"), "");
    EXPECT_EQ(page(""), "");
    EXPECT_EQ(page("E01"), "");
}

}  // namespace
}  // namespace assay::diagnostics

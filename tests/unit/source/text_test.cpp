#include "assay/source/text.hpp"

#include <gtest/gtest.h>

namespace assay::source {
namespace {

using namespace std::string_view_literals;
using Kind = TextDefect::Kind;

struct DefectCase {
    const char* name;
    std::string_view text;
    Kind kind;
    std::uint32_t begin;
    std::uint32_t end;
};

class Defects : public testing::TestWithParam<DefectCase> {};

TEST_P(Defects, AreFoundWhereTheyStand) {
    const std::optional<TextDefect> defect = findTextDefect(GetParam().text);
    ASSERT_TRUE(defect);
    EXPECT_EQ(defect->kind, GetParam().kind);
    EXPECT_EQ(defect->begin, GetParam().begin);
    EXPECT_EQ(defect->end, GetParam().end);
}

INSTANTIATE_TEST_SUITE_P(Text, Defects,
                         testing::Values(DefectCase{"lone_continuation", "ab\x80"sv, Kind::InvalidUtf8, 2, 3},
                                         DefectCase{"cut_short", "a\xE6\xA0"sv, Kind::InvalidUtf8, 1, 2},
                                         DefectCase{"second_byte_missing",
                                                    "\xE6"
                                                    "ab"sv,
                                                    Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"overlong_of_two", "\xC0\xAF"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"overlong_of_three", "\xE0\x80\xAF"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"overlong_of_three_at_the_edge", "\xE0\x9F\xBF"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"overlong_of_four", "\xF0\x8F\xBF\xBF"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"first_surrogate", "\xED\xA0\x80"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"last_surrogate", "\xED\xBF\xBF"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"beyond_unicode", "\xF4\x90\x80\x80"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"lead_of_five", "\xF8\x88\x80\x80\x80"sv, Kind::InvalidUtf8, 0, 1},
                                         DefectCase{"nul", "a\0b"sv, Kind::ControlCharacter, 1, 2},
                                         DefectCase{"escape", "\x1B[31m"sv, Kind::ControlCharacter, 0, 1},
                                         DefectCase{"del", "ab\x7F"sv, Kind::ControlCharacter, 2, 3},
                                         DefectCase{"c1", "\xC2\x85"sv, Kind::ControlCharacter, 0, 2},
                                         DefectCase{"carriage_return_alone", "a\rb"sv, Kind::ControlCharacter, 1, 2},
                                         DefectCase{"carriage_return_at_the_end", "a\r"sv, Kind::ControlCharacter, 1, 2},
                                         DefectCase{"byte_order_mark_inside", "a\xEF\xBB\xBF"sv, Kind::ControlCharacter, 1, 4},
                                         DefectCase{"arabic_letter_mark", "\xD8\x9C"sv, Kind::BidirectionalControl, 0, 2},
                                         DefectCase{"left_to_right_mark", "\u200E"sv, Kind::BidirectionalControl, 0, 3},
                                         DefectCase{"embedding", "中\u202A"sv, Kind::BidirectionalControl, 3, 6},
                                         DefectCase{"override", "a\u202Eb"sv, Kind::BidirectionalControl, 1, 4},
                                         DefectCase{"first_isolate", "\u2066"sv, Kind::BidirectionalControl, 0, 3},
                                         DefectCase{"last_isolate", "\u2069"sv, Kind::BidirectionalControl, 0, 3}),
                         [](const auto& test) { return test.param.name; });

TEST(Text, AcceptsWhatPeopleWrite) {
    EXPECT_FALSE(findTextDefect(""sv));
    EXPECT_FALSE(findTextDefect("a\tb\nc\r\nd"sv));
    EXPECT_FALSE(findTextDefect("\xEF\xBB\xBF核查 € 𠀀"sv));
    EXPECT_FALSE(findTextDefect("\u200D\u202F\u2065\u206A"sv)) << "neighbours of the bidirectional controls";
}

TEST(Text, AcceptsTheEdgesOfUnicode) {
    EXPECT_FALSE(findTextDefect("\x7E\xC2\xA0\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"sv));
}

TEST(Text, ReportsTheFirstDefectOnly) {
    const std::optional<TextDefect> defect = findTextDefect("a\x01\xFF"sv);
    ASSERT_TRUE(defect);
    EXPECT_EQ(defect->kind, Kind::ControlCharacter);
}

TEST(Decode, GivesValueAndLength) {
    const auto is = [](std::string_view text, char32_t value, std::uint32_t length) {
        const CodePoint point = decode(text);
        return point.value == value && point.length == length;
    };
    EXPECT_TRUE(is("ab", U'a', 1));
    EXPECT_TRUE(is("é", 0xE9, 2));
    EXPECT_TRUE(is("核查", 0x6838, 3));
    EXPECT_TRUE(is("𠀀", 0x20000, 4));
    EXPECT_TRUE(is("\xF4\x8F\xBF\xBF", 0x10FFFF, 4));
}

TEST(HalfWidth, MapsFullWidthFormsOnly) {
    EXPECT_EQ(halfWidth(U'０'), '0');
    EXPECT_EQ(halfWidth(U'Ａ'), 'A');
    EXPECT_EQ(halfWidth(U'！'), '!');
    EXPECT_EQ(halfWidth(U'～'), '~');
    EXPECT_EQ(halfWidth(U'\u3000'), ' ');
    EXPECT_EQ(halfWidth(U'0'), std::nullopt);
    EXPECT_EQ(halfWidth(U'。'), std::nullopt);
    EXPECT_EQ(halfWidth(0xFF00), std::nullopt);
    EXPECT_EQ(halfWidth(0xFF5F), std::nullopt);
}

TEST(DisplayWidth, CountsTerminalColumns) {
    EXPECT_EQ(displayWidth(""), 0U);
    EXPECT_EQ(displayWidth("kgCO2e"), 6U);
    EXPECT_EQ(displayWidth("核查"), 4U);
    EXPECT_EQ(displayWidth("，（"), 4U);
    EXPECT_EQ(displayWidth("e\u0301"), 1U) << "a combining accent";
    EXPECT_EQ(displayWidth("ｱ"), 1U) << "half-width katakana";
    EXPECT_EQ(displayWidth("𠀀a"), 3U);
    EXPECT_EQ(displayWidth("\xEF\xBB\xBF"
                           "a"),
              1U);
}

}  // namespace
}  // namespace assay::source

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "assay/notice/notice.hpp"

namespace assay::notice {
namespace {

using nlohmann::ordered_json;

std::string filled(const std::string& text, const ordered_json& context) {
    diagnostics::Diagnostics findings;
    const std::optional<std::string> letter = render(text, "t.md", context, findings);
    EXPECT_NE(letter.has_value(), findings.hasErrors());
    return letter ? *letter : std::string(diagnostics::code(findings.all().front().kind));
}

TEST(Render, FillsNamesSectionsAndTheirAbsence) {
    const ordered_json context{{"a", {{"b", "x"}}}, {"list", {{{"n", "1"}}, {{"n", "2"}}}}, {"no", false}, {"none", ordered_json::array()}};
    EXPECT_EQ(filled("{{a.b}} {{#list}}{{n}};{{/list}} {{^no}}absent{{/no}}{{#no}}there{{/no}}", context), "x 1;2; absent");
    EXPECT_EQ(filled("{{#a.b}}<{{.}}>{{/a.b}}{{#lost}}{{.}}{{/lost}}{{^none}} empty{{/none}}", context), "<x> empty");
}

TEST(Render, LeavesOneBlankLineWhereASectionIsLeftOut) {
    EXPECT_EQ(filled("a\n{{#lost}}\nb\n{{/lost}}\n\n\nc\n", ordered_json::object()), "a\n\nc\n");
}

TEST(Render, RefusesAGap) {
    EXPECT_EQ(filled("{{lost}}", {{"a", "x"}}), "E0873");
    EXPECT_EQ(filled("{{a}}", {{"a", {{"b", "x"}}}}), "E0873") << "a table gives no text";
    EXPECT_EQ(filled("{{#list}}{{n}}{{/list}}", {{"list", {{{"m", "1"}}}}}), "E0873");
}

TEST(Render, RefusesWhatIsNotWellFormed) {
    for (const char* text : {"{{a", "{{#a}}", "{{#a}}{{#b}}{{/a}}{{/b}}", "{{/a}}", "{{}}", "{{{a}}}", "{{&a}}", "{{>a}}", "{{=<% %>=}}"})
        EXPECT_EQ(filled(text, {{"a", "x"}}), "E0873") << text;
    EXPECT_EQ(filled("\xff", {}), "E0873");
    EXPECT_EQ(filled("\xe2\x80\xae", {}), "E0873") << "a bidirectional control";
}

TEST(Render, RefusesSectionsDeeperThanTheLimit) {
    const auto nested = [](std::size_t depth) {
        std::string text;
        for (std::size_t i = 0; i < depth; ++i)
            text += "{{#a}}";
        for (std::size_t i = 0; i < depth; ++i)
            text += "{{/a}}";
        return text + "end";
    };
    EXPECT_EQ(filled(nested(64), {{"a", true}}), "end");
    EXPECT_EQ(filled(nested(65), {{"a", true}}), "E0873");
}

TEST(Render, AHostileTextOfACaseIsNoMarkupAndNoTemplate) {
    const ordered_json context{{"name", "# Paid\n\n[x](http://a) <b>`*_ {{secret}} \x1b[31m\u202e|&"}, {"secret", "s"}};
    EXPECT_EQ(filled("- {{name}}\n", context), "- \\# Paid  \\[x\\](http://a) \\<b\\>\\`\\*\\_ {{secret}} \\\\x1B\\[31m\\\\u202E\\|\\&\n");
}

TEST(MarkdownText, BeginsNoListAndNoRule) {
    EXPECT_EQ(markdownText("- a"), "\\- a");
    EXPECT_EQ(markdownText("==="), "\\===");
    EXPECT_EQ(markdownText("12. a"), "12\\. a");
    EXPECT_EQ(markdownText("12) a"), "12\\) a");
    EXPECT_EQ(markdownText("1.125 t"), "1.125 t");
    EXPECT_EQ(markdownText("2025-03-01"), "2025-03-01");
    EXPECT_EQ(markdownText("person_day _x_"), "person_day \\_x\\_");
    EXPECT_EQ(markdownText("法兰"), "法兰");
    EXPECT_EQ(markdownText(""), "");
}

}  // namespace
}  // namespace assay::notice

#include "assay/diagnostics/render.hpp"

#include <gmock/gmock.h>

namespace assay::diagnostics {
namespace {

using source::SourceId;
using source::SourceMap;
using source::Span;
using testing::HasSubstr;
using testing::Not;

// The place of the first occurrence of `word`.
Span at(const SourceMap& sources, SourceId id, std::string_view word) {
    const std::size_t begin = sources.file(id).text.find(word);
    return {id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + word.size())};
}

Diagnostic finding(Span span) {
    return {Kind::WriteInstead, span, {{"replacement", Name{"x"}}}, {}};
}

TEST(Render, ShowsTheLineWithCaretsUnderTheSpan) {
    SourceMap sources;
    const SourceId id = sources.add("rules/staffing.assay", "table days\n  | 201..400 | 1.5 |\n");
    EXPECT_EQ(render(finding(at(sources, id, "201..400")), sources, {}),
              "help[H0003] write `x`\n"
              "  rules/staffing.assay:2:5\n"
              "   2 |   | 201..400 | 1.5 |\n"
              "     |     ^^^^^^^^\n"
              "  see:  assay help H0003\n");
}

TEST(Render, CountsTwoColumnsForAChineseCharacter) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "\n\n\n\n\n\n\n\n\n产品 = 钢材\n");
    EXPECT_THAT(render(finding(at(sources, id, "钢材")), sources, {}), HasSubstr("  a.toml:10:6\n"
                                                                                 "   10 | 产品 = 钢材\n"
                                                                                 "      |        ^^^^\n"));
}

TEST(Render, SpeaksChinese) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "a = 1\n");
    Diagnostic diagnostic = finding(at(sources, id, "a"));
    diagnostic.note(Kind::DidYouMean, {}, {{"names", Names{{"b", "c"}}}});
    EXPECT_EQ(render(diagnostic, sources, {Language::Chinese, false}),
              "提示[H0003] 请写成 `x`\n"
              "  a.toml:1:1\n"
              "   1 | a = 1\n"
              "     | ^\n"
              "  提示：是否想写 `b`、`c`？\n"
              "  参见：assay help H0003\n");
}

TEST(Render, ShowsNotesWithAndWithoutAPlace) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "a = 1\nb = 2\na = 3\n");
    Diagnostic diagnostic = finding({id, 12, 13});
    diagnostic.note(Kind::FirstHere, {id, 0, 1}).note(Kind::DidYouMean, {}, {{"names", Names{{"c"}}}});
    EXPECT_EQ(render(diagnostic, sources, {}),
              "help[H0003] write `x`\n"
              "  a.toml:3:1\n"
              "   3 | a = 3\n"
              "     | ^\n"
              "  note: first given here\n"
              "    a.toml:1:1\n"
              "     1 | a = 1\n"
              "       | ^\n"
              "  help: did you mean `c`?\n"
              "  see:  assay help H0003\n");
}

TEST(Render, AFindingWithoutAPlaceHasNoLine) {
    EXPECT_EQ(render(finding({}), SourceMap(), {}), "help[H0003] write `x`\n  see:  assay help H0003\n");
}

TEST(Render, KeepsThePlaceOfAMissingArgument) {
    EXPECT_THAT(render({Kind::WriteInstead, {}, {}, {}}, SourceMap(), {}), HasSubstr("write {replacement}\n"));
}

TEST(Render, AnEmptySpanGetsOneCaretEvenAtTheEnd) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "a =");
    EXPECT_THAT(render(finding({id, 3, 3}), sources, {}), HasSubstr("   1 | a =\n"
                                                                    "     |    ^\n"));
}

TEST(Render, MarksASpanOverSeveralLinesToTheEndOfItsFirst) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "x = [1,\n  2]\n");
    EXPECT_THAT(render(finding({id, 4, 12}), sources, {}), HasSubstr("   1 | x = [1,\n"
                                                                     "     |     ^^^\n"
                                                                     "  see:"));
}

TEST(Render, ATabTakesFourColumns) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "\ta = 1\n");
    EXPECT_THAT(render(finding(at(sources, id, "a")), sources, {}), HasSubstr("   1 |     a = 1\n"
                                                                              "     |     ^\n"));
}

TEST(Render, EscapesWhatWouldSteerTheTerminal) {
    SourceMap sources;
    const SourceId id = sources.add("bad\x1B[2J.toml", "a\x1B[31m \u202E\xFFz\n");
    Diagnostic diagnostic = finding(at(sources, id, "z"));
    diagnostic.arguments = {{"replacement", Name{"x\ny\x07"}}};
    EXPECT_THAT(render(diagnostic, sources, {}), HasSubstr("write `x\\x0Ay\\x07`\n"
                                                           "  bad\\x1B[2J.toml:1:10\n"
                                                           "   1 | a\\x1B[31m \\u202E\\xFFz\n"
                                                           "     |                     ^\n"));
}

TEST(Render, CutsALongLineRoundTheSpan) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", std::string(5000, 'b') + "HERE" + std::string(5000, 'e'));
    const std::string text = render(finding({id, 5000, 5004}), sources, {});
    EXPECT_LT(text.size(), 400U);
    EXPECT_THAT(text,
                HasSubstr("…" + std::string(50, 'b') + "HERE" + std::string(50, 'e') + "…\n     | " + std::string(51, ' ') + "^^^^\n"));
}

TEST(Render, CutsALongSpan) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "x = \"" + std::string(5000, 'b') + "\" # end");
    const std::string text = render(finding({id, 4, 5006}), sources, {});
    EXPECT_THAT(text, HasSubstr("x = \"" + std::string(49, 'b') + "…\n"));
    EXPECT_THAT(text, Not(HasSubstr("# end")));
}

TEST(Render, ColorsOnDemandOnly) {
    EXPECT_THAT(render(finding({}), SourceMap(), {}), Not(HasSubstr("\x1B")));
    EXPECT_THAT(render(finding({}), SourceMap(), {Language::English, true}), HasSubstr("\x1B[1;36mhelp[H0003]\x1B[0m"));
}

}  // namespace
}  // namespace assay::diagnostics

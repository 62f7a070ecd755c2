#include "markup.hpp"

#include <gtest/gtest.h>

namespace assay::page {
namespace {

TEST(Escaped, LeavesNoCharacterThatHtmlReadsAsMarkup) {
    EXPECT_EQ(escaped("<b>"), "&lt;b&gt;");
    EXPECT_EQ(escaped("a & b"), "a &amp; b");
    EXPECT_EQ(escaped("&lt;"), "&amp;lt;") << "what looks escaped is text as well";
    EXPECT_EQ(escaped("\"'"), "&quot;&#39;");
    EXPECT_EQ(escaped("法兰 >= 10 %"), "法兰 &gt;= 10 %");
    EXPECT_EQ(escaped(""), "");
}

TEST(Escaped, ShowsWhatCannotBeSeen) {
    EXPECT_EQ(escaped("a\x1B[31m"), "a\\x1B[31m");
    EXPECT_EQ(escaped("a\xE2\x80\xAE"
                      "b"),
              "a\\u202Eb")
        << "text that runs the other way";
    EXPECT_EQ(escaped("\xFF"), "\\xFF") << "no UTF-8";
}

TEST(Markup, EscapesTextAndAttributes) {
    Markup out;
    out.in("a", {{"href", "#\"><script>"}}, "<x>");
    EXPECT_EQ(out.take(), "<a href=\"#&quot;&gt;&lt;script&gt;\">&lt;x&gt;</a>");
}

TEST(Markup, ClosesWhatItOpens) {
    Markup out;
    out.in("b", {}, [&] { out.in("i", {}, "x").plain("y"); });
    EXPECT_EQ(out.take(), "<b><i>x</i>y</b>");
}

TEST(Markup, WritesBothLanguagesAndOnceWhatTheyShare) {
    Markup out;
    out.text(Both{"holds", "成立"});
    EXPECT_EQ(out.take(), "<span class=\"en\" lang=\"en\">holds</span><span class=\"zh\" lang=\"zh-Hans\">成立</span>");
    Markup shared;
    shared.text(Both{"10 kg", "10 kg"});
    EXPECT_EQ(shared.take(), "10 kg");
}

TEST(Markup, TellsTheLanguageOfWordsThatAreChinese) {
    Markup out;
    out.text("钢 Q355B").plain("钢");
    EXPECT_EQ(out.take(), "<span lang=\"zh-Hans\">钢 Q355B</span>钢");
}

TEST(Markup, LetsNamesBreakBetweenTheirWords) {
    Markup out;
    out.name("light_enough[<U1>]");
    EXPECT_EQ(out.take(), "<code>light_<wbr>enough<wbr>[&lt;U1&gt;]</code>");
}

TEST(Both, TakesTheOtherLanguageWhereOneIsMissing) {
    EXPECT_EQ(both(syntax::LocalText{"", "过重", {}}), (Both{"过重", "过重"}));
}

}  // namespace
}  // namespace assay::page

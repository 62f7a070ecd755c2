#include <gtest/gtest.h>

#include "assay/source/source.hpp"

namespace assay::source {
namespace {

bool operator==(Position a, std::pair<unsigned, unsigned> b) {
    return a.line == b.first && a.column == b.second;
}

TEST(SourceMap, GivesLinesWithoutTheirBreaks) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "one\ntwo\r\n\nfour");
    EXPECT_EQ(sources.line(id, 1), "one");
    EXPECT_EQ(sources.line(id, 2), "two");
    EXPECT_EQ(sources.line(id, 3), "");
    EXPECT_EQ(sources.line(id, 4), "four");
    EXPECT_EQ(sources.line(id, 5), "");
    EXPECT_EQ(sources.line(id, 0), "");
}

TEST(SourceMap, CountsColumnsInCodePoints) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "a = 1\n核查 = 2\n");
    EXPECT_TRUE(sources.position(id, 0) == std::pair(1U, 1U));
    EXPECT_TRUE(sources.position(id, 5) == std::pair(1U, 6U)) << "the line break belongs to the line it ends";
    EXPECT_TRUE(sources.position(id, 6) == std::pair(2U, 1U));
    EXPECT_TRUE(sources.position(id, 9) == std::pair(2U, 2U));
    EXPECT_TRUE(sources.position(id, 13) == std::pair(2U, 4U));
}

TEST(SourceMap, TheEndOfTheTextAndBeyondIsItsLastPosition) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "ab\n");
    EXPECT_TRUE(sources.position(id, 3) == std::pair(2U, 1U));
    EXPECT_TRUE(sources.position(id, 99) == std::pair(2U, 1U));
}

TEST(SourceMap, AByteOrderMarkTakesNoColumn) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml",
                                    "\xEF\xBB\xBF"
                                    "ab");
    EXPECT_TRUE(sources.position(id, 3) == std::pair(1U, 1U));
    EXPECT_TRUE(sources.position(id, 4) == std::pair(1U, 2U));
}

TEST(SourceMap, AnEmptyTextHasOneEmptyLine) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "");
    EXPECT_EQ(sources.line(id, 1), "");
    EXPECT_TRUE(sources.position(id, 0) == std::pair(1U, 1U));
}

TEST(SourceMap, GivesTheTextOfASpanCutToTheSource) {
    SourceMap sources;
    const SourceId id = sources.add("a.toml", "abcdef");
    EXPECT_EQ(sources.text({id, 1, 3}), "bc");
    EXPECT_EQ(sources.text({id, 4, 99}), "ef");
    EXPECT_EQ(sources.text({id, 3, 1}), "");
    EXPECT_EQ(sources.text({id, 99, 100}), "");
}

TEST(SourceMap, ViewsOutliveLaterAdditions) {
    SourceMap sources;
    const SourceId first = sources.add("a", "short");
    const std::string_view view = sources.text({first, 0, 5});
    for (int i = 0; i < 100; ++i)
        sources.add("b", "x");
    EXPECT_EQ(view.data(), sources.file(first).text.data());
    EXPECT_EQ(sources.size(), 101U);
}

TEST(Span, JoinsFromItsBeginToTheEndOfAnother) {
    const SourceId id(0);
    EXPECT_EQ((Span{id, 2, 4}.to({id, 7, 9})), (Span{id, 2, 9}));
    EXPECT_FALSE(Span{}.valid());
}

}  // namespace
}  // namespace assay::source

#include <gtest/gtest.h>

#include "cut.hpp"
#include "fixture.hpp"

namespace assay::syntax {

namespace {

std::string repeated(const std::string& piece, std::size_t times) {
    std::string result;
    result.reserve(piece.size() * times);
    for (std::size_t count = 0; count < times; ++count) {
        result += piece;
    }
    return result;
}

constexpr std::size_t bomb = 200'000;
constexpr std::size_t manyOperands = 10'000;

}  // namespace

TEST(Robustness, DepthIsRefusedWhereItPassesTheLimit) {
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("(", bomb) + "b" + repeated(")", bomb) + "\nrule c\n  require d\n").said(),
              "E0213 2:75\n");
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("not ", bomb) + "b\n").said(), "E0213 2:267\n");
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("-", bomb) + "1 > 0\n").said(), "E0213 2:75\n");
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("if a then b else ", bomb) + "c\n").said().substr(0, 6), "E0213 ");
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("some x in ", bomb) + "\n").said().substr(0, 1), "E");
    EXPECT_EQ(Parsed("fact a " + repeated("list of ", bomb) + "text\n").said().substr(0, 6), "E0213 ");
}

TEST(Robustness, ALongSumIsADeepTree) {
    EXPECT_EQ(Parsed("rule a\n  require 1" + repeated(" + 1", manyOperands) + " > 0\n").said(), "E0213 2:11\n");
}

TEST(Robustness, ALongConjunctionIsNotDeep) {
    const Parsed parsed("rule a\n  require b" + repeated(" and b", manyOperands) + "\n");
    ASSERT_EQ(parsed.said(), "");
    EXPECT_EQ(parsed.tree.expressions[parsed.body<RuleDecl>().require].operands.size(), manyOperands + 1);
}

TEST(Robustness, NestingUpToTheLimitIsRead) {
    // The expression itself is the first level.
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("(", 63) + "b" + repeated(")", 63) + "\n").said(), "");
    EXPECT_EQ(Parsed("rule a\n  require " + repeated("(", 64) + "b" + repeated(")", 64) + "\n").said(), "E0213 2:75\n");
}

TEST(Robustness, DeepParenthesesInSeveralAlternativesTakeNoExponentialTime) {
    std::string text = "x";
    for (int level = 0; level < 30; ++level) {
        text = "f(larger of (" + text + "), 1)";
    }
    const Limits wide{.nesting = 200, .identifier = 128};
    EXPECT_EQ(Parsed("rule a\n  require " + text + " > 0\n", wide).said(), "");
}

TEST(Robustness, AWordHasALimit) {
    EXPECT_EQ(Parsed("rule " + repeated("a", 128) + "\n  require b\n").said(), "");
    EXPECT_EQ(Parsed("rule " + repeated("a", 129) + "\n  require b\n").said(), "E0212 1:6\n");
}

// A declaration is read alone, so a prefix of the file is judged by its last declaration.
TEST(Robustness, EveryPrefixOfTheSampleIsReadWithoutHarm) {
    const std::string sample = readWhole(projectRoot() / "tests/spec/syntax/sample.assay");
    for (const Piece& piece : cut(sample).pieces) {
        for (std::size_t length = 0; length <= piece.end - piece.begin; ++length) {
            const Parsed parsed(sample.substr(piece.begin, length));
            ASSERT_LE(parsed.findings.all().size(), 1U) << parsed.said();
            for (const diagnostics::Diagnostic& finding : parsed.findings.all()) {
                ASSERT_TRUE(finding.span.valid());
                ASSERT_LE(finding.span.begin, finding.span.end);
                ASSERT_LE(finding.span.end, length);
            }
            for (const Declaration& declaration : parsed.tree.declarations) {
                ASSERT_LE(declaration.span.end, length);
            }
        }
    }
}

TEST(Robustness, TextThatCannotBeReadIsRefusedAtTheDoor) {
    EXPECT_EQ(Parsed("rule a\n  require \xFF\n").said(), "E0201 2:11\n");
    EXPECT_EQ(Parsed("rule a\n  require \x01 b\n").said(), "E0202 2:11\n");
    EXPECT_EQ(Parsed("rule a\n  # \xE2\x80\xAE\n  require b\n").said(), "E0203 2:5\n");
    EXPECT_TRUE(Parsed("rule a\n  require b\n\x01").tree.declarations.empty());
}

TEST(Robustness, LineBreaksAndByteOrderMarkDoNotMatter) {
    const Parsed parsed("\xEF\xBB\xBFrule a\r\n  # said\r\n  require b\r\nrule c\r\n  require d");
    EXPECT_EQ(parsed.said(), "");
    ASSERT_EQ(parsed.tree.declarations.size(), 2U);
    EXPECT_EQ(parsed.tree.declarations[0].comments.at(0).text, "said");
    EXPECT_EQ(parsed.written(parsed.tree.declarations[0].span), "rule a\r\n  # said\r\n  require b");
}

TEST(Robustness, AnEmptyFileIsAnEmptyTree) {
    for (const char* text : {"", "\n\n", "# nothing\n", "   \n  # nothing", "\xEF\xBB\xBF"}) {
        const Parsed parsed(text);
        EXPECT_EQ(parsed.said(), "") << text;
        EXPECT_TRUE(parsed.tree.declarations.empty()) << text;
    }
}

TEST(Cut, AMarginCommentStaysInsideOnlyIfIndentedLinesFollow) {
    const std::string text = "rule a\n# inside\n  require b\n# before c\nrule c\n  require d\n# at the end\n";
    const Cut pieces = cut(text);
    ASSERT_EQ(pieces.pieces.size(), 2U);
    EXPECT_EQ(text.substr(pieces.pieces[0].begin, pieces.pieces[0].end - pieces.pieces[0].begin), "rule a\n# inside\n  require b\n");
    EXPECT_EQ(text.substr(pieces.pieces[1].commentsBegin, pieces.pieces[1].begin - pieces.pieces[1].commentsBegin), "# before c\n");
    EXPECT_EQ(text.substr(pieces.trailingBegin), "# at the end\n");
}

}  // namespace assay::syntax

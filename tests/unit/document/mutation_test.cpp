// Whatever a document has become on its way here, the door returns: with a tree, or with a located error.
#include "read.hpp"

namespace assay::document::test {

namespace {

constexpr std::string_view sample =
    "# 案例\n"
    "title = \"钢 \\u94a2 \\\"x\\\"\" # 说明\n"
    "'k.1' = 'C:\\x'\n"
    "[client]\n"
    "legal_person = { value = true, on = 2025-03-11, by = \"PM-04\" }\n"
    "share.a = 0.1\n"
    "share.b = -1_0.5e-3\n"
    "big = 0xFF\n"
    "list = [1, [2.5, \"三\"],\n  {a = 1, b.c = []}, ]\n"
    "text = \"\"\"\nline \\\n  two\"\"\"\n"
    "[[units]]\n"
    "id = 'U1' \n"
    "[[units]]\n"
    "[units.sub.\"子\"]\n"
    "when = 2024-02-29\n";

// The invariant of readToml, for one text.
void expectAnswer(const std::string& text) {
    const Reading reading(text);
    ASSERT_NE(reading.root.has_value(), reading.findings.hasErrors()) << text;
    for (const diagnostics::Diagnostic& finding : reading.findings.all()) {
        ASSERT_LE(finding.span.begin, finding.span.end) << text;
        ASSERT_LE(finding.span.end, text.size()) << text;
    }
}

}  // namespace

TEST(Mutation, TheSampleItselfIsRead) {
    EXPECT_EQ(Reading(std::string(sample)).found(), "");
}

TEST(Mutation, EveryPrefixGetsAnAnswer) {
    for (std::size_t length = 0; length <= sample.size(); ++length)
        expectAnswer(std::string(sample.substr(0, length)));
}

TEST(Mutation, EveryChangedByteGetsAnAnswer) {
    constexpr std::string_view bytes("\"'[]{}=,.#\\\n\r \t0e_-+:aTn\x00\x7F\x80\xC3\xE9\xFF", 31);
    for (std::size_t at = 0; at < sample.size(); ++at) {
        for (const char byte : bytes) {
            std::string text(sample);
            text[at] = byte;
            expectAnswer(text);
        }
    }
}

TEST(Mutation, EveryDroppedOrDoubledByteGetsAnAnswer) {
    for (std::size_t at = 0; at < sample.size(); ++at) {
        std::string dropped(sample);
        dropped.erase(at, 1);
        expectAnswer(dropped);
        std::string doubled(sample);
        doubled.insert(at, 1, sample[at]);
        expectAnswer(doubled);
    }
}

TEST(Mutation, EveryPairOfPunctuationGetsAnAnswer) {
    constexpr std::string_view bytes("\"'[]{}=,.#\\\n\r a0-+:\xEF\xBB");
    for (const char a : bytes) {
        for (const char b : bytes) {
            for (const char c : bytes) {
                expectAnswer({a, b, c});
                expectAnswer({'a', '=', a, b, c});
                expectAnswer({'[', a, b, c});
            }
        }
    }
}

}  // namespace assay::document::test

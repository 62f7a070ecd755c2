// Values are what the text says, exactly, with the bytes that say it.
#include "read.hpp"

namespace assay::document::test {

using quantity::Date;
using quantity::Rational;

namespace {

Rational power(int base, int exponent) {
    Rational value = 1;
    for (int count = 0; count < exponent; ++count)
        value *= base;
    return value;
}

}  // namespace

TEST(Decimals, AreExact) {
    const Reading reading("a = 0.1\nb = -1.25e-3\nc = 1_000.5\nd = 3.0\ne = 1e5\nf = 1e400\ng = +0.0\n");
    EXPECT_EQ(reading.at("a").number, Rational(1, 10));
    EXPECT_EQ(reading.at("b").number, Rational(-1, 800));
    EXPECT_EQ(reading.at("c").number, Rational(2001, 2));
    EXPECT_EQ(reading.at("d").number, Rational(3));
    EXPECT_EQ(reading.at("d").kind, Node::Kind::Decimal);
    EXPECT_EQ(reading.at("e").number, Rational(100'000));
    EXPECT_EQ(reading.at("f").number, power(10, 400));
    EXPECT_TRUE(reading.at("g").number.isZero());
}

TEST(Decimals, KeepEveryDigit) {
    const Reading reading("a = 0.1000000000000000000000000000000000000001\n");
    EXPECT_EQ(reading.at("a").number - Rational(1, 10), Rational(1) / power(10, 40));
}

TEST(Integers, AreExactBeyondAMachineWord) {
    const Reading reading("a = 9223372036854775808\nb = -9223372036854775809\nc = 1_0\n");
    EXPECT_EQ(reading.at("a").number, power(2, 63));
    EXPECT_EQ(reading.at("b").number, -power(2, 63) - 1);
    EXPECT_EQ(reading.at("c").number, Rational(10));
    EXPECT_EQ(reading.at("a").kind, Node::Kind::Integer);
}

TEST(Integers, ReadOtherBases) {
    const Reading reading("a = 0xdead_BEEF\nb = 0o755\nc = 0b1101\nd = 0x1FFFFFFFFFFFFFFFF\ne = 0x0\n");
    EXPECT_EQ(reading.at("a").number, Rational(std::int64_t{0xdeadbeef}));
    EXPECT_EQ(reading.at("b").number, Rational(493));
    EXPECT_EQ(reading.at("c").number, Rational(13));
    EXPECT_EQ(reading.at("d").number, power(2, 65) - 1);
    EXPECT_EQ(reading.at("e").number, Rational(0));
}

TEST(Dates, AreDays) {
    const Reading reading("a = 2024-02-29\nb = [2025-03-01, 9999-12-31]\n");
    EXPECT_EQ(reading.at("a").kind, Node::Kind::Date);
    EXPECT_EQ(reading.at("a").date, Date::of(2024, 2, 29));
    EXPECT_EQ(reading.at("b").items.at(1).date, Date::last());
}

TEST(Dates, MayHaveACommentBehindThem) {
    EXPECT_EQ(Reading("a = 2024-02-29 # 12:00\n").at("a").date, Date::of(2024, 2, 29));
}

TEST(Texts, KeepEscapesQuotesAndLineBreaks) {
    const Reading reading(
        "a = \"\\u94a2 \\\"x\\\" # no comment\"\n"
        "b = 'C:\\dir'\n"
        "c = \"\"\"\nline\n\"\"two\"\"\"\"\"\n"
        "d = '''it''s'''\n"
        "e = \"\"\n"
        "f = \"\"\"\"\"\"\n");
    EXPECT_EQ(reading.at("a").text, "钢 \"x\" # no comment");
    EXPECT_EQ(reading.at("b").text, "C:\\dir");
    EXPECT_EQ(reading.at("c").text, "line\n\"\"two\"\"");
    EXPECT_EQ(reading.at("d").text, "it''s");
    EXPECT_EQ(reading.at("e").text, "");
    EXPECT_EQ(reading.at("f").text, "");
}

TEST(Texts, LookingLikeNumbersStayTexts) {
    const Reading reading("a = \"nan\"\nb = \"1e999999999\"\nc = '2025-03-01T10:00'\n");
    EXPECT_EQ(reading.at("a").text, "nan");
    EXPECT_EQ(reading.at("b").text, "1e999999999");
    EXPECT_EQ(reading.at("c").kind, Node::Kind::Text);
}

TEST(Bools, AreBools) {
    const Reading reading("a = true\nb = false\n");
    EXPECT_EQ(reading.at("a").kind, Node::Kind::Bool);
    EXPECT_TRUE(reading.at("a").boolean);
    EXPECT_FALSE(reading.at("b").boolean);
}

TEST(Spans, AreExactBehindChineseText) {
    const Reading reading("\"名称\" = \"钢材\" # 说明\n\"表\" = { \"键\" = 0.10, b = [ \"甲\", 7 ] } # 完\n");
    const Node& name = reading.at("名称");
    EXPECT_EQ(reading.marked(reading.root->member("名称")->keySpan), "\"名称\"");
    EXPECT_EQ(reading.marked(name.span), "\"钢材\"");
    const Node& table = reading.at("表");
    EXPECT_EQ(reading.marked(table.span), "{ \"键\" = 0.10, b = [ \"甲\", 7 ] }");
    EXPECT_EQ(reading.marked(table.member("键")->keySpan), "\"键\"");
    EXPECT_EQ(reading.marked(table.find("键")->span), "0.10");
    EXPECT_EQ(reading.marked(table.find("b")->span), "[ \"甲\", 7 ]");
    EXPECT_EQ(reading.marked(table.find("b")->items.at(1).span), "7");
}

TEST(Spans, AreExactOnOneLongLine) {
    std::string text = "a = [";
    for (int count = 0; count < 500; ++count)
        text += "\"钢\", " + std::to_string(count) + ", ";
    const Reading reading(text + "]");
    const Node& list = reading.at("a");
    ASSERT_EQ(list.items.size(), 1'000U);
    for (std::size_t count = 0; count < 500; ++count) {
        ASSERT_EQ(reading.marked(list.items[2 * count].span), "\"钢\"");
        ASSERT_EQ(reading.marked(list.items[2 * count + 1].span), std::to_string(count));
    }
}

TEST(Spans, AreExactAtTheEndOfTheText) {
    EXPECT_EQ(Reading("a = 12").marked(Reading("a = 12").at("a").span), "12");
    const Reading text("a = 'x'");
    EXPECT_EQ(text.marked(text.at("a").span), "'x'");
}

}  // namespace assay::document::test

// Tables, lists and their order.
#include "read.hpp"

namespace assay::document::test {

namespace {

std::string keys(const Node& table) {
    std::string names;
    for (const Node::Member& member : table.members)
        names += member.key + ' ';
    return names;
}

}  // namespace

TEST(EmptyDocuments, AreTablesWithoutMembers) {
    for (const std::string text : {"", "\n", "# 注释", "   ", "\xEF\xBB\xBF", "\r\n"}) {
        const Reading reading(text);
        ASSERT_TRUE(reading.root) << reading.found();
        EXPECT_TRUE(reading.root->members.empty());
        EXPECT_TRUE(reading.findings.empty());
    }
}

TEST(ByteOrderMark, DoesNotShiftPlaces) {
    const Reading reading(
        "\xEF\xBB\xBF"
        "a = 5\nb = 6\n");
    EXPECT_EQ(reading.marked(reading.root->member("a")->keySpan), "a");
    EXPECT_EQ(reading.marked(reading.at("a").span), "5");
    EXPECT_EQ(reading.marked(reading.at("b").span), "6");
}

TEST(WindowsLineBreaks, AreLineBreaks) {
    const Reading reading("a = 1\r\n\r\n[t]\r\nb = '''x\r\ny''' # z\r\nc = [\r\n1,\r\n2 ]\r\n");
    const Node& table = reading.at("t");
    EXPECT_EQ(reading.marked(reading.at("a").span), "1");
    EXPECT_EQ(table.find("b")->text, "x\ny");
    EXPECT_EQ(reading.marked(table.find("c")->items.at(1).span), "2");
}

TEST(Tables, KeepTheOrderOfTheDocument) {
    const Reading reading("z = 1\nm = 2\na = 3\n[t]\nz = { y = 1, b = 2 }\na.q = 1\na.c = 2\n[k]\n");
    EXPECT_EQ(keys(*reading.root), "z m a t k ");
    EXPECT_EQ(keys(reading.at("t")), "z a ");
    EXPECT_EQ(keys(*reading.at("t").find("z")), "y b ");
    EXPECT_EQ(keys(*reading.at("t").find("a")), "q c ");
}

TEST(Tables, CarryTheirHeaderAsPlace) {
    const Reading reading("[ a . b ] # x\nc.d = 1\n[[list]]\nx = 1\n[[list]]\nx = 2\n[list.sub]\n");
    EXPECT_EQ(reading.marked(reading.at("a").find("b")->span), "[ a . b ]");
    EXPECT_EQ(reading.marked(reading.at("a").find("b")->find("c")->span), "c");
    const Node& list = reading.at("list");
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.kind, Node::Kind::Array);
    EXPECT_EQ(reading.marked(list.items.at(1).span), "[[list]]");
    EXPECT_EQ(reading.sources.begin(list.items.at(1).span).line, 5U);
    EXPECT_EQ(reading.marked(list.items.at(1).find("sub")->span), "[list.sub]");
    EXPECT_EQ(list.items.at(0).find("sub"), nullptr);
}

TEST(Tables, FindByExactKey) {
    const Reading reading("Key = 1\n\"\" = 2\n\"a.b\" = 3\n");
    EXPECT_EQ(reading.root->find("key"), nullptr);
    EXPECT_EQ(reading.at("").number, quantity::Rational(2));
    EXPECT_EQ(reading.at("a.b").number, quantity::Rational(3));
}

TEST(Lists, MayMixKindsAndHoldCommentsAndATrailingComma) {
    const Reading reading("a = [ # 一\n 1, 'x', # 二\n [true], {k = 2025-03-01},\n]\n");
    const Node& list = reading.at("a");
    ASSERT_EQ(list.items.size(), 4U);
    EXPECT_EQ(list.items.at(0).kind, Node::Kind::Integer);
    EXPECT_EQ(list.items.at(1).kind, Node::Kind::Text);
    EXPECT_TRUE(list.items.at(2).items.at(0).boolean);
    EXPECT_EQ(list.items.at(3).find("k")->kind, Node::Kind::Date);
}

}  // namespace assay::document::test

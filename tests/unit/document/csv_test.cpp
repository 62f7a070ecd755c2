#include "assay/document/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay::document {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Table {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    std::optional<CsvTable> table;

    explicit Table(std::string text, const CsvLimits& limits = {}) {
        table = readCsv(sources, sources.add("findings.csv", std::move(text)), findings, limits);
    }
    [[nodiscard]] std::vector<std::string> head() const {
        std::vector<std::string> texts;
        for (const CsvCell& cell : table.value().head)
            texts.push_back(table->text(sources, cell));
        return texts;
    }
    [[nodiscard]] std::vector<std::string> row(std::size_t index) const {
        std::vector<std::string> texts;
        for (std::size_t column = 0; column < table.value().head.size(); ++column)
            texts.push_back(table->text(sources, table->cell(index, column)));
        return texts;
    }
    // "E0125@3:4 c": code, line, column and the text marked, one a finding.
    [[nodiscard]] std::vector<std::string> found() const {
        std::vector<std::string> lines;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            const source::Position place = sources.begin(finding.span);
            lines.push_back(std::string(diagnostics::code(finding.kind)) + "@" + std::to_string(place.line) + ":" +
                            std::to_string(place.column) + " " + std::string(sources.text(finding.span)));
        }
        return lines;
    }
};

TEST(Csv, HasAHeadAndRowsOfCells) {
    const Table read("id,title\nF1,rye\nF2,\n");
    EXPECT_THAT(read.found(), IsEmpty());
    EXPECT_THAT(read.head(), ElementsAre("id", "title"));
    ASSERT_EQ(read.table.value().rows(), 2U);
    EXPECT_THAT(read.row(0), ElementsAre("F1", "rye"));
    EXPECT_THAT(read.row(1), ElementsAre("F2", ""));
}

TEST(Csv, ReadsWhatSpreadsheetsWrite) {
    const Table read("\xEF\xBB\xBF编号,名称\r\nF1,\"黑麦,大\"\r\n\r\n,\r\nF2,小麦");
    EXPECT_THAT(read.found(), IsEmpty());
    EXPECT_THAT(read.head(), ElementsAre("编号", "名称"));
    ASSERT_EQ(read.table.value().rows(), 2U) << "rows without content are left out";
    EXPECT_THAT(read.row(0), ElementsAre("F1", "黑麦,大"));
    EXPECT_THAT(read.row(1), ElementsAre("F2", "小麦"));
}

TEST(Csv, QuotesHoldSeparatorsLineBreaksAndQuotes) {
    const Table read("id,title\n\"F1\",\"a \"\"large\"\"\nloaf, sliced\"\n");
    EXPECT_THAT(read.found(), IsEmpty());
    EXPECT_THAT(read.row(0), ElementsAre("F1", "a \"large\"\nloaf, sliced"));
}

TEST(Csv, BlanksRoundACellCountInQuotesOnly) {
    const Table read("id , title\n F1 ,\" rye \" \n");
    EXPECT_THAT(read.head(), ElementsAre("id", "title"));
    EXPECT_THAT(read.row(0), ElementsAre("F1", " rye "));
}

TEST(Csv, TheHeadRowSaysWhichSeparatorIsMeant) {
    EXPECT_THAT(Table("id;title\nF1;a,b\n").row(0), ElementsAre("F1", "a,b"));
    EXPECT_THAT(Table("id\ttitle\nF1\ta;b\n").row(0), ElementsAre("F1", "a;b"));
    EXPECT_THAT(Table("\"id;number\",title\nF1,a\n").head(), ElementsAre("id;number", "title"));
    EXPECT_THAT(Table("id\nF1\n").row(0), ElementsAre("F1"));
    EXPECT_THAT(Table("id,title;weight\nF1,a;b\n").found(), ElementsAre("E0129@1:9 ;"));
}

TEST(Csv, CellsKnowTheirPlaces) {
    const Table read("\xEF\xBB\xBFid,title\nF1,\"rye\"\n");
    const CsvTable& table = read.table.value();
    const source::Span span = table.span(table.cell(0, 1));
    EXPECT_EQ(read.sources.text(span), "\"rye\"");
    EXPECT_EQ(read.sources.begin(span).line, 2U);
    EXPECT_EQ(read.sources.begin(span).column, 4U);
    EXPECT_EQ(read.sources.begin(table.span(table.head.front())).column, 1U);
}

TEST(Csv, ATableMayHaveNoRowsButNotNoHead) {
    EXPECT_EQ(Table("id,title\n").table.value().rows(), 0U);
    EXPECT_THAT(Table("").found(), ElementsAre("E0145@1:1 "));
    EXPECT_THAT(Table("\xEF\xBB\xBF\r\n").found(), ElementsAre("E0145@1:1 "));
}

TEST(Csv, RefusesRaggedRowsEachAtItsCell) {
    const Table read("id,title\nF1,rye,5\nF2\nF3,ok\n");
    EXPECT_FALSE(read.table);
    EXPECT_THAT(read.found(), ElementsAre("E0125@2:8 5", "E0125@3:1 F2"));
}

TEST(Csv, TellsAHundredRaggedRowsAndNoMore) {
    std::string text = "id,title\n";
    for (int row = 0; row < 200; ++row)
        text += "F\n";
    EXPECT_EQ(Table(text).findings.all().size(), 100U);
}

TEST(Csv, RefusesQuotesThatAreNotClosedOrNotWhole) {
    EXPECT_THAT(Table("id,title\nF1,\"rye\nF2,b\n").found(), ElementsAre("E0124@2:4 \""));
    EXPECT_THAT(Table("id,\"title\n").found(), ElementsAre("E0124@1:4 \""));
    EXPECT_THAT(Table("id,title\nF1,a \"large\" loaf\n").found(), ElementsAre("E0128@2:6 \"", "E0128@2:12 \""));
    EXPECT_THAT(Table("id,title\nF1,\"rye\" loaf\n").found(), ElementsAre("E0128@2:8 \""));
}

TEST(Csv, RefusesColumnsWithoutHeadOrWithTheSame) {
    const Table read("id,,title,title\nF1,a,b,c\n");
    EXPECT_FALSE(read.table);
    EXPECT_THAT(read.found(), ElementsAre("E0127@1:4 ", "E0126@1:11 title"));
    EXPECT_EQ(read.findings.all().back().notes.front().kind, diagnostics::Kind::FirstHere);
}

TEST(Csv, RefusesTextThatIsNoneOrDeceives) {
    EXPECT_THAT(Table("id\n\xC4\xE3\n").found(), ElementsAre(testing::StartsWith("E0101@2:1")));
    EXPECT_THAT(Table("id\nF1\xE2\x80\xAE\n").found(), ElementsAre(testing::StartsWith("E0103@2:3")));
    EXPECT_THAT(Table(std::string("id\nF\0\n", 6)).found(), ElementsAre(testing::StartsWith("E0102@2:2")));
    EXPECT_THAT(Table("id\rF1\r").found(), ElementsAre(testing::StartsWith("E0102@1:3")));
}

TEST(Csv, EndsAtItsLimits) {
    CsvLimits limits;
    limits.rows = 2;
    EXPECT_TRUE(Table("id\nF1\nF2\n", limits).table);
    EXPECT_THAT(Table("id\nF1\nF2\nF3\n", limits).found(), ElementsAre("E0130@4:1 F3"));
    limits.bytes = 9;
    EXPECT_TRUE(Table("id\nF1\nF2\n", limits).table);
    EXPECT_THAT(Table("id\nF1\nF23\n", limits).found(), ElementsAre(testing::StartsWith("E0104")));
}

}  // namespace
}  // namespace assay::document

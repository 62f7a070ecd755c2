// What the door refuses, and that it says where.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "read.hpp"

namespace assay::document::test {

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t count = 0; count < times; ++count)
        text += piece;
    return text;
}

// The argument that a finding's wording calls `name`.
std::string argument(const diagnostics::Diagnostic& finding, std::string_view name) {
    for (const auto& [key, value] : finding.arguments) {
        if (key != name) continue;
        if (const auto* word = std::get_if<diagnostics::Name>(&value)) return word->text;
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
    }
    return "no argument";
}

}  // namespace

TEST(TextGuard, RefusesBytesThatAreNotUtf8) {
    EXPECT_EQ(Reading("a = 1\nb = \"\xFF\"\n").found().substr(0, 9), "E0101@2:6");
    EXPECT_EQ(Reading("a = \"\xC0\xAF\"\n").found().substr(0, 9), "E0101@1:6");
}

TEST(TextGuard, RefusesControlCharactersEvenInComments) {
    const Reading reading("a = 1 # \x01\n");
    EXPECT_EQ(reading.found().substr(0, 9), "E0102@1:9");
    EXPECT_EQ(argument(reading.findings.all().at(0), "code"), "U+0001");
}

TEST(TextGuard, RefusesBidirectionalControls) {
    const Reading reading("a = \"x\u202Ey\"\n");
    EXPECT_EQ(reading.found(), "E0103@1:7 \u202E\n");
    EXPECT_EQ(argument(reading.findings.all().at(0), "code"), "U+202E");
}

TEST(TextGuard, RefusesWhatAnEscapeWouldSmuggleIn) {
    EXPECT_EQ(Reading("a = \"x\\u202Ey\"\n").found(), "E0103@1:5 \"x\\u202Ey\"\n");
    EXPECT_EQ(Reading("a = \"\\u0000\"\n").found(), "E0102@1:5 \"\\u0000\"\n");
    EXPECT_EQ(Reading("\"\\u202E\" = 1\n").found(), "E0103@1:1 \"\\u202E\"\n");
}

TEST(SizeGuard, RefusesADocumentOverTheLimitAndReadsOneAtTheLimit) {
    const std::string line = "a = 1 #";
    Limits limits;
    limits.bytes = 100;
    EXPECT_TRUE(Reading(line + std::string(100 - line.size(), ' '), limits).root);
    const Reading over(line + std::string(101 - line.size(), ' '), limits);
    EXPECT_EQ(over.found(), "E0104@1:1\n");
    EXPECT_EQ(argument(over.findings.all().at(0), "limit"), "100");
}

TEST(SizeGuard, RefusesNineMebibytesByDefault) {
    EXPECT_EQ(Reading(std::string(9U << 20U, '\n')).found(), "E0104@1:1\n");
}

TEST(FullWidthGuard, NamesTheHalfWidthForm) {
    const std::map<std::string, std::pair<std::string, std::string>> slips = {
        {"a = １２\n", {"E0105@1:5 １２\n", "12"}},
        {"a ＝ 1\n", {"E0105@1:3 ＝\n", "="}},
        {"a = [1，2]\n", {"E0105@1:7 ，\n", ","}},
        {"a = “钢”\n", {"E0105@1:5 “\n", "\""}},
        {"ａ = 1\n", {"E0105@1:1 ａ\n", "a"}},
        {"a。b = 1\n", {"E0105@1:2 。\n", "."}},
        {"［a］\n", {"E0105@1:1 ［\n", "["}},
        {"[a］\n", {"E0105@1:3 ］\n", "]"}},
        {"a = 2025－03－01\n", {"E0105@1:9 －\n", "-"}},
        {"a = \"x\"　# 全角空格\n", {"E0105@1:8 　\n", " "}},
        {"a = { b = 1，c = 2 }\n", {"E0105@1:12 ，\n", ","}},
    };
    for (const auto& [text, expected] : slips) {
        const Reading reading(text);
        EXPECT_EQ(reading.found(), expected.first) << text;
        ASSERT_FALSE(reading.findings.empty()) << text;
        EXPECT_EQ(argument(reading.findings.all().at(0), "fix"), expected.second) << text;
    }
}

TEST(FullWidthGuard, LeavesStringsAndCommentsAlone) {
    EXPECT_TRUE(Reading("a = \"１，２。\" # “注释”，全角１２３\n'键＝' = '''值、\n值'''\n").root);
}

TEST(FullWidthGuard, ReportsEachLine) {
    EXPECT_EQ(Reading("a = １\nb = 2\nc ＝ 3\n").found(), "E0105@1:5 １\nE0105@3:3 ＝\n");
}

TEST(QuoteGuard, SaysThatChineseKeysAndTextNeedQuotes) {
    const Reading key("产品名称 = \"x\"\n");
    EXPECT_EQ(key.found(), "E0106@1:1 产品名称\n");
    ASSERT_EQ(key.findings.all().at(0).notes.size(), 1U);
    EXPECT_EQ(key.findings.all().at(0).notes.at(0).kind, diagnostics::Kind::WriteInstead);
    EXPECT_EQ(Reading("a = 钢材\n").found(), "E0106@1:5 钢材\n");
    EXPECT_EQ(Reading("[产品]\n").found(), "E0106@1:2 产品\n");
    EXPECT_EQ(Reading("a = 5 吨\n").found(), "E0106@1:7 吨\n");
    EXPECT_EQ(Reading("a = 5吨\n").found(), "E0106@1:5 5吨\n");
}

TEST(DepthGuard, ReadsSixtyFourListsAndRefusesSixtyFive) {
    EXPECT_TRUE(Reading("a = " + repeated("[", 64) + repeated("]", 64) + "\n").root);
    EXPECT_EQ(Reading("a = " + repeated("[", 65) + repeated("]", 65) + "\n").found(), "E0107@1:69 [\n");
}

TEST(DepthGuard, CountsInlineTablesWithTheirKeys) {
    EXPECT_TRUE(Reading("a = " + repeated("{b=", 63) + "1" + repeated("}", 63) + "\n").root);
    EXPECT_EQ(Reading("a = " + repeated("{b=", 64) + "1" + repeated("}", 64) + "\n").found().substr(0, 5), "E0107");
}

TEST(DepthGuard, SurvivesAMillionBrackets) {
    EXPECT_EQ(Reading("a = " + repeated("[", 1'000'000)).found(), "E0107@1:69 [\n");
    EXPECT_EQ(Reading(repeated("a={", 1'000'000)).found().substr(0, 5), "E0107");
}

TEST(DepthGuard, ReadsSixtyFourKeySegmentsAndRefusesMore) {
    EXPECT_TRUE(Reading("a" + repeated(".a", 63) + " = 1\n").root);
    EXPECT_EQ(Reading("a" + repeated(".a", 64) + " = 1\n").found().substr(0, 9), "E0107@1:1");
    EXPECT_EQ(Reading("a" + repeated(".a", 99'999) + " = 1\n").found().substr(0, 9), "E0107@1:1");
    EXPECT_EQ(Reading("[a" + repeated(".a", 99'999) + "]\n").found().substr(0, 9), "E0107@1:2");
    EXPECT_EQ(Reading("[[a" + repeated(" . \"a\"", 99'999) + "]]\n").found().substr(0, 9), "E0107@1:3");
}

TEST(DepthGuard, AddsTheHeaderToTheKey) {
    const std::string header = "[a" + repeated(".a", 31) + "]\n";
    EXPECT_TRUE(Reading(header + "b" + repeated(".b", 31) + " = 1\n").root);
    EXPECT_EQ(Reading(header + "b" + repeated(".b", 32) + " = 1\n").found().substr(0, 9), "E0107@2:1");
}

TEST(DepthGuard, RefusesMoreImpliedTablesThanTheLibraryCanLookUp) {
    std::string text;
    for (int count = 0; count <= 20'000; ++count)
        text += "k" + std::to_string(count) + ".a = 1\n";
    EXPECT_EQ(Reading(text).found(), "E0122@20001:1 k20000.a\n");
}

TEST(ListGuard, RefusesALongList) {
    Limits limits;
    limits.listLength = 3;
    EXPECT_TRUE(Reading("a = [1,2,3]\n", limits).root);
    EXPECT_EQ(Reading("a = [1,2,3,4]\n", limits).found(), "E0108@1:5 [1,2,3,4]\n");
    EXPECT_EQ(Reading("[[a]]\n[[a]]\n[[a]]\n[[a]]\n", limits).found(), "E0108@1:1 [[a]]\n");
}

TEST(NumberGuard, RefusesNanAndInf) {
    for (const std::string word : {"nan", "inf", "+inf", "-nan", "NaN", "Inf"}) {
        EXPECT_EQ(Reading("a = " + word + "\n").found(), "E0109@1:5 " + word + "\n");
    }
}

TEST(NumberGuard, RefusesNumbersBeyondTheLimits) {
    for (const std::string number : {"1e999999999", "1e401", "1e-401", "-1E+99999999999999999999"}) {
        EXPECT_EQ(Reading("a = " + number + "\n").found(), "E0110@1:5 " + number + "\n");
    }
    EXPECT_EQ(Reading("a = 1" + std::string(2'000, '0') + "\n").found().substr(0, 9), "E0110@1:5");
    EXPECT_EQ(Reading("a = 0x1" + std::string(1'024, '0') + "\n").found().substr(0, 9), "E0110@1:5");
    EXPECT_EQ(Reading("a = " + std::string(1U << 20U, '9') + "\n").found().substr(0, 9), "E0110@1:5");
}

TEST(NumberGuard, ShowsOnlyTheBeginningOfAHugeNumber) {
    const Reading reading("a = " + std::string(1U << 20U, '9') + "\n");
    EXPECT_LT(argument(reading.findings.all().at(0), "found").size(), 50U);
}

TEST(DateGuard, RefusesTimes) {
    for (const std::string time : {"2025-03-01T10:00:00", "2025-03-01 10:00:00Z", "2025-03-01t10:00:00+08:00", "10:00:00", "07:30"}) {
        EXPECT_EQ(Reading("a = " + time + "\n").found(), "E0111@1:5 " + time + "\n");
    }
}

TEST(DateGuard, RefusesDaysThatDoNotExist) {
    EXPECT_EQ(Reading("a = 2025-02-29\n").found(), "E0112@1:5 2025-02-29\n");
    EXPECT_EQ(Reading("a = 2025-13-01\n").found(), "E0112@1:5 2025-13-01\n");
    EXPECT_EQ(Reading("a = 0000-01-01\n").found(), "E0112@1:5 0000-01-01\n");
}

TEST(ValueGuard, SaysThatQuantitiesNeedQuotes) {
    for (const std::string word : {"5t", "007", "1.", ".5", "1__0", "_1", "0x", "0xG", "1e", "True", "yes", "2025-3-1", "0x1p3", "--1"}) {
        EXPECT_EQ(Reading("a = " + word + "\n").found(), "E0113@1:5 " + word + "\n") << word;
    }
    EXPECT_EQ(Reading("a = 5 t\n").found(), "E0120@1:7 t\n");
    EXPECT_EQ(Reading("a = [1 2]\n").found(), "E0120@1:8 2\n");
}

TEST(ValueGuard, ReportsEveryBadValueOfAList) {
    EXPECT_EQ(Reading("a = [nan, 5t,\n 1, 10:00]\n").found(), "E0109@1:6 nan\nE0113@1:11 5t\nE0111@2:5 10:00\n");
}

TEST(StructureGuard, LocatesWhatIsLeftOpen) {
    EXPECT_EQ(Reading("a = \"x\nb = 1\n").found(), "E0114@1:5 \"\n");
    EXPECT_EQ(Reading("a = 'x").found(), "E0114@1:5 '\n");
    EXPECT_EQ(Reading("a = \"\"\"x\ny\n").found(), "E0114@1:5 \"\"\"\n");
    EXPECT_EQ(Reading("a = \"x\\\"").found(), "E0114@1:5 \"\n");
    EXPECT_EQ(Reading("a = [1,\n2\n").found(), "E0115@1:5 [\n");
    EXPECT_EQ(Reading("a = {b = 1").found(), "E0115@1:5 {\n");
    EXPECT_EQ(Reading("a = {b = 1\n}\n").found(), "E0121@1:5 {\n");
}

TEST(StructureGuard, LocatesWhatIsMisplaced) {
    EXPECT_EQ(Reading("a = [1}\n").found(), "E0116@1:7 }\n");
    EXPECT_EQ(Reading("a = [,]\n").found(), "E0116@1:6 ,\n");
    EXPECT_EQ(Reading("= 1\n").found(), "E0116@1:1 =\n");
    EXPECT_EQ(Reading("a = 1,\n").found(), "E0116@1:6 ,\n");
    EXPECT_EQ(Reading("[a] b\n").found(), "E0116@1:5 b\n");
    EXPECT_EQ(Reading("[]\n").found(), "E0116@1:2 ]\n");
    EXPECT_EQ(Reading("\"\"\"a\"\"\" = 1\n").found(), "E0116@1:1 \"\"\"\n");
}

TEST(StructureGuard, LocatesWhatIsMissing) {
    EXPECT_EQ(Reading("a\n").found(), "E0117@1:1 a\n");
    EXPECT_EQ(Reading("a =\nb = 1\n").found(), "E0117@1:1 a\n");
    EXPECT_EQ(Reading("a.b = # nothing\n").found(), "E0117@1:1 a.b\n");
    EXPECT_EQ(Reading("a =").found(), "E0117@1:1 a\n");
    EXPECT_EQ(Reading("[a\n").found(), "E0123@1:1 [a\n");
    EXPECT_EQ(Reading("[").found(), "E0123@1:1 [\n");
    EXPECT_EQ(Reading("a.\n").found(), "E0123@1:1 a.\n");
}

TEST(StructureGuard, GoesOnAfterABrokenLine) {
    EXPECT_EQ(Reading("a\nb = 5t\n= 1\n").found(), "E0117@1:1 a\nE0113@2:5 5t\nE0116@3:1 =\n");
}

TEST(StructureGuard, StopsAfterAHundredFindings) {
    EXPECT_EQ(Reading(repeated("a\n", 1'000)).findings.all().size(), 100U);
}

TEST(DuplicateGuard, MarksTheSecondKey) {
    EXPECT_EQ(Reading("a = 1\nb = 2\na = [3]\n").found(), "E0118@3:1 a\n");
    EXPECT_EQ(Reading("[a]\nx = 1\n[a]\n").found(), "E0118@3:1 [a]\n");
    EXPECT_EQ(Reading("a = 1\n[a.b]\nc = 2\n").found(), "E0118@2:1 [a.b]\n");
    EXPECT_EQ(Reading("a = {b = 1}\na.c = 2\n").found(), "E0118@2:1 a.c\n");
    EXPECT_EQ(Reading("a = {b = 1, b = 2}\n").found(), "E0118@1:13 b\n");
    EXPECT_EQ(Reading("\"名\" = 1\n\"名\" = 2\n").found(), "E0118@2:1 \"名\"\n");
}

TEST(LibraryGuard, TurnsItsErrorsIntoFindings) {
    const Reading escape("a = \"\\q\"\n");
    EXPECT_EQ(escape.found(), "E0119@1:7 q\n");
    EXPECT_EQ(argument(escape.findings.all().at(0), "reason"), "unknown escape sequence '\\q'");
    EXPECT_EQ(Reading("a = {b = 1,}\n").found().substr(0, 7), "E0119@1");
    EXPECT_EQ(Reading("a = \"\\uD800\"\n").found().substr(0, 7), "E0119@1");
}

// Each file of the hostile corpus says in its name which code it must get.
TEST(HostileCorpus, EveryFileGetsTheCodeInItsName) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(ASSAY_HOSTILE)) {
        if (entry.path().extension() != ".toml") continue;
        ++files;
        std::ifstream file(entry.path(), std::ios::binary);
        const Reading reading(std::string(std::istreambuf_iterator<char>(file), {}));
        const std::string name = entry.path().filename().string();
        const std::string code = name.substr(name.find('_') + 1, 5);
        if (name.starts_with("fail_")) {
            EXPECT_FALSE(reading.root) << name;
            const auto& all = reading.findings.all();
            EXPECT_TRUE(std::any_of(all.begin(), all.end(),
                                    [&](const diagnostics::Diagnostic& finding) { return diagnostics::code(finding.kind) == code; }))
                << name << " gave " << reading.found();
        } else {
            EXPECT_TRUE(reading.root) << name << " gave " << reading.found();
        }
    }
    EXPECT_GE(files, 20U);
}

}  // namespace assay::document::test

// docs/readings.md lists every unclear place of the source once, gives the readings that the shipped rules declare, and names cases that show them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <variant>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/source/file.hpp"
#include "assay/syntax/parse.hpp"
#include "page.hpp"

namespace {

using namespace assay;
namespace fs = std::filesystem;

constexpr int lastEntry = 118;
const fs::path root = ASSAY_ROOT;

struct Row {
    std::string entry;
    std::string unclear;
    std::string taken;
    std::string instead;
    std::string where;
    std::string tested;

    [[nodiscard]] bool isDeclared() const { return where == "declared"; }
};

struct Reading {
    std::string taken;
    std::set<std::string> others;
};

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// What a cell has in backquotes.
std::set<std::string> quoted(const std::string& cell) {
    static const std::regex pattern("`([^`]+)`");
    std::set<std::string> words;
    for (std::sregex_iterator match(cell.begin(), cell.end(), pattern), end; match != end; ++match)
        words.insert((*match)[1]);
    return words;
}

std::vector<Row> rowsOfPage() {
    std::vector<Row> rows;
    std::istringstream lines(docs::readPage(root, "docs/readings.md").text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| AMB-")) continue;
        std::vector<std::string> cells;
        std::istringstream parts(line.substr(1));
        for (std::string cell; std::getline(parts, cell, '|');)
            cells.push_back(trimmed(cell));
        EXPECT_EQ(cells.size(), 6U) << line;
        cells.resize(6);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]});
    }
    return rows;
}

struct Shipped {
    std::map<std::string, Reading> readings;
    std::string text;  // of all rule files
};

Shipped shippedRules() {
    Shipped shipped;
    for (const fs::directory_entry& entry : fs::directory_iterator(root / "rules/cgc-pv10")) {
        if (entry.path().extension() != ".assay") continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        shipped.text += text + "\n";
        source::SourceMap sources;
        diagnostics::Diagnostics findings;
        const syntax::Tree tree = syntax::parse(sources, sources.add(entry.path().string(), text), findings);
        EXPECT_TRUE(findings.all().empty()) << entry.path();
        for (const syntax::Declaration& declaration : tree.declarations) {
            const auto* reading = std::get_if<syntax::ReadingDecl>(&declaration.body);
            if (!reading) continue;
            Reading& read = shipped.readings[declaration.name.text];
            read.taken = reading->takes.text;
            for (const syntax::Name& alternative : reading->alternatives) {
                if (alternative.text != read.taken) read.others.insert(alternative.text);
            }
        }
    }
    return shipped;
}

// `gate-valve` is a case, `gate-valve/omits-waste` a variant.
std::string pathOfCase(const std::string& name) {
    const std::size_t slash = name.find('/');
    return slash == std::string::npos ? "cases/" + name : "cases/" + name.substr(0, slash) + "/variants/" + name.substr(slash + 1) + ".toml";
}

TEST(ReadingsPage, HoldsEveryEntryOnceAndInOrder) {
    const std::vector<Row> rows = rowsOfPage();
    ASSERT_EQ(rows.size(), static_cast<std::size_t>(lastEntry));
    for (int number = 1; number <= lastEntry; ++number) {
        const Row& row = rows[static_cast<std::size_t>(number - 1)];
        EXPECT_EQ(row.entry, (number < 10 ? "AMB-0" : "AMB-") + std::to_string(number));
        EXPECT_FALSE(row.unclear.empty() || row.taken.empty() || row.instead.empty() || row.where.empty()) << row.entry;
    }
}

TEST(ReadingsPage, GivesEveryReadingAsTheRulesDeclareIt) {
    const Shipped shipped = shippedRules();
    ASSERT_FALSE(shipped.readings.empty());
    std::set<std::string> entries;
    for (const Row& row : rowsOfPage()) {
        entries.insert(row.entry);
        const auto reading = shipped.readings.find(row.entry);
        EXPECT_EQ(row.isDeclared(), reading != shipped.readings.end()) << row.entry;
        if (reading == shipped.readings.end()) continue;
        EXPECT_EQ(row.taken, "`" + reading->second.taken + "`") << row.entry;
        EXPECT_EQ(quoted(row.instead), reading->second.others) << row.entry;
    }
    for (const auto& [name, reading] : shipped.readings)
        EXPECT_TRUE(entries.contains(name)) << name;
}

TEST(ReadingsPage, NamesWhatTheRulesHold) {
    const Shipped shipped = shippedRules();
    for (const Row& row : rowsOfPage()) {
        if (row.isDeclared() || row.where == "not yet" || row.where == "wording") {
            EXPECT_TRUE(row.isDeclared() || row.tested == "-") << row.entry;
            continue;
        }
        const std::set<std::string> names = quoted(row.where);
        EXPECT_FALSE(names.empty()) << row.entry;
        for (const std::string& name : names)
            EXPECT_TRUE(std::regex_search(shipped.text, std::regex("\\b" + name + "\\b"))) << row.entry << ": " << name;
    }
}

TEST(ReadingsPage, NamesCasesThatExist) {
    for (const Row& row : rowsOfPage()) {
        for (const std::string& name : quoted(row.tested))
            EXPECT_TRUE(fs::exists(root / pathOfCase(name))) << row.entry << ": " << name;
        EXPECT_EQ(quoted(row.tested).empty(), row.tested == "-") << row.entry;
    }
}

// In the case that stands beside a declared reading, something comes out differently under the other.
TEST(ReadingsPage, NamesCasesThatAnotherReadingChanges) {
    std::map<std::string, std::string> outputs;
    std::size_t compared = 0;
    for (const Row& row : rowsOfPage()) {
        if (!row.isDeclared()) continue;
        for (const std::string& name : quoted(row.tested)) {
            const auto [output, isNew] = outputs.try_emplace(name);
            if (isNew) output->second = docs::outputOf("evaluate " + pathOfCase(name) + " --readings");
            EXPECT_NE(output->second.find("  " + row.entry + " taken as "), std::string::npos) << row.entry << ": " << name;
            ++compared;
        }
    }
    EXPECT_GT(compared, 60U);
}

}  // namespace

// docs/limits.md lists every limit with its default and the code of the finding that tells of it.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/quantity/rational.hpp"
#include "assay/workspace/options.hpp"
#include "page.hpp"

namespace {

using namespace assay;

struct Row {
    std::string name;
    std::string value;  // digits only
    std::string code;   // may be empty
};

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" `");
    const std::size_t end = text.find_last_not_of(" `");
    return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

std::string digitsOf(const std::string& text) {
    std::string digits;
    for (const char character : text) {
        if (character >= '0' && character <= '9') digits += character;
    }
    return digits;
}

// The rows `| name | default | code | ...` whose name stands in backquotes.
std::map<std::string, Row> rowsOfPage() {
    std::map<std::string, Row> rows;
    std::istringstream lines(docs::readPage(ASSAY_ROOT, "docs/limits.md").text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        std::vector<std::string> cells;
        std::istringstream parts(line.substr(1));
        for (std::string cell; std::getline(parts, cell, '|');)
            cells.push_back(trimmed(cell));
        if (cells.size() >= 4) rows[cells[0]] = {cells[0], digitsOf(cells[1]), cells[2]};
    }
    return rows;
}

TEST(LimitsPage, GivesEveryDefault) {
    const workspace::Limits limits;
    const std::map<std::string, std::size_t> defaults{
        {"ruleFiles", limits.ruleFiles},
        {"declarations", limits.declarations},
        {"ruleFileBytes", limits.ruleFileBytes},
        {"syntax.nesting", limits.syntax.nesting},
        {"syntax.identifier", limits.syntax.identifier},
        {"document.bytes", limits.document.bytes},
        {"document.nesting", limits.document.nesting},
        {"document.listLength", limits.document.listLength},
        {"tables.bytes", limits.tables.bytes},
        {"tables.rows", limits.tables.rows},
        {"evidenceBytes", limits.evidenceBytes},
        {"templateBytes", limits.templateBytes},
        {"evaluate.atoms", limits.evaluate.atoms},
        {"evaluate.diagramNodes", limits.evaluate.diagramNodes},
        {"evaluate.steps", limits.evaluate.steps},
        {"analyze.tableCombinations", limits.analyze.tableCombinations},
        {"analyze.searchSteps", limits.analyze.searchSteps},
        {"Rational::maxBits", static_cast<std::size_t>(quantity::Rational::maxBits)},
        {"Rational::maxExponent", static_cast<std::size_t>(quantity::Rational::maxExponent)},
    };
    const std::map<std::string, Row> rows = rowsOfPage();
    for (const auto& [name, value] : defaults) {
        const auto row = rows.find(name);
        ASSERT_NE(row, rows.end()) << name << " is not on the page";
        EXPECT_EQ(row->second.value, std::to_string(value)) << name;
    }
}

TEST(LimitsPage, NamesCodesThatExist) {
    std::set<std::string> codes;
    for (const diagnostics::Kind kind : diagnostics::allKinds())
        codes.emplace(diagnostics::code(kind));
    const std::map<std::string, Row> rows = rowsOfPage();
    EXPECT_FALSE(rows.empty());
    for (const auto& [name, row] : rows) {
        std::istringstream words(row.code);
        for (std::string code; words >> code;)
            EXPECT_TRUE(code == "-" || codes.contains(code)) << name << ": " << code;
    }
}

}  // namespace

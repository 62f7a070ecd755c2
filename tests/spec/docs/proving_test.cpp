// docs/proving.md names every mutation of the shipped rules that no case notices, and no other.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "page.hpp"

namespace {

using namespace assay;

std::set<std::string> survivorsOfPage() {
    std::set<std::string> survivors;
    std::istringstream lines(docs::readPage(ASSAY_ROOT, "docs/proving.md").text);
    const std::regex row("\\| `([^`]+)` \\| ([^|]+) \\|");
    for (std::string line; std::getline(lines, line);) {
        std::smatch cells;
        if (!line.starts_with("| `")) continue;
        EXPECT_TRUE(std::regex_match(line, cells, row)) << line;
        if (!cells.empty()) survivors.insert(cells[1]);
    }
    return survivors;
}

TEST(ProvingPage, NamesEveryMutationThatSurvivesAndNoClauseDoes) {
    const std::string output = docs::outputOf("clauses rules/cgc-pv10 --cases cases --prove");
    std::set<std::string> survivors;
    std::istringstream lines(output);
    bool listed = false;
    bool clauses = false;
    for (std::string line; std::getline(lines, line);) {
        if (line == "mutations that change none:") {
            listed = true;
        } else if (listed && line.starts_with("  ")) {
            survivors.insert(line.substr(2));
        } else {
            listed = false;
        }
        clauses = clauses || line == "cited clauses that survive: 0";
    }
    EXPECT_TRUE(clauses) << output.substr(output.size() > 2000 ? output.size() - 2000 : 0);
    EXPECT_NE(output.find(" + open 0 + "), std::string::npos);
    EXPECT_EQ(survivors, survivorsOfPage());
}

}  // namespace

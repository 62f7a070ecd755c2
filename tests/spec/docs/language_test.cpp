// The examples of docs/language.md are one rule set with registers, a case and its expected results.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <variant>

#include "assay/diagnostics/render.hpp"
#include "assay/workspace/rule_set.hpp"
#include "assay/workspace/test_run.hpp"
#include "page.hpp"

namespace {

using namespace assay;
namespace fs = std::filesystem;

// The rule blocks of the page, one file each, and the TOML blocks under the names in their first lines.
std::map<std::string, std::string> filesOf(const docs::Page& page) {
    std::map<std::string, std::string> files;
    for (const docs::Block& block : page.blocks) {
        const std::string firstLine = block.text.substr(0, block.text.find('\n'));
        if (block.language == "assay") files["line_" + std::to_string(block.line) + ".assay"] = block.text;
        if (block.language == "toml" && firstLine.starts_with("# ")) files[firstLine.substr(2)] += block.text;
    }
    return files;
}

class LanguagePage : public testing::Test {
protected:
    void SetUp() override {
        files_ = filesOf(docs::readPage(ASSAY_ROOT, "docs/language.md"));
        folder_ = fs::path(testing::TempDir()) / ("assay_language_page_" + std::to_string(::getpid()));
        fs::create_directories(folder_ / "rules");
        fs::create_directories(folder_ / "cases/page");
        fs::create_directories(folder_ / "cases/registers");
        addCitedClauses();
        for (const auto& [name, text] : files_) {
            const bool isOfCase = name == "case.toml" || name == "expected.toml";
            const bool isRegister = name.starts_with("registers/");
            std::ofstream(folder_ / (isOfCase ? "cases/page" : isRegister ? "cases" : "rules") / name, std::ios::binary) << text;
        }
        loaded_ = workspace::loadRules(sources_, {(folder_ / "rules").string(), "docs/language.md"}, {});
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string text(const diagnostics::Diagnostics& findings) const {
        std::string all;
        for (const diagnostics::Diagnostic& finding : findings.all())
            all += diagnostics::render(finding, sources_, {});
        return all;
    }

    source::SourceMap sources_;
    std::map<std::string, std::string> files_;
    fs::path folder_;
    workspace::LoadedRules loaded_;

private:
    // The page shows one clause of its register; the others look alike.
    void addCitedClauses() {
        std::string& registered = files_["clauses.toml"];
        const std::size_t first = registered.find("[[clause]]");
        ASSERT_NE(first, std::string::npos);
        const std::string shown = registered.substr(first);
        for (const char* id : {"B1.1", "B1.2", "B1.3", "B1.4", "B2", "B2.1", "B3", "B3.1", "B3.2", "B4", "B5", "B6", "B6.1", "B6.2"}) {
            std::string other = shown;
            const std::string idLine = "id = \"B1\"";
            other.replace(other.find(idLine), idLine.size(), std::string("id = \"") + id + "\"");
            registered += "\n" + other;
        }
    }
};

TEST_F(LanguagePage, ItsRulesCheckTogether) {
    EXPECT_EQ(text(loaded_.findings), "");
    ASSERT_NE(loaded_.rules, nullptr);
    EXPECT_EQ(loaded_.rules->checked.ruleset.id, "bakery.mark");
}

// A page shows types of facts that no rule of it reads; nothing else is to be found in it.
TEST_F(LanguagePage, ItsRulesLeaveNothingOpen) {
    ASSERT_NE(loaded_.rules, nullptr);
    const diagnostics::Diagnostics findings = workspace::analyzeRules(*loaded_.rules, sources_, {});
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        if (finding.kind != diagnostics::Kind::FactUnread) ADD_FAILURE() << diagnostics::render(finding, sources_, {});
    }
}

TEST_F(LanguagePage, ItsCaseGivesWhatItExpects) {
    ASSERT_NE(loaded_.rules, nullptr);
    const workspace::TestRun run = workspace::runTests(sources_, *loaded_.rules, {(folder_ / "cases").string(), "cases"}, {});
    EXPECT_EQ(text(run.findings), "");
    ASSERT_EQ(run.cases.size(), 1U);
    EXPECT_EQ(text(run.cases.front().findings), "");
}

TEST_F(LanguagePage, ShowsEveryKindOfDeclaration) {
    std::set<std::string> keywords;
    for (const auto& [name, text] : files_) {
        if (!name.ends_with(".assay")) continue;
        for (const char* keyword : {"ruleset", "stage", "enum", "record", "fact", "reading", "rule", "decide", "define", "table", "flag",
                                    "contradiction", "checklist", "register", "quantity", "partition", "duty", "lifecycle"}) {
            const std::string start = std::string(keyword) + " ";
            if (text.starts_with(start) || text.find("\n" + start) != std::string::npos) keywords.insert(keyword);
        }
    }
    EXPECT_EQ(keywords.size(), std::variant_size_v<syntax::DeclBody>);
}

}  // namespace

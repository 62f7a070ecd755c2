#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <vector>

#include "fixture.hpp"

// tests/spec/syntax: accept/ holds files without a finding, reject/ files whose findings stand beside the offending
// line as `#! CODE LINE:COLUMN`.
namespace assay::syntax {

namespace {

std::set<std::filesystem::path> specs(const char* folder) {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(projectRoot() / "tests/spec/syntax" / folder)) {
        files.insert(entry.path());
    }
    return files;
}

std::string demanded(const std::string& text) {
    static const std::regex demand("#! (E[0-9]{4} [0-9]+:[0-9]+)");
    std::string lines;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), demand); match != std::sregex_iterator(); ++match) {
        lines += (*match)[1].str() + "\n";
    }
    return lines;
}

}  // namespace

TEST(Specification, AcceptedFilesHaveNoFinding) {
    const auto files = specs("accept");
    ASSERT_FALSE(files.empty());
    for (const auto& file : files) {
        EXPECT_EQ(Parsed(readWhole(file)).said(), "") << file;
    }
}

TEST(Specification, RejectedFilesHaveTheFindingsTheyName) {
    const auto files = specs("reject");
    ASSERT_GE(files.size(), 15U);
    for (const auto& file : files) {
        const std::string text = readWhole(file);
        EXPECT_EQ(Parsed(text).said(), demanded(text)) << file;
        EXPECT_NE(demanded(text), "") << file << " names no finding";
    }
}

TEST(Specification, EveryGrammarFindingOccursInAFile) {
    std::string demands;
    for (const auto& file : specs("reject")) {
        demands += demanded(readWhole(file));
    }
    // Text that an editor cannot save, and limits that would need a large file, are tested beside these files.
    const std::set<std::string> elsewhere = {"E0201", "E0202", "E0203", "E0212", "E0213"};
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (code.starts_with("E02") && !elsewhere.contains(code)) {
            EXPECT_NE(demands.find(code), std::string::npos) << code << " has no file in tests/spec/syntax/reject";
        }
    }
}

// docs/diagnostics: the first block of a page gives its code, the second is what it proposes instead.
TEST(Specification, PagesShowWhatTheySay) {
    std::size_t shown = 0;
    for (const auto& entry : std::filesystem::directory_iterator(projectRoot() / "docs/diagnostics")) {
        const std::string code = entry.path().stem().string();
        if (!code.starts_with("E02")) {
            continue;
        }
        const std::string page = readWhole(entry.path());
        std::vector<std::string> blocks;
        for (std::size_t fence = page.find("```\n"); fence != std::string::npos;) {
            const std::size_t end = page.find("```\n", fence + 4);
            ASSERT_NE(end, std::string::npos) << code << " does not close a block";
            blocks.push_back(page.substr(fence + 4, end - fence - 4));
            fence = page.find("```\n", end + 4);
        }
        if (!blocks.empty()) {
            ++shown;
            EXPECT_EQ(Parsed(blocks[0]).said().substr(0, 6), code + " ") << blocks[0];
        }
        if (blocks.size() > 1) {
            EXPECT_EQ(Parsed(blocks[1]).said(), "") << code << "\n" << blocks[1];
        }
    }
    EXPECT_GE(shown, 30U);
}

TEST(Specification, TheSampleOfTheLanguageIsRead) {
    const Parsed sample(readWhole(projectRoot() / "tests/spec/syntax/sample.assay"));
    EXPECT_EQ(sample.said(), "");
    EXPECT_EQ(sample.tree.declarations.size(), 26U);
}

TEST(Specification, EveryRuleFileOfTheProjectIsRead) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(projectRoot() / "rules")) {
        if (entry.path().extension() == ".assay") {
            EXPECT_EQ(Parsed(readWhole(entry.path())).said(), "") << entry.path();
        }
    }
}

}  // namespace assay::syntax

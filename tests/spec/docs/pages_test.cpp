// What every page promises: its rule text parses, its links lead somewhere, its commands give what is shown.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "assay/diagnostics/render.hpp"
#include "assay/source/file.hpp"
#include "assay/syntax/parse.hpp"
#include "page.hpp"

namespace {

using namespace assay;

const std::filesystem::path root = ASSAY_ROOT;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

// Whether the output begins with the lines shown; a line "..." stands for any lines, also for those behind the last.
bool isShown(const std::vector<std::string>& shown, const std::vector<std::string>& actual) {
    std::size_t at = 0;
    bool maySkip = false;
    for (const std::string& line : shown) {
        if (line == "...") {
            maySkip = true;
            continue;
        }
        const auto from = actual.begin() + static_cast<std::ptrdiff_t>(at);
        const auto found = maySkip ? std::find(from, actual.end(), line) : from;
        if (found == actual.end() || *found != line) return false;
        at = static_cast<std::size_t>(found - actual.begin()) + 1;
        maySkip = false;
    }
    return maySkip || at == actual.size();
}

TEST(Pages, EveryRuleBlockIsACompleteListOfDeclarations) {
    std::size_t blocks = 0;
    for (const docs::Page& page : docs::readPages(root)) {
        for (const docs::Block& block : page.blocks) {
            if (block.language != "assay") continue;
            ++blocks;
            source::SourceMap sources;
            diagnostics::Diagnostics findings;
            const syntax::Tree tree = syntax::parse(sources, sources.add(page.path, block.text), findings);
            EXPECT_FALSE(tree.declarations.empty()) << page.path << ":" << block.line;
            for (const diagnostics::Diagnostic& finding : findings.all())
                ADD_FAILURE() << page.path << ":" << block.line << "\n" << diagnostics::render(finding, sources, {});
        }
    }
    EXPECT_GT(blocks, 10U);
}

TEST(Pages, EveryLinkLeadsToAFile) {
    for (const docs::Page& page : docs::readPages(root)) {
        const std::filesystem::path folder = (root / page.path).parent_path();
        for (const docs::Link& link : page.links)
            EXPECT_TRUE(std::filesystem::exists(folder / link.target)) << page.path << ":" << link.line << ": " << link.target;
    }
}

// A block `console` holds commands behind "$ assay " and, below each, what it prints.
TEST(Pages, EveryCommandGivesWhatIsShown) {
    std::size_t commands = 0;
    for (const docs::Page& page : docs::readPages(root)) {
        for (const docs::Block& block : page.blocks) {
            if (block.language != "console") continue;
            const std::string prompt = "$ assay ";
            const std::vector<std::string> lines = linesOf(block.text);
            for (std::size_t i = 0; i < lines.size();) {
                ASSERT_TRUE(lines[i].starts_with(prompt)) << page.path << ":" << block.line;
                const std::string arguments = lines[i].substr(prompt.size());
                std::vector<std::string> shown;
                for (++i; i < lines.size() && !lines[i].starts_with(prompt); ++i)
                    shown.push_back(lines[i]);
                const std::string output = docs::outputOf(arguments);
                EXPECT_TRUE(isShown(shown, linesOf(output))) << page.path << ":" << block.line << ": assay " << arguments << "\n" << output;
                ++commands;
            }
        }
    }
    EXPECT_GT(commands, 1U);
}

TEST(Pages, AShownOutputIsComparedLineByLine) {
    EXPECT_TRUE(isShown({"a", "b"}, {"a", "b"}));
    EXPECT_FALSE(isShown({"a"}, {"a", "b"}));
    EXPECT_FALSE(isShown({"a", "b"}, {"a"}));
    EXPECT_FALSE(isShown({"b"}, {"a", "b"}));
    EXPECT_TRUE(isShown({"...", "b"}, {"a", "b"}));
    EXPECT_TRUE(isShown({"a", "..."}, {"a", "b", "c"}));
    EXPECT_FALSE(isShown({"a", "...", "d"}, {"a", "b", "c"}));
}

// The rule text that the front page shows is a piece of the shipped rules, not a copy that ages.
TEST(Readme, ShowsRulesAsTheyAreShipped) {
    const docs::Page readme = docs::readPage(root, "README.md");
    std::string shipped;
    for (const auto& entry : std::filesystem::directory_iterator(root / "rules/cgc-pv10")) {
        const auto text = source::readFile(entry.path(), 8U << 20U);
        if (const auto* bytes = std::get_if<std::string>(&text)) shipped += *bytes + "\n";
    }
    std::size_t blocks = 0;
    for (const docs::Block& block : readme.blocks) {
        if (block.language != "assay") continue;
        ++blocks;
        EXPECT_NE(shipped.find("\n" + block.text), std::string::npos) << "README.md:" << block.line << "\n" << block.text;
    }
    EXPECT_GT(blocks, 0U);
}

}  // namespace

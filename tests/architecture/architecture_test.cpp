#include "rules.hpp"

#include <gtest/gtest.h>

#include <set>

#include "files.hpp"
#include "modules.hpp"

namespace {

using namespace assay::architecture;

const std::filesystem::path root = ASSAY_ROOT;
// A tree of two modules, low <- high, in which each rule is broken once or twice on purpose.
const std::filesystem::path fixture = root / "tests/architecture/fixture";

// --- The tree of this project keeps the rules.

TEST(Architecture, EveryIncludeFollowsALink) {
    EXPECT_EQ(describe(findForeignIncludes(root)), "");
}

TEST(Architecture, EveryLibraryStaysInTheModuleThatHidesIt) {
    EXPECT_EQ(describe(findForeignLibraries(root)), "");
}

TEST(Architecture, OnlyTheCommandLinePrints) {
    EXPECT_EQ(describe(findPrinting(root)), "");
}

TEST(Architecture, NoFloatingPointOnTheWayToADecision) {
    EXPECT_EQ(describe(findFloatingPoint(root)), "");
}

TEST(Architecture, EveryModuleWithHeadersHasAFolderOfSourcesAndTheOtherWayRound) {
    std::set<std::string> modules;
    for (const auto& [module, links] : readEdges(root))
        modules.insert(module);
    modules.erase("cli");  // offers nothing to include
    modules.insert("base");
    std::set<std::string> headers;
    for (const auto& entry : std::filesystem::directory_iterator(root / "include/assay"))
        headers.insert(entry.path().filename().string());
    EXPECT_EQ(modules, headers);
}

// What binds of the pipeline, whatever else is linked: docs/architecture.md draws these edges.
TEST(Architecture, ThePipelineRunsOneWay) {
    const Edges edges = readEdges(root);
    EXPECT_TRUE(edges.at("quantity").empty());
    EXPECT_TRUE(edges.at("source").empty());
    EXPECT_FALSE(reachable(edges, "syntax").contains("check"));
    EXPECT_FALSE(reachable(edges, "check").contains("lower"));
    EXPECT_FALSE(reachable(edges, "facts").contains("lower")) << "a case is read against the schema, not against the program";
    EXPECT_FALSE(reachable(edges, "evaluate").contains("report")) << "evaluation knows no output";
    EXPECT_FALSE(reachable(edges, "analyze").contains("facts")) << "analysis comes before any case";
    for (const auto& [module, links] : edges)
        EXPECT_FALSE(links.contains("cli")) << module;
}

TEST(Architecture, FilesFitInTheHead) {
    const std::vector<FileLength> lengths = fileLengths(root, {"src", "include", "tests"});
    ASSERT_FALSE(lengths.empty());
    EXPECT_LE(lengths.back().lines, 800U) << lengths.back().path;
    EXPECT_LT(lengths[lengths.size() / 2].lines, 250U);
}

// --- The checks find what they are for.

TEST(ArchitectureChecks, LinksAreReadFromTheBuildFiles) {
    const Edges edges = readEdges(fixture);
    EXPECT_EQ(edges, (Edges{{"high", {"low"}}, {"low", {}}, {"top", {"high"}}}));
    EXPECT_EQ(reachable(edges, "top"), (std::set<std::string>{"high", "low"}));
}

TEST(ArchitectureChecks, AnIncludeAgainstTheLinksIsFound) {
    const std::vector<Breach> breaches = findForeignIncludes(fixture);
    const std::vector<Breach> expected{
        {"src/low/low.cpp", 2, "includes assay/high/high.hpp, but low does not link high"},
        {"src/low/low.cpp", 3, "leaves its folder with ../high/hidden.hpp"},
    };
    EXPECT_EQ(breaches, expected) << describe(breaches);
}

TEST(ArchitectureChecks, ALibraryOutsideItsModuleIsFound) {
    const std::vector<Breach> breaches = findForeignLibraries(fixture);
    const std::vector<Breach> expected{{"include/assay/high/high.hpp", 3, "includes gmp.h"}};
    EXPECT_EQ(breaches, expected) << describe(breaches);
}

TEST(ArchitectureChecks, PrintingIsFoundButNotInCommentsAndTexts) {
    const std::vector<Breach> breaches = findPrinting(fixture);
    const std::vector<Breach> expected{{"src/high/high.cpp", 1, "includes iostream"}, {"src/high/high.cpp", 6, "prints with cout"}};
    EXPECT_EQ(breaches, expected) << describe(breaches);
}

TEST(ArchitectureChecks, FloatingPointIsFoundInExactModulesOnly) {
    // The fixture's modules are not among them; the same text in `quantity` is.
    EXPECT_EQ(describe(findFloatingPoint(fixture)), "");
    EXPECT_EQ(describe(findFloatingPoint(root / "tests/architecture/fixture/exact")),
              "src/quantity/number.cpp:4: uses double\nsrc/quantity/number.cpp:8: uses float\n");
}

TEST(ArchitectureChecks, ModulesThatLinkInACircleAreFound) {
    const std::vector<Breach> breaches = findForeignIncludes(fixture / "circle");
    const std::vector<Breach> expected{{"src/one", 0, "links itself through what it links"},
                                       {"src/two", 0, "links itself through what it links"}};
    EXPECT_EQ(breaches, expected) << describe(breaches);
}

TEST(CodeOnly, BlanksCommentsAndLiteralsAndKeepsLines) {
    EXPECT_EQ(codeOnly("a // b\nc"), "a     \nc");
    EXPECT_EQ(codeOnly("a /* b\nc */ d"), "a     \n     d");
    EXPECT_EQ(codeOnly("f(\"x\\\"y\", 'z')"), "f(      ,    )");
    EXPECT_EQ(codeOnly("R\"(a\"b)\" c"), "         c");
    EXPECT_EQ(codeOnly("1'000 / 2"), "1'000 / 2");
    EXPECT_EQ(codeOnly("\"// no comment\" x"), "                x");
}

TEST(Includes, AreReadInQuotesAndAngleBracketsOutsideComments) {
    const std::vector<Include> includes = includesOf("#include \"a.hpp\"\n// #include \"b.hpp\"\n#  include <c>\n/*\n#include <d>\n*/\n");
    ASSERT_EQ(includes.size(), 2U);
    EXPECT_EQ(includes[0].target, "a.hpp");
    EXPECT_EQ(includes[0].line, 1U);
    EXPECT_EQ(includes[1].target, "c");
    EXPECT_EQ(includes[1].line, 3U);
}

TEST(Words, AreWholeWords) {
    EXPECT_TRUE(hasWord("x = double(y)", "double"));
    EXPECT_FALSE(hasWord("doubled = 2", "double"));
    EXPECT_FALSE(hasWord("a_double", "double"));
    EXPECT_TRUE(hasWord("doubled, double", "double"));
}

}  // namespace

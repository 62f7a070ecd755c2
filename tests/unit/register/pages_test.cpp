// The example on each page of docs/diagnostics for E01 gives the code that the page explains.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "assay/register/clauses.hpp"
#include "assay/register/units.hpp"
#include "read.hpp"

namespace assay::registers::test {

namespace {

// What stands between the fences of the page's TOML example; empty: the page has none.
std::string example(const std::string& page) {
    constexpr std::string_view open = "```toml\n";
    const std::size_t begin = page.find(open);
    if (begin == std::string::npos) return {};
    const std::size_t end = page.find("```", begin + open.size());
    return page.substr(begin + open.size(), end - begin - open.size());
}

diagnostics::Diagnostics findingsOf(std::string text) {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    const bool isClauses = text.find("clause]") != std::string::npos;
    const bool isUnits = text.find("[[unit]]") != std::string::npos;
    const auto root = document::readToml(sources, sources.add("example.toml", std::move(text)), findings);
    if (root && isClauses) static_cast<void>(readClauses(*root, findings));
    if (root && isUnits) static_cast<void>(readUnits(*root, findings));
    return findings;
}

}  // namespace

TEST(Pages, ExamplesGiveTheirCode) {
    std::size_t examples = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ASSAY_ROOT) + "/docs/diagnostics")) {
        const std::string code = entry.path().stem().string();
        if (!code.starts_with("E01")) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text = example({std::istreambuf_iterator<char>(file), {}});
        if (text.empty()) continue;
        ++examples;
        const diagnostics::Diagnostics findings = findingsOf(text);
        ASSERT_FALSE(findings.empty()) << code;
        for (const auto& finding : findings.all())
            EXPECT_EQ(diagnostics::code(finding.kind), code);
    }
    EXPECT_GE(examples, 30U);
}

TEST(Pages, EveryDocumentCodeHasAPage) {
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (!code.starts_with("E01")) continue;
        EXPECT_TRUE(std::filesystem::exists(std::string(ASSAY_ROOT) + "/docs/diagnostics/" + code + ".md")) << code;
    }
}

}  // namespace assay::registers::test

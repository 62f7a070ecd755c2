// The example on each page of docs/diagnostics for a document or a register gives the code that the page explains.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "assay/register/calendars.hpp"
#include "assay/register/clauses.hpp"
#include "assay/register/factors.hpp"
#include "assay/register/units.hpp"
#include "read.hpp"

namespace assay::registers::test {

namespace {

bool isRead(std::string_view code) {
    return code.starts_with("E01") || (code >= "E0361" && code <= "E0369") || code.starts_with("E086");
}

// What stands between the fences of the page's example in a language; empty: the page has none.
std::string example(const std::string& page, std::string_view language) {
    const std::string open = "```" + std::string(language) + "\n";
    const std::size_t begin = page.find(open);
    if (begin == std::string::npos) return {};
    const std::size_t end = page.find("```", begin + open.size());
    return page.substr(begin + open.size(), end - begin - open.size());
}

FactorTable oneSource() {
    FactorTable factors;
    FactorSource source;
    source.id = "ipcc";
    EXPECT_TRUE(factors.addSource(std::move(source)));
    return factors;
}

diagnostics::Diagnostics findingsOfToml(std::string text) {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    const auto holds = [&](std::string_view words) { return text.find(words) != std::string::npos; };
    const bool isClauses = holds("clause]");
    const bool isUnits = holds("[[unit]]");
    const bool isGases = holds("[[gas]]");
    const bool isCalendar = holds("[[year]]");
    const auto root = document::readToml(sources, sources.add("example.toml", std::move(text)), findings);
    if (root && isClauses) static_cast<void>(readClauses(*root, findings));
    if (root && isUnits) static_cast<void>(readUnits(*root, findings));
    if (root && isGases) static_cast<void>(readGwps(*root, oneSource(), findings));
    if (root && isCalendar) static_cast<void>(readCalendar(*root, findings));
    return findings;
}

diagnostics::Diagnostics findingsOfCsv(std::string text) {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    quantity::UnitTable units;
    EXPECT_TRUE(units.add({"t", 1000, {{{"mass", 1}}}}));
    EXPECT_TRUE(units.add({"kgCO2", 1, {{{"co2", 1}}}}));
    EXPECT_TRUE(units.add({"kgCO2e", 1, {{{"co2e", 1}}}}));
    FactorTable factors = oneSource();
    const auto table = document::readCsv(sources, sources.add("example.csv", std::move(text)), findings);
    if (table) readFactors(*table, sources, units, {}, factors, findings);
    return findings;
}

}  // namespace

TEST(Pages, ExamplesGiveTheirCode) {
    std::size_t examples = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ASSAY_ROOT) + "/docs/diagnostics")) {
        const std::string code = entry.path().stem().string();
        if (!isRead(code)) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string page{std::istreambuf_iterator<char>(file), {}};
        const std::string toml = example(page, "toml");
        const std::string csv = code.starts_with("E01") ? "" : example(page, "csv");
        if (toml.empty() && csv.empty()) continue;
        ++examples;
        const diagnostics::Diagnostics findings = csv.empty() ? findingsOfToml(toml) : findingsOfCsv(csv);
        ASSERT_FALSE(findings.empty()) << code;
        for (const auto& finding : findings.all())
            EXPECT_EQ(diagnostics::code(finding.kind), code);
    }
    EXPECT_GE(examples, 43U);
}

TEST(Pages, EveryCodeHasAPage) {
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        if (!isRead(code)) continue;
        EXPECT_TRUE(std::filesystem::exists(std::string(ASSAY_ROOT) + "/docs/diagnostics/" + code + ".md")) << code;
    }
}

}  // namespace assay::registers::test

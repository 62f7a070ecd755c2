#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "sample.hpp"

namespace assay::facts::testing {
namespace {

namespace fs = std::filesystem;

struct CaseFile {
    std::string name;
    std::string text;
};

std::vector<CaseFile> corpus() {
    std::vector<CaseFile> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(ASSAY_ROOT) / "tests/spec/facts")) {
        if (entry.path().extension() != ".toml") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(file), {})});
    }
    return files;
}

// Line and code, "3 E0426", once for each.
using Expectations = std::multiset<std::string>;

Expectations expected(const std::string& text) {
    Expectations all;
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        const std::size_t mark = line.find("#: ");
        if (mark == std::string::npos) continue;
        std::istringstream codes(line.substr(mark + 3));
        for (std::string code; codes >> code;)
            all.insert(std::to_string(number) + ' ' + code);
    }
    return all;
}

Expectations found(const Reading& reading) {
    Expectations all;
    for (const diagnostics::Diagnostic& finding : reading.findings.all()) {
        const std::uint32_t line = reading.sources.begin(finding.span).line;
        all.insert(std::to_string(line) + ' ' + std::string(diagnostics::code(finding.kind)));
    }
    return all;
}

TEST(CaseCorpus, EveryFindingStandsOnTheLineThatExpectsIt) {
    const std::vector<CaseFile> files = corpus();
    ASSERT_FALSE(files.empty());
    for (const CaseFile& file : files) {
        SCOPED_TRACE(file.name);
        const Expectations wanted = expected(file.text);
        EXPECT_EQ(wanted.empty(), !file.name.starts_with("fail_"));
        EXPECT_EQ(found(Reading(file.text)), wanted);
    }
}

TEST(CaseCorpus, ShowsEveryFindingAboutCases) {
    std::set<std::string> shown;
    for (const CaseFile& file : corpus()) {
        for (const std::string& expectation : expected(file.text))
            shown.insert(expectation.substr(expectation.find(' ') + 1));
    }
    for (const diagnostics::Kind kind : diagnostics::allKinds()) {
        const std::string code(diagnostics::code(kind));
        // Findings about the files beside a document are shown where files are read, in tests/unit/workspace.
        const bool isAboutFiles = code >= "E0448" && code <= "E0459";
        // Those of duties, partitions, lifecycles and quantities are findings of check; a quantity that a case writes is not.
        const bool isAboutRules = code >= "E0460" && code != "E0492";
        if (!code.starts_with("E04") || isAboutFiles || isAboutRules) continue;
        EXPECT_TRUE(shown.contains(code)) << code << ' ' << diagnostics::name(kind);
    }
}

}  // namespace
}  // namespace assay::facts::testing

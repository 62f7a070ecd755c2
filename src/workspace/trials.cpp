#include "assay/workspace/trials.hpp"

#include <filesystem>
#include <system_error>

#include "files.hpp"
#include "test_files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

std::string shortName(const std::string& document) {
    constexpr std::string_view ending = "/case.toml";
    return document.ends_with(ending) ? document.substr(0, document.size() - ending.size()) : document;
}

}  // namespace

Trials loadTrials(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits,
                  const std::string& registers) {
    Trials all;
    std::error_code error;
    const std::vector<TestFile> tests = findTests(folder.path);
    if (!fs::is_directory(folder.path, error)) {
        all.findings.add(Kind::PathNotFound, {}, {{"path", Name{folder.shown}}});
    } else if (tests.empty()) {
        all.findings.add(Kind::TestsAbsent, {}, {{"path", Name{folder.shown}}});
    }
    for (const TestFile& test : tests) {
        const std::optional<document::Node> root = addToml(sources, fs::path(folder.path) / test.expected,
                                                           shownIn(folder.shown, test.expected), limits.document, {}, all.findings);
        if (!root) continue;
        const std::vector<author::Expectation> expectations = author::readExpectations(*root, all.findings);
        LoadedCase loaded =
            loadCase(sources, rules, {shownIn(folder.path, test.document), shownIn(folder.shown, test.document)}, limits, registers);
        if (!loaded.facts) continue;
        for (const author::Expectation& expectation : expectations) {
            const std::optional<quantity::Date> asOf = expectation.asOf ? expectation.asOf : loaded.facts->asOf;
            if (asOf) all.trials.push_back({shortName(test.document), loaded.facts.get(), *asOf, expectation});
        }
        all.cases.push_back(std::move(loaded));
    }
    return all;
}

}  // namespace assay::workspace

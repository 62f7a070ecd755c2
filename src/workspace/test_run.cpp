#include "assay/workspace/test_run.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "assay/author/compare.hpp"
#include "files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

constexpr std::string_view expectedSuffix = ".expected.toml";

// A file of expectations and the case document that it speaks of, both relative to the folder of cases.
struct TestFile {
    std::string document;
    std::string expected;
    bool operator<(const TestFile& other) const { return document < other.document; }
};

// The entries of a folder by name; nothing for what is no folder.
std::vector<std::string> entries(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        names.push_back(entry->path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<TestFile> findTests(const fs::path& folder) {
    std::vector<TestFile> tests;
    for (const std::string& name : entries(folder)) {
        std::error_code error;
        if (fs::exists(folder / name / "expected.toml", error)) tests.push_back({name + "/case.toml", name + "/expected.toml"});
        for (const std::string& variant : entries(folder / name / "variants")) {
            if (variant.size() <= expectedSuffix.size() || !variant.ends_with(expectedSuffix)) continue;
            const std::string stem = name + "/variants/" + variant.substr(0, variant.size() - expectedSuffix.size());
            tests.push_back({stem + ".toml", stem + std::string(expectedSuffix)});
        }
    }
    std::sort(tests.begin(), tests.end());
    return tests;
}

class TestRunner {
public:
    TestRunner(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits)
        : sources_(sources), rules_(rules), folder_(folder), run_{{}, author::Coverage(rules.checked), {}, ExitStatus::Conform} {
        options_.limits = limits;
    }

    TestRun all() {
        std::vector<ExitStatus> statuses;
        std::error_code error;
        const std::vector<TestFile> tests = findTests(folder_.path);
        if (!fs::is_directory(folder_.path, error)) {
            run_.findings.add(Kind::PathNotFound, {}, {{"path", Name{folder_.shown}}});
        } else if (tests.empty()) {
            run_.findings.add(Kind::TestsAbsent, {}, {{"path", Name{folder_.shown}}});
        }
        if (run_.findings.hasErrors()) statuses.push_back(ExitStatus::Invalid);
        for (const TestFile& test : tests)
            statuses.push_back(runOne(test));
        run_.status = worst(statuses);
        return std::move(run_);
    }

private:
    ExitStatus runOne(const TestFile& test) {
        TestedCase& tested = run_.cases.emplace_back();
        tested.name = test.document;
        const std::string shownExpected = shownIn(folder_.shown, test.expected);
        const std::string shownDocument = shownIn(folder_.shown, test.document);
        std::error_code error;
        if (!fs::exists(fs::path(folder_.path) / test.document, error)) {
            tested.findings.add(Kind::ExpectationCaseAbsent, {}, {{"path", Name{shownExpected}}, {"document", Name{shownDocument}}});
            return ExitStatus::Invalid;
        }
        const std::optional<document::Node> root =
            addToml(sources_, fs::path(folder_.path) / test.expected, shownExpected, options_.limits.document, {}, tested.findings);
        if (!root) return ExitStatus::Invalid;
        const std::vector<author::Expectation> expectations = author::readExpectations(*root, tested.findings);
        tested.expectations = expectations.size();
        if (tested.findings.hasErrors()) return ExitStatus::Invalid;

        LoadedCase loaded = loadCase(sources_, rules_, {shownIn(folder_.path, test.document), shownDocument}, options_.limits);
        bool invalidWasExpected = true;
        for (const author::Expectation& expectation : expectations)
            invalidWasExpected &= compareOne(expectation, loaded, tested);
        // A case that is broken without anybody expecting it is explained once, however many expectations it misses.
        if (!loaded.facts && !invalidWasExpected) tested.findings.append(std::move(loaded.findings));
        if (!tested.findings.hasErrors()) return ExitStatus::Conform;
        return loaded.facts || invalidWasExpected ? ExitStatus::Nonconform : ExitStatus::Invalid;
    }

    // Whether the expectation names the exit status of an invalid case.
    bool compareOne(const author::Expectation& expectation, const LoadedCase& loaded, TestedCase& tested) {
        options_.asOf = expectation.asOf;
        Request request;
        request.party = check::PartyId(0);
        JudgedCase judged = judge(rules_, loaded, request, options_);
        if (judged.result) run_.coverage.add(*judged.result);
        const bool expectsInvalid = expectation.exit && expectation.exit->value == static_cast<int>(ExitStatus::Invalid);
        if (!expectsInvalid) tested.findings.append(std::move(judged.findings));
        tested.findings.append(author::compare(
            expectation, {tested.name, static_cast<int>(judged.status), judged.result ? &*judged.result : nullptr}, rules_.checked));
        return expectsInvalid;
    }

    source::SourceMap& sources_;
    const RuleSet& rules_;
    const Location& folder_;
    Options options_;
    TestRun run_;
};

}  // namespace

TestRun runTests(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits) {
    return TestRunner(sources, rules, folder, limits).all();
}

}  // namespace assay::workspace

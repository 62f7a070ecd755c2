#include "assay/workspace/test_run.hpp"

#include <filesystem>
#include <system_error>

#include "assay/author/compare.hpp"
#include "files.hpp"
#include "test_files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

class TestRunner {
public:
    TestRunner(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits, const std::string& registers)
        : sources_(sources),
          rules_(rules),
          folder_(folder),
          registers_(registers),
          run_{{}, author::Coverage(rules.checked), {}, ExitStatus::Conform} {
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

        LoadedCase loaded = loadCase(sources_, rules_, {shownIn(folder_.path, test.document), shownDocument}, options_.limits, registers_);
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
    const std::string& registers_;
    Options options_;
    TestRun run_;
};

}  // namespace

TestRun runTests(source::SourceMap& sources, const RuleSet& rules, const Location& folder, const Limits& limits,
                 const std::string& registers) {
    return TestRunner(sources, rules, folder, limits, registers).all();
}

}  // namespace assay::workspace

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "assay/diagnostics/escape.hpp"
#include "assay/report/findings.hpp"
#include "assay/workspace/test_run.hpp"
#include "commands.hpp"
#include "rules.hpp"

namespace assay::cli {

using author::Coverage;
using nlohmann::ordered_json;
using workspace::ExitStatus;
using workspace::Location;

namespace {

ordered_json partJson(const Coverage::Part& part) {
    return {{"exercised", part.exercised}, {"unexercised", part.unexercised}};
}

ordered_json runJson(const workspace::TestRun& run, const source::SourceMap& sources) {
    ordered_json cases = ordered_json::array();
    for (const workspace::TestedCase& tested : run.cases) {
        ordered_json json;
        json["name"] = tested.name;
        json["passed"] = !tested.findings.hasErrors();
        json["expectations"] = tested.expectations;
        json["diagnostics"] = report::findingsJson(tested.findings, sources, {});
        cases.push_back(std::move(json));
    }
    ordered_json json;
    json["schema_version"] = 1;
    json["cases"] = std::move(cases);
    json["coverage"]["rules_that_hold"] = partJson(run.coverage.rulesThatHold());
    json["coverage"]["rules_that_fail"] = partJson(run.coverage.rulesThatFail());
    json["coverage"]["items_that_hold"] = partJson(run.coverage.itemsThatHold());
    json["coverage"]["items_that_fail"] = partJson(run.coverage.itemsThatFail());
    json["coverage"]["outcomes"] = partJson(run.coverage.outcomes());
    json["coverage"]["values"] = partJson(run.coverage.values());
    json["coverage"]["clauses"] = partJson(run.coverage.clauses());
    json["diagnostics"] = report::findingsJson(run.findings, sources, {});
    return json;
}

std::string runText(const workspace::TestRun& run, diagnostics::Language language) {
    const bool chinese = language == diagnostics::Language::Chinese;
    std::string text;
    std::size_t passed = 0;
    for (const workspace::TestedCase& tested : run.cases) {
        const bool isPassed = !tested.findings.hasErrors();
        passed += isPassed ? 1U : 0U;
        const char* const verdict = isPassed ? (chinese ? "通过" : "ok") : (chinese ? "失败" : "FAILED");
        text += fmt::format("{}  {}\n", verdict, diagnostics::escape(tested.name));
    }
    text += chinese ? fmt::format("{} 个案例，{} 个通过\n", run.cases.size(), passed)
                    : fmt::format("{} of {} cases passed\n", passed, run.cases.size());
    return text + author::coverageText(run.coverage, language);
}

}  // namespace

ExitStatus testRules(const CommandLine& line, Console& console) {
    source::SourceMap sources;
    const std::unique_ptr<const workspace::RuleSet> rules = loadRuleSet(line, sources, console, profileSource(line));
    if (!rules) return ExitStatus::Invalid;
    diagnostics::Diagnostics findings;
    const std::optional<Location> folder = casesLocation(line, rules->root, findings);
    if (!folder) {
        console.refuse(findings, sources);
        return ExitStatus::Usage;
    }
    const workspace::TestRun run = workspace::runTests(sources, *rules, *folder, line.options.limits, line.registers);
    console.findings(run.findings, sources);
    for (const workspace::TestedCase& tested : run.cases)
        console.findings(tested.findings, sources);
    if (console.isJson()) {
        console.json(runJson(run, sources));
    } else {
        console.text(runText(run, console.language()));
    }
    return run.status;
}

}  // namespace assay::cli

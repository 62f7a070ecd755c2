#include <nlohmann/json.hpp>

#include "assay/author/clauses_report.hpp"
#include "assay/report/findings.hpp"
#include "assay/workspace/trials.hpp"
#include "commands.hpp"
#include "rules.hpp"

namespace assay::cli {

using workspace::ExitStatus;

namespace {

bool anySurvives(const author::ClauseIndex& index, const author::Proof& proof) {
    for (const author::ClauseEntry& entry : index.entries) {
        if (!entry.parts.empty() && !author::isProven(entry, proof)) return true;
    }
    return false;
}

}  // namespace

ExitStatus listClauses(const CommandLine& line, Console& console) {
    source::SourceMap sources;
    const std::unique_ptr<const workspace::RuleSet> rules = loadRuleSet(line, sources, console, profileSource(line));
    if (!rules) return ExitStatus::Invalid;
    diagnostics::Diagnostics findings;
    const std::optional<workspace::Location> folder = casesLocation(line, rules->root, findings);
    if (!folder) {
        console.refuse(findings, sources);
        return ExitStatus::Usage;
    }
    const workspace::Trials cases = workspace::loadTrials(sources, *rules, *folder, line.options.limits, line.registers);
    if (cases.findings.hasErrors()) {
        console.refuse(cases.findings, sources);
        return ExitStatus::Invalid;
    }
    author::ClauseIndex index = author::indexClauses(rules->checked);
    author::addCases(index, cases.trials, rules->program, line.options.limits.evaluate);
    author::Proof proof;
    if (line.prove) {
        proof = author::prove(rules->checked, index.parts, cases.trials, line.options.limits.evaluate);
        author::keepProven(index, proof);
    }
    const std::string& root = rules->root.shown;
    const report::View view{rules->checked, sources, rules->digest, {root.ends_with('/') ? root : root + "/"}};
    const author::ClauseReport report{view, index, line.prove ? &proof : nullptr, line.beside};
    if (console.isJson()) {
        nlohmann::ordered_json json = author::clausesJson(report);
        json["diagnostics"] = report::findingsJson(cases.findings, sources, view.roots);
        console.json(json);
    } else {
        console.text(line.output == Output::Csv ? author::clausesCsv(report) : author::clausesText(report, console.language()));
    }
    return line.prove && anySurvives(index, proof) ? ExitStatus::Nonconform : ExitStatus::Conform;
}

}  // namespace assay::cli

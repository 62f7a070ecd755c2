#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "commands.hpp"
#include "rules.hpp"

namespace assay::cli {

using workspace::ExitStatus;

namespace {

std::size_t count(const diagnostics::Diagnostics& findings, diagnostics::Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(findings.all().begin(), findings.all().end(),
                      [severity](const diagnostics::Diagnostic& finding) { return diagnostics::severity(finding.kind) == severity; }));
}

}  // namespace

ExitStatus checkRules(const CommandLine& line, Console& console) {
    source::SourceMap sources;
    const workspace::Location root = rulesLocation(line);
    workspace::LoadedRules loaded = workspace::loadRules(sources, root, line.options.limits, profileSource(line));
    if (loaded.rules) loaded.findings.append(workspace::analyzeRules(*loaded.rules, sources, line.options.limits));
    console.findings(loaded.findings, sources);
    const std::size_t errors = count(loaded.findings, diagnostics::Severity::Error);
    const std::size_t warnings = count(loaded.findings, diagnostics::Severity::Warning);
    if (console.isJson()) {
        nlohmann::ordered_json json;
        json["schema_version"] = 1;
        json["ruleset"] = nullptr;
        if (loaded.rules) json["ruleset"] = {{"id", loaded.rules->checked.ruleset.id}, {"digest", loaded.rules->digest}};
        json["errors"] = errors;
        json["warnings"] = warnings;
        json["diagnostics"] = report::findingsJson(loaded.findings, sources, {root.shown.ends_with('/') ? root.shown : root.shown + "/"});
        console.json(json);
    } else if (console.language() == diagnostics::Language::Chinese) {
        const std::string size = loaded.rules ? fmt::format("{} 个声明，", loaded.rules->checked.declarations.size()) : std::string();
        console.text(fmt::format("{}：{}{} 个错误，{} 个警告\n", root.shown, size, errors, warnings));
    } else {
        const std::string size = loaded.rules ? fmt::format("{} declarations, ", loaded.rules->checked.declarations.size()) : std::string();
        console.text(fmt::format("{}: {}{} errors, {} warnings\n", root.shown, size, errors, warnings));
    }
    return errors == 0 ? ExitStatus::Conform : ExitStatus::Invalid;
}

}  // namespace assay::cli

#include <nlohmann/json.hpp>

#include "assay/report/change.hpp"
#include "assay/report/findings.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using nlohmann::ordered_json;
using workspace::ExitStatus;

namespace {

report::CaseState stateOf(const Judging::Judged& judged) {
    const auto& quantification = judged.loaded.quantification;
    return {*judged.judged.result, *judged.loaded.facts, quantification ? &quantification->inventory : nullptr};
}

}  // namespace

// What changed is no verdict: 0 says that nothing did, 1 that something did.
ExitStatus compareCases(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    const Judging::Judged before = judging.judge(line.cases.front(), console);
    const Judging::Judged after = judging.judge(line.cases.back(), console);
    report::View view = judging.view(before.loaded);
    for (const std::string& root : judging.view(after.loaded).roots)
        view.roots.push_back(root);
    diagnostics::Diagnostics findings = before.findings;
    findings.append(after.findings);
    if (!before.judged.result || !after.judged.result) {
        if (console.isJson()) {
            console.json({{"schema_version", 1}, {"diagnostics", report::findingsJson(findings, view.sources, view.roots)}});
        }
        return workspace::worst({before.judged.result ? ExitStatus::Conform : before.judged.status,
                                 after.judged.result ? ExitStatus::Conform : after.judged.status});
    }
    const report::CaseState first = stateOf(before);
    const report::CaseState second = stateOf(after);
    const report::Changes changes = report::listChanges(first, second, judging.rules());
    if (console.isJson()) {
        ordered_json json = report::changesJson(changes, first, second, view);
        json["diagnostics"] = report::findingsJson(findings, view.sources, view.roots);
        console.json(json);
    } else {
        console.text(report::changesText(changes, first, second, view, console.textOptions()));
    }
    return changes.empty() ? ExitStatus::Conform : ExitStatus::Nonconform;
}

}  // namespace assay::cli

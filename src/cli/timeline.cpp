#include "assay/report/timeline.hpp"

#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/report/result.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using workspace::ExitStatus;

ExitStatus showTimeline(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    const Judging::Judged judged = judging.judge(line.cases.front(), console);
    const report::View view = judging.view(judged.loaded);
    if (!judged.judged.result) {
        if (console.isJson()) console.json(report::unjudgedJson(judged.loaded.name, judged.findings, view));
        return judged.judged.status;
    }
    const evaluate::CaseResult& result = *judged.judged.result;
    const std::vector<report::TimelineEntry> entries = report::listTimeline(result, *judged.loaded.facts, view);
    if (console.isJson()) {
        nlohmann::ordered_json json = report::timelineJson(result, entries, view);
        json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
        console.json(json);
    } else {
        console.text(report::timelineText(result, entries, view, console.textOptions()));
    }
    return judged.judged.status;
}

}  // namespace assay::cli

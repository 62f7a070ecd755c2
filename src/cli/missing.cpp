#include "assay/report/outstanding.hpp"

#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/report/result.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using workspace::ExitStatus;

ExitStatus listMissing(const CommandLine& line, Console& console) {
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
    nlohmann::ordered_json json;
    std::string text;
    if (line.all) {
        const std::vector<report::Outstanding> letters = report::listOutstanding(result, view, judging.selection());
        json = report::outstandingJson(result, letters, view);
        text = report::outstandingText(result, letters, view, console.textOptions());
    } else {
        const std::vector<report::MissingEntry> entries = report::listMissing(result, view, judging.selection());
        json = report::missingJson(result, entries, view);
        text = report::missingText(result, entries, view, console.textOptions());
    }
    json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
    if (console.isJson()) {
        console.json(json);
    } else {
        console.text(text);
    }
    return judged.judged.status;
}

}  // namespace assay::cli

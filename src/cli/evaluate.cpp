#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/report/result.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using nlohmann::ordered_json;
using workspace::ExitStatus;

namespace {

ordered_json caseJson(const Judging& judging, const Judging::Judged& judged) {
    const report::View view = judging.view(judged.loaded);
    if (!judged.judged.result) return report::unjudgedJson(judged.loaded.name, judged.findings, view);
    ordered_json json = report::resultJson(*judged.judged.result, view, judging.selection());
    json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
    return json;
}

}  // namespace

// One case is shown in full, several as a line each; in JSON one is an object, several are a list of such objects.
ExitStatus evaluateCases(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    std::vector<ExitStatus> statuses;
    ordered_json list = ordered_json::array();
    for (const std::string& path : line.cases) {
        const Judging::Judged judged = judging.judge(path, console);
        statuses.push_back(judged.judged.status);
        if (console.isJson()) {
            list.push_back(caseJson(judging, judged));
        } else if (judged.judged.result) {
            const auto write = line.cases.size() == 1 ? report::resultText : report::summaryLine;
            console.text(write(*judged.judged.result, judging.view(judged.loaded), console.textOptions(), judging.selection()));
        } else if (line.cases.size() > 1) {
            console.text(report::unjudgedLine(judged.loaded.name, console.textOptions()));
        }
    }
    if (console.isJson()) console.json(line.cases.size() == 1 ? list.front() : list);
    return workspace::worst(statuses);
}

}  // namespace assay::cli

#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/report/junit.hpp"
#include "assay/report/result.hpp"
#include "assay/report/result_markdown.hpp"
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

// A page or a suite for each case.
std::string caseText(const Judging& judging, const Judging::Judged& judged, const Console& console) {
    const report::View view = judging.view(judged.loaded);
    const diagnostics::Language language = console.language();
    const std::string& name = judged.loaded.name;
    const bool isPage = console.output() == Output::Markdown;
    if (!judged.judged.result) {
        return isPage ? report::unjudgedMarkdown(name, judged.findings, language) : report::junitUnjudged(name, judged.findings, language);
    }
    const auto write = isPage ? report::resultMarkdown : report::junitSuite;
    return write(*judged.judged.result, view, language, judging.selection());
}

// In text one case is shown in full, several as a line each.
void writeText(const Judging& judging, const Judging::Judged& judged, bool isOnly, Console& console) {
    if (judged.judged.result) {
        const auto write = isOnly ? report::resultText : report::summaryLine;
        console.text(write(*judged.judged.result, judging.view(judged.loaded), console.textOptions(), judging.selection()));
    } else if (!isOnly) {
        console.text(report::unjudgedLine(judged.loaded.name, console.textOptions()));
    }
}

}  // namespace

// In JSON one case is an object, several are a list of such objects.
ExitStatus evaluateCases(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    std::vector<ExitStatus> statuses;
    ordered_json list = ordered_json::array();
    std::string suites;
    for (const std::string& path : line.cases) {
        const Judging::Judged judged = judging.judge(path, console);
        switch (console.output()) {
            case Output::Json:
                list.push_back(caseJson(judging, judged));
                break;
            case Output::Junit:
                suites += caseText(judging, judged, console);
                break;
            case Output::Markdown:
                console.text((statuses.empty() ? "" : "\n") + caseText(judging, judged, console));
                break;
            default:
                writeText(judging, judged, line.cases.size() == 1, console);
        }
        statuses.push_back(judged.judged.status);
    }
    if (console.isJson()) console.json(line.cases.size() == 1 ? list.front() : list);
    if (console.output() == Output::Junit) console.text(report::junitDocument(suites));
    return workspace::worst(statuses);
}

}  // namespace assay::cli

#include <nlohmann/json.hpp>

#include "assay/page/page.hpp"
#include "assay/report/findings.hpp"
#include "assay/report/junit.hpp"
#include "assay/report/portfolio.hpp"
#include "assay/report/result.hpp"
#include "assay/report/result_markdown.hpp"
#include "assay/workspace/case_folders.hpp"
#include "assay/workspace/record.hpp"
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

report::PortfolioRow rowOf(const Judging& judging, const Judging::Judged& judged) {
    if (!judged.judged.result) return report::unjudgedRow(judged.loaded.name);
    const footprint::Result* quantified = judged.loaded.quantification ? &judged.loaded.quantification->result : nullptr;
    return report::portfolioRow(*judged.judged.result, judged.loaded.facts->title, quantified, judging.view(judged.loaded),
                                judging.selection());
}

void addTo(page::Page& page, const Judging& judging, const Judging::Judged& judged) {
    const report::View view = judging.view(judged.loaded);
    const report::PortfolioRow row = rowOf(judging, judged);
    page::Shown shown{view, row, judging.selection(), judged.findings, {}};
    if (judged.judged.result) shown.result = &*judged.judged.result;
    shown.facts = judged.loaded.facts.get();
    if (judged.loaded.quantification) {
        shown.inventory = &judged.loaded.quantification->inventory;
        shown.quantified = &judged.loaded.quantification->result;
    }
    shown.explain = [&](const evaluate::Conclusion& conclusion) { return judging.explain(judged, conclusion); };
    page.add(shown);
}

ExitStatus writePage(page::Page& page, const CommandLine& line, const Judging& judging, Console& console, ExitStatus status) {
    const std::string text = page.take();
    if (line.outputFile.empty()) {
        console.text(text);
        return status;
    }
    diagnostics::Diagnostics findings;
    if (workspace::replaceFile({line.outputFile, line.outputFile}, text, findings)) return status;
    console.refuse(findings, judging.sources());
    return ExitStatus::Usage;
}

// The cases that the command line names, each folder without a case by those below it.
std::vector<std::string> casesOf(const CommandLine& line) {
    std::vector<std::string> cases;
    for (const std::string& path : line.cases) {
        const std::vector<std::string> below = workspace::findCases(path);
        const bool isCase = below.empty() || (below.size() == 1 && below.front() == path);
        if (isCase) {
            cases.push_back(path);
        } else {
            cases.insert(cases.end(), below.begin(), below.end());
        }
    }
    return cases;
}

}  // namespace

// In JSON one case is an object, several are a list of such objects.
ExitStatus evaluateCases(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    const std::vector<std::string> cases = casesOf(line);
    std::vector<ExitStatus> statuses;
    ordered_json list = ordered_json::array();
    std::string suites;
    std::vector<report::PortfolioRow> rows;
    page::Page page(console.language(), cases.size());
    for (const std::string& path : cases) {
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
            case Output::Csv:
                rows.push_back(rowOf(judging, judged));
                break;
            case Output::Html:
                addTo(page, judging, judged);
                break;
            default:
                writeText(judging, judged, cases.size() == 1, console);
        }
        statuses.push_back(judged.judged.status);
    }
    const ExitStatus status = workspace::worst(statuses);
    if (console.isJson()) console.json(cases.size() == 1 ? list.front() : list);
    if (console.output() == Output::Junit) console.text(report::junitDocument(suites));
    if (console.output() == Output::Csv) console.text(report::portfolioCsv(std::move(rows)));
    return console.output() == Output::Html ? writePage(page, line, judging, console, status) : status;
}

}  // namespace assay::cli

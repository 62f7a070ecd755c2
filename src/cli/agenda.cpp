#include "assay/report/agenda.hpp"

#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/source/text.hpp"
#include "assay/workspace/case_folders.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using diagnostics::Kind;
using diagnostics::Name;
using workspace::ExitStatus;

namespace {

void write(const report::Agenda& agenda, const nlohmann::ordered_json& diagnostics, Output output, Console& console) {
    switch (output) {
        case Output::Json: {
            nlohmann::ordered_json json = report::agendaJson(agenda);
            json["diagnostics"] = diagnostics;
            return console.json(json);
        }
        case Output::Csv:
            return console.text(report::agendaCsv(agenda, console.language()));
        case Output::Ics:
            return console.text(report::agendaCalendar(agenda, console.language()));
        case Output::Text:
        case Output::Markdown:
        case Output::Junit:
        case Output::Html:
            return console.text(report::agendaText(agenda, console.textOptions()));
    }
}

// Whoever is asked for must stand in some register, or a slip would look like a month without work.
bool isKnown(const std::string& person, const std::set<std::string>& registered, diagnostics::Diagnostics& findings) {
    if (person.empty() || registered.contains(person)) return true;
    diagnostics::Diagnostic& finding = findings.add(Kind::PersonUnknown, {}, {{"id", Name{person}}});
    std::vector<std::string> near = source::closest(person, {registered.begin(), registered.end()});
    if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
    return false;
}

}  // namespace

ExitStatus showAgenda(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    diagnostics::Diagnostics refusals;
    const std::vector<std::string> cases = workspace::findCases(line.casesFolder);
    if (cases.empty()) {
        refusals.add(Kind::CasesAbsent, {}, {{"path", Name{line.casesFolder}}});
        console.refuse(refusals, judging.sources());
        return ExitStatus::Usage;
    }
    report::AgendaBuilder builder(*line.from, *line.to, line.person);
    std::vector<ExitStatus> statuses;
    nlohmann::ordered_json diagnostics = nlohmann::ordered_json::array();
    for (const std::string& path : cases) {
        const Judging::Judged judged = judging.judge(path, console);
        const report::View view = judging.view(judged.loaded);
        statuses.push_back(judged.judged.status);
        for (nlohmann::ordered_json& finding : report::findingsJson(judged.findings, view.sources, view.roots))
            diagnostics.push_back(std::move(finding));
        if (judged.judged.result) builder.add(*judged.judged.result, *judged.loaded.facts, view);
    }
    if (!isKnown(line.person, builder.registered(), refusals)) {
        console.refuse(refusals, judging.sources());
        return ExitStatus::Usage;
    }
    write(builder.take(), diagnostics, line.output, console);
    return workspace::worst(statuses);
}

}  // namespace assay::cli

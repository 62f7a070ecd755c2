#include <nlohmann/json.hpp>

#include "assay/report/explanation.hpp"
#include "assay/report/findings.hpp"
#include "assay/report/result.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using nlohmann::ordered_json;
using workspace::ExitStatus;

namespace {

// What is explained: what was asked for by name, else every decision.
std::vector<const evaluate::Conclusion*> chosen(const Judging& judging, const evaluate::CaseResult& result) {
    std::vector<const evaluate::Conclusion*> conclusions;
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        const bool isDecision = std::holds_alternative<check::Decide>(judging.rules().declarations[conclusion.decl].body);
        const bool isChosen = judging.selection().empty() ? isDecision : report::selects(judging.selection(), conclusion);
        if (isChosen) conclusions.push_back(&conclusion);
    }
    return conclusions;
}

}  // namespace

ExitStatus explainCase(const CommandLine& line, Console& console) {
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
    ordered_json derivations = ordered_json::array();
    for (const evaluate::Conclusion* conclusion : chosen(judging, result)) {
        const std::optional<trace::Step> step = judged.judged.evaluation->explain(0, conclusion->decl, conclusion->item);
        if (!step) continue;
        if (console.isJson()) {
            derivations.push_back(report::explanationJson(*step, view));
        } else {
            console.text(
                report::explanationText(*step, view, console.textOptions(), line.full ? report::Depth::Full : report::Depth::Decisive));
        }
    }
    if (console.isJson()) {
        ordered_json json;
        json["schema_version"] = 1;
        json["ruleset"] = {{"id", view.rules.ruleset.id}, {"digest", view.rulesetDigest}};
        json["case"] = {{"name", result.name}, {"digest", result.caseDigest}};
        json["as_of"] = result.asOf.text();
        json["derivations"] = std::move(derivations);
        json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
        console.json(json);
    }
    return judged.judged.status;
}

}  // namespace assay::cli

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/report/division.hpp"
#include "assay/report/explanation.hpp"
#include "assay/report/findings.hpp"
#include "assay/report/margins.hpp"
#include "assay/report/result.hpp"
#include "assay/report/why_not.hpp"
#include "assay/source/text.hpp"
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

// The enumerator that --why-not names; a finding where the declaration has no such outcome.
std::optional<std::size_t> outcomeNamed(const check::Checked& rules, const check::Declaration& declared, const std::string& name,
                                        diagnostics::Diagnostics& findings) {
    std::vector<std::string> outcomes;
    if (const auto* decide = std::get_if<check::Decide>(&declared.body)) {
        for (const check::Outcome& outcome : decide->outcomes) {
            outcomes.push_back(rules.enumerations[decide->enumeration].enumerators[outcome.enumerator].name);
            if (outcomes.back() == name) return outcome.enumerator;
        }
    }
    diagnostics::Diagnostic& finding = findings.add(diagnostics::Kind::NoSuchOutcome, {},
                                                    {{"name", diagnostics::Name{declared.name}}, {"outcome", diagnostics::Name{name}}});
    const std::vector<std::string> near = source::closest(name, outcomes);
    if (!near.empty()) finding.note(diagnostics::Kind::DidYouMean, {}, {{"names", diagnostics::Names{near}}});
    if (near.empty() && !outcomes.empty()) finding.note(diagnostics::Kind::LegalHere, {}, {{"names", diagnostics::Names{outcomes}}});
    return std::nullopt;
}

ExitStatus explainWhyNot(const CommandLine& line, const Judging& judging, const Judging::Judged& judged, Console& console) {
    const report::View view = judging.view(judged.loaded);
    const evaluate::CaseResult& result = *judged.judged.result;
    const std::vector<const evaluate::Conclusion*> conclusions = chosen(judging, result);
    diagnostics::Diagnostics findings;
    const std::optional<std::size_t> outcome =
        outcomeNamed(view.rules, view.rules.declarations[judging.selection().front().decl], line.whyNot, findings);
    if (!outcome) {
        console.refuse(findings, view.sources);
        return ExitStatus::Usage;
    }
    ordered_json answers = ordered_json::array();
    for (const evaluate::Conclusion* conclusion : conclusions) {
        const std::optional<evaluate::WhyNot> answer =
            evaluate::whyNot(judging.program(), *judged.loaded.facts, result.asOf, conclusion->decl, conclusion->item, *outcome,
                             line.options.limits.evaluate);
        if (!answer) continue;
        const report::WhyNotQuestion question{*conclusion, *outcome, *judged.loaded.facts};
        if (console.isJson()) {
            answers.push_back(report::whyNotJson(*answer, question, view));
        } else {
            console.text(report::whyNotText(*answer, question, view, console.textOptions()));
        }
    }
    if (console.isJson()) {
        ordered_json json = report::headJson(result, view);
        json["why_not"] = std::move(answers);
        json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
        console.json(json);
    }
    return judged.judged.status;
}

ExitStatus explainMargins(const Judging& judging, const Judging::Judged& judged, Console& console) {
    const report::View view = judging.view(judged.loaded);
    const evaluate::CaseResult& result = *judged.judged.result;
    ordered_json all = ordered_json::array();
    for (const evaluate::Conclusion* conclusion : chosen(judging, result)) {
        const std::optional<evaluate::Margins> margins = judged.judged.evaluation->margins(0, conclusion->decl, conclusion->item);
        if (!margins) continue;
        const report::MarginQuestion question{*conclusion, result};
        if (console.isJson()) {
            all.push_back(report::marginsJson(*margins, question, view));
        } else {
            console.text(report::marginsText(*margins, question, view, console.textOptions()));
        }
    }
    if (console.isJson()) {
        ordered_json json = report::headJson(result, view);
        json["margins"] = std::move(all);
        json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
        console.json(json);
    }
    return judged.judged.status;
}

// The partitions asked for by name, else all of them.
std::vector<check::DeclId> partitionsChosen(const Judging& judging) {
    std::vector<check::DeclId> partitions;
    const check::Checked& rules = judging.rules();
    for (std::size_t index = 0; index < rules.declarations.size(); ++index) {
        const check::DeclId id(index);
        if (!std::holds_alternative<check::Partition>(rules.declarations[id].body)) continue;
        const bool isAsked = std::any_of(judging.selection().begin(), judging.selection().end(),
                                         [id](const report::Asked& selected) { return selected.decl == id; });
        if (judging.selection().empty() || isAsked) partitions.push_back(id);
    }
    return partitions;
}

ExitStatus explainSeparation(const CommandLine& line, const Judging& judging, const Judging::Judged& judged, Console& console) {
    const report::View view = judging.view(judged.loaded);
    const std::string& a = line.whySeparated.front();
    const std::string& b = line.whySeparated.back();
    std::vector<evaluate::PairAnswer> answers;
    for (const check::DeclId partition : partitionsChosen(judging)) {
        if (std::optional<evaluate::PairAnswer> answer = judging.compare(judged, partition, a, b)) answers.push_back(*std::move(answer));
    }
    if (answers.empty()) {
        const std::string name = line.options.decisions.empty() ? judging.rules().ruleset.id : line.options.decisions.front();
        diagnostics::Diagnostics findings;
        findings.add(diagnostics::Kind::NoPairOfItems, {},
                     {{"name", diagnostics::Name{name}}, {"a", diagnostics::Name{a}}, {"b", diagnostics::Name{b}}});
        console.refuse(findings, view.sources);
        return ExitStatus::Usage;
    }
    ordered_json pairs = ordered_json::array();
    for (const evaluate::PairAnswer& answer : answers) {
        if (console.isJson()) {
            pairs.push_back(report::separationJson(answer, view));
        } else {
            console.text(report::separationText(answer, view, console.textOptions()));
        }
    }
    if (console.isJson()) {
        ordered_json json = report::headJson(*judged.judged.result, view);
        json["why_separated"] = std::move(pairs);
        json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
        console.json(json);
    }
    return judged.judged.status;
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
    if (!line.whyNot.empty()) return explainWhyNot(line, judging, judged, console);
    if (line.margin) return explainMargins(judging, judged, console);
    if (!line.whySeparated.empty()) return explainSeparation(line, judging, judged, console);
    const evaluate::CaseResult& result = *judged.judged.result;
    ordered_json derivations = ordered_json::array();
    for (const evaluate::Conclusion* conclusion : chosen(judging, result)) {
        const std::optional<trace::Step> step = judging.explain(judged, *conclusion);
        if (!step) continue;
        if (console.isJson()) {
            derivations.push_back(report::explanationJson(*step, view));
        } else {
            console.text(
                report::explanationText(*step, view, console.textOptions(), line.full ? report::Depth::Full : report::Depth::Decisive));
        }
    }
    if (console.isJson()) {
        ordered_json json = report::headJson(result, view);
        json["derivations"] = std::move(derivations);
        json["diagnostics"] = report::findingsJson(judged.findings, view.sources, view.roots);
        console.json(json);
    }
    return judged.judged.status;
}

}  // namespace assay::cli

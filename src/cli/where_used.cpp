#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/diagnostics/escape.hpp"
#include "assay/report/findings.hpp"
#include "assay/report/result.hpp"
#include "assay/report/use.hpp"
#include "assay/report/words.hpp"
#include "assay/source/text.hpp"
#include "assay/workspace/case_folders.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::ordered_json;
using workspace::ExitStatus;

namespace {

// A name that nothing has, with those near it: a slip must not look like something on which nothing rests.
std::string nothingNamed(const std::string& name, std::vector<std::string> known, const check::Checked& rules,
                         diagnostics::Language language) {
    for (const check::Reading& reading : rules.readings)
        known.push_back(reading.name);
    for (const registers::Factor& factor : rules.factors.factors.all())
        known.push_back(factor.id);
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::string text = diagnostics::escape(name) + ": " + std::string(report::word(report::Word::NothingHasTheName, language));
    for (const std::string& near : source::closest(name, known))
        text += " (" + diagnostics::escape(near) + "?)";
    return text;
}

}  // namespace

// An answer is complete or says that it is not: a case that cannot be judged gives the exit status.
ExitStatus whereUsed(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    diagnostics::Diagnostics findings;
    const std::vector<std::string> places = workspace::findCases(line.casesFolder);
    if (places.empty()) {
        findings.add(Kind::CasesAbsent, {}, {{"path", Name{line.casesFolder}}});
        console.refuse(findings, judging.sources());
        return ExitStatus::Usage;
    }
    const report::UseQuestion question = report::useQuestion(line.name, judging.rules());
    report::View view{judging.rules(), judging.sources(), judging.ruleSet().digest, {}};
    ordered_json cases = ordered_json::array();
    std::string text;
    std::vector<std::string> items;
    std::vector<ExitStatus> statuses;
    for (const std::string& place : places) {
        const Judging::Judged judged = judging.judge(place, console);
        findings.append(judged.findings);
        view.roots = judging.view(judged.loaded).roots;
        if (!judged.judged.result) {
            statuses.push_back(judged.judged.status);
            continue;
        }
        const auto& quantification = judged.loaded.quantification;
        const report::CaseState state{*judged.judged.result, *judged.loaded.facts, quantification ? &quantification->inventory : nullptr};
        const report::Use use = report::listUse(question, state, quantification ? &quantification->result : nullptr, judging.rules());
        if (use.empty()) {
            const std::vector<std::string> ids = report::itemIds(state, judging.rules());
            items.insert(items.end(), ids.begin(), ids.end());
            continue;
        }
        if (!text.empty()) text += "\n";
        text += report::useText(use, state, view, console.textOptions());
        cases.push_back(report::useJson(use, state, view));
    }
    if (cases.empty() && statuses.empty() && question.kind == report::UseQuestion::Kind::Item) {
        console.remark(nothingNamed(line.name, items, judging.rules(), line.language));
        return ExitStatus::Usage;
    }
    if (console.isJson()) {
        ordered_json json;
        json["schema_version"] = 1;
        json["ruleset"] = {
            {"id", judging.rules().ruleset.id}, {"edition", judging.rules().ruleset.edition}, {"digest", view.rulesetDigest}};
        json["asked"] = {{"kind", report::key(question.kind)}, {"id", question.id}};
        json["judged"] = places.size() - statuses.size();
        json["cases"] = std::move(cases);
        json["diagnostics"] = report::findingsJson(findings, view.sources, view.roots);
        console.json(json);
    } else {
        console.text(text.empty() ? std::string(report::word(report::Word::UsedNowhere, line.language)) + "\n" : text);
    }
    return workspace::worst(statuses);
}

}  // namespace assay::cli

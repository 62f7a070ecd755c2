#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/source/text.hpp"
#include "assay/workspace/notices.hpp"
#include "assay/workspace/record.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using workspace::ExitStatus;

namespace {

// The notices that apply, a line each.
void listNotices(const std::vector<notice::Notice>& notices, const evaluate::CaseResult& result, Console& console) {
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const notice::Notice& notice : notices) {
        const std::vector<const evaluate::Conclusion*> told = notice::toldBy(notice, result);
        if (told.empty()) continue;
        std::vector<std::string> items;
        for (const evaluate::Conclusion* conclusion : told) {
            if (!conclusion->item.empty()) items.push_back(conclusion->item);
        }
        json.push_back({{"name", notice.name},
                        {"items", items},
                        {"to", notice.to},
                        {"title", {{"en", notice.title.english}, {"zh", notice.title.chinese}}}});
        if (console.isJson()) continue;
        std::string line = notice.name + "  " + report::choose(notice.title, console.language());
        for (std::size_t i = 0; i < items.size(); ++i)
            line += (i == 0 ? "  " : ", ") + items[i];
        console.text(line + "\n");
    }
    if (console.isJson()) console.json(json);
}

void addUnknown(const std::string& name, const std::vector<notice::Notice>& notices, diagnostics::Diagnostics& findings) {
    std::vector<std::string> names;
    for (const notice::Notice& notice : notices)
        names.push_back(notice.name);
    diagnostics::Diagnostic& finding = findings.add(Kind::NoticeUnknown, {}, {{"name", Name{name}}});
    const std::vector<std::string> near = source::closest(name, names);
    finding.note(near.empty() ? Kind::LegalHere : Kind::DidYouMean, {}, {{"names", Names{near.empty() ? names : near}}});
}

}  // namespace

// The letter alone stands on standard output, or in the file asked for; as JSON, what its template sees.
ExitStatus writeNotice(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    const Judging::Judged judged = judging.judge(line.cases.front(), console);
    if (!judged.judged.result) return judged.judged.status;
    const evaluate::CaseResult& result = *judged.judged.result;
    diagnostics::Diagnostics findings;
    const notice::Letters letters = workspace::loadNotices(judging.sources(), judging.ruleSet(), line.options.limits, findings);
    if (findings.hasErrors()) {
        console.refuse(findings, judging.sources());
        return ExitStatus::Invalid;
    }
    const std::vector<notice::Notice>& notices = letters.notices;
    if (line.name.empty()) {
        listNotices(notices, result, console);
        return ExitStatus::Conform;
    }
    const auto asked =
        std::find_if(notices.begin(), notices.end(), [&line](const notice::Notice& notice) { return notice.name == line.name; });
    if (asked == notices.end()) {
        addUnknown(line.name, notices, findings);
        console.refuse(findings, judging.sources());
        return ExitStatus::Usage;
    }
    const std::vector<const evaluate::Conclusion*> told = notice::toldBy(*asked, result, line.item);
    if (told.empty()) {
        notice::addNotDue(*asked, result, judging.rules(), line.item, findings);
        console.refuse(findings, judging.sources());
        return ExitStatus::Usage;
    }
    const report::View view = judging.view(judged.loaded);
    const nlohmann::ordered_json context = notice::context(letters, *asked, told, result, *judged.loaded.facts, view, line.language);
    const std::optional<source::SourceId> file =
        workspace::loadTemplate(judging.sources(), judging.ruleSet(), *asked, line.language, line.options.limits, findings);
    std::optional<std::string> letter;
    if (file) {
        const source::SourceFile& text = judging.sources().file(*file);
        letter = notice::render(text.text, text.name, context, findings);
    }
    if (!letter) {
        console.refuse(findings, judging.sources());
        return ExitStatus::Invalid;
    }
    if (line.out.empty()) {
        if (console.isJson()) {
            console.json(context);
        } else {
            console.text(*letter);
        }
        return ExitStatus::Conform;
    }
    if (!workspace::replaceFile({line.out, line.out}, console.isJson() ? context.dump(2) + "\n" : *letter, findings)) {
        console.refuse(findings, judging.sources());
        return ExitStatus::Usage;
    }
    return ExitStatus::Conform;
}

}  // namespace assay::cli

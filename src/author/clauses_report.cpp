#include "assay/author/clauses_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "assay/diagnostics/escape.hpp"
#include "assay/report/csv.hpp"
#include "assay/report/place.hpp"
#include "clause_words.hpp"

namespace assay::author {

using check::Checked;
using diagnostics::escape;
using diagnostics::Language;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t shownChanges = 3;

std::vector<std::string> namesUnder(const Part& part, const Checked& rules) {
    std::vector<std::string> names;
    for (const check::DeclId id : part.under) {
        const bool isItself = part.decl == id && part.name == rules.declarations[id].name;
        if (!isItself) names.push_back(rules.declarations[id].name);
    }
    return names;
}

std::vector<std::string> survivors(const ClauseReport& report) {
    std::vector<std::string> ids;
    for (const ClauseEntry& entry : report.index.entries) {
        if (!entry.parts.empty() && !isProven(entry, *report.proof)) ids.push_back(report.view.rules.clauses.all()[entry.clause].id);
    }
    return ids;
}

class TextWriter {
public:
    TextWriter(const ClauseReport& report, Language language)
        : report_(report), rules_(report.view.rules), language_(language), chinese_(language == Language::Chinese) {}

    std::string run() {
        for (const ClauseEntry& entry : report_.index.entries)
            writeEntry(entry);
        writeTotals();
        if (report_.proof) writeSurvivors();
        return std::move(out_);
    }

private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        out_ += escape(fmt::format(format, std::forward<Arguments>(arguments)...));
        out_ += '\n';
    }
    [[nodiscard]] const char* say(const char* english, const char* chinese) const { return chinese_ ? chinese : english; }

    void writeEntry(const ClauseEntry& entry) {
        const registers::Clause& clause = rules_.clauses.all()[entry.clause];
        line("{}  {}  {}", clause.id, word(entry.status, language_),
             report::choose(clause.summaryEnglish, clause.summaryChinese, language_));
        if (report_.beside && !clause.thresholds.empty()) line("  {}{}", say("register: ", "登记表："), clause.thresholds);
        for (const std::size_t part : entry.parts)
            writePart(part);
        if (!entry.cases.empty()) line("  {}{}", say("cases: ", "案例："), fmt::join(entry.cases, ", "));
        if (report_.proof && !entry.parts.empty() && !isProven(entry, *report_.proof)) {
            line("  {}", say("survives: no mutation of it changes a stated decision", "未被证实：改动它不影响任何预期的决定"));
        }
    }

    void writePart(std::size_t index) {
        const Part& part = report_.index.parts[index];
        std::string text = fmt::format("{} {}", word(part.kind, language_), part.name);
        const std::vector<std::string> under = namesUnder(part, rules_);
        if (!under.empty()) text += fmt::format("  {}{}", say("under ", "所属："), fmt::join(under, ", "));
        line("  {}  {}", text, report::placeText(report_.view.sources, part.span));
        if (report_.beside) writeText(part.span);
        if (!report_.proof) return;
        for (const MutationResult& result : (*report_.proof)[index]) {
            if (!result.changes.empty()) writeChanges(part, result);
        }
    }

    void writeText(source::Span span) {
        if (!span.valid()) return;
        std::istringstream lines{std::string(report_.view.sources.text(span))};
        for (std::string text; std::getline(lines, text);)
            line("    | {}", text);
    }

    void writeChanges(const Part& part, const MutationResult& result) {
        std::string text = describe(result.mutation, part, rules_, language_) + ": ";
        for (std::size_t i = 0; i < result.changes.size() && i < shownChanges; ++i) {
            const StatedChange& change = result.changes[i];
            text += fmt::format("{}{} {} ({} -> {})", i == 0 ? "" : "; ", change.caseName, change.what, change.before, change.after);
        }
        if (result.changes.size() > shownChanges) {
            text += fmt::format(fmt::runtime(say("; and {} more", "；另有 {} 处")), result.changes.size() - shownChanges);
        }
        line("    {}", text);
    }

    void writeTotals() {
        const auto count = [this](ClauseStatus status) {
            return fmt::format("{} {}", word(status, language_), report_.index.count(status));
        };
        line("{} + {} + {} + {} = {} {}", count(ClauseStatus::Encoded), count(ClauseStatus::Recorded), count(ClauseStatus::Open),
             count(ClauseStatus::None), report_.index.entries.size(), say("clauses", "条"));
    }

    void writeSurvivors() {
        std::size_t all = 0;
        std::size_t caught = 0;
        for (const std::vector<MutationResult>& results : *report_.proof) {
            for (const MutationResult& result : results) {
                ++all;
                caught += result.changes.empty() ? 0U : 1U;
            }
        }
        line("{}{}/{}", say("mutations that change a stated decision: ", "影响预期决定的改动："), caught, all);
        if (caught < all) line("{}", say("mutations that change none:", "不影响任何预期决定的改动："));
        for (std::size_t index = 0; index < report_.proof->size(); ++index)
            writeSurviving(report_.index.parts[index], (*report_.proof)[index]);
        const std::vector<std::string> ids = survivors(report_);
        line("{}{}", say("cited clauses that survive: ", "未被证实的已引用条款："), ids.size());
        if (!ids.empty()) line("  {}", fmt::join(ids, ", "));
    }

    void writeSurviving(const Part& part, const std::vector<MutationResult>& results) {
        std::vector<std::string> surviving;
        for (const MutationResult& result : results) {
            if (result.changes.empty()) surviving.push_back(describe(result.mutation, part, rules_, language_));
        }
        if (surviving.empty()) return;
        line("  {} {}: {}", word(part.kind, language_), part.name, fmt::join(surviving, say("; ", "；")));
    }

    const ClauseReport& report_;
    const Checked& rules_;
    Language language_;
    bool chinese_;
    std::string out_;
};

ordered_json proofJson(const Part& part, const std::vector<MutationResult>& results, const Checked& rules) {
    ordered_json mutations = ordered_json::array();
    for (const MutationResult& result : results) {
        ordered_json json;
        json["change"] = key(result.mutation.change);
        const std::string alternative = alternativeName(result.mutation, part, rules);
        json["alternative"] = alternative.empty() ? ordered_json() : ordered_json(alternative);
        json["changes"] = ordered_json::array();
        for (const StatedChange& change : result.changes) {
            json["changes"].push_back(
                {{"case", change.caseName}, {"what", change.what}, {"before", change.before}, {"after", change.after}});
        }
        mutations.push_back(std::move(json));
    }
    return mutations;
}

ordered_json partJson(const ClauseReport& report, std::size_t index) {
    const Part& part = report.index.parts[index];
    const report::View& view = report.view;
    ordered_json json;
    json["kind"] = key(part.kind);
    json["name"] = part.name;
    json["under"] = namesUnder(part, view.rules);
    json["file"] = part.span.valid() ? ordered_json(report::relativeName(view.sources, part.span.source, view.roots)) : ordered_json();
    json["line"] = part.span.valid() ? ordered_json(view.sources.begin(part.span).line) : ordered_json();
    if (report.beside) json["text"] = part.span.valid() ? ordered_json(view.sources.text(part.span)) : ordered_json();
    if (report.proof) json["mutations"] = proofJson(part, (*report.proof)[index], view.rules);
    return json;
}

ordered_json survivingJson(const ClauseReport& report) {
    ordered_json all = ordered_json::array();
    for (std::size_t index = 0; index < report.proof->size(); ++index) {
        const Part& part = report.index.parts[index];
        for (const MutationResult& result : (*report.proof)[index]) {
            if (!result.changes.empty()) continue;
            const std::string alternative = alternativeName(result.mutation, part, report.view.rules);
            all.push_back({{"kind", key(part.kind)},
                           {"name", part.name},
                           {"change", key(result.mutation.change)},
                           {"alternative", alternative.empty() ? ordered_json() : ordered_json(alternative)}});
        }
    }
    return all;
}

}  // namespace

std::string clausesText(const ClauseReport& report, Language language) {
    return TextWriter(report, language).run();
}

ordered_json clausesJson(const ClauseReport& report) {
    const Checked& rules = report.view.rules;
    ordered_json json;
    json["schema_version"] = 1;
    json["ruleset"] = {{"id", rules.ruleset.id}, {"edition", rules.ruleset.edition}, {"digest", report.view.rulesetDigest}};
    for (const ClauseStatus status : {ClauseStatus::Encoded, ClauseStatus::Recorded, ClauseStatus::Open, ClauseStatus::None})
        json["totals"][std::string(key(status))] = report.index.count(status);
    json["totals"]["clauses"] = report.index.entries.size();
    json["clauses"] = ordered_json::array();
    for (const ClauseEntry& entry : report.index.entries) {
        const registers::Clause& clause = rules.clauses.all()[entry.clause];
        ordered_json one;
        one["id"] = clause.id;
        one["section"] = clause.section;
        one["kind"] = clause.kind;
        one["computable"] = key(clause.computable);
        one["summary"] = {{"en", clause.summaryEnglish}, {"zh", clause.summaryChinese}};
        one["status"] = key(entry.status);
        if (report.beside) one["thresholds"] = clause.thresholds;
        if (report.proof) one["proven"] = isProven(entry, *report.proof);
        one["encoded_by"] = ordered_json::array();
        for (const std::size_t part : entry.parts)
            one["encoded_by"].push_back(partJson(report, part));
        one["cases"] = entry.cases;
        json["clauses"].push_back(std::move(one));
    }
    if (report.proof) {
        json["survivors"] = survivors(report);
        json["surviving_mutations"] = survivingJson(report);
    }
    return json;
}

std::string clausesCsv(const ClauseReport& report) {
    const Checked& rules = report.view.rules;
    std::vector<std::string> head{"id", "section", "kind", "computable", "status", "encoded_by", "under", "cases"};
    if (report.beside) head.emplace_back("thresholds");
    if (report.proof) head.emplace_back("proven");
    std::string text = report::csvLine(head);
    for (const ClauseEntry& entry : report.index.entries) {
        const registers::Clause& clause = rules.clauses.all()[entry.clause];
        std::vector<std::string> parts;
        std::vector<std::string> under;
        for (const std::size_t index : entry.parts) {
            const Part& part = report.index.parts[index];
            parts.push_back(fmt::format("{} {}", key(part.kind), part.name));
            for (const std::string& name : namesUnder(part, rules)) {
                if (std::find(under.begin(), under.end(), name) == under.end()) under.push_back(name);
            }
        }
        std::vector<std::string> fields{clause.id,
                                        clause.section,
                                        clause.kind,
                                        std::string(key(clause.computable)),
                                        std::string(key(entry.status)),
                                        fmt::format("{}", fmt::join(parts, "; ")),
                                        fmt::format("{}", fmt::join(under, "; ")),
                                        fmt::format("{}", fmt::join(entry.cases, "; "))};
        if (report.beside) fields.push_back(clause.thresholds);
        if (report.proof) fields.emplace_back(isProven(entry, *report.proof) ? "true" : "false");
        text += report::csvLine(fields);
    }
    return text;
}

}  // namespace assay::author

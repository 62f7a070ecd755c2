#include "sheet.hpp"

#include <algorithm>

#include "assay/report/place.hpp"
#include "mark.hpp"

namespace assay::page {

using evaluate::Conclusion;

namespace {

// What a page of many cases shows: what is decided, due, divided, and whatever else fails or is open.
bool isMain(const Conclusion& conclusion, const check::Checked& rules) {
    const auto& body = rules.declarations[conclusion.decl].body;
    const bool isBelow = std::holds_alternative<check::Rule>(body) || std::holds_alternative<check::Checklist>(body);
    const bool isRemark = std::holds_alternative<check::Define>(body) || std::holds_alternative<check::Flag>(body) ||
                          std::holds_alternative<check::Contradiction>(body);
    if (isRemark) return conclusion.status == evaluate::Status::Holds || conclusion.status == evaluate::Status::Conflict;
    return !isBelow || isLoud(markOf(conclusion, rules));
}

}  // namespace

Sheet::Sheet(const Shown& shown, std::size_t number, bool isOnly, Markup& to)
    : out(to), shown_(&shown), prefix_("c" + std::to_string(number) + "-"), isOnly_(isOnly) {
    if (!shown.result) return;
    for (const Conclusion& conclusion : shown.result->conclusions) {
        if (!report::selects(shown.selection, conclusion) || (isBrief() && !isMain(conclusion, rules()))) continue;
        positions_.emplace(nameOf(conclusion), conclusions_.size());
        conclusions_.push_back(&conclusion);
    }
    for (std::size_t i = 0; i < shown.facts->evidence.size(); ++i)
        evidence_.emplace(shown.facts->evidence[i].id, i);
}

std::string Sheet::nameOf(const Conclusion& conclusion) const {
    return report::conclusionName(declarationOf(conclusion).name, conclusion.item);
}

std::string Sheet::id(std::string_view part) const {
    return prefix_ + std::string(part);
}

std::string Sheet::idOf(const Conclusion& conclusion) const {
    return idOf(nameOf(conclusion));
}

std::string Sheet::idOf(const std::string& conclusionName) const {
    const auto found = positions_.find(conclusionName);
    return found == positions_.end() ? std::string() : id(std::to_string(found->second));
}

std::string Sheet::idOfEvidence(const std::string& evidence) const {
    const auto found = evidence_.find(evidence);
    return found == evidence_.end() ? std::string() : id("evidence-" + std::to_string(found->second));
}

std::string Sheet::place(source::Span span) const {
    if (!span.valid()) return {};
    const report::View& view = shown_->view;
    return report::relativeName(view.sources, span.source, view.roots) + ":" + std::to_string(view.sources.begin(span).line);
}

void Sheet::heading(std::size_t depth, const Both& words, const std::string& id) {
    constexpr std::size_t deepest = 4;
    const std::string tag = "h" + std::to_string(std::min((isOnly_ ? 1U : 2U) + depth, deepest));
    out.in(tag, id.empty() ? Attributes{} : Attributes{{"id", id}}, words);
}

void Sheet::clauses(const std::vector<std::string>& ids) {
    if (ids.empty()) return;
    out.plain(" ").in("span", {{"class", "clauses"}}, [&] {
        for (const std::string& clause : ids) {
            const std::string target = clauseId(clause, rules());
            if (target.empty()) {
                out.in("span", {{"class", "clause"}}, clause);
            } else {
                out.in("a", {{"class", "clause"}, {"href", "#" + target}}, clause);
                cited_.insert(clause);
            }
            out.plain(" ");
        }
    });
}

void Sheet::reference(const std::string& conclusionName) {
    const std::string target = idOf(conclusionName);
    if (target.empty()) {
        out.name(conclusionName);
    } else {
        out.in("a", {{"class", "ref"}, {"href", "#" + target}}, [&] { out.name(conclusionName); });
    }
}

void Sheet::reading(const std::string& name) {
    readings_.insert(name);
    out.plain(" ").in("a", {{"class", "reading"}, {"href", "#" + id("reading-" + name)}}, name);
}

void Sheet::clauseTexts(const std::vector<std::string>& ids) {
    out.in("dl", {{"class", "clause-texts"}}, [&] {
        for (const std::string& id : ids) {
            const registers::Clause* clause = rules().clauses.find(id);
            out.in("div", {}, [&] {
                out.in("dt", {}, id);
                out.in("dd", {}, [&] {
                    if (!clause) return;
                    out.text(both(syntax::LocalText{clause->summaryEnglish, clause->summaryChinese, {}}));
                    if (!clause->thresholds.empty()) out.plain(" ").in("span", {{"class", "threshold"}}, clause->thresholds);
                });
            });
        }
    });
}

std::string clauseId(const std::string& clause, const check::Checked& rules) {
    const registers::Clause* found = rules.clauses.find(clause);
    if (!found) return {};
    return "clause-" + std::to_string(found - rules.clauses.all().data());
}

}  // namespace assay::page

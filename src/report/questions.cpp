#include "assay/report/questions.hpp"

#include "assay/report/view.hpp"
#include "places.hpp"

namespace assay::report {

const check::Quality* qualityOf(const evaluate::Missing& missing, const check::Checked& rules) {
    if (missing.fieldId.valid()) return &rules.fields[missing.fieldId];
    if (missing.factId.valid()) return &rules.facts[missing.factId];
    return nullptr;
}

const std::string& questionFor(const evaluate::Missing& missing, const check::Checked& rules, diagnostics::Language language) {
    static const std::string noQuestion;
    const check::Quality* quality = qualityOf(missing, rules);
    if (!quality) return noQuestion;
    const std::string& ask = choose(quality->ask, language);
    return ask.empty() ? choose(quality->label, language) : ask;
}

std::vector<std::string> clausesFor(const evaluate::Missing& missing, const check::Checked& rules) {
    const check::Declaration* asking = declarationAt(rules, missing.rule);
    if (!asking) return {};
    if (const auto* checklist = std::get_if<check::Checklist>(&asking->body)) {
        for (const check::ChecklistItem& item : checklist->items) {
            if (item.span.begin <= missing.rule.begin && missing.rule.end <= item.span.end) return item.clauses;
        }
    }
    return asking->clauses;
}

Word needWord(const evaluate::Missing& missing) {
    using evaluate::MissingKind;
    if (missing.kind == MissingKind::Undefined && !missing.quantity.empty()) return Word::NeedsRestating;
    switch (missing.kind) {
        case MissingKind::Fact:
            return Word::Needs;
        case MissingKind::Judgement:
            return Word::NeedsJudgement;
        case MissingKind::Data:
            return Word::NeedsData;
        case MissingKind::Undefined:
            return Word::UndefinedIn;
        case MissingKind::Conflict:
            return Word::ConflictIn;
    }
    return Word::Needs;
}

}  // namespace assay::report

#include "assay/register/clauses.hpp"

#include <array>
#include <utility>

#include "fields.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;

namespace {

constexpr std::array<std::string_view, 3> computableWords{"full", "recorded", "none"};

Computable readComputable(const Fields& fields, diagnostics::Diagnostics& findings) {
    const std::string word = fields.text("computable");
    if (word.empty()) return Computable::None;
    const auto index = indexOfWord("computable", word, fields.table().find("computable")->span, computableWords, findings);
    return index ? static_cast<Computable>(*index) : Computable::None;
}

}  // namespace

bool ClauseRegister::add(Clause clause) {
    if (!index_.emplace(clause.id, clauses_.size()).second) return false;
    clauses_.push_back(std::move(clause));
    return true;
}

const Clause* ClauseRegister::find(std::string_view id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &clauses_[found->second];
}

ClauseRegister readClauses(const document::Node& root, diagnostics::Diagnostics& findings) {
    refuseOtherLists(root, "clauses", {"clause"}, findings);
    ClauseRegister clauses;
    for (const document::Node* table : tablesOf(root, "clause", findings)) {
        const Fields fields(*table, "clause", findings);
        fields.refuseOthers({"id", "section", "kind", "computable", "summary_en", "summary_zh", "thresholds", "outcome", "note"});
        Clause clause;
        clause.id = fields.text("id");
        clause.section = fields.text("section");
        clause.kind = fields.text("kind");
        clause.computable = readComputable(fields, findings);
        clause.summaryEnglish = fields.text("summary_en");
        clause.summaryChinese = fields.text("summary_zh");
        clause.thresholds = fields.optionalText("thresholds");
        clause.outcome = fields.optionalText("outcome");
        clause.note = fields.optionalText("note");
        if (clause.id.empty()) continue;
        clause.span = table->find("id")->span;
        if (const Clause* first = clauses.find(clause.id)) {
            findings.add(Kind::DuplicateClause, clause.span, {{"id", Name{clause.id}}}).note(Kind::FirstHere, first->span);
            continue;
        }
        clauses.add(std::move(clause));
    }
    return clauses;
}

}  // namespace assay::registers

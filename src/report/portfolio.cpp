#include "assay/report/portfolio.hpp"

#include <algorithm>
#include <tuple>

#include "assay/report/csv.hpp"
#include "assay/report/footprint_numbers.hpp"
#include "assay/report/missing.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/words.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using evaluate::Status;
using evaluate::VerdictKind;

namespace {

Attention attentionOf(VerdictKind verdict) {
    switch (verdict) {
        case VerdictKind::Conflict:
            return Attention::Conflict;
        case VerdictKind::Nonconform:
            return Attention::Nonconform;
        case VerdictKind::Undetermined:
            return Attention::Undetermined;
        case VerdictKind::Conform:
            return Attention::Conform;
    }
    return Attention::Undetermined;
}

bool isOpen(Status status) {
    return status == Status::Undetermined || status == Status::JudgementNeeded || status == Status::Conflict;
}

// What is late, and what is still to be met, the first of it by its day.
void addDuty(PortfolioRow& row, const Conclusion& duty, const std::string& name) {
    const auto standsAs = [&duty](check::Standing standing) { return duty.outcome == static_cast<std::size_t>(standing); };
    if (standsAs(check::Standing::Late)) row.late.push_back(name);
    const bool awaits = standsAs(check::Standing::Running) || (standsAs(check::Standing::Late) && !duty.deadline.met);
    if (!awaits) return;
    const std::optional<quantity::Date>& day = duty.deadline.due ? duty.deadline.due : duty.deadline.notBefore;
    if (!day || (row.due && *row.due <= *day)) return;
    row.due = day;
    row.duty = name;
}

}  // namespace

PortfolioRow portfolioRow(const evaluate::CaseResult& result, const syntax::LocalText& title, const footprint::Result* quantified,
                          const View& view, const Selection& selection) {
    PortfolioRow row;
    row.name = result.name;
    row.title = title;
    row.asOf = result.asOf;
    row.attention = Attention::Conform;
    for (const evaluate::Verdict& verdict : result.verdicts) {
        row.verdicts.emplace_back(view.rules.parties[verdict.party].name, verdict.kind);
        row.attention = std::min(row.attention, attentionOf(verdict.kind));
    }
    if (result.findings.hasErrors()) row.attention = std::min(row.attention, Attention::Conflict);
    for (const Conclusion& conclusion : result.conclusions) {
        if (!selects(selection, conclusion)) continue;
        const check::Declaration& declared = view.rules.declarations[conclusion.decl];
        const std::string name = conclusionName(declared.name, conclusion.item);
        if (std::holds_alternative<check::Duty>(declared.body)) addDuty(row, conclusion, name);
        if (!conclusion.counts) continue;
        if (isAdverse(conclusion, declared)) row.adverse.push_back(name);
        if (isOpen(conclusion.status)) row.open.push_back(name);
    }
    row.missing = listMissing(result, view, selection).size();
    if (!quantified) return row;
    const NumberOptions numbers;
    for (const footprint::ProductResult& product : quantified->products)
        row.footprints.emplace_back(product.id, product.total ? shownMass(*product.total, numbers) : std::string());
    return row;
}

PortfolioRow unjudgedRow(const std::string& name) {
    PortfolioRow row;
    row.name = name;
    return row;
}

bool isMoreUrgent(const PortfolioRow& a, const PortfolioRow& b) {
    const auto order = [](const PortfolioRow& row) {
        return std::tuple(row.attention, row.due.value_or(quantity::Date::last()), std::string_view(row.name));
    };
    return order(a) < order(b);
}

std::string_view key(Attention attention) {
    switch (attention) {
        case Attention::NotJudged:
            return "not_judged";
        case Attention::Conflict:
            return key(VerdictKind::Conflict);
        case Attention::Nonconform:
            return key(VerdictKind::Nonconform);
        case Attention::Undetermined:
            return key(VerdictKind::Undetermined);
        case Attention::Conform:
            return key(VerdictKind::Conform);
    }
    return {};
}

std::string portfolioCsv(std::vector<PortfolioRow> rows) {
    std::stable_sort(rows.begin(), rows.end(), isMoreUrgent);
    std::string text = csvLine({"case", "title en", "title zh", "attention", "as of", "verdicts", "adverse", "open", "late", "due", "duty",
                                "missing", "kgCO2e/FU"});
    for (const PortfolioRow& row : rows) {
        std::vector<std::string> verdicts;
        for (const auto& [party, verdict] : row.verdicts)
            verdicts.push_back(party + ":" + std::string(key(verdict)));
        std::vector<std::string> footprints;
        for (const auto& [product, total] : row.footprints)
            footprints.push_back(product + ":" + (total.empty() ? "?" : total));
        const bool isJudged = row.attention != Attention::NotJudged;
        text += csvLine({row.name, row.title.english, row.title.chinese, std::string(key(row.attention)),
                         row.asOf ? row.asOf->text() : std::string(), join(verdicts, " "), join(row.adverse, " "), join(row.open, " "),
                         join(row.late, " "), row.due ? row.due->text() : std::string(), row.duty,
                         isJudged ? std::to_string(row.missing) : std::string(), join(footprints, " ")});
    }
    return text;
}

}  // namespace assay::report

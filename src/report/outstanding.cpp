#include "assay/report/outstanding.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/report/questions.hpp"
#include "assay/report/result.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "missing_parts.hpp"
#include "text_writer.hpp"

namespace assay::report {

using check::Checked;
using check::ExprKind;
using evaluate::Conclusion;
using nlohmann::ordered_json;

namespace {

const check::Checklist& checklistOf(const Conclusion& conclusion, const Checked& rules) {
    return std::get<check::Checklist>(rules.declarations[conclusion.decl].body);
}

const check::ChecklistItem& itemOf(const UnmetItem& unmet, const Checked& rules) {
    return checklistOf(*unmet.checklist, rules).items[unmet.item];
}

void addOnce(std::vector<std::string>& names, const std::vector<std::string>& more) {
    for (const std::string& name : more) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
}

// Who may change the facts that stand in an expression.
void addGivers(std::vector<std::string>& givers, check::ExprId id, const Checked& rules) {
    const check::Expr& expr = rules.expressions[id];
    if (expr.kind == ExprKind::Fact || expr.kind == ExprKind::PairFact) addOnce(givers, rules.facts[expr.fact].from);
    if (expr.kind == ExprKind::Field) addOnce(givers, rules.fields[expr.field].from);
    for (const check::ExprId operand : expr.operands)
        addGivers(givers, operand, rules);
}

// Who can mend an item: whoever may change what it requires, else the party that the checklist is about.
std::vector<std::string> giversOf(const UnmetItem& unmet, const Checked& rules) {
    std::vector<std::string> givers;
    addGivers(givers, itemOf(unmet, rules).require, rules);
    if (givers.empty()) givers.push_back(rules.parties[rules.declarations[unmet.checklist->decl].party].name);
    return givers;
}

std::vector<std::string> giversOf(const MissingEntry& entry, const Checked& rules) {
    const check::Quality* quality = qualityOf(entry.missing, rules);
    return quality && !quality->from.empty() ? quality->from : std::vector<std::string>{std::string()};
}

Outstanding& letterTo(const std::string& giver, std::vector<Outstanding>& letters) {
    const auto known = std::find_if(letters.begin(), letters.end(), [&giver](const Outstanding& letter) { return letter.giver == giver; });
    return known != letters.end() ? *known : letters.emplace_back(Outstanding{giver, {}, {}});
}

}  // namespace

std::string unmetName(const UnmetItem& unmet, const Checked& rules) {
    const check::Declaration& declaration = rules.declarations[unmet.checklist->decl];
    return conclusionName(declaration.name + "." + itemOf(unmet, rules).name, unmet.checklist->item);
}

std::vector<Outstanding> listOutstanding(const evaluate::CaseResult& result, const View& view, const Selection& selection) {
    std::vector<MissingEntry> entries = listMissing(result, view, selection);
    std::vector<UnmetItem> unmet;
    for (const Conclusion& conclusion : result.conclusions) {
        if (conclusion.items.empty() || !selects(selection, conclusion)) continue;
        addOpenItems(entries, conclusion);
        for (std::size_t i = 0; i < conclusion.items.size(); ++i) {
            if (conclusion.items[i].status == evaluate::Status::Fails) unmet.push_back({&conclusion, i});
        }
    }
    sortMissing(entries, view.rules);

    std::vector<Outstanding> letters;
    for (const check::Party& party : view.rules.parties)
        letters.push_back({party.name, {}, {}});
    for (const MissingEntry& entry : entries) {
        for (const std::string& giver : giversOf(entry, view.rules))
            letterTo(giver, letters).missing.push_back(entry);
    }
    for (const UnmetItem& item : unmet) {
        for (const std::string& giver : giversOf(item, view.rules))
            letterTo(giver, letters).unmet.push_back(item);
    }
    letters.erase(std::remove_if(letters.begin(), letters.end(),
                                 [](const Outstanding& letter) { return letter.missing.empty() && letter.unmet.empty(); }),
                  letters.end());
    std::stable_partition(letters.begin(), letters.end(), [](const Outstanding& letter) { return !letter.giver.empty(); });
    return letters;
}

std::string outstandingText(const evaluate::CaseResult& result, const std::vector<Outstanding>& letters, const View& view,
                            const TextOptions& options) {
    const auto say = [&options](Word what) { return word(what, options.language); };
    TextWriter out(options);
    out.paint(Color::Strong, result.name).text("  ").text(say(Word::AsOf)).text(" " + result.asOf.text()).end();
    if (letters.empty()) out.at(1).text(say(Word::NothingMissing)).end();
    for (const Outstanding& letter : letters) {
        const std::string_view giver = letter.giver.empty() ? say(Word::FromNobody) : std::string_view(letter.giver);
        out.paint(Color::Strong, giver).end();
        std::size_t number = 0;
        for (const UnmetItem& unmet : letter.unmet) {
            const check::ChecklistItem& item = itemOf(unmet, view.rules);
            out.at(1).text(std::to_string(++number) + ". ").paint(Color::Strong, unmetName(unmet, view.rules)).text(": ");
            out.paint(Color::Bad, say(Word::Fails)).clauses(item.clauses).end();
            const std::string& label = choose(item.label, options.language);
            if (!label.empty()) out.at(3).text(label).end();
        }
        for (const MissingEntry& entry : letter.missing)
            writeMissing(out, ++number, entry, view.rules, options.language);
    }
    return out.take();
}

ordered_json outstandingJson(const evaluate::CaseResult& result, const std::vector<Outstanding>& letters, const View& view) {
    ordered_json json = headJson(result, view);
    json["from"] = ordered_json::array();
    for (const Outstanding& letter : letters) {
        ordered_json one;
        one["giver"] = itemJson(letter.giver);
        one["not_met"] = ordered_json::array();
        for (const UnmetItem& unmet : letter.unmet) {
            const check::ChecklistItem& item = itemOf(unmet, view.rules);
            ordered_json failed;
            failed["checklist"] = view.rules.declarations[unmet.checklist->decl].name;
            failed["item"] = itemJson(unmet.checklist->item);
            failed["name"] = item.name;
            failed["label"] = localJson(item.label);
            failed["clauses"] = item.clauses;
            one["not_met"].push_back(std::move(failed));
        }
        one["missing"] = entriesJson(letter.missing, view.rules);
        json["from"].push_back(std::move(one));
    }
    return json;
}

}  // namespace assay::report

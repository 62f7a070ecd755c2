#include "assay/report/missing.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "assay/report/questions.hpp"
#include "assay/report/result.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "missing_parts.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using nlohmann::ordered_json;

namespace {

bool isOpen(evaluate::Status status) {
    using evaluate::Status;
    return status == Status::Undetermined || status == Status::JudgementNeeded || status == Status::Conflict;
}

// Where the rules declare the missing fact: source, then offset; what is no fact comes last.
std::tuple<bool, source::SourceId, std::uint32_t> declarationOrder(const evaluate::Missing& missing, const check::Checked& rules) {
    const check::Quality* quality = qualityOf(missing, rules);
    if (!quality) return {true, {}, 0};
    return {false, quality->span.source, quality->span.begin};
}

std::vector<std::string> namesOf(const std::vector<const Conclusion*>& conclusions, const check::Checked& rules) {
    std::vector<std::string> names;
    for (const Conclusion* conclusion : conclusions)
        names.push_back(conclusionName(rules.declarations[conclusion->decl].name, conclusion->item));
    return names;
}

std::vector<std::string> askedFrom(const MissingEntry& entry, const check::Checked& rules) {
    const check::Quality* quality = qualityOf(entry.missing, rules);
    return quality ? quality->from : std::vector<std::string>{};
}

void addMissing(std::vector<MissingEntry>& entries, const std::vector<evaluate::Missing>& needed, const Conclusion& by, bool decides) {
    for (const evaluate::Missing& missing : needed) {
        auto entry = std::find_if(entries.begin(), entries.end(), [&](const MissingEntry& known) { return known.missing == missing; });
        if (entry == entries.end()) entry = entries.insert(entries.end(), MissingEntry{missing, {}, {}});
        std::vector<const Conclusion*>& waiting = decides ? entry->decisions : entry->others;
        if (std::find(waiting.begin(), waiting.end(), &by) == waiting.end()) waiting.push_back(&by);
    }
}

}  // namespace

void addOpenItems(std::vector<MissingEntry>& entries, const Conclusion& checklist) {
    for (const evaluate::ItemConclusion& item : checklist.items) {
        if (isOpen(item.status)) addMissing(entries, item.missing, checklist, false);
    }
}

void sortMissing(std::vector<MissingEntry>& entries, const check::Checked& rules) {
    std::stable_sort(entries.begin(), entries.end(), [&](const MissingEntry& a, const MissingEntry& b) {
        if (a.decisions.size() != b.decisions.size()) return a.decisions.size() > b.decisions.size();
        const auto first = declarationOrder(a.missing, rules);
        const auto second = declarationOrder(b.missing, rules);
        return first != second ? first < second : a.missing.fact < b.missing.fact;
    });
}

std::vector<MissingEntry> listMissing(const evaluate::CaseResult& result, const View& view, const Selection& selection) {
    std::vector<MissingEntry> entries;
    for (const Conclusion& conclusion : result.conclusions) {
        if (!isOpen(conclusion.status) || !selects(selection, conclusion)) continue;
        // What a decision reads is asked for through that decision; flags and contradictions judge nothing.
        const auto& body = view.rules.declarations[conclusion.decl].body;
        const bool judges = !std::holds_alternative<check::Flag>(body) && !std::holds_alternative<check::Contradiction>(body);
        if (selection.empty() && (conclusion.spokenFor || !judges)) continue;
        const bool decides = std::holds_alternative<check::Decide>(view.rules.declarations[conclusion.decl].body);
        addMissing(entries, conclusion.missing, conclusion, decides);
    }
    sortMissing(entries, view.rules);
    return entries;
}

void writeMissing(TextWriter& out, std::size_t number, const MissingEntry& entry, const check::Checked& rules,
                  diagnostics::Language language) {
    out.at(1).text(std::to_string(number) + ". ");
    if (entry.missing.kind != evaluate::MissingKind::Fact) out.text(word(needWord(entry.missing), language)).text(" ");
    out.paint(Color::Strong, entry.missing.fact).clauses(clausesFor(entry.missing, rules)).end();
    if (!entry.missing.quantity.empty()) out.at(3).paint(Color::Faint, entry.missing.quantity).end();
    const std::string& question = questionFor(entry.missing, rules, language);
    if (!question.empty()) out.at(3).text(question).end();
    const std::vector<std::string> from = askedFrom(entry, rules);
    if (!from.empty()) out.at(3).text(word(Word::AskedFrom, language)).text(" " + join(from)).end();
    const std::vector<std::string> waiting = namesOf(entry.decisions.empty() ? entry.others : entry.decisions, rules);
    out.at(3).paint(Color::Faint, word(Word::NeededBy, language)).paint(Color::Faint, " " + join(waiting)).end();
}

std::string missingText(const evaluate::CaseResult& result, const std::vector<MissingEntry>& entries, const View& view,
                        const TextOptions& options) {
    const auto say = [&options](Word what) { return word(what, options.language); };
    TextWriter out(options);
    out.paint(Color::Strong, result.name).text("  ").text(say(Word::AsOf)).text(" " + result.asOf.text()).end();
    if (entries.empty()) out.at(1).text(say(Word::NothingMissing)).end();
    for (std::size_t i = 0; i < entries.size(); ++i)
        writeMissing(out, i + 1, entries[i], view.rules, options.language);
    return out.take();
}

ordered_json entriesJson(const std::vector<MissingEntry>& entries, const check::Checked& rules) {
    ordered_json list = ordered_json::array();
    for (const MissingEntry& entry : entries) {
        const check::Quality* quality = qualityOf(entry.missing, rules);
        ordered_json json;
        json["fact"] = entry.missing.fact;
        json["kind"] = key(entry.missing.kind);
        if (!entry.missing.quantity.empty()) json["quantity"] = entry.missing.quantity;
        json["ask"] = quality ? localJson(quality->ask) : ordered_json();
        json["clauses"] = clausesFor(entry.missing, rules);
        json["from"] = askedFrom(entry, rules);
        json["decisions"] = namesOf(entry.decisions, rules);
        json["others"] = namesOf(entry.others, rules);
        list.push_back(std::move(json));
    }
    return list;
}

ordered_json missingJson(const evaluate::CaseResult& result, const std::vector<MissingEntry>& entries, const View& view) {
    ordered_json json = headJson(result, view);
    json["missing"] = entriesJson(entries, view.rules);
    return json;
}

}  // namespace assay::report

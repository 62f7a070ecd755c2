#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/report/change.hpp"
#include "assay/report/headings.hpp"
#include "assay/report/standing.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "places.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using nlohmann::ordered_json;

namespace {

const Conclusion& either(const ConclusionChange& change) {
    return change.after != nullptr ? *change.after : *change.before;
}

std::string_view kindKey(FactChange::Kind kind) {
    switch (kind) {
        case FactChange::Kind::Given:
            return "given";
        case FactChange::Kind::Withdrawn:
            return "withdrawn";
        case FactChange::Kind::Changed:
            return "changed";
        case FactChange::Kind::Recorded:
            return "recorded";
    }
    return {};
}

class ChangesWriter {
public:
    ChangesWriter(const Changes& changes, const CaseState& before, const CaseState& after, const View& view, const TextOptions& options)
        : changes_(changes), before_(before), after_(after), view_(view), language_(options.language), out_(options) {}

    std::string all() {
        state(Word::Before, before_);
        state(Word::After, after_);
        verdicts();
        for (const Word heading :
             {Word::Decisions, Word::Duties, Word::Checklists, Word::Rules, Word::Partitions, Word::Flags, Word::Values})
            section(heading);
        facts(false, Word::Facts);
        facts(true, Word::Quantities);
        if (changes_.empty()) out_.end().text(say(Word::NothingChanged)).end();
        return out_.take();
    }

private:
    [[nodiscard]] std::string_view say(Word what) const { return word(what, language_); }

    void state(Word which, const CaseState& state) {
        out_.paint(Color::Strong, say(which)).text(": " + state.result.name + "  ");
        out_.text(say(Word::AsOf)).text(" " + state.result.asOf.text()).end();
    }

    void verdicts() {
        for (std::size_t i = 0; i < after_.result.verdicts.size(); ++i) {
            const evaluate::VerdictKind was = before_.result.verdicts[i].kind;
            const evaluate::VerdictKind now = after_.result.verdicts[i].kind;
            out_.at(1).text(view_.rules.parties[after_.result.verdicts[i].party].name + ": ").text(say(wordOf(was)));
            if (was != now) out_.text(" -> ").paint(Color::Strong, say(wordOf(now)));
            out_.end();
        }
    }

    void section(Word heading) {
        bool isFirst = true;
        for (const ConclusionChange& change : changes_.conclusions) {
            const Conclusion& conclusion = either(change);
            const check::Declaration& declaration = view_.rules.declarations[conclusion.decl];
            if (headingOf(declaration) != heading) continue;
            if (isFirst) out_.end().paint(Color::Strong, say(heading)).end();
            isFirst = false;
            out_.at(1).text(conclusionName(declaration.name, conclusion.item) + ": ");
            out_.text(words(change.before)).text(" -> ").paint(Color::Strong, words(change.after)).clauses(conclusion.clauses).end();
            const std::string& label = choose(declaration.label, language_);
            if (!label.empty()) out_.at(2).paint(Color::Faint, label).end();
            because(change.because);
            if (change.byDay) out_.at(2).text(say(Word::BecauseOfTheDay)).end();
        }
    }

    // Not more than fit on a line or two; JSON names all.
    void because(const std::vector<std::string>& facts) {
        constexpr std::size_t most = 8;
        if (facts.empty()) return;
        const std::vector<std::string> named(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(std::min(most, facts.size())));
        out_.at(2).text(say(Word::Because)).text(" " + join(named));
        if (facts.size() > most) out_.text(" + " + std::to_string(facts.size() - most));
        out_.end();
    }

    [[nodiscard]] std::string words(const Conclusion* conclusion) const {
        return conclusion != nullptr ? standingWords(*conclusion, view_.rules, language_) : std::string(say(Word::NoSuchItem));
    }

    void facts(bool computed, Word heading) {
        bool isFirst = true;
        for (const FactChange& change : changes_.facts) {
            if (change.isComputed != computed) continue;
            if (isFirst) out_.end().paint(Color::Strong, say(heading)).end();
            isFirst = false;
            fact(change);
        }
    }

    void fact(const FactChange& change) {
        out_.at(1).paint(Color::Strong, change.name).text(": ");
        switch (change.kind) {
            case FactChange::Kind::Given:
                out_.text(say(Word::NewlyGiven)).text(change.after.empty() ? "" : ": " + change.after);
                break;
            case FactChange::Kind::Withdrawn:
                out_.text(say(Word::NoLongerGiven)).text(change.before.empty() ? "" : ": " + change.before);
                break;
            case FactChange::Kind::Changed:
                out_.text(change.before + " -> " + change.after);
                break;
            case FactChange::Kind::Recorded:
                out_.text(change.after + ", ").text(say(Word::RecordedOtherwise)).text(": ");
                out_.text(record(change.first) + " -> " + record(change.second));
                break;
        }
        const facts::Provenance& origin = change.kind == FactChange::Kind::Withdrawn ? change.first : change.second;
        if (origin.span.valid()) out_.paint(Color::Faint, "  " + placeText(view_.sources, origin.span));
        out_.end();
    }

    [[nodiscard]] std::string record(const facts::Provenance& provenance) const {
        std::vector<std::string> parts;
        if (!provenance.evidence.empty()) parts.push_back(std::string(say(Word::Evidence)) + " " + provenance.evidence);
        if (!provenance.by.empty()) parts.push_back(std::string(say(Word::By)) + " " + provenance.by);
        if (provenance.on) parts.push_back(std::string(say(Word::On)) + " " + provenance.on->text());
        if (!provenance.reason.empty()) parts.push_back("\"" + provenance.reason + "\"");
        return parts.empty() ? std::string(say(Word::None)) : join(parts);
    }

    const Changes& changes_;
    const CaseState& before_;
    const CaseState& after_;
    const View& view_;
    diagnostics::Language language_;
    TextWriter out_;
};

ordered_json stateJson(const CaseState& state, const View& view) {
    ordered_json json{{"name", state.result.name}, {"digest", state.result.caseDigest}, {"as_of", state.result.asOf.text()}};
    json["verdicts"] = ordered_json::object();
    for (const evaluate::Verdict& verdict : state.result.verdicts)
        json["verdicts"][view.rules.parties[verdict.party].name] = key(verdict.kind);
    return json;
}

ordered_json saidJson(const std::string& value, const facts::Provenance& provenance, bool isSaid, const View& view) {
    if (!isSaid) return nullptr;
    ordered_json json{{"value", value}};
    addPlace(json, provenance.span, view);
    json["evidence"] = itemJson(provenance.evidence);
    json["by"] = itemJson(provenance.by);
    json["on"] = provenance.on ? ordered_json(provenance.on->text()) : ordered_json();
    json["reason"] = itemJson(provenance.reason);
    return json;
}

ordered_json factJson(const FactChange& change, const View& view) {
    ordered_json json;
    json["name"] = change.name;
    json["change"] = kindKey(change.kind);
    json["before"] = saidJson(change.before, change.first, change.kind != FactChange::Kind::Given, view);
    json["after"] = saidJson(change.after, change.second, change.kind != FactChange::Kind::Withdrawn, view);
    return json;
}

}  // namespace

std::string changesText(const Changes& changes, const CaseState& before, const CaseState& after, const View& view,
                        const TextOptions& options) {
    return ChangesWriter(changes, before, after, view, options).all();
}

ordered_json changesJson(const Changes& changes, const CaseState& before, const CaseState& after, const View& view) {
    ordered_json json;
    json["schema_version"] = 1;
    json["ruleset"] = rulesetJson(view);
    json["before"] = stateJson(before, view);
    json["after"] = stateJson(after, view);
    for (const char* list : {"decisions", "duties", "checklists", "rules", "partitions", "flags", "values", "facts", "quantities"})
        json[list] = ordered_json::array();
    for (const ConclusionChange& change : changes.conclusions) {
        const Conclusion& conclusion = either(change);
        const check::Declaration& declaration = view.rules.declarations[conclusion.decl];
        json[std::string(groupKey(headingOf(declaration)))].push_back({{"name", declaration.name},
                                                                       {"item", itemJson(conclusion.item)},
                                                                       {"before", itemJson(change.first)},
                                                                       {"after", itemJson(change.second)},
                                                                       {"clauses", conclusion.clauses},
                                                                       {"because", change.because},
                                                                       {"by_day", change.byDay}});
    }
    for (const FactChange& change : changes.facts)
        json[change.isComputed ? "quantities" : "facts"].push_back(factJson(change, view));
    return json;
}

}  // namespace assay::report

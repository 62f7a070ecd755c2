#include "assay/report/lifecycle.hpp"

#include "assay/report/outcome.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "lifecycle_parts.hpp"
#include "places.hpp"

namespace assay::report {

using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::LifeEvent;
using nlohmann::ordered_json;

namespace {

// How alternatives and the words between them are written.
class Wording {
public:
    // Names of the rules and English words.
    explicit Wording(const check::Checked& rules) : rules_(rules) {}
    // Labels and words of a language.
    Wording(const check::Checked& rules, Language language) : rules_(rules), language_(language), labelled_(true) {}

    [[nodiscard]] std::string alternatives(check::EnumId id, const std::vector<std::size_t>& indices) const {
        std::string text;
        for (const std::size_t index : indices) {
            const check::Enumerator& one = rules_.enumerations[id].enumerators[index];
            const std::string& label = labelled_ ? choose(one.label, language_) : one.name;
            text += (text.empty() ? "" : language_ == Language::Chinese ? "或" : " or ") + (label.empty() ? one.name : label);
        }
        return text.empty() ? "-" : text;
    }

    [[nodiscard]] std::string event(const LifeEvent& event, check::EnumId states, check::EnumId acts) const {
        std::string text = event.earliest.text();
        if (event.latest != event.earliest) text += ".." + event.latest.text();
        if (!event.acts.empty()) text += " " + alternatives(acts, event.acts);
        text += ": ";
        if (event.annulled) return text + std::string(word(Word::Annulled, language_));
        text += alternatives(states, event.from);
        if (event.to.empty()) return text + " -> " + std::string(word(Word::NotAccepted, language_));
        return event.to == event.from ? text : text + " -> " + alternatives(states, event.to);
    }

private:
    const check::Checked& rules_;
    Language language_ = Language::English;
    bool labelled_ = false;
};

ordered_json namesJson(const check::Checked& rules, check::EnumId id, const std::vector<std::size_t>& indices) {
    return enumeratorNames(rules, id, indices);
}

ordered_json eventJson(const LifeEvent& event, check::EnumId states, check::EnumId acts, const View& view) {
    ordered_json json;
    json["on"] = event.earliest == event.latest ? ordered_json(event.earliest.text()) : ordered_json();
    json["not_before"] = event.earliest.text();
    json["not_after"] = event.latest.text();
    json["item"] = itemJson(event.item);
    json["acts"] = namesJson(view.rules, acts, event.acts);
    json["from"] = namesJson(view.rules, states, event.from);
    json["to"] = namesJson(view.rules, states, event.to);
    json["annulled"] = event.annulled;
    json["certain"] = event.certain;
    json["clauses"] = event.clauses;
    json["line"] = event.provenance.span.valid() ? ordered_json(placeText(view.sources, event.provenance.span)) : ordered_json();
    json["evidence"] = itemJson(event.provenance.evidence);
    return json;
}

}  // namespace

std::string statesText(const std::vector<std::size_t>& states, const check::Declaration& lifecycle, const check::Checked& rules,
                       Language language) {
    return Wording(rules, language).alternatives(lifecycle.type.enumeration, states);
}

std::string actText(const LifeEvent& event, const Conclusion& conclusion, const check::Checked& rules, Language language) {
    if (event.acts.empty()) return std::string(word(Word::PassingOfTime, language));
    return Wording(rules, language).alternatives(conclusion.history.acts, event.acts);
}

std::string historyKey(const LifeEvent& event, const Conclusion& conclusion, const check::Checked& rules) {
    return Wording(rules).event(event, rules.declarations[conclusion.decl].type.enumeration, conclusion.history.acts);
}

std::string historyText(const LifeEvent& event, const Conclusion& conclusion, const check::Checked& rules, Language language) {
    return Wording(rules, language).event(event, rules.declarations[conclusion.decl].type.enumeration, conclusion.history.acts);
}

void addHistoryJson(ordered_json& json, const Conclusion& conclusion, const View& view) {
    const check::EnumId states = view.rules.declarations[conclusion.decl].type.enumeration;
    const evaluate::History& history = conclusion.history;
    json["state"] =
        conclusion.outcome ? ordered_json(view.rules.enumerations[states].enumerators[*conclusion.outcome].name) : ordered_json();
    json["states"] = namesJson(view.rules, states, history.states);
    json["since"] = history.since ? ordered_json(history.since->text()) : ordered_json();
    json["timeline"] = ordered_json::array();
    for (const LifeEvent& event : history.events)
        json["timeline"].push_back(eventJson(event, states, history.acts, view));
    json["next"] = ordered_json::array();
    for (const evaluate::LifeAhead& ahead : history.ahead) {
        ordered_json next;
        next["act"] = ahead.act ? ordered_json(view.rules.enumerations[history.acts].enumerators[*ahead.act].name) : ordered_json();
        next["on"] = ahead.on ? ordered_json(ahead.on->text()) : ordered_json();
        next["to"] = view.rules.enumerations[states].enumerators[ahead.to].name;
        next["clauses"] = ahead.clauses;
        json["next"].push_back(std::move(next));
    }
}

void writeHistory(TextWriter& out, std::size_t level, const Conclusion& conclusion, const View& view, Language language) {
    const evaluate::History& history = conclusion.history;
    const check::EnumId states = view.rules.declarations[conclusion.decl].type.enumeration;
    const Wording wording(view.rules, language);
    for (const LifeEvent& event : history.events) {
        out.at(level).text(wording.event(event, states, history.acts));
        if (event.provenance.span.valid()) out.paint(Color::Faint, "  " + placeText(view.sources, event.provenance.span));
        out.clauses(event.clauses).end();
    }
    for (const evaluate::LifeAhead& ahead : history.ahead) {
        if (!ahead.on) continue;
        out.at(level).text(word(Word::ComesBy, language)).text(" " + ahead.on->text() + ": " + wording.alternatives(states, {ahead.to}));
        out.clauses(ahead.clauses).end();
    }
}

}  // namespace assay::report

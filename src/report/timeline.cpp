#include "assay/report/timeline.hpp"

#include <algorithm>

#include "assay/facts/dated.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/result.hpp"
#include "assay/report/words.hpp"
#include "duty_parts.hpp"
#include "json_parts.hpp"
#include "lifecycle_parts.hpp"

namespace assay::report {

using check::FactId;
using check::ListId;
using check::TypeKind;
using evaluate::Conclusion;
using Kind = TimelineEntry::Kind;
using nlohmann::ordered_json;

namespace {

class Collector {
public:
    Collector(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const View& view)
        : result_(result), facts_(facts), rules_(view.rules) {}

    std::vector<TimelineEntry> all() {
        for (std::size_t i = 0; i < rules_.facts.size(); ++i) {
            const check::Fact& fact = rules_.facts[FactId(i)];
            if (fact.pair.empty()) event(facts_.facts[FactId(i)], fact, fact.name);
        }
        for (std::size_t i = 0; i < rules_.lists.size(); ++i)
            items(ListId(i));
        for (const Conclusion& conclusion : result_.conclusions)
            concluded(conclusion);
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const TimelineEntry& a, const TimelineEntry& b) { return a.on != b.on ? a.on < b.on : a.kind < b.kind; });
        return std::move(entries_);
    }

private:
    // A record, or an event, of a later day was not known yet.
    [[nodiscard]] bool isKnown(const facts::Entry& entry, const check::Quality& quality) const {
        if (quality.type.kind != TypeKind::Date || entry.state != facts::Entry::State::Known) return false;
        if (entry.provenance.on && *entry.provenance.on > result_.asOf) return false;
        return !quality.absentIsNone || std::get<quantity::Date>(*entry.value) <= result_.asOf;
    }

    void event(const facts::Entry& entry, const check::Quality& quality, const std::string& name) {
        if (isKnown(entry, quality)) entries_.push_back({std::get<quantity::Date>(*entry.value), Kind::Event, name, &quality, nullptr});
    }

    // The items of a case; what registers say of other cases' people is no event of this one.
    void items(ListId id) {
        const check::List& list = rules_.lists[id];
        const check::Record& record = rules_.records[list.record];
        if (list.isRegister) return;
        for (std::size_t i = 0; i < facts_.lists[id].items.size(); ++i) {
            const facts::Item& item = facts_.lists[id].items[i];
            const std::string path = list.name + "[" + facts::itemName(facts_, rules_, id, i) + "]";
            if (facts::isKnownLater(facts_, rules_, id, i, result_.asOf)) continue;
            for (std::size_t field = 0; field < record.fields.size(); ++field) {
                const check::Field& declared = rules_.fields[record.fields[field]];
                const std::size_t before = entries_.size();
                event(item.fields[field], declared, path + "." + declared.name);
                if (entries_.size() == before) continue;
                entries_.back().list = id;
                entries_.back().item = facts::itemName(facts_, rules_, id, i);
            }
        }
    }

    void concluded(const Conclusion& conclusion) {
        const check::Declaration& declaration = rules_.declarations[conclusion.decl];
        const std::string name = conclusionName(declaration.name, conclusion.item);
        const bool notArisen = conclusion.outcome == static_cast<std::size_t>(check::Standing::NotArisen);
        if (std::holds_alternative<check::Duty>(declaration.body) && !notArisen) {
            const std::optional<quantity::Date>& day = conclusion.deadline.due ? conclusion.deadline.due : conclusion.deadline.notBefore;
            if (day) entries_.push_back({*day, Kind::Due, name, nullptr, &conclusion});
        }
        for (const evaluate::LifeEvent& event : conclusion.history.events) {
            const bool changes = !event.annulled && event.from != event.to && event.earliest == event.latest;
            if (changes) entries_.push_back({event.earliest, Kind::State, name, nullptr, &conclusion, {}, {}, &event, nullptr});
        }
        for (const evaluate::LifeAhead& ahead : conclusion.history.ahead) {
            if (ahead.on) entries_.push_back({*ahead.on, Kind::State, name, nullptr, &conclusion, {}, {}, nullptr, &ahead});
        }
        const bool isDate = std::holds_alternative<check::Define>(declaration.body) && declaration.type.kind == TypeKind::Date;
        const bool isSettled = conclusion.value.kind == evaluate::Known::Kind::Line && conclusion.value.settled;
        if (!isDate || !isSettled) return;
        const auto day = static_cast<std::int32_t>(*conclusion.value.line.low->toInteger());
        entries_.push_back({quantity::Date(day), Kind::Value, name, nullptr, &conclusion});
    }

    const evaluate::CaseResult& result_;
    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    std::vector<TimelineEntry> entries_;
};

std::string_view kindKey(Kind kind) {
    switch (kind) {
        case Kind::Event:
            return "event";
        case Kind::State:
            return "state";
        case Kind::Value:
            return "value";
        case Kind::Due:
            return "due";
    }
    return {};
}

// "certificate[U1]: start -> valid (issued)", "certificate[U1]: expired, by time alone".
void writeState(TextWriter& out, const TimelineEntry& entry, const View& view, diagnostics::Language language) {
    const check::Declaration& declaration = view.rules.declarations[entry.conclusion->decl];
    const auto states = [&](const std::vector<std::size_t>& all) { return statesText(all, declaration, view.rules, language); };
    out.paint(Color::Strong, entry.name).text(": ");
    if (entry.ahead) {
        out.text(states({entry.ahead->to}) + ", ").text(word(Word::UnlessBefore, language)).clauses(entry.ahead->clauses);
    } else {
        out.text(states(entry.event->from) + " -> ");
        out.text(entry.event->to.empty() ? std::string(word(Word::NotAccepted, language)) : states(entry.event->to));
        out.text(" (" + actText(*entry.event, *entry.conclusion, view.rules, language) + ")").clauses(entry.event->clauses);
    }
}

void addStateJson(ordered_json& json, const TimelineEntry& entry, const View& view) {
    const check::EnumId states = view.rules.declarations[entry.conclusion->decl].type.enumeration;
    json["ahead"] = entry.ahead != nullptr;
    json["from"] = enumeratorNames(view.rules, states, entry.event ? entry.event->from : entry.conclusion->history.states);
    json["to"] = enumeratorNames(view.rules, states, entry.event ? entry.event->to : std::vector<std::size_t>{entry.ahead->to});
    json["acts"] =
        enumeratorNames(view.rules, entry.conclusion->history.acts, entry.event ? entry.event->acts : std::vector<std::size_t>{});
    json["clauses"] = entry.event ? entry.event->clauses : entry.ahead->clauses;
}

}  // namespace

const syntax::LocalText& timelineLabel(const TimelineEntry& entry, const check::Checked& rules) {
    if (entry.conclusion) return rules.declarations[entry.conclusion->decl].label;
    const syntax::LocalText& label = entry.quality->label;
    return label.english.empty() && label.chinese.empty() ? entry.quality->ask : label;
}

std::vector<TimelineEntry> listTimeline(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const View& view) {
    return Collector(result, facts, view).all();
}

std::string timelineText(const evaluate::CaseResult& result, const std::vector<TimelineEntry>& entries, const View& view,
                         const TextOptions& options) {
    TextWriter out(options);
    const auto say = [&options](Word what) { return word(what, options.language); };
    out.paint(Color::Strong, result.name).text("  ").text(say(Word::AsOf)).text(" " + result.asOf.text()).end();
    for (const TimelineEntry& entry : entries) {
        out.at(1).text(entry.on.text() + "  ");
        if (entry.kind == Kind::Due) {
            out.text(say(entry.conclusion->deadline.due ? Word::Due : Word::DueNotBefore)).text(" ").paint(Color::Strong, entry.name);
            out.text(": ").paint(colorOf(*entry.conclusion), standingText(*entry.conclusion, view.rules, options.language));
            out.clauses(entry.conclusion->clauses);
        } else if (entry.kind == Kind::State) {
            writeState(out, entry, view, options.language);
        } else {
            out.paint(Color::Strong, entry.name);
        }
        out.end();
        const std::string& label = choose(timelineLabel(entry, view.rules), options.language);
        if (!label.empty()) out.at(7).paint(Color::Faint, label).end();
        if (entry.kind == Kind::Due) writeDeadline(out, 7, entry.conclusion->deadline, options.language);
    }
    return out.take();
}

ordered_json timelineJson(const evaluate::CaseResult& result, const std::vector<TimelineEntry>& entries, const View& view) {
    ordered_json json = headJson(result, view);
    json["timeline"] = ordered_json::array();
    for (const TimelineEntry& entry : entries) {
        ordered_json one;
        one["on"] = entry.on.text();
        one["kind"] = kindKey(entry.kind);
        one["name"] = entry.name;
        one["label"] = localJson(timelineLabel(entry, view.rules));
        if (entry.kind == Kind::State) addStateJson(one, entry, view);
        if (entry.kind == Kind::Due) {
            const check::Declaration& declaration = view.rules.declarations[entry.conclusion->decl];
            one["about"] = view.rules.parties[declaration.party].name;
            one["status"] = standingKey(*entry.conclusion, view.rules);
            one["clauses"] = entry.conclusion->clauses;
            addDeadlineJson(one, entry.conclusion->deadline);
        }
        json["timeline"].push_back(std::move(one));
    }
    return json;
}

}  // namespace assay::report

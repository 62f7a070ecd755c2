#include <nlohmann/json.hpp>

#include "assay/report/agenda.hpp"
#include "assay/report/csv.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "text_writer.hpp"

namespace assay::report {

using diagnostics::Language;
using nlohmann::ordered_json;
using Kind = AgendaEntry::Kind;

namespace {

constexpr std::size_t shownNames = 6;

std::string_view kindKey(Kind kind) {
    switch (kind) {
        case Kind::Overdue:
            return "overdue";
        case Kind::Due:
            return "due";
        case Kind::Ahead:
            return "date";
        case Kind::Open:
            return "open";
    }
    return {};
}

class TextForm {
public:
    TextForm(const Agenda& agenda, const TextOptions& options) : agenda_(agenda), options_(options), out_(options) {}

    std::string run() {
        out_.paint(Color::Strong, agenda_.from.text() + ".." + agenda_.to.text());
        out_.text("  " + std::to_string(agenda_.cases.size()) + say(agenda_.cases.size() == 1 ? " case" : " cases", " 个案例"));
        if (!agenda_.person.empty()) out_.text("  " + agenda_.person);
        out_.end();
        if (agenda_.entries.empty()) out_.at(1).text(say("nothing is due", "没有到期事项")).end();
        std::string heading;
        for (const AgendaEntry& entry : agenda_.entries) {
            const std::string here(headingOf(entry.kind));
            if (here != heading) out_.paint(Color::Strong, here).end();
            heading = here;
            write(entry);
        }
        writeAwaited();
        return out_.take();
    }

private:
    [[nodiscard]] std::string say(std::string_view english, std::string_view chinese) const {
        return std::string(options_.language == Language::Chinese ? chinese : english);
    }

    [[nodiscard]] std::string headingOf(Kind kind) const {
        if (kind == Kind::Overdue) return say("Overdue", "已逾期");
        if (kind == Kind::Open) return say("Open, without limit", "待履行（无期限）");
        return say("Due", "到期");
    }

    void write(const AgendaEntry& entry) {
        const bool isDuty = entry.kind != Kind::Ahead;
        const std::size_t indent = entry.on ? 7 : 1;
        out_.at(1).text(entry.on ? entry.on->text() + "  " : std::string()).text(entry.caseName + "  ");
        if (entry.atTheEarliest) out_.text(word(Word::DueNotBefore, options_.language)).text(" ");
        out_.paint(Color::Strong, entry.name);
        if (isDuty) {
            const bool isBad = entry.kind == Kind::Overdue || entry.standing == "late";
            out_.text(": ").paint(isBad ? Color::Bad : Color::Open, choose(entry.standingLabel, options_.language));
        }
        out_.clauses(entry.clauses).end();
        const std::string& label = choose(entry.label, options_.language);
        if (!label.empty()) out_.at(indent).paint(Color::Faint, label).end();
        std::string owner = entry.owner;
        if (!entry.people.empty()) owner += (owner.empty() ? "" : ": ") + join(entry.people);
        if (!owner.empty()) out_.at(indent).text(owner).end();
    }

    void writeAwaited() {
        if (!agenda_.awaited.empty()) out_.paint(Color::Strong, say("Awaited", "待提供")).end();
        std::string caseName;
        for (const AgendaAwaited& awaited : agenda_.awaited) {
            if (awaited.caseName != caseName) out_.at(1).text(awaited.caseName).end();
            caseName = awaited.caseName;
            out_.at(2).paint(Color::Open, awaited.giver.empty() ? word(Word::FromNobody, options_.language) : awaited.giver).end();
            writeNames(say("events: ", "事件："), awaited.events);
            writeNames(say("not met: ", "未满足："), awaited.unmet);
            writeNames(say("missing: ", "缺少："), awaited.missing);
        }
    }

    void writeNames(const std::string& lead, const std::vector<std::string>& names) {
        if (names.empty()) return;
        const std::size_t shown = std::min(names.size(), shownNames);
        std::string list = join({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown)});
        if (shown < names.size()) {
            const std::string more = std::to_string(names.size() - shown);
            list += say(" and " + more + " more", " 等，另有 " + more + " 项");
        }
        out_.at(3).text(lead + list).end();
    }

    const Agenda& agenda_;
    const TextOptions& options_;
    TextWriter out_;
};

}  // namespace

std::string agendaText(const Agenda& agenda, const TextOptions& options) {
    return TextForm(agenda, options).run();
}

ordered_json agendaJson(const Agenda& agenda) {
    ordered_json json;
    json["schema_version"] = 1;
    json["from"] = agenda.from.text();
    json["to"] = agenda.to.text();
    json["person"] = itemJson(agenda.person);
    json["cases"] = ordered_json::array();
    for (const AgendaCase& one : agenda.cases)
        json["cases"].push_back({{"name", one.name}, {"as_of", one.asOf.text()}, {"people", one.people}});
    json["agenda"] = ordered_json::array();
    for (const AgendaEntry& entry : agenda.entries) {
        ordered_json one;
        one["on"] = entry.on ? ordered_json(entry.on->text()) : ordered_json();
        one["kind"] = kindKey(entry.kind);
        one["at_the_earliest"] = entry.atTheEarliest;
        one["case"] = entry.caseName;
        one["name"] = entry.name;
        one["about"] = itemJson(entry.owner);
        one["people"] = entry.people;
        one["status"] = itemJson(entry.standing);
        one["label"] = localJson(entry.label);
        one["clauses"] = entry.clauses;
        json["agenda"].push_back(std::move(one));
    }
    json["awaited"] = ordered_json::array();
    for (const AgendaAwaited& awaited : agenda.awaited) {
        ordered_json one;
        one["case"] = awaited.caseName;
        one["giver"] = itemJson(awaited.giver);
        one["events"] = awaited.events;
        one["not_met"] = awaited.unmet;
        one["missing"] = awaited.missing;
        json["awaited"].push_back(std::move(one));
    }
    return json;
}

std::string agendaCsv(const Agenda& agenda, Language language) {
    std::string text = csvLine({"on", "kind", "at the earliest", "case", "name", "about", "people", "status", "label", "clauses"});
    for (const AgendaEntry& entry : agenda.entries) {
        text += csvLine({entry.on ? entry.on->text() : std::string(), std::string(kindKey(entry.kind)), entry.atTheEarliest ? "yes" : "",
                         entry.caseName, entry.name, entry.owner, join(entry.people, " "), entry.standing, choose(entry.label, language),
                         join(entry.clauses, " ")});
    }
    return text;
}

}  // namespace assay::report

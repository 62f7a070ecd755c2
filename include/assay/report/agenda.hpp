#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assay/facts/facts.hpp"
#include "assay/report/view.hpp"

// What is due over many cases, who owns it, and what is awaited from whom.
namespace assay::report {

// Something to do or to keep in mind. A duty that is met, and a date that is over, are not among them.
struct AgendaEntry {
    enum class Kind {
        Overdue,  // a duty whose day has passed before the days asked about
        Due,      // a duty whose day is one of them
        Ahead,    // a date that a case gives or its rules find and that lies after the day of its judgement
        Open,     // an obligation without limit
    };
    Kind kind = Kind::Due;
    std::optional<quantity::Date> on;  // empty: Open
    bool atTheEarliest = false;        // the day may also be later
    std::string caseName;
    std::string name;                 // "notice[U1]", "findings[NC-01].reply_due"
    std::string owner;                // the party whose duty it is; empty: a date binds nobody by itself
    std::vector<std::string> people;  // whom the item names that it is about
    std::string standing;             // of a duty, as JSON spells it
    syntax::LocalText standingLabel;
    syntax::LocalText label;
    std::vector<std::string> clauses;
};

// What one of those who give facts, or bring events about, still has to give to a case.
struct AgendaAwaited {
    std::string caseName;
    std::string giver;                // as facts name it after `from`; empty: the rules name nobody
    std::vector<std::string> events;  // without which decisions are not reached
    std::vector<std::string> unmet;   // items of checklists that are not met
    std::vector<std::string> missing;
};

struct AgendaCase {
    std::string name;
    quantity::Date asOf;
    std::vector<std::string> people;  // whom the case names, by id
};

struct Agenda {
    quantity::Date from, to;
    std::string person;                  // empty: everybody
    std::vector<AgendaCase> cases;       // in the order given, those alone that name the person
    std::vector<AgendaEntry> entries;    // Overdue, then Due and Ahead by day, then Open; else in the order of cases and rules
    std::vector<AgendaAwaited> awaited;  // by case
};

// Collects case by case; nothing of a case is borrowed.
class AgendaBuilder {
public:
    // An empty person: everybody. Of a case that names the person it keeps what names nobody, or the person.
    AgendaBuilder(quantity::Date from, quantity::Date to, std::string person);

    void add(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const View& view);
    // Whoever stands in the register of persons of any case added.
    [[nodiscard]] const std::set<std::string>& registered() const { return registered_; }
    [[nodiscard]] Agenda take();

private:
    Agenda agenda_;
    std::set<std::string> registered_;
};

[[nodiscard]] std::string agendaText(const Agenda& agenda, const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json agendaJson(const Agenda& agenda);
// One line an entry, with a head.
[[nodiscard]] std::string agendaCsv(const Agenda& agenda, diagnostics::Language language);
// The entries that have a day, as whole-day events of a calendar (RFC 5545).
[[nodiscard]] std::string agendaCalendar(const Agenda& agenda, diagnostics::Language language);

}  // namespace assay::report

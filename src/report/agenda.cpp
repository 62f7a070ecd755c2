#include "assay/report/agenda.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "assay/facts/dated.hpp"
#include "assay/report/duty.hpp"
#include "assay/report/outstanding.hpp"
#include "assay/report/timeline.hpp"

namespace assay::report {

using check::ListId;
using check::Standing;
using check::TypeKind;
using evaluate::Conclusion;
using Kind = AgendaEntry::Kind;

namespace {

constexpr const char* personsName = "persons";

// The people that a case names: facts and fields that are items of the register of persons.
class Named {
public:
    Named(const facts::CaseFacts& facts, const check::Checked& rules, quantity::Date asOf) : facts_(facts), rules_(rules), asOf_(asOf) {
        for (std::size_t i = 0; i < rules.lists.size(); ++i) {
            if (rules.lists[ListId(i)].isRegister && rules.lists[ListId(i)].name == personsName) persons_ = ListId(i);
        }
    }

    [[nodiscard]] std::vector<std::string> inCase() const {
        std::set<std::string> ids;
        if (!persons_.valid()) return {};
        for (std::size_t i = 0; i < rules_.facts.size(); ++i)
            add(ids, facts_.facts[check::FactId(i)], rules_.facts[check::FactId(i)].type);
        for (std::size_t list = 0; list < rules_.lists.size(); ++list) {
            // What a register says of people concerns no case.
            if (!rules_.lists[ListId(list)].isRegister) addItems(ids, ListId(list), {});
        }
        return {ids.begin(), ids.end()};
    }

    // Of one item, by the name that it has in results.
    [[nodiscard]] std::vector<std::string> inItem(ListId list, const std::string& item) const {
        std::set<std::string> ids;
        if (persons_.valid()) addItems(ids, list, item);
        return {ids.begin(), ids.end()};
    }

private:
    void addItems(std::set<std::string>& ids, ListId list, const std::string& item) const {
        const std::vector<check::FieldId>& fields = rules_.records[rules_.lists[list].record].fields;
        const std::vector<facts::Item>& items = facts_.lists[list].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (facts::isKnownLater(facts_, rules_, list, i, asOf_)) continue;
            if (!item.empty() && facts::itemName(facts_, rules_, list, i) != item) continue;
            for (std::size_t field = 0; field < fields.size(); ++field)
                add(ids, items[i].fields[field], rules_.fields[fields[field]].type);
        }
    }

    void add(std::set<std::string>& ids, const facts::Entry& entry, const check::Type& type) const {
        if (type.list != persons_) return;
        const std::vector<facts::Item>& persons = facts_.lists[persons_].items;
        const auto one = [&](const facts::Scalar& value) {
            if (const auto* index = std::get_if<facts::ItemIndex>(&value)) ids.insert(persons[index->value].id);
        };
        if (entry.state == facts::Entry::State::Known) one(*entry.value);
        for (const facts::Scalar& element : entry.elements)
            one(element);
    }

    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    quantity::Date asOf_;
    ListId persons_;
};

class Reader {
public:
    Reader(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const View& view, Agenda& agenda)
        : result_(result), facts_(facts), view_(view), rules_(view.rules), named_(facts, view.rules, result.asOf), agenda_(agenda) {}

    void read() {
        std::vector<std::string> people = named_.inCase();
        if (!agenda_.person.empty() && !std::binary_search(people.begin(), people.end(), agenda_.person)) return;
        agenda_.cases.push_back({result_.name, result_.asOf, std::move(people)});
        for (const TimelineEntry& entry : listTimeline(result_, facts_, view_))
            dated(entry);
        for (const Conclusion& conclusion : result_.conclusions)
            if (isOpen(conclusion)) duty(conclusion, Kind::Open, std::nullopt);
        awaited();
    }

private:
    [[nodiscard]] const check::Declaration& declarationOf(const Conclusion& conclusion) const {
        return rules_.declarations[conclusion.decl];
    }
    [[nodiscard]] bool stands(const Conclusion& conclusion, Standing standing) const {
        return conclusion.outcome == static_cast<std::size_t>(standing);
    }
    [[nodiscard]] bool isOpen(const Conclusion& conclusion) const {
        return std::holds_alternative<check::Duty>(declarationOf(conclusion).body) && stands(conclusion, Standing::Open);
    }

    // A duty that was met late is no longer due.
    [[nodiscard]] bool isOver(const Conclusion& conclusion) const {
        return stands(conclusion, Standing::Met) || (conclusion.deadline.met && *conclusion.deadline.met <= result_.asOf);
    }

    void dated(const TimelineEntry& entry) {
        const bool isLater = entry.on > agenda_.to;
        const bool isEarlier = entry.on < agenda_.from;
        if (entry.kind == TimelineEntry::Kind::Due) {
            if (isLater || isOver(*entry.conclusion)) return;
            if (!isEarlier) return duty(*entry.conclusion, Kind::Due, entry.on);
            if (stands(*entry.conclusion, Standing::Late)) duty(*entry.conclusion, Kind::Overdue, entry.on);
            return;
        }
        if (isLater || isEarlier || entry.on <= result_.asOf) return;
        AgendaEntry ahead;
        ahead.kind = Kind::Ahead;
        ahead.on = entry.on;
        ahead.name = entry.name;
        ahead.label = timelineLabel(entry, rules_);
        if (entry.list.valid()) ahead.people = named_.inItem(entry.list, entry.item);
        if (entry.conclusion) {
            ahead.people = peopleOf(*entry.conclusion);
            ahead.clauses = entry.conclusion->clauses;
        }
        if (entry.ahead) {
            ahead.label = rules_.enumerations[declarationOf(*entry.conclusion).type.enumeration].enumerators[entry.ahead->to].label;
            ahead.clauses = entry.ahead->clauses;
        }
        add(std::move(ahead));
    }

    [[nodiscard]] std::vector<std::string> peopleOf(const Conclusion& conclusion) const {
        const std::vector<check::BinderId>& heading = declarationOf(conclusion).heading;
        return heading.empty() ? std::vector<std::string>{} : named_.inItem(rules_.binders[heading.back()].list, conclusion.item);
    }

    void duty(const Conclusion& conclusion, Kind kind, std::optional<quantity::Date> on) {
        const check::Declaration& declaration = declarationOf(conclusion);
        AgendaEntry entry;
        entry.kind = kind;
        entry.on = on;
        entry.atTheEarliest = on && !conclusion.deadline.due;
        entry.name = conclusionName(declaration.name, conclusion.item);
        entry.owner = rules_.parties[declaration.party].name;
        entry.people = peopleOf(conclusion);
        entry.standing = standingKey(conclusion, rules_);
        entry.standingLabel.english = standingText(conclusion, rules_, diagnostics::Language::English);
        entry.standingLabel.chinese = standingText(conclusion, rules_, diagnostics::Language::Chinese);
        entry.label = declaration.label;
        entry.clauses = conclusion.clauses;
        add(std::move(entry));
    }

    void add(AgendaEntry entry) {
        const std::vector<std::string>& people = entry.people;
        const bool isOthers = !people.empty() && std::find(people.begin(), people.end(), agenda_.person) == people.end();
        if (!agenda_.person.empty() && isOthers) return;
        entry.caseName = result_.name;
        agenda_.entries.push_back(std::move(entry));
    }

    AgendaAwaited& awaitedFrom(const std::string& giver, std::vector<AgendaAwaited>& list) const {
        const auto known = std::find_if(list.begin(), list.end(), [&giver](const AgendaAwaited& one) { return one.giver == giver; });
        return known != list.end() ? *known : list.emplace_back(AgendaAwaited{result_.name, giver, {}, {}, {}});
    }

    // Events that decisions wait for, then what listOutstanding says.
    void awaited() {
        std::vector<AgendaAwaited> list;
        for (const check::Party& party : rules_.parties)
            (void)awaitedFrom(party.name, list);
        for (const Conclusion& conclusion : result_.conclusions) {
            if (conclusion.status != evaluate::Status::NotYet || conclusion.awaits.empty()) continue;
            for (const std::string& giver : giversOf(conclusion.awaits)) {
                std::vector<std::string>& events = awaitedFrom(giver, list).events;
                if (std::find(events.begin(), events.end(), conclusion.awaits) == events.end()) events.push_back(conclusion.awaits);
            }
        }
        for (const Outstanding& letter : listOutstanding(result_, view_)) {
            AgendaAwaited& from = awaitedFrom(letter.giver, list);
            for (const UnmetItem& item : letter.unmet)
                from.unmet.push_back(unmetName(item, rules_));
            for (const MissingEntry& entry : letter.missing)
                from.missing.push_back(entry.missing.fact);
        }
        for (AgendaAwaited& one : list) {
            if (!one.events.empty() || !one.unmet.empty() || !one.missing.empty()) agenda_.awaited.push_back(std::move(one));
        }
    }

    [[nodiscard]] std::vector<std::string> giversOf(const std::string& event) const {
        const std::optional<check::FactId> fact = rules_.findFact(event);
        if (fact && !rules_.facts[*fact].from.empty()) return rules_.facts[*fact].from;
        return {std::string()};
    }

    const evaluate::CaseResult& result_;
    const facts::CaseFacts& facts_;
    const View& view_;
    const check::Checked& rules_;
    Named named_;
    Agenda& agenda_;
};

// Overdue first, then day by day, then what has no day.
std::tuple<int, quantity::Date> rank(const AgendaEntry& entry) {
    const int group = entry.kind == Kind::Overdue ? 0 : entry.kind == Kind::Open ? 2 : 1;
    return {group, entry.on.value_or(quantity::Date())};
}

}  // namespace

AgendaBuilder::AgendaBuilder(quantity::Date from, quantity::Date to, std::string person) {
    agenda_.from = from;
    agenda_.to = to;
    agenda_.person = std::move(person);
}

void AgendaBuilder::add(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const View& view) {
    for (std::size_t i = 0; i < view.rules.lists.size(); ++i) {
        const check::List& list = view.rules.lists[ListId(i)];
        if (!list.isRegister || list.name != personsName) continue;
        for (const facts::Item& person : facts.lists[ListId(i)].items)
            registered_.insert(person.id);
    }
    Reader(result, facts, view, agenda_).read();
}

Agenda AgendaBuilder::take() {
    std::stable_sort(agenda_.entries.begin(), agenda_.entries.end(),
                     [](const AgendaEntry& a, const AgendaEntry& b) { return rank(a) < rank(b); });
    return std::move(agenda_);
}

}  // namespace assay::report

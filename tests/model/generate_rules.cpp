#include "generate_rules.hpp"

#include <algorithm>

namespace assay::model {

namespace {

std::string typeText(const Slot& slot, const Shape& shape) {
    std::string text;
    switch (slot.kind) {
        case Kind::Bool:
            text = "bool";
            break;
        case Kind::Enum:
            text = shape.enumerations[slot.enumeration].name;
            break;
        case Kind::Count:
            text = slot.bounded ? "count 0..9" : "count";
            break;
        case Kind::Number:
            text = "number";
            break;
        case Kind::Ratio:
            text = "ratio";
            break;
        case Kind::Quantity:
            text = "t";
            break;
        case Kind::Date:
            text = "date";
            break;
        case Kind::Days:
            text = "days";
            break;
        case Kind::Months:
            text = "months";
            break;
        case Kind::Text:
            text = "text";
            break;
        case Kind::EnumList:
            text = "list of " + shape.enumerations[slot.enumeration].name;
            break;
        case Kind::Item:
            text = "item of " + shape.lists[slot.list].name;
            break;
        case Kind::Groups:
            text = "list of list of item of " + shape.lists[slot.list].name;
            break;
    }
    if (slot.judgement) text = "judgement by judge";
    if (slot.optional) text += "?";
    if (slot.absentIsNone) text += " absent is none";
    return text;
}

class RulesGenerator {
public:
    explicit RulesGenerator(Random& random) : random_(random), expressions_(random, rules_.shape, declared_) {}

    RulesText run() {
        header();
        enumerations();
        lists();
        facts();
        quantities();
        stages();
        add("define wide : bool\n  cites P1\n  reads AMB-1\n  default AMB-1 is wide\n");  // a reading that nothing tests is an error
        declared_.push_back({"wide", Declared::Form::Define, Kind::Bool, 0, {}, {}, std::nullopt});
        for (std::size_t tables = random_.below(3); tables > 0; --tables)
            table();
        for (std::size_t count = random_.between(3, 7); count > 0; --count) {
            switch (random_.below(18)) {
                case 14:
                case 15:
                    partition();
                    break;
                case 16:
                case 17:
                    lifecycle();
                    break;
                case 0:
                case 1:
                case 2:
                    rule();
                    break;
                case 3:
                case 4:
                case 5:
                    decide();
                    break;
                case 6:
                case 7:
                case 8:
                    define();
                    break;
                case 11:
                case 12:
                    duty();
                    break;
                case 9:
                case 10:
                    checklist();
                    break;
                default:
                    flag();
                    break;
            }
        }
        return std::move(rules_);
    }

private:
    void add(std::string text) { rules_.declarations.push_back(std::move(text)); }
    std::string name(const char* prefix) { return prefix + std::to_string(++names_); }

    void header() {
        add("ruleset generated.rules\n  title en \"generated\"\n  clauses from \"clauses.toml\"\n  parties client, body\n  roles judge\n"
            "  months clamp to month end\n");
        add("reading AMB-1 : wide | narrow\n  cites P1\n  takes wide\n");
    }

    void enumerations() {
        rules_.shape.enumerations = {{"colour", false, {"red", "green", "blue"}},
                                     {"level", true, {"low", "middle", "high"}},
                                     {"deed", false, {"granted", "paused", "resumed", "withdrawn", "undone"}}};
        if (random_.chance(50)) rules_.shape.enumerations[0].enumerators.pop_back();
        for (const Enumeration& enumeration : rules_.shape.enumerations) {
            std::string text = "enum " + enumeration.name + (enumeration.ordered ? " ordered" : "") + "\n";
            for (const std::string& enumerator : enumeration.enumerators)
                text += "  " + enumerator + "\n";
            add(text);
        }
    }

    Slot slot(std::string slotName, Kind kind) {
        Slot slot;
        slot.name = std::move(slotName);
        slot.kind = kind;
        slot.enumeration = random_.below(2);
        slot.bounded = kind == Kind::Count && random_.chance(50);
        return slot;
    }

    void lists() {
        ListShape findings{"findings", "finding", "f", {}, std::nullopt, random_.chance(50)};
        findings.fields = {slot("big", Kind::Bool), slot("hue", Kind::Enum), slot("size", Kind::Count)};
        if (findings.dated) findings.fields.push_back(slot("seen", Kind::Date));
        Slot closed = slot("closed", Kind::Date);
        closed.optional = true;
        closed.absentIsNone = random_.chance(50);
        findings.fields.push_back(closed);
        rules_.shape.lists.push_back(findings);
        if (random_.chance(50)) {
            ListShape units{"units", "site", "u", {slot("heavy", Kind::Bool), slot("mass", Kind::Quantity)}, std::nullopt, false};
            if (random_.chance(40)) {
                units.fields.push_back(slot("checked", Kind::Bool));
                units.fields.back().judgement = true;
            }
            rules_.shape.lists.push_back(units);
            if (random_.chance(70)) {
                rules_.shape.lists.push_back({"parts", "part", "s", {slot("worn", Kind::Bool), slot("rise", Kind::Ratio)}, 1, false});
            }
        }
        if (random_.chance(50)) deeds();
        for (std::size_t i = rules_.shape.lists.size(); i > 0; --i) {
            const ListShape& list = rules_.shape.lists[i - 1];
            std::string text = "record " + list.record + (list.dated ? " dated by seen" : "") + "\n";
            for (const Slot& field : list.fields)
                text += "  " + field.name + " " + typeText(field, rules_.shape) + "\n";
            for (const ListShape& inner : rules_.shape.lists) {
                if (inner.parent == i - 1) text += "  " + inner.name + " list of " + inner.record + "\n";
            }
            add(text);
        }
        for (const ListShape& list : rules_.shape.lists) {
            if (!list.parent) add("fact " + list.name + " list of " + list.record + "\n");
        }
    }

    // The acts that a lifecycle follows, of the case or of each unit.
    void deeds() {
        ListShape events{"events",     "event", "e", {slot("act", Kind::Enum), slot("on", Kind::Date), slot("sound", Kind::Bool)},
                         std::nullopt, false};
        events.fields.front().enumeration = 2;
        const bool hasUnits = rules_.shape.lists.size() > 1;
        if (hasUnits && random_.chance(50)) {
            events.parent = 1;
        } else {
            Slot undoes = slot("undoes", Kind::Item);
            undoes.list = rules_.shape.lists.size();
            undoes.optional = true;
            events.fields.push_back(undoes);
        }
        rules_.shape.lists.push_back(events);
    }

    // What the quantification gives: of the case, or of the items of one list.
    void quantities() {
        for (const auto& [quantityName, kind] : std::vector<std::pair<std::string, Kind>>{
                 {"lot.mass", Kind::Quantity}, {"lot.share", Kind::Ratio}, {"lot.closed", Kind::Bool}}) {
            if (!random_.chance(60)) continue;
            Slot quantity = slot(quantityName, kind);
            quantity.quantified = true;
            quantity.optional = kind == Kind::Ratio;
            std::string text = "quantity " + quantity.name + " " + typeText(quantity, rules_.shape);
            if (random_.chance(40)) {
                rules_.shape.facts.push_back(quantity);
            } else {
                const std::size_t chosen = random_.below(rules_.shape.lists.size());
                ListShape& list = rules_.shape.lists[chosen];
                text += headingText(list);
                list.fields.push_back(quantity);
            }
            add(text + "\n");
        }
    }

    [[nodiscard]] std::string headingText(const ListShape& list) const {
        if (!list.parent) return " for " + list.variable + " in " + list.name;
        const ListShape& outer = rules_.shape.lists[*list.parent];
        return " for " + outer.variable + " in " + outer.name + ", " + list.variable + " in " + outer.variable + "." + list.name;
    }

    void facts() {
        std::vector<Slot>& facts = rules_.shape.facts;
        for (std::size_t i = random_.between(2, 3); i > 0; --i)
            facts.push_back(slot("b" + std::to_string(i), Kind::Bool));
        facts.push_back(slot("area.flag", Kind::Bool));
        facts.push_back(slot("verdict", Kind::Bool));
        facts.back().judgement = true;
        facts.push_back(slot("hue1", Kind::Enum));
        facts.push_back(slot("hue2", Kind::Enum));
        facts.push_back(slot("n1", Kind::Count));
        facts.push_back(slot("d1", Kind::Date));
        for (const auto& [factName, kind] : std::vector<std::pair<std::string, Kind>>{{"area.n2", Kind::Count},
                                                                                      {"x1", Kind::Number},
                                                                                      {"p1", Kind::Ratio},
                                                                                      {"p2", Kind::Ratio},
                                                                                      {"q1", Kind::Quantity},
                                                                                      {"d2", Kind::Date},
                                                                                      {"y1", Kind::Days},
                                                                                      {"m1", Kind::Months},
                                                                                      {"txt", Kind::Text},
                                                                                      {"set1", Kind::EnumList},
                                                                                      {"set2", Kind::EnumList}}) {
            if (random_.chance(55)) facts.push_back(slot(factName, kind));
            if (kind == Kind::EnumList && !facts.empty() && facts.back().kind == kind) facts.back().enumeration = 0;
        }
        for (const auto& [factName, kind] : std::vector<std::pair<std::string, Kind>>{
                 {"od1", Kind::Date}, {"od2", Kind::Date}, {"on1", Kind::Count}, {"ob1", Kind::Bool}}) {
            if (!random_.chance(60)) continue;
            facts.push_back(slot(factName, kind));
            facts.back().optional = true;
            facts.back().bounded = false;
            facts.back().absentIsNone = factName == "od1";
        }
        if (!rules_.shape.lists.front().dated && random_.chance(60)) facts.push_back(slot("main", Kind::Item));
        if (!rules_.shape.lists.front().dated && random_.chance(70)) facts.push_back(slot("split", Kind::Groups));
        for (const Slot& fact : facts)
            add("fact " + fact.name + " " + typeText(fact, rules_.shape) + " from client\n");
        for (const char* event : {"visit.start", "check.start"}) {
            facts.push_back(slot(event, Kind::Date));
            facts.back().optional = true;
            facts.back().absentIsNone = true;
            add("fact " + facts.back().name + " date? absent is none from time\n");
        }
    }

    void stages() {
        add("stage visit entered on visit.start\n  cites P1\n");
        expressions_.allowReading(false);
        add("stage inspection entered on check.start skipped when " + expressions_.truth(1) + "\n  cites P1\n");
        expressions_.allowReading(true);
    }

    // `for ..`, and the variables put in scope. The list of the innermost variable.
    std::optional<std::size_t> heading(std::string& text) {
        expressions_.leaveAll();
        expressions_.forgetReading();
        if (random_.chance(50)) return std::nullopt;
        const std::size_t chosen = random_.below(rules_.shape.lists.size());
        const ListShape& list = rules_.shape.lists[chosen];
        text += headingText(list);
        if (list.parent) expressions_.enter({rules_.shape.lists[*list.parent].variable, *list.parent});
        expressions_.enter({list.variable, chosen});
        return chosen;
    }

    std::string sources() const { return expressions_.testedReading() ? "  cites P1\n  reads AMB-1\n" : "  cites P1\n"; }

    std::string stage(bool mayBeSkipped) {
        if (!random_.chance(20)) return "";
        return mayBeSkipped && random_.chance(60) ? " at inspection" : " at visit";
    }

    void rule() {
        Declared rule{name("rule"), Declared::Form::Truth, Kind::Bool, 0, {}, {}, std::nullopt};
        std::string text = "rule " + rule.name;
        rule.list = heading(text);
        text += stage(true) + "\n";
        std::string parts;
        if (random_.chance(40)) parts += "  when " + expressions_.truth(1) + "\n";
        parts += "  require " + expressions_.truth(3) + "\n";
        add(text + sources() + parts);
        declared_.push_back(rule);
    }

    void checklist() {
        Declared checklist{name("list"), Declared::Form::Checklist, Kind::Bool, 0, {}, {}, std::nullopt};
        std::string text = "checklist " + checklist.name;
        checklist.list = heading(text);
        text += stage(true);
        const bool prefixed = random_.chance(40);
        if (prefixed) text += " of area";
        std::string parts;
        if (random_.chance(25)) parts += "  when " + expressions_.truth(1) + "\n";
        if (prefixed) parts += "  item flag" + condition();
        for (std::size_t items = random_.between(1, 3); items > 0; --items)
            parts += "  item i" + std::to_string(items) + " require " + expressions_.truth(2) + condition();
        add(text + "\n" + sources() + parts);
        declared_.push_back(checklist);
    }

    std::string condition() { return (random_.chance(50) ? " when " + expressions_.truth(1) : "") + "\n"; }

    void flag() {
        const bool isFlag = random_.chance(70);
        Declared flag{name(isFlag ? "flag" : "clash"), Declared::Form::Truth, Kind::Bool, 0, {}, {}, std::nullopt};
        std::string text = (isFlag ? "flag " : "contradiction ") + flag.name;
        flag.list = heading(text);
        const std::string parts = "  when " + expressions_.truth(2) + "\n";
        add(text + "\n" + sources() + parts);
        if (isFlag) declared_.push_back(flag);
    }

    void decide() {
        Declared decide{name("choice"), Declared::Form::Decide, Kind::Enum, 0, {}, {}, std::nullopt};
        std::string text = "decide " + decide.name;
        decide.list = heading(text);
        text += stage(true);
        if (random_.chance(60)) text += " in order";
        const bool typed = random_.chance(40);
        if (typed) {
            const Enumeration& type = rules_.shape.enumerations[random_.below(2)];
            text += " : " + type.name;
            decide.outcomes = type.enumerators;
        } else {
            for (const char* suffix : {"_yes", "_no", "_other"})
                decide.outcomes.push_back(decide.name + suffix);
        }
        std::string parts;
        if (random_.chance(25)) parts += "  when " + expressions_.truth(1) + "\n";
        if (random_.chance(20)) parts += "  not yet when " + expressions_.truth(random_.chance(50) ? 0 : 1) + " awaits visit.start\n";
        const std::size_t count = random_.between(2, decide.outcomes.size());
        if (!typed) decide.outcomes.resize(count);  // the outcomes are the enumeration
        const bool otherwise = random_.chance(65);
        const std::vector<std::string> marks = {"", " favourable", " adverse", " neutral"};
        for (std::size_t i = 0; i < count; ++i) {
            const bool isLast = i + 1 == count;
            parts += "  " + decide.outcomes[i] + random_.pick(marks) +
                     (isLast && otherwise ? " otherwise" : " when " + expressions_.truth(2)) + "\n";
        }
        add(text + "\n" + sources() + parts);
        declared_.push_back(decide);
    }

    std::string limit(bool mayBeMonths) {
        const std::string number = std::to_string(random_.pick<int>({0, 1, 3, 20, 90}));
        const std::string unit = random_.pick<std::string>({" days", " days", " working days", mayBeMonths ? " months" : " days"});
        return number + unit;
    }

    // A date, one that may be none where the rules have it.
    std::string mayBeNone() {
        std::vector<std::string> dates = {"visit.start", "check.start", "d1"};
        for (const Slot& fact : rules_.shape.facts) {
            if (fact.name == "od1" || fact.name == "od2") dates.push_back(fact.name);
        }
        return random_.pick(dates);
    }

    void duty() {
        Declared duty{name("duty"), Declared::Form::Decide, Kind::Enum, 0, {}, {}, std::nullopt};
        duty.outcomes = {"not_arisen", "running", "met", "late"};
        std::string text = "duty " + duty.name;
        duty.list = heading(text);
        text += stage(true);
        std::string parts;
        if (random_.chance(50)) parts += "  when " + expressions_.truth(1) + "\n";
        const bool pauses = random_.chance(50);
        const std::string length = limit(!pauses);
        const std::vector<Slot>& facts = rules_.shape.facts;
        const bool hasPeriod = std::any_of(facts.begin(), facts.end(), [](const Slot& fact) { return fact.name == "y1"; });
        const bool byFact = hasPeriod && random_.chance(25);
        parts += "  runs " + (byFact ? "y1" : length) + " after " + mayBeNone() + "\n";
        if (pauses) {
            parts += "  pausing z.closed to " + mayBeNone() + " for z in findings";
            if (random_.chance(60)) parts += " where z.big";
            parts += "\n";
        }
        parts += "  met by " + mayBeNone() + "\n";
        const bool countsWorkingDays = !byFact && length.ends_with("working days");
        if (!countsWorkingDays && random_.chance(40))
            parts += random_.chance(50) ? "  rolls over\n" : "  rolls over when " + expressions_.truth(1) + "\n";
        add(text + "\n" + sources() + parts);
        declared_.push_back(duty);
    }

    // Keys are fields of the items, conditions of steps the keys of the first step and facts of the case.
    void partition() {
        expressions_.leaveAll();
        expressions_.forgetReading();
        const bool agrees =
            std::any_of(rules_.shape.facts.begin(), rules_.shape.facts.end(), [](const Slot& fact) { return fact.kind == Kind::Groups; });
        const bool ofFindings = rules_.shape.lists.size() == 1 || rules_.shape.lists[1].name != "units" || random_.chance(70);
        Declared partition{name("parts"), Declared::Form::Partition, Kind::Bool, 0, {}, {}, ofFindings ? 0U : 1U};
        const ListShape& list = rules_.shape.lists[*partition.list];
        std::string text = "partition " + partition.name + " of p in " + list.name + stage(false) + "\n";
        const std::string first = ofFindings ? "hue" : "heavy";
        const std::string isFirst =
            ofFindings ? "p.hue is " + rules_.shape.enumerations[list.fields[1].enumeration].enumerators.front() : "p.heavy";
        std::vector<std::string> steps = {"by p." + first};
        const auto condition = [&]() -> std::string {
            if (random_.chance(40)) return "";
            if (random_.chance(50)) return "  when " + isFirst;
            return "  when " + expressions_.truth(0);
        };
        const std::vector<std::string> keys = ofFindings ? std::vector<std::string>{"p.big", "p.size", "p.closed", "p.size, p.big"}
                                                         : std::vector<std::string>{"p.mass", "p.mass > 1 t"};
        if (random_.chance(60)) steps.push_back("by " + random_.pick(keys) + condition());
        const bool withPairs = agrees && ofFindings && random_.chance(70);
        if (withPairs) {
            steps.push_back("apart a, b where " +
                            random_.pick<std::string>({"abs(a.size - b.size) > 1", "a.size > b.size + 1", "a.big and not b.big",
                                                       "a.size is b.size and a.big is true and b.big is true"}) +
                            condition());
        }
        std::string parts;
        for (std::size_t index = 0; index < steps.size(); ++index)
            parts += "  step s" + std::to_string(index) + " " + steps[index] + "\n";
        if (withPairs || (agrees && ofFindings && random_.chance(50))) parts += "  agreed by split\n";
        add(text + sources() + parts);
        declared_.push_back(partition);
    }

    void lifecycle() {
        std::size_t events = 0;
        while (events < rules_.shape.lists.size() && rules_.shape.lists[events].name != "events")
            ++events;
        if (events == rules_.shape.lists.size()) return duty();
        Declared life{name("life"), Declared::Form::Lifecycle, Kind::Enum, 0, {}, {}, std::nullopt};
        std::string text = "lifecycle " + life.name;
        const std::optional<std::size_t> parent = rules_.shape.lists[events].parent;
        if (parent) {
            expressions_.leaveAll();
            expressions_.forgetReading();
            text += headingText(rules_.shape.lists[*parent]);
            expressions_.enter({rules_.shape.lists[*parent].variable, *parent});
            life.list = parent;
            text += " of e in u.events";
        } else {
            // A heading over the acts themselves would name its variable as this one.
            do {
                text = "lifecycle " + life.name;
                life.list = heading(text);
            } while (life.list == events);
            text += " of e in events";
        }
        expressions_.enter({"e", events});
        const auto guard = [&] {
            return random_.chance(40) ? " when " + (random_.chance(50) ? "e.sound" : expressions_.truth(1)) : std::string();
        };
        life.outcomes = {"start", life.name + "_live"};
        const std::string live = life.name + "_live";
        std::string lives = live;
        std::string parts = "  granted : start -> " + live + guard() + "\n";
        if (random_.chance(70)) {
            const std::string idle = life.name + "_idle";
            parts += "  paused : " + live + " -> " + idle + guard() + "\n";
            if (random_.chance(80))
                parts += "  resumed : " + idle + (random_.chance(30) ? ", " + live : "") + " -> " + live + guard() + "\n";
            lives += ", " + idle;
            life.outcomes.push_back(idle);
        }
        if (random_.chance(60)) {
            parts += "  withdrawn : " + lives + " -> " + life.name + "_gone" + guard() + "\n";
            life.outcomes.push_back(life.name + "_gone");
        }
        if (!parent && random_.chance(60)) parts += "  undone : annuls e.undoes" + guard() + "\n";
        if (random_.chance(60)) {
            parts += "  after " + mayBeNone() + " : " + lives + " -> " + life.name + "_over\n";
            life.outcomes.push_back(life.name + "_over");
        }
        add(text + "\n" + sources() + parts);
        declared_.push_back(life);
    }

    void define() {
        Declared define{name("value"), Declared::Form::Define, Kind::Bool, random_.below(2), {}, {}, std::nullopt};
        define.kind = random_.pick<Kind>({Kind::Bool, Kind::Count, Kind::Ratio, Kind::Quantity, Kind::Date, Kind::Number, Kind::Enum,
                                          Kind::Days, Kind::Months, Kind::Bool, Kind::Count});
        std::string text = "define " + define.name;
        define.list = heading(text);
        text += stage(false);
        Slot type;
        type.kind = define.kind;
        type.enumeration = define.enumeration;
        text += " : " + typeText(type, rules_.shape) + "\n";
        std::string parts = "  default " + expressions_.of(define.kind, define.enumeration, 2) + "\n";
        const std::size_t exceptions = random_.chance(50) ? random_.between(1, 3) : 0;
        for (std::size_t i = 0; i < exceptions; ++i) {
            parts += "  except e" + std::to_string(i) + ": " +
                     expressions_.of(define.kind, define.enumeration, random_.chance(50) ? 0 : 2) + " when " + expressions_.truth(1);
            if (i > 0 && random_.chance(60)) parts += " over e" + std::to_string(random_.below(i));
            parts += "\n";
        }
        add(text + sources() + parts);
        declared_.push_back(define);
    }

    std::string cell(const Slot& parameter, std::size_t row, bool complete) {
        if (random_.chance(12)) return "any";
        if (parameter.optional && random_.chance(25)) return "none";
        if (parameter.kind == Kind::Count) {
            const std::vector<std::string> cover = {"..1", "2..3", "4.."};
            if (complete || random_.chance(50)) return cover[row % 3];
            return random_.pick<std::string>({"0", "1, 3", "< 2", ">= 3", "> 1 < 4", "2..3"});
        }
        if (parameter.kind == Kind::Enum) return random_.pick(rules_.shape.enumerations[parameter.enumeration].enumerators);
        if (parameter.kind == Kind::Ratio) return random_.pick<std::string>({"< 10 %", ">= 10 %", "5..10 %", "> 0 %", "12.5 %"});
        if (parameter.kind == Kind::Bool) return random_.chance(50) ? "true" : "false";
        return random_.pick<std::string>({"< 2025-03-31", ">= 2025-03-31", "2025-01-01..2025-06-30"});
    }

    void table() {
        expressions_.leaveAll();
        Declared table{name("table"), Declared::Form::Table, random_.pick<Kind>({Kind::Count, Kind::Ratio, Kind::Quantity}), 0, {}, {},
                       std::nullopt};
        const std::size_t width = random_.between(1, 2);
        std::string parameters;
        std::string columns = "  |";
        for (std::size_t i = 0; i < width; ++i) {
            Slot parameter = slot("a" + std::to_string(i),
                                  random_.pick<Kind>({Kind::Count, Kind::Count, Kind::Enum, Kind::Ratio, Kind::Date, Kind::Bool}));
            parameter.optional = parameter.kind == Kind::Date || (parameter.kind == Kind::Count && random_.chance(30));
            parameter.bounded = false;
            parameters += (i == 0 ? "" : ", ") + parameter.name + " : " + typeText(parameter, rules_.shape);
            columns += " " + parameter.name + " |";
            table.parameters.push_back(parameter);
        }
        Slot output;
        output.kind = table.kind;
        const bool complete = random_.chance(50);
        const bool first = random_.chance(40);
        std::string text = "table " + table.name + " (" + parameters + ") : " + typeText(output, rules_.shape) + "\n  cites P1\n";
        std::string rows;
        bool reads = false;
        const std::size_t count = random_.between(2, 4);
        for (std::size_t row = 0; row < count; ++row) {
            rows += "  |";
            for (const Slot& parameter : table.parameters)
                rows += " " + cell(parameter, row, complete) + " |";
            rows += " " + expressions_.literal(table.kind) + " |";
            if (random_.chance(10)) {
                rows += " when AMB-1 is wide";
                reads = true;
            }
            rows += "\n";
        }
        if (reads) text += "  reads AMB-1\n";
        add(text + "  hit " + (first ? "first" : "unique") + (complete ? " complete" : "") + "\n" + columns + " out |\n" + rows);
        declared_.push_back(table);
    }

    Random& random_;
    RulesText rules_;
    std::vector<Declared> declared_;
    ExpressionGenerator expressions_;
    std::size_t names_ = 0;
};

}  // namespace

std::string RulesText::text() const {
    std::string text;
    for (const std::string& declaration : declarations)
        text += (text.empty() ? "" : "\n") + declaration;
    return text;
}

RulesText generateRules(Random& random) {
    return RulesGenerator(random).run();
}

Pair generatePair(std::uint64_t seed) {
    Random random(seed);
    Pair pair;
    pair.seed = seed;
    pair.rules = generateRules(random);
    pair.facts = generateCase(random, pair.rules.shape);
    return pair;
}

}  // namespace assay::model

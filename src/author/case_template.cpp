#include "assay/author/case_template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "assay/facts/written.hpp"

namespace assay::author {

using check::Checked;
using check::ListId;
using check::Quality;
using check::TypeKind;
using diagnostics::Language;
using quantity::Rational;

namespace {

bool isRecordList(const check::Type& type) {
    return type.kind == TypeKind::List && type.element == TypeKind::Record;
}

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// A text of the rules as the rest of a comment's line.
std::string onOneLine(std::string text) {
    std::replace_if(text.begin(), text.end(), isControl, ' ');
    return text;
}

// A TOML string; what would close it or begin an escape becomes a blank.
std::string quoted(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return isControl(c) || c == '"' || c == '\\'; }, ' ');
    return "\"" + text + "\"";
}

class Writer {
public:
    Writer(const Checked& rules, const CaseHeader& header) : rules_(rules), header_(header) {}

    std::string run() {
        preamble();
        rootFacts();
        caseTable();
        evidence();
        groups();
        lists();
        return std::move(out_);
    }

private:
    void line(std::string_view text) { fmt::format_to(std::back_inserter(out_), "{}\n", text); }
    void prose(const std::string& text) { line(text.empty() ? "#" : "# " + onOneLine(text)); }
    void example(const std::string& text) { line("#" + text); }
    void gap() { out_ += '\n'; }

    // In both languages, the chosen one first; what the rules do not say is left out.
    void both(const std::string& english, const std::string& chinese) {
        const bool chineseFirst = header_.language == Language::Chinese;
        const std::string& first = chineseFirst ? chinese : english;
        const std::string& second = chineseFirst ? english : chinese;
        if (!first.empty()) prose(first);
        if (!second.empty()) prose(second);
    }

    void heading(const std::string& english, const std::string& chinese) {
        gap();
        const bool chineseFirst = header_.language == Language::Chinese;
        prose(fmt::format("---- {} / {} ----", chineseFirst ? chinese : english, chineseFirst ? english : chinese));
    }

    void preamble() {
        both(rules_.ruleset.title.english, rules_.ruleset.title.chinese);
        prose("");
        both("A line that begins with # and no blank is an example: take the # away and write what is true.",
             "以 # 开头且其后没有空格的行是示例：去掉 # 并改写为真实内容。");
        both("Leave what you do not know as it is: unknown is never taken for false.", "不知道的内容保持原样：未知不会被当作“否”。");
        both("Any value may carry its evidence: key = { value = ..., evidence = \"E01\" }.",
             "任何值都可以附上证据：key = { value = ..., evidence = \"E01\" }。");
        both("A value known within bounds: key = { min = ..., max = ... }. An optional one that does not exist: key = { none = true }.",
             "只知道范围的值：key = { min = ..., max = ... }。确定不存在的可选值：key = { none = true }。");
    }

    void caseTable() {
        heading("The case", "案例");
        line("[case]");
        line("name = " + quoted(header_.name));
        line("ruleset = " + quoted(rules_.ruleset.id));
        both("The day on which the case is judged; what was recorded later does not count.", "评价日期；此后记录的内容不予考虑。");
        line("as_of = " + header_.asOf.text());
        example("title = { en = \"What the case is about\", zh = \"案例标题\" }");
    }

    void evidence() {
        heading("Evidence, one block each", "证据，每份一段");
        example("[[evidence]]");
        example("id = \"E01\"");
        example("title = \"Application form\"");
    }

    // Facts whose name has no dot stand before the first table.
    void rootFacts() {
        for (const check::Fact& fact : rules_.facts) {
            if (isLeftOut(fact) || fact.name.find('.') != std::string::npos) continue;
            gap();
            describe(fact);
            assign(fact.name, fact, exampleOf(fact));
        }
    }

    void groups() {
        for (const std::string& group : groupNames()) {
            gap();
            line("[" + group + "]");
            for (const check::Fact& fact : rules_.facts) {
                if (isLeftOut(fact) || groupOf(fact.name) != group) continue;
                gap();
                describe(fact);
                assign(fact.name.substr(group.size() + 1), fact, exampleOf(fact));
            }
        }
    }

    // Lists have a section of their own; what is computed no case writes.
    static bool isLeftOut(const check::Fact& fact) { return isRecordList(fact.type) || fact.quantified; }

    static std::string groupOf(const std::string& name) {
        const std::size_t dot = name.rfind('.');
        return dot == std::string::npos ? std::string() : name.substr(0, dot);
    }

    [[nodiscard]] std::vector<std::string> groupNames() const {
        std::vector<std::string> names;
        for (const check::Fact& fact : rules_.facts) {
            const std::string group = groupOf(fact.name);
            const bool isKnown = std::find(names.begin(), names.end(), group) != names.end();
            if (!isLeftOut(fact) && !group.empty() && !isKnown) names.push_back(group);
        }
        return names;
    }

    void lists() {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const ListId id(i);
            if (!rules_.lists[id].fact.valid()) continue;
            const check::Fact& fact = rules_.facts[rules_.lists[id].fact];
            heading("List " + fact.name + ", one block an item", "列表 " + fact.name + "，每项一段");
            describe(fact);
            if (rules_.lists[id].isRegister) {
                both("Its items come from the shared register of that name.", "其各项来自同名的共享登记表。");
                continue;
            }
            item(id, 1);
            if (isPairedWithItself(id)) item(id, 2);
        }
    }

    // A fact of two items of one list has no example without a second item.
    [[nodiscard]] bool isPairedWithItself(ListId id) const {
        return std::any_of(rules_.facts.begin(), rules_.facts.end(),
                           [id](const check::Fact& fact) { return fact.pair.size() == 2 && fact.pair[0] == id && fact.pair[1] == id; });
    }

    void item(ListId id, int number) {
        const check::List& list = rules_.lists[id];
        gap();
        example("[[" + list.name + "]]");
        example("id = " + quoted(itemId(id, number)));
        std::vector<ListId> nested;
        for (const check::FieldId fieldId : rules_.records[list.record].fields) {
            const check::Field& field = rules_.fields[fieldId];
            if (field.quantified) continue;
            if (isRecordList(field.type)) {
                nested.push_back(nestedList(id, fieldId));
            } else {
                if (number == 1) describe(field);
                assign(field.name, field, exampleOf(field));
            }
        }
        for (const ListId inner : nested) {
            if (number == 1) describe(rules_.fields[rules_.lists[inner].field]);
            item(inner, number);
        }
    }

    [[nodiscard]] ListId nestedList(ListId parent, check::FieldId field) const {
        for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
            const check::List& list = rules_.lists[ListId(i)];
            if (list.parent == parent && list.field == field) return ListId(i);
        }
        return {};
    }

    // An example, but prose where its value must be the id of an item that a shared register holds.
    void assign(const std::string& key, const Quality& quality, const std::string& value) {
        const bool namesItem = quality.type.list.valid() && rules_.lists[quality.type.list].isRegister;
        const bool namesPerson = quality.judgement && rules_.people().has_value();
        if (namesItem || namesPerson) {
            out_ += "# " + key + " = " + value + '\n';
        } else {
            example(key + " = " + value);
        }
    }

    [[nodiscard]] std::string itemId(ListId id, int number) const {
        const std::string& name = rules_.lists[id].name;
        return name.substr(name.rfind('.') + 1) + "-" + std::to_string(number);
    }

    // As a reference names it: behind the items that hold it.
    [[nodiscard]] std::string itemPath(ListId id, int number) const {
        const check::List& list = rules_.lists[id];
        return list.nested() ? itemPath(list.parent, number) + "/" + itemId(id, number) : itemId(id, number);
    }

    void describe(const Quality& quality) {
        both(quality.ask.english, quality.ask.chinese);
        if (quality.ask.english.empty() && quality.ask.chinese.empty()) both(quality.label.english, quality.label.chinese);
        std::string kind = check::describe(quality.type, rules_);
        if (quality.low) kind += fmt::format(", at least {}", facts::written(quality, *quality.low));
        if (quality.high) kind += fmt::format(", at most {}", facts::written(quality, *quality.high));
        if (quality.judgement) kind += quality.judgedBy ? ", a judgement by " + rules_.roles[*quality.judgedBy].name : ", a judgement";
        if (quality.absentIsNone) kind += ", left out until it has happened";
        if (!quality.from.empty()) kind += fmt::format("; from {}", fmt::join(quality.from, ", "));
        prose("(" + kind + ")");
        if (quality.type.enumeration.valid()) alternatives(quality.type.enumeration);
    }

    void alternatives(check::EnumId id) {
        for (const check::Enumerator& enumerator : rules_.enumerations[id].enumerators) {
            std::string text = "  " + enumerator.name;
            if (!enumerator.label.english.empty()) text += ": " + enumerator.label.english;
            if (!enumerator.label.chinese.empty()) text += (enumerator.label.english.empty() ? ": " : " / ") + enumerator.label.chinese;
            prose(text);
        }
    }

    [[nodiscard]] std::string exampleOf(const check::Fact& fact) const {
        if (fact.pair.empty()) return exampleOf(static_cast<const Quality&>(fact));
        const bool sameList = fact.pair[0] == fact.pair[1];
        return fmt::format("[{{ of = [{}, {}], value = {}{} }}]", quoted(itemPath(fact.pair[0], 1)),
                           quoted(itemPath(fact.pair[1], sameList ? 2 : 1)), valueOf(fact, fact.type.kind), recordedBy(fact));
    }

    [[nodiscard]] std::string exampleOf(const Quality& quality) const {
        const bool isList = quality.type.kind == TypeKind::List;
        const std::string value = isList ? "[" + valueOf(quality, quality.type.element) + "]" : valueOf(quality, quality.type.kind);
        if (!quality.judgement) return value;
        return fmt::format("{{ {} = {}{} }}", isList ? "items" : "value", value, recordedBy(quality));
    }

    [[nodiscard]] std::string recordedBy(const Quality& quality) const {
        if (!quality.judgement) return {};
        std::string text = ", by = \"PERSON-01\", on = " + header_.asOf.text();
        if (quality.reasonRequired) text += ", reason = \"...\"";
        return text;
    }

    [[nodiscard]] std::string valueOf(const Quality& quality, TypeKind kind) const {
        switch (kind) {
            case TypeKind::Bool:
                return "true";
            case TypeKind::Count:
            case TypeKind::Number:
                return facts::written(quality, pointOf(quality, Rational(1)));
            case TypeKind::Quantity:
                return quoted(facts::written(quality, pointOf(quality, quality.unit.factor)));
            case TypeKind::Ratio:
                return quoted(facts::written(quality, pointOf(quality, Rational(1, 10))));
            case TypeKind::Days:
                return quoted(facts::written(quality, pointOf(quality, Rational(30))));
            case TypeKind::Months:
                return quoted(facts::written(quality, pointOf(quality, Rational(12))));
            case TypeKind::WorkingDays:
                return quoted(facts::written(quality, pointOf(quality, Rational(5))));
            case TypeKind::Date:
                return facts::written(quality, pointOf(quality, Rational(header_.asOf.dayNumber())));
            case TypeKind::Enum:
                return quoted(rules_.enumerations[quality.type.enumeration].enumerators.front().name);
            case TypeKind::Item:
                return quoted(itemPath(quality.type.list, 1));
            case TypeKind::List:
                return "[" + valueOf(quality, TypeKind::Item) + "]";
            default:
                return "\"...\"";
        }
    }

    // The wished point, or the bound that it lies beyond.
    static Rational pointOf(const Quality& quality, const Rational& wished) {
        if (quality.low && wished < *quality.low) return *quality.low;
        if (quality.high && wished > *quality.high) return *quality.high;
        return wished;
    }

    const Checked& rules_;
    const CaseHeader& header_;
    std::string out_;
};

}  // namespace

std::string caseTemplate(const Checked& rules, const CaseHeader& header) {
    return Writer(rules, header).run();
}

}  // namespace assay::author

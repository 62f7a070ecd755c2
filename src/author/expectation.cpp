#include "assay/author/expectation.hpp"

#include <algorithm>
#include <string_view>

#include "assay/source/text.hpp"

namespace assay::author {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;

namespace {

const std::vector<std::string> expectKeys{"as_of",  "exit",   "verdicts",   "decisions",  "rules", "checklists",
                                          "values", "duties", "partitions", "lifecycles", "flags"};
const std::vector<std::string> decisionKeys{"name", "item", "status", "outcome", "missing", "candidates", "awaits", "clauses", "readings"};
const std::vector<std::string> ruleKeys{"name", "item", "status", "missing"};
const std::vector<std::string> checklistKeys{"name", "item", "status", "missing", "items"};
const std::vector<std::string> valueKeys{"name", "item", "status", "exact", "shown", "missing"};
const std::vector<std::string> dutyKeys{"name",    "item",       "status", "due",     "ledger",
                                        "missing", "candidates", "awaits", "clauses", "readings"};
const std::vector<std::string> partitionKeys{"name",   "status",      "unique",  "agreed",  "groups",  "divisions",
                                             "triple", "separations", "missing", "clauses", "readings"};
const std::vector<std::string> lifecycleKeys{"name",    "item",       "status",  "state",   "since",
                                             "history", "candidates", "missing", "clauses", "readings"};
const std::vector<std::string> flagKeys{"name", "item", "status", "missing"};

// Keys that choose a declaration and compare nothing.
constexpr std::string_view nameKey = "name";
constexpr std::string_view itemKey = "item";

class Reader {
public:
    explicit Reader(Diagnostics& findings) : findings_(findings) {}

    std::vector<Expectation> document(const Node& root) {
        std::vector<Expectation> expectations;
        refuseUnknown(root, {"expect"});
        const Node* tables = root.find("expect");
        if (!tables) {
            findings_.add(Kind::ExpectationEmpty, root.span, {{"legal", Name{"[[expect]]"}}});
            return expectations;
        }
        if (tables->kind != Node::Kind::Array) {
            wrongType("expect", *tables, "[[expect]]");
            return expectations;
        }
        for (const Node& table : tables->items)
            expectations.push_back(expectation(table));
        return expectations;
    }

private:
    Expectation expectation(const Node& table) {
        Expectation expected;
        expected.span = table.span;
        if (table.kind != Node::Kind::Table) {
            wrongType("expect", table, "[[expect]]");
            return expected;
        }
        refuseUnknown(table, expectKeys);
        if (const Node* day = table.find("as_of")) {
            if (day->kind == Node::Kind::Date) {
                expected.asOf = day->date;
            } else {
                wrongType("as_of", *day, "2025-03-01");
            }
        }
        if (const Node* exit = table.find("exit")) expected.exit = exitStatus(*exit);
        if (const Node* verdicts = table.find("verdicts")) expected.verdicts = textByKey("verdicts", *verdicts, "{ client = \"conform\" }");
        expected.decisions = conclusions(table, "decisions", decisionKeys);
        expected.rules = conclusions(table, "rules", ruleKeys);
        expected.checklists = conclusions(table, "checklists", checklistKeys);
        expected.values = conclusions(table, "values", valueKeys);
        expected.duties = conclusions(table, "duties", dutyKeys);
        expected.partitions = conclusions(table, "partitions", partitionKeys);
        expected.lifecycles = conclusions(table, "lifecycles", lifecycleKeys);
        expected.flags = conclusions(table, "flags", flagKeys);
        const bool comparesNothing = std::none_of(table.members.begin(), table.members.end(), [](const Node::Member& member) {
            const bool isEmpty = member.value.kind == Node::Kind::Array   ? member.value.items.empty()
                                 : member.value.kind == Node::Kind::Table ? member.value.members.empty()
                                                                          : false;
            return member.key != "as_of" && !isEmpty;
        });
        if (comparesNothing) refuseEmpty(table, expectKeys);
        return expected;
    }

    std::optional<Expected<std::int64_t>> exitStatus(const Node& node) {
        const std::optional<std::int64_t> status = node.kind == Node::Kind::Integer ? node.number.toInteger() : std::nullopt;
        if (!status) {
            wrongType("exit", node, "0");
            return std::nullopt;
        }
        return Expected<std::int64_t>{*status, node.span};
    }

    std::vector<std::pair<std::string, Expected<std::string>>> textByKey(std::string_view key, const Node& node, const char* example) {
        std::vector<std::pair<std::string, Expected<std::string>>> texts;
        if (node.kind != Node::Kind::Table) {
            wrongType(key, node, example);
            return texts;
        }
        for (const Node::Member& member : node.members) {
            if (const ExpectedText found = text(member.key, member.value)) texts.emplace_back(member.key, *found);
        }
        return texts;
    }

    std::vector<ExpectedConclusion> conclusions(const Node& table, std::string_view key, const std::vector<std::string>& legal) {
        std::vector<ExpectedConclusion> found;
        const Node* list = table.find(key);
        if (!list) return found;
        if (list->kind != Node::Kind::Array) {
            wrongType(key, *list, "[{ name = \"...\" }]");
            return found;
        }
        for (const Node& item : list->items) {
            if (item.kind == Node::Kind::Table) {
                found.push_back(conclusion(item, legal));
            } else {
                wrongType(key, item, "{ name = \"...\" }");
            }
        }
        return found;
    }

    ExpectedConclusion conclusion(const Node& table, const std::vector<std::string>& legal) {
        ExpectedConclusion expected;
        expected.span = table.span;
        refuseUnknown(table, legal);
        if (const ExpectedText name = textOf(table, nameKey)) {
            expected.name = name->value;
        } else if (!table.find(nameKey)) {
            findings_.add(Kind::ExpectationEmpty, table.span, {{"legal", Name{std::string(nameKey)}}});
        }
        if (const ExpectedText item = textOf(table, itemKey)) expected.item = item->value;
        expected.status = textOf(table, "status");
        expected.outcome = textOf(table, "outcome");
        expected.due = dayOf(table, "due");
        expected.ledger = namesOf(table, "ledger");
        expected.state = textOf(table, "state");
        expected.since = dayOf(table, "since");
        expected.history = namesOf(table, "history");
        expected.awaits = textOf(table, "awaits");
        expected.exact = textOf(table, "exact");
        expected.shown = textOf(table, "shown");
        expected.missing = namesOf(table, "missing");
        expected.candidates = namesOf(table, "candidates");
        expected.clauses = namesOf(table, "clauses");
        expected.readings = namesOf(table, "readings");
        if (const Node* items = table.find("items")) expected.items = textByKey("items", *items, "{ application_form = \"holds\" }");
        addDivision(table, expected);
        const bool comparesNothing = std::all_of(table.members.begin(), table.members.end(),
                                                 [](const Node::Member& member) { return member.key == nameKey || member.key == itemKey; });
        if (comparesNothing) refuseEmpty(table, legal);
        return expected;
    }

    void addDivision(const Node& table, ExpectedConclusion& expected) {
        expected.unique = truthOf(table, "unique");
        expected.agreed = truthOf(table, "agreed");
        expected.triple = namesOf(table, "triple");
        if (const Node* groups = table.find("groups"))
            expected.groups = joined(
                *groups, "+", [](const Node& name) { return textIn(name); }, "groups", "[[\"A\", \"B\"], [\"C\"]]");
        if (const Node* divisions = table.find("divisions")) {
            const auto group = [](const Node& names) { return joinedIn(names, "+", textIn); };
            expected.divisions = joined(*divisions, " | ", group, "divisions", "[[[\"A\", \"B\"], [\"C\"]]]");
        }
        if (const Node* separations = table.find("separations"))
            expected.separations = textByKey("separations", *separations, "{ \"A, B\" = \"category\" }");
    }

    static std::optional<std::string> textIn(const Node& node) {
        return node.kind == Node::Kind::Text ? std::optional(node.text) : std::nullopt;
    }
    // The elements of an array, each as text, behind one another.
    template <class ElementText>
    static std::optional<std::string> joinedIn(const Node& node, const char* between, ElementText elementText) {
        if (node.kind != Node::Kind::Array) return std::nullopt;
        std::string text;
        for (const Node& element : node.items) {
            const std::optional<std::string> one = elementText(element);
            if (!one) return std::nullopt;
            text += (text.empty() ? "" : between) + *one;
        }
        return text;
    }
    template <class ElementText>
    ExpectedNames joined(const Node& node, const char* between, ElementText elementText, std::string_view key, const char* example) {
        Expected<std::vector<std::string>> names{{}, node.span};
        const std::size_t count = node.kind == Node::Kind::Array ? node.items.size() : 0;
        for (std::size_t index = 0; index < count; ++index) {
            const std::optional<std::string> one = joinedIn(node.items[index], between, elementText);
            if (one) names.value.push_back(*one);
        }
        if (node.kind == Node::Kind::Array && names.value.size() == count) return names;
        wrongType(key, node, example);
        return std::nullopt;
    }

    // A truth, or "unknown".
    ExpectedText truthOf(const Node& table, std::string_view key) {
        const Node* node = table.find(key);
        if (node != nullptr && node->kind == Node::Kind::Bool) return Expected<std::string>{node->boolean ? "true" : "false", node->span};
        return node ? text(key, *node) : std::nullopt;
    }

    // A day, or "from" a day for one that is only known to be no earlier.
    ExpectedText dayOf(const Node& table, std::string_view key) {
        const Node* node = table.find(key);
        if (node != nullptr && node->kind == Node::Kind::Date) return Expected<std::string>{node->date.text(), node->span};
        return node ? text(key, *node) : std::nullopt;
    }

    ExpectedText textOf(const Node& table, std::string_view key) {
        const Node* node = table.find(key);
        return node ? text(key, *node) : std::nullopt;
    }

    ExpectedText text(std::string_view key, const Node& node) {
        if (node.kind == Node::Kind::Text) return Expected<std::string>{node.text, node.span};
        wrongType(key, node, "\"...\"");
        return std::nullopt;
    }

    ExpectedNames namesOf(const Node& table, std::string_view key) {
        const Node* node = table.find(key);
        if (!node) return std::nullopt;
        Expected<std::vector<std::string>> names{{}, node->span};
        const bool allText = node->kind == Node::Kind::Array && std::all_of(node->items.begin(), node->items.end(),
                                                                            [](const Node& item) { return item.kind == Node::Kind::Text; });
        if (!allText) {
            wrongType(key, *node, "[\"...\"]");
            return std::nullopt;
        }
        for (const Node& item : node->items)
            names.value.push_back(item.text);
        return names;
    }

    void refuseUnknown(const Node& table, const std::vector<std::string>& legal) {
        for (const Node::Member& member : table.members) {
            if (std::find(legal.begin(), legal.end(), member.key) != legal.end()) continue;
            diagnostics::Diagnostic& finding = findings_.add(Kind::ExpectationKeyUnknown, member.keySpan, {{"key", Name{member.key}}});
            const std::vector<std::string> near = source::closest(member.key, legal);
            if (near.empty()) {
                finding.note(Kind::LegalHere, {}, {{"names", Names{legal}}});
            } else {
                finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
            }
        }
    }

    void refuseEmpty(const Node& table, const std::vector<std::string>& keys) {
        std::vector<std::string> legal;
        std::copy_if(keys.begin(), keys.end(), std::back_inserter(legal),
                     [](const std::string& key) { return key != "as_of" && key != nameKey && key != itemKey; });
        findings_.add(Kind::ExpectationEmpty, table.span, {{"legal", Names{legal}}});
    }

    void wrongType(std::string_view key, const Node& node, const char* example) {
        findings_.add(Kind::ExpectationTypeWrong, node.span, {{"key", Name{std::string(key)}}, {"example", Name{example}}});
    }

    Diagnostics& findings_;
};

}  // namespace

std::vector<Expectation> readExpectations(const Node& root, Diagnostics& findings) {
    return Reader(findings).document(root);
}

}  // namespace assay::author

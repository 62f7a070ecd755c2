#include <algorithm>
#include <array>

#include "assay/notice/notice.hpp"
#include "assay/report/words.hpp"
#include "assay/source/text.hpp"

namespace assay::notice {

using check::Checked;
using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;

namespace {

constexpr std::array keys{"name", "of", "outcomes", "to", "title", "clauses", "asks"};
constexpr const char* inBoth = "{ en = \"...\", zh = \"...\" }";
constexpr const char* pendingWord = "pending";  // among outcomes: not determined yet

const check::Enumeration& outcomesOf(const Checked& rules, check::DeclId decl) {
    return rules.enumerations[rules.declarations[decl].type.enumeration];
}

bool hasOutcomes(const check::Declaration& declaration) {
    return std::holds_alternative<check::Decide>(declaration.body) || std::holds_alternative<check::Duty>(declaration.body) ||
           std::holds_alternative<check::Lifecycle>(declaration.body);
}

// What can still come to an outcome on a later day, or with more said.
bool isPending(evaluate::Status status) {
    return status == evaluate::Status::Undetermined || status == evaluate::Status::JudgementNeeded || status == evaluate::Status::NotYet;
}

// Reads one entry; what is wrong with it is told at once.
class EntryReader {
public:
    EntryReader(const Checked& rules, Diagnostics& findings) : rules_(rules), findings_(findings) {}

    std::optional<Notice> read(const Node& entry) {
        isFit_ = true;
        if (entry.kind != Node::Kind::Table) return refuse("notice", "[[notice]]", entry.span);
        Notice notice;
        notice.name = text(entry, "name");
        readOutcomes(entry, notice);
        if (entry.find("to") != nullptr) notice.to = text(entry, "to");
        notice.title = localText(entry, "title");
        notice.clauses = texts(entry, "clauses");
        if (entry.find("asks") != nullptr) readAsked(entry, notice);
        for (const Node::Member& member : entry.members) {
            if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) refuse(member.key, "a key of a notice", member.keySpan);
        }
        if (const Node::Member* name = entry.member("name")) notice.nameSpan = name->value.span;
        return isFit_ ? std::optional(std::move(notice)) : std::nullopt;
    }

    std::map<std::string, syntax::LocalText> units(const Node& table) {
        std::map<std::string, syntax::LocalText> read;
        if (table.kind != Node::Kind::Table) refuse("units", "[units]", table.span);
        for (const Node::Member& member : table.members)
            read[member.key] = localText(table, member.key.c_str());
        return read;
    }

private:
    std::nullopt_t refuse(const std::string& key, const char* wanted, source::Span span) {
        findings_.add(Kind::NoticeEntryInvalid, span, {{"key", Name{key}}, {"wanted", std::string(wanted)}});
        isFit_ = false;
        return std::nullopt;
    }

    std::string text(const Node& table, const char* key) {
        const Node* value = table.find(key);
        if (value != nullptr && value->kind == Node::Kind::Text && !value->text.empty()) return value->text;
        refuse(key, "\"...\"", value != nullptr ? value->span : table.span);
        return {};
    }

    std::vector<const Node*> elements(const Node& table, const char* key) {
        std::vector<const Node*> list;
        const Node* value = table.find(key);
        const bool isList = value != nullptr && value->kind == Node::Kind::Array && !value->items.empty();
        if (isList) {
            for (const Node& item : value->items) {
                if (item.kind == Node::Kind::Text) list.push_back(&item);
            }
        }
        if (!isList || list.size() != value->items.size()) refuse(key, "[\"...\"]", value != nullptr ? value->span : table.span);
        return list;
    }

    std::vector<std::string> texts(const Node& table, const char* key) {
        std::vector<std::string> list;
        for (const Node* element : elements(table, key))
            list.push_back(element->text);
        return list;
    }

    std::optional<check::DeclId> declaration(const Node& name) {
        const std::optional<check::DeclId> found = rules_.findDeclaration(name.text);
        if (found) return found;
        isFit_ = false;
        std::vector<std::string> names;
        for (const check::Declaration& declared : rules_.declarations)
            names.push_back(declared.name);
        diagnostics::Diagnostic& finding = findings_.add(Kind::DecisionUnknown, name.span, {{"name", Name{name.text}}});
        std::vector<std::string> near = source::closest(name.text, names);
        if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{std::move(near)}}});
        return std::nullopt;
    }

    void readOutcomes(const Node& entry, Notice& notice) {
        const std::string name = text(entry, "of");
        const std::vector<const Node*> outcomes = elements(entry, "outcomes");
        if (name.empty() || outcomes.empty()) return;
        const Node& written = *entry.find("of");
        const std::optional<check::DeclId> found = declaration(written);
        if (!found) return;
        if (!hasOutcomes(rules_.declarations[*found])) {
            refuse("of", "decide, duty, lifecycle", written.span);
            return;
        }
        notice.decl = *found;
        notice.outcomesSpan = entry.find("outcomes")->span;
        const check::Enumeration& enumeration = outcomesOf(rules_, *found);
        for (const Node* outcome : outcomes) {
            if (const std::optional<std::size_t> enumerator = enumeration.find(outcome->text)) {
                notice.outcomes.push_back(*enumerator);
            } else if (outcome->text == pendingWord) {
                notice.pending = true;
            } else {
                addNoSuchOutcome(name, *outcome, enumeration);
            }
        }
    }

    void addNoSuchOutcome(const std::string& name, const Node& outcome, const check::Enumeration& enumeration) {
        isFit_ = false;
        std::vector<std::string> legal;
        for (const check::Enumerator& enumerator : enumeration.enumerators)
            legal.push_back(enumerator.name);
        legal.emplace_back(pendingWord);
        findings_.add(Kind::NoSuchOutcome, outcome.span, {{"name", Name{name}}, {"outcome", Name{outcome.text}}})
            .note(Kind::LegalHere, {}, {{"names", Names{std::move(legal)}}});
    }

    syntax::LocalText localText(const Node& table, const char* key) {
        const Node* value = table.find(key);
        if (value == nullptr || value->kind != Node::Kind::Table) {
            refuse(key, inBoth, value != nullptr ? value->span : table.span);
            return {};
        }
        return {text(*value, "en"), text(*value, "zh"), value->span};
    }

    void readAsked(const Node& entry, Notice& notice) {
        for (const Node* name : elements(entry, "asks")) {
            if (const std::optional<check::DeclId> found = declaration(*name)) notice.asks.push_back(*found);
        }
    }

    const Checked& rules_;
    Diagnostics& findings_;
    bool isFit_ = true;
};

std::string actual(const Notice& notice, const evaluate::CaseResult& result, const Checked& rules, const std::string& item) {
    const check::Enumeration& enumeration = outcomesOf(rules, notice.decl);
    std::string text;
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        if (conclusion.decl != notice.decl || (!item.empty() && conclusion.item != item)) continue;
        if (!text.empty()) text += ", ";
        if (!conclusion.item.empty()) text += conclusion.item + " ";
        text += conclusion.outcome ? enumeration.enumerators[*conclusion.outcome].name : std::string(report::key(conclusion.status));
    }
    return text.empty() ? "-" : text;
}

}  // namespace

Letters readLetters(const Node& root, const Checked& rules, Diagnostics& findings) {
    Letters letters;
    const Node* list = root.find("notice");
    if (list == nullptr || list->kind != Node::Kind::Array) {
        findings.add(Kind::NoticeEntryInvalid, root.span, {{"key", Name{"notice"}}, {"wanted", std::string("[[notice]]")}});
        return letters;
    }
    EntryReader reader(rules, findings);
    for (const Node& entry : list->items) {
        if (std::optional<Notice> notice = reader.read(entry)) letters.notices.push_back(*std::move(notice));
    }
    for (const Node::Member& member : root.members) {
        if (member.key == "units") {
            letters.units = reader.units(member.value);
        } else if (member.key != "notice") {
            findings.add(Kind::NoticeEntryInvalid, member.keySpan,
                         {{"key", Name{member.key}}, {"wanted", std::string("[[notice]], [units]")}});
        }
    }
    return letters;
}

std::vector<const evaluate::Conclusion*> toldBy(const Notice& notice, const evaluate::CaseResult& result, const std::string& item) {
    std::vector<const evaluate::Conclusion*> told;
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        if (conclusion.decl != notice.decl || (!item.empty() && conclusion.item != item)) continue;
        const bool isDetermined = conclusion.status == evaluate::Status::Determined && conclusion.outcome;
        const bool isTold = isDetermined
                                ? std::find(notice.outcomes.begin(), notice.outcomes.end(), *conclusion.outcome) != notice.outcomes.end()
                                : notice.pending && isPending(conclusion.status);
        if (isTold) told.push_back(&conclusion);
    }
    return told;
}

void addNotDue(const Notice& notice, const evaluate::CaseResult& result, const Checked& rules, const std::string& item,
               Diagnostics& findings) {
    Names outcomes;
    for (const std::size_t outcome : notice.outcomes)
        outcomes.texts.push_back(outcomesOf(rules, notice.decl).enumerators[outcome].name);
    if (notice.pending) outcomes.texts.emplace_back(pendingWord);
    findings.add(Kind::NoticeNotDue, notice.outcomesSpan,
                 {{"name", Name{notice.name}},
                  {"decision", Name{report::conclusionName(rules.declarations[notice.decl].name, item)}},
                  {"outcomes", std::move(outcomes)},
                  {"actual", actual(notice, result, rules, item)}});
}

}  // namespace assay::notice

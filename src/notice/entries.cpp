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

constexpr std::array keys{"name", "decision", "outcomes", "to", "title", "clauses", "asks"};

// Reads one entry; what is wrong with it is told at once.
class EntryReader {
public:
    EntryReader(const Checked& rules, Diagnostics& findings) : rules_(rules), findings_(findings) {}

    std::optional<Notice> read(const Node& entry) {
        if (entry.kind != Node::Kind::Table) return refuse("notice", "[[notice]]", entry.span);
        Notice notice;
        notice.name = text(entry, "name");
        readDecision(entry, notice);
        if (entry.find("to") != nullptr) notice.to = text(entry, "to");
        readTitle(entry, notice);
        notice.clauses = texts(entry, "clauses");
        if (entry.find("asks") != nullptr) readAsked(entry, notice);
        for (const Node::Member& member : entry.members) {
            if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) refuse(member.key, "a key of a notice", member.keySpan);
        }
        if (const Node::Member* name = entry.member("name")) notice.nameSpan = name->value.span;
        return isFit_ ? std::optional(std::move(notice)) : std::nullopt;
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

    void readDecision(const Node& entry, Notice& notice) {
        const std::string name = text(entry, "decision");
        const std::vector<const Node*> outcomes = elements(entry, "outcomes");
        if (name.empty() || outcomes.empty()) return;
        const Node& written = *entry.find("decision");
        const std::optional<check::DeclId> found = declaration(written);
        if (!found) return;
        const auto* decide = std::get_if<check::Decide>(&rules_.declarations[*found].body);
        if (decide == nullptr) {
            refuse("decision", "decide", written.span);
            return;
        }
        notice.decision = *found;
        notice.outcomesSpan = entry.find("outcomes")->span;
        const check::Enumeration& enumeration = rules_.enumerations[decide->enumeration];
        for (const Node* outcome : outcomes) {
            if (const std::optional<std::size_t> enumerator = enumeration.find(outcome->text)) {
                notice.outcomes.push_back(*enumerator);
                continue;
            }
            isFit_ = false;
            std::vector<std::string> legal;
            for (const check::Enumerator& enumerator : enumeration.enumerators)
                legal.push_back(enumerator.name);
            findings_.add(Kind::NoSuchOutcome, outcome->span, {{"name", Name{name}}, {"outcome", Name{outcome->text}}})
                .note(Kind::LegalHere, {}, {{"names", Names{std::move(legal)}}});
        }
    }

    void readTitle(const Node& entry, Notice& notice) {
        const Node* title = entry.find("title");
        if (title == nullptr || title->kind != Node::Kind::Table) {
            refuse("title", "{ en = \"...\", zh = \"...\" }", title != nullptr ? title->span : entry.span);
            return;
        }
        notice.title.english = text(*title, "en");
        notice.title.chinese = text(*title, "zh");
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
    const check::Declaration& declaration = rules.declarations[notice.decision];
    const check::Enumeration& enumeration = rules.enumerations[std::get<check::Decide>(declaration.body).enumeration];
    std::string text;
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        if (conclusion.decl != notice.decision || (!item.empty() && conclusion.item != item)) continue;
        if (!text.empty()) text += ", ";
        if (!conclusion.item.empty()) text += conclusion.item + " ";
        text += conclusion.outcome ? enumeration.enumerators[*conclusion.outcome].name : std::string(report::key(conclusion.status));
    }
    return text.empty() ? "-" : text;
}

}  // namespace

std::vector<Notice> readNotices(const Node& root, const Checked& rules, Diagnostics& findings) {
    std::vector<Notice> notices;
    const Node* list = root.find("notice");
    if (list == nullptr || list->kind != Node::Kind::Array) {
        findings.add(Kind::NoticeEntryInvalid, root.span, {{"key", Name{"notice"}}, {"wanted", std::string("[[notice]]")}});
        return notices;
    }
    for (const Node& entry : list->items) {
        if (std::optional<Notice> notice = EntryReader(rules, findings).read(entry)) notices.push_back(*std::move(notice));
    }
    return notices;
}

std::vector<const evaluate::Conclusion*> toldBy(const Notice& notice, const evaluate::CaseResult& result, const std::string& item) {
    std::vector<const evaluate::Conclusion*> told;
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        if (conclusion.decl != notice.decision || conclusion.status != evaluate::Status::Determined || !conclusion.outcome) continue;
        if (!item.empty() && conclusion.item != item) continue;
        const bool isTold = std::find(notice.outcomes.begin(), notice.outcomes.end(), *conclusion.outcome) != notice.outcomes.end();
        if (isTold) told.push_back(&conclusion);
    }
    return told;
}

void addNotDue(const Notice& notice, const evaluate::CaseResult& result, const Checked& rules, const std::string& item,
               Diagnostics& findings) {
    const check::Declaration& declaration = rules.declarations[notice.decision];
    const check::Enumeration& enumeration = rules.enumerations[std::get<check::Decide>(declaration.body).enumeration];
    Names outcomes;
    for (const std::size_t outcome : notice.outcomes)
        outcomes.texts.push_back(enumeration.enumerators[outcome].name);
    findings.add(Kind::NoticeNotDue, notice.outcomesSpan,
                 {{"name", Name{notice.name}},
                  {"decision", Name{report::conclusionName(declaration.name, item)}},
                  {"outcomes", std::move(outcomes)},
                  {"actual", actual(notice, result, rules, item)}});
}

}  // namespace assay::notice

#include "header.hpp"

#include <algorithm>

namespace assay::facts {

using diagnostics::Kind;
using document::Node;

namespace {

void reportNoTable(const Context& context, const Node& node, std::string_view table) {
    context.report(Kind::CaseTableExpected, node.span, {{"name", name(table)}});
}

// `title` is a text for both languages, or `{ en = "..", zh = ".." }`.
void readTitle(const Context& context, const Node::Member& title, syntax::LocalText& text) {
    text.span = title.value.span;
    if (title.value.kind != Node::Kind::Table) {
        text.english = readText(context, title).value_or("");
        text.chinese = text.english;
        return;
    }
    for (const Node::Member& member : title.value.members) {
        if (member.key == "en") {
            text.english = readText(context, member).value_or("");
        } else if (member.key == "zh") {
            text.chinese = readText(context, member).value_or("");
        } else {
            reportUnknownKey(context, member, title.key, {"en", "zh"});
        }
    }
}

void checkRuleset(const Context& context, const Node::Member& member) {
    const check::Ruleset& ruleset = context.rules.ruleset;
    const std::optional<std::string> given = readText(context, member);
    if (!given || *given == ruleset.id) return;
    context.report(Kind::CaseRulesetMismatch, member.value.span, {{"given", name(*given)}, {"wanted", name(ruleset.id)}})
        .note(Kind::DeclaredHere, ruleset.span, {{"name", name(ruleset.id)}});
}

void readDecision(const Context& context, const Node& node, std::vector<std::string>& asked) {
    if (node.kind != Node::Kind::Text) {
        context.report(Kind::CaseTextExpected, node.span, {{"name", name("decisions")}});
        return;
    }
    const auto& declarations = context.rules.declarations;
    const auto isNamed = [&node](const check::Declaration& declaration) { return declaration.name == node.text; };
    if (std::any_of(declarations.begin(), declarations.end(), isNamed)) {
        if (std::find(asked.begin(), asked.end(), node.text) == asked.end()) asked.push_back(node.text);
        return;
    }
    std::vector<std::string> names;
    for (const check::Declaration& declaration : declarations)
        names.push_back(declaration.name);
    diagnostics::Diagnostic& finding = context.report(Kind::CaseDecisionUnknown, node.span, {{"name", name(node.text)}});
    proposeNames(finding, node.text, names);
}

void readDecisions(const Context& context, const Node::Member& member, std::vector<std::string>& asked) {
    if (member.value.kind != Node::Kind::Array) {
        context.report(Kind::CaseDecisionsExpected, member.value.span);
        return;
    }
    for (const Node& node : member.value.items)
        readDecision(context, node, asked);
}

bool isSha256(std::string_view text) {
    constexpr std::size_t digits = 64;
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == digits && std::all_of(text.begin(), text.end(), isDigit);
}

// Below the folder of the case by its spelling alone: relative, with '/' and without "..". Links are the reader's concern.
bool staysBelow(std::string_view path) {
    if (path.front() == '/' || path.find_first_of("\\:") != std::string_view::npos) return false;
    while (true) {
        const std::size_t end = path.find('/');
        if (path.substr(0, end) == "..") return false;
        if (end == std::string_view::npos) return true;
        path.remove_prefix(end + 1);
    }
}

void readEvidenceKey(const Context& context, const Node::Member& member, Evidence& evidence) {
    const auto text = [&] { return readText(context, member); };
    if (member.key == "id") {
        evidence.id = text().value_or("");
    } else if (member.key == "title") {
        evidence.title = text().value_or("");
    } else if (member.key == "file") {
        const std::optional<std::string> file = text();
        if (file && staysBelow(*file)) {
            evidence.file = *file;
            evidence.fileSpan = member.value.span;
        } else if (file) {
            context.report(Kind::CasePathOutside, member.value.span, {{"path", name(*file)}});
        }
    } else if (member.key == "sha256") {
        const std::optional<std::string> digest = text();
        if (digest && isSha256(*digest)) {
            evidence.sha256 = *digest;
            evidence.digestSpan = member.value.span;
        } else if (digest) {
            context.report(Kind::CaseSha256Invalid, member.value.span);
        }
    } else {
        reportUnknownKey(context, member, evidenceKey, {"id", "title", "file", "sha256"});
    }
}

}  // namespace

void readCase(const Context& context, const Node& node, CaseFacts& facts) {
    if (node.kind != Node::Kind::Table) {
        reportNoTable(context, node, caseKey);
        return;
    }
    for (const Node::Member& member : node.members) {
        if (member.key == "name") {
            facts.name = readText(context, member).value_or("");
        } else if (member.key == "title") {
            readTitle(context, member, facts.title);
        } else if (member.key == "ruleset") {
            checkRuleset(context, member);
        } else if (member.key == "as_of") {
            facts.asOf = readDate(context, member);
        } else if (member.key == "decisions") {
            readDecisions(context, member, facts.asked);
        } else {
            reportUnknownKey(context, member, caseKey, {"name", "title", "ruleset", "as_of", "decisions"});
        }
    }
}

void readEvidence(Context& context, const Node& node, CaseFacts& facts) {
    if (node.kind != Node::Kind::Array) {
        context.report(Kind::CaseEvidenceExpected, node.span);
        return;
    }
    for (const Node& row : node.items) {
        if (row.kind != Node::Kind::Table) {
            context.report(Kind::CaseEvidenceExpected, row.span);
            continue;
        }
        Evidence evidence;
        evidence.span = row.span;
        for (const Node::Member& member : row.members)
            readEvidenceKey(context, member, evidence);
        const Node* id = row.find("id");
        if (id == nullptr) context.report(Kind::CaseIdMissing, row.span, {{"list", name(evidenceKey)}});
        if (evidence.id.empty()) continue;
        const auto [first, isNew] = context.evidence.emplace(evidence.id, id->span);
        if (isNew) {
            facts.evidence.push_back(std::move(evidence));
        } else {
            context.report(Kind::CaseIdDuplicate, id->span, {{"id", name(evidence.id)}, {"list", name(evidenceKey)}})
                .note(Kind::FirstHere, first->second);
        }
    }
}

}  // namespace assay::facts

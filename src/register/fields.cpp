#include "fields.hpp"

#include <algorithm>
#include <array>

#include "assay/source/text.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;

namespace {

void refuseOtherKeys(const Node& table, std::string_view name, const std::vector<std::string>& legal, diagnostics::Diagnostics& findings) {
    for (const Node::Member& member : table.members) {
        if (std::find(legal.begin(), legal.end(), member.key) != legal.end()) continue;
        diagnostics::Diagnostic& finding =
            findings.add(Kind::UnknownRegisterKey, member.keySpan,
                         {{"table", Name{std::string(name)}}, {"key", Name{member.key}}, {"legal", Names{legal}}});
        const std::vector<std::string> near = source::closest(member.key, legal);
        if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
    }
}

}  // namespace

void Fields::refuseOthers(const std::vector<std::string>& legal) const {
    refuseOtherKeys(table_, name_, legal, findings_);
}

const Node* Fields::required(std::string_view key) const {
    const Node* value = table_.find(key);
    if (value == nullptr) {
        findings_.add(Kind::MissingRegisterKey, table_.span, {{"table", Name{std::string(name_)}}, {"key", Name{std::string(key)}}});
    }
    return value;
}

std::string Fields::text(std::string_view key) const {
    const Node* value = required(key);
    if (value == nullptr) return {};
    if (value->kind == Node::Kind::Text && !value->text.empty()) return value->text;
    findings_.add(Kind::RegisterTextExpected, value->span, {{"key", Name{std::string(key)}}});
    return {};
}

std::string Fields::optionalText(std::string_view key) const {
    const Node* value = table_.find(key);
    if (value == nullptr) return {};
    if (value->kind == Node::Kind::Text) return value->text;
    findings_.add(Kind::RegisterTextExpected, value->span, {{"key", Name{std::string(key)}}});
    return {};
}

std::vector<const Node*> Fields::optionalTexts(std::string_view key) const {
    const Node* list = table_.find(key);
    if (list == nullptr) return {};
    std::vector<const Node*> texts;
    if (list->kind != Node::Kind::Array) {
        findings_.add(Kind::RegisterListExpected, list->span, {{"key", Name{std::string(key)}}});
        return texts;
    }
    for (const Node& item : list->items) {
        if (item.kind == Node::Kind::Text && !item.text.empty()) {
            texts.push_back(&item);
        } else {
            findings_.add(Kind::RegisterListExpected, item.span, {{"key", Name{std::string(key)}}});
        }
    }
    return texts;
}

std::optional<quantity::Date> Fields::date(std::string_view key) const {
    const Node* value = required(key);
    if (value == nullptr) return std::nullopt;
    if (value->kind == Node::Kind::Date) return value->date;
    findings_.add(Kind::RegisterDateExpected, value->span, {{"key", Name{std::string(key)}}});
    return std::nullopt;
}

std::optional<int> Fields::whole(std::string_view key, int low, int high) const {
    const Node* value = required(key);
    if (value == nullptr) return std::nullopt;
    const auto number = value->kind == Node::Kind::Integer ? value->number.toInteger() : std::nullopt;
    if (number && *number >= low && *number <= high) return static_cast<int>(*number);
    findings_.add(Kind::RegisterYearExpected, value->span,
                  {{"key", Name{std::string(key)}}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
    return std::nullopt;
}

std::optional<std::size_t> indexOfWord(std::string_view key, const std::string& word, source::Span span,
                                       std::span<const std::string_view> legal, diagnostics::Diagnostics& findings) {
    const auto found = std::find(legal.begin(), legal.end(), word);
    if (found != legal.end()) return static_cast<std::size_t>(found - legal.begin());
    const std::vector<std::string> words(legal.begin(), legal.end());
    diagnostics::Diagnostic& finding =
        findings.add(Kind::UnknownRegisterWord, span, {{"key", Name{std::string(key)}}, {"found", Name{word}}, {"legal", Names{words}}});
    const std::vector<std::string> near = source::closest(word, words);
    if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
    return std::nullopt;
}

void reportUnknownEntry(std::string_view table, const std::string& name, source::Span span, const std::vector<std::string>& known,
                        diagnostics::Diagnostics& findings) {
    diagnostics::Diagnostic& finding =
        findings.add(Kind::RegisterEntryUnknown, span, {{"table", Name{std::string(table)}}, {"name", Name{name}}});
    const std::vector<std::string> near = source::closest(name, known);
    if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{near}}});
}

std::optional<quantity::Rational> parseFraction(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto numerator = quantity::Rational::parse(text.substr(0, slash));
    if (slash == std::string_view::npos || !numerator) return numerator;
    const auto denominator = quantity::Rational::parse(text.substr(slash + 1));
    if (!denominator || denominator->isZero()) return std::nullopt;
    return *numerator / *denominator;
}

std::optional<Status> statusOf(const std::string& letter, source::Span span, diagnostics::Diagnostics& findings) {
    constexpr std::array<std::string_view, 3> letters{"V", "S", "M"};
    const auto index = indexOfWord("status", letter, span, letters, findings);
    return index ? std::optional(static_cast<Status>(*index)) : std::nullopt;
}

std::vector<const Node*> tablesOf(const Node& root, std::string_view key, diagnostics::Diagnostics& findings) {
    const Node::Member* member = root.member(key);
    std::vector<const Node*> tables;
    const auto isTable = [](const Node& item) { return item.kind == Node::Kind::Table; };
    const bool isList = member != nullptr && member->value.kind == Node::Kind::Array &&
                        std::all_of(member->value.items.begin(), member->value.items.end(), isTable);
    if (!isList) {
        findings.add(Kind::RegisterTablesExpected, member == nullptr ? root.span : member->keySpan, {{"key", Name{std::string(key)}}});
        return tables;
    }
    for (const Node& item : member->value.items)
        tables.push_back(&item);
    return tables;
}

void refuseOtherLists(const Node& root, std::string_view registerName, const std::vector<std::string>& legal,
                      diagnostics::Diagnostics& findings) {
    refuseOtherKeys(root, registerName, legal, findings);
}

}  // namespace assay::registers

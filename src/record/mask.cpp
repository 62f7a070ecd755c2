#include <algorithm>
#include <set>

#include "assay/record/record.hpp"
#include "lists.hpp"

namespace assay::record {

using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::json;

namespace {

// Numbers stand inside dates, versions and clauses without being said: 4 in P59.4 and in 2025-06-04.
bool runsOn(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.' || c == '-' || byte >= 0x80;
}

// Whether a text says the value: it stands there and no digit or letter runs into it; a value of other writing than ASCII
// stands wherever its characters do.
bool says(std::string_view text, std::string_view value) {
    const bool isAscii = std::all_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    for (std::size_t at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        const bool isInside = (at > 0 && runsOn(text[at - 1])) || (end < text.size() && runsOn(text[end]));
        if (!isAscii || !isInside) return true;
    }
    return false;
}

bool saysAny(const json& value, const std::set<std::string>& hidden) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return std::any_of(hidden.begin(), hidden.end(), [&text](const std::string& each) { return says(text, each); });
    }
    if (!value.is_structured()) return false;
    return std::any_of(value.begin(), value.end(), [&hidden](const json& each) { return saysAny(each, hidden); });
}

// Words that many facts share: hiding each of them everywhere would hide the record.
bool isShared(const json& step) {
    const std::string type = step.value("type", std::string());
    const std::string& conclusion = step.at("conclusion").get_ref<const std::string&>();
    return type == "bool" || type == "enum" || conclusion == "unknown" || conclusion == "none" || conclusion.empty();
}

bool isOf(const json& step, const std::string& fact) {
    return (step.at("kind") == "fact" || step.at("kind") == "quantity") && step.value("subject", std::string()) == fact;
}

}  // namespace

bool isMasked(const json& element) {
    return element.is_object() && element.contains("masked");
}

bool isMasked(const Record& record) {
    for (const char* list : maskedLists) {
        for (const json& element : record.body.at(list)) {
            if (isMasked(element)) return true;
        }
    }
    for (const char* list : textLists) {
        for (const json& file : record.body.at("case").at(list)) {
            if (!file.contains("text")) return true;
        }
    }
    return false;
}

bool mask(Record& record, const std::string& fact, diagnostics::Diagnostics& findings) {
    json body = record.body;
    std::set<std::string> hidden;
    bool found = false;
    for (const json& step : body.at("steps")) {
        if (isMasked(step) || !isOf(step, fact)) continue;
        found = true;
        if (isShared(step)) continue;
        hidden.insert(step.at("conclusion").get<std::string>());
        if (step.contains("shown")) hidden.insert(step.at("shown").get<std::string>());
    }
    if (!found) {
        findings.add(Kind::MaskUnknown, {}, {{"fact", Name{fact}}});
        return false;
    }
    for (const char* list : maskedLists) {
        for (json& element : body.at(list)) {
            if (isMasked(element)) continue;
            const bool hides = (std::string_view(list) == "steps" && isOf(element, fact)) || saysAny(element, hidden);
            if (hides) element = {{"masked", commitmentOf(element)}};
        }
    }
    for (const char* list : textLists) {
        for (json& file : body.at("case").at(list))
            file.erase("text");
    }
    for (const auto& [key, value] : body.items()) {
        const bool isElementwise = std::find(maskedLists.begin(), maskedLists.end(), std::string_view(key)) != maskedLists.end();
        if (isElementwise || !saysAny(value, hidden)) continue;
        findings.add(Kind::MaskImpossible, {}, {{"fact", Name{fact}}, {"where", Name{key}}});
        return false;
    }
    record.body = std::move(body);
    return true;
}

}  // namespace assay::record

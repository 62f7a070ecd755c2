#include <algorithm>
#include <cctype>
#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "assay/diagnostics/escape.hpp"
#include "assay/notice/notice.hpp"
#include "assay/source/text.hpp"

namespace assay::notice {

namespace mustache = kainjow::mustache;
using diagnostics::Kind;
using diagnostics::Name;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t deepestSections = 64;  // the library recurses

mustache::data dataOf(const ordered_json& json) {
    if (json.is_boolean()) return mustache::data(json.get<bool>());
    if (json.is_string()) return mustache::data(json.get<std::string>());
    if (json.is_array()) {
        mustache::data list(mustache::data::type::list);
        for (const ordered_json& element : json)
            list.push_back(dataOf(element));
        return list;
    }
    mustache::data table(mustache::data::type::object);
    for (const auto& [key, value] : json.items())
        if (!value.is_null()) table.set(key, dataOf(value));
    return table;
}

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

// The variables of a template, or why it is refused: what the library would pass over in silence or write unescaped.
struct Scan {
    std::set<std::string> variables;
    std::string refusal;
    std::size_t at = 0;  // of the refusal
};

Scan scan(const std::string& text) {
    Scan found;
    std::vector<std::string> open;
    const auto refuse = [&found](std::string why, std::size_t at) {
        found.refusal = std::move(why);
        found.at = at;
        return found;
    };
    for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
        const std::size_t end = text.find("}}", at + 2);
        if (end == std::string::npos) return refuse("{{ ... }}", at);
        const std::string tag = trimmed(std::string_view(text).substr(at + 2, end - at - 2));
        if (tag.empty() || std::string_view("{&>=").find(tag.front()) != std::string_view::npos) return refuse("{{" + tag + "}}", at);
        const std::string name = trimmed(std::string_view(tag).substr(1));
        if (tag.front() == '#' || tag.front() == '^') {
            open.push_back(name);
            if (open.size() > deepestSections) return refuse("{{" + tag + "}}", at);
        } else if (tag.front() == '/') {
            if (open.empty() || open.back() != name) return refuse("{{" + tag + "}}", at);
            open.pop_back();
        } else if (tag.front() != '!') {
            found.variables.insert(tag);
        }
        at = end + 2;
    }
    if (!open.empty()) return refuse("{{#" + open.back() + "}}", text.rfind(open.back()));
    return found;
}

// Looks names up as the library does and keeps those variables that give no text.
class WatchedContext : public mustache::context<std::string> {
public:
    WatchedContext(const mustache::data* data, const std::set<std::string>& variables)
        : mustache::context<std::string>(data), variables_(variables) {}

    const mustache::data* get(const std::string& name) const override {
        const mustache::data* found = mustache::context<std::string>::get(name);
        if (variables_.contains(name) && (found == nullptr || !found->is_string())) gaps_.insert(name);
        return found;
    }
    [[nodiscard]] const std::set<std::string>& gaps() const { return gaps_; }

private:
    const std::set<std::string>& variables_;
    mutable std::set<std::string> gaps_;
};

// Sections left out leave their lines behind: of blank lines that follow each other one stays.
std::string withoutBlankRuns(const std::string& text) {
    std::string kept;
    for (const char c : text) {
        const bool isThirdBreak = c == '\n' && kept.size() >= 2 && kept.compare(kept.size() - 2, 2, "\n\n") == 0;
        if (!isThirdBreak) kept += c;
    }
    return kept;
}

}  // namespace

std::string markdownText(const std::string& text) {
    std::string line = text;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    line = diagnostics::escape(line);
    const auto isWordAt = [&line](std::size_t at) { return at < line.size() && std::isalnum(static_cast<unsigned char>(line[at])) != 0; };
    std::string escaped;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool isInsideWord = line[i] == '_' && i > 0 && isWordAt(i - 1) && isWordAt(i + 1);  // "person_day" is no emphasis
        if (!isInsideWord && std::string_view("\\`*_[]<>#|~&").find(line[i]) != std::string_view::npos) escaped += '\\';
        escaped += line[i];
    }
    // At the beginning of a line these make a list, a rule or a heading.
    if (!escaped.empty() && std::string_view("-+=").find(escaped.front()) != std::string_view::npos) escaped.insert(0, "\\");
    const std::size_t digits = escaped.find_first_not_of("0123456789");
    if (digits != std::string::npos && digits > 0 && digits + 1 < escaped.size() && escaped[digits + 1] == ' ' &&
        (escaped[digits] == '.' || escaped[digits] == ')')) {
        escaped.insert(digits, "\\");
    }
    return escaped;
}

std::optional<std::string> render(const std::string& text, const std::string& shownName, const ordered_json& context,
                                  diagnostics::Diagnostics& findings) {
    const auto refuse = [&](const std::string& reason) {
        findings.add(Kind::NoticeTemplateInvalid, {}, {{"path", Name{shownName}}, {"reason", reason}});
        return std::nullopt;
    };
    if (const auto defect = source::findTextDefect(text)) return refuse("byte " + std::to_string(defect->begin));
    const auto lineOf = [&text](std::size_t at) {
        return std::to_string(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
    };
    const Scan scanned = scan(text);
    if (!scanned.refusal.empty()) return refuse(lineOf(scanned.at) + ": " + scanned.refusal);
    mustache::mustache filled(text);
    if (!filled.is_valid()) return refuse(filled.error_message());
    filled.set_custom_escape(markdownText);
    const mustache::data data = dataOf(context);
    WatchedContext watched(&data, scanned.variables);
    std::ostringstream out;
    filled.render(watched, out);
    std::string gaps;
    for (const std::string& name : watched.gaps())
        gaps += (gaps.empty() ? "{{" : ", {{") + name + "}}";
    if (!gaps.empty()) return refuse(gaps);
    return withoutBlankRuns(out.str());
}

}  // namespace assay::notice

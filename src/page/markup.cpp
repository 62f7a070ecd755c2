#include "markup.hpp"

#include <algorithm>
#include <array>

#include "assay/diagnostics/escape.hpp"
#include "assay/report/view.hpp"
#include "assay/source/text.hpp"

namespace assay::page {

namespace {

constexpr std::array blocks{"article", "body",  "dd",    "details", "div",   "dl",      "dt",     "fieldset", "figure",
                            "footer",  "h1",    "h2",    "h3",      "h4",    "head",    "header", "legend",   "li",
                            "main",    "meta",  "nav",   "ol",      "p",     "section", "style",  "summary",  "svg",
                            "table",   "tbody", "tfoot", "thead",   "title", "tr",      "ul"};

// After these a line of the file ends.
bool isBlock(std::string_view tag) {
    return std::find(blocks.begin(), blocks.end(), tag) != blocks.end();
}

// Words of a case say nothing of their language; Chinese shows by its characters.
bool holdsChinese(std::string_view text) {
    constexpr char32_t first = 0x3400;
    constexpr char32_t last = 0x9FFF;
    if (source::findTextDefect(text)) return false;
    while (!text.empty()) {
        const source::CodePoint point = source::decode(text);
        if (point.value >= first && point.value <= last) return true;
        text.remove_prefix(point.length);
    }
    return false;
}

}  // namespace

Both both(const syntax::LocalText& text) {
    return both([&text](diagnostics::Language language) { return report::choose(text, language); });
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : diagnostics::escape(text)) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

Markup& Markup::in(std::string_view tag, const Attributes& attributes, std::string_view content) {
    return in(tag, attributes, [&] { text(content); });
}

Markup& Markup::in(std::string_view tag, const Attributes& attributes, const char* content) {
    return in(tag, attributes, std::string_view(content));
}

Markup& Markup::in(std::string_view tag, const Attributes& attributes, const Both& content) {
    return in(tag, attributes, [&] { text(content); });
}

Markup& Markup::alone(std::string_view tag, const Attributes& attributes) {
    open(tag, attributes);
    if (isBlock(tag)) out_ += '\n';
    return *this;
}

Markup& Markup::text(std::string_view words) {
    if (!holdsChinese(words)) return plain(words);
    out_ += "<span lang=\"zh-Hans\">" + escaped(words) + "</span>";
    return *this;
}

Markup& Markup::plain(std::string_view words) {
    out_ += escaped(words);
    return *this;
}

Markup& Markup::text(const Both& words) {
    if (words.english == words.chinese) return text(words.english);
    out_ += "<span class=\"en\" lang=\"en\">" + escaped(words.english) + "</span>";
    out_ += "<span class=\"zh\" lang=\"zh-Hans\">" + escaped(words.chinese) + "</span>";
    return *this;
}

Markup& Markup::name(std::string_view name) {
    return in("code", {}, [&] {
        std::string word;
        const auto finish = [&] {
            text(word);
            word.clear();
        };
        for (const char c : name) {
            if (c == '[') {
                finish();
                out_ += "<wbr>";
            }
            word += c;
            if (c != '_' && c != '.') continue;
            finish();
            out_ += "<wbr>";
        }
        finish();
    });
}

Markup& Markup::embedded(std::string_view tag, std::string_view content) {
    out_ += "<" + std::string(tag) + ">" + std::string(content);
    return close(tag);
}

Markup& Markup::append(const std::string& markup) {
    out_ += markup;
    return *this;
}

void Markup::open(std::string_view tag, const Attributes& attributes) {
    out_ += "<" + std::string(tag);
    for (const Attribute& attribute : attributes)
        out_ += " " + std::string(attribute.name) + "=\"" + escaped(attribute.value) + "\"";
    out_ += ">";
}

Markup& Markup::close(std::string_view tag) {
    out_ += "</" + std::string(tag) + ">";
    if (isBlock(tag)) out_ += '\n';
    return *this;
}

}  // namespace assay::page

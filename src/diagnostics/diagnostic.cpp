#include "assay/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace assay::diagnostics {

namespace {

struct Entry {
    std::string_view name;
    std::string_view code;
    Severity severity;
    std::string_view english;
    std::string_view chinese;
};

constexpr auto table = std::to_array<Entry>({
#define ASSAY_DIAGNOSTIC(name, code, severity, en, zh) {#name, code, Severity::severity, en, zh},
#include "assay/diagnostics/kinds.def"
#undef ASSAY_DIAGNOSTIC
});

const Entry& entry(Kind kind) {
    return table[static_cast<std::size_t>(kind)];
}

std::string quoted(std::string_view word) {
    return '`' + std::string(word) + '`';
}

// A decimal where twelve places hold it exactly, else a fraction: never a rounded number.
std::string numberText(const quantity::Rational& number) {
    constexpr int places = 12;
    constexpr std::int64_t scale = 1'000'000'000'000;
    return (number * scale).isWhole() ? number.decimal(places) : number.exact();
}

class ArgumentText {
public:
    explicit ArgumentText(Language language) : language_(language) {}

    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Name& name) const { return quoted(name.text); }
    std::string operator()(const Names& names) const {
        const std::string_view separator = language_ == Language::Chinese ? "、" : ", ";
        std::string joined;
        for (const std::string& text : names.texts) {
            if (!joined.empty()) joined += separator;
            joined += quoted(text);
        }
        return joined;
    }
    std::string operator()(const quantity::Rational& number) const { return numberText(number); }
    std::string operator()(const quantity::Date& date) const { return date.text(); }

private:
    Language language_;
};

}  // namespace

Diagnostic& Diagnostics::add(Kind kind, source::Span span, std::vector<std::pair<std::string, Argument>> arguments) {
    findings_.push_back({kind, span, std::move(arguments), {}});
    return findings_.back();
}

void Diagnostics::append(Diagnostics other) {
    findings_.insert(findings_.end(), std::make_move_iterator(other.findings_.begin()), std::make_move_iterator(other.findings_.end()));
}

bool Diagnostics::hasErrors() const {
    return std::any_of(findings_.begin(), findings_.end(),
                       [](const Diagnostic& finding) { return severity(finding.kind) == Severity::Error; });
}

void Diagnostics::sort() {
    const auto place = [](const Diagnostic& finding) {
        return std::make_tuple(finding.span.valid(), finding.span.source, finding.span.begin, finding.kind);
    };
    std::stable_sort(findings_.begin(), findings_.end(),
                     [&place](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

std::string_view code(Kind kind) {
    return entry(kind).code;
}

std::string_view name(Kind kind) {
    return entry(kind).name;
}

Severity severity(Kind kind) {
    return entry(kind).severity;
}

const std::vector<Kind>& allKinds() {
    static const std::vector<Kind> kinds = [] {
        std::vector<Kind> all;
        for (std::size_t i = 0; i < table.size(); ++i)
            all.push_back(static_cast<Kind>(i));
        return all;
    }();
    return kinds;
}

std::string sentence(Kind kind, const std::vector<std::pair<std::string, Argument>>& arguments, Language language) {
    std::string_view wording = language == Language::Chinese ? entry(kind).chinese : entry(kind).english;
    std::string text;
    while (!wording.empty()) {
        const std::size_t open = wording.find('{');
        const std::size_t close = wording.find('}', open);
        if (close == std::string_view::npos) return text.append(wording);
        text += wording.substr(0, open);

        const std::string_view wanted = wording.substr(open + 1, close - open - 1);
        const auto argument =
            std::find_if(arguments.begin(), arguments.end(), [wanted](const auto& given) { return given.first == wanted; });
        if (argument != arguments.end()) {
            text += std::visit(ArgumentText(language), argument->second);
        } else {
            text += wording.substr(open, close + 1 - open);
        }
        wording.remove_prefix(close + 1);
    }
    return text;
}

}  // namespace assay::diagnostics

#include "measure.hpp"

#include <algorithm>
#include <cctype>

namespace assay::facts {

using check::TypeKind;
using diagnostics::Kind;
using document::Node;
using quantity::Rational;

namespace {

constexpr std::string_view percent = "%";

struct Measure {
    Rational number;
    std::string_view literal;  // the number as written
    std::string_view unit;     // empty: none
};

std::size_t skipDigits(std::string_view text, std::size_t at) {
    while (at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_'))
        ++at;
    return at;
}

// The length of the number at the start of the text. An `e` belongs to it only if an exponent follows.
std::size_t numberLength(std::string_view text) {
    std::size_t end = 0;
    const auto sign = [&text](std::size_t at) { return at < text.size() && (text[at] == '+' || text[at] == '-'); };
    if (sign(end)) ++end;
    end = skipDigits(text, end);
    if (end < text.size() && text[end] == '.') end = skipDigits(text, end + 1);
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        const std::size_t digits = end + (sign(end + 1) ? 2 : 1);
        const std::size_t exponentEnd = skipDigits(text, digits);
        if (exponentEnd > digits) end = exponentEnd;
    }
    return end;
}

std::optional<Measure> parseMeasure(std::string_view text) {
    const std::size_t length = numberLength(text);
    const std::string_view literal = text.substr(0, length);
    std::optional<Rational> number = Rational::parse(literal);
    if (!number) return std::nullopt;
    const std::size_t begin = text.find_first_not_of(' ', length);
    const std::string_view unit = begin == std::string_view::npos ? std::string_view() : text.substr(begin);
    // "3,842 t", "1/2 t": the number goes on, and not as numbers are written here.
    if (!unit.empty() && unit != percent && std::ispunct(static_cast<unsigned char>(unit.front())) != 0) return std::nullopt;
    return Measure{*std::move(number), literal, unit};
}

bool isNumber(const Node& node) {
    return node.kind == Node::Kind::Integer || node.kind == Node::Kind::Decimal;
}

// A number without its unit: bare, or alone in a text.
std::optional<Measure> bareNumber(const Context& context, const Node& node) {
    if (isNumber(node)) return Measure{node.number, context.sources.text(node.span), {}};
    if (node.kind != Node::Kind::Text) return std::nullopt;
    std::optional<Measure> measure = parseMeasure(node.text);
    if (!measure || !measure->unit.empty()) return std::nullopt;
    return measure;
}

std::optional<Measure> measureOf(const Node& node) {
    if (node.kind != Node::Kind::Text) return std::nullopt;
    std::optional<Measure> measure = parseMeasure(node.text);
    if (!measure || measure->unit.empty()) return std::nullopt;
    return measure;
}

std::string withUnit(std::string_view number, std::string_view unit) {
    return std::string(number) + ' ' + std::string(unit);
}

std::string exactText(const Rational& value) {
    constexpr int places = 12;
    std::string decimal = value.decimal(places);
    return Rational::parse(decimal) == value ? decimal : value.exact();
}

// The unit that a text names, if it measures `dimension`.
std::optional<quantity::Unit> unitFor(const Context& context, const Subject& subject, const Node& node, std::string_view written,
                                      const quantity::Dimension& dimension, std::string_view wanted) {
    std::optional<quantity::Unit> unit = context.rules.units.find(written);
    if (!unit) {
        diagnostics::Diagnostic& finding = report(context, Kind::CaseUnitUnknown, node.span, subject, {{"unit", name(written)}});
        if (const std::vector<std::string>* meant = context.rules.units.meaningsOf(written)) {
            finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{*meant}}});
            return std::nullopt;
        }
        std::vector<std::string> candidates = context.rules.units.spellings();
        candidates.emplace_back(wanted);
        proposeNames(finding, written, candidates);
        return std::nullopt;
    }
    if (unit->dimension != dimension) {
        report(context, Kind::CaseUnitMismatch, node.span, subject, {{"unit", name(written)}, {"wanted", name(wanted)}});
        return std::nullopt;
    }
    return unit;
}

// A bare 0.08 may be meant as a part of one or as per cent; a bare 8 hardly as 800 %.
void proposeRatios(diagnostics::Diagnostic& finding, const Measure& bare) {
    const std::string asPercent = quoted(withUnit(bare.literal, percent));
    if (bare.number.isZero() || bare.number.abs() > 1) {
        proposeInstead(finding, asPercent);
        return;
    }
    const std::string asPart = quoted(withUnit(exactText(bare.number * 100), percent));
    finding.note(Kind::CaseWriteEither, {}, {{"first", name(asPart)}, {"second", name(asPercent)}});
}

std::string_view periodWord(TypeKind kind) {
    switch (kind) {
        case TypeKind::Days:
            return "days";
        case TypeKind::Months:
            return "months";
        default:
            return "working days";
    }
}

// How many days, months or working days one of the word is; empty: the word does not measure this period.
std::optional<int> periodFactor(TypeKind kind, std::string_view word) {
    if (kind == TypeKind::Days && (word == "day" || word == "days")) return 1;
    if (kind == TypeKind::WorkingDays && (word == "working day" || word == "working days")) return 1;
    if (kind == TypeKind::Months && (word == "month" || word == "months")) return 1;
    if (kind == TypeKind::Months && (word == "year" || word == "years")) return 12;
    return std::nullopt;
}

}  // namespace

std::optional<Rational> readQuantity(const Context& context, const Subject& subject, const Node& node) {
    const quantity::Unit& declared = subject.quality.unit;
    const std::optional<Measure> measure = measureOf(node);
    if (!measure) {
        const std::optional<Measure> bare = bareNumber(context, node);
        diagnostics::Diagnostic& finding =
            report(context, Kind::CaseQuantityExpected, node.span, subject,
                   {{"unit", name(declared.symbol)}, {"example", name(quoted(withUnit("12.5", declared.symbol)))}});
        if (bare) proposeInstead(finding, quoted(withUnit(bare->literal, declared.symbol)));
        return std::nullopt;
    }
    if (measure->unit == declared.symbol) return measure->number * declared.factor;
    const std::optional<quantity::Unit> unit =
        unitFor(context, subject, node, measure->unit, subject.quality.type.dimension, declared.symbol);
    if (!unit) return std::nullopt;
    return measure->number * unit->factor;
}

std::optional<Rational> readRatio(const Context& context, const Subject& subject, const Node& node) {
    const std::optional<Measure> measure = measureOf(node);
    if (!measure) {
        const std::optional<Measure> bare = bareNumber(context, node);
        diagnostics::Diagnostic& finding = report(context, Kind::CaseRatioExpected, node.span, subject);
        if (bare) proposeRatios(finding, *bare);
        return std::nullopt;
    }
    if (measure->unit == percent) return measure->number / 100;
    const std::optional<quantity::Unit> unit = unitFor(context, subject, node, measure->unit, {}, percent);
    if (!unit) return std::nullopt;
    return measure->number * unit->factor;
}

std::optional<Rational> readPeriod(const Context& context, const Subject& subject, const Node& node) {
    const TypeKind kind = subject.quality.type.kind;
    const std::optional<Measure> measure = measureOf(node);
    const std::optional<int> factor = measure ? periodFactor(kind, measure->unit) : std::nullopt;
    if (factor && measure->number.isWhole()) return measure->number * *factor;

    const std::string_view word = periodWord(kind);
    const std::optional<Measure> bare = bareNumber(context, node);
    diagnostics::Diagnostic& finding = report(context, Kind::CasePeriodExpected, node.span, subject,
                                              {{"unit", name(word)}, {"example", name(quoted(withUnit("30", word)))}});
    if (bare && bare->number.isWhole()) proposeInstead(finding, quoted(withUnit(bare->literal, word)));
    return std::nullopt;
}

std::string written(const check::Quality& quality, const Rational& value) {
    switch (quality.type.kind) {
        case TypeKind::Quantity:
            return withUnit(exactText(value / quality.unit.factor), quality.unit.symbol);
        case TypeKind::Ratio:
            return withUnit(exactText(value * 100), percent);
        case TypeKind::Days:
        case TypeKind::Months:
        case TypeKind::WorkingDays:
            return withUnit(exactText(value), periodWord(quality.type.kind));
        case TypeKind::Date:
            return quantity::Date(static_cast<std::int32_t>(value.toInteger().value_or(0))).text();
        default:
            return exactText(value);
    }
}

}  // namespace assay::facts

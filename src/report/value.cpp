#include "assay/report/value.hpp"

#include "assay/report/outcome.hpp"
#include "assay/report/words.hpp"
#include "text_writer.hpp"

namespace assay::report {

using check::TypeKind;
using diagnostics::Language;
using evaluate::Known;
using quantity::Rational;

namespace {

constexpr int wholePlaces = 12;
constexpr int cutPlaces = 6;
constexpr std::size_t longestFraction = 24;

// The first `cutPlaces` places of a number's decimal expansion, zeros kept, towards zero.
std::string cutDecimal(const Rational& value) {
    std::int64_t scale = 1;
    for (int place = 0; place < cutPlaces; ++place)
        scale *= 10;
    const Rational scaled = (value.abs() * Rational(scale)).floor();
    std::string digits = scaled.decimal(0);
    if (digits.size() <= cutPlaces) digits.insert(0, cutPlaces + 1 - digits.size(), '0');
    digits.insert(digits.size() - cutPlaces, ".");
    return (value.sign() < 0 ? "-" : "") + digits;
}

std::string dateText(const Rational& dayNumber) {
    const std::optional<std::int64_t> day = dayNumber.toInteger();
    return day ? quantity::Date(static_cast<std::int32_t>(*day)).text() : dayNumber.exact();
}

Rational inUnit(const Rational& coherent, const check::Declaration& declaration) {
    return declaration.type.kind == TypeKind::Quantity ? coherent / declaration.unit.factor : coherent;
}

}  // namespace

std::string shownPoint(const Rational& value, const check::Type& type, const quantity::Unit& unit, Language language) {
    switch (type.kind) {
        case TypeKind::Date:
            return dateText(value);
        case TypeKind::Days:
        case TypeKind::Months:
        case TypeKind::WorkingDays:
            return periodText(value, type.kind, language);
        case TypeKind::Ratio:
            return shownNumber(value * Rational(100)) + " %";
        case TypeKind::Quantity:
            return shownNumber(value / unit.factor) + (unit.symbol.empty() ? "" : " " + unit.symbol);
        default:
            return shownNumber(value);
    }
}

std::string shownInterval(const quantity::Interval& line, const check::Type& type, const quantity::Unit& unit, Language language) {
    const auto point = [&](const Rational& end) { return shownPoint(end, type, unit, language); };
    if (line.isPoint()) return point(*line.low);
    if (line.low && line.high) return point(*line.low) + ".." + point(*line.high);
    if (line.low) return std::string(word(Word::AtLeast, language)) + " " + point(*line.low);
    if (line.high) return std::string(word(Word::AtMost, language)) + " " + point(*line.high);
    return std::string(word(Word::Unknown, language));
}

std::string shownNumber(const Rational& value) {
    std::string whole = value.decimal(wholePlaces);
    if (Rational::parse(whole) == value) return whole;
    std::string shown = cutDecimal(value) + "…";
    const std::string fraction = value.exact();
    if (fraction.size() <= longestFraction) shown += " (" + fraction + ")";
    return shown;
}

std::string periodText(const Rational& length, TypeKind kind, Language language) {
    const std::string number = shownNumber(length);
    if (language == Language::Chinese) {
        return number + (kind == TypeKind::Days ? " 天" : kind == TypeKind::Months ? " 个月" : " 个工作日");
    }
    const std::string unit = kind == TypeKind::Days ? " day" : kind == TypeKind::Months ? " month" : " working day";
    return number + unit + (length == Rational(1) ? "" : "s");
}

std::string shownValue(const Known& value, const check::Declaration& declaration, const check::Checked& rules, Language language) {
    switch (value.kind) {
        case Known::Kind::Unknown:
            return std::string(word(Word::Unknown, language));
        case Known::Kind::None:
            return std::string(word(Word::None, language));
        case Known::Kind::Bool:
            if (!value.settled) return std::string(word(Word::Unknown, language));
            return std::string(word(value.boolean ? Word::True : Word::False, language));
        case Known::Kind::Line:
            return shownInterval(value.line, declaration.type, declaration.unit, language);
        case Known::Kind::Enumerator: {
            const std::string names = join(enumeratorNames(rules, declaration.type.enumeration, value.candidates));
            return value.settled ? names : std::string(word(Word::OneOf, language)) + " " + names;
        }
        case Known::Kind::Text:
        case Known::Kind::Item:
        case Known::Kind::List:
            return value.settled ? value.text : std::string(word(Word::Unknown, language));
    }
    return {};
}

std::string exactEnd(const Rational& end, const check::Declaration& declaration) {
    return declaration.type.kind == TypeKind::Date ? dateText(end) : inUnit(end, declaration).exact();
}

std::optional<std::string> exactValue(const Known& value, const check::Declaration& declaration, const check::Checked& rules) {
    if (!value.settled) return std::nullopt;
    switch (value.kind) {
        case Known::Kind::Unknown:
            return std::nullopt;
        case Known::Kind::None:
            return "none";
        case Known::Kind::Bool:
            return value.boolean ? "true" : "false";
        case Known::Kind::Line:
            if (!value.line.isPoint()) return std::nullopt;
            return exactEnd(*value.line.low, declaration);
        case Known::Kind::Enumerator:
            return join(enumeratorNames(rules, declaration.type.enumeration, value.candidates));
        case Known::Kind::Text:
        case Known::Kind::Item:
        case Known::Kind::List:
            return value.text;
    }
    return std::nullopt;
}

}  // namespace assay::report

#include "words.hpp"

namespace assay::analyze {

using check::Constant;
using check::Type;
using check::TypeKind;
using quantity::Rational;

namespace {

// A decimal where twelve places hold the number exactly, else a fraction.
std::string numberText(const Rational& number) {
    constexpr int places = 12;
    const std::string decimal = number.decimal(places);
    return Rational::parse(decimal) == number ? decimal : number.exact();
}

std::string counted(const Rational& length, const char* unit) {
    return numberText(length) + unit + (length == Rational(1) ? "" : "s");
}

std::string lineText(const Rational& value, const Type& type, const check::Checked& checked) {
    switch (type.kind) {
        case TypeKind::Date:
            return quantity::Date(static_cast<std::int32_t>(value.toInteger().value_or(0))).text();
        case TypeKind::Days:
            return counted(value, " day");
        case TypeKind::Months:
            return counted(value, " month");
        case TypeKind::WorkingDays:
            return counted(value, " working day");
        case TypeKind::Ratio:
            return numberText(value * Rational(100)) + " %";
        case TypeKind::Quantity: {
            Type plain = type;
            plain.optional = false;
            return numberText(value) + " " + check::describe(plain, checked);
        }
        default:
            return numberText(value);
    }
}

// One end that lies beside every value of the type says nothing.
bool isEndOfTime(const std::optional<Rational>& end, const Type& type) {
    if (!end || type.kind != TypeKind::Date) return !end;
    return *end <= Rational(quantity::Date::first().dayNumber()) || *end >= Rational(quantity::Date::last().dayNumber());
}

}  // namespace

std::string valueText(const Constant& value, const Type& type, const check::Checked& checked) {
    if (std::holds_alternative<Constant::None>(value.value)) return "none";
    if (const auto* truth = std::get_if<bool>(&value.value)) return *truth ? "true" : "false";
    if (const auto* number = std::get_if<Rational>(&value.value)) return lineText(*number, type, checked);
    if (const auto* date = std::get_if<quantity::Date>(&value.value)) return date->text();
    if (const auto* text = std::get_if<std::string>(&value.value)) return '"' + *text + '"';
    const auto& enumerator = std::get<Constant::Enumerator>(value.value);
    return checked.enumerations[enumerator.enumeration].enumerators[enumerator.index].name;
}

std::string cellText(const Region& region, const Type& type, const check::Checked& checked) {
    if (!region.isOnLine()) return valueText(region.value, type, checked);
    const bool openLow = isEndOfTime(region.low, type);
    const bool openHigh = isEndOfTime(region.high, type);
    const std::string low = openLow ? "" : lineText(*region.low, type, checked);
    const std::string high = openHigh ? "" : lineText(*region.high, type, checked);
    if (openLow && openHigh) return "any";
    if (!region.lowStrict && !region.highStrict) return !openLow && low == high ? low : low + ".." + high;
    const std::string from = openLow ? "" : (region.lowStrict ? "> " : ">= ") + low;
    const std::string to = openHigh ? "" : (region.highStrict ? "< " : "<= ") + high;
    return from.empty() || to.empty() ? from + to : from + " " + to;
}

std::string readingText(check::ReadingId reading, std::size_t alternative, const check::Checked& checked) {
    return checked.readings[reading].name + " is " + checked.readings[reading].alternatives[alternative];
}

std::string witnessText(const TableInput& input, const check::Table& table, const check::Checked& checked) {
    std::string text;
    const auto separate = [&text] { text += text.empty() ? "" : ", "; };
    for (std::size_t index = 0; index < table.parameters.size(); ++index) {
        const check::Parameter& parameter = table.parameters[index];
        separate();
        text += parameter.name + " = " + valueText(input.arguments[index].value, parameter.type, checked);
    }
    for (const auto& [reading, alternative] : input.readings) {
        separate();
        text += readingText(reading, alternative, checked);
    }
    return text;
}

std::string rowText(const TableInput& input, const check::Table& table, const check::Checked& checked) {
    std::string text = "|";
    for (std::size_t index = 0; index < table.parameters.size(); ++index) {
        text += " " + cellText(input.arguments[index], table.parameters[index].type, checked) + " |";
    }
    return text;
}

}  // namespace assay::analyze

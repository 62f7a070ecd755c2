#include <cstdlib>

#include "types.hpp"

namespace assay::check {

namespace {

// A simple unit that is the coherent unit of one base dimension; the dimension's own name if the table has none.
std::string baseSymbol(const std::string& base, const quantity::UnitTable& units) {
    quantity::Dimension dimension;
    dimension.powers[base] = 1;
    for (const std::string& spelling : units.spellings()) {
        const std::optional<quantity::Unit> unit = units.find(spelling);
        if (unit && unit->factor == quantity::Rational(1) && unit->dimension == dimension) return spelling;
    }
    return base;
}

std::string describeElement(const Type& list, const Checked& checked) {
    if (list.element == TypeKind::Record) {
        return list.list.valid() ? checked.records[checked.lists[list.list].record].name : "records";
    }
    Type element = list;
    element.kind = list.element;
    element.element = list.element == TypeKind::List ? TypeKind::Item : TypeKind::Error;
    element.optional = false;
    return describe(element, checked);
}

std::string describeKind(const Type& type, const Checked& checked) {
    switch (type.kind) {
        case TypeKind::Error:
            return "error";
        case TypeKind::Bool:
            return "bool";
        case TypeKind::Count:
            return "count";
        case TypeKind::Number:
            return "number";
        case TypeKind::Quantity:
            return coherentSymbol(type.dimension, checked.units);
        case TypeKind::Ratio:
            return "ratio";
        case TypeKind::Date:
            return "date";
        case TypeKind::Days:
            return "days";
        case TypeKind::Months:
            return "months";
        case TypeKind::WorkingDays:
            return "working_days";
        case TypeKind::Text:
            return "text";
        case TypeKind::Enum:
            return checked.enumerations[type.enumeration].name;
        case TypeKind::Item:
            return "item of " + checked.lists[type.list].name;
        case TypeKind::Record:
            return "record";
        case TypeKind::List:
            return "list of " + describeElement(type, checked);
    }
    return {};
}

}  // namespace

std::string coherentSymbol(const quantity::Dimension& dimension, const quantity::UnitTable& units) {
    for (const std::string& spelling : units.spellings()) {
        const std::optional<quantity::Unit> unit = units.find(spelling);
        if (unit && unit->factor == quantity::Rational(1) && unit->dimension == dimension) return spelling;
    }
    std::string over;
    std::string under;
    for (const auto& [base, power] : dimension.powers) {
        std::string& side = power > 0 ? over : under;
        for (int count = 0; count < std::abs(power); ++count) {
            if (!side.empty()) side += '.';
            side += baseSymbol(base, units);
        }
    }
    if (over.empty()) over = "1";
    return under.empty() ? over : over + "/" + under;
}

std::string describe(const Type& type, const Checked& checked) {
    return describeKind(type, checked) + (type.optional ? "?" : "");
}

}  // namespace assay::check

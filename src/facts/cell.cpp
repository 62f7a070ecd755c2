#include "cell.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace assay::facts {

using check::TypeKind;
using document::Node;
using quantity::Rational;

namespace {

constexpr std::string_view percent = "%";

bool isNone(std::string_view text) {
    return text == "none" || text == "无";
}

Node noneOf(const Cell& cell) {
    Node none;
    none.kind = Node::Kind::Bool;
    none.boolean = true;
    none.span = cell.span;
    Node node;
    node.span = cell.span;
    node.members.push_back({"none", cell.span, std::move(none)});
    return node;
}

// As people and spreadsheets write it: TRUE, yes, 是.
std::optional<bool> boolOf(std::string_view text) {
    std::string word(text);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; });
    constexpr std::array<std::string_view, 3> yes = {"true", "yes", "是"};
    constexpr std::array<std::string_view, 3> no = {"false", "no", "否"};
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
    if (std::find(no.begin(), no.end(), word) != no.end()) return false;
    return std::nullopt;
}

Node boolNode(const Cell& cell) {
    const std::optional<bool> value = boolOf(cell.text);
    if (!value) return textOf(cell);
    Node node;
    node.kind = Node::Kind::Bool;
    node.boolean = *value;
    node.span = cell.span;
    return node;
}

Node numberNode(const Cell& cell) {
    const std::optional<Rational> number = Rational::parse(cell.text);
    if (!number) return textOf(cell);
    Node node;
    const bool isWhole = cell.text.find_first_of(".eE") == std::string::npos;
    node.kind = isWhole ? Node::Kind::Integer : Node::Kind::Decimal;
    node.number = *number;
    node.span = cell.span;
    return node;
}

Node measureNode(const std::string& unit, const Cell& cell) {
    Node node = textOf(cell);
    if (!unit.empty() && Rational::parse(cell.text)) node.text += ' ' + unit;
    return node;
}

Node listNode(const Cell& cell) {
    Node node;
    node.kind = Node::Kind::Array;
    node.span = cell.span;
    if (cell.text == "[]") return node;
    std::string_view rest = cell.text;
    while (true) {
        const std::size_t end = rest.find(';');
        std::string_view element = rest.substr(0, end);
        element.remove_prefix(std::min(element.find_first_not_of(' '), element.size()));
        element = element.substr(0, element.find_last_not_of(' ') + 1);
        node.items.push_back(textOf({std::string(element), cell.span}));
        if (end == std::string_view::npos) return node;
        rest.remove_prefix(end + 1);
    }
}

}  // namespace

bool acceptsUnit(const Context& context, const check::Field& field, const std::string& unit) {
    switch (field.type.kind) {
        case TypeKind::Ratio:
            return unit == percent;
        case TypeKind::Quantity: {
            const std::optional<quantity::Unit> found = context.rules.units.find(unit);
            return unit == field.unit.symbol || (found && found->dimension == field.type.dimension);
        }
        case TypeKind::Days:
            return unit == "days";
        case TypeKind::Months:
            return unit == "months" || unit == "years";
        case TypeKind::WorkingDays:
            return unit == "working days";
        default:
            return false;
    }
}

Node valueOf(const check::Field& field, const std::string& unit, const Cell& cell) {
    const TypeKind kind = field.type.kind;
    const bool isWord = kind == TypeKind::Text || kind == TypeKind::Enum || kind == TypeKind::Item;
    if (isNone(cell.text) && (field.type.optional || !isWord)) return noneOf(cell);
    switch (kind) {
        case TypeKind::Bool:
            return boolNode(cell);
        case TypeKind::Count:
        case TypeKind::Number:
            return numberNode(cell);
        case TypeKind::Quantity:
        case TypeKind::Ratio:
        case TypeKind::Days:
        case TypeKind::Months:
        case TypeKind::WorkingDays:
            return measureNode(unit, cell);
        case TypeKind::Date:
            return dateOf(cell);
        case TypeKind::List:
            return listNode(cell);
        default:
            return textOf(cell);
    }
}

Node textOf(const Cell& cell) {
    Node node;
    node.kind = Node::Kind::Text;
    node.text = cell.text;
    node.span = cell.span;
    return node;
}

Node dateOf(const Cell& cell) {
    const std::optional<quantity::Date> date = quantity::Date::parse(cell.text);
    if (!date) return textOf(cell);
    Node node;
    node.kind = Node::Kind::Date;
    node.date = *date;
    node.span = cell.span;
    return node;
}

}  // namespace assay::facts

#include "parameters.hpp"

namespace assay::evaluate {

using check::Cell;
using check::TypeKind;
using lower::Op;
using quantity::Rational;

const char* typeWord(check::TypeKind kind) {
    switch (kind) {
        case TypeKind::Bool:
            return "bool";
        case TypeKind::Count:
            return "count";
        case TypeKind::Number:
            return "number";
        case TypeKind::Quantity:
            return "quantity";
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
            return "enum";
        case TypeKind::Item:
            return "item";
        case TypeKind::List:
            return "list";
        case TypeKind::Record:
        case TypeKind::Error:
            break;
    }
    return "";
}

namespace {

std::vector<std::string> namesOf(const check::Enumeration& enumeration) {
    std::vector<std::string> names;
    for (const check::Enumerator& enumerator : enumeration.enumerators)
        names.push_back(enumerator.name);
    return names;
}

struct ConstantText {
    std::string operator()(const check::Constant::None&) const { return "none"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(const Rational& number) const { return number.exact(); }
    std::string operator()(const quantity::Date& date) const { return date.text(); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const check::Constant::Enumerator& enumerator) const {
        return rules.enumerations[enumerator.enumeration].enumerators[enumerator.index].name;
    }
    const check::Checked& rules;
};

// A point of the line of a parameter, as conclusions spell it.
std::string pointText(const Rational& point, const check::Type& type, const check::Checked& rules) {
    const std::optional<std::int64_t> whole = point.toInteger();
    if (type.kind == TypeKind::Date && whole) return quantity::Date(static_cast<std::int32_t>(*whole)).text();
    if (type.kind == TypeKind::Enum && whole)
        return rules.enumerations[type.enumeration].enumerators[static_cast<std::size_t>(*whole)].name;
    return point.exact();
}

void addCell(const Cell& cell, const check::Type& type, const check::Checked& rules, std::vector<std::string>& out) {
    out.emplace_back("cell");
    switch (cell.kind) {
        case Cell::Kind::Any:
            out.emplace_back("any");
            return;
        case Cell::Kind::None:
            out.emplace_back("none");
            return;
        case Cell::Kind::Equals:
            for (const check::Constant& value : cell.equals)
                out.push_back((&value == &cell.equals.front() ? "is " : "or ") + std::visit(ConstantText{rules}, value.value));
            return;
        case Cell::Kind::Range:
            break;
    }
    if (type.kind == TypeKind::Enum) {
        for (const std::string& name : namesOf(rules.enumerations[type.enumeration]))
            out.push_back("of " + name);
    }
    if (cell.low) out.push_back((cell.lowStrict ? "above " : "from ") + pointText(*cell.low, type, rules));
    if (cell.high) out.push_back((cell.highStrict ? "below " : "to ") + pointText(*cell.high, type, rules));
}

}  // namespace

std::vector<std::string> parametersOf(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    switch (node.op) {
        case Op::StageEntered:
            return {state.block().entry(state.caseOf(place)).asOf.text()};
        case Op::Less:
        case Op::LessEqual:
        case Op::Greater:
        case Op::GreaterEqual: {
            const check::Type& type = state.node(node.operands[0]).type;
            return type.kind == TypeKind::Enum ? namesOf(state.rules().enumerations[type.enumeration]) : std::vector<std::string>();
        }
        case Op::Due:
            switch (static_cast<lower::RollsOver>(node.payload)) {
                case lower::RollsOver::Never:
                    return {};
                case lower::RollsOver::Always:
                    return {"rolls over"};
                case lower::RollsOver::When:
                    return {"rolls over when"};
            }
            return {};
        default:
            return node.inner.valid() && node.payload == 1 ? std::vector<std::string>{"where"} : std::vector<std::string>();
    }
}

std::vector<std::string> cellsOf(const check::Table& table, const check::Checked& rules) {
    using Hit = syntax::TableDecl::Hit;
    std::vector<std::string> cells{table.hit == Hit::Unique ? "unique" : table.hit == Hit::First ? "first" : "collect"};
    for (const check::Row& row : table.rows) {
        cells.emplace_back(row.when.valid() ? "row when" : "row");
        for (std::size_t index = 0; index < row.cells.size(); ++index)
            addCell(row.cells[index], table.parameters[index].type, rules, cells);
    }
    return cells;
}

}  // namespace assay::evaluate

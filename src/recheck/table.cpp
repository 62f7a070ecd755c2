#include <algorithm>
#include <charconv>

#include "redo.hpp"
#include "value.hpp"

// A table looked up again: its parameters hold every cell (see src/evaluate/parameters.hpp).
namespace assay::recheck {

using quantity::Interval;
using quantity::Rational;
using trace::Step;
using trace::StepKind;

namespace {

using Cell = std::vector<std::string>;

struct Row {
    bool isConditional = false;
    std::vector<Cell> cells;
};

// Empty: not the cells of a table.
std::vector<Row> rowsOf(const std::vector<std::string>& parameters) {
    std::vector<Row> rows;
    for (std::size_t i = 1; i < parameters.size(); ++i) {
        const std::string& each = parameters[i];
        if (each == "row" || each == "row when") {
            rows.push_back({each == "row when", {}});
        } else if (rows.empty()) {
            return {};
        } else if (each == "cell") {
            rows.back().cells.emplace_back();
        } else if (rows.back().cells.empty()) {
            return {};
        } else {
            rows.back().cells.back().push_back(each);
        }
    }
    return rows;
}

std::optional<Rational> placeOf(const std::string& text, const std::vector<std::string>& alternatives, bool isDate) {
    if (!alternatives.empty()) {
        const auto found = std::find(alternatives.begin(), alternatives.end(), text);
        return found == alternatives.end() ? std::nullopt : std::optional<Rational>(found - alternatives.begin());
    }
    const std::optional<Interval> line = lineOf(text, isDate);
    return line && line->isPoint() ? line->low : std::nullopt;
}

// Whether an argument that is settled lies in the cell.
bool matches(const Cell& cell, const Step& argument) {
    if (cell.empty() || cell.front() == "any") return true;
    if (cell.front() == "none") return argument.conclusion == "none";
    if (argument.conclusion == "none") return false;
    std::vector<std::string> alternatives;
    bool within = true;
    for (const std::string& part : cell) {
        const std::size_t blank = part.find(' ');
        const std::string word = part.substr(0, blank);
        const std::string text = blank == std::string::npos ? "" : part.substr(blank + 1);
        if (word == "is" || word == "or") {
            if (text == argument.conclusion) return true;
            within = false;
            continue;
        }
        if (word == "of") {
            alternatives.push_back(text);
            continue;
        }
        const bool isDate = argument.type == "date";
        const std::optional<Rational> value = placeOf(argument.conclusion, alternatives, isDate);
        const std::optional<Rational> end = placeOf(text, alternatives, isDate);
        if (!value || !end) return false;
        const bool holds = word == "from"    ? *value >= *end
                           : word == "above" ? *value > *end
                           : word == "to"    ? *value <= *end
                                             : *value < *end;
        within = within && holds;
    }
    return within;
}

std::optional<std::size_t> numberOf(const std::string& text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

Redone disagrees(std::string actual) {
    return {Answer::Disagrees, std::move(actual)};
}

}  // namespace

Redone redoTable(const Step& step) {
    const std::vector<Row> rows = rowsOf(step.parameters);
    if (rows.empty()) return unknownOperator();
    std::vector<const Step*> arguments;
    std::vector<const Step*> listed;
    for (const Step& premise : step.premises)
        (premise.kind == StepKind::Row ? listed : arguments).push_back(&premise);
    if (std::any_of(arguments.begin(), arguments.end(), [](const Step* each) { return isUnsettled(*each); })) return undecided();
    const auto isMatched = [&](const Row& row) {
        if (row.cells.size() != arguments.size()) return false;
        for (std::size_t index = 0; index < arguments.size(); ++index) {
            if (!matches(row.cells[index], *arguments[index])) return false;
        }
        return true;
    };
    std::vector<bool> isListed(rows.size(), false);
    for (const Step* row : listed) {
        const std::optional<std::size_t> number = numberOf(row->subject);
        if (!number || *number > rows.size()) return unknownOperator();
        if (!isMatched(rows[*number - 1])) return disagrees("no row " + row->subject);
        isListed[*number - 1] = true;
    }
    const bool takesFirst = step.parameters.front() == "first";
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (!isListed[index] && !rows[index].isConditional && isMatched(rows[index])) return disagrees("row " + std::to_string(index + 1));
        if (takesFirst && isListed[index] && !rows[index].isConditional) break;
    }
    if (listed.empty()) return compared(step, std::string(open));
    if (step.parameters.front() == "collect") {
        std::string list;
        for (const Step* row : listed)
            list += (list.empty() ? "" : ", ") + row->conclusion;
        return compared(step, "[" + list + "]");
    }
    return listed.size() == 1 || takesFirst ? compared(step, listed.front()->conclusion) : compared(step, std::string(open));
}

}  // namespace assay::recheck

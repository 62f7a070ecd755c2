#include "grid.hpp"

#include <set>

#include "regions.hpp"

namespace assay::analyze {

using lower::NodeId;
using lower::Op;
using lower::Program;

namespace {

void collectReadings(const Program& program, NodeId node, std::set<check::ReadingId>& readings) {
    if (!node.valid()) return;
    const lower::Node& read = program.nodes[node];
    if (read.op == Op::ReadingIs) readings.insert(check::ReadingId(read.payload));
    for (const NodeId operand : read.operands)
        collectReadings(program, operand, readings);
}

// The truth of a row's `when`, which names readings only.
bool holds(const Program& program, NodeId node, const ReadingChoice& choice) {
    const lower::Node& read = program.nodes[node];
    const auto operand = [&](std::size_t index) { return holds(program, read.operands[index], choice); };
    switch (read.op) {
        case Op::Constant:
            return std::get<bool>(program.constants[read.payload].value.value);
        case Op::Not:
            return !operand(0);
        case Op::If:
            return operand(0) ? operand(1) : operand(2);
        case Op::And:
        case Op::Or: {
            const bool decisive = read.op == Op::Or;
            for (std::size_t index = 0; index < read.operands.size(); ++index) {
                if (operand(index) == decisive) return decisive;
            }
            return !decisive;
        }
        case Op::ReadingIs:
            for (const auto& [reading, alternative] : choice) {
                if (reading == check::ReadingId(read.payload)) return alternative == read.second;
            }
            return false;
        default:
            return true;  // `check` lets nothing else stand here
    }
}

}  // namespace

Grid::Grid(check::DeclId table, const Program& program) : table_(&std::get<check::Table>(program.checked->declarations[table].body)) {
    const lower::DeclarationParts& parts = program.declarations[table];
    addChoices(program, parts);
    addArguments(*program.checked);
    index(program, parts);
}

void Grid::addChoices(const Program& program, const lower::DeclarationParts& parts) {
    std::set<check::ReadingId> readings;
    for (const NodeId when : parts.conditions)
        collectReadings(program, when, readings);
    choices_ = {ReadingChoice{}};
    for (const check::ReadingId reading : readings) {
        std::vector<ReadingChoice> longer;
        for (const ReadingChoice& choice : choices_) {
            for (std::size_t alternative = 0; alternative < program.checked->readings[reading].alternatives.size(); ++alternative) {
                longer.push_back(choice);
                longer.back().emplace_back(reading, alternative);
            }
        }
        choices_ = std::move(longer);
    }
}

void Grid::addArguments(const check::Checked& checked) {
    for (std::size_t parameter = 0; parameter < table_->parameters.size(); ++parameter) {
        const check::Parameter& declared = table_->parameters[parameter];
        Partitioning partitioning(declared.type, checked, lowestRecorded(declared.type, declared.low), declared.high);
        for (const check::Row& row : table_->rows)
            partitioning.mention(row.cells[parameter]);
        arguments_.push_back(partitioning.regions());
    }
}

void Grid::index(const Program& program, const lower::DeclarationParts& parts) {
    const std::size_t rows = table_->rows.size();
    for (std::size_t axis = 0; axis < axes(); ++axis) {
        rowsAt_.emplace_back(size(axis), Bits(rows));
        positionsOf_.emplace_back(rows, Bits(size(axis)));
        for (std::size_t position = 0; position < size(axis); ++position) {
            for (std::size_t row = 0; row < rows; ++row) {
                const NodeId when = parts.conditions[row];
                const bool matched = axis == 0 ? !when.valid() || holds(program, when, choices_[position])
                                               : matches(table_->rows[row].cells[axis - 1], region(axis, position).value);
                if (!matched) continue;
                rowsAt_[axis][position].add(row);
                positionsOf_[axis][row].add(position);
            }
        }
    }
}

TableInput Grid::input(const std::vector<std::size_t>& positions) const {
    TableInput input;
    input.readings = choices_[positions[0]];
    for (std::size_t axis = 1; axis < axes(); ++axis)
        input.arguments.push_back(region(axis, positions[axis]));
    return input;
}

quantity::Rational Grid::combinations() const {
    quantity::Rational product = 1;
    for (std::size_t axis = 0; axis < axes(); ++axis)
        product *= quantity::Rational(static_cast<std::int64_t>(size(axis)));
    return product;
}

}  // namespace assay::analyze

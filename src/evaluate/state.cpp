#include "state.hpp"

#include <algorithm>
#include <numeric>

#include "conclude.hpp"
#include "kernels.hpp"
#include "partition.hpp"
#include "wanted.hpp"

namespace assay::evaluate {

using lower::NodeId;
using lower::Op;
using lower::SpaceId;
using lower::SpaceKind;

namespace {

// Values that are read from the block or the program, without a column of their own.
bool isStored(Op op) {
    return op != Op::Constant && op != Op::Fact && op != Op::AsOf && op != Op::ReadingIs && op != Op::Field;
}

Value fromConstant(const check::Constant& constant) {
    struct Convert {
        Value operator()(check::Constant::None) const { return Value::none(); }
        Value operator()(bool truth) const { return Value::of(truth); }
        Value operator()(const quantity::Rational& number) const { return Value::of(number); }
        Value operator()(const quantity::Date& date) const { return Value::of(quantity::Rational(date.dayNumber())); }
        Value operator()(const std::string& text) const { return {Text{base::Boxed<std::string>(text)}}; }
        Value operator()(const check::Constant::Enumerator& enumerator) const { return Value::enumerator(enumerator.index); }
    };
    return std::visit(Convert{}, constant.value);
}

const Value alwaysTrue = Value::of(true);
const Value alwaysFalse = Value::of(false);

}  // namespace

State::State(const lower::Program& program, std::vector<CaseRow> cases, const Limits& limits)
    : program_(program), limits_(limits), block_(*program.checked, std::move(cases)) {
    rows_.resize(program.spaces.size());
    hasRows_.resize(program.spaces.size());
    columns_.resize(program.nodes.size());
    unknown_.resize(program.nodes.size());
    for (const lower::Literal& literal : program.constants)
        constants_.push_back(fromConstant(literal.value));
    nodesIn_.resize(program.spaces.size());
    for (const lower::Node& each : program.nodes)
        ++nodesIn_[each.space.index()];
    steps_.resize(block_.size());
    exhausted_.resize(block_.size());
}

State::~State() = default;

void State::run(const std::vector<check::DeclId>& of, const std::vector<Forced>& forced) {
    const std::vector<bool> wanted = wantedNodes(program_, of);
    Rows& cases = rows_[lower::Program::caseSpace()];
    cases.parent.resize(block_.size());
    std::iota(cases.parent.begin(), cases.parent.end(), RowIndex{0});
    cases.item = cases.caseOf = cases.parent;
    hasRows_[0] = true;
    for (std::size_t index = 0; index < program_.nodes.size(); ++index) {
        if (!wanted[index]) continue;
        const NodeId id(index);
        const lower::Node& each = program_.nodes[id];
        addRows(each.space);
        if (each.inner.valid()) addRows(each.inner);
        if (each.op == Op::Field) unknown_[id] = Value::any(each.type, rules());
        if (!isStored(each.op)) continue;
        if (each.op == Op::Declaration && each.inner.valid()) divide(check::DeclId(each.payload));
        const auto count = static_cast<RowIndex>(rows_[each.space].size());
        std::vector<Value>& column = columns_[id];
        column.reserve(count);
        for (RowIndex row = 0; row < count; ++row)
            column.push_back(compute({id, row}));
        for (const Forced& given : forced) {
            if (given.node != id) continue;
            const RowIndex row = rowsOfCase(*this, each.space, given.caseRow).first + given.offset;
            if (row < count && rows_[each.space].caseOf[row] == given.caseRow) column[row] = given.value;
        }
    }
}

void State::addRows(SpaceId id) {
    if (hasRows_[id.index()]) return;
    hasRows_[id.index()] = true;
    const lower::Space& space = program_.spaces[id];
    addRows(space.parent);
    if (space.base.valid()) addRows(space.base);
    const Rows& parents = rows_[space.parent];
    Rows& rows = rows_[id];
    for (RowIndex parentRow = 0; parentRow < parents.size(); ++parentRow) {
        const RowIndex caseRow = parents.caseOf[parentRow];
        const std::size_t before = rows.item.size();
        rows.first.push_back(static_cast<RowIndex>(before));
        addRowsOf(id, parentRow, rows);
        steps_[caseRow] += (rows.item.size() - before) * (nodesIn_[id.index()] + 1);
        if (exhausted_[caseRow] || steps_[caseRow] > limits_.steps) {
            exhausted_[caseRow] = true;
            rows.known.back() = false;
            rows.item.resize(before);
            rows.second.resize(std::min(rows.second.size(), before));
        }
        rows.parent.resize(rows.item.size(), parentRow);
        rows.caseOf.resize(rows.item.size(), caseRow);
    }
    rows.first.push_back(static_cast<RowIndex>(rows.item.size()));
}

void State::divide(check::DeclId partition) {
    std::vector<Divided>& divided = divided_[partition];
    for (RowIndex caseRow = 0; caseRow < block_.size(); ++caseRow) {
        steps_[caseRow] += stepsToDivide(*this, partition, caseRow);
        exhausted_[caseRow] = exhausted_[caseRow] || steps_[caseRow] > limits_.steps;
        divided.push_back(exhausted_[caseRow] ? Divided{} : evaluate::divide(*this, partition, caseRow));
    }
    std::vector<std::optional<std::vector<GroupRows>>> groups;
    for (const Divided& one : divided) {
        groups.emplace_back();
        if (!one.groups) continue;
        groups.back().emplace();
        for (const Group& group : *one.groups) {
            GroupRows rows;
            for (const std::size_t item : group)
                rows.push_back(one.items[item]);
            groups.back()->push_back(std::move(rows));
        }
    }
    block_.setGroups(std::get<check::Partition>(rules().declarations[partition].body).groups, groups);
}

const Divided& State::divided(check::DeclId partition, RowIndex caseRow) const {
    return divided_.at(partition)[caseRow];
}

// Adds the items of one parent row, and whether the list is known there.
void State::addRowsOf(SpaceId id, RowIndex parentRow, Rows& rows) {
    const lower::Space& space = program_.spaces[id];
    const ListTable& table = block_.table(space.list);
    const auto addRange = [&](RowIndex owner) {
        rows.known.push_back(table.known[owner]);
        for (RowIndex row = table.first[owner]; row < table.first[owner + 1]; ++row)
            rows.item.push_back(row);
    };
    switch (space.kind) {
        case SpaceKind::Case:
            break;
        case SpaceKind::Items:
            addRange(rows_[space.parent].caseOf[parentRow]);
            break;
        case SpaceKind::Children: {
            const Value& item = value(seenFrom(space.source, space.parent, parentRow));
            const auto& known = std::get<ItemRow>(item.possible).known;
            if (known) {
                addRange(*known);
            } else {
                rows.known.push_back(false);
            }
            break;
        }
        case SpaceKind::Members: {
            const Value& list = value(seenFrom(space.source, space.parent, parentRow));
            const auto& elements = std::get<Elements>(list.possible).known;
            rows.known.push_back(static_cast<bool>(elements));
            if (!elements) break;
            for (const Element& element : *elements)
                rows.item.push_back(*std::get<ItemRow>(element).known);
            break;
        }
        case SpaceKind::Consecutive: {
            const Rows& base = rows_[space.base];
            std::vector<std::pair<quantity::Rational, RowIndex>> ordered;
            bool known = base.known[parentRow];
            for (RowIndex row = base.first[parentRow]; row < base.first[parentRow + 1]; ++row) {
                const Value& key = value(seenFrom(space.source, space.base, row));
                const auto* number = std::get_if<quantity::Rational>(&key.possible);
                known = known && number != nullptr && key.settled();
                if (known) ordered.emplace_back(*number, base.item[row]);
            }
            rows.known.push_back(known);
            if (!known) break;
            std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            for (std::size_t index = 1; index < ordered.size(); ++index) {
                rows.item.push_back(ordered[index - 1].second);
                rows.second.push_back(ordered[index].second);
            }
            break;
        }
        case SpaceKind::Pairs: {
            const Rows& base = rows_[space.base];
            const RowIndex begin = base.first[parentRow];
            const RowIndex end = base.first[parentRow + 1];
            const std::size_t count = end - begin;
            const bool withinLimit = steps_[rows_[space.parent].caseOf[parentRow]] + count * count <= limits_.steps;
            rows.known.push_back(base.known[parentRow] && withinLimit);
            for (RowIndex first = begin; withinLimit && first < end; ++first) {
                for (RowIndex second = begin; second < end; ++second) {
                    if (first == second) continue;
                    rows.item.push_back(base.item[first]);
                    rows.second.push_back(base.item[second]);
                }
            }
            if (!withinLimit) exhausted_[rows_[space.parent].caseOf[parentRow]] = true;
            break;
        }
    }
}

const Value& State::value(Place place) const {
    const lower::Node& each = node(place.node);
    switch (each.op) {
        case Op::Constant:
            return constants_[each.payload];
        case Op::Fact:
            return block_.fact(check::FactId(each.payload), place.row);
        case Op::AsOf:
            return block_.asOf(place.row);
        case Op::ReadingIs:
            return block_.reading(check::ReadingId(each.payload), place.row) == each.second ? alwaysTrue : alwaysFalse;
        case Op::Field: {
            const Value& item = operandValue(place, 0);
            const auto& known = std::get<ItemRow>(item.possible).known;
            const check::ListId list = node(each.operands[0]).type.list;
            return known ? block_.field(check::FieldId(each.payload), list, *known) : unknown_[place.node];
        }
        default:
            return columns_[place.node][place.row];
    }
}

Place State::seenFrom(NodeId id, SpaceId space, RowIndex row) const {
    const SpaceId wanted = program_.nodes[id].space;
    while (space != wanted) {
        row = rows_[space].parent[row];
        space = program_.spaces[space].parent;
    }
    return {id, row};
}

State::Inner State::inner(Place quantifier) const {
    const lower::Node& each = node(quantifier.node);
    const Rows& rows = rows_[each.inner];
    // A quantifier's own space is the parent of its items' space.
    return {rows.first[quantifier.row], rows.first[quantifier.row + 1], rows.known[quantifier.row]};
}

Place State::target(Place atItem) const {
    const lower::Node& each = node(atItem.node);
    const auto& known = std::get<ItemRow>(operandValue(atItem, 0).possible).known;
    if (!known) return {};
    const lower::DeclarationParts& parts = program_.declarations[check::DeclId(each.payload)];
    // The rows of a list's own space stand in the order of its table, without those of a case that ran into the step limit.
    const std::vector<RowIndex>& items = rows_[parts.space].item;
    if (*known < items.size() && items[*known] == *known) return {parts.node, *known};
    const auto found = std::lower_bound(items.begin(), items.end(), *known);
    if (found == items.end() || *found != *known) return {};
    return {parts.node, static_cast<RowIndex>(found - items.begin())};
}

}  // namespace assay::evaluate

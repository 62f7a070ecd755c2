#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "assay/evaluate/evaluate.hpp"
#include "assay/lower/program.hpp"
#include "block.hpp"
#include "value.hpp"

namespace assay::evaluate {

struct Divided;

// The rows of a space in a block, ordered by parent row.
struct Rows {
    std::vector<RowIndex> first;   // by parent row: its first row; one more at the end
    std::vector<bool> known;       // by parent row: whether the list is known there
    std::vector<RowIndex> parent;  // by row
    std::vector<RowIndex> item;    // by row: a row of the list's table
    std::vector<RowIndex> second;  // by row of a Consecutive space or one of Pairs
    std::vector<RowIndex> caseOf;  // by row
    [[nodiscard]] std::size_t size() const { return parent.size(); }
};

// A node and a row of its own space.
struct Place {
    lower::NodeId node;
    RowIndex row = 0;
    auto operator<=>(const Place&) const = default;
};

// The kept values of an evaluation: one column a node. Every read goes through value().
class State {
public:
    State(const lower::Program& program, std::vector<CaseRow> cases, const Limits& limits);
    ~State();

    // A value that a place, which has a column, is given in place of the one that its operands give.
    struct Forced {
        RowIndex caseRow = 0;
        lower::NodeId node;
        RowIndex offset = 0;  // of its row, from the first of the case
        Value value;
    };
    // Computes the columns on which these declarations can rest; empty: every column. Called once.
    void run(const std::vector<check::DeclId>& of = {}, const std::vector<Forced>& forced = {});

    [[nodiscard]] const lower::Program& program() const { return program_; }
    [[nodiscard]] const check::Checked& rules() const { return *program_.checked; }
    [[nodiscard]] const Block& block() const { return block_; }
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] const lower::Node& node(lower::NodeId id) const { return program_.nodes[id]; }
    [[nodiscard]] const Rows& rows(lower::SpaceId id) const { return rows_[id]; }
    [[nodiscard]] bool exhausted(RowIndex caseRow) const { return exhausted_[caseRow]; }

    // The value of a place.
    [[nodiscard]] const Value& value(Place place) const;
    // The place of a node as seen from a row of `space`, which is the node's own or lies below it.
    [[nodiscard]] Place seenFrom(lower::NodeId node, lower::SpaceId space, RowIndex row) const;
    [[nodiscard]] Place operand(Place place, std::size_t index) const {
        const lower::Node& from = node(place.node);
        return seenFrom(from.operands[index], from.space, place.row);
    }
    [[nodiscard]] const Value& operandValue(Place place, std::size_t index) const { return value(operand(place, index)); }
    [[nodiscard]] RowIndex caseOf(Place place) const { return rows_[node(place.node).space].caseOf[place.row]; }

    // What a partition, whose node has been computed, comes to in a case.
    [[nodiscard]] const Divided& divided(check::DeclId partition, RowIndex caseRow) const;

    // The rows of a quantifier's items, and whether its list is known.
    struct Inner {
        RowIndex begin;
        RowIndex end;
        bool known;
    };
    [[nodiscard]] Inner inner(Place quantifier) const;

    // The place of a declaration for the item that an AtItem node's operand gives; no node if the item is unknown.
    [[nodiscard]] Place target(Place atItem) const;

private:
    void addRows(lower::SpaceId id);
    void addRowsOf(lower::SpaceId id, RowIndex parentRow, Rows& rows);
    // Divides the items of every case, and makes the groups rows of their list.
    void divide(check::DeclId partition);
    Value compute(Place place) const;

    const lower::Program& program_;
    Limits limits_;
    Block block_;
    base::IdVector<lower::SpaceId, Rows> rows_;
    std::vector<bool> hasRows_;
    base::IdVector<lower::NodeId, std::vector<Value>> columns_;
    base::IdVector<lower::NodeId, Value> unknown_;           // of a field whose item is unknown
    std::map<check::DeclId, std::vector<Divided>> divided_;  // by case
    std::vector<Value> constants_;
    std::vector<std::size_t> nodesIn_;  // by space: how many nodes stand in it
    std::vector<std::size_t> steps_;    // by case
    std::vector<bool> exhausted_;
};

}  // namespace assay::evaluate

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assay/evaluate/evaluate.hpp"
#include "value.hpp"

namespace assay::evaluate {

using RowIndex = std::uint32_t;

// The items of one list over all cases of a block, in case order, then parent order. Items that were not known on the
// case's day are left out.
struct ListTable {
    std::vector<RowIndex> first;             // by parent (a case, or a row of the parent list's table): its first row; one more at the end
    std::vector<bool> known;                 // by parent: whether the list is known there
    std::vector<RowIndex> caseOf;            // by row
    std::vector<RowIndex> parent;            // by row: the parent's row; of a list fact the case
    std::vector<std::size_t> item;           // by row: position in ListFacts::items
    std::vector<std::vector<Value>> fields;  // by field of the record, then row
};

// The inputs of a block: what each case says, as known on its day, as columns.
class Block {
public:
    Block(const check::Checked& rules, std::vector<CaseRow> entries);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const CaseRow& entry(RowIndex row) const { return entries_[row]; }
    [[nodiscard]] const Value& fact(check::FactId id, RowIndex row) const { return facts_[id][row]; }
    [[nodiscard]] const Value& asOf(RowIndex row) const { return asOf_[row]; }
    [[nodiscard]] std::size_t reading(check::ReadingId id, RowIndex row) const { return readings_[id][row]; }
    [[nodiscard]] const ListTable& table(check::ListId id) const { return tables_[id]; }
    [[nodiscard]] const Value& field(check::FieldId id, check::ListId list, RowIndex row) const {
        return tables_[list].fields[position_[id]][row];
    }
    [[nodiscard]] const Value& pair(check::FactId id, RowIndex caseRow, RowIndex first, RowIndex second) const;
    // What the case says of a fact or of a field, with its provenance; empty if it was not known on the day.
    [[nodiscard]] const facts::Entry* source(check::FactId id, RowIndex row) const;
    [[nodiscard]] const facts::Entry* source(check::FieldId id, check::ListId list, RowIndex row) const;
    // What keeps a quantity from being known; empty for what is no quantity.
    [[nodiscard]] const std::vector<facts::Lack>& lacks(check::FactId id, RowIndex row) const {
        return entries_[row].facts->facts[id].lacks;
    }
    [[nodiscard]] const std::vector<facts::Lack>& lacks(check::FieldId id, check::ListId list, RowIndex row) const {
        return entry(id, list, row).lacks;
    }
    // The groups of a partition, as rows of the list that it divides, become the items of their list; by case, empty: not known.
    void setGroups(check::ListId list, const std::vector<std::optional<std::vector<GroupRows>>>& groups);
    [[nodiscard]] const std::string& itemId(check::ListId list, RowIndex row) const;
    // "findings[NC-01]", "units[U1].surveillances[S2]"
    [[nodiscard]] std::string itemPath(check::ListId list, RowIndex row) const;

private:
    void addTable(check::ListId id);
    void fillFields(check::ListId id);
    Value convert(const facts::Entry& entry, const check::Quality& quality, RowIndex caseRow) const;
    Value convert(const facts::Scalar& scalar, const check::Type& type, RowIndex caseRow) const;
    ItemRow rowOf(check::ListId list, std::size_t item, RowIndex caseRow) const;
    [[nodiscard]] const facts::Entry& entry(check::FieldId id, check::ListId list, RowIndex row) const;
    [[nodiscard]] bool knownOn(const facts::Entry& entry, RowIndex caseRow) const;

    const check::Checked& rules_;
    std::vector<CaseRow> entries_;
    base::IdVector<check::FactId, std::vector<Value>> facts_;
    std::vector<Value> asOf_;
    base::IdVector<check::ReadingId, std::vector<std::size_t>> readings_;
    base::IdVector<check::ListId, ListTable> tables_;
    base::IdVector<check::FieldId, std::size_t> position_;                             // of a field in its record
    base::IdVector<check::ListId, std::vector<RowIndex>> caseStart_;                   // by case: its first row in the list's table
    std::map<check::ListId, std::vector<std::string>> groupIds_;                       // by row of a list of groups
    std::vector<std::vector<std::pair<std::pair<RowIndex, RowIndex>, Value>>> pairs_;  // by fact, then (rows, value)
    base::IdVector<check::FactId, Value> unknownPair_;
};

}  // namespace assay::evaluate

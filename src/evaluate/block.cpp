#include "block.hpp"

#include <algorithm>

namespace assay::evaluate {

using check::FactId;
using check::FieldId;
using check::ListId;
using check::TypeKind;
using facts::Entry;
using quantity::Interval;
using quantity::Rational;

namespace {

// Every value that the declaration allows, its bounds included.
Value anyOf(const check::Quality& quality, const check::Checked& rules) {
    Value value = Value::any(quality.type, rules);
    if (quality.low || quality.high) {
        Interval interval = value.interval();
        if (quality.low) interval.low = quality.low;
        if (quality.high) interval.high = quality.high;
        value.possible = Value::of(interval).possible;
    }
    return value;
}

}  // namespace

Block::Block(const check::Checked& rules, std::vector<CaseRow> entries) : rules_(rules), entries_(std::move(entries)) {
    for (const CaseRow& entry : entries_)
        asOf_.push_back(Value::of(Rational(entry.asOf.dayNumber())));
    readings_.resize(rules.readings.size());
    for (std::size_t index = 0; index < rules.readings.size(); ++index) {
        const check::ReadingId id(index);
        readings_[id].assign(entries_.size(), rules.readings[id].taken);
        for (RowIndex row = 0; row < entries_.size(); ++row) {
            for (const auto& [reading, alternative] : entries_[row].readings) {
                if (reading == id) readings_[id][row] = alternative;
            }
        }
    }
    position_.resize(rules.fields.size());
    for (const check::Record& record : rules.records) {
        for (std::size_t index = 0; index < record.fields.size(); ++index)
            position_[record.fields[index]] = index;
    }
    tables_.resize(rules.lists.size());
    caseStart_.resize(rules.lists.size());
    for (std::size_t index = 0; index < rules.lists.size(); ++index)
        addTable(ListId(index));
    for (std::size_t index = 0; index < rules.lists.size(); ++index)
        fillFields(ListId(index));
    facts_.resize(rules.facts.size());
    pairs_.resize(rules.facts.size());
    unknownPair_.resize(rules.facts.size());
    for (std::size_t index = 0; index < rules.facts.size(); ++index) {
        const FactId id(index);
        const check::Fact& fact = rules.facts[id];
        if (fact.type.kind == TypeKind::List && fact.type.element == TypeKind::Record) continue;
        if (!fact.pair.empty()) {
            unknownPair_[id] = anyOf(fact, rules);
            for (RowIndex row = 0; row < entries_.size(); ++row) {
                for (const auto& [pairFact, values] : entries_[row].facts->pairs) {
                    if (pairFact != id) continue;
                    for (const facts::PairEntry& pair : values) {
                        const ItemRow first = rowOf(fact.pair[0], pair.first, row);
                        const ItemRow second = rowOf(fact.pair[1], pair.second, row);
                        if (!first.known || !second.known) continue;
                        pairs_[index].push_back({std::minmax(*first.known, *second.known), convert(pair.entry, fact, row)});
                    }
                }
            }
            std::sort(pairs_[index].begin(), pairs_[index].end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            continue;
        }
        facts_[id].reserve(entries_.size());
        for (RowIndex row = 0; row < entries_.size(); ++row)
            facts_[id].push_back(convert(entries_[row].facts->facts[id], fact, row));
    }
}

bool Block::knownOn(const Entry& entry, RowIndex caseRow) const {
    return !entry.provenance.on || *entry.provenance.on <= entries_[caseRow].asOf;
}

// Item ids stand in the cases; here only which rows exist and where they belong.
void Block::addTable(ListId id) {
    const check::List& list = rules_.lists[id];
    const check::Record& record = rules_.records[list.record];
    ListTable& table = tables_[id];
    const auto datedLater = [&](const facts::Item& item, RowIndex caseRow) {
        if (!record.datedBy) return false;
        const Entry& dated = item.fields[position_[*record.datedBy]];
        const Rational today(entries_[caseRow].asOf.dayNumber());
        if (dated.state == Entry::State::Known) return Rational(std::get<quantity::Date>(*dated.value).dayNumber()) > today;
        return dated.state == Entry::State::Range && dated.low && *dated.low > today;
    };
    const auto addRow = [&](RowIndex caseRow, RowIndex parent, std::size_t item) {
        table.caseOf.push_back(caseRow);
        table.parent.push_back(parent);
        table.item.push_back(item);
    };
    for (RowIndex caseRow = 0; caseRow < entries_.size(); ++caseRow) {
        const facts::ListFacts& given = entries_[caseRow].facts->lists[id];
        caseStart_[id].push_back(static_cast<RowIndex>(table.item.size()));
        if (!list.nested()) {
            table.first.push_back(static_cast<RowIndex>(table.item.size()));
            const bool known =
                given.state == Entry::State::KnownList && (!given.provenance.on || *given.provenance.on <= entries_[caseRow].asOf);
            table.known.push_back(known);
            for (std::size_t item = 0; known && item < given.items.size(); ++item) {
                if (!datedLater(given.items[item], caseRow)) addRow(caseRow, caseRow, item);
            }
            continue;
        }
        const ListTable& parents = tables_[list.parent];
        const RowIndex begin = caseStart_[list.parent][caseRow];
        const auto& parentItems = entries_[caseRow].facts->lists[list.parent].items;
        // Items stand in parent order, so one walk over them serves all parents.
        std::size_t item = 0;
        for (RowIndex parent = begin; parent < parents.item.size() && parents.caseOf[parent] == caseRow; ++parent) {
            table.first.push_back(static_cast<RowIndex>(table.item.size()));
            const Entry& field = parentItems[parents.item[parent]].fields[position_[list.field]];
            const bool known = field.state == Entry::State::KnownList && knownOn(field, caseRow);
            table.known.push_back(known);
            while (item < given.items.size() && given.items[item].parent < parents.item[parent])
                ++item;
            for (; item < given.items.size() && given.items[item].parent == parents.item[parent]; ++item) {
                if (known && !datedLater(given.items[item], caseRow)) addRow(caseRow, parent, item);
            }
        }
    }
    table.first.push_back(static_cast<RowIndex>(table.item.size()));
    caseStart_[id].push_back(static_cast<RowIndex>(table.item.size()));
}

void Block::fillFields(ListId id) {
    const check::Record& record = rules_.records[rules_.lists[id].record];
    ListTable& table = tables_[id];
    table.fields.resize(record.fields.size());
    for (std::size_t field = 0; field < record.fields.size(); ++field) {
        const check::Field& declared = rules_.fields[record.fields[field]];
        if (declared.type.kind == TypeKind::List && declared.type.element == TypeKind::Record) continue;
        table.fields[field].reserve(table.item.size());
        for (RowIndex row = 0; row < table.item.size(); ++row) {
            const facts::Item& item = entries_[table.caseOf[row]].facts->lists[id].items[table.item[row]];
            table.fields[field].push_back(convert(item.fields[field], declared, table.caseOf[row]));
        }
    }
}

ItemRow Block::rowOf(ListId list, std::size_t item, RowIndex caseRow) const {
    const auto& items = tables_[list].item;
    const auto begin = items.begin() + caseStart_[list][caseRow];
    const auto end = items.begin() + caseStart_[list][caseRow + 1];
    const auto found = std::lower_bound(begin, end, item);
    if (found == end || *found != item) return {};
    return {static_cast<RowIndex>(found - items.begin())};
}

Value Block::convert(const facts::Scalar& scalar, const check::Type& type, RowIndex caseRow) const {
    if (const auto* truth = std::get_if<bool>(&scalar)) return Value::of(*truth);
    if (const auto* number = std::get_if<Rational>(&scalar)) return Value::of(*number);
    if (const auto* date = std::get_if<quantity::Date>(&scalar)) return Value::of(Rational(date->dayNumber()));
    if (const auto* enumerator = std::get_if<facts::EnumeratorIndex>(&scalar)) return Value::enumerator(enumerator->value);
    if (const auto* text = std::get_if<std::string>(&scalar)) return {Text{base::Boxed<std::string>(*text)}};
    return {rowOf(type.list, std::get<facts::ItemIndex>(scalar).value, caseRow)};
}

Value Block::convert(const Entry& entry, const check::Quality& quality, RowIndex caseRow) const {
    const auto absent = [&] { return quality.absentIsNone ? Value::none() : anyOf(quality, rules_); };
    if (!knownOn(entry, caseRow)) return absent();
    switch (entry.state) {
        case Entry::State::Absent:
            return absent();
        case Entry::State::None:
            return Value::none();
        case Entry::State::Known: {
            if (quality.absentIsNone && quality.type.kind == TypeKind::Date &&
                std::get<quantity::Date>(*entry.value) > entries_[caseRow].asOf)
                return Value::none();
            return convert(*entry.value, quality.type, caseRow);
        }
        case Entry::State::Range: {
            Value value = anyOf(quality, rules_);
            Interval interval = value.interval();
            if (entry.low) interval.low = entry.low;
            if (entry.high) interval.high = entry.high;
            value.possible = Value::of(interval).possible;
            value.canBeNone = false;
            return value;
        }
        case Entry::State::KnownList:
            break;
    }
    std::vector<Element> elements;
    for (const facts::Scalar& scalar : entry.elements) {
        if (const auto* index = std::get_if<facts::ItemIndex>(&scalar)) {
            const ItemRow item = rowOf(quality.type.list, index->value, caseRow);
            if (!item.known) return anyOf(quality, rules_);
            elements.emplace_back(item);
        } else if (const auto* text = std::get_if<std::string>(&scalar)) {
            elements.emplace_back(*text);
        } else if (const auto* group = std::get_if<facts::ItemGroup>(&scalar)) {
            GroupRows rows;
            for (const facts::ItemIndex item : *group) {
                const ItemRow row = rowOf(quality.type.list, item.value, caseRow);
                if (!row.known) return anyOf(quality, rules_);
                rows.push_back(*row.known);
            }
            elements.emplace_back(std::move(rows));
        } else {
            elements.emplace_back(std::get<facts::EnumeratorIndex>(scalar).value);
        }
    }
    return {Elements{base::Boxed<std::vector<Element>>(std::move(elements))}};
}

const Value& Block::pair(FactId id, RowIndex, RowIndex first, RowIndex second) const {
    const auto& values = pairs_[id.index()];
    const std::pair<RowIndex, RowIndex> key = std::minmax(first, second);
    const auto found =
        std::lower_bound(values.begin(), values.end(), key, [](const auto& value, const auto& wanted) { return value.first < wanted; });
    return found != values.end() && found->first == key ? found->second : unknownPair_[id];
}

const Entry* Block::source(FactId id, RowIndex row) const {
    const Entry& entry = entries_[row].facts->facts[id];
    return entry.state != Entry::State::Absent && knownOn(entry, row) ? &entry : nullptr;
}

const Entry& Block::entry(FieldId id, ListId list, RowIndex row) const {
    const ListTable& table = tables_[list];
    return entries_[table.caseOf[row]].facts->lists[list].items[table.item[row]].fields[position_[id]];
}

const Entry* Block::source(FieldId id, ListId list, RowIndex row) const {
    const Entry& given = entry(id, list, row);
    return given.state != Entry::State::Absent && knownOn(given, tables_[list].caseOf[row]) ? &given : nullptr;
}

void Block::setGroups(ListId list, const std::vector<std::optional<std::vector<GroupRows>>>& groups) {
    const FieldId members = rules_.records[rules_.lists[list].record].fields.front();
    const ListId divided = rules_.fields[members].type.list;
    ListTable table;
    table.fields.resize(1);
    std::vector<std::string>& ids = groupIds_[list];
    for (RowIndex caseRow = 0; caseRow < groups.size(); ++caseRow) {
        table.first.push_back(static_cast<RowIndex>(ids.size()));
        table.known.push_back(static_cast<bool>(groups[caseRow]));
        const std::size_t count = groups[caseRow] ? groups[caseRow]->size() : 0;
        for (std::size_t group = 0; group < count; ++group) {
            std::string id;
            std::vector<Element> elements;
            for (const RowIndex row : (*groups[caseRow])[group]) {
                id += (id.empty() ? "" : "+") + itemId(divided, row);
                elements.emplace_back(ItemRow{row});
            }
            ids.push_back(std::move(id));
            table.caseOf.push_back(caseRow);
            table.parent.push_back(caseRow);
            table.item.push_back(group);
            table.fields.front().push_back({Elements{base::Boxed<std::vector<Element>>(std::move(elements))}});
        }
    }
    table.first.push_back(static_cast<RowIndex>(ids.size()));
    tables_[list] = std::move(table);
}

const std::string& Block::itemId(ListId list, RowIndex row) const {
    if (rules_.lists[list].partition.valid()) return groupIds_.at(list)[row];
    const ListTable& table = tables_[list];
    return entries_[table.caseOf[row]].facts->lists[list].items[table.item[row]].id;
}

std::string Block::itemPath(ListId list, RowIndex row) const {
    const check::List& declared = rules_.lists[list];
    if (!declared.nested()) return declared.name + "[" + itemId(list, row) + "]";
    return itemPath(declared.parent, tables_[list].parent[row]) + "." + rules_.fields[declared.field].name + "[" + itemId(list, row) + "]";
}

}  // namespace assay::evaluate

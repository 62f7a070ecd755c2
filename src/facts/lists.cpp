#include "lists.hpp"

#include <algorithm>

#include "value.hpp"

namespace assay::facts {

using check::FieldId;
using check::ListId;
using check::TypeKind;
using diagnostics::Kind;
using document::Node;

namespace {

// Stands between the ids of an item's parents and its own: "U1/S2".
constexpr char idSeparator = '/';

bool isRecordList(const check::Type& type) {
    return type.kind == TypeKind::List && type.element == TypeKind::Record;
}

}  // namespace

void Lists::place(check::FactId fact, const Node& node) {
    const check::Fact& declared = context_.rules.facts[fact];
    const OpenedList opened = openList(context_, {declared, {}}, node);
    ListFacts& list = facts_.lists[declared.type.list];
    list.state = opened.entry.state;
    list.provenance = opened.entry.provenance;
    if (opened.array != nullptr) placeItems(declared.type.list, *opened.array, 0);
}

void Lists::placeItems(ListId list, const Node& array, std::size_t parent) {
    for (const Node& node : array.items) {
        if (node.kind == Node::Kind::Table) {
            placeItem(list, node, parent);
            continue;
        }
        const std::string& listName = context_.rules.lists[list].name;
        context_.report(Kind::CaseItemTableExpected, node.span, {{"list", name(listName)}});
    }
}

void Lists::placeItem(ListId list, const Node& node, std::size_t parent) {
    const std::optional<std::string> itemName = nameOf(list, node, parent);
    if (!itemName) {
        refused_.push_back({list, 0, &node});
        return;
    }
    const check::Record& record = context_.rules.records[context_.rules.lists[list].record];
    std::vector<Item>& items = facts_.lists[list].items;
    const std::size_t index = items.size();
    const Node& id = *node.find(idKey);
    context_.items[list.index()].emplace(*itemName, ItemPlace{index, id.span});

    Item item;
    item.id = id.text;
    item.parent = parent;
    item.span = node.span;
    for (const FieldId field : record.fields)
        item.fields.push_back(absentEntry(context_.rules.fields[field]));
    items.push_back(std::move(item));
    placed_.push_back({list, index, &node});
    placeNested(list, index, node);
}

void Lists::placeNested(ListId list, std::size_t index, const Node& node) {
    const check::Record& record = context_.rules.records[context_.rules.lists[list].record];
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const check::Field& field = context_.rules.fields[record.fields[i]];
        const Node* given = isRecordList(field.type) ? node.find(field.name) : nullptr;
        if (given == nullptr) continue;
        OpenedList opened = openList(context_, {field, context_.rules.lists[list].name}, *given);
        facts_.lists[list].items[index].fields[i] = std::move(opened.entry);
        if (opened.array != nullptr) placeItems(nested(list, record.fields[i]), *opened.array, index);
    }
}

std::optional<std::string> Lists::nameOf(ListId list, const Node& node, std::size_t parent) const {
    const check::List& declared = context_.rules.lists[list];
    const Node* id = node.find(idKey);
    if (id == nullptr) {
        context_.report(Kind::CaseIdMissing, node.span, {{"list", name(declared.name)}});
        return std::nullopt;
    }
    if (id->kind != Node::Kind::Text || id->text.empty() || id->text.find(idSeparator) != std::string::npos) {
        context_.report(Kind::CaseIdInvalid, id->span, {{"list", name(declared.name)}});
        return std::nullopt;
    }
    std::string itemName = id->text;
    if (declared.nested()) itemName = facts::itemName(facts_, context_.rules, declared.parent, parent) + idSeparator + itemName;
    const auto& known = context_.items[list.index()];
    const auto first = known.find(itemName);
    if (first == known.end()) return itemName;
    context_.report(Kind::CaseIdDuplicate, id->span, {{"id", name(id->text)}, {"list", name(declared.name)}})
        .note(Kind::FirstHere, first->second.idSpan);
    return std::nullopt;
}

ListId Lists::nested(ListId list, FieldId field) const {
    const auto& lists = context_.rules.lists;
    const auto found =
        std::find_if(lists.begin(), lists.end(), [&](const check::List& other) { return other.parent == list && other.field == field; });
    return ListId(static_cast<std::size_t>(found - lists.begin()));
}

void Lists::readFields() {
    for (const PlacedItem& placed : placed_)
        readItem(placed.list, *placed.node, facts_.lists[placed.list].items[placed.index].fields);
    for (const PlacedItem& refused : refused_) {
        const check::Record& record = context_.rules.records[context_.rules.lists[refused.list].record];
        std::vector<Entry> unused(record.fields.size());
        readItem(refused.list, *refused.node, unused);
    }
}

void Lists::readItem(ListId list, const Node& node, std::vector<Entry>& fields) const {
    const check::List& declared = context_.rules.lists[list];
    const check::Record& record = context_.rules.records[declared.record];
    for (const Node::Member& member : node.members) {
        if (const check::Field* quantity = quantityNamed(context_, list, member.key)) {
            reportQuantity(context_, *quantity, member.keySpan);
            continue;
        }
        const auto found = std::find_if(record.fields.begin(), record.fields.end(),
                                        [&](FieldId field) { return context_.rules.fields[field].name == member.key; });
        if (found != record.fields.end()) {
            const check::Field& field = context_.rules.fields[*found];
            if (isRecordList(field.type)) continue;  // placed already
            fields[static_cast<std::size_t>(found - record.fields.begin())] = readEntry(context_, {field, declared.name}, member.value);
        } else if (member.key != idKey) {
            reportUnknownField(context_, record, member.key, member.keySpan);
        }
    }
}

std::string itemName(const CaseFacts& facts, const check::Checked& rules, ListId list, std::size_t item) {
    const Item& named = facts.lists[list].items[item];
    const check::List& declared = rules.lists[list];
    return declared.nested() ? itemName(facts, rules, declared.parent, named.parent) + idSeparator + named.id : named.id;
}

}  // namespace assay::facts

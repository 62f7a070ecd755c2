#include "case_view.hpp"

#include <algorithm>

namespace assay::model {

using check::TypeKind;
using facts::Entry;

Value CaseView::fact(check::FactId id) const {
    return valueOf(rules_.facts[id], facts_.facts[id]);
}
Value CaseView::field(Item item, check::FieldId id) const {
    return valueOf(rules_.fields[id], entry(item, id));
}

Value CaseView::pairFact(check::FactId id, Item first, Item second) const {
    for (const auto& [fact, entries] : facts_.pairs) {
        if (fact != id) continue;
        for (const facts::PairEntry& pair : entries) {
            const bool same = pair.first == first.position && pair.second == second.position;
            const bool swapped = pair.first == second.position && pair.second == first.position;
            if (same || swapped) return valueOf(rules_.facts[id], pair.entry);
        }
    }
    return allowed(rules_.facts[id]);
}

std::optional<std::vector<Item>> CaseView::items(check::ListId id, std::optional<Item> parent) const {
    const check::List& list = rules_.lists[id];
    const facts::ListFacts& given = facts_.lists[id];
    const Entry::State state = list.nested() ? entry(*parent, list.field).state : given.state;
    const facts::Provenance& provenance = list.nested() ? entry(*parent, list.field).provenance : given.provenance;
    if (state != Entry::State::KnownList || recordedLater(provenance)) return std::nullopt;
    std::vector<Item> items;
    for (std::size_t i = 0; i < given.items.size(); ++i) {
        const bool here = !list.nested() || given.items[i].parent == parent->position;
        if (here && isThere({id, i})) items.push_back({id, i});
    }
    return items;
}

Value CaseView::allowed(const check::Quality& quality) const {
    const check::Type& type = quality.type;
    Value value = everyValue(type.kind, type.kind == TypeKind::Enum ? rules_.enumerations[type.enumeration].enumerators.size() : 0);
    if (quality.low) value.line.low = quality.low;
    if (quality.high) value.line.high = quality.high;
    value.mayBeNone = type.optional;
    return value;
}

Value CaseView::valueOf(const check::Quality& quality, const Entry& entry) const {
    const bool absent = entry.state == Entry::State::Absent || recordedLater(entry.provenance);
    if (absent) return quality.absentIsNone ? Value::none(quality.type.kind) : allowed(quality);
    switch (entry.state) {
        case Entry::State::None:
            return Value::none(quality.type.kind);
        case Entry::State::Known: {
            const auto* date = std::get_if<quantity::Date>(&*entry.value);
            if (quality.absentIsNone && date != nullptr && *date > asOf_) return Value::none(quality.type.kind);
            return scalar(quality, *entry.value);
        }
        case Entry::State::Range: {
            Value value = allowed(quality);
            value.mayBeNone = false;
            if (entry.low) value.line.low = entry.low;
            if (entry.high) value.line.high = entry.high;
            return value;
        }
        case Entry::State::KnownList: {
            Value value;
            value.kind = TypeKind::List;
            value.list.emplace();
            for (const facts::Scalar& element : entry.elements)
                value.list->push_back(scalar(quality, element));
            return value;
        }
        case Entry::State::Absent:
            break;
    }
    return allowed(quality);
}

Value CaseView::scalar(const check::Quality& quality, const facts::Scalar& given) const {
    if (const auto* group = std::get_if<facts::ItemGroup>(&given)) {
        Value value;
        value.kind = TypeKind::List;
        value.list.emplace();
        for (const facts::ItemIndex item : *group)
            value.list->push_back(Value::of(Item{quality.type.list, item.value}));
        return value;
    }
    const TypeKind kind = quality.type.kind == TypeKind::List ? quality.type.element : quality.type.kind;
    if (const auto* boolean = std::get_if<bool>(&given)) return Value::of(Truth::of(*boolean));
    if (const auto* number = std::get_if<quantity::Rational>(&given)) return Value::of(kind, quantity::Interval::point(*number));
    if (const auto* date = std::get_if<quantity::Date>(&given)) return Value::of(kind, quantity::Interval::point(date->dayNumber()));
    if (const auto* enumerator = std::get_if<facts::EnumeratorIndex>(&given)) return Value::enumerator(enumerator->value);
    if (const auto* item = std::get_if<facts::ItemIndex>(&given)) return Value::of(Item{quality.type.list, item->value});
    Value value;
    value.kind = TypeKind::Text;
    value.text = std::get<std::string>(given);
    return value;
}

const Entry& CaseView::entry(Item item, check::FieldId id) const {
    const std::vector<check::FieldId>& fields = rules_.records[rules_.lists[item.list].record].fields;
    const auto place = std::find(fields.begin(), fields.end(), id) - fields.begin();
    return facts_.lists[item.list].items[item.position].fields[static_cast<std::size_t>(place)];
}

bool CaseView::isThere(Item item) const {
    const std::optional<check::FieldId>& datedBy = rules_.records[rules_.lists[item.list].record].datedBy;
    if (!datedBy) return true;
    // The date counts as written, also where it was recorded later: the item came to be known on it.
    const Entry& written = entry(item, *datedBy);
    const auto* date = written.value ? std::get_if<quantity::Date>(&*written.value) : nullptr;
    return date == nullptr || *date <= asOf_;
}

Item CaseView::parent(Item item) const {
    return {rules_.lists[item.list].parent, facts_.lists[item.list].items[item.position].parent};
}

std::string CaseView::itemName(Item item) const {
    if (rules_.lists[item.list].partition.valid()) return "group " + std::to_string(item.position);
    return rules_.lists[item.list].nested() ? itemName(parent(item)) + "/" + id(item) : id(item);
}

std::string CaseView::path(Item item) const {
    const check::List& list = rules_.lists[item.list];
    const std::string name = list.nested() ? path(parent(item)) + "." + rules_.fields[list.field].name : list.name;
    return name + "[" + id(item) + "]";
}

namespace {
evaluate::MissingKind kindOf(const check::Quality& quality) {
    if (quality.quantified) return evaluate::MissingKind::Data;
    return quality.judgement ? evaluate::MissingKind::Judgement : evaluate::MissingKind::Fact;
}
}  // namespace

Need CaseView::needOf(check::FactId id) const {
    return {rules_.facts[id].name, kindOf(rules_.facts[id])};
}
Need CaseView::needOf(Item item, check::FieldId id) const {
    return {path(item) + "." + rules_.fields[id].name, kindOf(rules_.fields[id])};
}
Needs CaseView::inData(const Needs& needs) const {
    Needs data = needs;
    const auto replace = [&](const Need& quantity, const Entry& entry) {
        if (entry.lacks.empty() || needs.count(quantity) == 0) return;
        data.erase(quantity);
        for (const facts::Lack& lack : entry.lacks)
            data.insert({lack.datum, lack.undefined ? evaluate::MissingKind::Undefined : evaluate::MissingKind::Data});
    };
    for (std::size_t i = 0; i < rules_.facts.size(); ++i) {
        const check::FactId id(i);
        if (rules_.facts[id].quantified) replace(needOf(id), facts_.facts[id]);
    }
    for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
        const check::ListId list(i);
        for (const check::FieldId id : rules_.records[rules_.lists[list].record].fields) {
            if (rules_.fields[id].quantifiedIn != list) continue;
            for (std::size_t position = 0; position < facts_.lists[list].items.size(); ++position)
                replace(needOf({list, position}, id), entry({list, position}, id));
        }
    }
    return data;
}

Need CaseView::needOf(check::ListId id, std::optional<Item> parent) const {
    const check::List& list = rules_.lists[id];
    return list.nested() ? needOf(*parent, list.field) : needOf(list.fact);
}

}  // namespace assay::model

#include "known.hpp"

#include "assay/facts/dated.hpp"
#include "assay/facts/written.hpp"
#include "assay/report/value.hpp"

namespace assay::notice {

using check::TypeKind;
using nlohmann::ordered_json;

void put(ordered_json& tables, const std::string& name, ordered_json value) {
    ordered_json* table = &tables;
    std::size_t begin = 0;
    for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', begin)) {
        table = &(*table)[name.substr(begin, dot - begin)];
        begin = dot + 1;
    }
    const std::string key = name.substr(begin);
    if (value == false) (*table)[key + "_not"] = true;
    (*table)[key] = std::move(value);
}

// An event after the day has not happened; a record made after it does not stand yet.
bool KnownFacts::isKnown(const check::Quality& quality, const facts::Entry& entry) const {
    if (entry.state != facts::Entry::State::Known && entry.state != facts::Entry::State::KnownList) return false;
    if (entry.provenance.on && *entry.provenance.on > asOf_) return false;
    const auto* date = entry.value ? std::get_if<quantity::Date>(&*entry.value) : nullptr;
    return date == nullptr || !quality.absentIsNone || *date <= asOf_;
}

ordered_json KnownFacts::enumerator(check::EnumId enumeration, std::size_t index) const {
    const check::Enumerator& named = rules_.enumerations[enumeration].enumerators[index];
    const std::string& label = report::choose(named.label, language_);
    return {{"value", named.name}, {"label", label.empty() ? named.name : label}, {named.name, true}};
}

std::string KnownFacts::worded(std::string value, const std::string& unit) const {
    const std::size_t cut = value.find("… (");
    if (cut != std::string::npos) value.erase(cut + std::string_view("…").size(), value.find(')', cut) - cut - 2);
    const auto words = units_.find(unit);
    const std::string end = " " + unit;
    if (words == units_.end() || !value.ends_with(end)) return value;
    return value.substr(0, value.size() - end.size()) + " " + report::choose(words->second, language_);
}

ordered_json KnownFacts::scalar(const check::Quality& quality, const facts::Scalar& scalar) const {
    if (const auto* yes = std::get_if<bool>(&scalar)) return *yes;
    if (const auto* date = std::get_if<quantity::Date>(&scalar)) return date->text();
    if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
    if (const auto* index = std::get_if<facts::EnumeratorIndex>(&scalar)) return enumerator(quality.type.enumeration, index->value);
    if (const auto* index = std::get_if<facts::ItemIndex>(&scalar)) {
        const check::List& list = rules_.lists[quality.type.list];
        if (list.nested()) return facts::itemName(facts_, rules_, quality.type.list, index->value);
        return item(quality.type.list, index->value);
    }
    const auto& number = std::get<quantity::Rational>(scalar);
    const TypeKind kind = quality.type.kind;
    if (kind == TypeKind::Days || kind == TypeKind::Months || kind == TypeKind::WorkingDays) {
        return report::periodText(number, kind, language_);
    }
    return worded(facts::written(quality, number), quality.unit.symbol);
}

ordered_json KnownFacts::value(const check::Quality& quality, const facts::Entry& entry) const {
    if (entry.state == facts::Entry::State::Known) return scalar(quality, *entry.value);
    if (quality.type.element == TypeKind::Enum) {
        ordered_json set = ordered_json::object();
        for (const facts::Scalar& element : entry.elements)
            set[rules_.enumerations[quality.type.enumeration].enumerators[std::get<facts::EnumeratorIndex>(element).value].name] = true;
        return set;
    }
    ordered_json list = ordered_json::array();
    for (const facts::Scalar& element : entry.elements)
        list.push_back(scalar(quality, element));
    return list;
}

// Fields that refer to items show their fields in turn; records refer to each other in a circle where the rules allow it, so one
// step is taken and what it leads to is named by its id.
ordered_json KnownFacts::item(check::ListId list, std::size_t position) const {
    const facts::Item& item = facts_.lists[list].items[position];
    ordered_json json{{"id", item.id}};
    const check::Record& record = rules_.records[rules_.lists[list].record];
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        const check::Field& field = rules_.fields[record.fields[i]];
        const facts::Entry& entry = item.fields[i];
        if (!isKnown(field, entry)) continue;
        if (field.type.element == TypeKind::Record) {
            json[field.name] = itemsWithin(list, record.fields[i], position);
            continue;
        }
        if (field.type.kind == TypeKind::Item || field.type.element == TypeKind::Item) {
            const auto named = [&](const facts::Scalar& to) {
                const std::size_t index = std::get<facts::ItemIndex>(to).value;
                ordered_json one{{"id", facts::itemName(facts_, rules_, field.type.list, index)}};
                const check::Record& target = rules_.records[rules_.lists[field.type.list].record];
                for (std::size_t k = 0; k < target.fields.size(); ++k) {
                    const check::Field& part = rules_.fields[target.fields[k]];
                    const facts::Entry& said = facts_.lists[field.type.list].items[index].fields[k];
                    if (part.type.kind == TypeKind::Text && isKnown(part, said)) one[part.name] = scalar(part, *said.value);
                }
                return one;
            };
            ordered_json targets = ordered_json::array();
            for (const facts::Scalar& to : entry.elements)
                targets.push_back(named(to));
            json[field.name] = entry.value ? named(*entry.value) : std::move(targets);
        } else {
            put(json, field.name, value(field, entry));
        }
    }
    return json;
}

ordered_json KnownFacts::itemsWithin(check::ListId list, check::FieldId field, std::size_t parent) const {
    ordered_json items = ordered_json::array();
    for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
        const check::ListId id(i);
        if (rules_.lists[id].parent != list || rules_.lists[id].field != field) continue;
        for (std::size_t position = 0; position < facts_.lists[id].items.size(); ++position) {
            const bool isThere =
                facts_.lists[id].items[position].parent == parent && !facts::isKnownLater(facts_, rules_, id, position, asOf_);
            if (isThere) items.push_back(item(id, position));
        }
    }
    return items;
}

ordered_json KnownFacts::itemNamed(check::ListId list, const std::string& name) const {
    for (std::size_t position = 0; position < facts_.lists[list].items.size(); ++position) {
        if (facts::itemName(facts_, rules_, list, position) != name) continue;
        ordered_json json = item(list, position);
        const check::ListId parent = rules_.lists[list].parent;
        if (parent.valid()) json["within"] = item(parent, facts_.lists[list].items[position].parent);
        return json;
    }
    return nullptr;
}

ordered_json KnownFacts::all() const {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i < rules_.facts.size(); ++i) {
        const check::FactId id(i);
        const check::Fact& fact = rules_.facts[id];
        if (!fact.pair.empty() || fact.type.element == TypeKind::Record) continue;
        if (isKnown(fact, facts_.facts[id])) put(json, fact.name, value(fact, facts_.facts[id]));
    }
    for (std::size_t i = 0; i < rules_.lists.size(); ++i) {
        const check::ListId id(i);
        const check::List& list = rules_.lists[id];
        if (list.nested() || list.isRegister || facts_.lists[id].state == facts::Entry::State::Absent) continue;
        ordered_json items = ordered_json::array();
        for (std::size_t position = 0; position < facts_.lists[id].items.size(); ++position) {
            if (!facts::isKnownLater(facts_, rules_, id, position, asOf_)) items.push_back(item(id, position));
        }
        put(json, list.name, std::move(items));
    }
    return json;
}

}  // namespace assay::notice

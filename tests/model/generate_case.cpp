#include "generate.hpp"

namespace assay::model {

namespace {

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

class CaseGenerator {
public:
    CaseGenerator(Random& random, const Shape& shape) : random_(random), shape_(shape) {}

    CaseText run() {
        CaseText text;
        text.asOf = random_.pick<std::string>({"2025-03-31", "2025-06-15", "2025-07-01"});
        for (std::size_t i = 0; i < shape_.lists.size(); ++i) {
            if (shape_.lists[i].parent || random_.chance(15)) continue;
            text.lists.emplace_back(shape_.lists[i].name, items(i, text));
        }
        for (const Slot& slot : shape_.facts) {
            if (auto value = entry(slot, text)) text.facts.emplace_back(slot.name, std::move(*value));
        }
        return text;
    }

private:
    std::vector<ItemText> items(std::size_t list, const CaseText& text) {
        std::vector<ItemText> result;
        const ListShape& shape = shape_.lists[list];
        const std::size_t count = shape.parent ? random_.below(3) : random_.below(4);
        for (std::size_t i = 0; i < count; ++i) {
            ItemText item;
            item.id = shape.record.substr(0, 1) + std::to_string(i + 1);
            for (const Slot& slot : shape.fields) {
                if (slot.kind == Kind::Item && slot.list == list) {
                    if (random_.chance(70)) item.fields.emplace_back(slot.name, own(shape, count));
                    continue;
                }
                if (auto value = entry(slot, text)) item.fields.emplace_back(slot.name, std::move(*value));
            }
            for (std::size_t inner = 0; inner < shape_.lists.size(); ++inner) {
                if (shape_.lists[inner].parent != list || random_.chance(15)) continue;
                item.lists.emplace_back(shape_.lists[inner].name, items(inner, text));
            }
            result.push_back(std::move(item));
        }
        return result;
    }

    // An item of the list that is being written, or none.
    std::string own(const ListShape& shape, std::size_t count) {
        if (random_.chance(20)) return "{ none = true }";
        return quoted(shape.record.substr(0, 1) + std::to_string(random_.below(count) + 1));
    }

    // Nothing: absent.
    std::optional<std::string> entry(const Slot& slot, const CaseText& text) {
        if (slot.quantified || random_.chance(35)) return std::nullopt;
        if (slot.optional && random_.chance(25)) return "{ none = true }";
        if (slot.kind == Kind::Item) return itemId(slot, text);
        if (slot.kind == Kind::EnumList) return enumerators(slot);
        if (slot.kind == Kind::Groups) return groups(slot, text);
        const std::vector<std::string> values = domain(slot, shape_);
        const std::size_t index = random_.below(values.size());
        const bool onLine = slot.kind != Kind::Bool && slot.kind != Kind::Enum && slot.kind != Kind::Text && !slot.absentIsNone;
        if (onLine && slot.name != "seen" && random_.chance(20)) return range(values, index);
        if (slot.judgement) return "{ value = " + values[index] + ", by = \"P1\", on = 2025-01-10 }";
        if (random_.chance(8))
            return "{ value = " + values[index] + ", on = " + random_.pick<std::string>({"2025-01-10", "2025-09-01"}) + " }";
        return values[index];
    }

    std::string range(const std::vector<std::string>& values, std::size_t index) {
        const std::size_t end = random_.between(index, values.size() - 1);
        if (random_.chance(15)) return "{ min = " + values[index] + " }";
        if (random_.chance(15)) return "{ max = " + values[end] + " }";
        return "{ min = " + values[index] + ", max = " + values[end] + " }";
    }

    std::optional<std::string> itemId(const Slot& slot, const CaseText& text) {
        for (const auto& [name, items] : text.lists) {
            if (name == shape_.lists[slot.list].name && !items.empty()) return quoted(random_.pick(items).id);
        }
        return std::nullopt;
    }

    // A division of the items at hand, seldom with one left out.
    std::optional<std::string> groups(const Slot& slot, const CaseText& text) {
        std::vector<std::string> divided;
        for (const auto& [name, items] : text.lists) {
            if (name != shape_.lists[slot.list].name) continue;
            for (const ItemText& item : items) {
                if (random_.chance(5)) continue;
                const std::size_t group = random_.below(divided.size() + 1);
                if (group == divided.size()) divided.emplace_back();
                divided[group] += (divided[group].empty() ? "" : ", ") + quoted(item.id);
            }
        }
        std::string all;
        for (const std::string& group : divided)
            all += (all.empty() ? "[" : ", [") + group + "]";
        return "[" + all + "]";
    }

    std::string enumerators(const Slot& slot) {
        std::string list;
        for (const std::string& name : shape_.enumerations[slot.enumeration].enumerators) {
            if (random_.chance(50)) list += (list.empty() ? "" : ", ") + quoted(name);
        }
        return "[" + list + "]";
    }

    Random& random_;
    const Shape& shape_;
};

void write(std::string& text, const std::vector<ItemText>& items) {
    text += "[";
    for (const ItemText& item : items) {
        text += "\n  { id = " + quoted(item.id);
        for (const auto& [name, value] : item.fields)
            text += ", " + name + " = " + value;
        for (const auto& [name, inner] : item.lists) {
            text += ", " + name + " = ";
            write(text, inner);
        }
        text += " },";
    }
    text += "]";
}

}  // namespace

// Ascending, so that two of them make a range.
std::vector<std::string> domain(const Slot& slot, const Shape& shape) {
    switch (slot.kind) {
        case Kind::Bool:
            return {"false", "true"};
        case Kind::Enum: {
            std::vector<std::string> values;
            for (const std::string& name : shape.enumerations[slot.enumeration].enumerators)
                values.push_back(quoted(name));
            return values;
        }
        case Kind::Count:
            return {"0", "1", "2", "3", "4"};
        case Kind::Number:
            return {"0", "0.5", "1", "1.5", "2"};
        case Kind::Ratio:
            return {"\"0 %\"", "\"5 %\"", "\"10 %\"", "\"12.5 %\""};
        case Kind::Quantity:
            return {"\"0 t\"", "\"500 kg\"", "\"1 t\"", "\"2000 kg\"", "\"3 t\""};
        case Kind::Date:
            return {"2024-02-29", "2025-01-31", "2025-02-28", "2025-03-30", "2025-03-31", "2025-06-15", "2025-06-30", "2025-08-31"};
        case Kind::Days:
            return {"\"1 day\"", "\"29 days\"", "\"90 days\""};
        case Kind::Months:
            return {"\"1 month\"", "\"2 months\"", "\"12 months\""};
        case Kind::Text:
            return {"\"aa\"", "\"bb\""};
        case Kind::EnumList:
        case Kind::Item:
        case Kind::Groups:
            break;
    }
    return {};
}

std::string CaseText::text() const {
    std::string text;
    for (const auto& [name, value] : facts)
        text += name + " = " + value + "\n";
    for (const auto& [name, items] : lists) {
        text += name + " = ";
        write(text, items);
        text += "\n";
    }
    return text + "[case]\nname = \"generated\"\nas_of = " + asOf + "\n";
}

CaseText generateCase(Random& random, const Shape& shape) {
    return CaseGenerator(random, shape).run();
}

}  // namespace assay::model

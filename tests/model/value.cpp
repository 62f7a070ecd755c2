#include "value.hpp"

#include <bit>

#include "assay/quantity/date.hpp"

namespace assay::model {

using check::TypeKind;

Truth operator!(Truth a) {
    return {a.mayBeFalse, a.mayBeTrue};
}
Truth both(Truth a, Truth b) {
    return {a.mayBeTrue && b.mayBeTrue, a.mayBeFalse || b.mayBeFalse};
}
Truth any(Truth a, Truth b) {
    return !both(!a, !b);
}

Value Value::of(Truth truth) {
    Value value;
    value.kind = TypeKind::Bool;
    value.truth = truth;
    return value;
}

Value Value::of(TypeKind kind, quantity::Interval line) {
    Value value;
    value.kind = kind;
    value.line = std::move(line);
    return value;
}

Value Value::of(Item item) {
    Value value;
    value.kind = TypeKind::Item;
    value.item = item;
    return value;
}

Value Value::enumerator(std::size_t index) {
    Value value;
    value.kind = TypeKind::Enum;
    value.enumerators = std::uint64_t{1} << index;
    return value;
}

Value Value::none(TypeKind kind) {
    Value value;
    value.kind = kind;
    value.mayBeNone = true;
    value.mayBeGiven = false;
    return value;
}

bool Value::settled() const {
    if (!mayBeGiven) return true;
    if (mayBeNone) return false;
    switch (kind) {
        case TypeKind::Bool:
            return truth.settled();
        case TypeKind::Enum:
            return std::popcount(enumerators) == 1;
        case TypeKind::Text:
            return text.has_value();
        case TypeKind::Item:
            return item.has_value();
        case TypeKind::List:
            return list.has_value();
        default:
            return line.isPoint();
    }
}

Value everyValue(TypeKind kind, std::size_t enumerators) {
    Value value;
    value.kind = kind;
    if (kind == TypeKind::Date) value.line = {quantity::Date::first().dayNumber(), quantity::Date::last().dayNumber()};
    if (kind == TypeKind::Enum) value.enumerators = enumerators >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << enumerators) - 1;
    return value;
}

Value hull(const Value& a, const Value& b) {
    if (a.exactlyNone() || b.exactlyNone()) {
        Value value = a.exactlyNone() ? b : a;
        value.mayBeNone = true;
        return value;
    }
    Value value = a;
    value.mayBeNone = a.mayBeNone || b.mayBeNone;
    value.truth = {a.truth.mayBeTrue || b.truth.mayBeTrue, a.truth.mayBeFalse || b.truth.mayBeFalse};
    value.line = quantity::hull(a.line, b.line);
    value.enumerators = a.enumerators | b.enumerators;
    if (a.text != b.text) value.text.reset();
    if (a.item != b.item) value.item.reset();
    if (!equal(a, b).isTrue()) value.list.reset();
    return value;
}

Truth equal(const Value& a, const Value& b) {
    switch (a.kind) {
        case TypeKind::Bool:
            return a.truth.settled() && b.truth.settled() ? Truth::of(a.truth == b.truth) : Truth::either();
        case TypeKind::Enum:
            if ((a.enumerators & b.enumerators) == 0) return Truth::of(false);
            return a.settled() && b.settled() ? Truth::of(true) : Truth::either();
        case TypeKind::Text:
            return a.text && b.text ? Truth::of(*a.text == *b.text) : Truth::either();
        case TypeKind::Item:
            return a.item && b.item ? Truth::of(*a.item == *b.item) : Truth::either();
        case TypeKind::List: {
            if (!a.list || !b.list) return Truth::either();
            if (a.list->size() != b.list->size()) return Truth::of(false);
            Truth same = Truth::of(true);
            for (std::size_t i = 0; i < a.list->size(); ++i)
                same = both(same, equal((*a.list)[i], (*b.list)[i]));
            return same;
        }
        default:
            return Truth::of(quantity::equal(a.line, b.line));
    }
}

quantity::Date dateOf(const quantity::Rational& day) {
    return quantity::Date(static_cast<std::int32_t>(*day.toInteger()));
}
quantity::Date firstOf(const quantity::Interval& line) {
    return line.low ? dateOf(*line.low) : quantity::Date::first();
}
quantity::Date lastOf(const quantity::Interval& line) {
    return line.high ? dateOf(*line.high) : quantity::Date::last();
}

std::string describe(const Value& value) {
    if (value.exactlyNone()) return "none";
    std::string text;
    switch (value.kind) {
        case TypeKind::Bool:
            text = value.truth.settled() ? (value.truth.isTrue() ? "true" : "false") : "true|false";
            break;
        case TypeKind::Enum:
            for (std::size_t i = 0; i < 64; ++i) {
                if ((value.enumerators >> i & 1U) != 0) text += (text.empty() ? "#" : "|#") + std::to_string(i);
            }
            break;
        case TypeKind::Text:
            text = value.text.value_or("unknown text");
            break;
        case TypeKind::Item:
            text = value.item ? "item " + std::to_string(value.item->position) : "unknown item";
            break;
        case TypeKind::List:
            text = value.list ? "[" : "unknown list";
            for (const Value& element : value.list.value_or(std::vector<Value>{}))
                text += describe(element) + ", ";
            break;
        default:
            text = (value.line.low ? value.line.low->exact() : "") + ".." + (value.line.high ? value.line.high->exact() : "");
            break;
    }
    return value.mayBeNone ? text + " or none" : text;
}

}  // namespace assay::model

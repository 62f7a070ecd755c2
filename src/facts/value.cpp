#include "value.hpp"

#include "assay/quantity/interval.hpp"
#include "measure.hpp"
#include "scalar.hpp"
#include "value_table.hpp"

namespace assay::facts {

using check::Quality;
using check::TypeKind;
using diagnostics::Kind;
using document::Node;
using quantity::Interval;
using quantity::Rational;

namespace {

std::string judgementExample(const Context& context, const Subject& subject, const Node& node) {
    const bool list = subject.quality.type.kind == TypeKind::List;
    const bool literal = node.kind != Node::Kind::Array && node.kind != Node::Kind::Table;
    std::string example = list ? "{ items = [" : "{ value = ";
    example += literal ? context.sources.text(node.span) : std::string_view("..");
    example += list ? R"(], by = "..", on = 2025-03-01)" : R"(, by = "..", on = 2025-03-01)";
    if (subject.quality.reasonRequired) example += R"(, reason = "..")";
    return example + " }";
}

// A plain value has no `by` and `on`. True: the subject may stand plain.
bool mayStandPlain(const Context& context, const Subject& subject, const Node& node) {
    if (!subject.quality.judgement) return true;
    diagnostics::Diagnostic& finding = report(context, Kind::CaseJudgementBare, node.span, subject);
    proposeInstead(finding, judgementExample(context, subject, node));
    return false;
}

Interval bounds(const Quality& quality) {
    return {quality.low, quality.high};
}

// The bounds as a note at the declaration, in the unit that the declaration names.
void noteBounds(diagnostics::Diagnostic& finding, const Subject& subject) {
    const Quality& quality = subject.quality;
    Arguments arguments = {{"name", name(subject.name())}};
    if (quality.low) arguments.emplace_back("low", written(quality, *quality.low));
    if (quality.high) arguments.emplace_back("high", written(quality, *quality.high));
    const Kind kind = !quality.low ? Kind::CaseAtMost : !quality.high ? Kind::CaseAtLeast : Kind::CaseBetween;
    finding.note(kind, quality.span, std::move(arguments));
}

// The point of the line that a value of such a type stands at.
std::optional<Rational> pointOf(const Scalar& value) {
    if (const Rational* number = std::get_if<Rational>(&value)) return *number;
    if (const quantity::Date* date = std::get_if<quantity::Date>(&value)) return Rational(date->dayNumber());
    return std::nullopt;
}

bool liesWithinBounds(const Context& context, const Subject& subject, const Scalar& value, source::Span span) {
    const std::optional<Rational> point = pointOf(value);
    if (!point || bounds(subject.quality).contains(*point)) return true;
    Arguments arguments = {{"name", name(subject.name())}, {"value", written(subject.quality, *point)}};
    noteBounds(context.report(Kind::CaseOutOfBounds, span, std::move(arguments)), subject);
    return false;
}

Entry refused() {
    return {};
}

Entry known(Scalar value, Provenance provenance) {
    Entry entry;
    entry.state = Entry::State::Known;
    entry.value = std::move(value);
    entry.provenance = std::move(provenance);
    return entry;
}

Entry readValue(const Context& context, const Subject& subject, const Node& node, Provenance provenance) {
    std::optional<Scalar> value = readScalar(context, subject, subject.quality.type, node);
    if (!value || !liesWithinBounds(context, subject, *value, node.span)) return refused();
    return known(*std::move(value), std::move(provenance));
}

// One end of a range. `sound` becomes false where it is given and wrong.
std::optional<Rational> readEnd(const Context& context, const Subject& subject, const Node* node, bool& sound) {
    if (node == nullptr) return std::nullopt;
    const std::optional<Scalar> value = readScalar(context, subject, subject.quality.type, *node);
    if (!value) {
        sound = false;
        return std::nullopt;
    }
    return pointOf(*value);
}

// Both ends are closed. The bounds of the declaration hold as well, so the range is cut to them.
Entry readRange(const Context& context, const Subject& subject, const ValueTable& table) {
    const Node* minNode = table.find("min");
    const Node* maxNode = table.find("max");
    bool sound = true;
    const Interval given{readEnd(context, subject, minNode, sound), readEnd(context, subject, maxNode, sound)};
    if (!sound) return refused();
    const Quality& quality = subject.quality;
    if (given.low && given.high && *given.low > *given.high) {
        report(context, Kind::CaseRangeReversed, minNode->span, subject,
               {{"min", written(quality, *given.low)}, {"max", written(quality, *given.high)}});
        return refused();
    }
    const std::optional<Interval> possible = quantity::intersection(given, bounds(quality));
    if (!possible) {
        const bool below = quality.low && given.high && *given.high < *quality.low;
        noteBounds(context.report(Kind::CaseRangeOutOfBounds, below ? maxNode->span : minNode->span, {{"name", name(subject.name())}}),
                   subject);
        return refused();
    }
    if (possible->isPoint()) {
        if (quality.type.kind != TypeKind::Date) return known(*possible->low, table.provenance());
        const std::int64_t day = possible->low->toInteger().value_or(0);
        return known(quantity::Date(static_cast<std::int32_t>(day)), table.provenance());
    }
    Entry entry;
    entry.state = Entry::State::Range;
    entry.low = possible->low;
    entry.high = possible->high;
    entry.provenance = table.provenance();
    return entry;
}

Entry noneEntry(Provenance provenance) {
    Entry entry;
    entry.state = Entry::State::None;
    entry.provenance = std::move(provenance);
    return entry;
}

// A list of enumerators, texts, items or lists of items. One element refused refuses the list: a part of it would say too much.
Entry readSimpleList(const Context& context, const Subject& subject, const Node& node) {
    OpenedList list = openList(context, subject, node);
    if (list.array == nullptr) return std::move(list.entry);
    check::Type element;
    element.kind = subject.quality.type.element;
    if (element.kind == TypeKind::List) element.element = TypeKind::Item;
    element.enumeration = subject.quality.type.enumeration;
    element.list = subject.quality.type.list;
    bool sound = true;
    for (const Node& item : list.array->items) {
        std::optional<Scalar> value = readScalar(context, subject, element, item);
        if (value) {
            list.entry.elements.push_back(*std::move(value));
        } else {
            sound = false;
        }
    }
    return sound ? std::move(list.entry) : refused();
}

std::string listExample(const Subject& subject) {
    const bool records = subject.quality.type.element == TypeKind::Record;
    if (subject.quality.type.element == TypeKind::List) return R"([[".."], [".."]])";
    return records ? "[[" + subject.name() + "]]" : R"([".."])";
}

}  // namespace

Entry absentEntry(const Quality& quality) {
    Entry entry;
    if (quality.absentIsNone) entry.state = Entry::State::None;
    return entry;
}

Entry readEntry(const Context& context, const Subject& subject, const Node& node, std::string_view alsoLegal) {
    if (subject.quality.type.kind == TypeKind::List) return readSimpleList(context, subject, node);
    if (node.kind != Node::Kind::Table) {
        const bool plain = mayStandPlain(context, subject, node);
        Provenance provenance;
        provenance.span = node.span;
        Entry entry = readValue(context, subject, node, std::move(provenance));
        return plain ? std::move(entry) : refused();
    }

    const ValueTable table(context, subject, node, alsoLegal);
    if (!table.sound()) {
        if (const Node* value = table.find("value")) (void)readValue(context, subject, *value, {});  // for its findings
        return refused();
    }
    if (table.isNone()) return noneEntry(table.provenance());
    const Node* value = table.find("value");
    if (value == nullptr) return readRange(context, subject, table);
    Provenance provenance = table.provenance();
    provenance.span = value->span;
    return readValue(context, subject, *value, std::move(provenance));
}

OpenedList openList(const Context& context, const Subject& subject, const Node& node) {
    const auto expectList = [&](const Node& wrong) {
        report(context, Kind::CaseListExpected, wrong.span, subject, {{"example", name(listExample(subject))}});
        return OpenedList{refused(), nullptr};
    };
    const auto opened = [](const Node& array, Provenance provenance) {
        OpenedList list;
        list.entry.state = Entry::State::KnownList;
        list.entry.provenance = std::move(provenance);
        list.array = &array;
        return list;
    };

    if (node.kind == Node::Kind::Array) {
        if (!mayStandPlain(context, subject, node)) return {refused(), nullptr};
        Provenance provenance;
        provenance.span = node.span;
        return opened(node, std::move(provenance));
    }
    if (node.kind != Node::Kind::Table) return expectList(node);

    // `[findings]` for `[[findings]]`: the keys are those of an item.
    const bool looksLikeItem =
        subject.quality.type.element == TypeKind::Record && node.find("items") == nullptr && node.find("none") == nullptr;
    if (looksLikeItem) return expectList(node);
    const ValueTable table(context, subject, node, {});
    if (!table.sound()) return {refused(), nullptr};
    if (table.isNone()) return {noneEntry(table.provenance()), nullptr};
    const Node* items = table.find("items");
    if (items->kind != Node::Kind::Array) return expectList(*items);
    return opened(*items, table.provenance());
}

}  // namespace assay::facts

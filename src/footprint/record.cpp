#include "record.hpp"

#include <algorithm>
#include <cctype>

#include "assay/source/text.hpp"

namespace assay::footprint {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;
using quantity::Interval;
using quantity::Rational;

namespace {

Written writtenAs(const Node& node) {
    Written written;
    written.node = &node;
    written.text = node.text;
    written.span = node.span;
    return written;
}

// "amount [t]": the name and the unit of a column.
std::pair<std::string, std::string> splitHead(const std::string& head) {
    const std::size_t open = head.find('[');
    if (open == std::string::npos || head.back() != ']') return {head, {}};
    std::size_t end = open;
    while (end > 0 && head[end - 1] == ' ')
        --end;
    return {head.substr(0, end), head.substr(open + 1, head.size() - open - 2)};
}

// The number at the start of a text, and what follows it without the blanks between.
std::pair<std::string_view, std::string_view> splitMeasure(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && (std::isdigit(static_cast<unsigned char>(text[end])) != 0 || text[end] == '.' || text[end] == '_' ||
                                 (end == 0 && (text[end] == '-' || text[end] == '+'))))
        ++end;
    const std::size_t exponent = end;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        std::size_t at = end + 1;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        const std::size_t digits = at;
        while (at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0)
            ++at;
        end = at > digits ? at : exponent;
    }
    std::size_t unit = end;
    while (unit < text.size() && text[unit] == ' ')
        ++unit;
    return {text.substr(0, end), text.substr(unit)};
}

// Half a unit of the last place that is printed.
Rational halfPlace(std::string_view literal) {
    Rational place(1);
    if (const std::size_t point = literal.find('.'); point != std::string_view::npos) {
        for (std::size_t at = point + 1; at < literal.size() && std::isdigit(static_cast<unsigned char>(literal[at])) != 0; ++at)
            place /= Rational(10);
    }
    return place / Rational(2);
}

// A fraction "1/3", a percentage or a number.
std::optional<Rational> numberIn(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const std::optional<Rational> above = Rational::parse(text.substr(0, slash));
        const std::optional<Rational> below = Rational::parse(text.substr(slash + 1));
        if (!above || !below || below->isZero()) return std::nullopt;
        return *above / *below;
    }
    const auto [number, unit] = splitMeasure(text);
    const std::optional<Rational> value = Rational::parse(number);
    if (!value || !(unit.empty() || unit == "%")) return std::nullopt;
    return unit.empty() ? *value : *value / Rational(100);
}

}  // namespace

Record::Record(const Reading& reading, const Node& table, std::string name) : reading_(reading), name_(std::move(name)), span_(table.span) {
    for (const Node::Member& member : table.members)
        fields_.emplace_back(member.key, writtenAs(member.value));
}

Record::Record(const Reading& reading, const document::CsvTable& table, std::size_t row, std::string name)
    : reading_(reading), name_(std::move(name)), span_(table.span(table.cell(row, 0))) {
    for (std::size_t column = 0; column < table.head.size(); ++column) {
        const document::CsvCell& cell = table.cell(row, column);
        std::string text = table.text(reading.sources, cell);
        if (text.empty()) continue;
        const auto [field, unit] = splitHead(table.text(reading.sources, table.head[column]));
        Written written;
        written.text = std::move(text);
        written.columnUnit = unit;
        written.span = table.span(cell);
        fields_.emplace_back(field, std::move(written));
    }
    // FIELD.evidence stands beside FIELD.
    for (auto& [field, written] : fields_) {
        const auto beside =
            std::find_if(fields_.begin(), fields_.end(), [&, &name = field](const auto& each) { return each.first == name + ".evidence"; });
        if (beside != fields_.end()) written.evidence = beside->second.text;
    }
    for (const auto& [field, written] : fields_) {
        if (field.ends_with(".evidence")) asked_.insert(field);
    }
}

const Written* Record::find(std::string_view field) {
    asked_.emplace(field);
    const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& each) { return each.first == field; });
    return found == fields_.end() ? nullptr : &found->second;
}

diagnostics::Diagnostic& Record::report(Kind kind, source::Span span, std::string_view field) {
    return reading_.findings.add(kind, span, {{"field", Name{std::string(field)}}, {"item", Name{name_}}});
}

std::optional<Datum> Record::wrong(std::string_view field, const Written& written, const char* example) {
    report(Kind::InventoryValueWrong, written.span, field).with("example", std::string(example));
    return std::nullopt;
}

std::string Record::text(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return {};
    if (written->node != nullptr && written->node->kind != Node::Kind::Text) {
        wrong(field, *written, "\"text\"");
        return {};
    }
    return written->text;
}

std::optional<bool> Record::truth(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return std::nullopt;
    if (written->node != nullptr && written->node->kind == Node::Kind::Bool) return written->node->boolean;
    if (written->node == nullptr && (written->text == "true" || written->text == "yes" || written->text == "是")) return true;
    if (written->node == nullptr && (written->text == "false" || written->text == "no" || written->text == "否")) return false;
    wrong(field, *written, "true");
    return std::nullopt;
}

std::optional<quantity::Date> Record::date(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return std::nullopt;
    if (written->node != nullptr && written->node->kind == Node::Kind::Date) return written->node->date;
    const std::optional<quantity::Date> date = written->node == nullptr ? quantity::Date::parse(written->text) : std::nullopt;
    if (!date) wrong(field, *written, "2024-12-31");
    return date;
}

std::optional<Rational> Record::share(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return std::nullopt;
    if (written->node != nullptr && (written->node->kind == Node::Kind::Integer || written->node->kind == Node::Kind::Decimal))
        return written->node->number;
    const std::optional<Rational> number = numberIn(written->text);
    if (!number) wrong(field, *written, "\"60 %\"");
    return number;
}

std::optional<registers::GwpSet> Record::gwpSet(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return std::nullopt;
    const std::optional<registers::GwpSet> set = registers::gwpSetOf(written->text);
    if (!set) {
        std::vector<std::string> legal;
        for (const std::string_view word : registers::gwpSetWords)
            legal.emplace_back(word);
        report(Kind::InventoryAlternativeUnknown, written->span, field)
            .with("name", Name{written->text})
            .note(Kind::LegalHere, {}, {{"names", Names{std::move(legal)}}});
    }
    return set;
}

// One number with its unit, as it stands in a text or under a column's unit.
std::optional<Datum> Record::measure(std::string_view field, const Written& written) {
    const bool isNumber =
        written.node != nullptr && (written.node->kind == Node::Kind::Integer || written.node->kind == Node::Kind::Decimal);
    const std::string text = isNumber ? std::string(reading_.sources.text(written.span)) : written.text;
    auto [literal, unitText] = splitMeasure(text);
    const std::optional<Rational> number = isNumber ? std::optional(written.node->number) : Rational::parse(literal);
    if (!number) return wrong(field, written, "\"12.5 t\"");
    std::string unit(isNumber ? std::string_view() : unitText);
    if (unit.empty()) unit = written.columnUnit;
    Datum datum;
    datum.span = written.span;
    datum.evidence = written.evidence;
    if (unit == "%") {
        datum.unit = {"%", Rational(1, 100), {}};
    } else if (!unit.empty()) {
        const std::optional<quantity::Unit> found = reading_.units.find(unit);
        if (!found) {
            diagnostics::Diagnostic& finding = reading_.findings.add(Kind::InventoryUnitUnknown, written.span, {{"unit", Name{unit}}});
            const std::vector<std::string>* meant = reading_.units.meaningsOf(unit);
            std::vector<std::string> near = meant != nullptr ? *meant : source::closest(unit, reading_.units.spellings());
            if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", Names{std::move(near)}}});
            return std::nullopt;
        }
        datum.unit = *found;
    }
    datum.value = Interval::point(*number * datum.unit.factor);
    return datum;
}

std::optional<Datum> Record::datumOf(std::string_view field, const Written& written) {
    if (written.node == nullptr || written.node->kind != Node::Kind::Table) return measure(field, written);
    Record inner(reading_, *written.node, name_ + "." + std::string(field));
    std::optional<Datum> datum;
    if (const Written* value = inner.find("value")) {
        datum = inner.measure("value", *value);
        if (datum && inner.truth("printed").value_or(false)) {
            const std::string text = value->node != nullptr && value->node->kind != Node::Kind::Text
                                         ? std::string(reading_.sources.text(value->span))
                                         : value->text;
            const Rational half = halfPlace(splitMeasure(text).first) * datum->unit.factor;
            datum->value = datum->value + Interval{-half, half};
        }
        if (const std::optional<Rational> accuracy = inner.share("accuracy"); datum && accuracy) {
            const Rational width = datum->value.high->abs() * accuracy->abs();
            datum->value = datum->value + Interval{-width, width};
        }
    } else {
        const Written* low = inner.find("min");
        const Written* high = inner.find("max");
        const std::optional<Datum> least = low != nullptr ? inner.measure("min", *low) : std::nullopt;
        const std::optional<Datum> most = high != nullptr ? inner.measure("max", *high) : std::nullopt;
        if (!least || !most || !(least->unit.dimension == most->unit.dimension))
            return wrong(field, written, "{ min = \"1 t\", max = \"2 t\" }");
        if (*least->value.low > *most->value.high) {
            report(Kind::InventoryRangeReversed, written.span, field);
            return std::nullopt;
        }
        datum = least;
        datum->value.high = most->value.high;
    }
    if (datum) {
        datum->evidence = inner.text("evidence");
        datum->span = written.span;
    }
    for (const char* of : {"kind", "gwp", "printed", "accuracy", "evidence"})
        inner.asked_.emplace(of);
    inner.refuseOthers();
    return datum;
}

std::optional<Datum> Record::datum(std::string_view field) {
    const Written* written = find(field);
    return written == nullptr ? std::nullopt : datumOf(field, *written);
}

std::optional<Datum> Record::amount(std::string_view field) {
    std::optional<Datum> datum = this->datum(field);
    if (!datum || *datum->value.low >= 0) return datum;
    const Written* written = find(field);
    const bool isRange = written->node != nullptr && written->node->kind == Node::Kind::Table && written->node->find("min") != nullptr;
    if (isRange || *datum->value.high < 0) {
        report(Kind::InventoryBelowZero, written->span, field);
        return std::nullopt;
    }
    datum->value.low = 0;
    return datum;
}

std::optional<FactorUse> Record::factor(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return std::nullopt;
    FactorUse use;
    use.span = written->span;
    const bool isText = written->node == nullptr || written->node->kind == Node::Kind::Text;
    const bool beginsAsNumber = !written->text.empty() && (std::isdigit(static_cast<unsigned char>(written->text.front())) != 0 ||
                                                           written->text.front() == '-' || written->text.front() == '+');
    if (isText && !beginsAsNumber) {
        use.id = written->text;
        return use;
    }
    use.stated = datumOf(field, *written);
    if (!use.stated) return std::nullopt;
    if (written->node != nullptr && written->node->kind == Node::Kind::Table) {
        Record inner(reading_, *written->node, name_ + "." + std::string(field));
        use.gwp = inner.gwpSet("gwp");
        if (const Written* kind = inner.find("kind")) {
            use.kind = registers::factorKindOf(kind->text);
            if (!use.kind) {
                std::vector<std::string> legal;
                for (const std::string_view word : registers::factorKindWords)
                    legal.emplace_back(word);
                inner.report(Kind::InventoryAlternativeUnknown, kind->span, "kind")
                    .with("name", Name{kind->text})
                    .note(Kind::LegalHere, {}, {{"names", Names{std::move(legal)}}});
            }
        }
    }
    return use;
}

std::optional<Record> Record::table(std::string_view field) {
    const Written* written = find(field);
    if (written == nullptr) return std::nullopt;
    if (written->node == nullptr || written->node->kind != Node::Kind::Table) {
        wrong(field, *written, "{ total = \"2 kgCO2e/FU\" }");
        return std::nullopt;
    }
    return Record(reading_, *written->node, name_ + "." + std::string(field));
}

void Record::refuseAlternative(std::string_view field, const Written& written, const std::vector<Alternative>& legal) {
    std::vector<std::string> codes;
    for (const Alternative& each : legal)
        codes.emplace_back(each.code);
    diagnostics::Diagnostic& finding = report(Kind::InventoryAlternativeUnknown, written.span, field).with("name", Name{written.text});
    std::vector<std::string> near = source::closest(written.text, codes);
    if (near.empty()) {
        finding.note(Kind::LegalHere, {}, {{"names", Names{std::move(codes)}}});
    } else {
        finding.note(Kind::DidYouMean, {}, {{"names", Names{std::move(near)}}});
    }
}

void Record::refuseOthers() {
    std::vector<std::string> legal(asked_.begin(), asked_.end());
    for (const auto& [field, written] : fields_) {
        if (asked_.count(field) != 0) continue;
        diagnostics::Diagnostic& finding = report(Kind::InventoryKeyUnknown, written.span, field);
        if (std::vector<std::string> near = source::closest(field, legal); !near.empty())
            finding.note(Kind::DidYouMean, {}, {{"names", Names{std::move(near)}}});
    }
}

}  // namespace assay::footprint

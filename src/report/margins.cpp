#include "assay/report/margins.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/report/outcome.hpp"
#include "assay/report/place.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "margin_words.hpp"
#include "text_writer.hpp"

namespace assay::report {

using check::TypeKind;
using diagnostics::Language;
using evaluate::Margin;
using evaluate::Margins;
using evaluate::UsedFact;
using evaluate::Variation;
using nlohmann::ordered_json;
using quantity::Rational;

namespace {

// A stretch of the rules in one line.
std::string oneLine(std::string_view text) {
    std::string line;
    for (const char each : text) {
        const bool isBlank = each == ' ' || each == '\n' || each == '\r' || each == '\t';
        if (!isBlank) {
            line += each;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

// The beginning of a long expression; where it stands is told with it.
std::string shortened(std::string text) {
    constexpr std::size_t longest = 72;
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

std::string comparedText(const Margin& margin, const View& view) {
    if (!margin.value.empty()) return margin.value;
    std::string text = oneLine(view.sources.text(margin.valueSpan));
    if (!margin.item.empty()) text += " [" + margin.item + "]";
    return text;
}

// A distance: of dates in days, else in the unit of the threshold.
std::string distanceText(const Margin& margin, const Rational& distance, Language language) {
    if (margin.type.kind == TypeKind::Date) return periodText(distance, TypeKind::Days, language);
    return shownPoint(distance, margin.type, margin.unit, language);
}

std::string thresholdText(const Margin& margin, Language language) {
    const std::string text = shownInterval(margin.thresholdLine, margin.type, margin.unit, language);
    return margin.threshold.empty() ? text : text + " (" + margin.threshold + ")";
}

bool isOnThreshold(const Margin& margin) {
    return margin.distance && margin.distance->isZero();
}

MarginWord wordingOf(const Margin& margin) {
    if (!margin.distance) return MarginWord::Open;
    if (margin.distance->isZero()) return margin.op == "<=" || margin.op == ">=" ? MarginWord::Included : MarginWord::Excluded;
    const bool isDate = margin.type.kind == TypeKind::Date;
    if (margin.distance->sign() > 0) return isDate ? MarginWord::After : MarginWord::Above;
    return isDate ? MarginWord::Before : MarginWord::Below;
}

// The readings under which a conclusion would be otherwise: each with what it would come to.
struct Other {
    const Variation* variation;
    const Variation::Change* change;
};

std::vector<Other> othersOf(const MarginQuestion& question) {
    std::vector<Other> others;
    for (const Variation& variation : question.result.varied) {
        for (const Variation::Change& change : variation.changes) {
            if (change.decl == question.conclusion.decl && change.item == question.conclusion.item) others.push_back({&variation, &change});
        }
    }
    return others;
}

// Where a value is on its threshold: the readings that change the conclusion and the declaration that compares.
std::vector<std::string> decidingReadings(const Margin& margin, const MarginQuestion& question, const View& view) {
    std::vector<std::string> names;
    if (!isOnThreshold(margin)) return names;
    for (const Other& other : othersOf(question)) {
        const std::vector<Variation::Change>& changes = other.variation->changes;
        const bool turns = std::any_of(changes.begin(), changes.end(), [&](const auto& change) { return change.decl == margin.decl; });
        const std::string& name = view.rules.readings[other.variation->reading].name;
        if (turns && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

class Writer {
public:
    Writer(const Margins& margins, const MarginQuestion& question, const View& view, const TextOptions& options)
        : margins_(margins), question_(question), view_(view), language_(options.language), out_(options) {}

    std::string all() {
        const check::Declaration& declared = view_.rules.declarations[question_.conclusion.decl];
        out_.paint(Color::Strong, conclusionName(declared.name, question_.conclusion.item)).text(": " + outcome(margins_.outcome)).end();
        const auto isDeciding = [](const Margin& margin) { return margin.turned || !margin.distance; };
        for (const Margin& margin : margins_.margins) {
            if (isDeciding(margin)) write(margin, 1);
        }
        if (margins_.margins.empty()) out_.at(1).text(say(MarginWord::None)).end();
        const bool hasOthers = !std::all_of(margins_.margins.begin(), margins_.margins.end(), isDeciding);
        if (hasOthers) out_.at(1).text(say(MarginWord::NotAlone)).text(":").end();
        for (const Margin& margin : margins_.margins) {
            if (!isDeciding(margin)) write(margin, 2);
        }
        readings();
        used(MarginWord::Ranges, margins_.ranges);
        used(MarginWord::Judgements, margins_.judgements);
        return out_.take();
    }

private:
    [[nodiscard]] std::string_view say(MarginWord what) const { return word(what, language_); }

    // A status in the reader's language; an outcome or value as it is.
    [[nodiscard]] std::string outcome(const std::string& text) const {
        const std::optional<evaluate::Status> status = statusOf(text);
        return status ? std::string(word(wordOf(*status), language_)) : text;
    }

    void write(const Margin& margin, std::size_t level) {
        const bool isRange = margin.distance && !(margin.valueLine.isPoint() && margin.thresholdLine.isPoint());
        std::string far = margin.distance ? distanceText(margin, margin.distance->abs(), language_) : std::string();
        if (isRange) far = std::string(word(Word::AtLeast, language_)) + " " + far;
        out_.at(level).paint(Color::Strong, shortened(comparedText(margin, view_))).text(": ");
        out_.text(fmt::format(
            fmt::runtime(say(wordingOf(margin))), fmt::arg("value", shownInterval(margin.valueLine, margin.type, margin.unit, language_)),
            fmt::arg("distance", far), fmt::arg("threshold", thresholdText(margin, language_)), fmt::arg("op", margin.op)));
        const std::vector<std::string> deciding = decidingReadings(margin, question_, view_);
        if (!deciding.empty())
            out_.text("; " + fmt::format(fmt::runtime(say(MarginWord::ReadingDecides)), fmt::arg("reading", join(deciding))));
        out_.end();
        if (margin.turned)
            out_.at(level + 1)
                .text(fmt::format(fmt::runtime(say(MarginWord::Otherwise)), fmt::arg("outcome", outcome(*margin.turned))))
                .end();
        where(margin, level + 1);
    }

    // The declaration that compares, its clauses and its line.
    void where(const Margin& margin, std::size_t level) {
        if (!margin.decl.valid()) return;
        const check::Declaration& declared = view_.rules.declarations[margin.decl];
        out_.at(level).paint(Color::Faint, declared.name);
        if (margin.row) out_.paint(Color::Faint, fmt::format(" {} {}", word(Word::Row, language_), *margin.row + 1));
        out_.clauses(declared.clauses).paint(Color::Faint, "  " + placeText(view_.sources, margin.span)).end();
    }

    void readings() {
        const auto& rests = question_.conclusion.readings;
        if (rests.empty()) return;
        out_.at(1).text(say(MarginWord::Readings)).text(" " + join(readingNames(view_.rules, rests))).end();
        for (const Other& other : othersOf(question_)) {
            const check::Reading& reading = view_.rules.readings[other.variation->reading];
            out_.at(2).text(fmt::format(fmt::runtime(say(MarginWord::OtherReading)), fmt::arg("reading", reading.name),
                                        fmt::arg("alternative", reading.alternatives[other.variation->alternative]),
                                        fmt::arg("outcome", outcome(other.change->after))));
            out_.end();
        }
    }

    void used(MarginWord heading, const std::vector<UsedFact>& facts) {
        if (facts.empty()) return;
        out_.at(1).text(say(heading)).end();
        for (const UsedFact& fact : facts) {
            out_.at(2).text(fact.fact + " = " + fact.value);
            std::vector<std::string> parts;
            if (fact.provenance.span.valid()) parts.push_back(placeText(view_.sources, fact.provenance.span));
            const auto add = [&](Word what, const std::string& text) {
                if (!text.empty()) parts.push_back(std::string(word(what, language_)) + " " + text);
            };
            add(Word::Evidence, fact.provenance.evidence);
            add(Word::By, fact.provenance.by);
            add(Word::On, fact.provenance.on ? fact.provenance.on->text() : "");
            if (!parts.empty()) out_.paint(Color::Faint, "  " + join(parts));
            out_.end();
        }
    }

    const Margins& margins_;
    const MarginQuestion& question_;
    const View& view_;
    Language language_;
    TextWriter out_;
};

ordered_json marginJson(const Margin& margin, const MarginQuestion& question, const View& view) {
    const bool isQuantity = margin.type.kind == TypeKind::Quantity;
    const check::Declaration* declared = margin.decl.valid() ? &view.rules.declarations[margin.decl] : nullptr;
    ordered_json json;
    json["compared"] = comparedText(margin, view);
    json["value"] = shownInterval(margin.valueLine, margin.type, margin.unit, Language::English);
    json["op"] = margin.op;
    json["threshold"] = shownInterval(margin.thresholdLine, margin.type, margin.unit, Language::English);
    json["threshold_name"] = itemJson(margin.threshold);
    json["open"] = !margin.distance;
    json["distance"] = margin.distance ? ordered_json(distanceText(margin, *margin.distance, Language::English)) : ordered_json();
    json["exact"] =
        margin.distance ? ordered_json((isQuantity ? *margin.distance / margin.unit.factor : *margin.distance).exact()) : ordered_json();
    json["unit"] = isQuantity ? itemJson(margin.unit.symbol) : ordered_json();
    json["relative"] = margin.distance ? ordered_json(margin.relative.exact()) : ordered_json();
    json["turns_to"] = margin.turned ? ordered_json(*margin.turned) : ordered_json();
    json["deciding_readings"] = decidingReadings(margin, question, view);
    json["declaration"] = declared != nullptr ? ordered_json(declared->name) : ordered_json();
    json["item"] = itemJson(margin.item);
    json["row"] = margin.row ? ordered_json(*margin.row + 1) : ordered_json();
    json["clauses"] = declared != nullptr ? ordered_json(declared->clauses) : ordered_json::array();
    addPlace(json, margin.span, view);
    return json;
}

}  // namespace

std::string marginsText(const Margins& margins, const MarginQuestion& question, const View& view, const TextOptions& options) {
    return Writer(margins, question, view, options).all();
}

ordered_json marginsJson(const Margins& margins, const MarginQuestion& question, const View& view) {
    ordered_json json;
    json["name"] = view.rules.declarations[question.conclusion.decl].name;
    json["item"] = itemJson(question.conclusion.item);
    json["outcome"] = margins.outcome;
    json["margins"] = ordered_json::array();
    for (const Margin& margin : margins.margins)
        json["margins"].push_back(marginJson(margin, question, view));
    json["readings"] = readingNames(view.rules, question.conclusion.readings);
    json["other_readings"] = ordered_json::array();
    for (const Other& other : othersOf(question)) {
        const check::Reading& reading = view.rules.readings[other.variation->reading];
        json["other_readings"].push_back({{"reading", reading.name},
                                          {"alternative", reading.alternatives[other.variation->alternative]},
                                          {"outcome", other.change->after}});
    }
    json["ranges"] = usedJson(margins.ranges, view);
    json["judgements"] = usedJson(margins.judgements, view);
    return json;
}

}  // namespace assay::report

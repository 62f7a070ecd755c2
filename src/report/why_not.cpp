#include "assay/report/why_not.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "assay/facts/written.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "text_writer.hpp"

namespace assay::report {

using diagnostics::Language;
using evaluate::Change;
using evaluate::Stretch;
using evaluate::WhyNot;
using facts::Entry;
using nlohmann::ordered_json;
using quantity::Rational;

namespace {

// Reads a case's values as the case writes them.
class Values {
public:
    Values(const WhyNotQuestion& question, const check::Checked& rules, Language language)
        : facts_(question.facts), rules_(rules), language_(language) {}

    [[nodiscard]] std::string text(const Entry& entry, const check::Quality& quality) const {
        switch (entry.state) {
            case Entry::State::None:
                return std::string(word(Word::None, language_));
            case Entry::State::Known:
                return scalar(*entry.value, quality);
            case Entry::State::Range:
                return (entry.low ? facts::written(quality, *entry.low) : "") + ".." +
                       (entry.high ? facts::written(quality, *entry.high) : "");
            default:
                return {};
        }
    }

private:
    [[nodiscard]] std::string scalar(const facts::Scalar& value, const check::Quality& quality) const {
        if (const auto* truth = std::get_if<bool>(&value)) return std::string(word(*truth ? Word::True : Word::False, language_));
        if (const auto* number = std::get_if<Rational>(&value)) return facts::written(quality, *number);
        if (const auto* date = std::get_if<quantity::Date>(&value)) return date->text();
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
        if (const auto* item = std::get_if<facts::ItemIndex>(&value)) return facts_.lists[quality.type.list].items[item->value].id;
        return rules_.enumerations[quality.type.enumeration].enumerators[std::get<facts::EnumeratorIndex>(value).value].name;
    }

    const facts::CaseFacts& facts_;
    const check::Checked& rules_;
    Language language_;
};

// "at most 8 %", "on or after 2025-06-20".
std::string stretchText(const Stretch& stretch, const check::Quality& quality, Language language) {
    const bool isDate = quality.type.kind == check::TypeKind::Date;
    const auto say = [&](Word what, const Rational& end) {
        return fmt::format(fmt::runtime(word(what, language)), fmt::arg("value", facts::written(quality, end)));
    };
    if (stretch.low && stretch.high) {
        if (*stretch.low == *stretch.high) return facts::written(quality, *stretch.low);
        return say(stretch.lowOpen ? Word::MoreThan
                   : isDate        ? Word::OnOrAfter
                                   : Word::NoLessThan,
                   *stretch.low) +
               ", " +
               say(stretch.highOpen ? Word::LessThan
                   : isDate         ? Word::OnOrBefore
                                    : Word::NoMoreThan,
                   *stretch.high);
    }
    if (stretch.low) return say(stretch.lowOpen ? Word::MoreThan : isDate ? Word::OnOrAfter : Word::NoLessThan, *stretch.low);
    if (stretch.high) return say(stretch.highOpen ? Word::LessThan : isDate ? Word::OnOrBefore : Word::NoMoreThan, *stretch.high);
    return std::string(word(Word::AnyValue, language));
}

// How far a number that is given has to move to the nearest value that would do; nothing for dates, for what is not known, and
// where there is no nearest value.
std::optional<Rational> distance(const Change& change, const Entry& now) {
    if (!change.line || now.state != Entry::State::Known) return std::nullopt;
    const auto* number = std::get_if<Rational>(&*now.value);
    if (number == nullptr) return std::nullopt;
    if (change.line->high && !change.line->highOpen && *change.line->high <= *number) return *change.line->high - *number;
    if (change.line->low && !change.line->lowOpen && *change.line->low >= *number) return *change.line->low - *number;
    return std::nullopt;
}

std::string nowText(const Change& change, const Entry& entry, const check::Quality& quality, const Values& values, Language language) {
    const std::string now = values.text(entry, quality);
    if (now.empty()) return std::string(word(Word::NotRecorded, language));
    std::string text = fmt::format(fmt::runtime(word(Word::Now, language)), fmt::arg("value", now));
    if (const std::optional<Rational> far = distance(change, entry)) {
        text += ", " + fmt::format(fmt::runtime(word(far->sign() < 0 ? Word::Less : Word::More, language)),
                                   fmt::arg("value", facts::written(quality, far->abs())));
    }
    return text;
}

void writeChange(TextWriter& out, const Change& change, const WhyNotQuestion& question, const View& view, Language language) {
    const check::Quality& quality = evaluate::qualityOf(change.place, view.rules);
    const Values values(question, view.rules, language);
    const Entry& entry = evaluate::entryAt(change.place, question.facts, view.rules);
    out.paint(Color::Strong, change.fact).text(": ");
    out.text(change.line ? stretchText(*change.line, quality, language) : values.text(change.to, quality));
    out.text(fmt::format("  ({})", nowText(change, entry, quality, values, language))).end();
    const std::string& ask = choose(quality.ask, language);
    if (!ask.empty()) out.at(3).text(ask).end();
    const Word act = quality.quantified ? Word::ReachAndQuantify : quality.judgement ? Word::ObtainJudgement : Word::ObtainAndRecord;
    out.at(3).paint(Color::Faint, word(act, language));
    if (!quality.from.empty()) out.paint(Color::Faint, " " + join(quality.from));
    out.end();
}

ordered_json stretchJson(const Stretch& stretch, const check::Quality& quality) {
    const auto end = [&](const std::optional<Rational>& value) {
        return value ? ordered_json(facts::written(quality, *value)) : ordered_json();
    };
    return {
        {"low", end(stretch.low)}, {"low_included", !stretch.lowOpen}, {"high", end(stretch.high)}, {"high_included", !stretch.highOpen}};
}

ordered_json changeJson(const Change& change, const WhyNotQuestion& question, const View& view) {
    const check::Quality& quality = evaluate::qualityOf(change.place, view.rules);
    const Values values(question, view.rules, Language::English);
    const Entry& entry = evaluate::entryAt(change.place, question.facts, view.rules);
    ordered_json json;
    json["fact"] = change.fact;
    json["now"] = itemJson(values.text(entry, quality));
    json["to"] = values.text(change.to, quality);
    json["line"] = change.line ? stretchJson(*change.line, quality) : ordered_json();
    const std::optional<Rational> far = distance(change, entry);
    json["distance"] = far ? ordered_json(facts::written(quality, *far)) : ordered_json();
    json["judgement"] = quality.judgement;
    json["quantified"] = quality.quantified;
    json["from"] = quality.from;
    json["ask"] = localJson(quality.ask);
    return json;
}

}  // namespace

std::string whyNotText(const WhyNot& answer, const WhyNotQuestion& question, const View& view, const TextOptions& options) {
    const auto say = [&](Word what) { return word(what, options.language); };
    const check::Declaration& declared = view.rules.declarations[question.conclusion.decl];
    const auto& decide = std::get<check::Decide>(declared.body);
    const std::string name = conclusionName(declared.name, question.conclusion.item);
    const std::string outcome = enumeratorNames(view.rules, decide.enumeration, {question.outcome}).front();
    TextWriter out(options);
    const Word head = answer.given ? Word::GivenAlready : answer.sets.empty() ? Word::NoSmallChange : Word::WouldBeWith;
    out.text(fmt::format(fmt::runtime(say(head)), fmt::arg("decision", name), fmt::arg("outcome", outcome))).end();
    for (std::size_t index = 0; index < answer.sets.size(); ++index) {
        const std::vector<Change>& set = answer.sets[index];
        for (std::size_t each = 0; each < set.size(); ++each) {
            out.at(1).text(each == 0 ? fmt::format("{}. ", index + 1) : fmt::format("   {} ", say(Word::AndAlso)));
            writeChange(out, set[each], question, view, options.language);
        }
    }
    if (answer.larger) out.at(1).text(say(Word::LargerSets)).end();
    if (answer.exceeded) out.at(1).text(say(Word::TrialsReached)).end();
    return out.take();
}

ordered_json whyNotJson(const WhyNot& answer, const WhyNotQuestion& question, const View& view) {
    const check::Declaration& declared = view.rules.declarations[question.conclusion.decl];
    const auto& decide = std::get<check::Decide>(declared.body);
    ordered_json json;
    json["name"] = declared.name;
    json["item"] = itemJson(question.conclusion.item);
    json["outcome"] = enumeratorNames(view.rules, decide.enumeration, {question.outcome}).front();
    json["given"] = answer.given;
    json["sets"] = ordered_json::array();
    for (const std::vector<Change>& set : answer.sets) {
        ordered_json changes = ordered_json::array();
        for (const Change& change : set)
            changes.push_back(changeJson(change, question, view));
        json["sets"].push_back(std::move(changes));
    }
    json["larger"] = answer.larger;
    json["exceeded"] = answer.exceeded;
    return json;
}

}  // namespace assay::report

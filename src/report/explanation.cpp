#include "assay/report/explanation.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "assay/report/words.hpp"
#include "json_parts.hpp"
#include "places.hpp"
#include "text_writer.hpp"

namespace assay::report {

using diagnostics::Language;
using nlohmann::ordered_json;
using trace::Step;
using trace::StepKind;

namespace {

std::optional<Word> declarationWord(const std::string& op) {
    if (op == "rule") return Word::Rule;
    if (op == "decide") return Word::Decide;
    if (op == "define") return Word::Define;
    if (op == "table") return Word::Table;
    if (op == "flag") return Word::Flag;
    if (op == "contradiction") return Word::Contradiction;
    if (op == "checklist") return Word::Checklist;
    if (op == "duty") return Word::Duty;
    if (op == "partition") return Word::Partition;
    if (op == "lifecycle") return Word::Lifecycle;
    return std::nullopt;
}

std::string_view kindKey(StepKind kind) {
    switch (kind) {
        case StepKind::Declaration:
            return "declaration";
        case StepKind::Condition:
            return "condition";
        case StepKind::Row:
            return "row";
        case StepKind::Operation:
            return "operation";
        case StepKind::Fact:
            return "fact";
        case StepKind::Quantity:
            return "quantity";
        case StepKind::Reading:
            return "reading";
        case StepKind::Constant:
            return "constant";
        case StepKind::Item:
            return "item";
        case StepKind::Change:
            return "change";
        case StepKind::Days:
            return "days";
    }
    return {};
}

class ExplanationWriter {
public:
    ExplanationWriter(const View& view, const TextOptions& options, Depth depth)
        : view_(view), language_(options.language), depth_(depth), out_(options) {}

    std::string all(const Step& step) {
        write(step, 0);
        return out_.take();
    }

private:
    [[nodiscard]] std::string_view say(Word what) const { return word(what, language_); }

    void write(const Step& step, std::size_t level) {
        out_.at(level);
        const std::string what = stepSubject(step, language_);
        const std::string value = stepValue(step, language_);
        out_.paint(step.decisive ? Color::Strong : Color::Faint, what);
        if (!what.empty() && !value.empty()) out_.text(isRead(step) ? " = " : ": ");
        out_.text(value);
        status(step);
        out_.clauses(step.clauses);
        if (!step.readings.empty()) out_.text("  ").text(say(Word::RestsOnReading)).text(" " + join(step.readings));
        origin(step);
        if (!step.decisive) out_.text("  ").paint(Color::Faint, say(Word::NotDecisive));
        const bool isNamed = step.kind == StepKind::Declaration && step.op != "table" && !step.premises.empty();
        if (isNamed && !explained_.insert(conclusionName(step.subject, step.item)).second) {
            out_.text("  ").paint(Color::Faint, say(Word::SeeAbove)).end();
            return;
        }
        out_.end();
        const std::string& label = choose(step.label.english, step.label.chinese, language_);
        if (!label.empty()) out_.at(level + 2).paint(Color::Faint, label).end();
        std::size_t leftOut = 0;
        for (const Step& premise : step.premises) {
            const bool shown = depth_ == Depth::Full || premise.decisive;
            if (shown) write(premise, level + 1);
            leftOut += shown ? 0U : 1U;
        }
        if (leftOut > 0)
            out_.at(level + 1).paint(Color::Faint, "+ " + std::to_string(leftOut) + " ").paint(Color::Faint, say(Word::LeftOut)).end();
    }

    // A status in the reader's language; that a value is determined shows by itself.
    void status(const Step& step) {
        const std::optional<evaluate::Status> known = statusOf(step.status);
        if (!known || *known == evaluate::Status::Determined) return;
        out_.text(", ").text(say(wordOf(*known)));
    }

    // Where to look it up: of a fact the line of the case and who vouches for it, of a declaration or row the line of the rules.
    void origin(const Step& step) {
        std::vector<std::string> parts;
        if (step.caseSpan.valid()) parts.push_back(placeText(view_.sources, step.caseSpan));
        if (!step.evidence.empty()) parts.push_back(std::string(say(Word::Evidence)) + " " + step.evidence);
        if (!step.by.empty()) parts.push_back(std::string(say(Word::By)) + " " + step.by);
        if (!step.on.empty()) parts.push_back(std::string(say(Word::On)) + " " + step.on);
        const bool inRules = step.kind == StepKind::Declaration || step.kind == StepKind::Condition || step.kind == StepKind::Row;
        if (inRules && step.span.valid()) parts.push_back(placeText(view_.sources, step.span));
        if (view_.profile != nullptr) profile(step, *view_.profile, parts);
        if (!parts.empty()) out_.paint(Color::Faint, "  " + join(parts));
    }

    // What the body's profile gave, with the passage that it rests on: a figure, or the reading that it chose.
    void profile(const Step& step, const facts::Profile& profile, std::vector<std::string>& parts) const {
        for (const facts::Profile::Figure& figure : profile.figures) {
            const bool isIt = step.kind == StepKind::Fact && step.caseSpan.source == profile.source &&
                              view_.rules.facts[figure.fact].name == step.subject;
            if (isIt) parts.push_back(figure.entry.provenance.reason);
        }
        for (const facts::Profile::Choice& choice : profile.choices) {
            if (step.kind != StepKind::Reading || view_.rules.readings[choice.reading].name != step.subject) continue;
            parts.push_back(placeText(view_.sources, choice.span));
            parts.push_back(choice.cites);
        }
    }

    const View& view_;
    diagnostics::Language language_;
    Depth depth_;
    TextWriter out_;
    std::set<std::string> explained_;
};

}  // namespace

std::string stepSubject(const Step& step, Language language) {
    const std::string name = conclusionName(step.subject, step.item);
    const auto say = [language](Word what) { return word(what, language); };
    const auto led = [&name](std::string_view lead) { return std::string(lead) + (name.empty() ? "" : " ") + name; };
    switch (step.kind) {
        case StepKind::Declaration: {
            const std::optional<Word> kind = declarationWord(step.op);
            return led(kind ? say(*kind) : std::string_view(step.op));
        }
        case StepKind::Condition:
            return led(say(step.op == "item" ? Word::Item : step.op == "step" ? Word::Step : Word::Condition));
        case StepKind::Row:
            return led(say(Word::Row));
        case StepKind::Item:
            return led(say(Word::Item));
        case StepKind::Reading:
            return led(say(Word::Reading));
        case StepKind::Change:
            return step.op == "time" ? std::string(say(Word::PassingOfTime)) : step.op + " " + step.subject;
        case StepKind::Days:
            return led(say(step.op == "moved over" ? Word::MovedOver : Word::NotCounted));
        case StepKind::Operation:
            return step.op;
        case StepKind::Fact:
        case StepKind::Quantity:
            return name;
        case StepKind::Constant:
            return {};
    }
    return name;
}

std::string stepValue(const Step& step, Language language) {
    const std::string& value = step.shown.empty() ? step.conclusion : step.shown;
    if (value == "true") return std::string(word(Word::True, language));
    if (value == "false") return std::string(word(Word::False, language));
    if (value == "unknown") return std::string(word(Word::Unknown, language));
    if (value == "none") return std::string(word(Word::None, language));
    return value;
}

bool isRead(const Step& step) {
    return step.kind == StepKind::Fact || step.kind == StepKind::Quantity || step.kind == StepKind::Reading;
}

std::string explanationText(const Step& step, const View& view, const TextOptions& options, Depth depth) {
    return ExplanationWriter(view, options, depth).all(step);
}

ordered_json explanationJson(const Step& step, const View& view) {
    ordered_json json;
    json["kind"] = kindKey(step.kind);
    json["op"] = itemJson(step.op);
    json["subject"] = itemJson(step.subject);
    json["item"] = itemJson(step.item);
    json["conclusion"] = step.conclusion;
    json["shown"] = step.shown;
    json["status"] = itemJson(step.status);
    json["decisive"] = step.decisive;
    json["clauses"] = step.clauses;
    json["readings"] = step.readings;
    json["label"] = localJson({step.label.english, step.label.chinese, {}});
    ordered_json rule;
    addPlace(rule, step.span, view);
    json["rule"] = std::move(rule);
    ordered_json given;
    addPlace(given, step.caseSpan, view);
    json["case"] = std::move(given);
    json["evidence"] = itemJson(step.evidence);
    json["by"] = itemJson(step.by);
    json["on"] = itemJson(step.on);
    ordered_json premises = ordered_json::array();
    for (const Step& premise : step.premises)
        premises.push_back(explanationJson(premise, view));
    json["premises"] = std::move(premises);
    return json;
}

}  // namespace assay::report

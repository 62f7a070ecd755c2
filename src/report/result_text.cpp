#include <algorithm>

#include "assay/report/outcome.hpp"
#include "assay/report/questions.hpp"
#include "assay/report/result.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "division_parts.hpp"
#include "duty_parts.hpp"
#include "lifecycle_parts.hpp"
#include "places.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using evaluate::Status;

namespace {

Color colorOf(evaluate::VerdictKind verdict) {
    using evaluate::VerdictKind;
    if (verdict == VerdictKind::Conform) return Color::Good;
    return verdict == VerdictKind::Undetermined ? Color::Open : Color::Bad;
}

Color colorOf(Status status) {
    switch (status) {
        case Status::Holds:
        case Status::Determined:
            return Color::Good;
        case Status::Fails:
        case Status::Conflict:
            return Color::Bad;
        case Status::Undetermined:
        case Status::JudgementNeeded:
            return Color::Open;
        case Status::NotYet:
        case Status::NotApplicable:
            return Color::Faint;
    }
    return Color::Faint;
}

// A rule that a reader need not look at: what it asks for is given, or it is not its turn.
bool isQuiet(Status status) {
    return status == Status::Holds || status == Status::NotApplicable || status == Status::NotYet;
}

class ResultWriter {
public:
    ResultWriter(const evaluate::CaseResult& result, const View& view, const TextOptions& options, const Selection& selection)
        : result_(result), view_(view), language_(options.language), selection_(selection), out_(options) {}

    std::string all() {
        verdicts();
        section<check::Decide>(
            Word::Decisions, [](const Conclusion&) { return true; }, &ResultWriter::decision);
        rules();
        section<check::Checklist>(
            Word::Checklists, [](const Conclusion&) { return true; }, &ResultWriter::checklist);
        section<check::Duty>(
            Word::Duties, [&](const Conclusion& c) { return !selection_.empty() || hasArisen(c); }, &ResultWriter::duty);
        section<check::Partition>(
            Word::Partitions, [](const Conclusion&) { return true; }, &ResultWriter::partition);
        section<check::Lifecycle>(
            Word::Lifecycles, [](const Conclusion&) { return true; }, &ResultWriter::lifecycle);
        section<check::Flag>(
            Word::Flags, [](const Conclusion& c) { return c.status != Status::Fails && c.status != Status::NotApplicable; },
            &ResultWriter::rule);
        section<check::Define>(
            Word::Values, [](const Conclusion&) { return true; }, &ResultWriter::value);
        variations();
        return out_.take();
    }

    std::string summary() {
        out_.text(result_.name);
        for (const evaluate::Verdict& verdict : result_.verdicts) {
            out_.text("  " + view_.rules.parties[verdict.party].name + ": ").paint(colorOf(verdict.kind), say(wordOf(verdict.kind)));
        }
        for (const Conclusion* conclusion : conclusionsOf<check::Decide>()) {
            out_.text("  " + nameOf(*conclusion) + ": ");
            outcome(*conclusion);
        }
        out_.end();
        return out_.take();
    }

private:
    [[nodiscard]] std::string_view say(Word what) const { return word(what, language_); }
    [[nodiscard]] const check::Declaration& declarationOf(const Conclusion& conclusion) const {
        return view_.rules.declarations[conclusion.decl];
    }
    [[nodiscard]] std::string nameOf(const Conclusion& conclusion) const {
        return conclusionName(declarationOf(conclusion).name, conclusion.item);
    }

    template <class Body>
    [[nodiscard]] std::vector<const Conclusion*> conclusionsOf() const {
        std::vector<const Conclusion*> found;
        for (const Conclusion& conclusion : result_.conclusions) {
            if (std::holds_alternative<Body>(declarationOf(conclusion).body) && selects(selection_, conclusion))
                found.push_back(&conclusion);
        }
        return found;
    }

    template <class Body, class Predicate>
    void section(Word heading, Predicate shown, void (ResultWriter::*write)(const Conclusion&)) {
        std::vector<const Conclusion*> conclusions = conclusionsOf<Body>();
        std::erase_if(conclusions, [&](const Conclusion* conclusion) { return !shown(*conclusion); });
        if (conclusions.empty()) return;
        out_.end().paint(Color::Strong, say(heading)).end();
        for (const Conclusion* conclusion : conclusions)
            (this->*write)(*conclusion);
    }

    void verdicts() {
        out_.paint(Color::Strong, result_.name).text("  ").text(say(Word::AsOf)).text(" " + result_.asOf.text()).end();
        if (view_.profile != nullptr) out_.at(1).text(profileText(*view_.profile, language_)).end();
        for (const evaluate::Verdict& verdict : result_.verdicts) {
            out_.at(1).text(view_.rules.parties[verdict.party].name + ": ").paint(colorOf(verdict.kind), say(wordOf(verdict.kind))).end();
        }
    }

    // "eligible, favourable", "undetermined, one of pass, fail", "not yet".
    void outcome(const Conclusion& conclusion) {
        const auto& decide = std::get<check::Decide>(declarationOf(conclusion).body);
        if (conclusion.status == Status::Determined && conclusion.outcome) {
            const check::Outcome* given = outcomeOf(decide, *conclusion.outcome);
            const check::Mark mark = given ? given->mark : check::Mark::Neutral;
            const Color color = mark == check::Mark::Adverse ? Color::Bad : mark == check::Mark::Favourable ? Color::Good : Color::Strong;
            out_.paint(color, enumeratorNames(view_.rules, decide.enumeration, {*conclusion.outcome}).front());
            return;
        }
        out_.paint(colorOf(conclusion.status), say(wordOf(conclusion.status)));
    }

    void decision(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        const auto& decide = std::get<check::Decide>(declaration.body);
        out_.at(1).text(nameOf(conclusion) + ": ");
        outcome(conclusion);
        if (conclusion.status == Status::Determined && conclusion.outcome) {
            outcomeWords(decide, *conclusion.outcome);
        } else if (!conclusion.candidates.empty()) {
            out_.text(", ")
                .text(say(Word::OneOf))
                .text(" " + join(enumeratorNames(view_.rules, decide.enumeration, conclusion.candidates)));
        }
        out_.clauses(conclusion.clauses).end();
        label(declaration);
        details(conclusion);
        for (const evaluate::Reason& reason : conclusion.reasons)
            because(reason);
    }

    void outcomeWords(const check::Decide& decide, std::size_t enumerator) {
        const check::Outcome* given = outcomeOf(decide, enumerator);
        if (given && given->mark == check::Mark::Favourable) out_.text(", ").text(say(Word::Favourable));
        if (given && given->mark == check::Mark::Adverse) out_.text(", ").text(say(Word::Adverse));
        const check::Enumerator& general = view_.rules.enumerations[decide.enumeration].enumerators[enumerator];
        std::string shown = given ? choose(given->label, language_) : std::string();
        if (shown.empty()) shown = choose(general.label, language_);
        if (!shown.empty()) out_.text(": " + shown);
    }

    void rules() {
        std::vector<const Conclusion*> loud = conclusionsOf<check::Rule>();
        if (loud.empty()) return;
        out_.end().paint(Color::Strong, say(Word::Rules)).text(":");
        for (const Status status : {Status::Holds, Status::Fails, Status::Undetermined, Status::JudgementNeeded, Status::NotYet,
                                    Status::NotApplicable, Status::Conflict}) {
            const auto count = std::count_if(loud.begin(), loud.end(), [status](const Conclusion* c) { return c->status == status; });
            if (count > 0) out_.text("  " + std::to_string(count) + " ").text(say(wordOf(status)));
        }
        out_.end();
        if (selection_.empty()) std::erase_if(loud, [](const Conclusion* conclusion) { return isQuiet(conclusion->status); });
        for (const Conclusion* conclusion : loud)
            rule(*conclusion);
    }

    void rule(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        out_.at(1).text(nameOf(conclusion) + ": ").paint(colorOf(conclusion.status), say(wordOf(conclusion.status)));
        out_.clauses(conclusion.clauses).end();
        label(declaration);
        if (conclusion.status == Status::Fails) message(declaration);
        details(conclusion);
    }

    // The items that fail or are open; all of them where the checklist is asked for.
    void checklist(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        const auto& checklist = std::get<check::Checklist>(declaration.body);
        out_.at(1).text(nameOf(conclusion) + ": ").paint(colorOf(conclusion.status), say(wordOf(conclusion.status)));
        out_.clauses(declaration.clauses).end();
        label(declaration);
        if (conclusion.status == Status::Fails) message(declaration);
        for (std::size_t index = 0; index < conclusion.items.size(); ++index) {
            const evaluate::ItemConclusion& item = conclusion.items[index];
            if (selection_.empty() && isQuiet(item.status)) continue;
            out_.at(2).text(checklist.items[index].name + ": ").paint(colorOf(item.status), say(wordOf(item.status)));
            out_.clauses(checklist.items[index].clauses).end();
            const std::string& text = choose(checklist.items[index].label, language_);
            if (!text.empty()) out_.at(3).paint(Color::Faint, text).end();
            missing(item.missing, 3);
        }
        if (conclusion.items.empty()) missing(conclusion.missing, 2);
        standing(conclusion);
    }

    // A duty that has not arisen says nothing unless it is asked for.
    static bool hasArisen(const Conclusion& conclusion) {
        const bool isQuietDuty = conclusion.outcome == static_cast<std::size_t>(check::Standing::NotArisen);
        return !isQuietDuty && conclusion.status != Status::NotApplicable;
    }

    void duty(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        out_.at(1).text(nameOf(conclusion) + ": ").paint(report::colorOf(conclusion), standingText(conclusion, view_.rules, language_));
        writeDays(out_, conclusion.deadline, language_);
        out_.clauses(conclusion.clauses).end();
        label(declaration);
        const bool isAmiss = conclusion.counts && report::colorOf(conclusion) == Color::Bad;
        if (isAmiss) message(declaration);
        writeDeadline(out_, 2, conclusion.deadline, language_);
        details(conclusion);
    }

    void partition(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        const evaluate::Division& division = conclusion.division;
        out_.at(1).text(nameOf(conclusion) + ": ");
        const bool isOpen = !division.groups && conclusion.status != Status::Conflict && division.unique == false;
        const Word word = !division.groups ? wordOf(conclusion.status) : division.agreed ? Word::Agreed : Word::Unique;
        out_.paint(division.groups ? Color::Good : colorOf(conclusion.status), say(isOpen ? Word::NotUnique : word));
        out_.clauses(conclusion.clauses).end();
        label(declaration);
        writeDivision(out_, 2, conclusion, view_, language_);
        details(conclusion);
    }

    void lifecycle(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        const evaluate::History& history = conclusion.history;
        out_.at(1).text(nameOf(conclusion) + ": ");
        const bool isKnown = conclusion.status == Status::Determined;
        const std::string states = statesText(history.states, declaration, view_.rules, language_);
        if (!isKnown) out_.paint(colorOf(conclusion.status), say(wordOf(conclusion.status)));
        if (isKnown) out_.paint(Color::Strong, states);
        if (!isKnown && !history.states.empty()) out_.text(", " + states);
        if (history.since) out_.text(", ").text(say(Word::Since)).text(" " + history.since->text());
        out_.clauses(conclusion.clauses).end();
        label(declaration);
        writeHistory(out_, 2, conclusion, view_, language_);
        details(conclusion);
    }

    void value(const Conclusion& conclusion) {
        const check::Declaration& declaration = declarationOf(conclusion);
        out_.at(1).text(nameOf(conclusion) + ": ");
        if (conclusion.status == Status::Determined) {
            out_.text(shownValue(conclusion.value, declaration, view_.rules, language_));
        } else {
            out_.paint(colorOf(conclusion.status), say(wordOf(conclusion.status)));
            const std::string bounds = shownValue(conclusion.value, declaration, view_.rules, language_);
            if (bounds != say(Word::Unknown)) out_.text(", " + bounds);
        }
        out_.clauses(conclusion.clauses).end();
        details(conclusion);
    }

    void label(const check::Declaration& declaration) {
        const std::string& text = choose(declaration.label, language_);
        if (!text.empty()) out_.at(2).paint(Color::Faint, text).end();
    }
    void message(const check::Declaration& declaration) {
        const std::string& text = choose(declaration.message, language_);
        if (!text.empty()) out_.at(2).text(text).end();
    }

    // What is awaited or missing, and the readings on which the conclusion rests.
    void details(const Conclusion& conclusion) {
        missing(conclusion.missing, 2);
        standing(conclusion);
    }

    void missing(const std::vector<evaluate::Missing>& all, std::size_t level) {
        for (const evaluate::Missing& one : all) {
            out_.at(level).text(say(needWord(one))).text(" " + one.fact);
            const std::string& question = questionFor(one, view_.rules, language_);
            if (!question.empty()) out_.text(": " + question);
            if (!one.quantity.empty()) out_.paint(Color::Faint, " (" + one.quantity + ")");
            out_.end();
        }
    }

    void standing(const Conclusion& conclusion) {
        if (!conclusion.awaits.empty()) out_.at(2).text(say(Word::Awaits)).text(" " + conclusion.awaits).end();
        if (!conclusion.exact) out_.at(2).paint(Color::Open, say(Word::LimitReached)).end();
        if (!conclusion.readings.empty()) {
            out_.at(2).text(say(Word::RestsOnReading)).text(" " + join(readingNames(view_.rules, conclusion.readings))).end();
        }
    }

    void because(const evaluate::Reason& reason) {
        const check::Declaration& declaration = view_.rules.declarations[reason.decl];
        out_.at(2).text(say(Word::Because)).text(" " + conclusionName(declaration.name, reason.item) + ": ");
        out_.paint(colorOf(reason.status), say(wordOf(reason.status))).clauses(reason.clauses).end();
        const std::string& text = choose(reasonText(declaration, reason.status), language_);
        if (!text.empty()) out_.at(3).text(text).end();
        for (const evaluate::UsedFact& used : reason.because)
            fact(used);
    }

    void fact(const evaluate::UsedFact& used) {
        out_.at(3).text(used.fact + " = " + used.value);
        std::vector<std::string> origin;
        if (used.provenance.span.valid()) origin.push_back(placeText(view_.sources, used.provenance.span));
        if (!used.provenance.evidence.empty()) origin.push_back(std::string(say(Word::Evidence)) + " " + used.provenance.evidence);
        if (!origin.empty()) out_.paint(Color::Faint, "  " + join(origin));
        out_.end();
    }

    void variations() {
        if (result_.varied.empty()) return;
        out_.end().paint(Color::Strong, say(Word::Variations)).end();
        for (const evaluate::Variation& variation : result_.varied) {
            const check::Reading& reading = view_.rules.readings[variation.reading];
            out_.at(1).text(reading.name + " ").text(say(Word::OtherReading)).text(" " + reading.alternatives[variation.alternative]).end();
            if (variation.changes.empty()) out_.at(2).text(say(Word::NoChange)).end();
            for (const evaluate::Variation::Change& change : variation.changes) {
                out_.at(2).text(conclusionName(view_.rules.declarations[change.decl].name, change.item) + ": ");
                out_.text(change.before + " -> " + change.after).end();
            }
        }
    }

    const evaluate::CaseResult& result_;
    const View& view_;
    diagnostics::Language language_;
    const Selection& selection_;
    TextWriter out_;
};

}  // namespace

std::string resultText(const evaluate::CaseResult& result, const View& view, const TextOptions& options, const Selection& selection) {
    return ResultWriter(result, view, options, selection).all();
}

std::string summaryLine(const evaluate::CaseResult& result, const View& view, const TextOptions& options, const Selection& selection) {
    return ResultWriter(result, view, options, selection).summary();
}

std::string unjudgedLine(const std::string& name, const TextOptions& options) {
    TextWriter out(options);
    return out.text(name + "  ").paint(Color::Bad, word(Word::NotJudged, options.language)).end().take();
}

}  // namespace assay::report

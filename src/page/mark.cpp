#include "mark.hpp"

#include "assay/report/division.hpp"
#include "assay/report/duty.hpp"
#include "assay/report/lifecycle.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/standing.hpp"
#include "assay/report/words.hpp"

namespace assay::page {

using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::Status;
using evaluate::VerdictKind;
using report::Word;

namespace {

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

std::string_view sign(Tone tone) {
    switch (tone) {
        case Tone::Good:
            return "✓";
        case Tone::Bad:
            return "✗";
        case Tone::Open:
            return "?";
        case Tone::Plain:
            return "•";
        case Tone::Faint:
            return "–";
    }
    return {};
}

Tone toneOf(check::Mark mark) {
    return mark == check::Mark::Adverse ? Tone::Bad : mark == check::Mark::Favourable ? Tone::Good : Tone::Plain;
}

Tone toneOf(check::Standing standing) {
    switch (standing) {
        case check::Standing::Late:
            return Tone::Bad;
        case check::Standing::Met:
            return Tone::Good;
        case check::Standing::Running:
        case check::Standing::Open:
            return Tone::Open;
        case check::Standing::NotArisen:
            return Tone::Faint;
    }
    return Tone::Plain;
}

// What a determined conclusion of each kind of declaration comes to.
struct Determined {
    const Conclusion& conclusion;
    const check::Checked& rules;
    const check::Declaration& declared;

    Mark operator()(const check::Decide& decide) const {
        const check::Outcome* outcome = report::outcomeOf(decide, *conclusion.outcome);
        const check::Enumerator& general = rules.enumerations[decide.enumeration].enumerators[*conclusion.outcome];
        const Both own = outcome ? both(outcome->label) : Both{};
        const Both shared = both(general.label);
        const Both& words = own.empty() ? shared : own;
        return {outcome ? toneOf(outcome->mark) : Tone::Plain, words.empty() ? Both{general.name, general.name} : words};
    }
    Mark operator()(const check::Duty&) const {
        return {toneOf(static_cast<check::Standing>(*conclusion.outcome)),
                both([this](Language language) { return report::standingText(conclusion, rules, language); })};
    }
    Mark operator()(const check::Lifecycle&) const {
        return {Tone::Plain,
                both([this](Language language) { return report::statesText({*conclusion.outcome}, declared, rules, language); })};
    }
    Mark operator()(const check::Partition&) const { return {Tone::Plain, said(conclusion.division.agreed ? Word::Agreed : Word::Unique)}; }
    template <class Other>
    Mark operator()(const Other&) const {
        return {Tone::Plain, both([this](Language language) { return report::standingWords(conclusion, rules, language); })};
    }
};

}  // namespace

std::string_view toneClass(Tone tone) {
    switch (tone) {
        case Tone::Good:
            return "good";
        case Tone::Bad:
            return "bad";
        case Tone::Open:
            return "open";
        case Tone::Plain:
            return "plain";
        case Tone::Faint:
            return "faint";
    }
    return {};
}

Mark markOf(Status status) {
    const Both words = said(report::wordOf(status));
    switch (status) {
        case Status::Holds:
            return {Tone::Good, words};
        case Status::Fails:
        case Status::Conflict:
            return {Tone::Bad, words};
        case Status::Undetermined:
        case Status::JudgementNeeded:
            return {Tone::Open, words};
        case Status::Determined:
            return {Tone::Plain, words};
        case Status::NotYet:
        case Status::NotApplicable:
            return {Tone::Faint, words};
    }
    return {};
}

Mark markOf(VerdictKind verdict) {
    const Both words = said(report::wordOf(verdict));
    if (verdict == VerdictKind::Conform) return {Tone::Good, words};
    return {verdict == VerdictKind::Undetermined ? Tone::Open : Tone::Bad, words};
}

Mark markOf(report::Attention attention) {
    switch (attention) {
        case report::Attention::NotJudged:
            return {Tone::Bad, said(Word::NotJudged)};
        case report::Attention::Conflict:
            return markOf(VerdictKind::Conflict);
        case report::Attention::Nonconform:
            return markOf(VerdictKind::Nonconform);
        case report::Attention::Undetermined:
            return markOf(VerdictKind::Undetermined);
        case report::Attention::Conform:
            return markOf(VerdictKind::Conform);
    }
    return {};
}

Mark markOf(const Conclusion& conclusion, const check::Checked& rules) {
    const check::Declaration& declared = rules.declarations[conclusion.decl];
    const bool isRemark = std::holds_alternative<check::Flag>(declared.body) || std::holds_alternative<check::Contradiction>(declared.body);
    if (isRemark && conclusion.status == Status::Holds) return {Tone::Open, said(Word::Raised)};
    if (isRemark && conclusion.status == Status::Fails) return {Tone::Faint, said(Word::NotRaised)};
    const bool hasOutcome =
        conclusion.outcome.has_value() || std::holds_alternative<check::Define>(declared.body) || conclusion.division.groups.has_value();
    if (conclusion.status == Status::Determined && hasOutcome) return std::visit(Determined{conclusion, rules, declared}, declared.body);
    Mark mark = markOf(conclusion.status);
    if (std::holds_alternative<check::Partition>(declared.body) && conclusion.division.unique == false) mark.words = said(Word::NotUnique);
    return mark;
}

void write(Markup& out, const Mark& mark) {
    out.in("span", {{"class", "mark " + std::string(toneClass(mark.tone))}}, [&] {
        out.in("span", {{"class", "sign"}, {"aria-hidden", "true"}}, sign(mark.tone));
        out.plain(" ").text(mark.words);
    });
}

bool isLoud(const Mark& mark) {
    return mark.tone == Tone::Bad || mark.tone == Tone::Open;
}

}  // namespace assay::page

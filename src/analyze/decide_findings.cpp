#include "conditions.hpp"
#include "findings.hpp"

namespace assay::analyze {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using Ref = Formulas::Ref;
using AnswerKind = Formulas::Answer::Kind;

namespace {

class DecideReport {
public:
    DecideReport(Session& session, check::DeclId id)
        : session_(session),
          declaration_(session.checked.declarations[id]),
          decide_(std::get<check::Decide>(declaration_.body)),
          parts_(session.program.declarations[id]),
          formulas_(session.checked),
          conditions_(session.program, session.sources, formulas_) {
        std::vector<Ref> asked = {conditions_.truthOr(parts_.when, true)};
        for (const lower::NodeId notYet : parts_.notYet)
            asked.push_back(formulas_.negation(conditions_.truth(notYet)));
        asked_ = formulas_.conjunction(asked);
        for (const lower::NodeId condition : parts_.conditions)
            outcomes_.push_back(conditions_.truthOr(condition, true));
    }

    void all() {
        for (std::size_t index = 0; index < outcomes_.size(); ++index)
            reachable(index);
        if (!decide_.inOrder) exclusive();
        if (!decide_.outcomes.empty() && decide_.outcomes.back().when.valid()) covering();
    }

private:
    [[nodiscard]] Name name() const { return Name{declaration_.name}; }
    [[nodiscard]] Name outcome(std::size_t index) const {
        return Name{session_.checked.enumerations[decide_.enumeration].enumerators[decide_.outcomes[index].enumerator].name};
    }
    [[nodiscard]] bool isOtherwise(std::size_t index) const { return !decide_.outcomes[index].when.valid(); }
    [[nodiscard]] Formulas::Answer solve(Ref goal) const { return formulas_.satisfy(goal, session_.limits.searchSteps); }

    // What is asked for where no outcome before `index` holds.
    Ref noneBefore(std::size_t index) {
        std::vector<Ref> refs = {asked_};
        for (std::size_t before = 0; before < index; ++before)
            refs.push_back(formulas_.negation(outcomes_[before]));
        return formulas_.conjunction(refs);
    }

    void reachable(std::size_t index) {
        if (solve(formulas_.conjunction({asked_, outcomes_[index]})).kind == AnswerKind::Impossible) {
            report(Kind::OutcomeImpossible, index);
        } else if (decide_.inOrder || isOtherwise(index)) {
            const bool covered = solve(formulas_.conjunction({noneBefore(index), outcomes_[index]})).kind == AnswerKind::Impossible;
            if (covered) report(Kind::OutcomeCovered, index);
        }
    }

    void report(Kind kind, std::size_t index) {
        session_.findings.add(kind, decide_.outcomes[index].span, {{"outcome", outcome(index)}, {"name", name()}});
    }

    void exclusive() {
        for (std::size_t second = 0; second < outcomes_.size(); ++second) {
            for (std::size_t first = 0; first < second && !isOtherwise(second); ++first)
                meet(first, second);
        }
    }

    void meet(std::size_t first, std::size_t second) {
        const Formulas::Answer answer = solve(formulas_.conjunction({outcomes_[first], outcomes_[second], asked_}));
        if (answer.kind != AnswerKind::Possible) return;
        Diagnostic& finding = session_.findings.add(Kind::OutcomesMeet, decide_.outcomes[second].span,
                                                    {{"first", outcome(first)}, {"second", outcome(second)}, {"name", name()}});
        finding.note(Kind::OtherHere, decide_.outcomes[first].span);
        if (!answer.witness.empty()) finding.note(Kind::HoldsWhen, {}, {{"witness", Names{answer.witness}}});
        finding.note(Kind::OrderOutcomes, {}, {{"name", name()}});
    }

    void covering() {
        const Formulas::Answer answer = solve(noneBefore(outcomes_.size()));
        if (answer.kind != AnswerKind::Possible) return;
        Diagnostic& finding = session_.findings.add(Kind::OutcomeMissing, declaration_.nameSpan, {{"name", name()}});
        if (!answer.witness.empty()) finding.note(Kind::HoldsWhen, {}, {{"witness", Names{answer.witness}}});
        finding.note(Kind::AddOtherwise, {});
    }

    Session& session_;
    const check::Declaration& declaration_;
    const check::Decide& decide_;
    const lower::DeclarationParts& parts_;
    Formulas formulas_;
    Conditions conditions_;
    Ref asked_ = 0;              // the decide applies and is not told to wait
    std::vector<Ref> outcomes_;  // by outcome: its condition; `otherwise` holds always
};

}  // namespace

void reportDecide(Session& session, check::DeclId decide) {
    DecideReport(session, decide).all();
}

}  // namespace assay::analyze

#include "assay/evaluate/evaluate.hpp"

#include <algorithm>

#include "assay/evaluate/status.hpp"
#include "basis.hpp"
#include "conclude.hpp"
#include "explain.hpp"
#include "margin.hpp"
#include "partition.hpp"
#include "state.hpp"

namespace assay::evaluate {

using check::DeclId;
using diagnostics::Kind;

Evaluation::Evaluation(const lower::Program& program, std::vector<CaseRow> rows, const Limits& limits, const std::vector<DeclId>& of)
    : state_(std::make_unique<State>(program, std::move(rows), limits)) {
    state_->run(of);
}

Evaluation::Evaluation(Evaluation&&) noexcept = default;
Evaluation& Evaluation::operator=(Evaluation&&) noexcept = default;
Evaluation::~Evaluation() = default;

std::size_t Evaluation::size() const {
    return state_->block().size();
}

bool Evaluation::exhausted(std::size_t row) const {
    return state_->exhausted(static_cast<RowIndex>(row));
}

namespace {

// The declarations that a verdict counts: those given, else those that the case asks for.
std::vector<DeclId> askedOf(const State& state, RowIndex row, const std::vector<DeclId>& given) {
    if (!given.empty()) return given;
    std::vector<DeclId> asked;
    for (const std::string& name : state.block().entry(row).facts->asked) {
        if (const auto decl = state.rules().findDeclaration(name)) asked.push_back(*decl);
    }
    return asked;
}

std::vector<Conclusion> conclusions(const State& state, RowIndex row, Detail detail) {
    std::vector<Conclusion> all;
    for (std::size_t index = 0; index < state.rules().declarations.size(); ++index) {
        std::vector<Conclusion> some = conclusionsOf(state, DeclId(index), row, detail);
        std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
}

// A contradiction that holds is an error of the case; it points at the facts that cannot stand together.
void reportContradictions(const State& state, CaseResult& result) {
    for (const Conclusion& conclusion : result.conclusions) {
        const check::Declaration& declared = state.rules().declarations[conclusion.decl];
        if (!std::holds_alternative<check::Contradiction>(declared.body) || conclusion.status != Status::Holds) continue;
        diagnostics::Names names;
        source::Span place;
        for (const UsedFact& fact : conclusion.used) {
            names.texts.push_back(fact.fact);
            if (!place.valid()) place = fact.provenance.span;
        }
        diagnostics::Diagnostic& finding =
            result.findings.add(Kind::Contradiction, place, {{"name", diagnostics::Name{declared.name}}, {"facts", names}});
        for (const UsedFact& fact : conclusion.used) {
            if (fact.provenance.span.valid() && !(fact.provenance.span == place))
                finding.note(Kind::ContradictsHere, fact.provenance.span, {{"fact", diagnostics::Name{fact.fact}}});
        }
        finding.note(Kind::ContradictionRule, declared.nameSpan, {{"name", diagnostics::Name{declared.name}}});
    }
}

diagnostics::Names namesOf(const check::Enumeration& enumeration, const std::vector<std::size_t>& indices) {
    diagnostics::Names names;
    for (const std::size_t index : indices)
        names.texts.push_back(enumeration.enumerators[index].name);
    return names;
}

// An act that no state accepts, and an annulment of what does not come before it, are errors of the case.
void reportLifecycles(const check::Checked& rules, CaseResult& result) {
    for (const Conclusion& conclusion : result.conclusions) {
        const check::Declaration& declared = rules.declarations[conclusion.decl];
        const auto* lifecycle = std::get_if<check::Lifecycle>(&declared.body);
        if (lifecycle == nullptr) continue;
        const check::Enumeration& states = rules.enumerations[declared.type.enumeration];
        const History& history = conclusion.history;
        const auto what = [&](const LifeEvent& event) { return namesOf(rules.enumerations[history.acts], event.acts); };
        for (const LifeEvent& event : history.misplaced) {
            result.findings
                .add(Kind::AnnulsLaterAct, event.provenance.span, {{"item", diagnostics::Name{event.item}}, {"date", event.earliest}})
                .note(Kind::LifecycleRule, event.lines.empty() ? declared.nameSpan : event.lines.front(),
                      {{"name", diagnostics::Name{declared.name}}});
        }
        if (conclusion.status != Status::Conflict || history.events.empty()) continue;
        const LifeEvent& refused = history.events.back();
        diagnostics::Diagnostic& finding = result.findings.add(
            Kind::ActNotAccepted, refused.provenance.span,
            {{"act", what(refused)},
             {"item", diagnostics::Name{refused.item}},
             {"date", refused.earliest},
             {"name", diagnostics::Name{conclusion.item.empty() ? declared.name : declared.name + "[" + conclusion.item + "]"}},
             {"states", namesOf(states, refused.from)}});
        for (const check::Transition& transition : lifecycle->transitions) {
            const bool isIt = std::find(refused.acts.begin(), refused.acts.end(), transition.act) != refused.acts.end();
            if (isIt && !transition.annuls.valid())
                finding.note(Kind::ActAcceptedFrom, transition.span,
                             {{"act", what(refused)}, {"states", namesOf(states, transition.from)}});
        }
    }
}

// Verdicts over the conclusions of a result, and the errors of the case that they show.
void judge(const State& state, RowIndex row, const std::vector<DeclId>& asked, CaseResult& result) {
    markCounted(state.rules(), result.conclusions, askedOf(state, row, asked));
    result.verdicts = verdictsOf(state.rules(), result.conclusions);
    reportContradictions(state, result);
    for (const Conclusion& conclusion : result.conclusions)
        reportAgreement(state, conclusion.decl, row, result.findings);
    reportLifecycles(state.rules(), result);
}

}  // namespace

CaseResult Evaluation::result(std::size_t index, const std::vector<DeclId>& asked) const {
    const auto row = static_cast<RowIndex>(index);
    const CaseRow& entry = state_->block().entry(row);
    CaseResult result;
    result.name = entry.facts->name;
    result.caseDigest = entry.facts->digest;
    result.registers = entry.facts->registers;
    result.asOf = entry.asOf;
    if (exhausted(index)) {
        result.findings.add(Kind::StepLimit, {}, {{"limit", quantity::Rational(static_cast<std::int64_t>(state_->limits().steps))}});
        return result;
    }
    result.conclusions = conclusions(*state_, row, Detail::Full);
    judge(*state_, row, asked, result);
    return result;
}

CaseResult Evaluation::decisions(std::size_t index, const CaseResult& known, const std::vector<DeclId>& again) const {
    const auto row = static_cast<RowIndex>(index);
    CaseResult result;
    result.asOf = known.asOf;
    auto taken = known.conclusions.begin();
    for (const DeclId decl : again) {
        const auto before = std::find_if(taken, known.conclusions.end(), [&](const Conclusion& each) { return each.decl >= decl; });
        result.conclusions.insert(result.conclusions.end(), taken, before);
        taken = std::find_if(before, known.conclusions.end(), [&](const Conclusion& each) { return each.decl > decl; });
        std::vector<Conclusion> anew = conclusionsOf(*state_, decl, row, Detail::Decision);
        std::move(anew.begin(), anew.end(), std::back_inserter(result.conclusions));
    }
    result.conclusions.insert(result.conclusions.end(), taken, known.conclusions.end());
    judge(*state_, row, {}, result);
    return result;
}

std::vector<Verdict> Evaluation::verdicts(std::size_t index) const {
    const auto row = static_cast<RowIndex>(index);
    std::vector<Conclusion> all = conclusions(*state_, row, Detail::Status);
    markCounted(state_->rules(), all, askedOf(*state_, row, {}));
    return verdictsOf(state_->rules(), all);
}

std::optional<trace::Step> Evaluation::explain(std::size_t index, DeclId decl, std::string_view item) const {
    const lower::SpaceId space = state_->program().declarations[decl].space;
    const auto [first, last] = rowsOfCase(*state_, space, static_cast<RowIndex>(index));
    for (RowIndex row = first; row < last; ++row) {
        if (itemOf(*state_, space, row) == item) return derivation(*state_, decl, row);
    }
    return std::nullopt;
}

std::optional<PairAnswer> Evaluation::compare(std::size_t index, DeclId partition, std::string_view a, std::string_view b) const {
    return answerOf(*state_, partition, static_cast<RowIndex>(index), a, b);
}

std::optional<Margins> Evaluation::margins(std::size_t index, DeclId decl, std::string_view item) const {
    const lower::SpaceId space = state_->program().declarations[decl].space;
    const auto [first, last] = rowsOfCase(*state_, space, static_cast<RowIndex>(index));
    for (RowIndex row = first; row < last; ++row) {
        if (itemOf(*state_, space, row) == item) return marginsOf(*state_, decl, row);
    }
    return std::nullopt;
}

std::optional<trace::Step> Evaluation::signing(std::size_t index) const {
    const lower::NodeId node = state_->program().signWhen;
    if (!node.valid()) return std::nullopt;
    return derivation(*state_, Place{node, static_cast<RowIndex>(index)});
}

const Conclusion* CaseResult::find(DeclId decl, std::string_view item) const {
    const auto found = std::find_if(conclusions.begin(), conclusions.end(),
                                    [&](const Conclusion& conclusion) { return conclusion.decl == decl && conclusion.item == item; });
    return found == conclusions.end() ? nullptr : &*found;
}

CaseResult evaluateCase(const lower::Program& program, const facts::CaseFacts& facts, quantity::Date asOf, bool varyReadings,
                        const std::vector<DeclId>& asked, const Limits& limits) {
    const check::Checked& rules = *program.checked;
    std::vector<CaseRow> rows = {{&facts, asOf, {}}};
    std::vector<Variation> variations;
    for (std::size_t index = 0; varyReadings && index < rules.readings.size(); ++index) {
        const check::ReadingId id(index);
        for (std::size_t alternative = 0; alternative < rules.readings[id].alternatives.size(); ++alternative) {
            if (alternative == rules.readings[id].taken) continue;
            rows.push_back({&facts, asOf, {{id, alternative}}});
            variations.push_back({id, alternative, {}});
        }
    }
    const Evaluation evaluation(program, std::move(rows), limits);
    CaseResult result = evaluation.result(0, asked);
    for (std::size_t index = 0; index < variations.size(); ++index) {
        const CaseResult varied = evaluation.result(index + 1, asked);
        for (const Conclusion& before : result.conclusions) {
            const Conclusion* after = varied.find(before.decl, before.item);
            if (after == nullptr) continue;
            const std::string first = outcomeWord(rules, before);
            const std::string second = outcomeWord(rules, *after);
            if (first != second) variations[index].changes.push_back({before.decl, before.item, first, second});
        }
        if (!variations[index].changes.empty()) result.varied.push_back(std::move(variations[index]));
    }
    return result;
}

}  // namespace assay::evaluate

#include <algorithm>

#include "definition.hpp"

namespace assay::model {

using evaluate::MissingKind;

// Which exception gives the value, for truths of the conditions; empty: a conflict.
namespace {
std::optional<std::size_t> selected(const check::Define& define, const std::vector<bool>& conditions) {
    std::optional<std::size_t> applies;
    for (std::size_t i = 0; i < define.exceptions.size(); ++i) {
        bool outranked = false;
        for (std::size_t j = 0; j < define.exceptions.size(); ++j) {
            const std::vector<std::size_t>& over = define.exceptions[j].over;
            outranked = outranked || (conditions[j] && std::find(over.begin(), over.end(), i) != over.end());
        }
        if (!conditions[i] || outranked) continue;
        if (applies) return std::nullopt;
        applies = i;
    }
    return applies.value_or(define.exceptions.size());
}
}  // namespace

Definition::Selection Definition::kleeneSelection(const check::Define& define, const std::vector<Truth>& conditions) const {
    Selection selection;
    std::set<std::size_t> possible;
    const std::size_t count = conditions.size();
    for (std::uint32_t choice = 0; choice < (std::uint32_t{1} << count); ++choice) {
        std::vector<bool> truths;
        bool allowed = true;
        for (std::size_t i = 0; i < count; ++i) {
            truths.push_back((choice >> i & 1U) != 0);
            allowed = allowed && (truths[i] ? conditions[i].mayBeTrue : conditions[i].mayBeFalse);
        }
        if (!allowed) continue;
        const auto applies = selected(define, truths);
        if (applies) possible.insert(*applies);
        selection.mayConflict = selection.mayConflict || !applies;
    }
    selection.possible.assign(possible.begin(), possible.end());
    return selection;
}

Definition::Selection Definition::selection(const check::Define& define, const Place& place) {
    std::vector<Truth> conditions;
    for (const check::Exception& exception : define.exceptions)
        conditions.push_back(truth(exception.when, place));
    Selection kleene = kleeneSelection(define, conditions);
    if (kleene.possible.size() + (kleene.mayConflict ? 1U : 0U) == 1) return kleene;
    Atoms atoms;
    std::vector<Formula> formulas;
    for (const check::Exception& exception : define.exceptions)
        formulas.push_back(formula(exception.when, place, atoms));
    std::vector<Formula*> kept;
    for (Formula& formula : formulas)
        kept.push_back(&formula);
    atoms.keep(kept);
    const auto table = atoms.table([&](Assignment assignment) {
        std::vector<bool> truths;
        for (const Formula& formula : formulas)
            truths.push_back(model::evaluate(formula, assignment));
        const auto applies = selected(define, truths);
        return applies ? static_cast<int>(*applies) : -1;
    });
    if (!table) {
        ++residualsSkipped_;
        return kleene;
    }
    Selection selection;
    for (const int value : table->values) {
        if (value >= 0) selection.possible.push_back(static_cast<std::size_t>(value));
        selection.mayConflict = selection.mayConflict || value < 0;
    }
    return selection;
}

// One condition for each selection, the default behind the exceptions; a conflict is where none of them holds.
std::vector<Formula> Definition::selections(const check::Define& define, const std::vector<Formula>& conditions) const {
    std::vector<Formula> applies;
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        std::vector<Formula> parts = {conditions[i]};
        for (std::size_t j = 0; j < conditions.size(); ++j) {
            const std::vector<std::size_t>& over = define.exceptions[j].over;
            if (std::find(over.begin(), over.end(), i) != over.end()) parts.push_back(negation(conditions[j]));
        }
        applies.push_back(conjunction(std::move(parts)));
    }
    std::vector<Formula> selections;
    for (std::size_t i = 0; i <= applies.size(); ++i) {
        std::vector<Formula> parts;
        for (std::size_t j = 0; j < applies.size(); ++j)
            parts.push_back(i == j ? applies[j] : negation(applies[j]));
        selections.push_back(conjunction(std::move(parts)));
    }
    return selections;
}

Formula Definition::defineFormula(check::DeclId id, const Place& place, Atoms& atoms) {
    const auto& define = std::get<check::Define>(rules_.declarations[id].body);
    std::vector<Formula> conditions;
    for (const check::Exception& exception : define.exceptions)
        conditions.push_back(formula(exception.when, place, atoms));
    const std::vector<Formula> selected = selections(define, conditions);
    std::vector<Formula> ways;
    for (std::size_t i = 0; i < selected.size(); ++i) {
        const check::ExprId chosen = i < define.exceptions.size() ? define.exceptions[i].value : define.value;
        ways.push_back(conjunction({selected[i], formula(chosen, place, atoms)}));
    }
    const std::string name = rules_.declarations[id].name + (place.items.empty() ? "" : "@" + view_.itemName(place.items.rbegin()->second));
    const Formula conflict = atoms.add({name + " conflicts", {}, {}, {}});
    ways.push_back(conjunction({negation(disjunction(selected)), conflict}));
    return disjunction(std::move(ways));
}

Definition::Members Definition::members(check::DeclId id, const Place& place, Atoms& atoms) {
    const check::Declaration& declaration = rules_.declarations[id];
    const check::Decide& decide = *check::outcomesOf(declaration);
    Formula applies = formula(decide.when, place, atoms);
    if (declaration.stage) {
        const StageState state = stage(*declaration.stage);
        const Formula skipped = state.skipped.settled() ? Formula::of(state.skipped.isTrue())
                                                        : formula(rules_.stages[*declaration.stage].skippedWhen, Place{}, atoms);
        applies = conjunction({negation(skipped), applies});
    }
    std::vector<Formula> awaiting;
    for (const check::NotYet& notYet : decide.notYet)
        awaiting.push_back(formula(notYet.when, place, atoms));
    const Formula isAwaiting = disjunction(awaiting);
    const Formula reached = conjunction({applies, negation(isAwaiting)});

    std::vector<Formula> conditions;
    std::vector<Formula> named;  // without `otherwise`
    for (const check::Outcome& outcome : decide.outcomes) {
        if (!outcome.when.valid()) continue;
        named.push_back(formula(outcome.when, place, atoms));
    }
    const Formula none = negation(disjunction(named));
    Members result;
    for (std::size_t i = 0, n = 0; i < decide.outcomes.size(); ++i) {
        if (!decide.outcomes[i].when.valid()) {
            result.outcomes.push_back(conjunction({reached, none}));
            result.candidates.push_back(Formula::of(false));
            continue;
        }
        std::vector<Formula> others;
        for (std::size_t j = 0; j < named.size(); ++j) {
            if (decide.inOrder ? j < n : j != n) others.push_back(named[j]);
        }
        const Formula other = disjunction(std::move(others));
        result.outcomes.push_back(conjunction({reached, named[n], negation(other)}));
        result.candidates.push_back(decide.inOrder ? Formula::of(false) : conjunction({reached, named[n], other}));
        ++n;
    }
    result.noOutcome = negation(applies);
    result.notYet = conjunction({applies, isAwaiting});
    result.conflict = conjunction({reached, negation(disjunction(result.outcomes))});
    return result;
}

// The event of the first `not yet` that is not false.
Needs Definition::awaitedBy(const check::Decide& decide, const Place& place) {
    for (const check::NotYet& condition : decide.notYet) {
        if (truth(condition.when, place).isFalse()) continue;
        if (condition.awaits.valid()) return {view_.needOf(condition.awaits)};
        return {view_.needOf(place.items.at(rules_.declarations[place.decl].heading.back()), condition.awaitsField)};
    }
    return {};
}

void Definition::concludeDecide(Verdict& verdict, const check::Decide& decide, const Place& place) {
    verdict.awaited = awaitedBy(decide, place);
    Atoms atoms;
    Members found = members(verdict.conclusion.decl, place, atoms);
    std::vector<Formula*> all = {&found.noOutcome, &found.conflict, &found.notYet};
    for (Formula& formula : found.outcomes)
        all.push_back(&formula);
    for (Formula& formula : found.candidates)
        all.push_back(&formula);
    atoms.keep(all);
    constexpr int noOutcome = -1, conflict = -2, notYet = -3;
    std::set<std::size_t> candidates;
    const auto table = atoms.table([&](Assignment assignment) {
        const auto holds = [assignment](const Formula& formula) { return model::evaluate(formula, assignment); };
        if (holds(found.noOutcome)) return noOutcome;
        if (holds(found.notYet)) return notYet;
        for (std::size_t i = 0; i < found.outcomes.size(); ++i) {
            if (holds(found.outcomes[i]) || holds(found.candidates[i])) candidates.insert(decide.outcomes[i].enumerator);
            if (holds(found.outcomes[i])) return static_cast<int>(decide.outcomes[i].enumerator);
        }
        return conflict;
    });
    if (!table) {
        ++residualsSkipped_;
        verdict.mayConflict = true;
        return;
    }
    verdict.mayNotApply = table->values.count(noOutcome) != 0;
    verdict.mayConflict = table->values.count(conflict) != 0;
    verdict.mayNotBeYet = table->values.count(notYet) != 0;
    for (const int value : table->values) {
        if (value >= 0) verdict.outcomes |= std::uint64_t{1} << value;
    }
    Conclusion& conclusion = verdict.conclusion;
    if (table->values.size() > 1) {
        for (const check::Outcome& outcome : decide.outcomes) {
            const bool isListed =
                std::find(conclusion.candidates.begin(), conclusion.candidates.end(), outcome.enumerator) != conclusion.candidates.end();
            if (candidates.count(outcome.enumerator) != 0 && !isListed) conclusion.candidates.push_back(outcome.enumerator);
        }
        conclusion.missing = table->needed;
        return;
    }
    const int only = *table->values.begin();
    if (only == noOutcome) verdict.reach = Verdict::Reach::NotApplicable;
    if (only == conflict) verdict.conflict = true;
    if (only == notYet) verdict.reach = Verdict::Reach::NotYet;
    if (only >= 0) {
        conclusion.status = evaluate::Status::Determined;
        conclusion.outcome = static_cast<std::size_t>(only);
    }
}

}  // namespace assay::model

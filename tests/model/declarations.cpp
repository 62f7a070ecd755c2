#include <algorithm>

#include "definition.hpp"

namespace assay::model {

using check::TypeKind;
using evaluate::MissingKind;
using evaluate::Status;

Definition::Definition(const check::Checked& rules, const CaseView& view, const Options& options)
    : rules_(rules), view_(view), options_(options) {}

Definition::StageState Definition::stage(check::StageId id) {
    if (const auto known = stages_.find(id); known != stages_.end()) return known->second;
    const check::Stage& declared = rules_.stages[id];
    const Value event = view_.fact(declared.enteredOn);
    StageState state;
    state.entered =
        !event.exactlyNone() && !event.mayBeNone && event.line.high && *event.line.high <= quantity::Rational(view_.asOf().dayNumber());
    if (declared.skippedWhen.valid()) {
        state.skipped = truth(declared.skippedWhen, Place{});
        if (!state.skipped.settled()) {
            Atoms atoms;
            Formula skipped = formula(declared.skippedWhen, Place{}, atoms);
            state.skipped = decide(std::move(skipped), atoms).first;
        }
    }
    stages_[id] = state;
    return state;
}

Place Definition::placeOf(check::DeclId id, std::optional<Item> item) const {
    Place place{id, {}};
    const std::vector<check::BinderId>& heading = rules_.declarations[id].heading;
    for (auto binder = heading.rbegin(); binder != heading.rend() && item; ++binder) {
        place.items[*binder] = *item;
        if (binder + 1 != heading.rend()) item = view_.parent(*item);
    }
    return place;
}

const Definition::Verdict& Definition::verdict(check::DeclId id, std::optional<Item> item) {
    const auto known = verdicts_.find({id, item});
    if (known != verdicts_.end()) return known->second;
    Verdict found = conclude(id, item);
    return verdicts_.emplace(std::pair(id, item), std::move(found)).first->second;
}

Definition::Verdict Definition::conclude(check::DeclId id, std::optional<Item> item) {
    const check::Declaration& declaration = rules_.declarations[id];
    Verdict verdict;
    verdict.conclusion.decl = id;
    if (item) verdict.conclusion.item = view_.itemName(*item);
    verdict.conclusion.value = every(declaration.type);
    verdict.truth = Truth::either();
    if (std::holds_alternative<check::Partition>(declaration.body)) verdict.conclusion.division = "open";
    if (declaration.stage) {
        const StageState state = stage(*declaration.stage);
        if (state.skipped.isTrue()) {
            verdict.reach = Verdict::Reach::NotApplicable;
            verdict.truth = Truth::of(std::holds_alternative<check::Rule>(declaration.body) ||
                                      std::holds_alternative<check::Checklist>(declaration.body));
            verdict.mayNotApply = true;
        } else if (!state.entered) {
            verdict.reach = Verdict::Reach::NotYet;
            verdict.mayNotBeYet = true;
            verdict.awaited = {view_.needOf(rules_.stages[*declaration.stage].enteredOn)};
        }
    }
    const Place place = placeOf(id, item);
    if (verdict.reach == Verdict::Reach::Reached) {
        if (const check::Decide* decide = check::outcomesOf(declaration)) {
            concludeDecide(verdict, *decide, place);
        } else if (const auto* define = std::get_if<check::Define>(&declaration.body)) {
            concludeDefine(verdict, *define, place);
        } else if (std::holds_alternative<check::Partition>(declaration.body)) {
            concludePartition(verdict);
        } else if (const auto* lifecycle = std::get_if<check::Lifecycle>(&declaration.body)) {
            concludeLifecycle(verdict, *lifecycle, place);
        } else {
            concludeTruth(verdict, place);
        }
        if (options_.mutation == Mutation::NeedsOneTooMany) plant(verdict, place);
    }
    nameStatus(verdict);
    if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) concludeItems(verdict, *checklist, place);
    return verdict;
}

void Definition::concludeTruth(Verdict& verdict, const Place& place) {
    const check::Declaration& declaration = rules_.declarations[place.decl];
    if (const auto* rule = std::get_if<check::Rule>(&declaration.body)) {
        const Truth when = truth(rule->when, place);
        verdict.truth = any(!when, truth(rule->require, place));
        if (declaration.stage) verdict.truth = any(verdict.truth, stage(*declaration.stage).skipped);
        if (when.isFalse()) verdict.reach = Verdict::Reach::NotApplicable;
    } else if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
        const Truth when = truth(checklist->when, place);
        Truth complete = Truth::of(true);
        for (const check::ChecklistItem& item : checklist->items)
            complete = both(complete, itemTruth(item, place));
        verdict.truth = any(!when, complete);
        if (declaration.stage) verdict.truth = any(verdict.truth, stage(*declaration.stage).skipped);
        if (when.isFalse()) verdict.reach = Verdict::Reach::NotApplicable;
    } else if (const auto* flag = std::get_if<check::Flag>(&declaration.body)) {
        verdict.truth = truth(flag->when, place);
    } else {
        verdict.truth = truth(std::get<check::Contradiction>(declaration.body).when, place);
    }
    if (!verdict.truth.settled()) {
        Atoms atoms;
        Formula body = bodyOf(place.decl, place, atoms);
        std::tie(verdict.truth, verdict.conclusion.missing) = decide(std::move(body), atoms);
    }
    if (verdict.truth.settled()) verdict.conclusion.status = verdict.truth.isTrue() ? Status::Holds : Status::Fails;
}

Truth Definition::itemTruth(const check::ChecklistItem& item, const Place& place) {
    return any(!truth(item.when, place), truth(item.require, place));
}

// Every item by itself; a checklist none of whose items applies does not apply.
void Definition::concludeItems(Verdict& verdict, const check::Checklist& checklist, const Place& place) {
    Conclusion& conclusion = verdict.conclusion;
    bool noneApplies = true;
    for (const check::ChecklistItem& item : checklist.items) {
        conclusion.items.push_back(concludeItem(verdict, checklist, item, place));
        noneApplies = noneApplies && conclusion.items.back().status == Status::NotApplicable;
    }
    if (conclusion.status == Status::Holds && noneApplies) conclusion.status = Status::NotApplicable;
}

Conclusion::Item Definition::concludeItem(const Verdict& verdict, const check::Checklist& checklist, const check::ChecklistItem& item,
                                          const Place& place) {
    if (verdict.reach != Verdict::Reach::Reached) return {verdict.conclusion.status, {}};
    if (truth(item.when, place).isFalse()) return {Status::NotApplicable, {}};
    const std::optional<check::StageId> stageId = rules_.declarations[place.decl].stage;
    Truth met = any(!truth(checklist.when, place), itemTruth(item, place));
    if (stageId) met = any(met, stage(*stageId).skipped);
    Needs missing;
    if (!met.settled()) {
        Atoms atoms;
        Formula own = itemFormula(item, place, atoms);
        Formula function = requirement(place.decl, checklist.when, std::move(own), place, atoms);
        std::tie(met, missing) = decide(std::move(function), atoms);
    }
    if (met.settled()) return {met.isTrue() ? Status::Holds : Status::Fails, {}};
    return {openStatus(missing), missing};
}

void Definition::concludeDefine(Verdict& verdict, const check::Define& define, const Place& place) {
    const check::Type& type = rules_.declarations[place.decl].type;
    const Selection selected = selection(define, place);
    verdict.conflict = selected.possible.empty();
    verdict.mayConflict = selected.mayConflict;
    if (verdict.conflict) return;
    std::optional<Value> result;
    for (const std::size_t index : selected.possible) {
        const check::ExprId chosen = index < define.exceptions.size() ? define.exceptions[index].value : define.value;
        const Value given = type.optional ? value(chosen, place) : operand(chosen, place);
        result = result ? hull(*result, given) : given;
    }
    if (selected.mayConflict) result = every(type);
    result->kind = type.kind;
    Conclusion& conclusion = verdict.conclusion;
    conclusion.value = *result;
    if (type.kind == TypeKind::Bool && !type.optional && !result->settled()) {
        Atoms atoms;
        Formula body = defineFormula(place.decl, place, atoms);
        std::tie(conclusion.value.truth, conclusion.missing) = decide(std::move(body), atoms);
    } else if (!result->settled()) {
        conclusion.missing = touchedSelections(define, selected, place);
    }
    if (conclusion.value.settled()) conclusion.status = Status::Determined;
}

// A declaration's own standing first, then what it is called by what it needs.
void Definition::nameStatus(Verdict& verdict) {
    Conclusion& conclusion = verdict.conclusion;
    if (verdict.reach == Verdict::Reach::NotApplicable) {
        conclusion.status = Status::NotApplicable;
    } else if (verdict.reach == Verdict::Reach::NotYet) {
        conclusion.status = Status::NotYet;
    } else if (verdict.conflict) {
        conclusion.status = Status::Conflict;
    }
    if (verdict.reach == Verdict::Reach::NotYet || verdict.mayNotBeYet) {
        for (const Need& event : verdict.awaited)
            awaited_.insert(event);
    }
    if (conclusion.status == Status::Undetermined) conclusion.status = openStatus(conclusion.missing);
}

Status Definition::openStatus(const Needs& missing) const {
    if (missing.empty()) return Status::Undetermined;
    const auto eachIs = [&](auto&& test) { return std::all_of(missing.begin(), missing.end(), test); };
    if (eachIs([](const Need& need) { return need.kind == MissingKind::Judgement; })) return Status::JudgementNeeded;
    if (eachIs([&](const Need& need) { return awaited_.count(need) != 0; })) return Status::NotYet;
    const bool conflicts = !eachIs([](const Need& need) { return need.kind != MissingKind::Conflict; });
    return conflicts ? Status::Conflict : Status::Undetermined;
}

void Definition::plant(Verdict& verdict, const Place& place) {
    Needs& missing = verdict.conclusion.missing;
    if (missing.empty()) return;
    const check::Declaration& declaration = rules_.declarations[place.decl];
    Needs all;
    const auto add = [&](check::ExprId id) {
        const Needs more = touchedAsValue(id, place);
        all.insert(more.begin(), more.end());
    };
    if (const auto* rule = std::get_if<check::Rule>(&declaration.body)) {
        add(rule->when);
        add(rule->require);
    } else if (const check::Decide* decide = check::outcomesOf(declaration)) {
        for (const check::Outcome& outcome : decide->outcomes)
            add(outcome.when);
    }
    for (const Need& need : all) {
        if (missing.insert(need).second) return;
    }
}

// Stands for the items of a list that is not known; of a nested list, once for each parent item.
Conclusion Definition::withoutItems(check::DeclId id, check::ListId list, std::optional<Item> parent) {
    const check::Declaration& declaration = rules_.declarations[id];
    Conclusion conclusion;
    conclusion.decl = id;
    conclusion.value = every(declaration.type);
    if (parent) conclusion.item = view_.itemName(*parent);
    const StageState state = declaration.stage ? stage(*declaration.stage) : StageState{};
    if (state.skipped.isTrue()) {
        conclusion.status = Status::NotApplicable;
    } else if (!state.entered) {
        conclusion.status = Status::NotYet;
    } else {
        conclusion.missing.insert(view_.needOf(list, parent));
    }
    return conclusion;
}

std::vector<Conclusion> Definition::conclusionsOf(check::DeclId id) {
    const std::vector<check::BinderId>& heading = rules_.declarations[id].heading;
    if (heading.empty()) return {verdict(id, std::nullopt).conclusion};
    std::vector<Conclusion> conclusions;
    const auto enter = [&](auto&& self, std::size_t depth, std::optional<Item> parent) -> void {
        const check::ListId list = rules_.binders[heading[depth]].list;
        const auto items = view_.items(list, parent);
        if (!items) {
            conclusions.push_back(withoutItems(id, list, parent));
            return;
        }
        for (const Item& item : *items) {
            if (depth + 1 < heading.size()) {
                self(self, depth + 1, item);
            } else {
                conclusions.push_back(verdict(id, item).conclusion);
            }
        }
    };
    enter(enter, 0, std::nullopt);
    return conclusions;
}

Result Definition::run() {
    Result result;
    for (std::size_t i = 0; i < rules_.declarations.size(); ++i) {
        const check::DeclId id(i);
        if (std::holds_alternative<check::Table>(rules_.declarations[id].body)) continue;
        for (Conclusion& conclusion : conclusionsOf(id))
            result.conclusions.push_back(std::move(conclusion));
    }
    result.residualsSkipped = residualsSkipped_;
    return result;
}

Result evaluate(const check::Checked& rules, const facts::CaseFacts& facts, quantity::Date asOf, const Options& options) {
    const CaseView view(rules, facts, asOf);
    Result result = Definition(rules, view, options).run();
    for (Conclusion& conclusion : result.conclusions) {
        conclusion.missing = view.inData(conclusion.missing);
        for (Conclusion::Item& item : conclusion.items)
            item.missing = view.inData(item.missing);
    }
    return result;
}

}  // namespace assay::model

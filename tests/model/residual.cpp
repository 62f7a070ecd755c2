#include <algorithm>
#include "definition.hpp"

namespace assay::model {

using check::Expr;
using check::ExprKind;
using evaluate::MissingKind;

namespace {
std::string enumeratorText(std::size_t index) {
    return " is #" + std::to_string(index);
}
}  // namespace

Formula Definition::formula(check::ExprId id, const Place& place, Atoms& atoms) {
    if (!id.valid()) return Formula::of(true);
    const Value known = operand(id, place);
    if (known.truth.settled()) return Formula::of(known.truth.isTrue());
    const Expr& expr = rules_.expressions[id];
    const auto parts = [&] {
        std::vector<Formula> formulas;
        for (const check::ExprId part : expr.operands)
            formulas.push_back(formula(part, place, atoms));
        return formulas;
    };
    switch (expr.kind) {
        case ExprKind::Not:
            return negation(formula(expr.operands[0], place, atoms));
        case ExprKind::And:
            return conjunction(parts());
        case ExprKind::Or:
            return disjunction(parts());
        case ExprKind::If: {
            std::vector<Formula> branches = parts();
            const Formula otherwise = negation(branches[0]);
            return disjunction({conjunction({branches[0], branches[1]}), conjunction({otherwise, branches[2]})});
        }
        case ExprKind::Some:
        case ExprKind::Every:
        case ExprKind::No:
            return quantifierFormula(expr, place, atoms);
        case ExprKind::Less:
        case ExprKind::LessEqual:
        case ExprKind::Greater:
        case ExprKind::GreaterEqual:
        case ExprKind::Equal:
        case ExprKind::NotEqual:
            return comparisonFormula(id, place, atoms);
        case ExprKind::Declaration:
        case ExprKind::DeclarationOf:
            return referenceFormula(expr, place, atoms);
        case ExprKind::IsEnumerator:
        case ExprKind::InSet:
            return isFormula(id, place, atoms);
        case ExprKind::IsGiven:
        case ExprKind::IsNone:
            if (const auto fact = unknownFact(expr.operands[0], place)) {
                const Formula given = atoms.add({fact->first.fact + " is given", {fact->first}, {}, {}});
                return expr.kind == ExprKind::IsGiven ? given : negation(given);
            }
            break;
        case ExprKind::Fact:
        case ExprKind::Field:
            if (const auto fact = unknownFact(id, place)) return atoms.add({fact->first.fact, {fact->first}, {}, {}});
            break;
        default:
            break;
    }
    return otherAtom(id, key(id, place), place, atoms);
}

// The fact or field that an expression is, if its value is open (and not: exactly none).
std::optional<std::pair<Need, Value>> Definition::unknownFact(check::ExprId id, const Place& place) {
    const Expr& expr = rules_.expressions[id];
    if (expr.kind != ExprKind::Fact && expr.kind != ExprKind::Field) return std::nullopt;
    const Value found = value(id, place);
    if (found.settled()) return std::nullopt;
    if (expr.kind == ExprKind::Fact) return {{view_.needOf(expr.fact), found}};
    const Value holder = operand(expr.operands[0], place);
    if (!holder.item) return std::nullopt;
    return {{view_.needOf(*holder.item, expr.field), found}};
}

Formula Definition::otherAtom(check::ExprId id, const std::string& name, const Place& place, Atoms& atoms) {
    const Expr& expr = rules_.expressions[id];
    const bool readsNone = expr.kind == ExprKind::Fact || expr.kind == ExprKind::Field;  // a bool that is exactly none
    return atoms.add({"(" + name + ")", readsNone ? touchedAsValue(id, place) : touched(id, place), {}, {}});
}

Formula Definition::quantifierFormula(const Expr& expr, const Place& place, Atoms& atoms) {
    const auto items = listItems(expr.operands[0], place);
    if (!items) {
        std::string written = expr.kind == ExprKind::Some ? "some" : expr.kind == ExprKind::Every ? "every" : "no";
        for (const check::ExprId part : expr.operands)
            written += " " + key(part, place);
        return atoms.add({written, touchedQuantifier(expr, place), {}, {}});
    }
    std::vector<Formula> parts;
    for (const Item& item : *items) {
        const Place inner = at(place, expr.binder, item);
        const Formula condition = expr.hasWhere ? formula(expr.operands[1], inner, atoms) : Formula::of(true);
        const Formula body = formula(expr.operands.back(), inner, atoms);
        parts.push_back(expr.kind == ExprKind::Every ? disjunction({negation(condition), body}) : conjunction({condition, body}));
    }
    if (expr.kind == ExprKind::Every) return conjunction(std::move(parts));
    const Formula some = disjunction(std::move(parts));
    return expr.kind == ExprKind::Some ? some : negation(some);
}

// `fact < constant` or `fact <= constant`; empty: not one open fact on a line against a settled value.
std::optional<Formula> Definition::boundFormula(check::ExprId id, const Value& constant, bool strict, const Place& place, Atoms& atoms) {
    const auto fact = unknownFact(id, place);
    const check::Type& type = rules_.expressions[id].type;
    if (!fact || !type.isOrderedLine() || !constant.settled() || constant.exactlyNone()) return std::nullopt;
    quantity::Rational bound = *constant.line.low;
    if (type.isWhole() && strict) {
        bound = bound.ceil() - quantity::Rational(1);
        strict = false;
    }
    const quantity::Interval& line = fact->second.line;
    const bool always = line.high && (*line.high < bound || (!strict && *line.high == bound));
    const bool never = line.low && (*line.low > bound || (strict && *line.low == bound));
    if (always || never) return Formula::of(always);
    const std::string name = fact->first.fact + (strict ? " < " : " <= ") + bound.exact();
    return atoms.add({name, {fact->first}, {}, Atom::Bound{fact->first.fact, bound, strict}});
}

Formula Definition::lessFormula(check::ExprId id, check::ExprId a, check::ExprId b, bool orEqual, const Place& place, Atoms& atoms) {
    if (const auto bound = boundFormula(a, operand(b, place), !orEqual, place, atoms)) return *bound;
    // constant < fact is not (fact <= constant)
    if (const auto bound = boundFormula(b, operand(a, place), orEqual, place, atoms)) return negation(*bound);
    if (orEqual) return negation(otherAtom(id, key(b, place) + " < " + key(a, place), place, atoms));
    return otherAtom(id, key(a, place) + " < " + key(b, place), place, atoms);
}

Formula Definition::comparisonFormula(check::ExprId id, const Place& place, Atoms& atoms) {
    const Expr& expr = rules_.expressions[id];
    const check::ExprId a = expr.operands[0];
    const check::ExprId b = expr.operands[1];
    switch (expr.kind) {
        case ExprKind::Less:
            return lessFormula(id, a, b, false, place, atoms);
        case ExprKind::Greater:
            return lessFormula(id, b, a, false, place, atoms);
        case ExprKind::LessEqual:
            return lessFormula(id, a, b, true, place, atoms);
        case ExprKind::GreaterEqual:
            return lessFormula(id, b, a, true, place, atoms);
        default:
            break;
    }
    std::optional<Formula> equals;
    for (const auto& [fact, other] : {std::pair{a, b}, std::pair{b, a}}) {
        const Value constant = operand(other, place);
        const auto atMost = boundFormula(fact, constant, false, place, atoms);
        if (!atMost || equals) continue;
        equals = conjunction({*atMost, negation(*boundFormula(fact, constant, true, place, atoms))});
    }
    if (!equals) equals = otherAtom(id, key(a, place) + " = " + key(b, place), place, atoms);
    return expr.kind == ExprKind::Equal ? *equals : negation(*equals);
}

// `x is enumerator` and `x in {..}`, which is one `is` after another.
Formula Definition::isFormula(check::ExprId id, const Place& place, Atoms& atoms) {
    const Expr& expr = rules_.expressions[id];
    const Expr& tested = rules_.expressions[expr.operands[0]];
    const bool isReference = tested.kind == ExprKind::Declaration || tested.kind == ExprKind::DeclarationOf;
    if (expr.kind == ExprKind::IsEnumerator && isReference && check::outcomesOf(rules_.declarations[tested.decl]) != nullptr) {
        const std::optional<Item> item = itemOf(tested, place);
        if (tested.kind == ExprKind::DeclarationOf && !item) return otherAtom(id, key(id, place), place, atoms);
        const Members found = members(tested.decl, placeOf(tested.decl, item), atoms);
        const Verdict& status = verdict(tested.decl, item);
        const Place there = placeOf(tested.decl, item);
        const std::string name = key(expr.operands[0], place);
        // Where it only may be in conflict, the atom belongs to nothing: what decides it is needed by itself.
        const Needs causes = status.conflict ? Needs{fault(there, MissingKind::Conflict)} : Needs{};
        const Formula conflict = atoms.add({name + " conflicts", causes, {}, {}});
        if (status.conflict) return conflict;
        const Formula awaited = atoms.add({name + " awaits", status.awaited, {}, {}});
        if (status.reach == Verdict::Reach::NotYet) return awaited;
        const auto& decide = *check::outcomesOf(rules_.declarations[tested.decl]);
        std::vector<Formula> ways = {conjunction({found.conflict, conflict}), conjunction({found.notYet, awaited})};
        for (std::size_t i = 0; i < decide.outcomes.size(); ++i) {
            if (decide.outcomes[i].enumerator == expr.index) ways.push_back(found.outcomes[i]);
        }
        return disjunction(std::move(ways));
    }
    const bool isState = tested.kind == ExprKind::StateOn ||
                         (isReference && std::holds_alternative<check::Lifecycle>(rules_.declarations[tested.decl].body));
    if (isState && tested.kind == ExprKind::DeclarationOf && !itemOf(tested, place)) {
        if (expr.kind == ExprKind::IsEnumerator) return otherAtom(id, key(id, place), place, atoms);
    } else if (isState) {
        if (expr.kind == ExprKind::IsEnumerator) return stateFormula(expr.operands[0], expr.index, place, atoms);
        std::vector<Formula> states;
        for (std::size_t i = 1; i < expr.operands.size(); ++i)
            states.push_back(stateFormula(expr.operands[0],
                                          std::get<check::Constant::Enumerator>(rules_.expressions[expr.operands[i]].constant.value).index,
                                          place, atoms));
        return disjunction(std::move(states));
    }
    const auto fact = unknownFact(expr.operands[0], place);
    const auto one = [&](std::size_t index) {
        const std::uint64_t bit = std::uint64_t{1} << index;
        const std::uint64_t possible = fact->second.enumerators;
        if ((possible & bit) == 0) return Formula::of(false);
        return atoms.add({fact->first.fact + enumeratorText(index), {fact->first}, Atom::Enumerator{fact->first.fact, bit, possible}, {}});
    };
    if (expr.kind == ExprKind::IsEnumerator) return fact ? one(expr.index) : otherAtom(id, key(id, place), place, atoms);
    std::vector<Formula> ways;
    for (std::size_t i = 1; i < expr.operands.size(); ++i) {
        const Value literal = value(expr.operands[i], place);
        const Truth same = equal(operand(expr.operands[0], place), literal);
        if (same.settled()) {
            ways.push_back(Formula::of(same.isTrue()));
        } else if (fact && tested.type.kind == check::TypeKind::Enum) {
            const auto* enumerator = std::get_if<check::Constant::Enumerator>(&rules_.expressions[expr.operands[i]].constant.value);
            ways.push_back(one(enumerator->index));
        } else if (const auto atMost = boundFormula(expr.operands[0], literal, false, place, atoms)) {
            ways.push_back(conjunction({*atMost, negation(*boundFormula(expr.operands[0], literal, true, place, atoms))}));
        } else {
            const bool isEnum = tested.type.kind == check::TypeKind::Enum;
            const auto* enumerator = std::get_if<check::Constant::Enumerator>(&rules_.expressions[expr.operands[i]].constant.value);
            const std::string right = isEnum ? enumeratorText(enumerator->index) : " = " + key(expr.operands[i], place);
            ways.push_back(otherAtom(id, key(expr.operands[0], place) + right, place, atoms));
        }
    }
    return disjunction(std::move(ways));
}

Formula Definition::referenceFormula(const Expr& expr, const Place& place, Atoms& atoms) {
    const std::optional<Item> item = itemOf(expr, place);
    if (expr.kind == ExprKind::DeclarationOf && !item) {
        std::string written = rules_.declarations[expr.decl].name + " of " + key(expr.operands[0], place);
        return atoms.add({written, touchedAsValue(expr.operands[0], place), {}, {}});
    }
    return truthOf(expr.decl, item, atoms);
}

Formula Definition::truthOf(check::DeclId id, std::optional<Item> item, Atoms& atoms) {
    const Verdict& found = verdict(id, item);
    const Place place = placeOf(id, item);
    const std::string name = rules_.declarations[id].name + (item ? "[" + view_.itemName(*item) + "]" : "");
    if (found.reach == Verdict::Reach::NotYet) return atoms.add({name + " awaits", found.awaited, {}, {}});
    if (found.conflict) return atoms.add({name + " conflicts", {fault(place, MissingKind::Conflict)}, {}, {}});
    if (found.reach == Verdict::Reach::NotApplicable && found.truth.settled()) return Formula::of(found.truth.isTrue());
    return bodyOf(id, place, atoms);
}

// Of a declaration that is reached: its truth, or the value of a bool define.
Formula Definition::bodyOf(check::DeclId id, const Place& place, Atoms& atoms) {
    const check::Declaration& declaration = rules_.declarations[id];
    if (std::holds_alternative<check::Define>(declaration.body)) return defineFormula(id, place, atoms);
    if (const auto* flag = std::get_if<check::Flag>(&declaration.body)) return formula(flag->when, place, atoms);
    if (const auto* contradiction = std::get_if<check::Contradiction>(&declaration.body)) return formula(contradiction->when, place, atoms);
    if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
        std::vector<Formula> items;
        for (const check::ChecklistItem& item : checklist->items)
            items.push_back(itemFormula(item, place, atoms));
        return requirement(id, checklist->when, conjunction(std::move(items)), place, atoms);
    }
    const auto& rule = std::get<check::Rule>(declaration.body);
    return requirement(id, rule.when, formula(rule.require, place, atoms), place, atoms);
}

Formula Definition::itemFormula(const check::ChecklistItem& item, const Place& place, Atoms& atoms) {
    return disjunction({negation(formula(item.when, place, atoms)), formula(item.require, place, atoms)});
}

// What is required where the declaration applies and its stage is not skipped.
Formula Definition::requirement(check::DeclId id, check::ExprId when, Formula required, const Place& place, Atoms& atoms) {
    const check::Declaration& declaration = rules_.declarations[id];
    Formula truth = disjunction({negation(formula(when, place, atoms)), std::move(required)});
    if (!declaration.stage) return truth;
    const StageState state = stage(*declaration.stage);
    if (state.skipped.settled()) return truth;
    return disjunction({formula(rules_.stages[*declaration.stage].skippedWhen, Place{}, atoms), truth});
}

std::pair<Truth, Needs> Definition::decide(Formula formula, Atoms& atoms) {
    atoms.keep({&formula});
    const auto table = atoms.table([&](Assignment assignment) { return model::evaluate(formula, assignment) ? 1 : 0; });
    if (!table) {
        ++residualsSkipped_;
        return {Truth::either(), {}};
    }
    return {Truth{table->values.count(1) != 0, table->values.count(0) != 0}, table->needed};
}

// Whether every variable of an expression stands at an item.
bool Definition::closed(check::ExprId id, const Place& place) const {
    const Expr& expr = rules_.expressions[id];
    if (expr.kind == ExprKind::Variable) return place.items.count(expr.binder) != 0;
    return std::all_of(expr.operands.begin(), expr.operands.end(), [&](check::ExprId operand) { return closed(operand, place); });
}

// How an expression is written, with the items at which its variables stand; one that is settled counts by its value.
std::string Definition::key(check::ExprId id, const Place& place) {
    const Expr& expr = rules_.expressions[id];
    if (expr.type.element != check::TypeKind::Record && closed(id, place)) {
        const Value known = value(id, place);
        const bool listed = expr.type.kind == check::TypeKind::List;
        const bool fits = expr.type.kind != check::TypeKind::Record;
        if (fits && known.settled()) return "=" + std::to_string(listed ? 1 : 0) + describe(known);
    }
    std::string text = std::to_string(static_cast<int>(expr.kind)) + "(";
    const auto part = [&](std::size_t index) { text += std::to_string(index) + " "; };
    if (expr.fact.valid()) part(expr.fact.index());
    if (expr.field.valid()) part(expr.field.index());
    if (expr.list.valid()) part(expr.list.index());
    if (expr.reading.valid()) part(expr.reading.index());
    if (expr.stage.valid()) part(expr.stage.index());
    if (expr.decl.valid()) part(expr.decl.index());
    part(expr.index);
    if (expr.binder.valid()) {
        const auto bound = place.items.find(expr.binder);
        text += bound != place.items.end() ? view_.itemName(bound->second) + "@" + std::to_string(bound->second.list.index())
                                           : rules_.binders[expr.binder].name;
    }
    if (expr.kind == ExprKind::Literal) {
        const auto& constant = expr.constant.value;
        if (const auto* number = std::get_if<quantity::Rational>(&constant)) text += number->exact();
        if (const auto* date = std::get_if<quantity::Date>(&constant)) text += date->text();
        if (const auto* boolean = std::get_if<bool>(&constant)) text += *boolean ? "true" : "false";
        if (const auto* written = std::get_if<std::string>(&constant)) text += *written;
        if (const auto* enumerator = std::get_if<check::Constant::Enumerator>(&constant)) part(enumerator->index);
    }
    for (const check::ExprId operand : expr.operands)
        text += key(operand, place) + ",";
    return text + ")";
}

}  // namespace assay::model

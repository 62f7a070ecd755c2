#include "definition.hpp"

namespace assay::model {

using check::Expr;
using check::ExprKind;
using evaluate::MissingKind;

namespace {
void add(Needs& needs, const Needs& more) {
    needs.insert(more.begin(), more.end());
}
}  // namespace

Need Definition::fault(const Place& place, MissingKind kind) const {
    if (!place.decl.valid()) return {"", kind};
    const check::Declaration& declaration = rules_.declarations[place.decl];
    if (declaration.heading.empty()) return {declaration.name, kind};
    const auto item = place.items.find(declaration.heading.back());
    return {item == place.items.end() ? declaration.name : declaration.name + "[" + view_.itemName(item->second) + "]", kind};
}

// What an expression that is not settled rests on.
Needs Definition::touched(check::ExprId id, const Place& place) {
    if (!id.valid() || value(id, place).settled()) return {};
    const Expr& expr = rules_.expressions[id];
    switch (expr.kind) {
        case ExprKind::Fact:
            return {view_.needOf(expr.fact)};
        case ExprKind::Field: {
            const Value holder = operand(expr.operands[0], place);
            return holder.item ? Needs{view_.needOf(*holder.item, expr.field)} : touchedAsValue(expr.operands[0], place);
        }
        case ExprKind::PairFact: {
            Needs needs = touchedOperands(expr, place);
            if (needs.empty()) needs.insert(view_.needOf(expr.fact));
            return needs;
        }
        case ExprKind::Declaration:
        case ExprKind::DeclarationOf:
            return touchedReference(expr, place);
        case ExprKind::IsEnumerator:
        case ExprKind::IsGiven:
        case ExprKind::IsNone: {
            const Expr& tested = rules_.expressions[expr.operands[0]];
            const bool isName = tested.kind == ExprKind::Declaration || tested.kind == ExprKind::DeclarationOf;
            if (isName) return touchedReference(tested, place);
            return expr.kind == ExprKind::IsEnumerator ? touchedAsValue(expr.operands[0], place) : touched(expr.operands[0], place);
        }
        case ExprKind::If: {
            const Truth condition = truth(expr.operands[0], place);
            Needs needs = touchedAsValue(expr.operands[0], place);
            for (const std::size_t branch : {std::size_t{1}, std::size_t{2}}) {
                const bool excluded = branch == 1 ? condition.isFalse() : condition.isTrue();
                if (!excluded)
                    add(needs, expr.type.optional ? touched(expr.operands[branch], place) : touchedAsValue(expr.operands[branch], place));
            }
            return needs;
        }
        case ExprKind::StateOn:
        case ExprKind::EnteredOn:
            return touchedAsked(expr, place);
        case ExprKind::Due:
            return touchedDue(expr, place);
        case ExprKind::IsUnique:
            return touchedDeclaration(rules_.expressions[expr.operands[0]].decl, std::nullopt);
        case ExprKind::TableApply: {
            if (const auto kind = tableFault(expr, place)) return {fault(place, *kind)};
            Needs needs;
            const auto& table = std::get<check::Table>(rules_.declarations[expr.decl].body);
            for (std::size_t i = 0; i < expr.operands.size(); ++i) {
                const bool optional = table.parameters[i].type.optional;
                add(needs, optional ? touched(expr.operands[i], place) : touchedAsValue(expr.operands[i], place));
            }
            return needs;
        }
        case ExprKind::Divide: {
            const bool byZero = operand(expr.operands[1], place).line == quantity::Interval::point(0);
            return byZero ? Needs{fault(place, MissingKind::Undefined)} : touchedOperands(expr, place);
        }
        case ExprKind::AddDays:
        case ExprKind::AddMonths: {
            const bool leftTheYears = operand(expr.operands[0], place).settled() && operand(expr.operands[1], place).settled();
            return leftTheYears ? Needs{fault(place, MissingKind::Undefined)} : touchedOperands(expr, place);
        }
        case ExprKind::Some:
        case ExprKind::Every:
        case ExprKind::No:
        case ExprKind::Count:
        case ExprKind::Sum:
        case ExprKind::Min:
        case ExprKind::Max:
        case ExprKind::The:
        case ExprKind::Consecutive:
            return touchedQuantifier(expr, place);
        default:
            return touchedOperands(expr, place);
    }
}

Needs Definition::touchedAsValue(check::ExprId id, const Place& place) {
    if (!id.valid()) return {};
    if (value(id, place).exactlyNone()) return {fault(place, MissingKind::Undefined)};
    return touched(id, place);
}

Needs Definition::touchedOperands(const Expr& expr, const Place& place) {
    Needs needs;
    for (const check::ExprId part : expr.operands)
        add(needs, touchedAsValue(part, place));
    return needs;
}

Needs Definition::touchedQuantifier(const Expr& expr, const Place& place) {
    const Expr& list = rules_.expressions[expr.operands[0]];
    const auto items = listItems(expr.operands[0], place);
    if (!items) {
        if (list.kind == ExprKind::ListFact) return {view_.needOf(list.list, std::nullopt)};
        if (list.kind == ExprKind::Declaration && list.type.element == check::TypeKind::Record)
            return touchedDeclaration(list.decl, std::nullopt);
        if (list.type.element == check::TypeKind::Item) return touchedAsValue(expr.operands[0], place);
        const Value holder = operand(list.operands[0], place);
        return holder.item ? Needs{view_.needOf(list.type.list, holder.item)} : touchedAsValue(list.operands[0], place);
    }
    Needs needs;
    std::size_t possible = 0;
    std::size_t certain = 0;
    for (const Item& item : *items) {
        Place inner = at(place, expr.binder, item);
        if (expr.kind == ExprKind::Consecutive) {
            add(needs, touchedAsValue(expr.operands[1], inner));
            for (const Item& other : *items) {
                if (other != item) add(needs, touchedAsValue(expr.operands.back(), at(inner, expr.secondBinder, other)));
            }
            continue;
        }
        const Truth condition = where(expr, inner);
        if (condition.isFalse()) continue;
        ++possible;
        certain += condition.isTrue() ? 1U : 0U;
        if (expr.hasWhere) add(needs, touchedAsValue(expr.operands[1], inner));
        const bool hasBody = expr.operands.size() > (expr.hasWhere ? 2U : 1U);
        if (hasBody) add(needs, touchedAsValue(expr.operands.back(), inner));
    }
    const bool isExtremum = expr.kind == ExprKind::Min || expr.kind == ExprKind::Max;
    if (isExtremum && possible == 0) return {fault(place, MissingKind::Undefined)};
    if (expr.kind == ExprKind::The && (possible == 0 || certain > 1)) return {fault(place, MissingKind::Conflict)};
    return needs;
}

Needs Definition::touchedReference(const Expr& expr, const Place& place) {
    const std::optional<Item> item = itemOf(expr, place);
    if (expr.kind == ExprKind::DeclarationOf && !item) return touchedAsValue(expr.operands[0], place);
    return touchedDeclaration(expr.decl, item);
}

Needs Definition::touchedDeclaration(check::DeclId id, std::optional<Item> item) {
    const check::Declaration& declaration = rules_.declarations[id];
    const Verdict& found = verdict(id, item);
    const Place place = placeOf(id, item);
    if (found.reach == Verdict::Reach::NotYet) return found.awaited;
    if (found.conflict) return {fault(place, MissingKind::Conflict)};
    Needs needs;
    if (declaration.stage) {
        const StageState state = stage(*declaration.stage);
        if (!state.skipped.settled()) needs = touchedAsValue(rules_.stages[*declaration.stage].skippedWhen, Place{});
    }
    if (const auto* rule = std::get_if<check::Rule>(&declaration.body)) {
        add(needs, touchedAsValue(rule->when, place));
        add(needs, touchedAsValue(rule->require, place));
    } else if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
        add(needs, touchedAsValue(checklist->when, place));
        add(needs, touchedItems(*checklist, place));
    } else if (const auto* flag = std::get_if<check::Flag>(&declaration.body)) {
        add(needs, touchedAsValue(flag->when, place));
    } else if (const auto* contradiction = std::get_if<check::Contradiction>(&declaration.body)) {
        add(needs, touchedAsValue(contradiction->when, place));
    } else if (const check::Decide* decide = check::outcomesOf(declaration)) {
        add(needs, touchedAsValue(decide->when, place));
        for (const check::NotYet& notYet : decide->notYet)
            add(needs, touchedAsValue(notYet.when, place));
        for (const check::Outcome& outcome : decide->outcomes) {
            add(needs, touchedAsValue(outcome.when, place));
            if (decide->inOrder && truth(outcome.when, place).isTrue()) break;
        }
    } else if (std::holds_alternative<check::Partition>(declaration.body)) {
        add(needs, divided(id).needs);
    } else if (const auto* define = std::get_if<check::Define>(&declaration.body)) {
        add(needs, touchedSelections(*define, selection(*define, place), place));
    } else if (const auto* lifecycle = std::get_if<check::Lifecycle>(&declaration.body)) {
        add(needs, touchedLifecycle(*lifecycle, place));
    }
    return needs;
}

// The items that are not settled, unless some item settles them all.
Needs Definition::touchedItems(const check::Checklist& checklist, const Place& place) {
    Needs needs;
    for (const check::ChecklistItem& item : checklist.items) {
        const Truth met = itemTruth(item, place);
        if (met.isFalse()) return {};
        if (met.settled()) continue;
        add(needs, touchedAsValue(item.when, place));
        add(needs, touchedAsValue(item.require, place));
    }
    return needs;
}

// The conditions that are not settled, and the values of the selections that are possible.
Needs Definition::touchedSelections(const check::Define& define, const Selection& selection, const Place& place) {
    Needs needs;
    for (const check::Exception& exception : define.exceptions)
        add(needs, touchedAsValue(exception.when, place));
    for (const std::size_t selected : selection.possible) {
        const check::ExprId chosen = selected < define.exceptions.size() ? define.exceptions[selected].value : define.value;
        add(needs, rules_.declarations[place.decl].type.optional ? touched(chosen, place) : touchedAsValue(chosen, place));
    }
    return needs;
}

}  // namespace assay::model

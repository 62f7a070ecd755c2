#include "assay/author/mutation.hpp"

#include <algorithm>

namespace assay::author {

using check::Checked;
using check::Constant;
using check::Expr;
using check::ExprId;
using check::ExprKind;
using check::TypeKind;
using quantity::Rational;

namespace {

// Changes one copy of the rules. Expressions are only added or rewritten where they stand, so ids keep their meaning.
class Workbench {
public:
    Workbench(const Checked& rules, const Part& part, const Mutation& mutation) : rules_(rules), part_(part), mutation_(mutation) {}

    Checked run() {
        switch (part_.kind) {
            case Part::Kind::Stage:
                changeStage();
                break;
            case Part::Kind::Reading:
                rules_.readings[part_.reading].taken = mutation_.alternative;
                break;
            case Part::Kind::Enumerator:
                mergeEnumerators();
                break;
            default:
                changeDeclaration();
        }
        return std::move(rules_);
    }

private:
    check::Declaration& declaration() { return rules_.declarations[part_.decl]; }

    void changeDeclaration() {
        struct Visitor {
            Workbench& bench;
            void operator()(check::Rule& rule) const { rule.require = bench.truth(bench.mutation_.change == Change::AlwaysMet); }
            void operator()(check::Flag& flag) const { flag.when = bench.truth(false); }
            void operator()(check::Contradiction& contradiction) const { contradiction.when = bench.truth(false); }
            void operator()(check::Decide& decide) const { bench.changeDecide(decide); }
            void operator()(check::Define& define) const { bench.changeDefine(define); }
            void operator()(check::Table& table) const { bench.changeTable(table); }
            void operator()(check::Checklist& checklist) const { bench.changeChecklist(checklist); }
            void operator()(check::Duty& duty) const { bench.changeDuty(duty); }
            void operator()(check::Partition& partition) const { bench.changePartition(partition); }
            void operator()(check::Lifecycle& lifecycle) const { bench.changeLifecycle(lifecycle); }
        };
        std::visit(Visitor{*this}, declaration().body);
    }

    void changeDecide(check::Decide& decide) {
        if (part_.kind == Part::Kind::Outcome) {
            decide.outcomes[part_.index].when = truth(false);
        } else {
            decide.when = truth(false);
        }
    }

    void changeDefine(check::Define& define) {
        if (part_.kind == Part::Kind::Exception) {
            define.exceptions[part_.index].when = truth(false);
        } else {
            define.value = moved(define.value);
        }
    }

    void changeTable(check::Table& table) {
        if (mutation_.change == Change::Dropped) {
            table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(part_.index));
        } else if (part_.kind == Part::Kind::Row) {
            table.rows[part_.index].output = moved(table.rows[part_.index].output);
        } else {
            for (check::Row& row : table.rows)
                row.output = moved(row.output);
        }
    }

    void changeChecklist(check::Checklist& checklist) {
        if (part_.kind != Part::Kind::ChecklistItem) {
            checklist.when = truth(false);
        } else if (mutation_.change == Change::Dropped) {
            checklist.items[part_.index].when = truth(false);
        } else {
            checklist.items[part_.index].require = truth(mutation_.change == Change::AlwaysMet);
        }
    }

    void changePartition(check::Partition& partition) {
        switch (part_.kind) {
            case Part::Kind::Step:
                partition.steps.erase(partition.steps.begin() + static_cast<std::ptrdiff_t>(part_.index));
                break;
            case Part::Kind::Agreement:
                partition.agreed = check::FactId();
                break;
            default:
                partition.steps.clear();
        }
    }

    void changeLifecycle(check::Lifecycle& lifecycle) {
        const bool whole = part_.kind == Part::Kind::Lifecycle;
        if (whole) lifecycle.passings.clear();
        if (part_.kind == Part::Kind::Passing)
            lifecycle.passings.erase(lifecycle.passings.begin() + static_cast<std::ptrdiff_t>(part_.index));
        for (std::size_t i = 0; i < lifecycle.transitions.size(); ++i) {
            if (whole || (part_.kind == Part::Kind::Transition && part_.index == i)) lifecycle.transitions[i].when = truth(false);
        }
    }

    // Its day is found from its parts, its standing from conditions of their own.
    void changeDuty(check::Duty& duty) {
        switch (mutation_.change) {
            case Change::LimitLonger:
            case Change::LimitShorter: {
                const check::Type type = rules_.expressions[duty.amount].type;
                const ExprKind kind = mutation_.change == Change::LimitLonger ? ExprKind::Add : ExprKind::Subtract;
                duty.amount = operation(kind, type, {duty.amount, constant(type, Rational(1))});
                break;
            }
            case Change::NeverPaused:
                duty.pauses.erase(duty.pauses.begin() + static_cast<std::ptrdiff_t>(mutation_.alternative));
                break;
            case Change::NeverRollsOver:
                duty.rollsOver = false;
                duty.rollsOverWhen = ExprId();
                break;
            default: {
                check::Outcome never;
                never.enumerator = static_cast<std::size_t>(check::Standing::NotArisen);
                never.when = truth(true);
                duty.standing.outcomes.insert(duty.standing.outcomes.begin(), never);
                break;
            }
        }
    }

    void changeStage() {
        if (mutation_.change == Change::AlwaysSkipped) {
            rules_.stages[part_.stage].skippedWhen = truth(true);
            return;
        }
        for (check::Declaration& declaration : rules_.declarations) {
            if (declaration.stage == part_.stage) declaration.stage.reset();
        }
    }

    // One enumerator becomes the other: what asks for it is never so, what asks for the other is so for both.
    void mergeEnumerators() {
        const std::size_t count = rules_.expressions.size();
        for (std::size_t i = 0; i < count; ++i)
            mergeIn(ExprId(i));
        for (check::Declaration& declaration : rules_.declarations) {
            if (auto* table = std::get_if<check::Table>(&declaration.body)) mergeIn(*table);
            if (auto* decide = std::get_if<check::Decide>(&declaration.body)) mergeIn(*decide);
        }
    }

    [[nodiscard]] bool isMerged(const Constant& constant, std::size_t index) const {
        const auto* enumerator = std::get_if<Constant::Enumerator>(&constant.value);
        return enumerator && enumerator->enumeration == part_.enumeration && enumerator->index == index;
    }

    [[nodiscard]] bool isMerged(ExprId id, std::size_t index) const {
        return rules_.expressions[id].kind == ExprKind::Literal && isMerged(rules_.expressions[id].constant, index);
    }

    void mergeIn(ExprId id) {
        const Expr asked = rules_.expressions[id];
        switch (asked.kind) {
            case ExprKind::InSet:
                return mergeInSet(id);
            case ExprKind::InList:
                return mergeInList(id, asked);
            case ExprKind::Less:
            case ExprKind::LessEqual:
            case ExprKind::Greater:
            case ExprKind::GreaterEqual:
                return mergeInOrder(id, asked);
            case ExprKind::IsEnumerator:
                break;
            default:
                return;
        }
        if (rules_.expressions[asked.operands.front()].type.enumeration != part_.enumeration) return;
        if (asked.index == part_.index) {
            rules_.expressions[id] = literal(false, asked);
        } else if (asked.index == mutation_.alternative) {
            Expr other = asked;
            other.index = part_.index;
            mergeInto(id, asked, std::move(other));
        }
    }

    // What asked for the one asks for either.
    void mergeInto(ExprId id, const Expr& asked, Expr other) {
        Expr either = asked;
        either.kind = ExprKind::Or;
        either.operands = {rules_.expressions.add(asked), rules_.expressions.add(std::move(other))};
        rules_.expressions[id] = std::move(either);
    }

    // LIST contains ENUMERATOR
    void mergeInList(ExprId id, const Expr& asked) {
        const ExprId element = asked.operands.front();
        if (isMerged(element, part_.index)) {
            rules_.expressions[id] = literal(false, asked);
        } else if (isMerged(element, mutation_.alternative)) {
            Expr own = rules_.expressions[element];
            own.constant.value = Constant::Enumerator{part_.enumeration, part_.index};
            Expr other = asked;
            other.operands.front() = rules_.expressions.add(std::move(own));
            mergeInto(id, asked, std::move(other));
        }
    }

    // VALUE >= ENUMERATOR and its like: of the merged enumerator it comes to what it comes to of the other.
    void mergeInOrder(ExprId id, const Expr& asked) {
        const auto isBound = [&](ExprId operand) { return rules_.expressions[operand].kind == ExprKind::Literal; };
        const auto value = std::find_if_not(asked.operands.begin(), asked.operands.end(), isBound);
        const auto bound = std::find_if(asked.operands.begin(), asked.operands.end(), isBound);
        if (value == asked.operands.end() || bound == asked.operands.end()) return;
        if (rules_.expressions[*value].type.enumeration != part_.enumeration) return;
        Expr other = rules_.expressions[*bound];
        other.constant.value = Constant::Enumerator{part_.enumeration, mutation_.alternative};
        Expr compared = asked;
        compared.operands[static_cast<std::size_t>(value - asked.operands.begin())] = rules_.expressions.add(std::move(other));
        Expr isOwn = asked;
        isOwn.kind = ExprKind::IsEnumerator;
        isOwn.operands = {*value};
        isOwn.index = part_.index;
        Expr chosen = asked;
        chosen.kind = ExprKind::If;
        chosen.operands = {rules_.expressions.add(std::move(isOwn)), rules_.expressions.add(std::move(compared)),
                           rules_.expressions.add(asked)};
        rules_.expressions[id] = std::move(chosen);
    }

    void mergeInSet(ExprId id) {
        std::vector<ExprId>& operands = rules_.expressions[id].operands;
        const auto find = [&](std::size_t index) {
            return std::find_if(operands.begin() + 1, operands.end(), [&](ExprId operand) { return isMerged(operand, index); });
        };
        const auto own = find(part_.index);
        const auto other = find(mutation_.alternative);
        if (own != operands.end() && other == operands.end()) {
            operands.erase(own);
        } else if (own == operands.end() && other != operands.end()) {
            Expr added = rules_.expressions[*other];
            added.constant.value = Constant::Enumerator{part_.enumeration, part_.index};
            const ExprId addedId = rules_.expressions.add(std::move(added));
            rules_.expressions[id].operands.push_back(addedId);
        }
    }

    void mergeIn(check::Table& table) {
        for (check::Row& row : table.rows) {
            for (check::Cell& cell : row.cells) {
                if (cell.kind == check::Cell::Kind::Equals) mergeIn(cell);
            }
        }
    }

    void mergeIn(check::Cell& cell) {
        const auto find = [&](std::size_t index) {
            return std::find_if(cell.equals.begin(), cell.equals.end(),
                                [&](const Constant& constant) { return isMerged(constant, index); });
        };
        const auto own = find(part_.index);
        const bool hasOther = find(mutation_.alternative) != cell.equals.end();
        if (own != cell.equals.end() && !hasOther) {
            cell.equals.erase(own);
        } else if (own == cell.equals.end() && hasOther) {
            cell.equals.push_back({Constant::Enumerator{part_.enumeration, part_.index}});
        }
    }

    void mergeIn(check::Decide& decide) {
        if (decide.enumeration != part_.enumeration) return;
        for (check::Outcome& outcome : decide.outcomes) {
            if (outcome.enumerator == part_.index) outcome.when = truth(false);
        }
    }

    static Expr literal(bool value, const Expr& inPlaceOf) {
        Expr expr;
        expr.kind = ExprKind::Literal;
        expr.type.kind = TypeKind::Bool;
        expr.span = inPlaceOf.span;
        expr.constant.value = value;
        return expr;
    }

    ExprId truth(bool value) {
        Expr place;
        place.span = part_.span;
        return rules_.expressions.add(literal(value, place));
    }

    ExprId constant(const check::Type& type, decltype(Constant::value) value) {
        Expr expr;
        expr.kind = ExprKind::Literal;
        expr.type = type;
        expr.type.optional = false;
        expr.span = part_.span;
        expr.constant.value = std::move(value);
        return rules_.expressions.add(std::move(expr));
    }

    ExprId operation(ExprKind kind, const check::Type& type, std::vector<ExprId> operands) {
        Expr expr;
        expr.kind = kind;
        expr.type = type;
        expr.type.optional = false;
        expr.span = part_.span;
        expr.operands = std::move(operands);
        return rules_.expressions.add(std::move(expr));
    }

    // A value of the declared type that is certain to be another one.
    ExprId moved(ExprId value) {
        const check::Type type = declaration().type;
        switch (type.kind) {
            case TypeKind::Bool:
                return operation(ExprKind::Not, type, {value});
            case TypeKind::Quantity:
                return operation(ExprKind::Add, type, {value, constant(type, declaration().unit.factor)});
            case TypeKind::Count:
            case TypeKind::Number:
            case TypeKind::Ratio:
            case TypeKind::Days:
            case TypeKind::Months:
            case TypeKind::WorkingDays:
                return operation(ExprKind::Add, type, {value, constant(type, Rational(1))});
            case TypeKind::Date: {
                check::Type days;
                days.kind = TypeKind::Days;
                return operation(ExprKind::AddDays, type, {value, constant(days, Rational(1))});
            }
            case TypeKind::Enum:
                return movedEnumerator(value, type);
            default:
                return constant(type, std::string("*"));
        }
    }

    // The first enumerator, where the value is that one the second.
    ExprId movedEnumerator(ExprId value, const check::Type& type) {
        check::Type truthType;
        truthType.kind = TypeKind::Bool;
        const ExprId isFirst = operation(ExprKind::IsEnumerator, truthType, {value});
        const ExprId first = constant(type, Constant::Enumerator{type.enumeration, 0});
        const ExprId second = constant(type, Constant::Enumerator{type.enumeration, 1});
        return operation(ExprKind::If, type, {isFirst, second, first});
    }

    Checked rules_;
    const Part& part_;
    const Mutation& mutation_;
};

// Types of which another value can be written down. Items and lists of them live in cases alone.
bool canMove(const check::Type& type, const Checked& rules) {
    if (type.kind == TypeKind::Enum) return rules.enumerations[type.enumeration].enumerators.size() > 1;
    return type.kind == TypeKind::Bool || type.kind == TypeKind::Text || type.isOrderedLine();
}

}  // namespace

namespace {

std::vector<Mutation> mutationsOf(const check::Duty& duty) {
    std::vector<Mutation> mutations = {{Change::NeverArises}};
    if (duty.amount.valid()) mutations.insert(mutations.end(), {{Change::LimitLonger}, {Change::LimitShorter}});
    for (std::size_t i = 0; i < duty.pauses.size(); ++i)
        mutations.push_back({Change::NeverPaused, i});
    if (duty.rollsOver) mutations.push_back({Change::NeverRollsOver});
    return mutations;
}

}  // namespace

std::vector<Mutation> mutationsOf(const Checked& rules, const Part& part) {
    const auto movable = [&] { return canMove(rules.declarations[part.decl].type, rules); };
    switch (part.kind) {
        case Part::Kind::Rule:
            return {{Change::AlwaysMet}, {Change::NeverMet}};
        case Part::Kind::Decide:
        case Part::Kind::Checklist:
            return {{Change::NeverApplies}};
        case Part::Kind::Duty:
            return mutationsOf(std::get<check::Duty>(rules.declarations[part.decl].body));
        case Part::Kind::Lifecycle:
        case Part::Kind::Transition:
        case Part::Kind::Passing:
            return {{Change::NeverMoves}};
        case Part::Kind::Outcome:
            return {{Change::NeverGiven}};
        case Part::Kind::Exception:
        case Part::Kind::Step:
            return {{Change::Dropped}};
        case Part::Kind::Partition:
            return {{Change::NeverDivides}};
        case Part::Kind::Agreement:
            return {{Change::NotAgreed}};
        case Part::Kind::ChecklistItem:
            return {{Change::Dropped}, {Change::AlwaysMet}, {Change::NeverMet}};
        case Part::Kind::Define:
        case Part::Kind::Table:
            return movable() ? std::vector<Mutation>{{Change::ValueMoved}} : std::vector<Mutation>{};
        case Part::Kind::Row:
            return movable() ? std::vector<Mutation>{{Change::Dropped}, {Change::ValueMoved}} : std::vector<Mutation>{{Change::Dropped}};
        case Part::Kind::Flag:
        case Part::Kind::Contradiction:
            return {{Change::NeverRaised}};
        case Part::Kind::Stage:
            return {{Change::AlwaysSkipped}, {Change::NotAwaited}};
        case Part::Kind::Reading: {
            std::vector<Mutation> mutations;
            const check::Reading& reading = rules.readings[part.reading];
            for (std::size_t i = 0; i < reading.alternatives.size(); ++i) {
                if (i != reading.taken) mutations.push_back({Change::OtherReading, i});
            }
            return mutations;
        }
        case Part::Kind::Enumerator: {
            std::vector<Mutation> mutations;
            const std::size_t count = rules.enumerations[part.enumeration].enumerators.size();
            for (const std::size_t other : {part.index + 1, part.index + count - 1}) {
                const bool isNew = mutations.empty() || mutations.back().alternative != other % count;
                if (other % count != part.index && isNew) mutations.push_back({Change::Merged, other % count});
            }
            return mutations;
        }
    }
    return {};
}

Checked mutated(const Checked& rules, const Part& part, const Mutation& mutation) {
    return Workbench(rules, part, mutation).run();
}

}  // namespace assay::author

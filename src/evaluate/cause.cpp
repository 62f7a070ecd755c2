#include "cause.hpp"

#include <algorithm>

#include "basis.hpp"
#include "declaration.hpp"

namespace assay::evaluate {

using check::DeclId;
using check::FactId;
using check::FieldId;
using lower::Op;
using lower::SpaceId;
using lower::SpaceKind;

void Causes::add(const Cause& cause, const source::Span& rule) {
    if (rules_.emplace(cause, rule).second) order_.push_back(cause);
}

std::optional<Cause> factCause(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    Cause cause;
    cause.id = node.payload;
    switch (node.op) {
        case Op::Present:
            return factCause(state, state.operand(place, 0));
        case Op::Fact:
            cause.row = place.row;
            return cause;
        case Op::Field: {
            const auto& item = std::get<ItemRow>(state.operandValue(place, 0).possible).known;
            if (!item) return std::nullopt;
            cause.kind = Cause::Kind::Field;
            cause.list = state.node(node.operands[0]).type.list;
            if (state.rules().lists[cause.list].partition.valid()) return std::nullopt;  // the members of a group
            cause.row = *item;
            return cause;
        }
        case Op::PairFact: {
            const auto& first = std::get<ItemRow>(state.operandValue(place, 0).possible).known;
            const auto& second = std::get<ItemRow>(state.operandValue(place, 1).possible).known;
            if (!first || !second) return std::nullopt;
            cause.kind = Cause::Kind::Pair;
            cause.row = std::min(*first, *second);
            cause.second = std::max(*first, *second);
            return cause;
        }
        default:
            return std::nullopt;
    }
}

std::optional<Cause> listCause(const State& state, SpaceId inner, RowIndex parentRow) {
    const lower::Space& space = state.program().spaces[inner];
    Cause cause;
    cause.kind = Cause::Kind::List;
    cause.list = space.list;
    if (state.rules().lists[space.list].partition.valid()) return std::nullopt;
    if (space.kind == SpaceKind::Items) {
        cause.row = state.rows(space.parent).caseOf[parentRow];
        return cause;
    }
    if (space.kind == SpaceKind::Children) {
        const auto& item = std::get<ItemRow>(state.value(state.seenFrom(space.source, space.parent, parentRow)).possible).known;
        if (!item) return std::nullopt;
        cause.row = *item;
        return cause;
    }
    return std::nullopt;
}

bool liesAhead(const Cause& cause) {
    return cause.kind == Cause::Kind::Event || cause.kind == Cause::Kind::Awaited;
}

std::string itemOf(const State& state, SpaceId id, RowIndex row) {
    const lower::Space& space = state.program().spaces[id];
    if (space.kind == SpaceKind::Case) return {};
    const Rows& rows = state.rows(id);
    const std::string outer = itemOf(state, space.parent, rows.parent[row]);
    const std::string& own = state.block().itemId(space.list, rows.item[row]);
    return outer.empty() ? own : outer + "/" + own;
}

namespace {

std::string declarationName(const State& state, const Cause& cause) {
    const DeclId decl(cause.id);
    if (!decl.valid()) return {};
    const std::string item = itemOf(state, state.program().declarations[decl].space, cause.row);
    const std::string& name = state.rules().declarations[decl].name;
    return item.empty() ? name : name + "[" + item + "]";
}

// The fact that the first applicable `not yet when` of a decide names; of a list's items, those whose field has not
// come yet and keeps the decide waiting.
std::string awaitedName(const State& state, const Cause& cause) {
    const DeclId decl(cause.id);
    const check::Checked& rules = state.rules();
    const check::Decide& decide = *check::outcomesOf(rules.declarations[decl]);
    const lower::DeclarationParts& parts = state.program().declarations[decl];
    for (std::size_t index = 0; index < decide.notYet.size(); ++index) {
        const Place condition = partOf(state, decl, parts.notYet[index], cause.row);
        if (state.value(condition).isFalse()) continue;
        const check::NotYet& notYet = decide.notYet[index];
        if (!notYet.awaitsField.valid()) return rules.facts[notYet.awaits].name;
        if (!notYet.awaits.valid()) {
            const lower::Space& space = state.program().spaces[parts.space];
            return state.block().itemPath(space.list, state.rows(parts.space).item[cause.row]) + "." +
                   rules.fields[notYet.awaitsField].name;
        }
        std::string names;
        for (const Place fact : decisiveFacts(state, condition)) {
            const std::optional<Cause> field = factCause(state, fact);
            const bool awaited =
                field->kind == Cause::Kind::Field && FieldId(field->id) == notYet.awaitsField && !state.value(fact).canBeGiven;
            if (awaited) names += (names.empty() ? "" : ", ") + nameOf(state, *field);
        }
        return names.empty() ? notYet.name : names;
    }
    return {};
}

}  // namespace

std::string nameOf(const State& state, const Cause& cause) {
    const check::Checked& rules = state.rules();
    switch (cause.kind) {
        case Cause::Kind::Fact:
            return rules.facts[FactId(cause.id)].name;
        case Cause::Kind::Field:
            return state.block().itemPath(cause.list, cause.row) + "." + rules.fields[FieldId(cause.id)].name;
        case Cause::Kind::List: {
            const check::List& list = rules.lists[cause.list];
            if (!list.nested()) return list.name;
            return state.block().itemPath(list.parent, cause.row) + "." + rules.fields[list.field].name;
        }
        case Cause::Kind::Pair: {
            const check::Fact& fact = rules.facts[FactId(cause.id)];
            return fact.name + "[" + state.block().itemId(fact.pair[0], cause.row) + ", " +
                   state.block().itemId(fact.pair[1], cause.second) + "]";
        }
        case Cause::Kind::Event:
            return rules.facts[rules.stages[check::StageId(cause.id)].enteredOn].name;
        case Cause::Kind::Awaited:
            return awaitedName(state, cause);
        case Cause::Kind::Calendar:
            return "working_days[" + std::to_string(cause.id) + "]";
        case Cause::Kind::Undefined:
        case Cause::Kind::Conflict:
            return declarationName(state, cause);
    }
    return {};
}

namespace {

const check::Quality* qualityOf(const check::Checked& rules, const Cause& cause) {
    if (cause.kind == Cause::Kind::Fact) return &rules.facts[FactId(cause.id)];
    if (cause.kind == Cause::Kind::Field) return &rules.fields[FieldId(cause.id)];
    return nullptr;
}

const std::vector<facts::Lack>& lacksOf(const Block& block, const Cause& cause) {
    if (cause.kind == Cause::Kind::Fact) return block.lacks(FactId(cause.id), cause.row);
    return block.lacks(FieldId(cause.id), cause.list, cause.row);
}

Missing describeOne(const State& state, const Cause& cause, const source::Span& rule) {
    const check::Checked& rules = state.rules();
    Missing missing;
    missing.fact = nameOf(state, cause);
    missing.rule = rule;
    const auto judged = [](const check::Quality& quality) { return quality.judgement ? MissingKind::Judgement : MissingKind::Fact; };
    switch (cause.kind) {
        case Cause::Kind::Fact:
        case Cause::Kind::Pair:
            missing.factId = FactId(cause.id);
            missing.kind = judged(rules.facts[missing.factId]);
            break;
        case Cause::Kind::Field:
            missing.fieldId = FieldId(cause.id);
            missing.kind = judged(rules.fields[missing.fieldId]);
            break;
        case Cause::Kind::List:
            if (rules.lists[cause.list].nested()) {
                missing.fieldId = rules.lists[cause.list].field;
            } else {
                missing.factId = rules.lists[cause.list].fact;
            }
            break;
        case Cause::Kind::Event:
            missing.factId = rules.stages[check::StageId(cause.id)].enteredOn;
            break;
        case Cause::Kind::Awaited:
            break;
        case Cause::Kind::Calendar:
            missing.kind = MissingKind::Data;
            break;
        case Cause::Kind::Undefined:
            missing.kind = MissingKind::Undefined;
            break;
        case Cause::Kind::Conflict:
            missing.kind = MissingKind::Conflict;
            break;
    }
    return missing;
}

void addOnce(std::vector<Missing>& missing, Missing one) {
    if (std::find(missing.begin(), missing.end(), one) == missing.end()) missing.push_back(std::move(one));
}

}  // namespace

void describe(const State& state, const Cause& cause, const source::Span& rule, std::vector<Missing>& missing) {
    Missing whole = describeOne(state, cause, rule);
    const check::Quality* quality = qualityOf(state.rules(), cause);
    if (quality == nullptr || !quality->quantified) return addOnce(missing, std::move(whole));
    whole.kind = MissingKind::Data;
    const std::vector<facts::Lack>& lacks = lacksOf(state.block(), cause);
    for (const facts::Lack& lack : lacks) {
        Missing datum = whole;
        datum.fact = lack.datum;
        datum.kind = lack.undefined ? MissingKind::Undefined : MissingKind::Data;
        datum.quantity = whole.fact;
        addOnce(missing, std::move(datum));
    }
    if (lacks.empty()) addOnce(missing, std::move(whole));
}

}  // namespace assay::evaluate

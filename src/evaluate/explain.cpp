#include "explain.hpp"

#include "assay/evaluate/status.hpp"
#include "basis.hpp"
#include "conclude.hpp"
#include "declaration.hpp"
#include "due.hpp"
#include "explain_words.hpp"
#include "lifecycle.hpp"
#include "parameters.hpp"
#include "partition.hpp"
#include "show.hpp"
#include "table.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;
using lower::Op;
using trace::Step;
using trace::StepKind;

namespace {

class Explainer {
public:
    explicit Explainer(const State& state) : state_(state) {}

    Step declaration(DeclId decl, RowIndex row, bool decisive) {
        const check::Declaration& declared = state_.rules().declarations[decl];
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Place place{parts.node, row};
        Step step;
        step.kind = StepKind::Declaration;
        step.op = declarationWord(declared);
        step.subject = declared.name;
        step.item = itemOf(state_, parts.space, row);
        setValue(step, place);
        step.status = statusWord(conclusionOf(decl, row).status);
        step.clauses = declared.clauses;
        step.label = {declared.label.english, declared.label.chinese};
        step.span = declared.nameSpan;
        step.decisive = decisive;
        const Reach reach = reachOf(state_, decl, row);
        const auto part = [&](NodeId node, bool counts) { return explain(partOf(state_, decl, node, row), counts); };
        if (reach == Reach::NotEntered) step.premises.push_back(part(parts.entered, true));
        if (parts.skipped.valid() && reach != Reach::NotEntered) step.premises.push_back(part(parts.skipped, reach != Reach::Entered));
        if (reach == Reach::NotEntered || reach == Reach::Skipped) return step;
        if (const check::Decide* decide = check::outcomesOf(declared)) {
            decideParts(step, decl, *decide, row);
        } else if (const auto* define = std::get_if<check::Define>(&declared.body)) {
            defineParts(step, decl, *define, row);
        } else if (const auto* partition = std::get_if<check::Partition>(&declared.body)) {
            partitionParts(step, decl, *partition, row);
        } else if (std::holds_alternative<check::Lifecycle>(declared.body)) {
            changes(step, decl, row);
        } else {
            const bool excluded = parts.when.valid() && state_.value(partOf(state_, decl, parts.when, row)).isFalse();
            if (parts.when.valid()) step.premises.push_back(condition("when", part(parts.when, true)));
            const auto* checklist = std::get_if<check::Checklist>(&declared.body);
            if (!excluded && checklist != nullptr) checklistItems(step, decl, *checklist, row);
            if (!excluded && checklist == nullptr) step.premises.push_back(part(parts.body, true));
        }
        return step;
    }

    Step expression(Place place) { return explain(place, true); }

private:
    void setValue(Step& step, Place place) const {
        const Value& value = state_.value(place);
        const check::Type& type = state_.node(place.node).type;
        const bool open = value.origin != Value::Origin::Plain;
        step.type = typeWord(type.kind);
        step.conclusion = open ? "unknown" : exact(state_, value, type);
        step.shown = open ? "unknown" : shown(state_, place);
    }

    [[nodiscard]] Conclusion conclusionOf(DeclId decl, RowIndex row) const {
        const lower::SpaceId space = state_.program().declarations[decl].space;
        const RowIndex caseRow = state_.rows(space).caseOf[row];
        const RowIndex first = rowsOfCase(state_, space, caseRow).first;
        return conclusionsOf(state_, decl, caseRow, Detail::Status)[row - first];
    }

    Step condition(const std::string& name, Step premise) const {
        Step step;
        step.kind = StepKind::Condition;
        step.subject = name;
        step.type = premise.type;
        step.conclusion = premise.conclusion;
        step.shown = premise.shown;
        step.span = premise.span;
        step.decisive = premise.decisive;
        step.premises.push_back(std::move(premise));
        return step;
    }

    // Every item, none left out: whether it applies, and what it asks for where it may.
    void checklistItems(Step& step, DeclId decl, const check::Checklist& checklist, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Conclusion conclusion = conclusionOf(decl, row);
        const bool fails = conclusion.status == Status::Fails;
        for (std::size_t index = 0; index < checklist.items.size(); ++index) {
            const check::ChecklistItem& item = checklist.items[index];
            const Status status = conclusion.items[index].status;
            Step premise;
            premise.kind = StepKind::Condition;
            premise.op = "item";
            premise.type = "bool";
            premise.subject = item.name;
            premise.status = statusWord(status);
            const bool met = status == Status::Holds || status == Status::NotApplicable;
            premise.conclusion = premise.shown = met ? "true" : status == Status::Fails ? "false" : "unknown";
            premise.clauses = item.clauses;
            premise.label = {item.label.english, item.label.chinese};
            premise.span = item.span;
            premise.decisive = !fails || status == Status::Fails;
            const auto place = [&](NodeId node) { return partOf(state_, decl, node, row); };
            const NodeId when = parts.conditions[index];
            if (when.valid()) premise.premises.push_back(condition("when", explain(place(when), premise.decisive)));
            const bool excluded = when.valid() && state_.value(place(when)).isFalse();
            if (!excluded) premise.premises.push_back(explain(place(parts.values[index]), premise.decisive));
            step.premises.push_back(std::move(premise));
        }
    }

    void decideParts(Step& step, DeclId decl, const check::Decide& decide, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const check::Enumeration& enumeration = state_.rules().enumerations[decide.enumeration];
        const auto place = [&](NodeId node) { return partOf(state_, decl, node, row); };
        if (parts.when.valid()) step.premises.push_back(condition("when", explain(place(parts.when), true)));
        if (parts.when.valid() && state_.value(place(parts.when)).isFalse()) return;
        for (const NodeId notYet : parts.notYet) {
            const bool waits = state_.value(place(notYet)).isTrue();
            step.premises.push_back(condition("not yet when", explain(place(notYet), true)));
            if (waits) return;
        }
        if (decide.inOrder) step.parameters = {"in order"};
        const Members members = possibleMembers(state_, decl, row);
        bool counts = true;
        for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
            const check::Outcome& outcome = decide.outcomes[index];
            Step premise;
            if (parts.conditions[index].valid()) {
                premise = condition(enumeration.enumerators[outcome.enumerator].name, explain(place(parts.conditions[index]), counts));
            } else {
                premise.kind = StepKind::Condition;
                premise.subject = enumeration.enumerators[outcome.enumerator].name;
                premise.op = "otherwise";
                premise.type = "bool";
                premise.conclusion = premise.shown = members.outcomes[index] ? (members.count() == 1 ? "true" : "unknown") : "false";
                premise.span = outcome.span;
                premise.decisive = members.outcomes[index];
            }
            premise.clauses = outcome.clauses;
            premise.label = {outcome.label.english, outcome.label.chinese};
            step.premises.push_back(std::move(premise));
            if (decide.inOrder && counts && parts.conditions[index].valid() && state_.value(place(parts.conditions[index])).isTrue())
                counts = false;
            if (!counts) break;
        }
    }

    void defineParts(Step& step, DeclId decl, const check::Define& define, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Selections selections = possibleSelections(state_, decl, row);
        for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
            Step premise = condition(define.exceptions[index].name, explain(partOf(state_, decl, parts.conditions[index], row), true));
            premise.op = "except";
            for (const std::size_t outranked : define.exceptions[index].over)
                premise.parameters.push_back(define.exceptions[outranked].name);
            premise.clauses = define.exceptions[index].clauses;
            if (selections.exceptions[index]) premise.premises.push_back(explain(partOf(state_, decl, parts.values[index], row), true));
            step.premises.push_back(std::move(premise));
        }
        if (selections.byDefault) step.premises.push_back(explain(partOf(state_, decl, parts.body, row), true));
    }

    // Every step with what it compares: of each item its guard and keys, of two items that no earlier step separates for certain
    // the condition on both.
    void partitionParts(Step& step, DeclId decl, const check::Partition& partition, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const Divided& divided = state_.divided(decl, row);
        if (!divided.known) return;
        if (divided.agreed) step.premises.push_back(condition("agreed", explain({parts.agreed, row}, true)));
        std::vector<Step> asked(partition.steps.size());
        for (std::size_t index = 0; index < partition.steps.size(); ++index) {
            const check::PartitionStep& from = partition.steps[index];
            asked[index].kind = StepKind::Condition;
            asked[index].op = "step";
            asked[index].subject = from.name;
            asked[index].clauses = from.clauses;
            asked[index].label = {from.label.english, from.label.chinese};
            asked[index].span = from.span;
            asked[index].conclusion = "false";
            for (std::size_t item = 0; item < divided.items.size(); ++item)
                asked[index].premises.push_back(keysOf(decl, divided, index, item));
        }
        for (std::size_t a = 0; a < divided.items.size(); ++a) {
            for (std::size_t b = a + 1; b < divided.items.size(); ++b)
                pairSteps(asked, decl, divided, a, b);
        }
        for (Step& one : asked) {
            one.decisive = one.conclusion != "false";
            one.shown = one.conclusion;
            step.premises.push_back(std::move(one));
        }
    }

    Step keysOf(DeclId decl, const Divided& divided, std::size_t index, std::size_t item) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        Step keys;
        keys.kind = StepKind::Item;
        keys.subject = state_.block().itemPath(state_.program().spaces[parts.divided].list, divided.items[item]);
        keys.span = state_.node(parts.node).span;
        const auto add = [&](NodeId node) {
            keys.premises.push_back(explain(state_.seenFrom(node, parts.divided, divided.rows[item]), true));
            keys.conclusion += (keys.conclusion.empty() ? "" : ", ") + keys.premises.back().conclusion;
            keys.shown += (keys.shown.empty() ? "" : ", ") + keys.premises.back().shown;
        };
        const NodeId when = parts.steps[index].when;
        if (when.valid()) {
            const Place guard = state_.seenFrom(when, parts.divided, divided.rows[item]);
            keys.premises.push_back(condition("when", explain(guard, true)));
            if (state_.value(guard).isFalse()) return keys;
        }
        for (const NodeId key : parts.steps[index].keys)
            add(key);
        return keys;
    }

    // What the steps say of two items, up to the one that separates them.
    void pairSteps(std::vector<Step>& asked, DeclId decl, const Divided& divided, std::size_t a, std::size_t b) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const std::vector<std::size_t> first = firstSteps(state_, decl, divided, a, b);
        const bool apart = divided.bonds.at(a, b) == Bond::Apart;
        for (const std::size_t index : first) {
            const bool separates = apart && index == first.back();
            if (separates || asked[index].conclusion == "false") asked[index].conclusion = separates ? "true" : "unknown";
        }
        const check::ListId list = state_.program().spaces[parts.divided].list;
        const std::size_t last = apart ? first.back() + 1 : asked.size();
        for (std::size_t index = 0; index < last; ++index) {
            if (!parts.steps[index].apart.valid()) continue;
            Step pair;
            pair.kind = StepKind::Item;
            pair.subject = state_.block().itemPath(list, divided.items[a]) + ", " + state_.block().itemPath(list, divided.items[b]);
            pair.span = asked[index].span;
            for (const Place place : comparedBy(state_, decl, divided, index, a, b)) {
                pair.premises.push_back(explain(place, true));
                pair.conclusion = pair.premises.back().conclusion;
                pair.shown = pair.premises.back().shown;
            }
            if (!pair.premises.empty()) asked[index].premises.push_back(std::move(pair));
        }
    }

    [[nodiscard]] std::string namesOf(check::EnumId enumeration, const std::vector<std::size_t>& indices) const {
        std::string names;
        for (const std::size_t index : indices)
            names += (names.empty() ? "" : ", ") + state_.rules().enumerations[enumeration].enumerators[index].name;
        return names;
    }

    // What came, in order: from one state to the next, each with the facts of the act.
    void changes(Step& step, DeclId decl, RowIndex row) {
        const lower::DeclarationParts& parts = state_.program().declarations[decl];
        const check::EnumId states = state_.rules().declarations[decl].type.enumeration;
        const lower::Node& acts = state_.node(parts.acts);
        const State::Inner inner = state_.inner({parts.acts, row});
        if (!inner.known) {
            Step unknown;
            unknown.kind = StepKind::Fact;
            if (const auto cause = listCause(state_, acts.inner, row)) unknown.subject = nameOf(state_, *cause);
            unknown.conclusion = unknown.shown = "unknown";
            unknown.span = acts.span;
            step.premises.push_back(std::move(unknown));
        }
        const History history = historyOf(state_, decl, row);
        for (const LifeEvent& event : history.events) {
            Step change;
            change.kind = StepKind::Change;
            change.op = event.item.empty() ? "time" : namesOf(history.acts, event.acts);
            change.subject = event.item;
            change.item = namesOf(states, event.from);
            change.conclusion = event.annulled ? "annulled" : event.to.empty() ? "not accepted" : namesOf(states, event.to);
            const bool moves = !event.annulled && event.from != event.to;
            change.shown = moves ? change.item + " -> " + change.conclusion : change.conclusion;
            change.clauses = event.clauses;
            change.span = event.lines.empty() ? acts.span : event.lines.front();
            change.caseSpan = event.provenance.span;
            change.evidence = event.provenance.evidence;
            change.by = event.provenance.by;
            change.on = event.earliest == event.latest ? event.earliest.text() : "unknown";
            change.decisive = !event.annulled;
            addFacts(change, event, decl, row);
            step.premises.push_back(std::move(change));
        }
        for (const NodeId after : parts.afters)
            step.premises.push_back(condition("after", explain(partOf(state_, decl, after, row), true)));
    }

    // Of an act its day, and what its lines ask for.
    void addFacts(Step& change, const LifeEvent& event, DeclId decl, RowIndex row) {
        const lower::Node& acts = state_.node(state_.program().declarations[decl].acts);
        const State::Inner inner = state_.inner({state_.program().declarations[decl].acts, row});
        const check::ListId list = state_.program().spaces[acts.inner].list;
        for (RowIndex act = inner.begin; act < inner.end; ++act) {
            if (event.item != state_.block().itemPath(list, state_.rows(acts.inner).item[act])) continue;
            for (const Place part : partsOfAct(state_, decl, act))
                change.premises.push_back(explain(part, true));
        }
    }

    Step explain(Place place, bool decisive) {
        const lower::Node& node = state_.node(place.node);
        if (node.op == Op::Present) return explain(state_.operand(place, 0), decisive);
        if (node.op == Op::Declaration) return declaration(DeclId(node.payload), place.row, decisive);
        if (node.op == Op::AtItem) {
            if (const Place target = state_.target(place); target.node.valid()) return explain(target, decisive);
        }
        Step step;
        step.span = node.span;
        step.decisive = decisive;
        setValue(step, place);
        if (factCause(state_, place)) {
            fact(step, place);
            return step;
        }
        switch (node.op) {
            case Op::Constant:
                return step;
            case Op::AsOf:
                step.kind = StepKind::Fact;
                step.subject = "as_of";
                return step;
            case Op::Variable:
                step.kind = StepKind::Item;
                step.subject = step.shown;
                return step;
            case Op::ReadingIs: {
                const check::ReadingId id(node.payload);
                const check::Reading& reading = state_.rules().readings[id];
                step.kind = StepKind::Reading;
                step.subject = reading.name;
                step.op = reading.alternatives[node.second];
                step.shown = reading.alternatives[state_.block().reading(id, state_.caseOf(place))];
                step.parameters = {step.shown};
                step.clauses = reading.clauses;
                step.readings = {reading.name};
                step.label = {reading.label.english, reading.label.chinese};
                return step;
            }
            case Op::Table:
                table(step, place, decisive);
                return step;
            default:
                break;
        }
        step.kind = StepKind::Operation;
        step.op = operatorWord(node.op);
        const bool ofGroup = node.op == Op::Field && state_.rules().lists[state_.node(node.operands[0]).type.list].partition.valid();
        if (ofGroup) step.op = "members";
        step.parameters = parametersOf(state_, place);
        if (node.op == Op::IsEnumerator) step.subject = enumeratorName(node);
        if (node.op == Op::EnteredOn)
            step.subject = namesOf(state_.rules().declarations[DeclId(node.payload)].type.enumeration, {node.second});
        if (node.inner.valid()) {
            items(step, place, decisive);
            return step;
        }
        const std::vector<bool> counts = decisiveOperands(state_, place);
        for (std::size_t index = 0; index < node.operands.size(); ++index) {
            if (node.op == Op::If && !counts[index]) continue;
            step.premises.push_back(explain(state_.operand(place, index), decisive && counts[index]));
        }
        if (node.op == Op::Due) ledger(step, node, place.row);
        if (node.op == Op::StateOn || node.op == Op::EnteredOn) {
            if (const std::optional<RowIndex> row = rowAsked(state_, place))
                step.premises.push_back(declaration(DeclId(node.payload), *row, decisive));
        }
        return step;
    }

    // The days that did not count: with start and limit they give the due day again.
    void ledger(Step& step, const lower::Node& due, RowIndex row) const {
        for (const NotCounted& run : deadlineOf(state_, due.owner, row).ledger) {
            Step days;
            days.kind = StepKind::Days;
            days.op = run.moved ? "moved over" : "not counted";
            days.subject = run.from.text() + (run.from == run.to ? "" : ".." + run.to.text());
            days.conclusion = reasonWord(run.why);
            days.label = {run.holiday.english, run.holiday.chinese};
            for (const std::string& pause : run.pauses)
                days.shown += (days.shown.empty() ? "pause " : ", ") + pause;
            days.span = due.span;
            days.decisive = step.decisive;
            step.premises.push_back(std::move(days));
        }
    }

    [[nodiscard]] std::string enumeratorName(const lower::Node& node) const {
        const check::Type& type = state_.node(node.operands[0]).type;
        return state_.rules().enumerations[type.enumeration].enumerators[node.payload].name;
    }

    void fact(Step& step, Place place) const {
        const std::optional<Cause> cause = factCause(state_, place);
        const facts::Entry* entry = nullptr;
        if (cause->kind == Cause::Kind::Fact) entry = state_.block().source(check::FactId(cause->id), cause->row);
        if (cause->kind == Cause::Kind::Field) entry = state_.block().source(check::FieldId(cause->id), cause->list, cause->row);
        const check::Quality& quality = cause->kind == Cause::Kind::Field
                                            ? static_cast<const check::Quality&>(state_.rules().fields[check::FieldId(cause->id)])
                                            : state_.rules().facts[check::FactId(cause->id)];
        step.kind = quality.quantified ? StepKind::Quantity : StepKind::Fact;
        step.subject = nameOf(state_, *cause);
        step.label = {quality.label.english.empty() ? quality.ask.english : quality.label.english,
                      quality.label.chinese.empty() ? quality.ask.chinese : quality.label.chinese};
        if (entry == nullptr) return;
        step.caseSpan = entry->provenance.span;
        step.evidence = entry->provenance.evidence;
        step.by = entry->provenance.by;
        if (entry->provenance.on) step.on = entry->provenance.on->text();
    }

    void table(Step& step, Place place, bool decisive) {
        const lower::Node& node = state_.node(place.node);
        const check::Declaration& declared = state_.rules().declarations[DeclId(node.payload)];
        const auto& body = std::get<check::Table>(declared.body);
        const lower::DeclarationParts& parts = state_.program().declarations[DeclId(node.payload)];
        step.kind = StepKind::Declaration;
        step.op = "table";
        step.parameters = cellsOf(body, state_.rules());
        step.subject = declared.name;
        step.clauses = declared.clauses;
        step.label = {declared.label.english, declared.label.chinese};
        for (std::size_t index = 0; index < node.operands.size(); ++index)
            step.premises.push_back(explain(state_.operand(place, index), decisive));
        for (const std::size_t row : matchRows(state_, place).possible) {
            Step matched = explain(rowOutput(state_, place, row), decisive);
            Step premise;
            premise.kind = StepKind::Row;
            premise.subject = std::to_string(row + 1);
            premise.type = matched.type;
            premise.conclusion = matched.conclusion;
            premise.shown = shown(state_, state_.value(rowOutput(state_, place, row)), node.type, declared.unit);
            premise.clauses = body.rows[row].clauses;
            premise.span = body.rows[row].span;
            premise.decisive = decisive;
            if (parts.conditions[row].valid())
                premise.premises.push_back(explain(state_.seenFrom(parts.conditions[row], node.space, place.row), decisive));
            step.premises.push_back(std::move(premise));
        }
    }

    // The items of a quantifier; where one settles it, only those that do count.
    void items(Step& step, Place place, bool decisive) {
        const lower::Node& node = state_.node(place.node);
        const State::Inner inner = state_.inner(place);
        const DeclId groups = state_.rules().lists[state_.program().spaces[node.inner].list].partition;
        if (groups.valid()) step.premises.push_back(declaration(groups, state_.caseOf(place), decisive));
        if (groups.valid() && !inner.known) return;
        if (!inner.known) {
            Step unknown;
            unknown.kind = StepKind::Fact;
            const std::optional<Cause> cause = listCause(state_, node.inner, place.row);
            unknown.subject = cause ? nameOf(state_, *cause) : "";
            unknown.conclusion = unknown.shown = "unknown";
            unknown.span = node.span;
            step.premises.push_back(std::move(unknown));
            return;
        }
        const check::ListId list = state_.program().spaces[node.inner].list;
        for (RowIndex row = inner.begin; row < inner.end; ++row) {
            const auto at = [&](std::size_t index) { return state_.seenFrom(node.operands[index], node.inner, row); };
            const bool excluded = node.payload == 1 && state_.value(at(0)).isFalse();
            Step item;
            item.kind = StepKind::Item;
            item.subject = state_.block().itemPath(list, state_.rows(node.inner).item[row]);
            item.decisive = decisive && !excluded && decisiveItem(state_, place, row);
            item.span = node.span;
            for (std::size_t index = 0; index < node.operands.size(); ++index) {
                if (excluded && index > 0) continue;
                item.premises.push_back(explain(at(index), item.decisive));
            }
            const bool isSure = node.payload != 1 || state_.value(at(0)).isTrue();
            if (excluded || !isSure) item.parameters = {excluded ? "excluded" : "uncertain"};
            if (!item.premises.empty()) {
                item.type = item.premises.back().type;
                item.conclusion = item.premises.back().conclusion;
                item.shown = item.premises.back().shown;
            }
            step.premises.push_back(std::move(item));
        }
    }

    const State& state_;
};

}  // namespace

Step derivation(const State& state, Place place) {
    return Explainer(state).expression(place);
}

Step derivation(const State& state, DeclId decl, RowIndex row) {
    return Explainer(state).declaration(decl, row, true);
}

}  // namespace assay::evaluate

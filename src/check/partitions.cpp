#include <algorithm>

#include "bodies.hpp"

namespace assay::check {

using diagnostics::Kind;

namespace {

bool reads(const Checked& checked, ExprId id, BinderId binder) {
    const Expr& expression = checked.expressions[id];
    if (expression.kind == ExprKind::Variable && expression.binder == binder) return true;
    return std::any_of(expression.operands.begin(), expression.operands.end(),
                       [&](ExprId operand) { return reads(checked, operand, binder); });
}

std::vector<ExprId> conjuncts(const Checked& checked, ExprId condition) {
    if (!condition.valid()) return {};
    const Expr& expression = checked.expressions[condition];
    if (expression.kind != ExprKind::And) return {condition};
    std::vector<ExprId> all;
    for (const ExprId operand : expression.operands) {
        const std::vector<ExprId> more = conjuncts(checked, operand);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

class PartitionCheck {
public:
    PartitionCheck(const BodyContext& context, Partition& partition)
        : context_(context), checked_(context.session.checked), partition_(partition) {}

    void run(const syntax::PartitionDecl& written) {
        std::map<std::string, source::Span> seen;
        for (const syntax::PartitionStep& step : written.steps) {
            const auto [first, added] = seen.emplace(step.name.text, step.name.span);
            if (!added) reportDuplicate(context_.session, step.name.text, step.name.span, first->second);
            addStep(written, step);
        }
        if (written.agreedBy.present()) return agreement(written);
        for (std::size_t index = 0; index < written.steps.size(); ++index) {
            if (written.steps[index].apart.valid()) report(Kind::AgreementNeeded, written.steps[index].name, "partition", declared().name);
        }
    }

private:
    [[nodiscard]] const Declaration& declared() const { return context_.declaration; }

    void report(Kind kind, const syntax::Name& step, const char* argument, const std::string& text) {
        context_.session.findings.add(kind, step.span, {{"name", diagnostics::Name{step.text}}, {argument, diagnostics::Name{text}}});
    }
    [[nodiscard]] std::string textOf(ExprId id) const { return std::string(context_.session.sources.text(checked_.expressions[id].span)); }

    void addStep(const syntax::PartitionDecl& written, const syntax::PartitionStep& from) {
        Typer& typer = context_.typer;
        PartitionStep step;
        step.name = from.name.text;
        step.clauses = citedBy(from.cites);
        step.label = from.label;
        step.span = from.name.span;
        {
            const BoundVariable item(typer, written.item.variable, partition_.item);
            const GuardedPart part(typer.guards);
            if (from.when.valid()) {
                step.when = typer.condition(from.when);
                typer.guards.assume(step.when, true);
            }
            for (const syntax::ExprId key : from.by)
                step.keys.push_back(typer.valueOrNone(key));
        }
        if (from.apart.valid()) addApart(from, step);
        checkGuard(from, step);
        checkKeys(from, step);
        partition_.steps.push_back(std::move(step));
    }

    void addApart(const syntax::PartitionStep& from, PartitionStep& step) {
        const ListId list = checked_.binders[partition_.item].list;
        step.first = checked_.binders.add({from.first.text, list, from.first.span});
        step.second = checked_.binders.add({from.second.text, list, from.second.span});
        const BoundVariable first(context_.typer, from.first, step.first);
        const BoundVariable second(context_.typer, from.second, step.second);
        const GuardedPart part(context_.typer.guards);
        step.apart = context_.typer.condition(from.apart);
        if (failed(step.apart)) return;
        for (const BinderId binder : {step.first, step.second}) {
            if (!reads(checked_, step.apart, binder)) report(Kind::ApartReadsOne, from.name, "variable", checked_.binders[binder].name);
        }
    }

    [[nodiscard]] bool failed(ExprId id) const { return checked_.expressions[id].type.kind == TypeKind::Error; }

    // Two items that no earlier step separated must have one guard: it reads the item through keys that were certain to be
    // compared. A key of a guarded step was, where this guard asks for all that the other one asks.
    void checkGuard(const syntax::PartitionStep& from, const PartitionStep& step) {
        if (!step.when.valid() || failed(step.when)) return;
        const std::vector<ExprId> asked = conjuncts(checked_, step.when);
        std::vector<ExprId> compared;
        for (const PartitionStep& earlier : partition_.steps) {
            const std::vector<ExprId> needed = conjuncts(checked_, earlier.when);
            const bool implied = std::all_of(needed.begin(), needed.end(), [&](ExprId one) { return isOneOf(one, asked); });
            if (implied) compared.insert(compared.end(), earlier.keys.begin(), earlier.keys.end());
        }
        if (const ExprId more = readsBeyond(step.when, compared); more.valid())
            report(Kind::GuardReadsMore, from.name, "read", textOf(more));
    }

    [[nodiscard]] bool isOneOf(ExprId one, const std::vector<ExprId>& all) const {
        return std::any_of(all.begin(), all.end(), [&](ExprId other) { return same(checked_, one, other); });
    }

    // The smallest part of an expression that reads the item otherwise than through `compared`; no id: there is none.
    [[nodiscard]] ExprId readsBeyond(ExprId id, const std::vector<ExprId>& compared) const {
        if (isOneOf(id, compared)) return {};
        const Expr& expression = checked_.expressions[id];
        for (const ExprId operand : expression.operands) {
            const bool isItem =
                checked_.expressions[operand].kind == ExprKind::Variable && checked_.expressions[operand].binder == partition_.item;
            if (isItem) return id;
            if (const ExprId more = readsBeyond(operand, compared); more.valid()) return more;
        }
        return {};
    }

    void checkKeys(const syntax::PartitionStep& from, const PartitionStep& step) {
        bool newKey = step.keys.empty();
        for (const ExprId key : step.keys) {
            if (failed(key)) return;
            if (!reads(checked_, key, partition_.item)) report(Kind::KeyOfNoItem, from.name, "key", textOf(key));
            newKey = newKey || std::none_of(partition_.steps.begin(), partition_.steps.end(), [&](const PartitionStep& earlier) {
                         return !earlier.when.valid() && isOneOf(key, earlier.keys);
                     });
        }
        if (!newKey) context_.session.findings.add(Kind::StepWithoutEffect, from.name.span, {{"name", diagnostics::Name{from.name.text}}});
    }

    void agreement(const syntax::PartitionDecl& written) {
        const syntax::Name& name = written.agreedBy;
        const Symbol* symbol = context_.session.names.find(name.text, Symbol::Kind::Fact);
        if (symbol == nullptr) {
            suggestOrList(context_.session.findings.add(Kind::UnknownName, name.span, {{"name", diagnostics::Name{name.text}}}), name.text,
                          context_.session.names.all(Symbol::Kind::Fact));
            return;
        }
        const Fact& fact = checked_.facts[FactId(symbol->index)];
        if (fact.type.kind == TypeKind::Error) return;
        const ListId list = checked_.binders[partition_.item].list;
        const bool fits = fact.type.kind == TypeKind::List && fact.type.element == TypeKind::List && fact.type.list == list &&
                          !fact.type.optional && fact.pair.empty();
        if (!fits) {
            context_.session.findings
                .add(Kind::AgreementType, name.span,
                     {{"name", diagnostics::Name{fact.name}},
                      {"type", diagnostics::Name{describe(fact.type, checked_)}},
                      {"list", diagnostics::Name{checked_.lists[list].name}}})
                .note(Kind::DeclaredHere, fact.span, {{"name", diagnostics::Name{fact.name}}});
            return;
        }
        partition_.agreed = FactId(symbol->index);
        partition_.agreedClauses = citedBy(written.agreedCites);
    }

    const BodyContext& context_;
    Checked& checked_;
    Partition& partition_;
};

}  // namespace

void addGroups(Session& session, DeclId id, ListId divided, Partition& partition) {
    Checked& checked = session.checked;
    const Declaration& declared = checked.declarations[id];
    const RecordId record = checked.records.add({"group of " + declared.name, {}, {}, declared.nameSpan});
    Field members;
    members.name = "members";
    members.type.kind = TypeKind::List;
    members.type.element = TypeKind::Item;
    members.type.list = divided;
    members.span = declared.nameSpan;
    members.record = record;
    checked.records[record].fields.push_back(checked.fields.add(std::move(members)));
    List groups;
    groups.name = declared.name;
    groups.record = record;
    groups.partition = id;
    partition.groups = checked.lists.add(std::move(groups));
}

void checkPartition(const BodyContext& context, const syntax::PartitionDecl& written) {
    Partition& partition = std::get<Partition>(context.declaration.body);
    if (!partition.item.valid()) return;  // the list has a finding
    PartitionCheck(context, partition).run(written);
}

}  // namespace assay::check

#include <vector>

#include "findings.hpp"

namespace assay::analyze {

using check::ExprKind;
using check::TypeKind;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

class Uses {
public:
    explicit Uses(const check::Checked& checked)
        : checked_(checked), facts_(checked.facts.size(), false), enumerations_(checked.enumerations.size(), false) {
        for (const check::Fact& fact : checked.facts)
            quality(fact);
        for (const check::Field& field : checked.fields)
            quality(field);
        for (const check::Stage& stage : checked.stages)
            read(stage.enteredOn);
        for (const check::Binder& binder : checked.binders)
            read(binder.list);
        for (const check::Expr& expr : checked.expressions)
            expression(expr);
        for (const check::Declaration& declaration : checked.declarations)
            signature(declaration);
        if (const std::optional<check::People> people = checked.people()) read(people->list);
    }

    [[nodiscard]] bool reads(check::FactId fact) const { return facts_[fact.index()]; }
    [[nodiscard]] bool uses(check::EnumId enumeration) const { return enumerations_[enumeration.index()]; }

private:
    void read(check::FactId fact) {
        if (fact.valid()) facts_[fact.index()] = true;
    }

    // A nested list is reached through the list fact at its root.
    void read(check::ListId id) {
        if (!id.valid()) return;
        while (checked_.lists[id].nested())
            id = checked_.lists[id].parent;
        read(checked_.lists[id].fact);
    }

    void type(const check::Type& type) {
        const bool ofEnum = type.kind == TypeKind::Enum || (type.kind == TypeKind::List && type.element == TypeKind::Enum);
        if (ofEnum && type.enumeration.valid()) enumerations_[type.enumeration.index()] = true;
    }

    // Items that a fact or field names are looked up in their list.
    void quality(const check::Quality& quality) {
        type(quality.type);
        const bool namesItems = quality.type.kind == TypeKind::Item || quality.type.element == TypeKind::Item ||
                                quality.type.element == TypeKind::List;
        if (namesItems) read(quality.type.list);
    }

    void expression(const check::Expr& expr) {
        if (expr.kind == ExprKind::Fact || expr.kind == ExprKind::PairFact) read(expr.fact);
        if (expr.kind == ExprKind::ListFact) read(expr.list);
    }

    void signature(const check::Declaration& declaration) {
        type(declaration.type);
        if (const auto* decide = std::get_if<check::Decide>(&declaration.body)) {
            enumerations_[decide->enumeration.index()] = true;
            for (const check::NotYet& notYet : decide->notYet)
                read(notYet.awaits);
        }
        if (const auto* partition = std::get_if<check::Partition>(&declaration.body)) read(partition->agreed);
        if (const auto* table = std::get_if<check::Table>(&declaration.body)) {
            for (const check::Parameter& parameter : table->parameters)
                type(parameter.type);
        }
    }

    const check::Checked& checked_;
    std::vector<bool> facts_;
    std::vector<bool> enumerations_;
};

}  // namespace

void reportUnused(Session& session) {
    const check::Checked& checked = session.checked;
    const Uses uses(checked);
    for (std::size_t index = 0; index < checked.facts.size(); ++index) {
        const check::FactId id(index);
        if (!uses.reads(id)) session.findings.add(Kind::FactUnread, checked.facts[id].span, {{"name", Name{checked.facts[id].name}}});
    }
    for (std::size_t index = 0; index < checked.enumerations.size(); ++index) {
        const check::EnumId id(index);
        const check::Enumeration& enumeration = checked.enumerations[id];
        if (!uses.uses(id)) session.findings.add(Kind::EnumUnused, enumeration.span, {{"name", Name{enumeration.name}}});
    }
}

}  // namespace assay::analyze

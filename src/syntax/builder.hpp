#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/syntax/parse.hpp"
#include "assay/syntax/tree.hpp"
#include "node.hpp"

namespace assay::syntax {

// Turns the shaped nodes of one declaration into the tree's structs, and finds what a grammar cannot say: parts given
// twice or not at all, rows of the wrong width, days that do not exist, operators too deep in each other.
class Builder {
public:
    Builder(source::SourceId source, std::string_view fileText, Tree& tree, diagnostics::Diagnostics& findings, const Limits& limits)
        : source_(source), fileText_(fileText), tree_(tree), findings_(findings), limits_(limits) {}

    // Empty: findings were added; the tree is as before.
    [[nodiscard]] std::optional<Declaration> declaration(const Node& node);

private:
    // build_expression.cpp
    ExprId expression(const Node& node);
    ExprId expressionIn(const Node& node) { return expression(*node.children.front()); }
    ExprId chain(const Node& node, ExprKind kind);
    ExprId arithmetic(const Node& node);
    ExprId comparison(const Node& node);
    ExprId number(const Node& node);
    ExprId date(const Node& node);
    ExprId applied(const Node& node, ExprKind kind);
    ExprId entered(const Node& node);
    ExprId quantified(const Node& node, ExprKind kind);
    ExprId measured(const Node& node, ExprKind kind);
    ExprId consecutive(const Node& node);
    ExprId operands(const Node& node, ExprKind kind);
    ExprId leaf(const Node& node, ExprKind kind);
    ExprId add(Expr expr);
    void takeUnit(ExprId from, ExprId to);

    // build_type.cpp
    TypeExpr type(const Node& node);
    void bounds(const Node& node, TypeExpr& type);

    // build_cells.cpp
    Cell cell(const Node& node);
    Row row(const Node& node, std::size_t columns);
    TableDecl table(const Node& node);

    // build_parts.cpp
    Name name(const Node& node) const;
    Name nameIn(const Node& node, Shape shape) const;
    std::vector<Name> names(const Node& node, Shape shape) const;
    Name text(const Node& node) const;
    LocalText localText(const Node& node) const;
    void heading(const Node& node, Declaration& declaration);
    void sharedParts(const Node& node, Declaration& declaration);
    FactAttributes attributes(const Node& node);
    const Node* once(const Node& node, Shape shape, std::string_view part);
    const Node* onceOrMissing(const Node& node, Shape shape, std::string_view part);
    ExprId optionalExpression(const Node& node, Shape shape, std::string_view part);
    ExprId requiredExpression(const Node& node, Shape shape, std::string_view part);
    void missing(const Node& node, std::string_view part);
    std::vector<Name> allCites(const Node& node) const;

    // build_declaration.cpp
    RulesetDecl ruleset(const Node& node);
    StageDecl stage(const Node& node);
    EnumDecl enumeration(const Node& node);
    RecordDecl record(const Node& node);
    FactDecl fact(const Node& node);
    RegisterDecl shared(const Node& node);
    ReadingDecl reading(const Node& node);
    DecideDecl decide(const Node& node);
    DefineDecl define(const Node& node);
    ChecklistDecl checklist(const Node& node);

    // build_time_and_groups.cpp
    PartitionDecl partition(const Node& node);
    PartitionStep step(const Node& node);
    DutyDecl duty(const Node& node);
    LifecycleDecl lifecycle(const Node& node);
    Binder ofItem(const Node& node) const;
    DeclBody body(const Node& node);

    diagnostics::Diagnostic& refuse(diagnostics::Kind kind, source::Span span) {
        sound_ = false;
        return findings_.add(kind, span);
    }
    source::Span span(const Node& node) const { return {source_, offset(node.begin), offset(node.end)}; }
    std::uint32_t offset(const char* place) const { return static_cast<std::uint32_t>(place - fileText_.data()); }

    source::SourceId source_;
    std::string_view fileText_;
    Tree& tree_;
    diagnostics::Diagnostics& findings_;
    const Limits& limits_;
    std::size_t firstExpression_ = 0;   // of this declaration
    std::vector<std::size_t> heights_;  // of this declaration's expressions
    bool tooDeep_ = false;              // said once a declaration
    bool sound_ = true;
};

// Calls `act(child)` for every child of the shape.
template <class Act>
void forEach(const Node& node, Shape shape, Act&& act) {
    for (const auto& child : node.children) {
        if (child->shape == shape) {
            act(*child);
        }
    }
}

}  // namespace assay::syntax

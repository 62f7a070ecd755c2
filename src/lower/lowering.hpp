#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "assay/lower/program.hpp"

namespace assay::lower {

// What a variable stands for while its scope is being lowered: the first or second item of a space's rows.
struct Bound {
    SpaceId space;
    bool second = false;
    auto operator<=>(const Bound&) const = default;
};

// One lowering run; the program grows in dependency order.
class Lowering {
public:
    explicit Lowering(const check::Checked& checked);

    void addListSpaces();
    void addDeclaration(check::DeclId id);
    // `sign when` of the header, behind every declaration.
    void addSigning();
    [[nodiscard]] Program take() { return std::move(program_); }

private:
    struct StageNodes {
        NodeId entered;
        NodeId skipped;  // may be absent
    };

    NodeId add(Node node);
    // The nodes of a stage; lowered at its first use, when what it reads has been.
    const StageNodes& stage(check::StageId id);
    void addParts(const check::Declaration& declaration, DeclarationParts& parts);
    void addSteps(const check::Partition& partition, DeclarationParts& parts, const source::Span& span);
    void addItems(const check::Checklist& checklist, DeclarationParts& parts, const source::Span& span);
    void addLines(const check::Lifecycle& lifecycle, DeclarationParts& parts);
    SpaceId headingSpace(const check::Declaration& declaration);

    // The node of an expression whose surroundings stand in `space`.
    NodeId expression(check::ExprId id, SpaceId space);
    NodeId optionalExpression(check::ExprId id, SpaceId space);
    // The same, with an optional turned into its value.
    NodeId value(check::ExprId id, SpaceId space);
    // The same, with an optional kept only where the declared type is optional.
    NodeId declaredValue(check::ExprId id, const check::Type& declared, SpaceId space);
    NodeId present(NodeId operand);
    std::vector<NodeId> values(const std::vector<check::ExprId>& ids, SpaceId space);

    NodeId leaf(Op op, const check::Expr& expr, std::size_t payload, std::size_t second = 0);
    NodeId variable(Bound bound, const check::Type& type, const source::Span& span);
    NodeId operation(Op op, const check::Expr& expr, std::vector<NodeId> operands, std::size_t payload = 0);
    NodeId reference(const check::Expr& expr, SpaceId space);
    NodeId inSet(const check::Expr& expr, SpaceId space);
    NodeId apply(const check::Expr& expr, SpaceId space);
    NodeId atLifecycle(Op op, const check::Expr& expr, SpaceId space);
    NodeId due(const check::Expr& expr, SpaceId space);
    NodeId pauses(const check::Pause& pause, SpaceId space);
    NodeId quantifier(Op op, const check::Expr& expr, SpaceId space);
    NodeId consecutive(const check::Expr& expr, SpaceId space);
    // The space of the items of a list expression; each row of `space` has its own items.
    SpaceId itemSpace(check::ExprId list, SpaceId space);
    SpaceId findOrAdd(Space space);
    [[nodiscard]] SpaceId deepest(const std::vector<NodeId>& operands) const;

    const check::Checked& checked_;
    Program program_;
    std::map<check::BinderId, Bound> bound_;
    std::map<Bound, NodeId> variables_;
    std::map<std::tuple<SpaceKind, SpaceId, check::ListId, NodeId, SpaceId>, SpaceId> spaces_;
    std::vector<StageNodes> stages_;
    check::DeclId owner_;
    NodeId due_;  // of the duty that is being lowered
};

}  // namespace assay::lower

#include "wanted.hpp"

namespace assay::evaluate {

using check::DeclId;
using lower::NodeId;
using lower::Op;
using lower::SpaceId;

namespace {

bool readsDeclaration(Op op) {
    return op == Op::Declaration || op == Op::AtItem || op == Op::Table || op == Op::IsUnique || op == Op::StateOn || op == Op::EnteredOn;
}

// Follows ids of all three kinds; what was met once is not followed again.
class Collector {
public:
    explicit Collector(const lower::Program& program)
        : program_(program), nodes_(program.nodes.size()), spaces_(program.spaces.size()), declarations_(program.declarations.size()) {}

    void add(DeclId id) {
        if (!id.valid() || declarations_[id.index()]) return;
        declarations_[id.index()] = true;
        const lower::DeclarationParts& parts = program_.declarations[id];
        for (const SpaceId space : {parts.space, parts.divided, parts.pairs})
            add(space);
        for (const NodeId node :
             {parts.node, parts.entered, parts.skipped, parts.when, parts.body, parts.due, parts.met, parts.agreed, parts.acts})
            add(node);
        for (const auto* nodes :
             {&parts.notYet, &parts.conditions, &parts.values, &parts.items, &parts.guards, &parts.annulled, &parts.afters})
            add(*nodes);
        for (const lower::PartitionStepParts& step : parts.steps) {
            add(step.when);
            add(step.apart);
            add(step.keys);
        }
    }

    std::vector<bool> run() {
        while (!open_.empty()) {
            const lower::Node& node = program_.nodes[open_.back()];
            open_.pop_back();
            add(node.operands);
            add(node.space);
            add(node.inner);
            if (readsDeclaration(node.op)) add(DeclId(node.payload));
        }
        return std::move(nodes_);
    }

private:
    void add(NodeId id) {
        if (!id.valid() || nodes_[id.index()]) return;
        nodes_[id.index()] = true;
        open_.push_back(id);
    }
    void add(const std::vector<NodeId>& ids) {
        for (const NodeId id : ids)
            add(id);
    }
    void add(SpaceId id) {
        if (!id.valid() || spaces_[id.index()]) return;
        spaces_[id.index()] = true;
        const lower::Space& space = program_.spaces[id];
        add(space.parent);
        add(space.base);
        add(space.source);
        if (space.list.valid()) add(program_.checked->lists[space.list].partition);
    }

    const lower::Program& program_;
    std::vector<bool> nodes_;
    std::vector<bool> spaces_;
    std::vector<bool> declarations_;
    std::vector<NodeId> open_;
};

}  // namespace

std::vector<bool> wantedNodes(const lower::Program& program, const std::vector<DeclId>& declarations) {
    if (declarations.empty()) return std::vector<bool>(program.nodes.size(), true);
    Collector collector(program);
    for (const DeclId id : declarations)
        collector.add(id);
    for (std::size_t index = 0; index < program.declarations.size(); ++index) {
        if (program.declarations[DeclId(index)].agreed.valid()) collector.add(DeclId(index));
    }
    return collector.run();
}

}  // namespace assay::evaluate

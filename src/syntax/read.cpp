// The one translation unit that instantiates the grammar.
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/parse_tree.hpp>

#include <cstddef>
#include <new>

#include "declaration_rules.hpp"

namespace assay::syntax {

namespace {

namespace peg = tao::pegtl;

// Memory of nodes, given back one by one and never to the system before the thread ends.
class NodeMemory {
public:
    void* take() {
        if (free_ == nullptr) addBlock();
        return std::exchange(free_, free_->next);
    }
    void give(void* memory) noexcept { free_ = new (memory) Slot{free_}; }

private:
    union Slot {
        Slot* next;
        alignas(Node) std::byte bytes[sizeof(Node)];
    };

    void addBlock() {
        constexpr std::size_t slots = 256;
        blocks_.push_back(std::make_unique<Slot[]>(slots));
        for (std::size_t i = 0; i < slots; ++i)
            give(&blocks_.back()[i]);
    }

    Slot* free_ = nullptr;
    std::vector<std::unique_ptr<Slot[]>> blocks_;
};

NodeMemory& nodeMemory() {
    thread_local NodeMemory memory;
    return memory;
}

template <class Rule>
    struct Selected : std::bool_constant < requires {
    Rule::shape;
} > {};

template <class Rule>
struct Control : peg::normal<Rule> {
    template <class Input, class... States>
    [[noreturn]] static void raise(const Input& in, grammar::ReadState& state, States&&...) {
        state.raised = Rule::expected;
        throw peg::parse_error("", in);
    }
};

}  // namespace

void* Node::operator new(std::size_t) {
    return nodeMemory().take();
}

void Node::operator delete(void* node) noexcept {
    if (node != nullptr) nodeMemory().give(node);
}

std::variant<std::unique_ptr<Node>, Failure> readDeclaration(std::string_view text, std::size_t nesting) {
    peg::memory_input<peg::tracking_mode::lazy> in(text.data(), text.size(), "");
    grammar::ReadState state{.limit = nesting, .depth = 0, .raised = std::nullopt};
    try {
        auto root = peg::parse_tree::parse<grammar::Declaration, Node, Selected, peg::nothing, Control>(in, state);
        if (root && root->children.size() == 1) {
            return std::move(root->children.front());
        }
        return Failure{{diagnostics::Kind::UnknownDeclaration, {}}, 0};
    } catch (const peg::parse_error& error) {
        return Failure{*state.raised, error.positions().front().byte};
    }
}

}  // namespace assay::syntax

// The one translation unit that instantiates the grammar.
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/parse_tree.hpp>

#include "declaration_rules.hpp"

namespace assay::syntax {

namespace {

namespace peg = tao::pegtl;

// What the parse-tree builder of the library asks of a node, put on ours.
struct BuiltNode : peg::parse_tree::basic_node<BuiltNode> {
    Shape shape = Shape::Root;

    template <class Rule, class Input, class... States>
    void start(const Input& in, States&&...) {
        shape = Rule::shape;
        m_begin.data = in.current();
    }
    template <class Rule, class Input, class... States>
    void success(const Input& in, States&&...) {
        m_end.data = in.current();
    }
};

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

std::unique_ptr<Node> converted(const BuiltNode& built) {
    auto node = std::make_unique<Node>();
    node->shape = built.shape;
    node->begin = built.m_begin.data;
    node->end = built.m_end.data;
    node->children.reserve(built.children.size());
    for (const auto& child : built.children) {
        node->children.push_back(converted(*child));
    }
    return node;
}

}  // namespace

std::variant<std::unique_ptr<Node>, Failure> readDeclaration(std::string_view text, std::size_t nesting) {
    peg::memory_input<peg::tracking_mode::lazy> in(text.data(), text.size(), "");
    grammar::ReadState state{.limit = nesting, .depth = 0, .raised = std::nullopt};
    try {
        const auto root = peg::parse_tree::parse<grammar::Declaration, BuiltNode, Selected, peg::nothing, Control>(in, state);
        if (root && root->children.size() == 1) {
            return converted(*root->children.front());
        }
        return Failure{{diagnostics::Kind::UnknownDeclaration, {}}, 0};
    } catch (const peg::parse_error& error) {
        return Failure{*state.raised, error.positions().front().byte};
    }
}

}  // namespace assay::syntax

#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace assay::evaluate {

// Boolean functions over numbered variables as reduced ordered decision diagrams: equal functions are equal
// references. Grows up to a limit; past it `full()` holds and results mean nothing.
class Diagram {
public:
    using Ref = std::uint32_t;
    using Variable = std::uint32_t;
    static constexpr Ref falsity = 0;
    static constexpr Ref truth = 1;

    explicit Diagram(std::size_t nodeLimit);

    [[nodiscard]] Ref variable(Variable variable);
    [[nodiscard]] Ref both(Ref a, Ref b) { return ifThenElse(a, b, falsity); }
    [[nodiscard]] Ref either(Ref a, Ref b) { return ifThenElse(a, truth, b); }
    [[nodiscard]] Ref negation(Ref a) { return ifThenElse(a, falsity, truth); }
    [[nodiscard]] Ref implies(Ref a, Ref b) { return ifThenElse(a, b, truth); }
    [[nodiscard]] Ref ifThenElse(Ref condition, Ref then, Ref otherwise);
    // Whether the function can be made true by a choice of the `hidden` variables (sorted), for each choice of the others.
    [[nodiscard]] Ref exists(Ref function, const std::vector<Variable>& hidden);
    [[nodiscard]] bool full() const { return full_; }

private:
    struct Node {
        Variable variable;
        Ref low;  // where the variable is false
        Ref high;
        bool operator==(const Node&) const = default;
    };
    struct Triple {
        std::uint32_t a, b, c;
        bool operator==(const Triple&) const = default;
    };
    struct HashTriple {
        std::size_t operator()(const Triple& triple) const {
            std::uint64_t hash = triple.a;
            hash = hash * 0x9E3779B97F4A7C15ULL + triple.b;
            hash = hash * 0x9E3779B97F4A7C15ULL + triple.c;
            return hash ^ (hash >> 29U);
        }
    };

    Ref make(Variable variable, Ref low, Ref high);
    [[nodiscard]] Variable top(Ref ref) const { return nodes_[ref].variable; }
    [[nodiscard]] Ref branch(Ref ref, Variable variable, bool high) const;
    Ref existsFrom(Ref function, const std::vector<Variable>& hidden, std::unordered_map<Ref, Ref>& known);

    std::size_t nodeLimit_;
    bool full_ = false;
    std::vector<Node> nodes_;
    std::unordered_map<Triple, Ref, HashTriple> unique_;
    std::unordered_map<Triple, Ref, HashTriple> computed_;
};

}  // namespace assay::evaluate

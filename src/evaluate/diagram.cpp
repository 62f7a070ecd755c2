#include "diagram.hpp"

#include <algorithm>
#include <limits>

namespace assay::evaluate {

Diagram::Diagram(std::size_t nodeLimit) : nodeLimit_(nodeLimit) {
    constexpr Variable leaf = std::numeric_limits<Variable>::max();
    nodes_.push_back({leaf, falsity, falsity});
    nodes_.push_back({leaf, truth, truth});
}

Diagram::Ref Diagram::make(Variable variable, Ref low, Ref high) {
    if (low == high) return low;
    const Triple key{variable, low, high};
    if (const auto found = unique_.find(key); found != unique_.end()) return found->second;
    if (nodes_.size() >= nodeLimit_) {
        full_ = true;
        return falsity;
    }
    nodes_.push_back({variable, low, high});
    const auto ref = static_cast<Ref>(nodes_.size() - 1);
    unique_.emplace(key, ref);
    return ref;
}

Diagram::Ref Diagram::variable(Variable variable) {
    return make(variable, falsity, truth);
}

Diagram::Ref Diagram::branch(Ref ref, Variable variable, bool high) const {
    const Node& node = nodes_[ref];
    if (node.variable != variable) return ref;
    return high ? node.high : node.low;
}

Diagram::Ref Diagram::ifThenElse(Ref condition, Ref then, Ref otherwise) {
    if (full_) return falsity;
    if (condition == truth || then == otherwise) return then;
    if (condition == falsity) return otherwise;
    if (then == truth && otherwise == falsity) return condition;
    const Triple key{condition, then, otherwise};
    if (const auto found = computed_.find(key); found != computed_.end()) return found->second;
    const Variable first = std::min({top(condition), top(then), top(otherwise)});
    const Ref low = ifThenElse(branch(condition, first, false), branch(then, first, false), branch(otherwise, first, false));
    const Ref high = ifThenElse(branch(condition, first, true), branch(then, first, true), branch(otherwise, first, true));
    const Ref result = make(first, low, high);
    computed_.emplace(key, result);
    return result;
}

Diagram::Ref Diagram::exists(Ref function, const std::vector<Variable>& hidden) {
    std::unordered_map<Ref, Ref> known;
    return existsFrom(function, hidden, known);
}

Diagram::Ref Diagram::existsFrom(Ref function, const std::vector<Variable>& hidden, std::unordered_map<Ref, Ref>& known) {
    if (function <= truth || full_) return function;
    if (const auto found = known.find(function); found != known.end()) return found->second;
    const Node node = nodes_[function];
    const Ref low = existsFrom(node.low, hidden, known);
    const Ref high = existsFrom(node.high, hidden, known);
    const bool hide = std::binary_search(hidden.begin(), hidden.end(), node.variable);
    const Ref result = hide ? either(low, high) : ifThenElse(variable(node.variable), high, low);
    known.emplace(function, result);
    return result;
}

}  // namespace assay::evaluate

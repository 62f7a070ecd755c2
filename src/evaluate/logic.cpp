#include "kernels.hpp"

namespace assay::evaluate {

using lower::Op;

namespace {

// Conjunction as it is built up; false settles it.
struct Conjunction {
    bool allTrue = true;
    bool someFalse = false;
    void add(const Value& value) {
        allTrue = allTrue && value.isTrue();
        someFalse = someFalse || value.isFalse();
    }
    [[nodiscard]] std::optional<bool> truth() const {
        if (someFalse) return false;
        if (allTrue) return true;
        return std::nullopt;
    }
};

struct Disjunction {
    bool someTrue = false;
    bool allFalse = true;
    void add(std::optional<bool> truth) {
        someTrue = someTrue || truth == true;
        allFalse = allFalse && truth == false;
    }
    [[nodiscard]] std::optional<bool> truth() const {
        if (someTrue) return true;
        if (allFalse) return false;
        return std::nullopt;
    }
};

std::optional<bool> known(const Value& value) {
    if (value.isTrue()) return true;
    if (value.isFalse()) return false;
    return std::nullopt;
}

std::optional<bool> negated(std::optional<bool> truth) {
    return truth ? std::optional(!*truth) : truth;
}

// Whether some item has the body, or lacks it where `wanted` is false; the where must hold.
std::optional<bool> exists(const State& state, Place place, bool wanted) {
    const lower::Node& node = state.node(place.node);
    const State::Inner inner = state.inner(place);
    if (!inner.known) return std::nullopt;
    Disjunction any;
    for (RowIndex row = inner.begin; row < inner.end; ++row) {
        const auto at = [&](std::size_t index) { return known(state.value(state.seenFrom(node.operands[index], node.inner, row))); };
        const std::optional<bool> body = at(node.operands.size() - 1);
        const std::optional<bool> met = wanted ? body : negated(body);
        if (node.payload == 0) {
            any.add(met);
            continue;
        }
        const std::optional<bool> where = at(0);
        any.add(where == false || met == false ? std::optional(false) : where == true && met == true ? std::optional(true) : std::nullopt);
    }
    return any.truth();
}

Value present(const State& state, Place place) {
    const Value& operand = state.operandValue(place, 0);
    const check::Type& type = state.node(place.node).type;
    if (!operand.canBeGiven) return Value::undefined(type, state.rules());
    if (operand.canBeNone) return Value::any(type, state.rules());
    return hull(operand, operand);
}

}  // namespace

Value logicValue(const State& state, Place place) {
    const lower::Node& node = state.node(place.node);
    switch (node.op) {
        case Op::Not:
            return truthOf(negated(known(state.operandValue(place, 0))));
        case Op::And: {
            Conjunction all;
            for (std::size_t index = 0; index < node.operands.size(); ++index)
                all.add(state.operandValue(place, index));
            return truthOf(all.truth());
        }
        case Op::Or: {
            Disjunction any;
            for (std::size_t index = 0; index < node.operands.size(); ++index)
                any.add(known(state.operandValue(place, index)));
            return truthOf(any.truth());
        }
        case Op::If: {
            const Value& condition = state.operandValue(place, 0);
            const std::size_t taken = condition.isFalse() ? 2 : 1;
            const std::size_t other = condition.isTrue() ? 1 : 2;
            return hull(state.operandValue(place, taken), state.operandValue(place, other));
        }
        case Op::Some:
            return truthOf(exists(state, place, true));
        case Op::No:
            return truthOf(negated(exists(state, place, true)));
        case Op::Every:
            return truthOf(negated(exists(state, place, false)));
        case Op::IsGiven:
        case Op::IsNone: {
            const Value& operand = state.operandValue(place, 0);
            if (operand.canBeGiven && operand.canBeNone) return Value{};
            return Value::of(operand.canBeGiven == (node.op == Op::IsGiven));
        }
        case Op::Present:
            return present(state, place);
        default:
            return Value{};
    }
}

}  // namespace assay::evaluate

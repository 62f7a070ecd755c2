#pragma once

#include "state.hpp"

namespace assay::evaluate {

// The kernels: the value of a place from the values of its operands, as docs/unknown.md says. Each takes a place whose
// node has one of the operators of its family.
[[nodiscard]] Value logicValue(const State& state, Place place);       // not, and, or, if, some, every, no, is given, is none, present
[[nodiscard]] Value arithmeticValue(const State& state, Place place);  // numbers, dates, periods
[[nodiscard]] Value comparisonValue(const State& state, Place place);  // orders, equality, membership, is
[[nodiscard]] Value aggregateValue(const State& state, Place place);   // count, sum, min, max, the
[[nodiscard]] Value tableValue(const State& state, Place place);
[[nodiscard]] Value declarationValue(const State& state, Place place);  // rule, decide, define, flag, contradiction
[[nodiscard]] Value stageValue(const State& state, Place place);        // stage entered, stage skipped

// Whether two values of one type, both given or not, are equal; empty: not known.
[[nodiscard]] std::optional<bool> equalValues(const Value& a, const Value& b);

// A truth from an optional bool: empty is both.
[[nodiscard]] inline Value truthOf(std::optional<bool> truth) {
    return truth ? Value::of(*truth) : Value{};
}

}  // namespace assay::evaluate

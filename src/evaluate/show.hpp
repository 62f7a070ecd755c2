#pragma once

#include <string>

#include "state.hpp"

namespace assay::evaluate {

// The unit in which a place's value is shown; empty symbol where none was declared for its dimension.
[[nodiscard]] quantity::Unit displayUnit(const State& state, Place place);

// A value for people: "10 %", "3842.3 kgCO2e/FU", "1..3", "one of major, minor", "unknown", "none".
[[nodiscard]] std::string shown(const State& state, const Value& value, const check::Type& type, const quantity::Unit& unit);
[[nodiscard]] std::string shown(const State& state, Place place);
// The same, canonical: exact numbers in coherent units.
[[nodiscard]] std::string exact(const State& state, const Value& value, const check::Type& type);

[[nodiscard]] Known known(const State& state, const Value& value, const check::Type& type);

}  // namespace assay::evaluate

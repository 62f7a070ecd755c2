#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "state.hpp"

namespace assay::evaluate {

// How the rows of a table stand to one application of it.
struct RowMatches {
    std::vector<std::size_t> certain;   // match whatever the unknown inputs are
    std::vector<std::size_t> possible;  // certain ones included; with `hit first`, none behind the first certain one
    bool inputsSettled = true;
};
[[nodiscard]] RowMatches matchRows(const State& state, Place application);

// Whether a cell matches a value; empty where members of both kinds exist.
[[nodiscard]] std::optional<bool> cellMatches(const check::Cell& cell, const Value& value);

// The output of a row as seen from an application.
[[nodiscard]] Place rowOutput(const State& state, Place application, std::size_t row);

}  // namespace assay::evaluate

#pragma once

#include <cstdint>

namespace assay::registers {

// How far a row of dated data has been checked, best first. Computations carry the worst status of what they use.
enum class Status : std::uint8_t {
    Verified,    // V: read in a source that the row names
    SecondHand,  // S: a single source that reports another
    FromMemory,  // M: not verified; refused in an evaluation unless the case admits it
};

[[nodiscard]] constexpr Status worse(Status a, Status b) {
    return a < b ? b : a;
}

}  // namespace assay::registers

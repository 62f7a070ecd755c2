#pragma once

#include <vector>

#include "assay/evaluate/result.hpp"

namespace assay::workspace {

// What the program answers to the shell. The numbers are an interface: they never change.
enum class ExitStatus {
    Conform = 0,     // or: nothing found
    Nonconform = 1,  // completed, something does not conform
    Usage = 2,
    Invalid = 3,  // rules or case invalid, or a conflict (with results)
    Undetermined = 4,
    VerificationFailed = 5,
    LimitReached = 6,
    Internal = 70,
};

[[nodiscard]] ExitStatus exitStatusOf(evaluate::VerdictKind verdict);

// The status of several cases: the first of 70, 2, 5, 6, 3, 4, 1, 0 that occurs; 0 for none.
[[nodiscard]] ExitStatus worst(const std::vector<ExitStatus>& statuses);

}  // namespace assay::workspace

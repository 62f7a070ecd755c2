#pragma once

#include <cstdint>

#include "assay/author/expectation.hpp"
#include "assay/evaluate/result.hpp"

namespace assay::author {

// What a run of a case gave. Without a result the case could not be judged.
struct Actual {
    std::string caseName;
    std::int64_t exit = 0;
    const evaluate::CaseResult* result = nullptr;
};

// Every difference between what was expected and what a case gave: each finding points to the expected value and names
// the case and both values.
[[nodiscard]] diagnostics::Diagnostics compare(const Expectation& expectation, const Actual& actual, const check::Checked& rules);

}  // namespace assay::author

#pragma once

#include <cstdint>
#include <string>

#include "assay/trace/step.hpp"

// Every step of a derivation done a second time, from its operator and what its premises conclude. Shares no code with the evaluator.
namespace assay::recheck {

enum class Answer : std::uint8_t {
    Follows,    // done again, with the same conclusion
    Given,      // nothing to do: what the case, the rules or the calendar say
    Disagrees,  // done again, with another conclusion
    Unknown,    // no such operator
};

struct Redone {
    Answer answer = Answer::Given;
    std::string actual;  // Disagrees: what the premises give
};

// Reads the step, its premises and theirs. Where premises are open the conclusion has to be among what they leave possible.
[[nodiscard]] Redone redo(const trace::Step& step);

}  // namespace assay::recheck

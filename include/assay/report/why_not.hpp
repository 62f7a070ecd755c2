#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/evaluate/why_not.hpp"
#include "assay/report/view.hpp"

namespace assay::report {

// What was asked: why a decision has not an outcome, an enumerator of its enumeration.
struct WhyNotQuestion {
    const evaluate::Conclusion& conclusion;
    std::size_t outcome = 0;
    const facts::CaseFacts& facts;
};

// The sets of changes, smallest first, each change as what somebody would have to obtain and record, with what the case says now and
// how far a number is from it; exact.
[[nodiscard]] std::string whyNotText(const evaluate::WhyNot& answer, const WhyNotQuestion& question, const View& view,
                                     const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json whyNotJson(const evaluate::WhyNot& answer, const WhyNotQuestion& question, const View& view);

}  // namespace assay::report

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/evaluate/margin.hpp"
#include "assay/report/view.hpp"

namespace assay::report {

// How far a conclusion of a result is from another one. The result holds what other readings change.
struct MarginQuestion {
    const evaluate::Conclusion& conclusion;
    const evaluate::CaseResult& result;
};

// Every margin in the unit of its threshold, exact, with what the conclusion would be on the other side; then the readings that it
// rests on and those under which it would be otherwise, values between bounds, and judgements.
[[nodiscard]] std::string marginsText(const evaluate::Margins& margins, const MarginQuestion& question, const View& view,
                                      const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json marginsJson(const evaluate::Margins& margins, const MarginQuestion& question, const View& view);

}  // namespace assay::report

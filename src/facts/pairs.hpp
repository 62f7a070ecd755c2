#pragma once

#include <vector>

#include "context.hpp"

namespace assay::facts {

// The values of a pair fact, `[[difference]] of = ["A", "B"] value = "8 %"`, in the order of the document. Two items of
// one list are a pair without order: the one that stands first in the list comes first. Called after all items are placed.
[[nodiscard]] std::vector<PairEntry> readPairs(const Context& context, const check::Fact& fact, const document::Node& node);

}  // namespace assay::facts

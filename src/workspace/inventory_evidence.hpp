#pragma once

#include <vector>

#include "assay/facts/facts.hpp"
#include "assay/footprint/read.hpp"

namespace assay::workspace {

// Whatever evidence an inventory names, after `evidence` in its document or in a column FIELD.evidence of its tables, must be
// registered: a finding for each that is not.
void checkInventoryEvidence(const document::Node& inventory, const std::vector<footprint::ListTable>& tables,
                            const std::vector<facts::Evidence>& registered, const source::SourceMap& sources,
                            diagnostics::Diagnostics& findings);

}  // namespace assay::workspace

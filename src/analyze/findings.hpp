#pragma once

#include "assay/analyze/analyze.hpp"

namespace assay::analyze {

// What every part of the analysis reads, and where it reports.
struct Session {
    const check::Checked& checked;
    const lower::Program& program;
    const source::SourceMap& sources;
    const Limits& limits;
    diagnostics::Diagnostics& findings;
};

void reportTable(Session& session, check::DeclId table);
void reportDecide(Session& session, check::DeclId decide);
void reportDefine(Session& session, check::DeclId define);
void reportUnused(Session& session);

// The number of a row or a count, for messages.
[[nodiscard]] inline quantity::Rational number(std::size_t count) {
    return {static_cast<std::int64_t>(count)};
}

}  // namespace assay::analyze

#include "assay/analyze/analyze.hpp"

#include "findings.hpp"

namespace assay::analyze {

void analyze(const check::Checked& checked, const lower::Program& program, const source::SourceMap& sources,
             diagnostics::Diagnostics& findings, const Limits& limits) {
    Session session{checked, program, sources, limits, findings};
    for (std::size_t index = 0; index < checked.declarations.size(); ++index) {
        const check::DeclId id(index);
        const auto& body = checked.declarations[id].body;
        if (std::holds_alternative<check::Table>(body)) reportTable(session, id);
        if (std::holds_alternative<check::Decide>(body)) reportDecide(session, id);
        if (std::holds_alternative<check::Define>(body)) reportDefine(session, id);
    }
    reportUnused(session);
}

}  // namespace assay::analyze

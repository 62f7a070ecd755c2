#include "assay/check/check.hpp"

#include "assay/source/text.hpp"
#include "session.hpp"

namespace assay::check {

using diagnostics::Kind;

void suggest(diagnostics::Diagnostic& finding, const std::string& word, const std::vector<std::string>& candidates) {
    std::vector<std::string> near = source::closest(word, candidates);
    if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
}

void suggestOrList(diagnostics::Diagnostic& finding, const std::string& word, const std::vector<std::string>& candidates) {
    const std::size_t before = finding.notes.size();
    suggest(finding, word, candidates);
    if (finding.notes.size() == before && !candidates.empty()) {
        finding.note(Kind::LegalHere, {}, {{"names", diagnostics::Names{candidates}}});
    }
}

void reportDuplicate(Session& session, const std::string& name, source::Span second, source::Span first) {
    session.findings.add(Kind::DuplicateName, second, {{"name", diagnostics::Name{name}}}).note(Kind::FirstHere, first);
}

Checked check(const std::vector<syntax::Tree>& files, const Registers& registers, const source::SourceMap& sources,
              diagnostics::Diagnostics& findings) {
    Checked checked;
    checked.units = registers.units;
    checked.clauses = registers.clauses;
    checked.factors = registers.factors;
    checked.calendar = registers.calendar;
    Session session{files, registers, sources, findings, checked, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    readHeader(session);
    collect(session);
    buildLists(session);
    readEnumerations(session);
    readRecords(session);
    readFacts(session);
    readQuantities(session);
    checkRegisters(session);
    readReadings(session);
    readSignatures(session);
    checkStages(session);
    checkBodies(session);
    checkSources(session);
    orderDeclarations(session);
    return checked;
}

}  // namespace assay::check

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "assay/check/check.hpp"
#include "names.hpp"

namespace assay::check {

// Where a checked declaration was written. The trees outlive the check.
struct Origin {
    const syntax::Tree* tree = nullptr;
    const syntax::Declaration* declaration = nullptr;
};

// What the passes of one check share: inputs, the tree under construction, names, and the links back to the syntax.
struct Session {
    const std::vector<syntax::Tree>& files;
    const Registers& registers;
    const source::SourceMap& sources;
    diagnostics::Diagnostics& findings;
    Checked& checked;

    Names names;
    base::IdVector<EnumId, Origin> enumerationOrigins;  // of an untyped decide or lifecycle: itself
    base::IdVector<RecordId, Origin> recordOrigins;
    base::IdVector<FactId, Origin> factOrigins;
    base::IdVector<StageId, Origin> stageOrigins;
    base::IdVector<ReadingId, Origin> readingOrigins;
    base::IdVector<DeclId, Origin> declarationOrigins;
    std::map<FieldId, Origin> quantityOrigins;            // of quantities with a heading; one without is a fact
    base::IdVector<StageId, std::set<DeclId>> stageUses;  // declarations that `skipped when` reads

    std::map<std::string, EnumId, std::less<>> enumerationNames;  // declared, and of untyped decides
    std::map<std::string, ListId, std::less<>> listNames;         // list facts and "units.surveillances"
    std::map<FactId, ListId> factLists;
    std::map<FieldId, ListId> fieldLists;
};

// Adds a "did you mean" note when a candidate is near.
void suggest(diagnostics::Diagnostic& finding, const std::string& word, const std::vector<std::string>& candidates);

// Adds "legal here" with the candidates, or "did you mean" when one is near.
void suggestOrList(diagnostics::Diagnostic& finding, const std::string& word, const std::vector<std::string>& candidates);

// The duplicate with both ends.
void reportDuplicate(Session& session, const std::string& name, source::Span second, source::Span first);

// The passes, in the order in which they run.
void readHeader(Session& session);
void collect(Session& session);
void buildLists(Session& session);
void readEnumerations(Session& session);
void readRecords(Session& session);
void readFacts(Session& session);
void readQuantities(Session& session);
void checkRegisters(Session& session);
void readReadings(Session& session);
void readSignatures(Session& session);
void checkStages(Session& session);
void checkBodies(Session& session);
void checkSources(Session& session);
void orderDeclarations(Session& session);

}  // namespace assay::check

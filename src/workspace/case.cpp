#include "assay/workspace/case.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "case_files.hpp"
#include "files.hpp"
#include "quantities.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

constexpr const char* documentName = "case.toml";

// The document of a case and what the case is called if it does not say.
struct CaseDocument {
    fs::path path;
    std::string shown;
    std::string name;
    bool hasFolder = false;  // else the document is the whole case
};

std::optional<CaseDocument> findDocument(const Location& place, diagnostics::Diagnostics& findings) {
    std::error_code error;
    const fs::path path(place.path);
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
        findings.add(Kind::PathNotFound, {}, {{"path", Name{place.shown}}});
        return std::nullopt;
    }
    if (!fs::is_directory(status)) return CaseDocument{path, place.shown, path.stem().string(), path.filename() == documentName};
    if (!fs::exists(path / documentName, error)) {
        findings.add(Kind::CaseDocumentAbsent, {}, {{"path", Name{place.shown}}});
        return std::nullopt;
    }
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    const std::string name = whole.has_filename() ? whole.filename().string() : whole.parent_path().filename().string();
    return CaseDocument{path / documentName, shownIn(place.shown, documentName), name, true};
}

std::string folderPart(const std::string& shown) {
    const std::size_t slash = shown.rfind('/');
    return slash == std::string::npos ? std::string() : shown.substr(0, slash + 1);
}

fs::path folderPath(const fs::path& document) {
    return document.has_parent_path() ? document.parent_path() : fs::path(".");
}

// The folder `registers` beside the folder of a case, of a variant beside that of its case, else beside the file.
Location registersBeside(const CaseDocument& document) {
    const fs::path folder = folderPath(document.path);
    std::error_code error;
    const bool isVariant = !document.hasFolder && folder.filename() == "variants" && fs::exists(folder / ".." / documentName, error);
    const fs::path way = isVariant ? "../../registers" : document.hasFolder ? "../registers" : "registers";
    const fs::path shown = (fs::path(folderPart(document.shown)) / way).lexically_normal();
    return {(folder / way).string(), shown.string()};
}

// The declarations that the verdict is to count; none: the case decides.
std::vector<check::DeclId> askedDeclarations(const report::Selection& selection) {
    std::vector<check::DeclId> declarations;
    for (const report::Asked& asked : selection) {
        if (std::find(declarations.begin(), declarations.end(), asked.decl) == declarations.end()) declarations.push_back(asked.decl);
    }
    return declarations;
}

// Every item asked for by name must be one of the case.
void findItems(const report::Selection& selection, const evaluate::CaseResult& result, const check::Checked& rules,
               diagnostics::Diagnostics& findings) {
    for (const report::Asked& asked : selection) {
        if (asked.item.empty() || result.find(asked.decl, asked.item)) continue;
        findings.add(Kind::ItemNotConcluded, {}, {{"name", Name{rules.declarations[asked.decl].name}}, {"item", Name{asked.item}}});
    }
}

ExitStatus statusOf(const evaluate::CaseResult& result, check::PartyId party) {
    if (result.findings.hasErrors()) return ExitStatus::Invalid;
    for (const evaluate::Verdict& verdict : result.verdicts) {
        if (verdict.party == party) return exitStatusOf(verdict.kind);
    }
    return ExitStatus::Internal;
}

}  // namespace

namespace {

// The rest of loading, once the document is read; `files` may read the folder of the case, if it has one.
void readCase(LoadedCase& loaded, const source::SourceMap& sources, const RuleSet& rules, const document::Node& root, CaseFiles& files) {
    loaded.registers = files.lists().registers;
    facts::CaseFacts facts = facts::read(root, rules.checked, sources, loaded.findings, files.lists());
    files.checkEvidence(facts.evidence);
    loaded.quantification = files.quantify(root, facts.evidence);
    if (rules.profile) facts::giveFigures(facts, *rules.profile, rules.checked, loaded.findings);
    giveQuantities(facts, rules.checked, loaded.quantification ? &*loaded.quantification : nullptr);
    facts.digest = files.digest(loaded.kept.document, facts.digest);
    if (facts.name.empty()) facts.name = loaded.kept.name;
    loaded.name = facts.name;
    files.keep(loaded.kept);
    loaded.kept.files[loaded.kept.document] = sources.file(root.span.source).text;
    loaded.findings.sort();
    if (!loaded.findings.hasErrors()) loaded.facts = std::make_unique<const facts::CaseFacts>(std::move(facts));
}

}  // namespace

LoadedCase loadCase(source::SourceMap& sources, const RuleSet& rules, const Location& place, const Limits& limits,
                    const std::string& registers) {
    LoadedCase loaded;
    loaded.name = place.shown;
    const std::optional<CaseDocument> found = findDocument(place, loaded.findings);
    if (!found) return loaded;
    loaded.name = found->name;
    loaded.root = folderPart(found->shown);
    loaded.kept = {found->path.filename().string(), found->hasFolder, found->name, {}, {}, {}};
    const std::optional<document::Node> root = addToml(sources, found->path, found->shown, limits.document, {}, loaded.findings);
    if (!root) return loaded;
    CaseFiles files(sources, rules.checked, limits, loaded.findings);
    if (found->hasFolder) files.readTables(folderAt({folderPath(found->path).string(), loaded.root}));
    const Location beside = registers.empty() ? registersBeside(*found) : Location{registers, registers};
    files.readRegisters(*folderAt(beside), !registers.empty());
    readCase(loaded, sources, rules, *root, files);
    return loaded;
}

LoadedCase loadCase(source::SourceMap& sources, const RuleSet& rules, const KeptCase& kept, const Limits& limits) {
    LoadedCase loaded;
    loaded.name = kept.name;
    loaded.kept = {kept.document, kept.hasFolder, kept.name, {}, {}, {}};
    const auto document = kept.files.find(kept.document);
    if (document == kept.files.end()) {
        loaded.findings.add(Kind::CaseDocumentAbsent, {}, {{"path", Name{kept.document}}});
        return loaded;
    }
    const std::optional<document::Node> root =
        document::readToml(sources, sources.add(kept.document, document->second), loaded.findings, limits.document);
    if (!root) return loaded;
    CaseFiles files(sources, rules.checked, limits, loaded.findings);
    if (kept.hasFolder) files.readTables(folderOf(kept.files, kept.evidence));
    files.readRegisters(*folderOf(kept.registers, kept.evidence), false);
    readCase(loaded, sources, rules, *root, files);
    return loaded;
}

std::optional<trace::Step> explain(const RuleSet& rules, const LoadedCase& loaded, const JudgedCase& judged, check::DeclId decl,
                                   std::string_view item) {
    std::optional<trace::Step> step = judged.evaluation->explain(0, decl, item);
    if (step && loaded.quantification) addDerivations(*step, *loaded.facts, rules.checked, *loaded.quantification);
    return step;
}

JudgedCase judge(const RuleSet& rules, const LoadedCase& loaded, const Request& request, const Options& options) {
    JudgedCase judged;
    if (!loaded.facts) return judged;
    const std::optional<quantity::Date> asOf = options.asOf ? options.asOf : loaded.facts->asOf;
    if (!asOf) {
        judged.findings.add(Kind::AsOfAbsent, {}, {{"case", Name{loaded.name}}});
        return judged;
    }
    if (rules.profile && !rules.profile->isInForce(*asOf)) {
        const facts::Profile& profile = *rules.profile;
        judged.findings.add(Kind::ProfileNotInForce, {},
                            {{"id", Name{profile.id}},
                             {"period", profile.from.text() + ".." + (profile.to ? profile.to->text() : "")},
                             {"day", asOf->text()}});
        return judged;
    }
    judged.evaluation.emplace(rules.program, std::vector<evaluate::CaseRow>{{loaded.facts.get(), *asOf, {}}}, options.limits.evaluate);
    if (judged.evaluation->exhausted(0)) {
        judged.findings = judged.evaluation->result(0).findings;
        judged.evaluation.reset();
        judged.status = ExitStatus::LimitReached;
        return judged;
    }
    const std::vector<check::DeclId> asked = askedDeclarations(request.selection);
    judged.result = options.varyReadings ? evaluate::evaluateCase(rules.program, *loaded.facts, *asOf, true, asked, options.limits.evaluate)
                                         : judged.evaluation->result(0, asked);
    judged.status = statusOf(*judged.result, request.party);
    findItems(request.selection, *judged.result, rules.checked, judged.findings);
    if (judged.findings.hasErrors()) judged.status = ExitStatus::Usage;
    return judged;
}

}  // namespace assay::workspace

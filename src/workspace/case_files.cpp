#include "case_files.hpp"

#include <algorithm>

#include "assay/footprint/quantify.hpp"
#include "assay/source/digest.hpp"
#include "assay/source/text.hpp"
#include "inventory_evidence.hpp"

namespace assay::workspace {

using diagnostics::Kind;
using diagnostics::Name;

namespace {

constexpr const char* tableExtension = ".csv";
constexpr const char* inventoryName = "inventory";

// The list of inventory.LIST.csv; empty: the file has another name.
std::string inventoryListOf(std::string_view stem) {
    const std::string prefix = std::string(inventoryName) + ".";
    if (!stem.starts_with(prefix)) return {};
    const std::string list(stem.substr(prefix.size()));
    const std::vector<std::string>& lists = footprint::listNames();
    return std::find(lists.begin(), lists.end(), list) == lists.end() ? std::string() : list;
}

}  // namespace

void CaseFiles::readTables(std::unique_ptr<FileStore> folder) {
    folder_ = std::move(folder);
    readInventory();
    for (const std::string& name : folder_->names(tableExtension))
        readTable(name);
}

void CaseFiles::readInventory() {
    const std::string name = std::string(inventoryName) + ".toml";
    if (!folder_->isThere(name) || !isInside(*folder_, name, {})) return;
    inventory_ = addDocument(*folder_, name);
    if (inventory_) texts_[name] = inventory_->span.source;
}

void CaseFiles::readInventoryTable(const std::string& name, const std::string& list) {
    if (!isInside(*folder_, name, {})) return;
    const std::optional<source::SourceId> source = addFrom(*folder_, name, limits_.tables.bytes);
    if (!source) return;
    texts_[name] = *source;
    std::optional<document::CsvTable> table = document::readCsv(sources_, *source, findings_, limits_.tables);
    if (table) inventoryTables_.push_back({list, *std::move(table)});
}

std::optional<Quantification> CaseFiles::quantify(const document::Node& document, const std::vector<facts::Evidence>& evidence) {
    const document::Node* inCase = document.find(inventoryName);
    if (inCase != nullptr && inventory_) {
        findings_.add(Kind::CaseListTwice, inCase->span,
                      {{"name", Name{inventoryName}},
                       {"first", Name{sources_.file(inventory_->span.source).name}},
                       {"second", Name{sources_.file(document.span.source).name}}});
        return std::nullopt;
    }
    if (inCase == nullptr && !inventory_ && inventoryTables_.empty()) return std::nullopt;
    const document::Node empty;
    const document::Node& root = inCase != nullptr ? *inCase : inventory_ ? *inventory_ : empty;
    checkInventoryEvidence(root, inventoryTables_, evidence, sources_, findings_);
    Quantification quantification;
    quantification.inventory = footprint::readInventory(root, inventoryTables_, rules_.units, sources_, findings_);
    if (findings_.hasErrors()) return std::nullopt;
    quantification.result = footprint::quantify(quantification.inventory, rules_.factors);
    return quantification;
}

void CaseFiles::readTable(const std::string& name) {
    const std::string shown = folder_->shown(name);
    const std::string stem = name.substr(0, name.size() - std::string_view(tableExtension).size());
    if (const std::string list = inventoryListOf(stem); !list.empty()) return readInventoryTable(name, list);
    const check::List* list = listNamed(stem);
    if (list == nullptr) {
        unused_.push_back(name);
        return;
    }
    if (list->isRegister) {
        findings_.add(Kind::CaseRegisterInCase, {}, {{"name", Name{shown}}, {"path", Name{"registers/" + name}}});
        return;
    }
    if (!isInside(*folder_, name, {})) return;
    if (const auto source = addTable(*folder_, name, list->fact)) texts_[name] = *source;
}

const check::List* CaseFiles::listNamed(const std::string& name) const {
    const auto found = std::find_if(rules_.lists.begin(), rules_.lists.end(),
                                    [&name](const check::List& list) { return list.fact.valid() && list.name == name; });
    return found == rules_.lists.end() ? nullptr : &*found;
}

bool CaseFiles::isInside(const FileStore& folder, const std::string& name, source::Span asked) {
    if (folder.holds(name)) return true;
    findings_.add(Kind::CaseFileOutside, asked, {{"path", Name{asked.valid() ? name : folder.shown(name)}}});
    return false;
}

std::optional<source::SourceId> CaseFiles::addFrom(const FileStore& folder, const std::string& name, std::size_t limit) {
    std::optional<std::string> text = folder.bytes(name, limit, {}, findings_);
    return text ? std::optional(sources_.add(folder.shown(name), *std::move(text))) : std::nullopt;
}

std::optional<document::Node> CaseFiles::addDocument(const FileStore& folder, const std::string& name) {
    const std::optional<source::SourceId> source = addFrom(folder, name, limits_.document.bytes);
    return source ? document::readToml(sources_, *source, findings_, limits_.document) : std::nullopt;
}

// What was read, also where it is no table: its digest is wanted.
std::optional<source::SourceId> CaseFiles::addTable(const FileStore& folder, const std::string& name, check::FactId fact) {
    const std::optional<source::SourceId> source = addFrom(folder, name, limits_.tables.bytes);
    if (!source) return std::nullopt;
    std::optional<document::CsvTable> table = document::readCsv(sources_, *source, findings_, limits_.tables);
    if (!table) return source;
    if (table->rows() > limits_.document.listLength) {
        findings_.add(Kind::ListTooLong, table->span(table->head.front()),
                      {{"count", std::to_string(table->rows())}, {"limit", std::to_string(limits_.document.listLength)}});
    } else {
        lists_.files.push_back({fact, folder.shown(name), *source, *std::move(table)});
    }
    return source;
}

void CaseFiles::readRegisters(const FileStore& folder, bool asked) {
    lists_.registers = folder.shown("");
    if (!folder.exists()) {
        const std::string shown = lists_.registers.substr(0, lists_.registers.size() - (lists_.registers.ends_with('/') ? 1 : 0));
        if (asked) findings_.add(folder.isTaken() ? Kind::FolderExpected : Kind::PathNotFound, {}, {{"path", Name{shown}}});
        return;
    }
    for (const check::List& list : rules_.lists) {
        if (list.isRegister && !list.nested()) readRegister(folder, list);
    }
}

void CaseFiles::readRegister(const FileStore& folder, const check::List& list) {
    const std::string documentName = list.name + ".toml";
    const std::string tableName = list.name + tableExtension;
    const bool hasDocument = folder.isThere(documentName);
    const bool hasTable = folder.isThere(tableName);
    if (hasDocument && hasTable) {
        findings_.add(Kind::CaseListTwice, {},
                      {{"name", Name{list.name}}, {"first", Name{folder.shown(documentName)}}, {"second", Name{folder.shown(tableName)}}});
        return;
    }
    if (hasTable && isInside(folder, tableName, {})) {
        if (const auto source = addTable(folder, tableName, list.fact)) registers_[tableName] = *source;
    }
    if (!hasDocument || !isInside(folder, documentName, {})) return;
    std::optional<document::Node> root = addDocument(folder, documentName);
    if (!root) return;
    const source::SourceId source = root->span.source;
    registers_[documentName] = source;
    lists_.files.push_back({list.fact, folder.shown(documentName), source, *std::move(root)});
}

void CaseFiles::checkEvidence(const std::vector<facts::Evidence>& evidence) {
    for (const facts::Evidence& registered : evidence) {
        if (!registered.file.empty()) checkFile(registered);
        std::erase(unused_, registered.file);
    }
    for (const std::string& name : unused_) {
        diagnostics::Diagnostic& finding = findings_.add(Kind::CaseTableUnused, {}, {{"path", Name{folder_->shown(name)}}});
        std::vector<std::string> lists;
        for (const check::List& list : rules_.lists) {
            if (list.fact.valid() && !list.isRegister) lists.push_back(list.name + tableExtension);
        }
        std::vector<std::string> near = source::closest(name, lists);
        if (!near.empty()) finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
    }
}

void CaseFiles::checkFile(const facts::Evidence& evidence) {
    if (!folder_) {
        findings_.add(Kind::CaseFilesOfDocument, evidence.fileSpan, {{"path", Name{evidence.file}}});
        return;
    }
    if (!isInside(*folder_, evidence.file, evidence.fileSpan)) return;
    const std::optional<std::string> read = folder_->digest(evidence.file, limits_.evidenceBytes, evidence.fileSpan, findings_);
    if (!read) return;
    const std::string& digest = *read;
    evidence_[evidence.file] = digest;
    if (evidence.sha256.empty()) {
        findings_.add(Kind::CaseEvidenceUnsealed, evidence.fileSpan, {{"path", Name{evidence.file}}});
    } else if (evidence.sha256 != digest) {
        findings_.add(Kind::CaseEvidenceDigest, evidence.digestSpan, {{"path", Name{evidence.file}}, {"actual", Name{digest}}});
    }
}

std::string CaseFiles::digest(const std::string& document, const std::string& documentDigest) const {
    if (texts_.empty() && evidence_.empty()) return documentDigest;
    std::map<std::string, std::string> files;
    for (const auto& [name, source] : texts_)
        files[name] = source::sha256(sources_.file(source).text);
    for (const auto& [name, digest] : evidence_)
        files[name] = digest;
    files[document] = documentDigest;
    std::string list;
    for (const auto& [name, digest] : files)
        list.append(digest).append("  ").append(name).append("\n");
    return source::sha256(list);
}

void CaseFiles::keep(KeptCase& kept) const {
    for (const auto& [name, source] : texts_)
        kept.files[name] = sources_.file(source).text;
    for (const auto& [name, source] : registers_)
        kept.registers[name] = sources_.file(source).text;
    kept.evidence = evidence_;
}

}  // namespace assay::workspace

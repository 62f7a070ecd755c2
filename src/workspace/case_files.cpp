#include "case_files.hpp"

#include <algorithm>
#include <system_error>

#include "assay/footprint/quantify.hpp"
#include "assay/source/digest.hpp"
#include "assay/source/file.hpp"
#include "assay/source/text.hpp"
#include "files.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

constexpr const char* tableExtension = ".csv";
constexpr const char* inventoryName = "inventory";

// The CSV files that lie in a folder, by name.
std::vector<std::string> tableNames(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == tableExtension) names.push_back(entry->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

// Also a link to nowhere is there: it is refused, not passed over.
bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

// The list of inventory.LIST.csv; empty: the file has another name.
std::string inventoryListOf(std::string_view stem) {
    const std::string prefix = std::string(inventoryName) + ".";
    if (!stem.starts_with(prefix)) return {};
    const std::string list(stem.substr(prefix.size()));
    const std::vector<std::string>& lists = footprint::listNames();
    return std::find(lists.begin(), lists.end(), list) == lists.end() ? std::string() : list;
}

}  // namespace

void CaseFiles::readTables(const Location& folder) {
    folder_ = folder;
    readInventory();
    for (const std::string& name : tableNames(folder.path))
        readTable(name);
}

void CaseFiles::readInventory() {
    const std::string name = std::string(inventoryName) + ".toml";
    const fs::path path = fs::path(folder_->path) / name;
    const std::string shown = shownIn(folder_->shown, name);
    if (!isThere(path) || !isInside(path, folder_->path, shown, {})) return;
    inventory_ = addToml(sources_, path, shown, limits_.document, {}, findings_);
    if (inventory_) keepDigest(name, inventory_->span.source);
}

void CaseFiles::readInventoryTable(const std::string& name, const std::string& list) {
    const fs::path path = fs::path(folder_->path) / name;
    const std::string shown = shownIn(folder_->shown, name);
    if (!isInside(path, folder_->path, shown, {})) return;
    const std::optional<source::SourceId> source = addFile(sources_, path, shown, limits_.tables.bytes, {}, findings_);
    if (!source) return;
    keepDigest(name, *source);
    std::optional<document::CsvTable> table = document::readCsv(sources_, *source, findings_, limits_.tables);
    if (table) inventoryTables_.push_back({list, *std::move(table)});
}

void CaseFiles::keepDigest(const std::string& name, source::SourceId source) {
    digests_[name] = source::sha256(sources_.file(source).text);
}

std::optional<Quantification> CaseFiles::quantify(const document::Node& document) {
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
    Quantification quantification;
    quantification.inventory = footprint::readInventory(root, inventoryTables_, rules_.units, sources_, findings_);
    if (findings_.hasErrors()) return std::nullopt;
    quantification.result = footprint::quantify(quantification.inventory, rules_.factors);
    return quantification;
}

void CaseFiles::readTable(const std::string& name) {
    const std::string shown = shownIn(folder_->shown, name);
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
    const fs::path path = fs::path(folder_->path) / name;
    if (!isInside(path, folder_->path, shown, {})) return;
    if (const auto source = addTable(path, shown, list->fact)) keepDigest(name, *source);
}

const check::List* CaseFiles::listNamed(const std::string& name) const {
    const auto found = std::find_if(rules_.lists.begin(), rules_.lists.end(),
                                    [&name](const check::List& list) { return list.fact.valid() && list.name == name; });
    return found == rules_.lists.end() ? nullptr : &*found;
}

bool CaseFiles::isInside(const fs::path& path, const fs::path& root, const std::string& shown, source::Span asked) {
    if (source::liesBelow(path, root)) return true;
    findings_.add(Kind::CaseFileOutside, asked, {{"path", Name{shown}}});
    return false;
}

// What was read, also where it is no table: its digest is wanted.
std::optional<source::SourceId> CaseFiles::addTable(const fs::path& path, const std::string& shown, check::FactId fact) {
    const std::optional<source::SourceId> source = addFile(sources_, path, shown, limits_.tables.bytes, {}, findings_);
    if (!source) return std::nullopt;
    std::optional<document::CsvTable> table = document::readCsv(sources_, *source, findings_, limits_.tables);
    if (!table) return source;
    if (table->rows() > limits_.document.listLength) {
        findings_.add(Kind::ListTooLong, table->span(table->head.front()),
                      {{"count", std::to_string(table->rows())}, {"limit", std::to_string(limits_.document.listLength)}});
    } else {
        lists_.files.push_back({fact, shown, *source, *std::move(table)});
    }
    return source;
}

void CaseFiles::readRegisters(const Location& folder, bool asked) {
    lists_.registers = shownIn(folder.shown, "");
    std::error_code error;
    if (!fs::is_directory(folder.path, error)) {
        if (asked) findings_.add(isThere(folder.path) ? Kind::FolderExpected : Kind::PathNotFound, {}, {{"path", Name{folder.shown}}});
        return;
    }
    for (const check::List& list : rules_.lists) {
        if (list.isRegister && !list.nested()) readRegister(folder, list);
    }
}

void CaseFiles::readRegister(const Location& folder, const check::List& list) {
    const std::string documentName = list.name + ".toml";
    const std::string tableName = list.name + tableExtension;
    const std::string document = shownIn(folder.shown, documentName);
    const std::string table = shownIn(folder.shown, tableName);
    const fs::path documentPath = fs::path(folder.path) / documentName;
    const fs::path tablePath = fs::path(folder.path) / tableName;
    const bool hasDocument = isThere(documentPath);
    const bool hasTable = isThere(tablePath);
    if (hasDocument && hasTable) {
        findings_.add(Kind::CaseListTwice, {}, {{"name", Name{list.name}}, {"first", Name{document}}, {"second", Name{table}}});
        return;
    }
    if (hasTable && isInside(tablePath, folder.path, table, {})) (void)addTable(tablePath, table, list.fact);
    if (!hasDocument || !isInside(documentPath, folder.path, document, {})) return;
    std::optional<document::Node> root = addToml(sources_, documentPath, document, limits_.document, {}, findings_);
    if (!root) return;
    const source::SourceId source = root->span.source;
    lists_.files.push_back({list.fact, document, source, *std::move(root)});
}

void CaseFiles::checkEvidence(const std::vector<facts::Evidence>& evidence) {
    for (const facts::Evidence& registered : evidence) {
        if (!registered.file.empty()) checkFile(registered);
        std::erase(unused_, registered.file);
    }
    for (const std::string& name : unused_) {
        diagnostics::Diagnostic& finding = findings_.add(Kind::CaseTableUnused, {}, {{"path", Name{shownIn(folder_->shown, name)}}});
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
    const fs::path path = fs::path(folder_->path) / evidence.file;
    if (!isInside(path, folder_->path, evidence.file, evidence.fileSpan)) return;
    const std::string shown = shownIn(folder_->shown, evidence.file);
    const std::optional<std::string> bytes = readBytes(path, shown, limits_.evidenceBytes, evidence.fileSpan, findings_);
    if (!bytes) return;
    const std::string digest = source::sha256(*bytes);
    digests_[evidence.file] = digest;
    if (evidence.sha256.empty()) {
        findings_.add(Kind::CaseEvidenceUnsealed, evidence.fileSpan, {{"path", Name{evidence.file}}});
    } else if (evidence.sha256 != digest) {
        findings_.add(Kind::CaseEvidenceDigest, evidence.digestSpan, {{"path", Name{evidence.file}}, {"actual", Name{digest}}});
    }
}

std::string CaseFiles::digest(const std::string& document, const std::string& documentDigest) const {
    if (digests_.empty()) return documentDigest;
    std::map<std::string, std::string> files = digests_;
    files[document] = documentDigest;
    std::string list;
    for (const auto& [name, digest] : files)
        list += digest + "  " + name + "\n";
    return source::sha256(list);
}

}  // namespace assay::workspace

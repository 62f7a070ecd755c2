#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/facts/facts.hpp"
#include "assay/footprint/read.hpp"
#include "assay/workspace/case.hpp"
#include "file_store.hpp"

// The files that a case is made of beside its document. Each lies below its folder: links that lead out are refused.
namespace assay::workspace {

class CaseFiles {
public:
    // The arguments live longer than this object; `rules` is fit to judge cases.
    CaseFiles(source::SourceMap& sources, const check::Checked& rules, const Limits& limits, diagnostics::Diagnostics& findings)
        : sources_(sources), rules_(rules), limits_(limits), findings_(findings) {}

    // Every NAME.csv in the folder of the case that is named after a list fact, and the files of its inventory: inventory.toml and
    // inventory.LIST.csv. Not called for a case that is one file.
    void readTables(std::unique_ptr<FileStore> folder);
    // NAME.toml or NAME.csv of every register that the rules declare; a file that is not there leaves the register unknown. A folder
    // that is not there is an error if it was `asked` for.
    void readRegisters(const FileStore& folder, bool asked);
    // Compares the digests of the files that the evidence names. Called after readTables.
    void checkEvidence(const std::vector<facts::Evidence>& evidence);

    // Reads the inventory, from its files or the table of the case document, and quantifies it if nothing has an error. None: the
    // case has no inventory. What it rests on must be among the evidence of the case.
    [[nodiscard]] std::optional<Quantification> quantify(const document::Node& document, const std::vector<facts::Evidence>& evidence);

    [[nodiscard]] const facts::ListFiles& lists() const { return lists_; }
    // Of the document alone its own digest; of several files the SHA-256 over one line a file, "DIGEST  NAME", by name.
    [[nodiscard]] std::string digest(const std::string& document, const std::string& documentDigest) const;
    // The texts that were read, without the document, and the digests of the evidence.
    void keep(KeptCase& kept) const;

private:
    [[nodiscard]] const check::List* listNamed(const std::string& name) const;
    void readTable(const std::string& name);
    void readInventory();
    void readInventoryTable(const std::string& name, const std::string& list);
    void readRegister(const FileStore& folder, const check::List& list);
    [[nodiscard]] bool isInside(const FileStore& folder, const std::string& name, source::Span asked);
    [[nodiscard]] std::optional<source::SourceId> addFrom(const FileStore& folder, const std::string& name, std::size_t limit);
    [[nodiscard]] std::optional<document::Node> addDocument(const FileStore& folder, const std::string& name);
    [[nodiscard]] std::optional<source::SourceId> addTable(const FileStore& folder, const std::string& name, check::FactId fact);
    void checkFile(const facts::Evidence& evidence);

    source::SourceMap& sources_;
    const check::Checked& rules_;
    const Limits& limits_;
    diagnostics::Diagnostics& findings_;
    std::unique_ptr<FileStore> folder_;  // none: the case is one file
    facts::ListFiles lists_;
    std::optional<document::Node> inventory_;  // of inventory.toml
    std::vector<footprint::ListTable> inventoryTables_;
    std::map<std::string, source::SourceId> texts_;      // of the files of the case, by name below its folder
    std::map<std::string, source::SourceId> registers_;  // likewise
    std::map<std::string, std::string> evidence_;        // digests likewise
    std::vector<std::string> unused_;                    // CSV files that give no list
};

}  // namespace assay::workspace

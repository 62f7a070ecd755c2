#include "case.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "assay/register/units.hpp"

namespace assay::footprint::test {

namespace {

namespace fs = std::filesystem;

std::string shipped(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Case::Case(const std::string& toml, const std::vector<std::pair<std::string, std::string>>& tables) {
    const fs::path rules = fs::path(ASSAY_ROOT) / "rules/cgc-pv10";
    const auto read = [&](const fs::path& path) {
        return *document::readToml(sources, sources.add(path.string(), shipped(path)), findings);
    };
    units = registers::readUnits(read(rules / "units.toml"), findings);
    registers::readSources(read(rules / "data/sources.toml"), data.factors, findings);
    data.gwps = registers::readGwps(read(rules / "data/gwp.toml"), data.factors, findings);
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(rules / "data")) {
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) {
        const auto table = document::readCsv(sources, sources.add(path.string(), shipped(path)), findings);
        registers::readFactors(*table, sources, units, data.gwps, data.factors, findings);
    }
    EXPECT_TRUE(findings.empty()) << found();
    const source::SourceId id = sources.add("inventory.toml", toml);
    const auto root = document::readToml(sources, id, findings);
    EXPECT_TRUE(root) << "the test's inventory is not TOML:\n" << found();
    if (!root) return;
    std::vector<ListTable> lists;
    for (const auto& [list, text] : tables) {
        auto table = document::readCsv(sources, sources.add("inventory." + list + ".csv", text), findings);
        EXPECT_TRUE(table);
        if (table) lists.push_back({list, *std::move(table)});
    }
    inventory = readInventory(*root, lists, units, sources, findings);
    result = quantify(inventory, data);
}

std::string Case::found() const {
    std::string lines;
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        lines += std::string(diagnostics::code(finding.kind)) + '@' + std::to_string(sources.begin(finding.span).line) + ' ' +
                 std::string(sources.text(finding.span)) + '\n';
    }
    return lines;
}

const ProductResult& Case::product(std::string_view id) const {
    static const ProductResult none;
    const ProductResult* found = result.find(id);
    EXPECT_NE(found, nullptr) << id;
    return found == nullptr ? none : *found;
}

std::string Case::total(std::string_view id) const {
    return product(id).total ? exact(*product(id).total) : "refused";
}

std::vector<std::string> Case::refused(std::string_view id) const {
    static const std::vector<std::string> words = {
        "NoFunctionalUnit", "NoGwpSet", "NoAmount",         "NoFactor",        "NoOutput",      "NoAllocation",       "NoRecyclingMethod",
        "NoPrice",          "NoShare",  "SharesNotOne",     "NoCarbonContent", "UnknownFactor", "FactorKindMixed",    "UnitsDoNotFit",
        "UnknownGas",       "NoGwp",    "UnverifiedFactor", "Singular",        "NotBounded",    "MassBalanceNegative"};
    std::vector<std::string> all;
    for (const Refusal& refusal : product(id).refusals)
        all.push_back(words[static_cast<std::size_t>(refusal.kind)] + " " + refusal.datum);
    return all;
}

std::vector<std::string> Case::implausible(FindingKind kind, std::string_view id) const {
    std::vector<std::string> places;
    for (const Finding& finding : product(id).findings) {
        if (finding.kind == kind) places.push_back(finding.datum);
    }
    return places;
}

std::string exact(const quantity::Interval& value) {
    if (value.isPoint()) return value.low->exact();
    return (value.low ? value.low->exact() : "") + ".." + (value.high ? value.high->exact() : "");
}

std::string exact(const std::optional<quantity::Interval>& value) {
    return value ? exact(*value) : "none";
}

}  // namespace assay::footprint::test

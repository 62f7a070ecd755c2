#include "assay/workspace/rule_set.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "assay/base/at_once.hpp"
#include "assay/check/check.hpp"
#include "assay/document/csv.hpp"
#include "assay/register/calendars.hpp"
#include "assay/register/clauses.hpp"
#include "assay/register/factors.hpp"
#include "assay/register/units.hpp"
#include "assay/source/digest.hpp"
#include "assay/source/file.hpp"
#include "files.hpp"
#include "quantities.hpp"

namespace assay::workspace {

namespace fs = std::filesystem;
using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;

namespace {

// The names of the files in a folder that end so, in byte order. A finding at `asked` if there are too many, or no such folder.
std::vector<std::string> fileNames(const Location& folder, std::string_view extension, source::Span asked, const Limits& limits,
                                   Diagnostics& findings) {
    std::vector<std::string> names;
    std::error_code error;
    const fs::file_status status = fs::status(folder.path, error);
    if (!fs::is_directory(status)) {
        findings.add(fs::exists(status) ? Kind::FolderExpected : Kind::PathNotFound, asked, {{"path", Name{folder.shown}}});
        return names;
    }
    for (fs::directory_iterator entry(folder.path, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == extension) names.push_back(entry->path().filename().string());
    }
    if (error) {
        findings.add(Kind::PathUnreadable, asked, {{"path", Name{folder.shown}}});
    } else if (names.size() > limits.ruleFiles) {
        findings.add(Kind::RuleFilesTooMany, asked,
                     {{"path", Name{folder.shown}}, {"count", std::to_string(names.size())}, {"limit", std::to_string(limits.ruleFiles)}});
        names.clear();
    }
    std::sort(names.begin(), names.end());
    return names;
}

class RuleLoader {
public:
    RuleLoader(source::SourceMap& sources, const Location& root, const Limits& limits, const std::optional<ProfileSource>& profile)
        : sources_(sources), root_(root), limits_(limits), profile_(profile) {}

    LoadedRules load() {
        auto rules = std::make_unique<RuleSet>();
        rules->root = root_;
        const std::vector<syntax::Tree> trees = parseFiles();
        const check::Registers registers = readRegisters(trees);
        if (!findings_.hasErrors()) refuseTooMany(trees);
        const bool readable = !trees.empty() && !findings_.hasErrors();
        // Names that a broken declaration would have given are missing: what check says then is noise.
        if (readable) rules->checked = check::check(trees, registers, sources_, findings_);
        if (profile_ && readable && !findings_.hasErrors()) readProfile(*rules);
        const bool fit = readable && !findings_.hasErrors();
        if (fit) {
            rules->program = lower::lower(rules->checked);
            rules->clauses = clauses_;
            rules->files = fileDigests();
            rules->digest = digestOf(rules->files);
        }
        findings_.sort();
        return {fit ? std::unique_ptr<const RuleSet>(std::move(rules)) : nullptr, std::move(findings_)};
    }

private:
    void readProfile(RuleSet& rules) {
        const Location& place = profile_->place;
        const std::optional<source::SourceId> id = profile_->text
                                                       ? std::optional(sources_.add(place.shown, *profile_->text))
                                                       : addFile(sources_, place.path, place.shown, limits_.document.bytes, {}, findings_);
        const std::optional<document::Node> root = id ? document::readToml(sources_, *id, findings_, limits_.document) : std::nullopt;
        if (root) rules.profile = facts::readProfile(*root, rules.checked, sources_, findings_);
        if (!rules.profile) return;
        rules.profileText = {{fs::path(place.shown).filename().string(), sources_.file(*id).text}};
        for (const facts::Profile::Choice& choice : rules.profile->choices)
            rules.checked.readings[choice.reading].taken = choice.alternative;
    }

    std::vector<syntax::Tree> parseFiles() {
        const std::vector<std::string> names = fileNames(root_, ".assay", {}, limits_, findings_);
        if (names.empty() && !findings_.hasErrors()) findings_.add(Kind::RulesAbsent, {}, {{"path", Name{root_.shown}}});
        std::vector<source::SourceId> ids;
        for (const std::string& name : names) {
            if (const auto id = addBelowRoot(name, limits_.ruleFileBytes, {})) ids.push_back(*id);
        }
        std::vector<syntax::Tree> trees(ids.size());
        std::vector<Diagnostics> found(ids.size());
        constexpr std::size_t mostThreads = 4;
        base::atOnce(ids.size(), mostThreads, [&](std::size_t i) { trees[i] = syntax::parse(sources_, ids[i], found[i], limits_.syntax); });
        for (Diagnostics& findings : found)
            findings_.append(std::move(findings));
        return trees;
    }

    // The files that the first header names; check reports a second header, or none.
    check::Registers readRegisters(const std::vector<syntax::Tree>& trees) {
        check::Registers registers;
        registers.offered = offeredQuantities();
        for (const syntax::Tree& tree : trees) {
            for (const syntax::Declaration& declaration : tree.declarations) {
                const auto* header = std::get_if<syntax::RulesetDecl>(&declaration.body);
                if (!header) continue;
                clauses_ = header->clauses.text;
                if (const auto root = readRegister(header->clauses)) registers.clauses = registers::readClauses(*root, findings_);
                if (const auto root = readRegister(header->units)) registers.units = registers::readUnits(*root, findings_);
                if (const auto root = readRegister(header->calendar))
                    registers.calendar = registers::readCalendar(*root, findings_).calendar;
                if (header->factors.present()) registers.factors = readFactorData(header->factors, registers.units);
                return registers;
            }
        }
        return registers;
    }

    // A folder with sources.toml, gwp.toml and the tables of factors, every *.csv in it.
    registers::FactorData readFactorData(const syntax::Name& folder, const quantity::UnitTable& units) {
        registers::FactorData data;
        const auto inFolder = [&](const std::string& name) { return syntax::Name{shownIn(folder.text, name), folder.span}; };
        const auto sources = readRegister(inFolder("sources.toml"));
        if (sources) registers::readSources(*sources, data.factors, findings_);
        const auto gwps = readRegister(inFolder("gwp.toml"));
        if (gwps) data.gwps = registers::readGwps(*gwps, data.factors, findings_);
        // Without these every row would be a finding.
        if (!sources || !gwps) return data;
        const Location location{(fs::path(root_.path) / folder.text).string(), shownIn(root_.shown, folder.text)};
        for (const std::string& name : fileNames(location, ".csv", folder.span, limits_, findings_)) {
            const auto id = addBelowRoot(inFolder(name).text, limits_.tables.bytes, folder.span);
            const auto table = id ? document::readCsv(sources_, *id, findings_, limits_.tables) : std::nullopt;
            if (table) registers::readFactors(*table, sources_, units, data.gwps, data.factors, findings_);
        }
        return data;
    }

    std::optional<document::Node> readRegister(const syntax::Name& file) {
        if (!file.present()) return std::nullopt;
        const std::optional<source::SourceId> id = addBelowRoot(file.text, limits_.document.bytes, file.span);
        return id ? document::readToml(sources_, *id, findings_, limits_.document) : std::nullopt;
    }

    // Reads a file that the rules name. `asked`: where they do.
    std::optional<source::SourceId> addBelowRoot(const std::string& name, std::size_t limit, source::Span asked) {
        const fs::path relative(name);
        const fs::path path = fs::path(root_.path) / relative;
        const bool goesUp = std::find(relative.begin(), relative.end(), fs::path("..")) != relative.end();
        if (relative.is_absolute() || goesUp || !source::liesBelow(path, root_.path)) {
            findings_.add(Kind::PathLeavesRoot, asked, {{"path", Name{name}}});
            return std::nullopt;
        }
        const std::optional<source::SourceId> id = addFile(sources_, path, shownIn(root_.shown, name), limit, asked, findings_);
        if (id) files_.emplace_back(name, *id);
        return id;
    }

    void refuseTooMany(const std::vector<syntax::Tree>& trees) {
        std::size_t count = 0;
        for (const syntax::Tree& tree : trees)
            count += tree.declarations.size();
        if (count <= limits_.declarations) return;
        findings_.add(Kind::DeclarationsTooMany, {}, {{"count", std::to_string(count)}, {"limit", std::to_string(limits_.declarations)}});
    }

    std::vector<std::pair<std::string, std::string>> fileDigests() {
        std::sort(files_.begin(), files_.end());
        std::vector<std::pair<std::string, std::string>> digests;
        for (const auto& [name, id] : files_)
            digests.emplace_back(name, source::sha256(sources_.file(id).text));
        return digests;
    }

    // One line a file, in name order, whatever the folder is called.
    static std::string digestOf(const std::vector<std::pair<std::string, std::string>>& files) {
        std::string list;
        for (const auto& [name, digest] : files)
            list.append(digest).append("  ").append(name).append("\n");
        return source::sha256(list);
    }

    source::SourceMap& sources_;
    const Location& root_;
    const Limits& limits_;
    const std::optional<ProfileSource>& profile_;
    Diagnostics findings_;
    std::string clauses_;
    std::vector<std::pair<std::string, source::SourceId>> files_;
};

}  // namespace

LoadedRules loadRules(source::SourceMap& sources, const Location& root, const Limits& limits, const std::optional<ProfileSource>& profile) {
    return RuleLoader(sources, root, limits, profile).load();
}

Diagnostics analyzeRules(const RuleSet& rules, const source::SourceMap& sources, const Limits& limits) {
    Diagnostics findings;
    analyze::analyze(rules.checked, rules.program, sources, findings, limits.analyze);
    findings.sort();
    return findings;
}

}  // namespace assay::workspace

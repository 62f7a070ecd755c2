#include "rules.hpp"

#include <spdlog/spdlog.h>

#include <filesystem>
#include <system_error>

namespace assay::cli {

namespace fs = std::filesystem;

namespace {

constexpr const char* shippedRules = "rules/cgc-pv10";

fs::path shippedFolder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path folder = (program.parent_path() / "../../.." / shippedRules).lexically_normal();
        if (fs::is_directory(folder, error)) return folder;
    }
    return fs::path(ASSAY_ROOT) / shippedRules;
}

}  // namespace

workspace::Location rulesLocation(const CommandLine& line) {
    if (line.rules.empty()) return {shippedFolder().string(), shippedRules};
    return {line.rules, line.rules};
}

std::optional<workspace::ProfileSource> profileSource(const CommandLine& line) {
    if (line.profile.empty()) return std::nullopt;
    return workspace::ProfileSource{{line.profile, line.profile}, std::nullopt};
}

std::unique_ptr<const workspace::RuleSet> loadRuleSet(const CommandLine& line, source::SourceMap& sources, Console& console,
                                                      const std::optional<workspace::ProfileSource>& profile) {
    const workspace::Location root = rulesLocation(line);
    spdlog::debug("loading the rule set {}", root.path);
    workspace::LoadedRules loaded = workspace::loadRules(sources, root, line.options.limits, profile);
    if (!loaded.rules) {
        console.refuse(loaded.findings, sources);
        return nullptr;
    }
    // Warnings concern the author of the rules, who sees them with `check`.
    return std::move(loaded.rules);
}

std::optional<workspace::Location> casesLocation(const CommandLine& line, const workspace::Location& rules,
                                                 diagnostics::Diagnostics& findings) {
    if (!line.casesFolder.empty()) return workspace::Location{line.casesFolder, line.casesFolder};
    for (const char* beside : {"cases", "../cases", "../../cases"}) {
        const fs::path folder = (fs::path(rules.path) / beside).lexically_normal();
        std::error_code error;
        if (!fs::is_directory(folder, error)) continue;
        const bool isShipped = line.rules.empty();
        return workspace::Location{folder.string(), isShipped ? "cases" : folder.string()};
    }
    findings.add(diagnostics::Kind::CasesFolderUnknown, {}, {{"path", diagnostics::Name{rules.shown}}});
    return std::nullopt;
}

}  // namespace assay::cli

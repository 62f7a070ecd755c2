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

std::unique_ptr<const workspace::RuleSet> loadRuleSet(const CommandLine& line, source::SourceMap& sources, Console& console) {
    const workspace::Location root = rulesLocation(line);
    spdlog::debug("loading the rule set {}", root.path);
    workspace::LoadedRules loaded = workspace::loadRules(sources, root, line.options.limits);
    if (!loaded.rules) {
        console.refuse(loaded.findings, sources);
        return nullptr;
    }
    // Warnings concern the author of the rules, who sees them with `check`.
    return std::move(loaded.rules);
}

}  // namespace assay::cli

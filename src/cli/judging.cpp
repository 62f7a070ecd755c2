#include "judging.hpp"

#include <spdlog/spdlog.h>

#include <fmt/format.h>

#include "assay/report/words.hpp"
#include "rules.hpp"

namespace assay::cli {

using workspace::ExitStatus;

std::variant<Judging, ExitStatus> Judging::begin(const CommandLine& line, Console& console) {
    Judging judging(line);
    judging.rules_ = loadRuleSet(line, *judging.sources_, console);
    if (!judging.rules_) return ExitStatus::Invalid;
    diagnostics::Diagnostics findings;
    judging.request_ = workspace::resolve(judging.rules_->checked, line.options, findings);
    if (findings.hasErrors()) {
        console.refuse(findings, *judging.sources_);
        return ExitStatus::Usage;
    }
    if (line.asOfToday) {
        console.remark(fmt::format("{} {}", report::word(report::Word::AsOf, line.language), line.options.asOf->text()));
    }
    return judging;
}

Judging::Judged Judging::judge(const std::string& path, Console& console) {
    spdlog::debug("judging {}", path);
    Judged judged;
    judged.loaded = workspace::loadCase(*sources_, *rules_, {path, path}, line_->options.limits, line_->registers);
    judged.judged = workspace::judge(*rules_, judged.loaded, request_, line_->options);
    judged.findings = judged.loaded.findings;
    judged.findings.append(judged.judged.findings);
    if (judged.judged.result) judged.findings.append(judged.judged.result->findings);
    console.findings(judged.findings, *sources_);
    return judged;
}

workspace::LoadedCase Judging::load(const std::string& path, Console& console) {
    workspace::LoadedCase loaded = workspace::loadCase(*sources_, *rules_, {path, path}, line_->options.limits, line_->registers);
    console.findings(loaded.findings, *sources_);
    return loaded;
}

std::optional<trace::Step> Judging::explain(const Judged& judged, const evaluate::Conclusion& conclusion) const {
    return workspace::explain(*rules_, judged.loaded, judged.judged, conclusion.decl, conclusion.item);
}

std::optional<evaluate::PairAnswer> Judging::compare(const Judged& judged, check::DeclId partition, const std::string& a,
                                                     const std::string& b) const {
    return judged.judged.evaluation->compare(0, partition, a, b);
}

report::View Judging::view(const workspace::LoadedCase& loaded) const {
    const std::string& root = rules_->root.shown;
    std::vector<std::string> roots{root.empty() || root.back() == '/' ? root : root + "/"};
    if (!loaded.root.empty()) roots.push_back(loaded.root);
    if (!loaded.registers.empty()) roots.push_back(loaded.registers);
    if (const std::size_t slash = line_->profile.rfind('/'); slash != std::string::npos)
        roots.push_back(line_->profile.substr(0, slash + 1));
    return {rules_->checked, *sources_, rules_->digest, std::move(roots), rules_->profile ? &*rules_->profile : nullptr};
}

}  // namespace assay::cli

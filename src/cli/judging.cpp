#include "judging.hpp"

#include <spdlog/spdlog.h>

#include <fmt/format.h>

#include "assay/report/words.hpp"
#include "rules.hpp"

namespace assay::cli {

using workspace::ExitStatus;

std::variant<Judging, ExitStatus> Judging::begin(const CommandLine& line, Console& console) {
    Judging judging(line);
    if (const auto refused = takeRecord(judging, console)) return *refused;
    const std::optional<workspace::ProfileSource> profile = judging.record_ ? judging.record_->profile : profileSource(line);
    judging.rules_ = loadRuleSet(line, *judging.sources_, console, profile);
    if (!judging.rules_) return ExitStatus::Invalid;
    diagnostics::Diagnostics findings;
    if (judging.record_ && judging.record_->rulesDigest != judging.rules_->digest) {
        findings.add(diagnostics::Kind::RecordOfOtherRules, {},
                     {{"stated", diagnostics::Name{judging.record_->rulesDigest}}, {"actual", diagnostics::Name{judging.rules_->digest}}});
        console.refuse(findings, *judging.sources_);
        return ExitStatus::Invalid;
    }
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

std::optional<ExitStatus> Judging::takeRecord(Judging& judging, Console& console) {
    const std::vector<std::string>& cases = judging.line_->cases;
    if (cases.size() != 1 || !cases.front().ends_with(recordExtension)) return std::nullopt;
    diagnostics::Diagnostics findings;
    if (!judging.line_->profile.empty()) {
        findings.add(diagnostics::Kind::CommandLineInvalid, {},
                     {{"reason", std::string("--profile: a record keeps the one that it was made with")}});
        console.refuse(findings, *judging.sources_);
        return ExitStatus::Usage;
    }
    const std::optional<record::Record> record = workspace::loadRecord({cases.front(), cases.front()}, findings);
    if (record) judging.record_ = workspace::recordedCase(*record, findings);
    if (!judging.record_) {
        console.refuse(findings, *judging.sources_);
        return ExitStatus::VerificationFailed;
    }
    if (!judging.options_.asOf) judging.options_.asOf = judging.record_->asOf;
    return std::nullopt;
}

workspace::LoadedCase Judging::loaded(const std::string& path) const {
    if (record_) return workspace::loadCase(*sources_, *rules_, record_->kept, options_.limits);
    return workspace::loadCase(*sources_, *rules_, {path, path}, options_.limits, line_->registers);
}

Judging::Judged Judging::judge(const std::string& path, Console& console) {
    spdlog::debug("judging {}", path);
    Judged judged;
    judged.loaded = loaded(path);
    judged.judged = workspace::judge(*rules_, judged.loaded, request_, options_);
    judged.findings = judged.loaded.findings;
    judged.findings.append(judged.judged.findings);
    if (judged.judged.result) judged.findings.append(judged.judged.result->findings);
    console.findings(judged.findings, *sources_);
    return judged;
}

workspace::LoadedCase Judging::load(const std::string& path, Console& console) {
    workspace::LoadedCase read = loaded(path);
    console.findings(read.findings, *sources_);
    return read;
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

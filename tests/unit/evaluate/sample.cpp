#include "sample.hpp"

#include <gtest/gtest.h>

#include "assay/document/document.hpp"

namespace assay::evaluate::testing {

Sample::Sample(const std::string& declarations) : rules(check::CheckedFiles::withHeader(declarations)) {
    for (const std::string& finding : rules.said())
        ADD_FAILURE() << finding;
    if (!rules.findings.hasErrors()) program = lower::lower(rules.checked);
}

const facts::CaseFacts& Sample::read(const std::string& toml) {
    diagnostics::Diagnostics findings;
    const source::SourceId id = sources_.add("case.toml", toml);
    const std::optional<document::Node> root = document::readToml(sources_, id, findings);
    if (root) {
        cases_.push_back(facts::read(*root, rules.checked, sources_, findings));
    } else {
        cases_.emplace_back();
    }
    for (const diagnostics::Diagnostic& finding : findings.all())
        ADD_FAILURE() << diagnostics::sentence(finding.kind, finding.arguments, diagnostics::Language::English);
    return cases_.back();
}

CaseResult Sample::judge(const std::string& toml, const Limits& limits) {
    return evaluateCase(program, read(toml), today, false, {}, limits);
}

const Conclusion& of(const CaseResult& result, const Sample& sample, std::string_view name, std::string_view item) {
    static const Conclusion nothing;
    const Conclusion* found = result.find(sample.decl(name), item);
    if (found == nullptr) ADD_FAILURE() << "no conclusion of " << name << "[" << item << "]";
    return found == nullptr ? nothing : *found;
}

std::vector<std::string> missing(const Conclusion& conclusion) {
    std::vector<std::string> names;
    for (const Missing& one : conclusion.missing) {
        const char* kind = "";
        switch (one.kind) {
            case MissingKind::Fact:
                break;
            case MissingKind::Judgement:
                kind = "judgement ";
                break;
            case MissingKind::Data:
                kind = "data ";
                break;
            case MissingKind::Undefined:
                kind = "undefined ";
                break;
            case MissingKind::Conflict:
                kind = "conflict ";
                break;
        }
        names.push_back(kind + one.fact);
    }
    return names;
}

}  // namespace assay::evaluate::testing

#include "assay/report/findings.hpp"

#include <nlohmann/json.hpp>

#include "places.hpp"

namespace assay::report {

using nlohmann::ordered_json;

namespace {

std::string_view severityKey(diagnostics::Severity severity) {
    using diagnostics::Severity;
    switch (severity) {
        case Severity::Error:
            return "error";
        case Severity::Warning:
            return "warning";
        case Severity::Note:
            return "note";
        case Severity::Help:
            return "help";
    }
    return {};
}

// What findings and notes have in common.
template <class Finding>
ordered_json findingJson(const Finding& finding, const source::SourceMap& sources, const std::vector<std::string>& roots) {
    using diagnostics::Language;
    ordered_json json;
    json["code"] = diagnostics::code(finding.kind);
    json["severity"] = severityKey(diagnostics::severity(finding.kind));
    json["message"] = {{"en", diagnostics::sentence(finding.kind, finding.arguments, Language::English)},
                       {"zh", diagnostics::sentence(finding.kind, finding.arguments, Language::Chinese)}};
    if (finding.span.valid()) {
        const source::Position begin = sources.begin(finding.span);
        const source::Position end = sources.position(finding.span.source, finding.span.end);
        json["file"] = relativeName(sources, finding.span.source, roots);
        json["line"] = begin.line;
        json["column"] = begin.column;
        json["end_line"] = end.line;
        json["end_column"] = end.column;
    } else {
        json["file"] = nullptr;
    }
    return json;
}

}  // namespace

ordered_json findingsJson(const diagnostics::Diagnostics& findings, const source::SourceMap& sources,
                          const std::vector<std::string>& roots) {
    ordered_json list = ordered_json::array();
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        ordered_json json = findingJson(finding, sources, roots);
        ordered_json notes = ordered_json::array();
        for (const diagnostics::Note& note : finding.notes)
            notes.push_back(findingJson(note, sources, roots));
        json["notes"] = std::move(notes);
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace assay::report

#include "places.hpp"

namespace assay::report {

std::string placeText(const source::SourceMap& sources, source::Span span) {
    if (!span.valid()) return {};
    return sources.file(span.source).name + ":" + std::to_string(sources.begin(span).line);
}

std::string relativeName(const source::SourceMap& sources, source::SourceId id, const std::vector<std::string>& roots) {
    const std::string& name = sources.file(id).name;
    for (const std::string& root : roots) {
        if (name.size() > root.size() && name.compare(0, root.size(), root) == 0) return name.substr(root.size());
    }
    return name;
}

const check::Declaration* declarationAt(const check::Checked& rules, source::Span span) {
    if (!span.valid()) return nullptr;
    for (const check::Declaration& declaration : rules.declarations) {
        const source::Span whole = declaration.span;
        if (whole.valid() && whole.source == span.source && whole.begin <= span.begin && span.end <= whole.end) return &declaration;
    }
    return nullptr;
}

}  // namespace assay::report

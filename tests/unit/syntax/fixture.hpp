#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>

#include "assay/syntax/parse.hpp"

namespace assay::syntax {

// A text that was parsed, with everything that was said about it.
struct Parsed {
    source::SourceMap sources;
    source::SourceId id;
    diagnostics::Diagnostics findings;
    Tree tree;

    explicit Parsed(std::string text, const Limits& limits = {}) : id(sources.add("test.assay", std::move(text))) {
        tree = parse(sources, id, findings, limits);
    }

    // "E0220 3:12" for each finding, one a line.
    [[nodiscard]] std::string said() const {
        std::string lines;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            const source::Position at = sources.begin(finding.span);
            lines += std::string(diagnostics::code(finding.kind)) + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + "\n";
        }
        return lines;
    }

    [[nodiscard]] std::string written(source::Span span) const { return std::string(sources.text(span)); }

    template <class Body>
    [[nodiscard]] const Body& body(std::size_t index = 0) const {
        return std::get<Body>(tree.declarations.at(index).body);
    }
};

inline std::string readWhole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

inline std::filesystem::path projectRoot() {
    return ASSAY_ROOT;
}

}  // namespace assay::syntax

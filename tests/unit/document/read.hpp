#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "assay/document/document.hpp"

namespace assay::document::test {

// One document read through the door, with what it was read from.
struct Reading {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    std::optional<Node> root;

    explicit Reading(std::string text, const Limits& limits = {}) {
        const source::SourceId id = sources.add("case.toml", std::move(text));
        root = readToml(sources, id, findings, limits);
    }

    // "E0105@2:7 half": code, line, column and the text that the finding marks; one line a finding.
    [[nodiscard]] std::string found() const {
        std::string lines;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            const source::Position place = sources.begin(finding.span);
            lines += std::string(diagnostics::code(finding.kind)) + '@' + std::to_string(place.line) + ':' + std::to_string(place.column);
            const std::string_view marked = sources.text(finding.span);
            if (!marked.empty()) lines += ' ' + std::string(marked);
            lines += '\n';
        }
        return lines;
    }

    // The value at a key of the root; a test that names a key that is missing fails.
    [[nodiscard]] const Node& at(std::string_view key) const {
        static const Node nothing;
        const Node* node = root ? root->find(key) : nullptr;
        if (node != nullptr) return *node;
        ADD_FAILURE() << "no value " << key << "; findings: " << found();
        return nothing;
    }

    [[nodiscard]] std::string_view marked(source::Span span) const { return sources.text(span); }
};

}  // namespace assay::document::test

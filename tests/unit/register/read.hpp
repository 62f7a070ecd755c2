#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "assay/document/document.hpp"

namespace assay::registers::test {

// A register document in memory; a test whose document is not TOML fails.
struct Reading {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    document::Node root;

    explicit Reading(std::string text) {
        const source::SourceId id = sources.add("register.toml", std::move(text));
        auto read = document::readToml(sources, id, findings);
        EXPECT_TRUE(read) << "the test's document is not TOML";
        if (read) root = std::move(*read);
    }

    // "E0131@1 [[clause]]": code, line and the text marked; one line a finding.
    [[nodiscard]] std::string found() const {
        std::string lines;
        for (const diagnostics::Diagnostic& finding : findings.all()) {
            lines += std::string(diagnostics::code(finding.kind)) + '@' + std::to_string(sources.begin(finding.span).line);
            const std::string_view marked = sources.text(finding.span);
            if (!marked.empty()) lines += ' ' + std::string(marked);
            lines += '\n';
        }
        return lines;
    }
};

}  // namespace assay::registers::test

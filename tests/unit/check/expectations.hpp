#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"

// Rule files with their findings beside them, as tests/spec/check and tests/spec/analyze hold them: `#! E0310 "P33"` at
// the end of a line, or on lines of its own above it, expects a finding there whose english sentence, notes included,
// holds each text in quotes. `#! E0304 "..." nowhere` expects one without a place.
namespace assay::check {

struct Expectation {
    std::uint32_t line;  // 0: no place
    std::string code;
    std::vector<std::string> texts;

    [[nodiscard]] std::string shown() const;
};

[[nodiscard]] std::vector<Expectation> readExpectations(const std::string& text);

// Takes each finding's expectation off the list; fails the test for a finding that has none and for what is left over.
void expectFindings(std::vector<Expectation> open, const diagnostics::Diagnostics& findings, const source::SourceMap& sources);

// The rule files of a folder, in name order.
[[nodiscard]] std::vector<std::filesystem::path> specFiles(const std::filesystem::path& folder);
[[nodiscard]] std::string readWhole(const std::filesystem::path& path);

}  // namespace assay::check

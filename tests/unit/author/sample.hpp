#pragma once

#include <map>
#include <string>

#include "assay/author/trial.hpp"
#include "assay/lower/program.hpp"
#include "assay/source/source.hpp"

// A small rule set with one part of most kinds, and cases with what they state.
namespace assay::author::testing {

class Sample {
public:
    Sample();
    Sample(const Sample&) = delete;
    Sample& operator=(const Sample&) = delete;

    source::SourceMap sources;
    check::Checked rules;
    lower::Program program;

    // "small", "large", "unregistered", "open", "grained".
    [[nodiscard]] Trial trial(const std::string& name) const;
    // Reads a case document; an error of the case fails the test.
    [[nodiscard]] facts::CaseFacts read(const std::string& toml);

private:
    std::map<std::string, facts::CaseFacts> cases_;
    std::map<std::string, Expectation> expectations_;
};

}  // namespace assay::author::testing

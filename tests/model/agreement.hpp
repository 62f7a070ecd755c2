#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/evaluate/evaluate.hpp"
#include "assay/facts/facts.hpp"
#include "generate.hpp"
#include "model.hpp"

// A generated pair through every stage, and where the model and the engine disagree about it.
namespace assay::model {

// Rules and case as the stages left them. Nothing in it moves: the later members borrow from the earlier.
struct Loaded {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    check::Checked rules;
    facts::CaseFacts facts;
    bool ok = false;  // no stage reported an error
    [[nodiscard]] std::string errors() const;
};
[[nodiscard]] std::unique_ptr<Loaded> load(const std::string& rules, const std::string& facts);

// Another case for the same rules, in place of the one that was loaded. Whether it has no errors.
bool loadCase(Loaded& loaded, const std::string& facts);

struct Comparison {
    std::vector<std::string> differences;  // one line each; empty: the two agree
    bool skipped = false;                  // a residual has more atoms than truth tables can hold
};
[[nodiscard]] Comparison compare(const Loaded& loaded, Mutation mutation = Mutation::None);

// Every reading of what is concluded, for comparing two results of the model with each other.
[[nodiscard]] std::string describe(const check::Checked& rules, const Conclusion& conclusion);

// The pair without the declarations, facts, items and fields that the disagreement does not need.
[[nodiscard]] Pair shrink(Pair pair, Mutation mutation);
// The counter-example as files that can be run.
[[nodiscard]] std::string report(const Pair& pair, Mutation mutation);

}  // namespace assay::model

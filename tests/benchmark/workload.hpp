#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "assay/evaluate/evaluate.hpp"
#include "assay/facts/facts.hpp"
#include "assay/source/source.hpp"
#include "assay/workspace/case.hpp"
#include "assay/workspace/rule_set.hpp"

namespace assay::benchmarks {

// The shipped rule set and one of its cases, loaded: what every measurement starts from.
class Workload {
public:
    // Loads rules/cgc-pv10 and cases/`caseName` below `root`. Empty, with the findings on standard error, if either has an error.
    [[nodiscard]] static std::unique_ptr<const Workload> load(const std::filesystem::path& root, const std::string& caseName);

    [[nodiscard]] const workspace::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] const facts::CaseFacts& facts() const { return *case_.facts; }
    [[nodiscard]] quantity::Date asOf() const { return *case_.facts->asOf; }

    // `count` cases like the loaded one that differ in counts, dates, quantities and yes-or-no facts, each value drawn from
    // a generator seeded with `seed`: one seed gives the same cases everywhere.
    [[nodiscard]] std::vector<facts::CaseFacts> variations(std::size_t count, std::uint64_t seed) const;

    // One row a case, as of the loaded case's day. The rows borrow the cases.
    [[nodiscard]] std::vector<evaluate::CaseRow> rows(const std::vector<facts::CaseFacts>& cases) const;

private:
    Workload() = default;

    source::SourceMap sources_;
    std::unique_ptr<const workspace::RuleSet> rules_;
    workspace::LoadedCase case_;
};

}  // namespace assay::benchmarks

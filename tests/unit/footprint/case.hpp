#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "assay/footprint/quantify.hpp"
#include "assay/footprint/read.hpp"

namespace assay::footprint::test {

// An inventory as a case writes it, read with the units, potentials and factors that are shipped, and quantified.
struct Case {
    explicit Case(const std::string& toml, const std::vector<std::pair<std::string, std::string>>& tables = {});

    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    quantity::UnitTable units;
    registers::FactorData data;
    Inventory inventory;
    Result result;

    // "E0801@3 amount": code, line and the text marked; one line a finding.
    [[nodiscard]] std::string found() const;
    [[nodiscard]] const ProductResult& product(std::string_view id = "U1") const;
    // The total in kg CO2e, exact; "refused" where there is none.
    [[nodiscard]] std::string total(std::string_view id = "U1") const;
    // "NoAllocation inventory.processes[P].allocation": kind and datum of each refusal.
    [[nodiscard]] std::vector<std::string> refused(std::string_view id = "U1") const;
    // Data at which a plausibility finding of the kind stands.
    [[nodiscard]] std::vector<std::string> implausible(FindingKind kind, std::string_view id = "U1") const;
};

[[nodiscard]] std::string exact(const quantity::Interval& value);
[[nodiscard]] std::string exact(const std::optional<quantity::Interval>& value);

}  // namespace assay::footprint::test

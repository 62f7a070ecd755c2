#pragma once

#include <filesystem>
#include <string>

#include "workload.hpp"

namespace assay::benchmarks {

// Registers measurements under "rules/..." and "case/...", "block/...". The workload outlives those.
void registerRules(const std::filesystem::path& root);
void registerCases(const std::filesystem::path& root, const std::string& caseName, const Workload& workload);

}  // namespace assay::benchmarks

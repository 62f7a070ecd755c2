#include <benchmark/benchmark.h>

#include "registration.hpp"

int main(int argc, char** argv) {
    using namespace assay::benchmarks;
    constexpr const char* caseName = "steel-plate";
    const std::filesystem::path root = ASSAY_ROOT;
    const std::unique_ptr<const Workload> workload = Workload::load(root, caseName);
    if (!workload) return 1;
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    registerRules(root);
    registerCases(root, caseName, *workload);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}

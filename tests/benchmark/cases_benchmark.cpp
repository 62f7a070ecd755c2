// Judging cases: one by one as a person does, and in blocks.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "registration.hpp"

namespace assay::benchmarks {

namespace {

// Rows of one evaluation: what bounds the memory of a large run.
constexpr std::int64_t chunkRows = 1'000;

// Evaluates as many generated cases as the argument says, a chunk at a time; making the cases is not measured.
template <class Read>
void judgeMany(benchmark::State& state, const Workload& workload, Read read) {
    std::int64_t conform = 0;
    for (auto _ : state) {
        for (std::int64_t begin = 0; begin < state.range(0); begin += chunkRows) {
            state.PauseTiming();
            const auto count = static_cast<std::size_t>(std::min(chunkRows, state.range(0) - begin));
            const std::vector<facts::CaseFacts> cases = workload.variations(count, static_cast<std::uint64_t>(begin));
            state.ResumeTiming();
            const evaluate::Evaluation evaluation(workload.rules().program, workload.rows(cases));
            for (std::size_t row = 0; row < count; ++row)
                conform += read(evaluation, row) == evaluate::VerdictKind::Conform ? 1 : 0;
        }
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["conform"] = benchmark::Counter(static_cast<double>(conform), benchmark::Counter::kAvgIterations);
}

evaluate::VerdictKind readVerdict(const evaluate::Evaluation& evaluation, std::size_t row) {
    return evaluation.verdicts(row).front().kind;
}

evaluate::VerdictKind readResult(const evaluate::Evaluation& evaluation, std::size_t row) {
    return evaluation.result(row).verdicts.front().kind;
}

void explainOne(benchmark::State& state, const Workload& workload) {
    const check::Checked& rules = workload.rules().checked;
    const std::optional<check::DeclId> decl = rules.findDeclaration("eligibility");
    const evaluate::Evaluation evaluation(workload.rules().program, {{&workload.facts(), workload.asOf(), {}}});
    for (auto _ : state) {
        const std::optional<trace::Step> step = decl ? evaluation.explain(0, *decl) : std::nullopt;
        if (!step) state.SkipWithError("nothing to explain");
        benchmark::DoNotOptimize(step);
    }
}

}  // namespace

void registerCases(const std::filesystem::path& root, const std::string& caseName, const Workload& workload) {
    const std::string folder = (root / "cases" / caseName).string();
    benchmark::RegisterBenchmark("case/load", [folder, &workload](benchmark::State& state) {
        for (auto _ : state) {
            source::SourceMap sources;
            const workspace::LoadedCase loaded = workspace::loadCase(sources, workload.rules(), workspace::Location{folder, "case"}, {});
            if (!loaded.facts) state.SkipWithError("the case has errors");
        }
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("case/evaluate", [&workload](benchmark::State& state) {
        for (auto _ : state)
            benchmark::DoNotOptimize(evaluate::Evaluation(workload.rules().program, {{&workload.facts(), workload.asOf(), {}}}));
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("case/evaluate_with_result", [&workload](benchmark::State& state) {
        for (auto _ : state)
            benchmark::DoNotOptimize(evaluate::evaluateCase(workload.rules().program, workload.facts(), workload.asOf(), false));
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("case/explain", [&workload](benchmark::State& state) {
        explainOne(state, workload);
    })->Unit(benchmark::kMicrosecond);
    benchmark::RegisterBenchmark("block/verdicts", [&workload](benchmark::State& state) { judgeMany(state, workload, readVerdict); })
        ->Arg(100)
        ->Arg(1'000)
        ->Arg(10'000)
        ->Arg(100'000)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("block/results", [&workload](benchmark::State& state) { judgeMany(state, workload, readResult); })
        ->Arg(100)
        ->Arg(1'000)
        ->Arg(10'000)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace assay::benchmarks

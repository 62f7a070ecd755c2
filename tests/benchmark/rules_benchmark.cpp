// Reading rule sets: the shipped one, and generated ones of a growing number of declarations.
#include <benchmark/benchmark.h>

#include "assay/check/check.hpp"
#include "assay/document/document.hpp"
#include "assay/lower/program.hpp"
#include "assay/register/calendars.hpp"
#include "assay/register/clauses.hpp"
#include "assay/register/units.hpp"
#include "assay/source/file.hpp"
#include "assay/syntax/parse.hpp"
#include "quantities.hpp"
#include "registration.hpp"

namespace assay::benchmarks {

namespace {

struct RuleText {
    source::SourceMap sources;
    std::vector<source::SourceId> files;
};

void addShippedRules(const std::filesystem::path& root, RuleText& text) {
    for (const auto& entry : std::filesystem::directory_iterator(root / "rules/cgc-pv10")) {
        if (entry.path().extension() != ".assay") continue;
        const auto read = source::readFile(entry.path(), 8U << 20U);
        if (const auto* bytes = std::get_if<std::string>(&read))
            text.files.push_back(text.sources.add(entry.path().filename().string(), *bytes));
    }
}

// A chain of rules, each of which reads the one before.
std::string generatedRules(std::int64_t count) {
    std::string text = "ruleset generated\n  parties client\n\nfact known bool\n\nrule r0\n  cites P1\n  require known\n";
    for (std::int64_t i = 1; i < count; ++i) {
        const std::string number = std::to_string(i);
        text += "\nrule r" + number + "\n  cites P1\n  require r" + std::to_string(i - 1) + " or (not known and " + number + " > 3)\n";
    }
    return text;
}

std::vector<syntax::Tree> parseAll(const RuleText& text, diagnostics::Diagnostics& findings) {
    std::vector<syntax::Tree> trees;
    for (const source::SourceId id : text.files)
        trees.push_back(syntax::parse(text.sources, id, findings));
    return trees;
}

document::Node readDocument(const std::filesystem::path& path) {
    source::SourceMap sources;
    diagnostics::Diagnostics findings;
    const auto read = source::readFile(path, 8U << 20U);
    const auto* bytes = std::get_if<std::string>(&read);
    return bytes == nullptr ? document::Node{}
                            : document::readToml(sources, sources.add("register", *bytes), findings).value_or(document::Node{});
}

check::Registers readRegisters(const std::filesystem::path& root) {
    diagnostics::Diagnostics findings;
    check::Registers registers;
    registers.clauses = registers::readClauses(readDocument(root / "rules/cgc-pv10/clauses.toml"), findings);
    registers.units = registers::readUnits(readDocument(root / "rules/cgc-pv10/units.toml"), findings);
    registers.calendar = registers::readCalendar(readDocument(root / "rules/cgc-pv10/calendars/cn.toml"), findings).calendar;
    registers.offered = workspace::offeredQuantities();
    return registers;
}

// Parses, checks and lowers; fails the measurement if the rules have an error.
void readRules(benchmark::State& state, const RuleText& text, const check::Registers& registers) {
    for (auto _ : state) {
        diagnostics::Diagnostics findings;
        const std::vector<syntax::Tree> trees = parseAll(text, findings);
        const check::Checked checked = check::check(trees, registers, text.sources, findings);
        if (findings.hasErrors()) {
            state.SkipWithError("the rules have errors");
            return;
        }
        benchmark::DoNotOptimize(lower::lower(checked));
    }
}

}  // namespace

void registerRules(const std::filesystem::path& root) {
    const auto shipped = std::make_shared<RuleText>();
    addShippedRules(root, *shipped);
    const check::Registers registers = readRegisters(root);

    benchmark::RegisterBenchmark("rules/parse", [shipped](benchmark::State& state) {
        for (auto _ : state) {
            diagnostics::Diagnostics findings;
            benchmark::DoNotOptimize(parseAll(*shipped, findings));
        }
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("rules/parse_check_lower", [shipped, registers](benchmark::State& state) {
        readRules(state, *shipped, registers);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("rules/with_registers", [root](benchmark::State& state) {
        for (auto _ : state) {
            source::SourceMap sources;
            const workspace::LoadedRules loaded = workspace::loadRules(sources, {(root / "rules/cgc-pv10").string(), "rules"}, {});
            if (!loaded.rules) state.SkipWithError("the rules have errors");
        }
    })->Unit(benchmark::kMillisecond);

    check::Registers generatedRegisters;
    registers::Clause clause;
    clause.id = "P1";
    generatedRegisters.clauses.add(clause);
    benchmark::RegisterBenchmark("rules/generated",
                                 [generatedRegisters](benchmark::State& state) {
                                     RuleText text;
                                     text.files.push_back(text.sources.add("generated.assay", generatedRules(state.range(0))));
                                     readRules(state, text, generatedRegisters);
                                     state.SetItemsProcessed(state.iterations() * state.range(0));
                                 })
        ->Arg(100)
        ->Arg(2'000)
        ->Arg(20'000)
        ->Unit(benchmark::kMillisecond);
}

}  // namespace assay::benchmarks

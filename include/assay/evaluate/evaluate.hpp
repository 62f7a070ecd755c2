#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "assay/evaluate/margin.hpp"
#include "assay/evaluate/result.hpp"
#include "assay/lower/program.hpp"
#include "assay/trace/step.hpp"

namespace assay::evaluate {

// Named limits, each with its reason in docs/limits.md.
struct Limits {
    std::size_t atoms = 64;              // of one residual
    std::size_t diagramNodes = 100'000;  // of one residual
    std::size_t steps = 10'000'000;      // cells computed for one case
};

class State;  // src/evaluate/state.hpp

// One row of a block: a case, the day it is judged as of, and readings that differ from those taken.
struct CaseRow {
    const facts::CaseFacts* facts = nullptr;
    quantity::Date asOf;
    std::vector<std::pair<check::ReadingId, std::size_t>> readings;
};

// The kept values of every node for every row of a block. Borrows the program and the cases.
class Evaluation {
public:
    // `of`: the declarations that will be asked about, and no others; empty: all.
    Evaluation(const lower::Program& program, std::vector<CaseRow> rows, const Limits& limits = {},
               const std::vector<check::DeclId>& of = {});
    Evaluation(Evaluation&&) noexcept;
    Evaluation& operator=(Evaluation&&) noexcept;
    ~Evaluation();

    [[nodiscard]] std::size_t size() const;
    // Everything that is said of one row. `asked`: declarations that the verdict counts; empty: those of the case, else all.
    [[nodiscard]] CaseResult result(std::size_t row, const std::vector<check::DeclId>& asked = {}) const;
    // What result() says without bases, reasons, and the places of findings. Only the declarations `again`, in id order, are concluded;
    // what is said of the others is taken from `known`, a result of the same case and day.
    [[nodiscard]] CaseResult decisions(std::size_t row, const CaseResult& known, const std::vector<check::DeclId>& again) const;
    // Outcomes and statuses alone, without reasons, needed facts or text: what a batch and a benchmark read.
    [[nodiscard]] std::vector<Verdict> verdicts(std::size_t row) const;
    // The derivation of one conclusion. Empty: no such item.
    [[nodiscard]] std::optional<trace::Step> explain(std::size_t row, check::DeclId decl, std::string_view item = {}) const;
    // How far the values that one conclusion rests on are from the thresholds that they are compared with. Empty: no such item.
    [[nodiscard]] std::optional<Margins> margins(std::size_t row, check::DeclId decl, std::string_view item = {}) const;
    // What a partition says of two items of the list that it divides. Empty: one of them is not known in the case.
    [[nodiscard]] std::optional<PairAnswer> compare(std::size_t row, check::DeclId partition, std::string_view a, std::string_view b) const;
    // The derivation of what the header demands of whoever signs: "true", "false" or "unknown". Empty: it demands nothing.
    [[nodiscard]] std::optional<trace::Step> signing(std::size_t row) const;
    // Whether the row ran into the step limit; its result is then not to be used.
    [[nodiscard]] bool exhausted(std::size_t row) const;

private:
    std::unique_ptr<State> state_;
};

// One case with `--readings`: the result with `varied` filled by evaluating every alternative of every reading.
[[nodiscard]] CaseResult evaluateCase(const lower::Program& program, const facts::CaseFacts& facts, quantity::Date asOf, bool varyReadings,
                                      const std::vector<check::DeclId>& asked = {}, const Limits& limits = {});

}  // namespace assay::evaluate

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/evaluate/result.hpp"
#include "assay/facts/facts.hpp"
#include "formula.hpp"
#include "value.hpp"

// The definitional evaluator: docs/unknown.md and sections 2 to 4 of the language reference, transcribed over the checked tree. Slow and
// obvious; shares no code with the evaluator that it judges.
namespace assay::model {

// Errors that tests plant, to see that the comparison with the engine finds them.
enum class Mutation { None, MonthsSpillOver, StrictBoundIsLoose, NeedsOneTooMany };

struct Options {
    std::vector<std::pair<check::ReadingId, std::size_t>> readings;  // that differ from those taken
    Mutation mutation = Mutation::None;
};

struct Conclusion {
    check::DeclId decl;
    std::string item;
    evaluate::Status status = evaluate::Status::Undetermined;
    std::optional<std::size_t> outcome;   // Decide, determined
    std::vector<std::size_t> candidates;  // Decide, undetermined
    Value value;                          // Define
    std::string division;                 // Partition: "open", "unique" or "not unique", and the groups
    struct Item {
        evaluate::Status status = evaluate::Status::Undetermined;
        Needs missing;
    };
    std::vector<Item> items;  // Checklist, in the order of the rules
    Needs missing;
};

struct Result {
    std::vector<Conclusion> conclusions;
    std::size_t residualsSkipped = 0;  // more atoms than Atoms::limit: what rests on them is not to be compared
};

[[nodiscard]] Result evaluate(const check::Checked& rules, const facts::CaseFacts& facts, quantity::Date asOf, const Options& options = {});

}  // namespace assay::model

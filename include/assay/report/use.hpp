#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/footprint/result.hpp"
#include "assay/report/change.hpp"

// Where a case uses something that it shares with others, and what rests on it there.
namespace assay::report {

struct UseQuestion {
    enum class Kind : std::uint8_t {
        Reading,  // of the rules, by name
        Factor,   // a row of the factor tables, by id
        Item,     // of a list, a register or the inventory: "persons[KH-02]", or its id alone
    };
    Kind kind = Kind::Item;
    std::string id;
};

// What the word means to the rules: a reading, a factor, else an item.
[[nodiscard]] UseQuestion useQuestion(const std::string& word, const check::Checked& rules);

struct Use {
    std::vector<Said> places;                              // what the case says of it, names it in, or had recorded by it
    std::vector<const evaluate::Conclusion*> conclusions;  // that rest on it, in the order of the rules
    [[nodiscard]] bool empty() const { return places.empty() && conclusions.empty(); }
};

// `quantified`: what the inventory of the case gave; null: it has none. Borrows the result.
[[nodiscard]] Use listUse(const UseQuestion& question, const CaseState& state, const footprint::Result* quantified,
                          const check::Checked& rules);

// The ids by which a case names items: what a mistaken word may have meant.
[[nodiscard]] std::vector<std::string> itemIds(const CaseState& state, const check::Checked& rules);

[[nodiscard]] std::string useText(const Use& use, const CaseState& state, const View& view, const TextOptions& options);
// {"name", "digest", "as_of", "places", "conclusions"}
[[nodiscard]] nlohmann::ordered_json useJson(const Use& use, const CaseState& state, const View& view);
[[nodiscard]] std::string_view key(UseQuestion::Kind kind);

}  // namespace assay::report

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "random.hpp"

// Random rule sets and cases as text, so that every stage from the parser on is exercised. The same seed gives the same
// text everywhere.
namespace assay::model {

enum class Kind { Bool, Enum, Count, Number, Ratio, Quantity, Date, Days, Months, Text, EnumList, Item, Groups };

// A fact or a field that a generated rule set declares.
struct Slot {
    std::string name;
    Kind kind = Kind::Bool;
    bool optional = false;
    bool absentIsNone = false;
    bool judgement = false;
    bool quantified = false;      // a quantity: no case says it
    bool bounded = false;         // Count: 0..9
    std::size_t enumeration = 0;  // Enum, EnumList: index into `enumerations`
    std::size_t list = 0;         // Item, Groups: of this list
};

struct ListShape {
    std::string name;
    std::string record;
    std::string variable;
    std::vector<Slot> fields;
    std::optional<std::size_t> parent;  // a list inside the items of that list
    bool dated = false;                 // by the field `seen`
};

struct Enumeration {
    std::string name;
    bool ordered = false;
    std::vector<std::string> enumerators;
};

struct Shape {
    std::vector<Enumeration> enumerations;
    std::vector<Slot> facts;
    std::vector<ListShape> lists;
};

// A rule set as declarations that can be dropped one by one.
struct RulesText {
    Shape shape;
    std::vector<std::string> declarations;
    [[nodiscard]] std::string text() const;
};

// A case as parts that can be dropped one by one.
struct ItemText {
    std::string id;
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<std::pair<std::string, std::vector<ItemText>>> lists;
};
struct CaseText {
    std::string asOf;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::pair<std::string, std::vector<ItemText>>> lists;
    [[nodiscard]] std::string text() const;
};

struct Pair {
    std::uint64_t seed = 0;
    RulesText rules;
    CaseText facts;
};

[[nodiscard]] RulesText generateRules(Random& random);
[[nodiscard]] CaseText generateCase(Random& random, const Shape& shape);
[[nodiscard]] Pair generatePair(std::uint64_t seed);

// Every value of a kind that cases use, as TOML text: the small domain of the tests over completions.
[[nodiscard]] std::vector<std::string> domain(const Slot& slot, const Shape& shape);

}  // namespace assay::model

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A reader and interpreter of grammars in Ford's PEG notation, written without regard to the parser it judges.
namespace assay::peg_test {

struct PegNode {
    enum class Kind { Sequence, Choice, Optional, Star, Plus, And, Not, Text, Class, Any, Rule };
    Kind kind = Kind::Sequence;
    std::vector<PegNode> children;
    std::string text;                                   // Text: the bytes; Rule: the name
    std::vector<std::pair<char32_t, char32_t>> ranges;  // Class
    bool negated = false;                               // Class: [^...]
    std::size_t rule = 0;                               // Rule: its index
};

struct PegGrammar {
    std::vector<std::string> names;
    std::vector<PegNode> rules;
    std::string problem;  // why the grammar could not be read; empty if it could
};

// The first rule is the start. Every rule that is named is defined, once.
[[nodiscard]] PegGrammar readPeg(std::string_view text);

// Whether the start rule matches the whole of `text`. Every result of a rule at a place is kept, so time is bounded by
// rules times length.
[[nodiscard]] bool pegAccepts(const PegGrammar& grammar, std::string_view text);

}  // namespace assay::peg_test

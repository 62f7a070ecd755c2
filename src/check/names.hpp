#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assay/source/source.hpp"

namespace assay::check {

// What a declared name stands for; `index` is the index of its id.
struct Symbol {
    enum class Kind { Fact, Declaration, Stage, Enumeration, Record, Reading, Quantity };  // Quantity: a FieldId
    Kind kind;
    std::size_t index;
    source::Span span;
};

// The one namespace of a rule set.
class Names {
public:
    // The symbol that holds the name already, or null and the name is taken.
    const Symbol* add(const std::string& name, const Symbol& symbol);
    // Null: not declared.
    [[nodiscard]] const Symbol* find(std::string_view name) const;
    // Null: not declared, or not of that kind.
    [[nodiscard]] const Symbol* find(std::string_view name, Symbol::Kind kind) const;
    // A declared name that is `word` or begins with `word` and a point; null if there is none.
    [[nodiscard]] const Symbol* beginningWith(std::string_view word) const;
    // In the order of the alphabet.
    [[nodiscard]] std::vector<std::string> all(Symbol::Kind kind) const;

private:
    std::map<std::string, Symbol, std::less<>> symbols_;
};

// "a.b.c" in its words.
[[nodiscard]] std::vector<std::string> splitPath(std::string_view path);
// Words [first, last) joined by points.
[[nodiscard]] std::string joinPath(const std::vector<std::string>& words, std::size_t first, std::size_t last);

}  // namespace assay::check

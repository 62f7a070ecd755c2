#pragma once

#include <string>
#include <vector>

#include "generate.hpp"

namespace assay::model {

// A declaration that later ones may read.
struct Declared {
    std::string name;
    enum class Form { Truth, Checklist, Decide, Lifecycle, Define, Table, Partition } form = Form::Truth;
    Kind kind = Kind::Bool;             // Define, Table
    std::size_t enumeration = 0;        // Define of an enum
    std::vector<std::string> outcomes;  // Decide, Lifecycle
    std::vector<Slot> parameters;       // Table
    std::optional<std::size_t> list;    // the heading's innermost list; of a partition the list that it divides
};

// Writes well-typed expressions over what has been declared so far. Everything is parenthesised.
class ExpressionGenerator {
public:
    ExpressionGenerator(Random& random, const Shape& shape, const std::vector<Declared>& declared)
        : random_(random), shape_(shape), declared_(declared) {}

    // A variable in scope stands at an item of a list.
    struct Variable {
        std::string name;
        std::size_t list = 0;
    };
    void enter(Variable variable) { scope_.push_back(std::move(variable)); }
    void leaveAll() { scope_.clear(); }
    // Only where a reading may be tested; the declaration then names it after `reads`.
    void allowReading(bool allowed) { readingAllowed_ = allowed; }
    [[nodiscard]] bool testedReading() const { return testedReading_; }
    void forgetReading() { testedReading_ = false; }

    std::string truth(int depth);
    std::string line(Kind kind, int depth);
    std::string enumerator(std::size_t enumeration, int depth);
    std::string of(Kind kind, std::size_t enumeration, int depth);
    std::string literal(Kind kind);

private:
    static std::string literalNotZero(Kind kind);
    std::string truthLeaf();
    std::string comparison(int depth);
    std::string movedDate();
    std::string quantifier(int depth);
    std::string guarded(int depth);
    std::string membership();
    std::string isDecided();
    std::string divided(int depth);
    std::string isInState(const std::string& lifecycle, const std::vector<std::string>& states);
    std::string names(const char* word);
    std::string lineLeaf(Kind kind);
    std::string lineCompound(Kind kind, int depth);
    std::string aggregate(Kind kind, int depth);
    std::string applied(Kind kind, int depth);
    std::string chosen(Kind kind, int depth);
    std::string argument(const Slot& parameter, int depth);

    // Facts and fields of variables that fit, as written.
    std::vector<std::pair<std::string, Slot>> slots(Kind kind, bool optional) const;
    std::vector<std::pair<std::string, Declared>> references(Declared::Form form, Kind kind) const;
    struct ListUse {
        std::string text;
        std::size_t list = 0;
        std::string variable;
    };
    std::vector<ListUse> lists() const;

    Random& random_;
    const Shape& shape_;
    const std::vector<Declared>& declared_;
    std::vector<Variable> scope_;
    bool readingAllowed_ = true;
    bool testedReading_ = false;
};

}  // namespace assay::model

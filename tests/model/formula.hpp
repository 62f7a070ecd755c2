#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assay/evaluate/result.hpp"
#include "assay/quantity/rational.hpp"

// Boolean functions over atoms and what they need, by trying every assignment.
namespace assay::model {

// What a decision needs, named as in evaluate::Missing.
struct Need {
    std::string fact;
    evaluate::MissingKind kind = evaluate::MissingKind::Fact;
    auto operator<=>(const Need&) const = default;
};
using Needs = std::set<Need>;

struct Atom {
    // `fact is enumerator`
    struct Enumerator {
        std::string fact;
        std::uint64_t bit = 0;
        std::uint64_t possible = 0;  // every enumerator that the fact may have
    };
    // `fact < bound` or `fact <= bound`
    struct Bound {
        std::string fact;
        quantity::Rational bound;
        bool strict = false;
    };
    std::string key;  // two atoms with one key are one atom
    Needs belongsTo;
    std::optional<Enumerator> enumerator;
    std::optional<Bound> bound;
};

struct Formula {
    enum class Kind { Constant, Atom, Not, And, Or };
    Kind kind = Kind::Constant;
    bool constant = false;
    std::size_t atom = 0;
    std::vector<Formula> operands;

    [[nodiscard]] static Formula of(bool constant);
    [[nodiscard]] static Formula of(std::size_t atom);
};
// Constants are folded, nothing else.
[[nodiscard]] Formula negation(Formula a);
[[nodiscard]] Formula conjunction(std::vector<Formula> operands);
[[nodiscard]] Formula disjunction(std::vector<Formula> operands);

// One bit an atom.
using Assignment = std::uint32_t;
[[nodiscard]] bool evaluate(const Formula& formula, Assignment assignment);

class Atoms {
public:
    static constexpr std::size_t limit = 12;

    Formula add(Atom atom);
    [[nodiscard]] std::size_t size() const { return atoms_.size(); }
    // Those that some formula holds; others cannot change its value and are left out of the truth table.
    void keep(const std::vector<Formula*>& formulas);

    // The value of a function under every assignment that satisfies the constraints.
    struct Table {
        std::set<int> values;
        Needs needed;
    };
    // Empty: more atoms than `limit`.
    [[nodiscard]] std::optional<Table> table(const std::function<int(Assignment)>& function) const;

private:
    [[nodiscard]] bool satisfies(Assignment assignment) const;

    std::vector<Atom> atoms_;
    std::map<std::string, std::size_t> index_;
};

}  // namespace assay::model

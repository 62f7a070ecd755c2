#include "formula.hpp"

#include <algorithm>

namespace assay::model {

Formula Formula::of(bool constant) {
    Formula formula;
    formula.constant = constant;
    return formula;
}

Formula Formula::of(std::size_t atom) {
    Formula formula;
    formula.kind = Kind::Atom;
    formula.atom = atom;
    return formula;
}

Formula negation(Formula a) {
    if (a.kind == Formula::Kind::Constant) return Formula::of(!a.constant);
    Formula formula;
    formula.kind = Formula::Kind::Not;
    formula.operands.push_back(std::move(a));
    return formula;
}

namespace {

// `absorbing`: the constant that decides the operator (false for and, true for or).
Formula fold(Formula::Kind kind, bool absorbing, std::vector<Formula> operands) {
    Formula formula;
    formula.kind = kind;
    for (Formula& operand : operands) {
        if (operand.kind != Formula::Kind::Constant) {
            formula.operands.push_back(std::move(operand));
        } else if (operand.constant == absorbing) {
            return Formula::of(absorbing);
        }
    }
    if (formula.operands.empty()) return Formula::of(!absorbing);
    return formula;
}

void renumber(Formula& formula, const std::map<std::size_t, std::size_t>& numbers) {
    if (formula.kind == Formula::Kind::Atom) formula.atom = numbers.at(formula.atom);
    for (Formula& operand : formula.operands)
        renumber(operand, numbers);
}

void collect(const Formula& formula, std::set<std::size_t>& atoms) {
    if (formula.kind == Formula::Kind::Atom) atoms.insert(formula.atom);
    for (const Formula& operand : formula.operands)
        collect(operand, atoms);
}

bool implies(bool a, bool b) {
    return !a || b;
}

// Of `x < 4`, `x <= 4`, `x < 5`: each implies those behind it.
bool tighter(const Atom::Bound& a, const Atom::Bound& b) {
    return a.bound < b.bound || (a.bound == b.bound && a.strict && !b.strict);
}

}  // namespace

Formula conjunction(std::vector<Formula> operands) {
    return fold(Formula::Kind::And, false, std::move(operands));
}
Formula disjunction(std::vector<Formula> operands) {
    return fold(Formula::Kind::Or, true, std::move(operands));
}

bool evaluate(const Formula& formula, Assignment assignment) {
    const auto holds = [assignment](const Formula& operand) { return evaluate(operand, assignment); };
    switch (formula.kind) {
        case Formula::Kind::Constant:
            return formula.constant;
        case Formula::Kind::Atom:
            return (assignment >> formula.atom & 1U) != 0;
        case Formula::Kind::Not:
            return !holds(formula.operands.front());
        case Formula::Kind::And:
            return std::all_of(formula.operands.begin(), formula.operands.end(), holds);
        case Formula::Kind::Or:
            return std::any_of(formula.operands.begin(), formula.operands.end(), holds);
    }
    return false;
}

Formula Atoms::add(Atom atom) {
    const auto [place, isNew] = index_.try_emplace(atom.key, atoms_.size());
    if (!isNew) atoms_[place->second].belongsTo.insert(atom.belongsTo.begin(), atom.belongsTo.end());
    if (isNew) atoms_.push_back(std::move(atom));
    return Formula::of(place->second);
}

void Atoms::keep(const std::vector<Formula*>& formulas) {
    std::set<std::size_t> kept;
    for (const Formula* formula : formulas)
        collect(*formula, kept);
    std::map<std::size_t, std::size_t> numbers;
    std::vector<Atom> atoms;
    index_.clear();
    for (const std::size_t atom : kept) {
        numbers[atom] = atoms.size();
        index_[atoms_[atom].key] = atoms.size();
        atoms.push_back(std::move(atoms_[atom]));
    }
    atoms_ = std::move(atoms);
    for (Formula* formula : formulas)
        renumber(*formula, numbers);
}

bool Atoms::satisfies(Assignment assignment) const {
    const auto holds = [assignment](std::size_t atom) { return (assignment >> atom & 1U) != 0; };
    std::map<std::string, std::uint64_t> asked;  // per enum fact: enumerators that have an atom
    std::map<std::string, int> held;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
        const Atom& a = atoms_[i];
        if (a.enumerator) {
            asked[a.enumerator->fact] |= a.enumerator->bit;
            held[a.enumerator->fact] += holds(i) ? 1 : 0;
        }
        if (!a.bound) continue;
        for (std::size_t j = 0; j < atoms_.size(); ++j) {
            const Atom& b = atoms_[j];
            if (b.bound && a.bound->fact == b.bound->fact && tighter(*a.bound, *b.bound) && !implies(holds(i), holds(j))) return false;
        }
    }
    return std::all_of(atoms_.begin(), atoms_.end(), [&](const Atom& atom) {
        if (!atom.enumerator) return true;
        const int count = held[atom.enumerator->fact];
        const bool allAsked = asked[atom.enumerator->fact] == atom.enumerator->possible;
        return count == 1 || (count == 0 && !allAsked);
    });
}

std::optional<Atoms::Table> Atoms::table(const std::function<int(Assignment)>& function) const {
    if (atoms_.size() > limit) return std::nullopt;
    std::map<Assignment, int> rows;
    Table table;
    for (Assignment assignment = 0; assignment < (Assignment{1} << atoms_.size()); ++assignment) {
        if (!satisfies(assignment)) continue;
        const int value = function(assignment);
        rows.emplace(assignment, value);
        table.values.insert(value);
    }
    if (table.values.size() < 2) return table;

    std::map<Need, Assignment> atomsOf;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
        for (const Need& need : atoms_[i].belongsTo)
            atomsOf[need] |= Assignment{1} << i;
    }
    for (const auto& [need, mask] : atomsOf) {
        std::map<Assignment, int> others;  // the atoms of all other facts -> the value first seen
        for (const auto& [assignment, value] : rows) {
            if (others.try_emplace(assignment & ~mask, value).first->second != value) {
                table.needed.insert(need);
                break;
            }
        }
    }
    return table;
}

}  // namespace assay::model

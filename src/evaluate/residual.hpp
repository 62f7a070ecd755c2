#pragma once

#include <map>
#include <string>
#include <vector>

#include "cause.hpp"
#include "diagram.hpp"
#include "state.hpp"

namespace assay::evaluate {

// The residual of one undetermined place (docs/unknown.md): functions over atoms, with what ties the atoms together.
class Residual {
public:
    explicit Residual(const State& state);

    using Ref = Diagram::Ref;

    // The truth of a bool place, names expanded.
    [[nodiscard]] Ref truth(Place place);
    // The truth of a rule, flag, contradiction, checklist or bool define, from its parts.
    [[nodiscard]] Ref declaration(check::DeclId decl, RowIndex row);
    // What a rule, flag, contradiction or checklist that is entered makes of a body: its own, or that of one of its items.
    [[nodiscard]] Ref applied(check::DeclId decl, RowIndex row, lower::NodeId body);

    struct Outcomes {
        std::vector<Ref> lines;       // by outcome line: it alone is the outcome
        std::vector<Ref> conditions;  // by outcome line: its condition holds, where the decide applies and is reached
        Ref noOutcome = Diagram::falsity;
        Ref notYet = Diagram::falsity;
        Ref conflict = Diagram::falsity;
        [[nodiscard]] std::vector<Ref> all() const;
    };
    [[nodiscard]] Outcomes outcomes(check::DeclId decl, RowIndex row);

    struct Selected {
        std::vector<Ref> exceptions;
        Ref byDefault = Diagram::falsity;
        Ref conflict = Diagram::falsity;
    };
    [[nodiscard]] Selected selections(check::DeclId decl, RowIndex row);

    [[nodiscard]] Ref negation(Ref function) { return diagram_.negation(function); }
    // Whether some assignment that the ties allow makes the function true. Build every function first.
    [[nodiscard]] bool possible(Ref function);
    // Whether a limit was reached: then nothing that it says is to be used.
    [[nodiscard]] bool exceeded() const;
    // The causes that the given functions, taken together as one value, need.
    [[nodiscard]] Causes needed(const std::vector<Ref>& functions);

private:
    struct Threshold {
        quantity::Rational bound;
        bool strict;  // below the bound, not at it
        Ref ref;
    };

    Ref atom(const std::string& key, const Causes& causes);
    Ref factAtom(const std::string& suffix, const Cause& cause, const source::Span& rule);
    Ref opaque(Place place);
    Ref quantifier(Place place);
    Ref enumeratorTruth(Place place);
    Ref oneOf(const std::string& asked, Place operand, std::size_t enumerator, const Causes& causes);
    Ref stateIs(Place state, std::size_t enumerator);
    Ref givenTruth(Place place);
    Ref comparison(Place place);
    Ref compared(lower::Op op, Place first, Place second, const source::Span& rule, Place whole);
    Ref threshold(const Cause& cause, Place fact, const quantity::Rational& bound, bool strict, const source::Span& rule);
    Ref memberIs(check::DeclId decl, RowIndex row, std::size_t enumerator);
    Ref awaiting(check::DeclId decl, RowIndex row, const source::Span& rule);
    Ref conflicting(check::DeclId decl, RowIndex row, const source::Span& rule, bool certain);
    Ref conjunction(const std::vector<Ref>& refs);
    Ref disjunction(const std::vector<Ref>& refs);
    [[nodiscard]] std::string key(Place place) const;
    [[nodiscard]] std::string writtenKey(lower::NodeId node, lower::SpaceId space, RowIndex row) const;
    [[nodiscard]] Ref ties();

    const State& state_;
    Context context_;  // the declaration whose parts are being expanded
    Diagram diagram_;
    std::map<std::string, Diagram::Variable> atoms_;
    std::vector<Causes> causes_;  // by variable
    std::map<Cause, std::vector<Threshold>> thresholds_;
    // By what is asked: the possible alternatives, and their atoms.
    std::map<std::string, std::pair<std::uint64_t, std::map<std::size_t, Ref>>> enumerators_;
};

}  // namespace assay::evaluate

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "guards.hpp"
#include "session.hpp"

namespace assay::check {

// What the surroundings of an expression ask of it.
struct Wanted {
    Type type;
    std::string unit;            // Quantity: as the surroundings write it; empty: the coherent unit
    bool bareTakesUnit = false;  // a number without a unit is one in `unit`
};

// Turns the expressions of one declaration into typed ones. An expression with a finding has type Error and causes no
// further finding. Conditions are read left to right, so that `guards` knows at each optional what was asked before it.
class Typer {
public:
    Typer(Session& session, const syntax::Tree& tree) : guards(session.checked), session_(session), tree_(tree) {}

    // A bool that is not none.
    ExprId condition(syntax::ExprId id);
    // The same of a path that nobody wrote out; findings stand at the name's place.
    ExprId condition(const syntax::Name& path);
    // A value of the wanted type; an optional only where the wanted type is one.
    ExprId value(syntax::ExprId id, const Wanted& wanted);
    // A value of whatever type.
    ExprId anyValue(syntax::ExprId id);
    // The same, which may be none.
    ExprId valueOrNone(syntax::ExprId id) { return type(id, nullptr); }
    // `pausing` of a duty; empty: it has a finding.
    std::optional<Pause> pause(const syntax::Pause& written);
    // The items whose acts a lifecycle follows, their variable bound; empty: it has a finding.
    std::optional<BinderId> events(const syntax::Binder& written, ExprId& list);
    // What an act annuls, of whatever type.
    ExprId itemOrNone(syntax::ExprId id);
    // Reports a test for a standing that the duty, if it is one, cannot have.
    void refuseStanding(ExprId duty, std::size_t standing, source::Span place);
    // A value written out, in coherent units. Empty: it has a finding.
    std::optional<Constant> constant(syntax::ExprId id, const Wanted& wanted);

    // A node that a declaration implies and nobody wrote.
    ExprId add(Expr expression) { return session_.checked.expressions.add(std::move(expression)); }

    // Makes a variable known; one that hides another name is reported.
    void bind(const syntax::Name& variable, BinderId binder);
    // Forgets the variable bound last.
    void unbind() { variables_.pop_back(); }
    [[nodiscard]] std::optional<BinderId> findVariable(const std::string& name) const;

    Guards guards;
    std::set<DeclId> uses;  // declarations that the expressions so far read

private:
    // The dispatch: types one expression; `wanted` resolves alternatives and `none` and is not enforced.
    ExprId type(syntax::ExprId id, const Wanted* wanted);
    // The type of an operand that must be a value: demands a guard of an optional.
    Type use(ExprId id);
    // Fits an expression to a wanted type, or reports.
    ExprId fit(ExprId id, const Wanted& wanted);

    // literals.cpp
    ExprId boolean(const syntax::Expr& written);
    ExprId none(const syntax::Expr& written, const Wanted* wanted);
    ExprId number(const syntax::Expr& written, const Wanted* wanted);
    ExprId date(const syntax::Expr& written);
    ExprId period(const syntax::Expr& written);
    ExprId text(const syntax::Expr& written);

    // paths.cpp
    ExprId path(const syntax::Expr& written, const Wanted* wanted);
    // A path where a value is wanted: refuses the name of a checklist, which is asked by `is complete`.
    ExprId valuePath(const syntax::Expr& written, const Wanted* wanted);
    ExprId declared(const syntax::Expr& written, const Symbol& symbol, const std::string& name);
    void needsItem(const syntax::Expr& written, const std::string& name, ListId list, source::Span declared);
    ExprId fact(const syntax::Expr& written, FactId id);
    ExprId follow(const syntax::Expr& written, ExprId base, const std::vector<std::string>& words, std::size_t next);
    std::optional<ExprId> field(const syntax::Expr& written, ExprId item, ListId list, const std::string& word);
    ExprId declarationOf(const syntax::Expr& written, ExprId item, ListId list, const std::string& name, DeclId id);
    ExprId unknownMember(const syntax::Expr& written, const Type& type, const std::string& word);
    ExprId unknownName(const syntax::Expr& written, const Wanted* wanted);
    ExprId enumerator(const syntax::Expr& written, EnumId enumeration, std::size_t index);

    // applications.cpp
    ExprId apply(const syntax::Expr& written);
    ExprId applyPair(const syntax::Expr& written);
    ExprId unknownApplied(const syntax::Expr& written, Symbol::Kind kind);

    // lifecycles.cpp
    std::optional<ExprId> lifecycle(const syntax::Expr& written);
    ExprId stateOn(const syntax::Expr& written);
    ExprId enteredOn(const syntax::Expr& written);

    // logic.cpp
    ExprId negation(const syntax::Expr& written);
    ExprId chain(const syntax::Expr& written, ExprKind kind);
    ExprId choice(const syntax::Expr& written, const Wanted* wanted);

    // arithmetic.cpp
    ExprId unary(const syntax::Expr& written, ExprKind kind, const Wanted* wanted);
    ExprId sum(const syntax::Expr& written, bool subtract, const Wanted* wanted);
    ExprId dateSum(const syntax::Expr& written, ExprId left, ExprId right, bool subtract);
    ExprId product(const syntax::Expr& written);
    ExprId quotient(const syntax::Expr& written);
    ExprId extreme(const syntax::Expr& written, ExprKind kind, const Wanted* wanted);

    // agreement.cpp
    // The type in which both are values of one kind; Error: it has a finding.
    Type agree(const syntax::Expr& written, ExprId left, ExprId right);
    // The same for operands whose guards were asked for before.
    Type agreeUnguarded(const syntax::Expr& written, ExprId left, ExprId right);
    // A number stands where a value in `unit` is wanted.
    void reportBare(ExprId bare, const std::string& unit);
    ExprId operandsMismatch(const syntax::Expr& written, ExprId left, ExprId right);
    [[nodiscard]] std::string unitOf(ExprId id) const;
    [[nodiscard]] std::string describeValue(ExprId id) const;
    [[nodiscard]] std::string describeWanted(const Wanted& wanted) const;

    // comparisons.cpp
    ExprId comparison(const syntax::Expr& written, ExprKind kind);
    ExprId identity(const syntax::Expr& written, bool negated);
    ExprId readingIs(const syntax::Expr& written, bool negated);
    ExprId givenness(const syntax::Expr& written, ExprKind kind);
    // `X is complete`, `X is unique`.
    ExprId completeness(const syntax::Expr& written, const std::string& word);
    ExprId bareReading(const syntax::Expr& written);
    std::optional<ReadingId> reading(const syntax::Expr& written);
    std::optional<ExprId> readingTest(const syntax::Expr& written, ReadingId id, const syntax::Expr& alternative);

    // membership.cpp
    ExprId membership(const syntax::Expr& written);
    ExprId inSet(const syntax::Expr& written, ExprId element, const syntax::Expr& set);
    ExprId readingInSet(const syntax::Expr& written, const syntax::Expr& left, const syntax::Expr& set);
    ExprId inList(const syntax::Expr& written, ExprId element, ExprId list);
    ExprId contains(const syntax::Expr& written);
    ExprId subset(const syntax::Expr& written);
    ExprId bareSet(const syntax::Expr& written);

    // quantifiers.cpp
    ExprId quantifier(const syntax::Expr& written, ExprKind kind);
    ExprId aggregate(const syntax::Expr& written, ExprKind kind);
    ExprId consecutive(const syntax::Expr& written);
    std::optional<BinderId> bindItems(const syntax::Name& variable, ExprId list);

    ExprId error(source::Span span);
    ExprId literal(source::Span span, Type type, Constant constant);
    ExprId node(source::Span span, ExprKind kind, Type type, std::vector<ExprId> operands);
    ExprId maybeNot(source::Span span, ExprId condition, bool negated);
    ExprId mismatch(source::Span span, const std::string& found, const std::string& wanted);
    [[nodiscard]] const Expr& at(ExprId id) const { return session_.checked.expressions[id]; }
    [[nodiscard]] bool failed(ExprId id) const { return at(id).type.kind == TypeKind::Error; }
    [[nodiscard]] std::string textOf(source::Span span) const { return std::string(session_.sources.text(span)); }

    Session& session_;
    const syntax::Tree& tree_;
    std::vector<std::pair<std::string, BinderId>> variables_;
    std::map<ExprId, std::string> writtenUnits_;  // of quantity literals
};

// A variable is known while this lives.
class BoundVariable {
public:
    BoundVariable(Typer& typer, const syntax::Name& variable, BinderId binder) : typer_(typer) { typer_.bind(variable, binder); }
    ~BoundVariable() { typer_.unbind(); }
    BoundVariable(const BoundVariable&) = delete;
    BoundVariable& operator=(const BoundVariable&) = delete;

private:
    Typer& typer_;
};

// The value of an expression of literals and arithmetic; empty: it reads something, or is not defined.
[[nodiscard]] std::optional<Constant> fold(const Checked& checked, ExprId id);

[[nodiscard]] Type plain(TypeKind kind);
[[nodiscard]] Type dateOrNone();
// A number without a unit: count or number.
[[nodiscard]] bool isBare(const Type& type);
[[nodiscard]] bool isPeriod(const Type& type);

}  // namespace assay::check

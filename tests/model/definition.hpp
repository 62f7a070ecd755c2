#pragma once

#include <map>
#include <optional>
#include <vector>

#include "case_view.hpp"
#include "model.hpp"

namespace assay::model {

// Where an expression is evaluated: the declaration that it stands in (named by what is undefined there) and the items
// at which its variables stand.
struct Place {
    check::DeclId decl;
    std::map<check::BinderId, Item> items;
};

// One member function a construct of the language; each is a recursion over the checked tree.
class Definition {
public:
    Definition(const check::Checked& rules, const CaseView& view, const Options& options);

    [[nodiscard]] Result run();

private:
    // What is known of a declaration for one item, statuses that it has of itself (not by what it needs) included.
    struct Verdict {
        enum class Reach { Reached, NotYet, NotApplicable };
        Conclusion conclusion;
        Reach reach = Reach::Reached;
        Needs awaited;               // NotYet: the event
        bool conflict = false;       // certain
        Truth truth;                 // Rule, Flag, Contradiction, Checklist
        std::uint64_t outcomes = 0;  // Decide: enumerators, and the members below
        bool mayNotApply = false;
        bool mayConflict = false;
        bool mayNotBeYet = false;
    };
    // Which exception of a define gives its value; the default is numbered `exceptions.size()`.
    struct Selection {
        std::vector<std::size_t> possible;
        bool mayConflict = false;
    };
    // The members of a decide's abstract value, each with the condition under which it is the member.
    struct Members {
        std::vector<Formula> outcomes;
        Formula noOutcome, conflict, notYet;
        std::vector<Formula> candidates;  // outcomes whose condition holds where two of them conflict
    };
    struct StageState {
        bool entered = true;
        Truth skipped = Truth::of(false);
    };
    struct TableMatch {
        std::vector<std::size_t> possible, certain;
    };

    // value.cpp of expressions
    Value value(check::ExprId id, const Place& place);
    Value operand(check::ExprId id, const Place& place);  // an optional is used as a value
    Truth truth(check::ExprId id, const Place& place);    // no id: true
    Value comparison(const check::Expr& expr, const Place& place);
    Value arithmetic(const check::Expr& expr, const Place& place);
    Value dateAddition(const check::Expr& expr, const Place& place);
    Value membership(const check::Expr& expr, const Place& place);
    Value field(const check::Expr& expr, const Place& place);
    Value reference(const check::Expr& expr, const Place& place);
    Value isEnumerator(const check::Expr& expr, const Place& place);
    Value every(const check::Type& type) const;
    quantity::Date addMonths(quantity::Date date, std::int64_t months, bool& inRange) const;
    // quantifiers
    std::optional<std::vector<Item>> listItems(check::ExprId id, const Place& place);
    Value quantifier(const check::Expr& expr, const Place& place);
    Value aggregate(const check::Expr& expr, const Place& place);
    Value extremum(const check::Expr& expr, const std::vector<Item>& items, const Place& place);
    Value theItem(const check::Expr& expr, const Place& place);
    Value consecutive(const check::Expr& expr, const Place& place);
    Truth where(const check::Expr& expr, const Place& place);
    static Place at(const Place& place, check::BinderId binder, Item item);
    // tables
    Truth cellMatches(const check::Cell& cell, const Value& value, const check::Type& type) const;
    TableMatch matches(const check::Table& table, const std::vector<Value>& arguments);
    Value apply(const check::Expr& expr, const Place& place);
    std::optional<evaluate::MissingKind> tableFault(const check::Expr& expr, const Place& place);

    // duties
    struct Pausing;
    struct Count {
        std::optional<quantity::Date> day;
        std::optional<quantity::Date> stopped;  // the first day of which nothing is known
    };
    struct DueDay {
        std::optional<quantity::Interval> line;  // empty: any day
        bool undefined = false;
        std::optional<int> missingYear;
        Needs needs;                                      // lists that are not known
        quantity::Date reaches = quantity::Date::last();  // the latest day to which it is counted
        std::vector<Pausing> pauses;
    };
    std::vector<Pausing> pausing(const check::Duty& duty, const Place& place, Needs& unknownLists);
    Count count(quantity::Date start, std::int64_t length, check::TypeKind kind, const std::vector<Pausing>& pauses, bool least) const;
    Count rolled(Count count) const;
    DueDay dueDay(const check::Expr& expr, const Place& place);
    Value due(const check::Expr& expr, const Place& place);
    Needs touchedDue(const check::Expr& expr, const Place& place);

    // partitions
    struct Divided {
        Truth unique = Truth::either();
        bool conflict = false;
        std::optional<std::vector<std::vector<Item>>> groups;
        Needs needs;
    };
    const Divided& divided(check::DeclId id);
    Truth separates(const check::PartitionStep& step, const check::Partition& partition, Item a, Item b, const Place& place,
                    Needs& unknown);
    void concludePartition(Verdict& verdict);
    std::optional<std::vector<Item>> groupItems(check::DeclId id);
    Value members(Item group);

    // lifecycles
    struct Happening;
    struct Course;
    std::optional<std::vector<Happening>> happenings(const check::Lifecycle& lifecycle, const Place& place);
    Happening act(const check::Lifecycle& lifecycle, const Place& place, const std::set<std::size_t>& states);
    enum class Stands { No, Maybe, Yes };
    std::vector<Stands> standing(const check::Lifecycle& lifecycle, const std::vector<Item>& items, const Place& place);
    void follow(Course& course, std::size_t happening);
    std::set<std::size_t> reachableStates(const check::Lifecycle& lifecycle, std::set<std::size_t> states, quantity::Date day,
                                          const Place& place);
    std::set<std::size_t> statesOn(const check::Lifecycle& lifecycle, quantity::Date day, const Place& place);
    void concludeLifecycle(Verdict& verdict, const check::Lifecycle& lifecycle, const Place& place);
    std::optional<Place> lifecycleAsked(const check::Expr& expr, const Place& place);
    Value stateOn(const check::Expr& expr, const Place& place);
    Value enteredOn(const check::Expr& expr, const Place& place);
    bool refusedWhenAsked(const check::Expr& expr, const Place& place);
    Needs touchedLifecycle(const check::Lifecycle& lifecycle, const Place& place);
    Needs touchedEvents(const check::Lifecycle& lifecycle, const Place& place);
    Needs touchedAsked(const check::Expr& expr, const Place& place);
    Formula stateFormula(check::ExprId asked, std::size_t state, const Place& place, Atoms& atoms);

    // touched facts
    Needs touched(check::ExprId id, const Place& place);
    Needs touchedAsValue(check::ExprId id, const Place& place);
    Needs touchedOperands(const check::Expr& expr, const Place& place);
    Needs touchedQuantifier(const check::Expr& expr, const Place& place);
    Needs touchedReference(const check::Expr& expr, const Place& place);
    Needs touchedDeclaration(check::DeclId decl, std::optional<Item> item);
    Needs touchedItems(const check::Checklist& checklist, const Place& place);
    Needs touchedSelections(const check::Define& define, const Selection& selection, const Place& place);
    Need fault(const Place& place, evaluate::MissingKind kind) const;

    // residuals
    Formula formula(check::ExprId id, const Place& place, Atoms& atoms);  // no id: true
    Formula quantifierFormula(const check::Expr& expr, const Place& place, Atoms& atoms);
    Formula comparisonFormula(check::ExprId id, const Place& place, Atoms& atoms);
    Formula lessFormula(check::ExprId id, check::ExprId a, check::ExprId b, bool orEqual, const Place& place, Atoms& atoms);
    std::optional<Formula> boundFormula(check::ExprId fact, const Value& constant, bool strict, const Place& place, Atoms& atoms);
    Formula otherAtom(check::ExprId id, const std::string& key, const Place& place, Atoms& atoms);
    std::optional<std::pair<Need, Value>> unknownFact(check::ExprId id, const Place& place);
    Formula referenceFormula(const check::Expr& expr, const Place& place, Atoms& atoms);
    Formula isFormula(check::ExprId id, const Place& place, Atoms& atoms);
    Formula truthOf(check::DeclId decl, std::optional<Item> item, Atoms& atoms);
    Formula bodyOf(check::DeclId decl, const Place& place, Atoms& atoms);
    Formula requirement(check::DeclId decl, check::ExprId when, Formula required, const Place& place, Atoms& atoms);
    Formula itemFormula(const check::ChecklistItem& item, const Place& place, Atoms& atoms);
    Members members(check::DeclId decl, const Place& place, Atoms& atoms);
    std::vector<Formula> selections(const check::Define& define, const std::vector<Formula>& conditions) const;
    Formula defineFormula(check::DeclId decl, const Place& place, Atoms& atoms);
    [[nodiscard]] bool closed(check::ExprId id, const Place& place) const;
    std::string key(check::ExprId id, const Place& place);
    // Truth under every assignment, and what is needed when it is not settled.
    std::pair<Truth, Needs> decide(Formula formula, Atoms& atoms);

    // declarations
    std::optional<Item> itemOf(const check::Expr& expr, const Place& place);  // of a DeclarationOf; empty: unknown
    Place placeOf(check::DeclId decl, std::optional<Item> item) const;
    const Verdict& verdict(check::DeclId decl, std::optional<Item> item);
    Verdict conclude(check::DeclId decl, std::optional<Item> item);
    void concludeTruth(Verdict& verdict, const Place& place);
    Truth itemTruth(const check::ChecklistItem& item, const Place& place);
    void concludeItems(Verdict& verdict, const check::Checklist& checklist, const Place& place);
    Conclusion::Item concludeItem(const Verdict& verdict, const check::Checklist& checklist, const check::ChecklistItem& item,
                                  const Place& place);
    evaluate::Status openStatus(const Needs& missing) const;
    void concludeDecide(Verdict& verdict, const check::Decide& decide, const Place& place);
    Needs awaitedBy(const check::Decide& decide, const Place& place);
    void concludeDefine(Verdict& verdict, const check::Define& define, const Place& place);
    Selection selection(const check::Define& define, const Place& place);
    Selection kleeneSelection(const check::Define& define, const std::vector<Truth>& conditions) const;
    StageState stage(check::StageId id);
    void nameStatus(Verdict& verdict);
    void plant(Verdict& verdict, const Place& place);
    std::map<check::DeclId, Divided> divided_;
    Conclusion withoutItems(check::DeclId id, check::ListId list, std::optional<Item> parent);
    std::vector<Conclusion> conclusionsOf(check::DeclId decl);

    const check::Checked& rules_;
    const CaseView& view_;
    const Options& options_;
    std::map<std::pair<check::DeclId, std::optional<Item>>, Verdict> verdicts_;
    std::map<check::StageId, StageState> stages_;
    Needs awaited_;  // events for which some declaration waits
    std::size_t residualsSkipped_ = 0;
};

}  // namespace assay::model

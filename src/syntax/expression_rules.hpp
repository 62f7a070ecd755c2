#pragma once

#include <optional>

#include "lexis_rules.hpp"

// Expressions. Loosest to tightest: or, and, not, comparison, + -, * /, unary minus, primary.
namespace assay::syntax::grammar {

struct NestingTooDeep : peg::failure, Wanted<Kind::NestingTooDeep> {};

// What the grammar keeps while it reads one declaration.
struct ReadState {
    std::size_t limit = 0;
    std::size_t depth = 0;
    std::optional<Expected> raised;
};

// Counts how deep rules that contain themselves stand in each other, and refuses before the stack is at risk.
template <class Rule>
struct Nested {
    using rule_t = typename peg::seq<Rule>::rule_t;
    using subs_t = peg::type_list<Rule>;

    template <peg::apply_mode A, peg::rewind_mode M, template <class...> class Action, template <class...> class Control, class Input,
              class... States>
    static bool match(Input& in, ReadState& state, States&&... states) {
        struct Level {
            explicit Level(std::size_t& counter) : depth(++counter) {}
            Level(const Level&) = delete;
            Level& operator=(const Level&) = delete;
            ~Level() { --depth; }
            std::size_t& depth;
        };
        const Level level(state.depth);
        if (state.depth > state.limit) {
            Control<NestingTooDeep>::raise(static_cast<const Input&>(in), state, states...);
        }
        return Control<Rule>::template match<A, M, Action, Control>(in, state, states...);
    }
};

using WantsValue = Wanted<Kind::ExpectedExpression>;

struct ComparisonChain : peg::failure, Wanted<Kind::ComparisonChain> {};
struct NeedsParentheses : peg::failure, Wanted<Kind::NeedsParentheses> {};
struct OperatorNeedsBlanks : peg::failure, Wanted<Kind::OperatorNeedsBlanks> {};

struct Expression;
struct Unary;
struct NotLevel;
struct Sum;

template <class... Rules>
using Then = peg::seq<peg::seq<Sep, peg::must<Rules>>...>;

// The reserved and quantifying words that open a construct which runs on to the right.
struct AllWords : peg::seq<peg::sor<Word<"all">, Word<"any">>, peg::plus<Space>, Word<"of">> {};
struct Quantifying
    : peg::seq<peg::sor<Word<"some">, Word<"every">, Word<"no">>, peg::plus<Space>,
               peg::opt<Word<"consecutive">, peg::plus<Space>, PathWord, Sep, peg::one<','>, Sep>, PathWord, peg::plus<Space>, Word<"in">> {
};
struct OpensToTheRight : peg::sor<AllWords, Quantifying, Word<"if">, Word<"not">> {};

// Primaries.
struct True : Word<"true">, Shaped<Shape::True> {};
struct False : Word<"false">, Shaped<Shape::False> {};
struct NoneValue : Word<"none">, Shaped<Shape::NoneValue> {};

struct Parenthesised : peg::seq<peg::one<'('>, Then<Expression, Mark<")">>> {};
struct Set : peg::seq<peg::one<'{'>, Sep, Commas<Sum>, Then<Mark<"}">>>, Shaped<Shape::Set> {};
struct ListOperand : peg::sor<Parenthesised, Path>, WantsValue {};
struct Where : peg::seq<Word<"where">, Then<Expression>>, Shaped<Shape::Where> {};
struct Source : peg::seq<Then<ListOperand>, peg::opt<Sep, Where>> {};

struct Absolute : peg::seq<Word<"abs">, Gap, peg::one<'('>, Then<Expression, Mark<")">>>, Shaped<Shape::Absolute> {};
struct Several : peg::seq<peg::plus<Space>, Word<"of">, Then<Sum, Mark<",">, Sum>, peg::star<Sep, peg::one<','>, Sep, peg::must<Sum>>> {};
struct Larger : peg::seq<Word<"larger">, Several>, Shaped<Shape::Larger> {};
struct Smaller : peg::seq<Word<"smaller">, Several>, Shaped<Shape::Smaller> {};

template <Literal L>
struct Chooses : peg::seq<Word<L>, peg::plus<Space>, peg::at<PathWord, peg::plus<Space>, Word<"in">>, Name, Sep, Word<"in">> {};
struct Count : peg::seq<Chooses<"count">, Source>, Shaped<Shape::Count> {};
struct WhereWanted : Where {
    static constexpr Expected expected{Kind::ExpectedWord, "where"};
};
struct The : peg::seq<Chooses<"the">, Then<ListOperand, WhereWanted>>, Shaped<Shape::The> {};

struct OperandStart : peg::sor<peg::one<'('>, peg::digit, peg::seq<peg::not_at<WordWhich<isNoUnit>>, PathWord>> {};
template <Literal L>
struct Measuring : peg::seq<Word<L>, peg::plus<Blank>, peg::at<OperandStart>, peg::must<Sum>, Then<Word<"for">, Name, Word<"in">>, Source> {
};
struct SumOf : Measuring<"sum">, Shaped<Shape::SumOf> {};
struct MinOf : Measuring<"min">, Shaped<Shape::MinOf> {};
struct MaxOf : Measuring<"max">, Shaped<Shape::MaxOf> {};

struct Apply : peg::seq<Path, Gap, peg::one<'('>, Sep, Commas<Expression>, Then<Mark<")">>>, Shaped<Shape::Apply> {};
struct PairOf : peg::seq<Path, peg::plus<Space>, Word<"of">, Then<Mark<"(">>, Sep, Commas<Expression>, Then<Mark<")">>>,
                Shaped<Shape::PairOf> {};

// The state of a lifecycle on a day, and the day on which it last entered a state.
struct StateOn : peg::seq<Path, peg::plus<Space>, Word<"on">, Then<Sum>>, Shaped<Shape::StateOn> {};
struct Entered : peg::seq<Path, peg::plus<Space>, Word<"entered">, Then<Name>>, Shaped<Shape::Entered> {};

struct Misplaced : peg::seq<peg::at<OpensToTheRight>, peg::raise<NeedsParentheses>> {};
// The next part, where a value was forgotten: `cites P1` is no path `cites`.
struct PartStart : peg::sor<peg::seq<peg::sor<Word<"cites">, Word<"reads">>, peg::plus<Blank>, WordWhich<isUpperWord>>,
                            peg::seq<peg::sor<Word<"label">, Word<"message">, Word<"ask">>, peg::plus<Blank>,
                                     peg::sor<Word<"en">, Word<"zh">>, Gap, peg::one<'"'>>> {};
struct Named : peg::seq<peg::not_at<PartStart>,
                        peg::sor<Absolute, Larger, Smaller, Count, The, SumOf, MinOf, MaxOf, Apply, PairOf, StateOn, Entered, Path>> {};
struct Primary : peg::sor<Parenthesised, Date, Number, Text, True, False, NoneValue, Reference, Misplaced, Named>, WantsValue {};

struct InnerUnary : Nested<Unary>, WantsValue {};
struct Negative : peg::seq<peg::one<'-'>, Gap, peg::must<InnerUnary>>, Shaped<Shape::Negative> {};
struct Unary : peg::sor<Negative, Primary>, WantsValue {};

// Arithmetic. Binary minus and division stand between blanks, so that names, dates and units keep their marks.
struct Times : peg::one<'*'>, Shaped<Shape::Times> {};
struct Over : peg::one<'/'>, Shaped<Shape::Over> {};
struct Plus : peg::one<'+'>, Shaped<Shape::Plus> {};
struct Minus : peg::one<'-'>, Shaped<Shape::Minus> {};
template <class Operator>
struct Spaced : peg::seq<Refuse<peg::seq<peg::not_at<Space>, Operator>, OperatorNeedsBlanks>,
                         peg::seq<Sep, Operator, Refuse<peg::not_at<Space>, OperatorNeedsBlanks>>> {};

struct Product : peg::seq<Unary, peg::star<peg::sor<peg::seq<Sep, Times>, Spaced<Over>>, Then<Unary>>>,
                 Shaped<Shape::Product>,
                 WantsValue {};
struct Sum : peg::seq<Product, peg::star<peg::sor<peg::seq<Sep, Plus>, Spaced<Minus>>, Then<Product>>>, Shaped<Shape::Sum>, WantsValue {};

// Comparison.
struct Inequality : peg::sor<peg::string<'<', '='>, peg::string<'>', '='>, peg::one<'<', '>'>>, Shaped<Shape::Inequality> {};
struct IsGiven : Word<"given">, Shaped<Shape::IsGiven> {};
struct IsComplete : peg::seq<Word<"complete">, peg::not_at<peg::one<'.', '('>>>, Shaped<Shape::IsComplete> {};
struct IsUnique : peg::seq<Word<"unique">, peg::not_at<peg::one<'.', '('>>>, Shaped<Shape::IsUnique> {};
struct SetOrSum : peg::sor<Set, Sum>, WantsValue {};
struct SubsetOf : peg::seq<Word<"subset">, peg::plus<Space>, Word<"of">, Then<SetOrSum>>, Shaped<Shape::SubsetOf> {};
struct IsNotGiven : Word<"given">, Shaped<Shape::IsNotGiven> {};
struct IsNotValue : peg::seq<Sum>, Shaped<Shape::IsNotValue>, WantsValue {};
struct IsValue : peg::seq<Sum>, Shaped<Shape::IsValue>, WantsValue {};
struct AfterIsNot : peg::sor<IsNotGiven, IsNotValue>, WantsValue {};
struct AfterIs : peg::sor<peg::seq<Word<"not">, Then<AfterIsNot>>, IsGiven, IsComplete, IsUnique, SubsetOf, IsValue>, WantsValue {};
struct InTail : peg::seq<Word<"in">, Then<SetOrSum>>, Shaped<Shape::InTail> {};
struct Contains : peg::seq<Word<"contains">, Then<Sum>>, Shaped<Shape::Contains> {};
struct ComparisonTail : peg::sor<peg::seq<Inequality, Then<Sum>>, peg::seq<Word<"is">, Then<AfterIs>>, InTail, Contains> {};
struct ComparisonOperator : peg::sor<peg::one<'<', '>'>, Word<"is">, Word<"in">, Word<"contains">> {};
struct Comparison : peg::seq<Sum, peg::opt<Sep, ComparisonTail, Refuse<peg::seq<Sep, ComparisonOperator>, ComparisonChain>>>,
                    Shaped<Shape::Comparison>,
                    WantsValue {};

// Logic.
struct InnerNot : Nested<NotLevel>, WantsValue {};
struct Negation : peg::seq<Word<"not">, Then<InnerNot>>, Shaped<Shape::Negation> {};
struct If : peg::seq<Word<"if">, Then<Expression, Word<"then">, Expression, Word<"else">, Expression>>, Shaped<Shape::If> {};
struct HasWanted : Word<"has"> {
    static constexpr Expected expected{Kind::ExpectedWord, "where/has"};
};
struct Body : peg::seq<peg::if_then_else<peg::seq<Sep, Where>, Then<Word<"has">>, Then<HasWanted>>, Then<Expression>> {};
struct Some : peg::seq<Chooses<"some">, Then<ListOperand>, Body>, Shaped<Shape::Some> {};
struct Every : peg::seq<Chooses<"every">, Then<ListOperand>, Body>, Shaped<Shape::Every> {};
struct No : peg::seq<Chooses<"no">, Then<ListOperand>, Body>, Shaped<Shape::No> {};
struct Consecutive : peg::seq<Word<"every">, peg::plus<Space>, Word<"consecutive">, peg::plus<Space>, peg::at<PathWord, Sep, peg::one<','>>,
                              Name, Then<Mark<",">, Name, Word<"in">, ListOperand, Word<"by">, Sum, Word<"has">, Expression>>,
                     Shaped<Shape::Consecutive> {};
struct NotLevel : peg::sor<Negation, If, Consecutive, Some, Every, No, Comparison>, WantsValue {};
struct And : peg::seq<NotLevel, peg::star<Sep, Word<"and">, Then<NotLevel>>>, Shaped<Shape::And>, WantsValue {};
struct Or : peg::seq<And, peg::star<Sep, Word<"or">, Then<And>>>, Shaped<Shape::Or>, WantsValue {};

// A list of conditions stands alone: beside `and` or `or` nobody can tell where it ends.
struct Joined : peg::sor<Word<"and">, Word<"or">> {};
struct Conditions : peg::seq<peg::plus<Space>, Word<"of">, Sep, Commas<NotLevel>, Refuse<peg::seq<Sep, Joined>, NeedsParentheses>> {};
struct AllOf : peg::seq<Word<"all">, Conditions>, Shaped<Shape::AllOf> {};
struct AnyOf : peg::seq<Word<"any">, Conditions>, Shaped<Shape::AnyOf> {};

struct Expression : Nested<peg::sor<AllOf, AnyOf, Or>>, WantsValue {};

}  // namespace assay::syntax::grammar

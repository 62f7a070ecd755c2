#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tao/pegtl.hpp>

#include "node.hpp"
#include "words.hpp"

// Words, blanks and literals. The rules of grammar/assay.peg have the same names.
namespace assay::syntax::grammar {

namespace peg = tao::pegtl;
using diagnostics::Kind;

// What a rule leaves in the tree, and what is said when it was demanded and is not there.
template <Shape S>
struct Shaped {
    static constexpr Shape shape = S;
};
template <Kind K>
struct Wanted {
    static constexpr Expected expected{K, {}};
};

template <std::size_t N>
struct Literal {
    char text[N] = {};
    constexpr Literal(const char (&written)[N]) { std::copy_n(written, N, text); }  // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr std::string_view view() const { return {text, N - 1}; }
};

template <class Input>
std::string_view ahead(const Input& in) {
    return {in.current(), in.size()};
}

// A whole word, as against the start of a longer one.
template <Literal L>
struct Word {
    using rule_t = peg::any::rule_t;
    using subs_t = peg::empty_list;
    static constexpr Expected expected{Kind::ExpectedWord, L.view()};
    template <class Input>
    static bool match(Input& in) {
        const std::string_view rest = ahead(in);
        if (!rest.starts_with(L.view()) || wordLength(rest) != L.view().size()) {
            return false;
        }
        in.bump(L.view().size());
        return true;
    }
};

// Punctuation.
template <Literal L>
struct Mark {
    using rule_t = peg::any::rule_t;
    using subs_t = peg::empty_list;
    static constexpr Expected expected{Kind::ExpectedWord, L.view()};
    template <class Input>
    static bool match(Input& in) {
        if (!ahead(in).starts_with(L.view())) {
            return false;
        }
        in.bump(L.view().size());
        return true;
    }
};

// A word for which the test holds.
template <bool (*Test)(std::string_view)>
struct WordWhich {
    using rule_t = peg::any::rule_t;
    using subs_t = peg::empty_list;
    template <class Input>
    static bool match(Input& in) {
        const std::string_view word = ahead(in).substr(0, wordLength(ahead(in)));
        if (word.empty() || !Test(word)) {
            return false;
        }
        in.bump(word.size());
        return true;
    }
};

inline bool isNameWord(std::string_view word) {
    return beginsName(word) && !isReserved(word);
}
inline bool isUpperWord(std::string_view word) {
    return word.front() >= 'A' && word.front() <= 'Z';
}
inline bool isUnitWord(std::string_view word) {
    return !(word.front() >= '0' && word.front() <= '9') && word.front() != '_';
}
inline bool isNoUnit(std::string_view word) {
    return isReserved(word) || isPartWord(word);
}
inline bool isAnyWord(std::string_view word) {
    return !word.empty();
}

struct Blank : peg::one<' ', '\t'> {};
struct Comment : peg::seq<peg::one<'#'>, peg::until<peg::at<peg::eolf>>> {};
struct Space : peg::sor<Blank, peg::eol, Comment> {};
struct Gap : peg::star<Blank> {};                                   // stays on the line
struct Sep : peg::star<Space> {};                                   // may pass to another line of the declaration
struct Break : peg::seq<Gap, peg::opt<Comment>, peg::eol, Sep> {};  // demands another line

struct WordCharacters : WordWhich<isAnyWord> {};

struct Name : WordWhich<isNameWord>, Shaped<Shape::Name>, Wanted<Kind::ExpectedName> {};
struct PathWord : WordWhich<isNameWord> {};
struct Path : peg::seq<PathWord, peg::star<peg::one<'.'>, PathWord>>, Shaped<Shape::Path>, Wanted<Kind::ExpectedName> {};
struct Reference : peg::seq<WordWhich<isUpperWord>, peg::star<peg::one<'.', '-'>, WordCharacters>>,
                   Shaped<Shape::Reference>,
                   Wanted<Kind::ExpectedReference> {};

struct TextCharacter : peg::sor<peg::seq<peg::one<'\\'>, peg::one<'"', '\\'>>, peg::not_one<'"', '\\', '\r', '\n'>> {};
struct Text : peg::seq<peg::one<'"'>, peg::star<TextCharacter>, peg::one<'"'>>, Shaped<Shape::Text>, Wanted<Kind::ExpectedText> {};

// Ends the parse with the finding `Finding` where `Condition` matches.
template <class Condition, class Finding>
struct Refuse : peg::if_then_else<peg::at<Condition>, peg::raise<Finding>, peg::success> {};

template <class Rule>
struct Commas : peg::seq<peg::must<Rule>, peg::star<Sep, peg::one<','>, Sep, peg::must<Rule>>> {};

// Numbers. A date is tried before a number.
struct Date : peg::seq<peg::rep<4, peg::digit>, peg::one<'-'>, peg::rep<2, peg::digit>, peg::one<'-'>, peg::rep<2, peg::digit>,
                       peg::not_at<peg::sor<peg::one<'-'>, WordCharacters>>>,
              Shaped<Shape::Date> {};

struct NumberBeforeMinus : peg::failure, Wanted<Kind::NumberBeforeMinus> {};
struct NumberNotApart : peg::failure, Wanted<Kind::NumberNotApart> {};
struct UnitNotTight : peg::failure, Wanted<Kind::UnitNotTight> {};

struct Digits : peg::seq<peg::plus<peg::digit>, peg::opt<peg::one<'.'>, peg::plus<peg::digit>>>, Shaped<Shape::Digits> {};
struct Percent : peg::one<'%'>, Shaped<Shape::Percent> {};

struct WorkingDayWord : peg::seq<Word<"working">, peg::plus<Blank>, peg::sor<Word<"days">, Word<"day">>>, Shaped<Shape::WorkingDayWord> {};
struct DayWord : peg::sor<Word<"days">, Word<"day">>, Shaped<Shape::DayWord> {};
struct MonthWord : peg::sor<Word<"months">, Word<"month">>, Shaped<Shape::MonthWord> {};
struct YearWord : peg::sor<Word<"years">, Word<"year">>, Shaped<Shape::YearWord> {};

struct UnitWord : WordWhich<isUnitWord> {};
struct Unit : peg::seq<peg::not_at<WordWhich<isNoUnit>>, UnitWord, peg::star<peg::one<'.', '/'>, UnitWord>>, Shaped<Shape::Unit> {};
// What shows that the author went on with a unit after a blank, or broke one off.
struct LooseUnit : peg::sor<peg::one<'/'>, peg::seq<peg::one<'.'>, peg::not_at<peg::one<'.'>>>> {};

struct Measure : peg::sor<Percent, WorkingDayWord, DayWord, MonthWord, YearWord, peg::seq<Unit, Refuse<LooseUnit, UnitNotTight>>> {};
struct Number : peg::seq<Digits, Refuse<peg::one<'-'>, NumberBeforeMinus>, Refuse<peg::sor<peg::one<'%'>, WordCharacters>, NumberNotApart>,
                         peg::opt<peg::plus<Blank>, Measure>>,
                Shaped<Shape::Number>,
                Wanted<Kind::ExpectedNumber> {};
struct NegativeNumber : peg::seq<peg::one<'-'>, Number>, Shaped<Shape::Negative> {};
struct SignedNumber : peg::sor<NegativeNumber, Number>, Wanted<Kind::ExpectedNumber> {};

}  // namespace assay::syntax::grammar

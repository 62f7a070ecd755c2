#pragma once

#include "expression_rules.hpp"

// Types, headings and the parts of each declaration.
namespace assay::syntax::grammar {

// Types.
struct Type;
struct Optional : peg::one<'?'>, Shaped<Shape::Optional> {};
struct BoundsDots : peg::string<'.', '.'>, Shaped<Shape::BoundsDots> {};
struct Bounds
    : peg::sor<peg::seq<SignedNumber, Gap, BoundsDots, peg::opt<Gap, SignedNumber>>, peg::seq<BoundsDots, Gap, peg::must<SignedNumber>>>,
      Shaped<Shape::Bounds> {};
struct PlainType : peg::seq<Unit, Refuse<peg::seq<Gap, LooseUnit>, UnitNotTight>, peg::opt<Optional>, peg::opt<Gap, Bounds>>,
                   Shaped<Shape::PlainType> {};
struct NestedType : peg::seq<Nested<Type>>, Wanted<Kind::ExpectedType> {};
struct ListType : peg::seq<Word<"list">, peg::plus<Blank>, Word<"of">, Gap, peg::must<NestedType>>, Shaped<Shape::ListType> {};
struct ItemType : peg::seq<Word<"item">, peg::plus<Blank>, Word<"of">, Gap, peg::must<Path>, peg::opt<Optional>>,
                  Shaped<Shape::ItemType> {};
struct ElementType : peg::seq<Word<"of">, Gap, peg::must<NestedType>>, Shaped<Shape::ElementType> {};
struct Role : peg::seq<Word<"by">, Gap, peg::must<Name>>, Shaped<Shape::Role> {};
struct JudgementType : peg::seq<Word<"judgement">, peg::opt<Optional>, peg::opt<Gap, ElementType>, peg::opt<Gap, Role>>,
                       Shaped<Shape::JudgementType> {};
struct Type : peg::sor<ListType, ItemType, JudgementType, PlainType>, Wanted<Kind::ExpectedType> {};

// Texts.
struct English : peg::seq<Word<"en">, Gap, peg::at<peg::one<'"'>>, Text>, Shaped<Shape::English> {};
struct Chinese : peg::seq<Word<"zh">, Gap, peg::at<peg::one<'"'>>, Text>, Shaped<Shape::Chinese> {};
struct LocalText : peg::sor<peg::seq<English, peg::opt<Sep, Chinese>>, peg::seq<Chinese, peg::opt<Sep, English>>>,
                   Wanted<Kind::ExpectedLocalText> {};

// Parts that several declarations share.
struct Cites : peg::seq<Word<"cites">, Sep, Commas<Reference>>, Shaped<Shape::Cites> {};
struct Reads : peg::seq<Word<"reads">, Sep, Commas<Reference>>, Shaped<Shape::Reads> {};
struct Label : peg::seq<Word<"label">, Then<LocalText>>, Shaped<Shape::Label> {};
struct Message : peg::seq<Word<"message">, Then<LocalText>>, Shaped<Shape::Message> {};
struct When : peg::seq<Word<"when">, Then<Expression>>, Shaped<Shape::WhenPart> {
    static constexpr Expected expected{Kind::ExpectedWord, "when"};
};

// Headings.
struct Binder : peg::seq<Name, Then<Word<"in">, Path>>, Shaped<Shape::Binder>, Wanted<Kind::ExpectedName> {};
struct Binders : peg::seq<Word<"for">, Sep, Commas<Binder>> {};
struct AtStage : peg::seq<Word<"at">, Then<Name>>, Shaped<Shape::AtStage> {};
struct About : peg::seq<Word<"about">, Then<Name>>, Shaped<Shape::About> {};
struct InOrder : peg::seq<Word<"in">, Then<Word<"order">>>, Shaped<Shape::InOrder> {};
struct TypePart : peg::seq<peg::one<':'>, Then<Type>>, Shaped<Shape::TypePart> {};
struct Heading : peg::seq<Then<Path>, peg::opt<Sep, Binders>, peg::opt<Sep, AtStage>, peg::opt<Sep, About>> {};

template <class... Parts>
using PartsOf = peg::star<Sep, peg::sor<Parts...>>;

// ruleset
struct Title : peg::seq<Word<"title">, Then<LocalText>>, Shaped<Shape::Title> {};
struct EditionWords : peg::seq<peg::plus<peg::sor<WordCharacters, peg::one<'.', '-', '/'>>>,
                               peg::star<peg::plus<Blank>, peg::plus<peg::sor<WordCharacters, peg::one<'.', '-', '/'>>>>>,
                      Shaped<Shape::EditionWords> {};
struct EditionText : peg::sor<Text, EditionWords>, Wanted<Kind::ExpectedText> {};
struct Edition : peg::seq<Word<"edition">, Gap, peg::must<EditionText>>, Shaped<Shape::Edition> {};
struct ClausesFrom : peg::seq<Word<"clauses">, Then<Word<"from">, Text>>, Shaped<Shape::ClausesFrom> {};
struct UnitsFrom : peg::seq<Word<"units">, Then<Word<"from">, Text>>, Shaped<Shape::UnitsFrom> {};
struct FactorsFrom : peg::seq<Word<"factors">, Then<Word<"from">, Text>>, Shaped<Shape::FactorsFrom> {};
struct Parties : peg::seq<Word<"parties">, Sep, Commas<Name>>, Shaped<Shape::Parties> {};
struct Roles : peg::seq<Word<"roles">, Sep, Commas<Name>>, Shaped<Shape::Roles> {};
struct Sign : peg::seq<Word<"sign">, Then<When>>, Shaped<Shape::Sign> {};
struct Months : peg::seq<Word<"months">, Then<Word<"clamp">, Word<"to">, Word<"month">, Word<"end">>>, Shaped<Shape::Months> {};
struct Calendar : peg::seq<Word<"calendar">, Then<Word<"working_days">, Word<"from">, Text>>, Shaped<Shape::Calendar> {};
struct BaseUnits : peg::seq<Word<"unit">, Sep, Commas<Name>>, Shaped<Shape::BaseUnits> {};
struct Ruleset : peg::seq<Word<"ruleset">, Then<Path>,
                          PartsOf<Title, Edition, ClausesFrom, UnitsFrom, FactorsFrom, Parties, Roles, Sign, Months, Calendar, BaseUnits>>,
                 Shaped<Shape::Ruleset> {};

// stage
struct EnteredOn : peg::seq<Path>, Shaped<Shape::EnteredOn>, Wanted<Kind::ExpectedName> {};
struct Skipped : peg::seq<Word<"skipped">, Then<When>>, Shaped<Shape::Skipped> {};
struct Stage : peg::seq<Word<"stage">, Then<Name, Word<"entered">, Word<"on">, EnteredOn>, PartsOf<Skipped, Cites, Label>>,
               Shaped<Shape::Stage> {};

// A part that no field or enumerator can be mistaken for.
struct SaidOfField : peg::seq<peg::sor<Word<"ask">, Word<"label">>, Gap, peg::sor<Word<"en">, Word<"zh">>, Gap, peg::one<'"'>> {};

// enum: what follows an enumerator belongs to it; the next one begins on a line of its own
struct Ordered : Word<"ordered">, Shaped<Shape::Ordered> {};
struct Enumerator : peg::seq<peg::not_at<SaidOfField>, Name, peg::opt<Sep, LocalText>, peg::opt<Sep, Cites>>, Shaped<Shape::Enumerator> {};
struct Enum : peg::seq<Word<"enum">, Then<Name>, peg::opt<Sep, Ordered>, PartsOf<Cites, Label>, peg::star<Break, Enumerator>>,
              Shaped<Shape::Enum> {};

// facts and fields
struct AbsentIsNone : peg::seq<Word<"absent">, Then<Word<"is">, Word<"none">>>, Shaped<Shape::AbsentIsNone> {};
struct From : peg::seq<Word<"from">, Sep, Commas<Name>>, Shaped<Shape::From> {};
struct Ask : peg::seq<Word<"ask">, Then<LocalText>>, Shaped<Shape::Ask> {};
struct WithReason : peg::seq<Word<"with">, Then<Word<"reason">>>, Shaped<Shape::WithReason> {};

struct Pair : peg::seq<Word<"of">, Then<Mark<"(">, Type, Mark<",">, Type, Mark<")">>>, Shaped<Shape::Pair> {};
struct Fact : peg::seq<Word<"fact">, Then<Path>, peg::opt<Sep, Pair>, peg::opt<Sep, peg::one<':'>>, Then<Type>,
                       PartsOf<AbsentIsNone, From, Ask, Label, WithReason, Cites>>,
              Shaped<Shape::Fact> {};

// register: a list whose items lie in a file that cases share
struct Register : peg::seq<Word<"register">, Then<Name, Word<"of">, Name>, PartsOf<Label>>, Shaped<Shape::Register> {};

// record: a field's attributes stand on its line; its question and label may stand on the next
struct FieldAttribute : peg::sor<peg::seq<Gap, peg::sor<AbsentIsNone, From, Ask, Label, WithReason>>,
                                 peg::seq<Sep, peg::at<SaidOfField>, peg::sor<Ask, Label>>> {};
struct Field : peg::seq<Name, Gap, peg::must<Type>, peg::star<FieldAttribute>>, Shaped<Shape::Field> {};
struct DatedBy : peg::seq<Word<"dated">, Then<Word<"by">, Name>>, Shaped<Shape::DatedBy> {};
struct RecordPart : peg::sor<peg::seq<peg::at<Word<"cites">, Gap, WordWhich<isUpperWord>>, Cites>, peg::seq<peg::at<SaidOfField>, Label>> {
};
struct Record : peg::seq<Word<"record">, Then<Name>, peg::opt<Sep, DatedBy>, peg::star<Sep, RecordPart>, peg::star<Break, Field>>,
                Shaped<Shape::Record> {};

// reading
struct Alternative : peg::seq<Name>, Shaped<Shape::Alternative>, Wanted<Kind::ExpectedName> {};
struct Takes : peg::seq<Word<"takes">, Then<Name>>, Shaped<Shape::Takes> {};
struct Reading : peg::seq<Word<"reading">, Then<Reference, Mark<":">, Alternative, Mark<"|">, Alternative>,
                          peg::star<Sep, peg::one<'|'>, Then<Alternative>>, PartsOf<Takes, Cites, Label>>,
                 Shaped<Shape::Reading> {};

// rule, flag, contradiction
struct Require : peg::seq<Word<"require">, Then<Expression>>, Shaped<Shape::Require> {};
struct Rule : peg::seq<Word<"rule">, Heading, PartsOf<Cites, Reads, Label, Message, When, Require>>, Shaped<Shape::Rule> {};
struct Flag : peg::seq<Word<"flag">, Heading, PartsOf<Cites, Reads, Label, Message, When>>, Shaped<Shape::Flag> {};
struct Contradiction : peg::seq<Word<"contradiction">, Heading, PartsOf<Cites, Reads, Label, Message, When>>,
                       Shaped<Shape::Contradiction> {};

// checklist: what follows an item belongs to it
struct OfPrefix : peg::seq<Word<"of">, Then<Path>>, Shaped<Shape::OfPrefix> {};
struct ChecklistItem : peg::seq<Word<"item">, Then<Name>, PartsOf<Cites, Label, When, Require>>, Shaped<Shape::ChecklistItem> {};
struct Checklist
    : peg::seq<Word<"checklist">, Heading, peg::opt<Sep, OfPrefix>, PartsOf<Cites, Reads, Label, Message, When, ChecklistItem>>,
      Shaped<Shape::Checklist> {};

// decide: what follows an outcome belongs to it
struct Otherwise : Word<"otherwise">, Shaped<Shape::Otherwise> {};
struct Favour : peg::sor<Word<"favourable">, Word<"adverse">, Word<"neutral">>, Shaped<Shape::Favour> {};
struct OutcomeCondition : peg::sor<When, Otherwise>, Wanted<Kind::OutcomeShape> {};
struct Outcome : peg::seq<Name, Sep, peg::opt<Favour, Sep>, peg::must<OutcomeCondition>, PartsOf<Label, Cites>>, Shaped<Shape::Outcome> {};
struct Awaits : peg::seq<Word<"awaits">, Then<Path>>, Shaped<Shape::Awaits> {
    static constexpr Expected expected{Kind::ExpectedWord, "awaits"};
};
struct NotYet : peg::seq<Word<"not">, Then<Word<"yet">, When, Awaits>>, Shaped<Shape::NotYet> {};
struct Decide : peg::seq<Word<"decide">, Heading, peg::opt<Sep, InOrder>, peg::opt<Sep, TypePart>,
                         PartsOf<Cites, Reads, Label, Message, When, NotYet, Outcome>>,
                Shaped<Shape::Decide> {};

// define
struct Default : peg::seq<Word<"default">, Then<Expression>>, Shaped<Shape::Default> {};
struct OverPart : peg::seq<Word<"over">, Sep, Commas<Name>>, Shaped<Shape::OverPart> {};
struct Except : peg::seq<Word<"except">, Then<Name, Mark<":">, Expression, When>, PartsOf<OverPart, Cites>>, Shaped<Shape::Except> {};
struct Define : peg::seq<Word<"define">, Heading, peg::opt<Sep, TypePart>, PartsOf<Cites, Reads, Label, Message, Default, Except>>,
                Shaped<Shape::Define> {};

// table: a row is one line
struct Bar : peg::one<'|'> {};
struct CellEnd : Bar, Wanted<Kind::RowNotClosed> {};
struct CellValue : peg::sor<Date, SignedNumber, Text, True, False, Path>, Wanted<Kind::BadCell> {};
struct AnyCell : peg::seq<Word<"any">, peg::at<Gap, Bar>>, Shaped<Shape::AnyCell> {};
struct NoneCell : peg::seq<Word<"none">, peg::at<Gap, Bar>>, Shaped<Shape::NoneCell> {};
struct AtMost : peg::string<'<', '='>, Shaped<Shape::AtMost> {};
struct LessThan : peg::one<'<'>, Shaped<Shape::LessThan> {};
struct AtLeast : peg::string<'>', '='>, Shaped<Shape::AtLeast> {};
struct MoreThan : peg::one<'>'>, Shaped<Shape::MoreThan> {};
struct CellDots : peg::string<'.', '.'>, Shaped<Shape::CellDots> {};
struct Below : peg::seq<peg::sor<AtMost, LessThan>, Gap, peg::must<CellValue>> {};
struct Above : peg::seq<peg::sor<AtLeast, MoreThan>, Gap, peg::must<CellValue>> {};
struct Cell : peg::sor<AnyCell, NoneCell, Below, peg::seq<Above, peg::opt<Gap, Below>>, peg::seq<CellDots, Gap, peg::must<CellValue>>,
                       peg::seq<CellValue, peg::sor<peg::seq<Gap, CellDots, peg::opt<Gap, CellValue>>,
                                                    peg::star<Gap, peg::one<','>, Gap, peg::must<CellValue>>>>>,
              Shaped<Shape::Cell>,
              Wanted<Kind::BadCell> {};
struct LineTail : peg::sor<peg::eolf, peg::one<'#'>, Word<"when">, Word<"cites">> {};
template <class Content>
struct Line : peg::seq<Bar, Gap, peg::must<Content>, Gap, peg::must<CellEnd>,
                       peg::star<Gap, peg::not_at<LineTail>, peg::must<Content>, Gap, peg::must<CellEnd>>> {};
struct Columns : Line<Name>, Shaped<Shape::Columns> {};
struct RowCells : Line<Cell> {};
struct Row : peg::seq<RowCells, peg::opt<Gap, When>, peg::opt<Gap, Cites>>, Shaped<Shape::Row> {};
struct Parameter : peg::seq<Name, Then<Mark<":">, Type>>, Shaped<Shape::Parameter>, Wanted<Kind::ExpectedName> {};
struct HitFirst : Word<"first">, Shaped<Shape::HitFirst> {};
struct HitCollect : Word<"collect">, Shaped<Shape::HitCollect> {};
struct HitPolicy : peg::sor<Word<"unique">, HitFirst, HitCollect> {
    static constexpr Expected expected{Kind::ExpectedWord, "unique/first/collect"};
};
struct Complete : Word<"complete">, Shaped<Shape::Complete> {};
struct Hit : peg::seq<Word<"hit">, Then<HitPolicy>, peg::opt<Sep, Complete>>, Shaped<Shape::Hit> {};
struct Table : peg::seq<Word<"table">, Then<Path, Mark<"(">>, Sep, Commas<Parameter>, Then<Mark<")">>, peg::opt<Sep, TypePart>,
                        PartsOf<Cites, Reads, Label, Hit>, peg::opt<Break, Columns, peg::star<Break, Row>>>,
               Shaped<Shape::Table> {};

// quantity: what the quantification kernel computes
struct Quantity
    : peg::seq<Word<"quantity">, Then<Path>, peg::opt<Sep, peg::one<':'>>, Then<Type>, peg::opt<Sep, Binders>, PartsOf<Ask, Label, Cites>>,
      Shaped<Shape::Quantity> {};

// partition: what follows a step belongs to it
struct OfItem : peg::seq<Word<"of">, Then<Binder>>, Shaped<Shape::OfItem> {
    static constexpr Expected expected{Kind::ExpectedWord, "of"};
};
struct ByPart : peg::seq<Word<"by">, Sep, Commas<Expression>>, Shaped<Shape::ByPart> {};
struct Apart : peg::seq<Word<"apart">, Then<Name, Mark<",">, Name, WhereWanted>>, Shaped<Shape::Apart> {};
struct Step : peg::seq<Word<"step">, Then<Name>, PartsOf<Cites, Reads, Label, ByPart, Apart, When>>, Shaped<Shape::Step> {};
struct Agreed : peg::seq<Word<"agreed">, Then<Word<"by">, Path>, peg::opt<Sep, Cites>>, Shaped<Shape::Agreed> {};
struct Partition : peg::seq<Word<"partition">, Then<Path, OfItem>, peg::opt<Sep, AtStage>, peg::opt<Sep, About>,
                            PartsOf<Cites, Reads, Label, Message, Step, Agreed>>,
                   Shaped<Shape::Partition> {};

// duty
struct Runs : peg::seq<Word<"runs">, Then<Sum, Word<"after">, Sum>>, Shaped<Shape::Runs> {};
struct Pausing : peg::seq<Word<"pausing">, Then<Sum, Word<"to">, Sum, Word<"for">, Name, Word<"in">>, Source>, Shaped<Shape::Pausing> {};
struct MetBy : peg::seq<Word<"met">, Then<Word<"by">, Sum>>, Shaped<Shape::MetBy> {};
struct RollsOver : peg::seq<Word<"rolls">, Then<Word<"over">>, peg::opt<Sep, When>>, Shaped<Shape::RollsOver> {};
struct Duty : peg::seq<Word<"duty">, Heading, PartsOf<Cites, Reads, Label, Message, When, Runs, Pausing, MetBy, RollsOver>>,
              Shaped<Shape::Duty> {};

// lifecycle: what follows a transition belongs to it
struct Arrives : peg::seq<Name>, Shaped<Shape::Arrives>, Wanted<Kind::ExpectedName> {};
struct Moves : peg::seq<Commas<Name>, Then<Mark<"->">, Arrives>>, Wanted<Kind::ExpectedName> {};
struct Annuls : peg::seq<Word<"annuls">, Then<Sum>>, Shaped<Shape::Annuls> {};
struct Passing : peg::seq<Word<"after">, Then<Sum, Mark<":">, Moves>, PartsOf<Cites>>, Shaped<Shape::Passing> {};
struct Arrow : peg::sor<Annuls, Moves>, Wanted<Kind::ExpectedName> {};
struct Transition : peg::seq<Name, Sep, peg::one<':'>, Sep, Arrow, PartsOf<When, Cites>>, Shaped<Shape::Transition> {};
struct Lifecycle : peg::seq<Word<"lifecycle">, Heading, Then<OfItem>, peg::opt<Sep, TypePart>,
                            PartsOf<Cites, Reads, Label, Message, Passing, Transition>>,
                   Shaped<Shape::Lifecycle> {};

struct End : peg::eof, Wanted<Kind::UnknownPart> {};
struct Declaration : peg::seq<peg::sor<Ruleset, Stage, Enum, Record, Fact, Register, Reading, Rule, Decide, Define, Table, Flag,
                                       Contradiction, Checklist, Quantity, Partition, Duty, Lifecycle>,
                              Sep, peg::must<End>> {};

}  // namespace assay::syntax::grammar

#pragma once

#include <optional>
#include <string_view>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/evaluate/result.hpp"

// The words of reports: those of JSON, which never change and have no language, and those for people.
namespace assay::report {

[[nodiscard]] std::string_view key(evaluate::Status status);
// The status that has the key; nothing for another word.
[[nodiscard]] std::optional<evaluate::Status> statusOf(std::string_view key);
[[nodiscard]] std::string_view key(evaluate::VerdictKind verdict);
[[nodiscard]] std::string_view key(evaluate::MissingKind kind);
[[nodiscard]] std::string_view key(check::Mark mark);

enum class Word {
    AsOf,
    Decisions,
    Rules,
    Checklists,
    Duties,
    Partitions,
    Flags,
    Values,
    Variations,
    Holds,
    Fails,
    Determined,
    Undetermined,
    JudgementNeeded,
    NotYet,
    NotApplicable,
    Conflict,
    Conform,
    Nonconform,
    Favourable,
    Adverse,
    OneOf,
    Needs,
    NeedsJudgement,
    UndefinedIn,
    ConflictIn,
    NeedsData,
    NeedsRestating,
    Awaits,
    Because,
    Evidence,
    By,
    On,
    RestsOnReading,
    LimitReached,
    NothingMissing,
    NeededBy,
    AskedFrom,
    FromNobody,
    Rule,
    Decide,
    Define,
    Table,
    Flag,
    Contradiction,
    Checklist,
    Duty,
    Partition,
    Condition,
    Step,
    Row,
    Item,
    Reading,
    NotDecisive,
    LeftOut,
    SeeAbove,
    Unknown,
    None,
    True,
    False,
    AtLeast,
    AtMost,
    OtherReading,
    NoChange,
    NotJudged,
    GivenAlready,
    WouldBeWith,
    NoSmallChange,
    LargerSets,
    TrialsReached,
    AndAlso,
    ObtainAndRecord,
    ObtainJudgement,
    Now,
    NotRecorded,
    Less,
    More,
    NoLessThan,
    NoMoreThan,
    MoreThan,
    LessThan,
    OnOrAfter,
    OnOrBefore,
    AnyValue,
    Due,
    DueNotBefore,
    DueNotAfter,
    MetOn,
    NotCounted,
    MovedOver,
    Weekend,
    PausedBy,
    PausedOpenly,
    Unique,
    NotUnique,
    Agreed,
    NotTransitive,
    PossibleDivision,
    MoreDivisions,
    AskWhySeparated,
    KeepsApart,
    MayKeepApart,
    DoesNotSeparate,
    AreApart,
    StayTogether,
    MayBeApart,
    Before,
    After,
    Facts,
    Quantities,
    NewlyGiven,
    NoLongerGiven,
    RecordedOtherwise,
    NoSuchItem,
    BecauseOfTheDay,
    NothingChanged,
    Count  // number of words, not a word
};

[[nodiscard]] std::string_view word(Word word, diagnostics::Language language);
[[nodiscard]] Word wordOf(evaluate::Status status);
[[nodiscard]] Word wordOf(evaluate::VerdictKind verdict);

}  // namespace assay::report

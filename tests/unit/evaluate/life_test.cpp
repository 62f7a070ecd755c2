#include "life.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string_view>

namespace assay::evaluate {
namespace {

using quantity::Date;

// The life of a certificate, as the design's sample has it.
enum : LifeState { Start, Valid, Suspended, Revoked, Cancelled, Expired };

Date date(std::string_view text) {
    const std::optional<Date> parsed = Date::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(Date());
}

LifeDay on(std::string_view day) {
    return {date(day), date(day)};
}

LifeWay way(LifeState to, std::optional<bool> holds = true) {
    switch (to) {
        case Valid:
            return {{Start}, Valid, holds};
        case Suspended:
            return {{Valid}, Suspended, holds};
        case Revoked:
            return {{Valid, Suspended}, Revoked, holds};
        default:
            return {{Valid, Suspended}, Cancelled, holds};
    }
}

const LifeWay restoring{{Suspended}, Valid, true};

LifeAct act(std::string_view day, LifeWay taken) {
    return {on(day), {std::move(taken)}, {}, false};
}

LifeAct annulment(std::string_view day, std::size_t annulled, bool certain = true) {
    return {on(day), {}, {{annulled, certain}}, true};
}

LifeInput certificate(std::string_view asOf, std::vector<LifeAct> acts, std::optional<LifeDay> validUntil = std::nullopt) {
    LifeInput input;
    input.asOf = date(asOf);
    input.acts = std::move(acts);
    input.passings = {{validUntil, {Valid, Suspended}, Expired, false}};
    input.machine = {way(Valid), way(Suspended), restoring, way(Revoked), way(Cancelled)};
    return input;
}

LifeStates stateOf(const LifeInput& input) {
    return stateOn(input, lifeOf(input), input.asOf);
}

LifeStates onDay(const LifeInput& input, std::string_view day) {
    return stateOn(input, lifeOf(input), date(day));
}

const LifeAct issued = act("2025-03-01", way(Valid));

// P95: valid until the day itself, expired at the start of the next one.
TEST(Life, TimeAloneExpiresAtTheStartOfTheDayAfter) {
    EXPECT_EQ(stateOf(certificate("2027-02-28", {issued}, on("2027-02-28"))), LifeStates{Valid});
    const LifeInput after = certificate("2027-03-01", {issued}, on("2027-02-28"));
    EXPECT_EQ(stateOf(after), LifeStates{Expired});
    EXPECT_EQ(onDay(after, "2027-02-28"), LifeStates{Valid});
    const Life life = lifeOf(after);
    ASSERT_EQ(life.timeline.size(), 2U);
    EXPECT_EQ(life.timeline[0].since, date("2025-03-01"));
    EXPECT_EQ(life.timeline[0].acts, std::vector<std::size_t>{0});
    EXPECT_EQ(life.timeline[1].since, date("2027-03-01"));
    EXPECT_TRUE(life.timeline[1].acts.empty());
    EXPECT_EQ(life.timeline[1].passings, std::vector<std::size_t>{0});
}

TEST(Life, BeforeTheFirstActItIsTheStart) {
    const LifeInput input = certificate("2025-03-01", {issued});
    EXPECT_EQ(onDay(input, "2025-02-28"), LifeStates{Start});
    EXPECT_EQ(onDay(input, "2025-03-01"), LifeStates{Valid});
    EXPECT_EQ(stateOf(certificate("2025-02-28", {issued})), LifeStates{Start});  // not known yet
    EXPECT_EQ(stateOf(certificate("2025-02-28", {})), LifeStates{Start});
}

TEST(Life, AnActThatNoStateAcceptsIsRefusedWithItsState) {
    const LifeInput input = certificate("2026-06-01", {issued, act("2026-01-10", way(Revoked)), act("2026-02-10", restoring)});
    const Life life = lifeOf(input);
    ASSERT_TRUE(life.refusal);
    EXPECT_EQ(life.refusal->act, 2U);
    EXPECT_EQ(life.refusal->states, LifeStates{Revoked});
    EXPECT_EQ(life.refusedOn, date("2026-02-10"));
    EXPECT_EQ(onDay(input, "2026-02-09"), LifeStates{Revoked});
    EXPECT_TRUE(onDay(input, "2026-02-10").empty());
    EXPECT_FALSE(entered(input, Revoked));
    EXPECT_EQ(stateOf(certificate("2026-02-09", input.acts)), LifeStates{Revoked});  // asked a day before, there is no error
}

TEST(Life, SuspensionDoesNotStopExpiryAndNothingIsRestoredAfterIt) {
    const std::vector<LifeAct> acts{issued, act("2027-02-01", way(Suspended)), act("2027-03-01", restoring)};
    EXPECT_EQ(stateOf(certificate("2027-02-28", acts, on("2027-02-28"))), LifeStates{Suspended});
    const Life life = lifeOf(certificate("2027-03-01", acts, on("2027-02-28")));
    ASSERT_TRUE(life.refusal);  // the day of expiry begins expired
    EXPECT_EQ(life.refusal->act, 2U);
    EXPECT_EQ(life.refusal->states, LifeStates{Expired});
    EXPECT_EQ(stateOf(certificate("2027-03-01", acts, on("2027-03-01"))), LifeStates{Valid});
}

TEST(Life, AnUnknownGuardKeepsBothStatesUntilALaterActDropsOne) {
    std::vector<LifeAct> acts{issued, act("2026-01-10", way(Suspended, std::nullopt))};
    EXPECT_EQ(stateOf(certificate("2026-01-10", acts)), (LifeStates{Valid, Suspended}));
    const std::optional<LifeEntered> suspended = entered(certificate("2026-01-10", acts), Suspended);
    ASSERT_TRUE(suspended);
    EXPECT_TRUE(suspended->mayBeNever);
    EXPECT_EQ(suspended->on, on("2026-01-10"));
    acts.push_back(act("2026-02-10", restoring));
    EXPECT_EQ(stateOf(certificate("2026-02-10", acts)), LifeStates{Valid});
    EXPECT_FALSE(entered(certificate("2026-02-10", acts), Suspended)->mayBeNever);  // it was accepted, so it had been suspended
}

TEST(Life, AGuardThatDoesNotHoldMovesNothingAndIsNoError) {
    const LifeInput input = certificate("2026-06-01", {issued, act("2026-01-10", way(Suspended, false))});
    EXPECT_EQ(stateOf(input), LifeStates{Valid});
    EXPECT_FALSE(entered(input, Suspended)->on);
    EXPECT_FALSE(lifeOf(input).refusal);
}

// A granted appeal: from the annulled act's own date, for every question asked as of the annulment or later.
TEST(Life, AnAnnulmentUndoesFromTheDateOfTheActOnceItIsKnown) {
    const std::vector<LifeAct> acts{issued, act("2026-01-10", way(Revoked)), annulment("2026-04-01", 1)};
    EXPECT_EQ(stateOf(certificate("2026-03-31", acts)), LifeStates{Revoked});
    const LifeInput after = certificate("2026-04-01", acts);
    EXPECT_EQ(stateOf(after), LifeStates{Valid});
    EXPECT_EQ(onDay(after, "2026-01-10"), LifeStates{Valid});
    EXPECT_FALSE(entered(after, Revoked)->on);
    EXPECT_EQ(onDay(certificate("2026-03-31", acts), "2026-01-10"), LifeStates{Revoked});
}

TEST(Life, AnAnnulledRevocationDoesNotStopExpiry) {
    const std::vector<LifeAct> acts{issued, act("2027-01-10", way(Revoked)), annulment("2027-04-01", 1)};
    const LifeInput input = certificate("2027-04-01", acts, on("2027-02-28"));
    EXPECT_EQ(onDay(input, "2027-02-28"), LifeStates{Valid});
    EXPECT_EQ(stateOf(input), LifeStates{Expired});
}

TEST(Life, AnAnnulmentThatIsAnnulledAnnulsNothing) {
    std::vector<LifeAct> acts{issued, act("2026-01-10", way(Revoked)), annulment("2026-04-01", 1), annulment("2026-05-01", 2)};
    EXPECT_EQ(stateOf(certificate("2026-04-30", acts)), LifeStates{Valid});
    EXPECT_EQ(stateOf(certificate("2026-05-01", acts)), LifeStates{Revoked});
    acts[3].annuls[0].certain = false;
    EXPECT_EQ(stateOf(certificate("2026-05-01", acts)), (LifeStates{Valid, Revoked}));
}

TEST(Life, AnAnnulmentOfALaterActHasNoEffect) {
    EXPECT_EQ(stateOf(certificate("2026-06-01", {issued, annulment("2026-01-01", 2), act("2026-01-10", way(Revoked))})),
              LifeStates{Revoked});
}

TEST(Life, ActsOfOneDayComeAsWritten) {
    EXPECT_EQ(stateOf(certificate("2026-01-10", {issued, act("2026-01-10", way(Suspended)), act("2026-01-10", restoring)})),
              LifeStates{Valid});
    const Life life = lifeOf(certificate("2026-01-10", {issued, act("2026-01-10", restoring), act("2026-01-10", way(Suspended))}));
    ASSERT_TRUE(life.refusal);
    EXPECT_EQ(life.refusal->act, 1U);
    EXPECT_EQ(life.refusal->states, LifeStates{Valid});
}

TEST(Life, ActsAreOrderedByDateHoweverTheyAreWritten) {
    EXPECT_EQ(stateOf(certificate("2026-06-01", {act("2026-01-10", way(Revoked)), issued})), LifeStates{Revoked});
}

TEST(Life, AnUnknownEndOfValidityLeavesBothPossible) {
    const LifeDay unknown{Date::first(), Date::last()};
    EXPECT_EQ(stateOf(certificate("2026-06-01", {issued}, unknown)), (LifeStates{Valid, Expired}));
    const LifeDay range{date("2027-02-27"), date("2027-02-28")};
    EXPECT_EQ(stateOf(certificate("2027-02-27", {issued}, range)), LifeStates{Valid});
    EXPECT_EQ(stateOf(certificate("2027-02-28", {issued}, range)), (LifeStates{Valid, Expired}));
    EXPECT_EQ(stateOf(certificate("2027-03-01", {issued}, range)), LifeStates{Expired});
}

TEST(Life, AnActOnAnUnknownDayMayHaveComeOrNot) {
    LifeAct revoked = act("2026-01-10", way(Revoked));
    revoked.on.latest = date("2026-01-20");
    const LifeInput input = certificate("2026-01-15", {issued, revoked});
    EXPECT_EQ(onDay(input, "2026-01-09"), LifeStates{Valid});
    EXPECT_EQ(stateOf(input), (LifeStates{Valid, Revoked}));
    EXPECT_EQ(entered(input, Revoked)->on, (LifeDay{date("2026-01-10"), date("2026-01-15")}));
    EXPECT_TRUE(entered(input, Revoked)->mayBeNever);
    EXPECT_EQ(stateOf(certificate("2026-01-20", {issued, revoked})), LifeStates{Revoked});
}

TEST(Life, WhereTheOrderIsUnknownOnlyCoursesThatAreAcceptedRemain) {
    LifeAct suspended = act("2026-01-05", way(Suspended));
    suspended.on.latest = date("2026-01-20");
    EXPECT_EQ(stateOf(certificate("2026-02-01", {issued, suspended, act("2026-01-10", restoring)})), LifeStates{Valid});
}

TEST(Life, AnUnknownListLeavesWhatActsCanReach) {
    LifeInput input = certificate("2026-01-01", {});
    input.actsKnown = false;
    EXPECT_EQ(stateOf(input), (LifeStates{Start, Valid, Suspended, Revoked, Cancelled}));  // no day is given after which it expires
    input.passings.front().after = on("2025-12-31");
    EXPECT_EQ(stateOf(input), (LifeStates{Start, Valid, Suspended, Revoked, Cancelled, Expired}));
    EXPECT_TRUE(entered(input, Revoked)->mayBeNever);
}

TEST(Life, ADayAheadMaySeeWhatActsAndTimeCanReach) {
    const LifeInput input = certificate("2026-06-01", {issued, act("2026-01-10", way(Revoked))}, on("2027-02-28"));
    EXPECT_EQ(onDay(input, "2030-01-01"), LifeStates{Revoked});
    const LifeInput valid = certificate("2026-06-01", {issued}, on("2027-02-28"));
    EXPECT_EQ(onDay(valid, "2027-02-28"), (LifeStates{Valid, Suspended, Revoked, Cancelled}));
    EXPECT_EQ(onDay(valid, "2027-03-01"), (LifeStates{Valid, Suspended, Revoked, Cancelled, Expired}));
}

// Lives at random: acts of any kind on some days of one month, some guards unknown, without annulments.
std::vector<LifeAct> someActs() {
    std::vector<LifeAct> acts{act("2025-03-01", way(Valid))};
    const auto count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        const Date day(date("2025-03-01").dayNumber() + *rc::gen::inRange(0, 12));
        const int kind = *rc::gen::inRange(0, 4);
        LifeWay taken = kind == 0 ? restoring : way(Valid + static_cast<LifeState>(kind));
        if (*rc::gen::inRange(0, 3) == 0) taken.holds = std::nullopt;
        acts.push_back({{day, day}, {taken}, {}, false});
    }
    return acts;
}

RC_GTEST_PROP(LifeLaws, AskedAsOfADayTheStateIsThatOfThePrefix, ()) {
    const std::vector<LifeAct> acts = someActs();
    const LifeInput whole = certificate("2025-03-31", acts, on("2025-03-08"));
    for (Date day = date("2025-02-27"); day <= whole.asOf; day = Date(day.dayNumber() + 1)) {
        LifeInput replayed = whole;
        replayed.asOf = day;
        RC_ASSERT(stateOf(replayed) == stateOn(whole, lifeOf(whole), day));
    }
}

RC_GTEST_PROP(LifeLaws, AnAnnulmentRestoresWhatWouldHaveBeen, ()) {
    std::vector<LifeAct> acts = someActs();
    const auto annulled = *rc::gen::inRange<std::size_t>(0, acts.size());
    std::vector<LifeAct> without = acts;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(annulled));
    acts.push_back(annulment("2025-03-20", annulled));
    const LifeInput asIfNot = certificate("2025-03-20", without, on("2025-03-08"));
    const LifeInput withBoth = certificate("2025-03-20", acts, on("2025-03-08"));
    for (Date day = date("2025-02-27"); day <= withBoth.asOf; day = Date(day.dayNumber() + 1))
        RC_ASSERT(stateOn(withBoth, lifeOf(withBoth), day) == stateOn(asIfNot, lifeOf(asIfNot), day));
}

// Giving a guard that was unknown only takes states away. What is refused by every course was not possible before either.
RC_GTEST_PROP(LifeLaws, KnowingAGuardOnlyTakesStatesAway, ()) {
    const LifeInput vague = certificate("2025-03-31", someActs(), on("2025-03-08"));
    LifeInput exact = vague;
    for (LifeAct& each : exact.acts)
        for (LifeWay& one : each.ways)
            if (!one.holds) one.holds = *rc::gen::arbitrary<bool>();
    const LifeStates before = stateOf(vague);
    for (const LifeState state : stateOf(exact))
        RC_ASSERT(before.contains(state));
}

}  // namespace
}  // namespace assay::evaluate

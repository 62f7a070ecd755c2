#include "levers.hpp"

#include <algorithm>

#include "basis.hpp"
#include "thresholds.hpp"

namespace assay::evaluate {

using check::TypeKind;
using facts::Entry;
using quantity::Date;
using quantity::Rational;

namespace {

Entry known(facts::Scalar value) {
    Entry entry;
    entry.state = Entry::State::Known;
    entry.value = std::move(value);
    return entry;
}

Entry none() {
    Entry entry;
    entry.state = Entry::State::None;
    return entry;
}

// A point of a stretch of a line that is not empty.
Rational witnessOf(const Stretch& stretch, bool whole) {
    const Rational step(1);
    if (stretch.low && !stretch.lowOpen) return *stretch.low;
    if (stretch.high && !stretch.highOpen) return *stretch.high;
    if (stretch.low && stretch.high && !whole) return (*stretch.low + *stretch.high) / Rational(2);
    if (stretch.low) return *stretch.low + step;
    return stretch.high ? *stretch.high - step : Rational(0);
}

// The thresholds and what lies between them, in order.
std::vector<Stretch> stretchesOf(const std::set<Rational>& thresholds, const Stretch& range, bool whole) {
    std::vector<Stretch> stretches;
    const auto between = [&](Stretch stretch) {
        if (whole && stretch.low && stretch.lowOpen) stretch = {*stretch.low + Rational(1), stretch.high, false, stretch.highOpen};
        if (whole && stretch.high && stretch.highOpen) stretch = {stretch.low, *stretch.high - Rational(1), stretch.lowOpen, false};
        const bool empty = stretch.low && stretch.high &&
                           (*stretch.low > *stretch.high || (*stretch.low == *stretch.high && (stretch.lowOpen || stretch.highOpen)));
        if (!empty) stretches.push_back(std::move(stretch));
    };
    Stretch next = range;
    for (const Rational& threshold : thresholds) {
        between({next.low, threshold, next.lowOpen, true});
        stretches.push_back({threshold, threshold, false, false});
        next = {threshold, range.high, true, range.highOpen};
    }
    between(next);
    return stretches;
}

bool contains(const Stretch& stretch, const Rational& value) {
    const bool above = !stretch.low || value > *stretch.low || (value == *stretch.low && !stretch.lowOpen);
    return above && (!stretch.high || value < *stretch.high || (value == *stretch.high && !stretch.highOpen));
}

class Maker {
public:
    Maker(const State& state, const Reachable& reachable)
        : state_(state), reachable_(reachable), facts_(*state.block().entry(0).facts), asOf_(state.block().entry(0).asOf) {}

    // Empty: nobody may change it, or there is nothing to try.
    [[nodiscard]] std::optional<Lever> make(const Cause& cause) const {
        Lever lever;
        if (cause.kind == Cause::Kind::Fact) {
            lever.place.fact = check::FactId(cause.id);
        } else if (cause.kind == Cause::Kind::Field) {
            lever.place = {{}, check::FieldId(cause.id), cause.list, state_.block().table(cause.list).item[cause.row]};
        } else {
            return std::nullopt;
        }
        if (lever.place.list.valid() && state_.rules().lists[lever.place.list].isRegister) return std::nullopt;
        const check::Quality& quality = qualityOf(lever.place, state_.rules());
        const Entry* entry = cause.kind == Cause::Kind::Fact ? state_.block().source(lever.place.fact, 0)
                                                             : state_.block().source(lever.place.field, cause.list, cause.row);
        const bool given = entry != nullptr && entry->state != Entry::State::Absent;
        if (!(quality.quantified ? given && canBeReached(quality) : someParty(quality)) || (given && quality.judgement))
            return std::nullopt;
        lever.name = nameOf(state_, cause);
        lever.isEvent = quality.absentIsNone;
        lever.isWhole = quality.type.isWhole();
        if (quality.type.isOrderedLine()) {
            line(lever, quality, given ? entry : nullptr);
        } else {
            alternatives(lever, quality, given ? entry : nullptr);
        }
        return lever.options.empty() ? std::nullopt : std::optional(std::move(lever));
    }

private:
    [[nodiscard]] bool someParty(const check::Quality& quality) const {
        const auto& parties = state_.rules().parties;
        return std::any_of(quality.from.begin(), quality.from.end(), [&](const std::string& name) {
            return std::any_of(parties.begin(), parties.end(), [&](const check::Party& party) { return party.name == name; });
        });
    }

    // A footprint or a share is otherwise where what is made is; a number of findings is not something to be reached.
    static bool canBeReached(const check::Quality& quality) {
        return quality.type.kind == TypeKind::Quantity || quality.type.kind == TypeKind::Ratio;
    }

    void alternatives(Lever& lever, const check::Quality& quality, const Entry* entry) const {
        const auto offer = [&](facts::Scalar value) {
            if (entry == nullptr || entry->value != value) lever.options.push_back({known(std::move(value)), {}});
        };
        const check::Type& type = quality.type;
        if (type.kind == TypeKind::Bool) {
            offer(true);
            offer(false);
        } else if (type.kind == TypeKind::Enum) {
            for (std::size_t index = 0; index < state_.rules().enumerations[type.enumeration].enumerators.size(); ++index)
                offer(facts::EnumeratorIndex{index});
        } else if (type.kind == TypeKind::Item) {
            constexpr std::size_t most = 64;
            const std::size_t items = std::min(most, facts_.lists[type.list].items.size());
            for (std::size_t index = 0; index < items; ++index)
                offer(facts::ItemIndex{index});
        }
        offerNone(lever, quality, entry);
    }

    static void offerNone(Lever& lever, const check::Quality& quality, const Entry* entry) {
        const bool isNone = entry != nullptr && entry->state == Entry::State::None;
        if (quality.type.optional && !quality.absentIsNone && !quality.quantified && !isNone) lever.options.push_back({none(), {}});
    }

    // An event can happen on the day of judging; what has happened stays. Another date moves to that day or later.
    void line(Lever& lever, const check::Quality& quality, const Entry* entry) const {
        const bool isDate = quality.type.kind == TypeKind::Date;
        if (isDate && quality.absentIsNone) {
            const bool isAhead = entry != nullptr && entry->state == Entry::State::Known && std::get<Date>(*entry->value) > asOf_;
            if (entry == nullptr || entry->state == Entry::State::None || isAhead) lever.options.push_back({known(asOf_), {}});
            return;
        }
        Stretch range{quality.low, quality.high, false, false};
        if (isDate) {
            range = {};
            if (entry != nullptr) range.low = Rational(asOf_.dayNumber());
        }
        if (entry != nullptr && entry->state == Entry::State::Known) lever.now = numberOf(*entry);
        for (const Stretch& stretch : stretchesOf(thresholdsOf(state_, reachable_, lever.place, range), range, quality.type.isWhole())) {
            if (lever.now && contains(stretch, *lever.now)) continue;
            const Rational witness = witnessOf(stretch, quality.type.isWhole());
            if (isDate) {
                lever.options.push_back({known(Date(static_cast<std::int32_t>(witness.toInteger().value_or(0)))), stretch});
            } else {
                lever.options.push_back({known(witness), stretch});
            }
        }
        offerNone(lever, quality, entry);
    }

    static Rational numberOf(const Entry& entry) {
        const auto* date = std::get_if<Date>(&*entry.value);
        return date != nullptr ? Rational(date->dayNumber()) : std::get<Rational>(*entry.value);
    }

    const State& state_;
    const Reachable& reachable_;
    const facts::CaseFacts& facts_;
    Date asOf_;
};

}  // namespace

std::vector<Lever> leversOf(const State& state, check::DeclId decl, RowIndex row) {
    const Reachable reachable = reachableFrom(state, decl, row);
    const Basis basis = basisOf(state, decl, row);
    std::set<Cause> used;
    for (const Place place : basis.used)
        used.insert(*factCause(state, place));
    const Maker maker(state, reachable);
    std::vector<Lever> levers;
    for (const Cause& cause : reachable.facts) {
        std::optional<Lever> lever = maker.make(cause);
        if (!lever) continue;
        // That an event has not happened is nothing that the case says, so it is not among what was used.
        lever->used = lever->isEvent || used.count(cause) != 0 || basis.unknown.contains(cause);
        if (qualityOf(lever->place, state.rules()).quantified && !lever->used) continue;
        levers.push_back(std::move(*lever));
    }
    return levers;
}

}  // namespace assay::evaluate

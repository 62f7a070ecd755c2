#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "assay/facts/facts.hpp"
#include "assay/report/view.hpp"

// The dates of a case in order: what happened, what its rules date, what was due and what is due.
namespace assay::report {

struct TimelineEntry {
    enum class Kind : std::uint8_t {
        Event,  // a date that the case gives
        State,  // a lifecycle changes its state, by an act or by time; or will by time, if nothing comes before
        Value,  // a define that is a date
        Due,    // the due day of a duty that has arisen, or the earliest it can be
    };
    quantity::Date on;
    Kind kind = Kind::Event;
    std::string name;                                  // "application.signed_on", "findings[NC-01].issued_on", "conclude[U1]"
    const check::Quality* quality = nullptr;           // Event
    const evaluate::Conclusion* conclusion = nullptr;  // State, Value, Due
    check::ListId list = {};                           // Event of an item: its list
    std::string item = {};                             // and its name in results
    const evaluate::LifeEvent* event = nullptr;        // State that was
    const evaluate::LifeAhead* ahead = nullptr;        // State to come
};

// What people call it: the label of a declaration, the label or question of a fact.
[[nodiscard]] const syntax::LocalText& timelineLabel(const TimelineEntry& entry, const check::Checked& rules);

// Dates given, as known on the day of the result, settled date defines, and due days; by date, of one date events first, then in
// the order of the rules. Borrows all three.
[[nodiscard]] std::vector<TimelineEntry> listTimeline(const evaluate::CaseResult& result, const facts::CaseFacts& facts, const View& view);

[[nodiscard]] std::string timelineText(const evaluate::CaseResult& result, const std::vector<TimelineEntry>& entries, const View& view,
                                       const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json timelineJson(const evaluate::CaseResult& result, const std::vector<TimelineEntry>& entries,
                                                  const View& view);

}  // namespace assay::report

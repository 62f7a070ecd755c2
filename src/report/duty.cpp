#include "assay/report/duty.hpp"

#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "duty_parts.hpp"
#include "json_parts.hpp"

namespace assay::report {

using check::TypeKind;
using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::Deadline;
using evaluate::NotCounted;
using nlohmann::ordered_json;
using Why = quantity::NotCounted::Why;

namespace {

const check::Enumerator& standingOf(const Conclusion& conclusion, const check::Checked& rules) {
    return rules.enumerations[rules.standing].enumerators[*conclusion.outcome];
}

std::string_view whyKey(Why why) {
    switch (why) {
        case Why::Weekend:
            return "weekend";
        case Why::Holiday:
            return "holiday";
        case Why::Pause:
            return "pause";
    }
    return {};
}

std::string_view unitKey(TypeKind kind) {
    return kind == TypeKind::WorkingDays ? "working_days" : kind == TypeKind::Months ? "months" : "days";
}

ordered_json dateJson(const std::optional<quantity::Date>& date) {
    return date ? ordered_json(date->text()) : ordered_json();
}

}  // namespace

std::string standingKey(const Conclusion& conclusion, const check::Checked& rules) {
    return conclusion.outcome ? standingOf(conclusion, rules).name : std::string(key(conclusion.status));
}

std::string standingText(const Conclusion& conclusion, const check::Checked& rules, Language language) {
    return conclusion.outcome ? choose(standingOf(conclusion, rules).label, language)
                              : std::string(word(wordOf(conclusion.status), language));
}

std::string limitText(const Deadline& deadline, Language language) {
    if (!deadline.limit || !deadline.start) return {};
    const std::string limit = periodText(*deadline.limit, deadline.limitKind, language);
    return language == Language::Chinese ? deadline.start->text() + " 之后 " + limit : limit + " after " + deadline.start->text();
}

std::string ledgerLine(const NotCounted& days, Language language) {
    const std::string range = days.from.text() + (days.from == days.to ? "" : ".." + days.to.text()) + " ";
    switch (days.why) {
        case Why::Weekend:
            return range + std::string(word(Word::Weekend, language));
        case Why::Holiday:
            return range + choose(days.holiday, language);
        case Why::Pause:
            return range + std::string(word(Word::PausedBy, language)) + " " + join(days.pauses);
    }
    return range;
}

void addDeadlineJson(ordered_json& json, const Deadline& deadline) {
    json["due"] = dateJson(deadline.due);
    json["not_before"] = dateJson(deadline.notBefore);
    json["not_after"] = dateJson(deadline.notAfter);
    json["start"] = dateJson(deadline.start);
    json["limit"] = nullptr;
    if (deadline.limit) json["limit"] = {{"count", deadline.limit->exact()}, {"unit", unitKey(deadline.limitKind)}};
    json["met_by"] = dateJson(deadline.met);
    json["ledger"] = ordered_json::array();
    for (const NotCounted& days : deadline.ledger) {
        ordered_json entry;
        entry["from"] = days.from.text();
        entry["to"] = days.to.text();
        entry["why"] = whyKey(days.why);
        entry["holiday"] = localJson(days.holiday);
        entry["pauses"] = days.pauses;
        entry["moved"] = days.moved;
        json["ledger"].push_back(std::move(entry));
    }
    json["open_pauses"] = deadline.openPauses;
}

Color colorOf(const Conclusion& duty) {
    if (!duty.outcome) return duty.status == evaluate::Status::Conflict ? Color::Bad : Color::Open;
    switch (static_cast<check::Standing>(*duty.outcome)) {
        case check::Standing::Late:
        case check::Standing::Open:
            return Color::Bad;
        case check::Standing::Met:
            return Color::Good;
        case check::Standing::NotArisen:
            return Color::Faint;
        case check::Standing::Running:
            return Color::Open;
    }
    return Color::Open;
}

void writeDays(TextWriter& out, const Deadline& deadline, Language language) {
    const auto day = [&](Word lead, const std::optional<quantity::Date>& date) {
        if (date) out.text(", ").text(word(lead, language)).text(" " + date->text());
    };
    day(Word::Due, deadline.due);
    day(Word::DueNotBefore, deadline.notBefore);
    day(Word::DueNotAfter, deadline.notAfter);
    day(Word::MetOn, deadline.met);
}

void writeDeadline(TextWriter& out, std::size_t level, const Deadline& deadline, Language language) {
    const std::string limit = limitText(deadline, language);
    if (!limit.empty()) out.at(level).text(limit).end();
    for (const NotCounted& days : deadline.ledger) {
        out.at(level).text(word(days.moved ? Word::MovedOver : Word::NotCounted, language)).text(" " + ledgerLine(days, language)).end();
    }
    if (!deadline.openPauses.empty())
        out.at(level).paint(Color::Open, word(Word::PausedOpenly, language)).text(" " + join(deadline.openPauses)).end();
}

}  // namespace assay::report

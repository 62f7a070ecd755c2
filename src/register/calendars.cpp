#include "assay/register/calendars.hpp"

#include <set>
#include <utility>

#include "fields.hpp"

namespace assay::registers {

using diagnostics::Kind;
using diagnostics::Name;
using document::Node;
using quantity::CalendarDay;
using quantity::Date;

namespace {

class CalendarReader {
public:
    explicit CalendarReader(diagnostics::Diagnostics& findings) : findings_(findings) {}

    void readYear(const Node& table) {
        const Fields fields(table, "year", findings_);
        fields.refuseOthers({"year", "source", "locator", "status", "note"});
        const std::size_t before = findings_.all().size();
        const std::optional<int> year = fields.whole("year", firstYear, lastYear);
        CalendarSource source;
        source.notice = fields.text("source");
        source.locator = fields.text("locator");
        const std::string letter = fields.text("status");
        if (!letter.empty()) source.status = statusOf(letter, table.find("status")->span, findings_).value_or(Status::FromMemory);
        source.note = fields.optionalText("note");
        if (!year) return;
        source.span = table.find("year")->span;
        const auto [first, isNew] = sources_.try_emplace(*year, source);
        if (!isNew) {
            findings_.add(Kind::RegisterEntryTwice, source.span, {{"table", Name{"year"}}, {"name", Name{std::to_string(*year)}}})
                .note(Kind::FirstHere, first->second.span);
        }
        if (findings_.all().size() > before) broken_.insert(*year);
    }

    void readHoliday(const Node& table) {
        const Fields fields(table, "holiday", findings_);
        fields.refuseOthers({"from", "to", "name_en", "name_zh"});
        const std::optional<Date> from = fields.date("from");
        const std::optional<Date> to = table.find("to") == nullptr ? from : fields.date("to");
        const auto [english, chinese] = names(fields);
        if (!from || !to) {
            spoil(from ? from : to);
            return;
        }
        if (*to < *from) {
            findings_.add(Kind::CalendarPeriodReversed, table.find("to")->span, {{"from", *from}, {"to", *to}});
            spoil(from);
            return;
        }
        // A holiday may run from one year into the next, but not for years.
        if (to->year() > from->year() + 1) {
            findings_.add(Kind::CalendarYearAbsent, table.find("to")->span, {{"date", *to}});
            spoil(from);
            return;
        }
        for (std::int32_t day = from->dayNumber(); day <= to->dayNumber(); ++day)
            enter({Date(day), CalendarDay::Kind::Holiday, english, chinese}, table.find("from")->span);
    }

    void readWorked(const Node& table) {
        const Fields fields(table, "worked", findings_);
        fields.refuseOthers({"on", "name_en", "name_zh"});
        const std::optional<Date> on = fields.date("on");
        const auto [english, chinese] = names(fields);
        if (!on) return;
        const source::Span place = table.find("on")->span;
        if (!quantity::isWeekend(*on)) {
            findings_.add(Kind::WorkedWeekday, place, {{"date", *on}});
            spoil(on);
            return;
        }
        enter({*on, CalendarDay::Kind::WorkedWeekend, english, chinese}, place);
    }

    CalendarRegister take() {
        CalendarRegister result;
        for (auto& [year, source] : sources_) {
            if (broken_.contains(year)) continue;
            // Cannot fail: enter() keeps a day to one entry and to its year.
            result.calendar.addYear({year, std::move(days_[year])});
            result.sources.emplace(year, std::move(source));
        }
        return result;
    }

private:
    std::pair<std::string, std::string> names(const Fields& fields) { return {fields.text("name_en"), fields.text("name_zh")}; }

    void spoil(std::optional<Date> date) {
        if (date) broken_.insert(date->year());
    }

    void enter(CalendarDay day, source::Span place) {
        if (!sources_.contains(day.date.year())) {
            findings_.add(Kind::CalendarYearAbsent, place, {{"date", day.date}});
            return;
        }
        const auto [first, isNew] = places_.try_emplace(day.date, place);
        if (!isNew) {
            findings_.add(Kind::CalendarDayTwice, place, {{"date", day.date}}).note(Kind::FirstHere, first->second);
            spoil(day.date);
            return;
        }
        days_[day.date.year()].push_back(std::move(day));
    }

    diagnostics::Diagnostics& findings_;
    std::map<int, CalendarSource> sources_;
    std::map<int, std::vector<CalendarDay>> days_;
    std::map<Date, source::Span> places_;
    std::set<int> broken_;
};

}  // namespace

CalendarRegister readCalendar(const document::Node& root, diagnostics::Diagnostics& findings) {
    refuseOtherLists(root, "calendar", {"year", "holiday", "worked"}, findings);
    CalendarReader reader(findings);
    for (const Node* table : tablesOf(root, "year", findings))
        reader.readYear(*table);
    for (const Node* table : tablesOf(root, "holiday", findings))
        reader.readHoliday(*table);
    for (const Node* table : tablesOf(root, "worked", findings))
        reader.readWorked(*table);
    return reader.take();
}

}  // namespace assay::registers

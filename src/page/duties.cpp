#include <algorithm>

#include "assay/report/duty.hpp"
#include "assay/report/lifecycle.hpp"
#include "assay/report/timeline.hpp"
#include "assay/report/words.hpp"
#include "bar.hpp"
#include "entry.hpp"
#include "section.hpp"

namespace assay::page {

using diagnostics::Language;
using evaluate::Conclusion;
using report::TimelineEntry;
using report::Word;

namespace {

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

bool standsAs(const Conclusion& duty, check::Standing standing) {
    return duty.outcome == static_cast<std::size_t>(standing);
}

// By the day on which they were due; what has no day comes last.
std::vector<const Conclusion*> arisenDuties(const Sheet& sheet) {
    std::vector<const Conclusion*> duties = sheet.conclusionsOf<check::Duty>();
    std::erase_if(duties, [](const Conclusion* duty) {
        return standsAs(*duty, check::Standing::NotArisen) || duty->status == evaluate::Status::NotApplicable;
    });
    const auto dayOf = [](const Conclusion* duty) {
        const evaluate::Deadline& deadline = duty->deadline;
        return deadline.due ? *deadline.due : deadline.notBefore.value_or(quantity::Date::last());
    };
    std::stable_sort(duties.begin(), duties.end(), [&](const Conclusion* a, const Conclusion* b) { return dayOf(a) < dayOf(b); });
    return duties;
}

void writeDays(Markup& out, const evaluate::Deadline& deadline) {
    const auto day = [&](Word lead, const std::optional<quantity::Date>& date) {
        if (date) out.in("span", {{"class", "day"}}, [&] { out.text(said(lead)).plain(" " + date->text()); }).plain(" ");
    };
    day(Word::Due, deadline.due);
    day(Word::DueNotBefore, deadline.notBefore);
    day(Word::DueNotAfter, deadline.notAfter);
    day(Word::MetOn, deadline.met);
}

// How the due day came about: the limit, and the days that it did not count.
void writeLedger(Markup& out, const evaluate::Deadline& deadline) {
    const Both limit = both([&](Language language) { return report::limitText(deadline, language); });
    if (!limit.empty()) out.in("span", {{"class", "limit"}}, limit);
    if (deadline.ledger.empty() && deadline.openPauses.empty()) return;
    out.in("details", {{"class", "ledger"}}, [&] {
        out.in("summary", {}, [&] { out.text(said(Word::NotCounted)).plain(" (" + std::to_string(deadline.ledger.size()) + ")"); });
        out.in("ul", {}, [&] {
            for (const evaluate::NotCounted& days : deadline.ledger) {
                out.in("li", {}, [&] {
                    if (days.moved) out.text(said(Word::MovedOver)).plain(" ");
                    out.text(both([&](Language language) { return report::ledgerLine(days, language); }));
                });
            }
            for (const std::string& pause : deadline.openPauses)
                out.in("li", {}, [&] { out.text(said(Word::PausedOpenly)).plain(" ").name(pause); });
        });
    });
}

void writeDuty(Sheet& sheet, const Conclusion& duty, const DayScale& scale) {
    Markup& out = sheet.out;
    out.in("li", {}, [&] {
        out.in("div", {{"class", "duty-head"}}, [&] {
            write(out, markOf(duty, sheet.rules()));
            out.plain(" ").in("span", {{"class", "what"}}, both(sheet.declarationOf(duty).label)).plain(" ");
            sheet.reference(sheet.nameOf(duty));
            sheet.clauses(duty.clauses);
        });
        out.in("div", {{"class", "duty-days"}}, [&] {
            writeDays(out, duty.deadline);
            writeLedger(out, duty.deadline);
        });
        out.in("div", {{"class", "duty-bar"}}, [&] {
            const evaluate::Deadline& days = duty.deadline;
            scale.draw(out, {days.start, days.due, days.met, standsAs(duty, check::Standing::Late)});
        });
    });
}

void writeDate(Sheet& sheet, const TimelineEntry& entry) {
    Markup& out = sheet.out;
    out.in("li", {}, [&] {
        out.in("time", {{"datetime", entry.on.text()}}, entry.on.text()).plain(" ");
        if (entry.kind == TimelineEntry::Kind::Due) {
            out.text(said(entry.conclusion->deadline.due ? Word::Due : Word::DueNotBefore)).plain(" ");
            write(out, markOf(*entry.conclusion, sheet.rules()));
            out.plain(" ");
        }
        if (entry.kind == TimelineEntry::Kind::State) {
            const check::Declaration& declared = sheet.declarationOf(*entry.conclusion);
            const std::vector<std::size_t> to = entry.event ? entry.event->to : std::vector<std::size_t>{entry.ahead->to};
            out.in("strong", {}, both([&](Language language) {
                       return to.empty() ? std::string(report::word(Word::NotAccepted, language))
                                         : report::statesText(to, declared, sheet.rules(), language);
                   }));
            if (entry.ahead) out.plain(", ").text(said(Word::UnlessBefore));
            out.plain(" ");
        }
        const Both label = both(report::timelineLabel(entry, sheet.rules()));
        if (!label.empty()) out.text(label).plain(" ");
        sheet.reference(entry.name);
    });
}

}  // namespace

void writeDuties(Sheet& sheet) {
    Markup& out = sheet.out;
    const std::vector<const Conclusion*> duties = arisenDuties(sheet);
    const std::vector<TimelineEntry> dates = report::listTimeline(sheet.result(), *sheet.shown().facts, sheet.shown().view);
    if (duties.empty() && dates.empty()) return;
    sheet.part("time-line", phrase::duties, [&] {
        DayScale scale(sheet.result().asOf);
        for (const Conclusion* duty : duties) {
            for (const auto& day : {duty->deadline.start, duty->deadline.due, duty->deadline.met})
                scale.add(day);
        }
        if (!duties.empty()) {
            out.in("p", {{"class", "scale"}}, [&] {
                out.plain(scale.first().text() + " – " + scale.last().text() + "; ").text(phrase::legend);
                out.plain(" (" + sheet.result().asOf.text() + ")");
            });
            out.in("ol", {{"class", "duties"}}, [&] {
                for (const Conclusion* duty : duties)
                    writeDuty(sheet, *duty, scale);
            });
        }
        out.in("details", {{"class", "fold"}}, [&] {
            out.in("summary", {}, [&] { out.text(phrase::allDates).plain(" (" + std::to_string(dates.size()) + ")"); });
            out.in("ol", {{"class", "dates"}}, [&] {
                for (const TimelineEntry& entry : dates)
                    writeDate(sheet, entry);
            });
        });
        // The derivation of each due day; the list above leads here.
        std::vector<const Conclusion*> all = sheet.conclusionsOf<check::Duty>();
        if (all.empty()) return;
        out.in("details", {{"class", "fold"}}, [&] {
            out.in("summary", {}, [&] { out.text(said(Word::Duties)).plain(" (" + std::to_string(all.size()) + ")"); });
            for (const Conclusion* duty : all)
                page::writeEntry(sheet, *duty);
        });
    });
}

}  // namespace assay::page

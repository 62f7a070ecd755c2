#include "assay/diagnostics/escape.hpp"
#include "assay/report/agenda.hpp"
#include "text_writer.hpp"

namespace assay::report {

namespace {

constexpr std::size_t mostOctets = 75;  // of a line, RFC 5545, section 3.1

// A line, folded where it is too long; never within a character.
std::string contentLine(const std::string& line) {
    std::string folded;
    std::size_t octets = 0;
    for (std::size_t i = 0; i < line.size();) {
        std::size_t end = i + 1;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
            ++end;
        if (octets + (end - i) > mostOctets) {
            folded += "\r\n ";
            octets = 1;
        }
        folded.append(line, i, end - i);
        octets += end - i;
        i = end;
    }
    return folded + "\r\n";
}

// Section 3.3.11; nothing that could end a line or steer a terminal.
std::string calendarText(const std::string& text) {
    std::string escaped;
    for (const char c : diagnostics::escape(text)) {
        if (c == '\\' || c == ';' || c == ',') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string compact(quantity::Date date) {
    std::string text = date.text();
    std::erase(text, '-');
    return text;
}

// What it was judged as of stands for when it was written, so that the same agenda gives the same file.
std::string event(const AgendaEntry& entry, quantity::Date asOf, diagnostics::Language language) {
    const std::string& label = choose(entry.label, language);
    std::string about = entry.owner;
    if (!entry.people.empty()) about += (about.empty() ? "" : ": ") + join(entry.people);
    std::string text = contentLine("BEGIN:VEVENT");
    text += contentLine("UID:" + calendarText(entry.caseName + "/" + entry.name + "@assay"));
    text += contentLine("DTSTAMP:" + compact(asOf) + "T000000Z");
    text += contentLine("DTSTART;VALUE=DATE:" + compact(*entry.on));
    text += contentLine("SUMMARY:" + calendarText(entry.caseName + ": " + (label.empty() ? entry.name : label)));
    const std::string standing = choose(entry.standingLabel, language);
    std::string description = entry.name + (standing.empty() ? "" : ": " + standing);
    if (!about.empty()) description += "; " + about;
    if (!entry.clauses.empty()) description += "; " + join(entry.clauses);
    text += contentLine("DESCRIPTION:" + calendarText(description));
    text += contentLine("TRANSP:TRANSPARENT");
    return text + contentLine("END:VEVENT");
}

}  // namespace

std::string agendaCalendar(const Agenda& agenda, diagnostics::Language language) {
    std::string text = contentLine("BEGIN:VCALENDAR") + contentLine("VERSION:2.0") + contentLine("PRODID:-//assay//agenda//EN");
    for (const AgendaEntry& entry : agenda.entries) {
        if (!entry.on) continue;
        for (const AgendaCase& one : agenda.cases) {
            if (one.name != entry.caseName) continue;
            text += event(entry, one.asOf, language);
            break;
        }
    }
    return text + contentLine("END:VCALENDAR");
}

}  // namespace assay::report

#pragma once

#include <map>
#include <string>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/quantity/calendar.hpp"
#include "assay/register/status.hpp"

namespace assay::registers {

// Where the days of a year come from.
struct CalendarSource {
    std::string notice;  // "国办发明电〔2024〕12号"
    std::string locator;
    Status status = Status::FromMemory;
    std::string note;   // may be empty
    source::Span span;  // of the year
};

struct CalendarRegister {
    quantity::Calendar calendar;
    std::map<int, CalendarSource> sources;  // by year, of every year that the calendar knows
};

// Reads a calendar of working days: `[[year]] year, source, locator, status` (note may be missing), `[[holiday]] from, to, name_en,
// name_zh` (to may be missing: one day) and `[[worked]] on, name_en, name_zh`, the holiday that the weekend makes up for. A
// year with a finding in one of its days is left out: its working days would be guessed.
[[nodiscard]] CalendarRegister readCalendar(const document::Node& root, diagnostics::Diagnostics& findings);

}  // namespace assay::registers

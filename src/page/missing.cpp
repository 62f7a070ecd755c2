#include "assay/report/missing.hpp"

#include <algorithm>

#include "assay/report/questions.hpp"
#include "assay/report/words.hpp"
#include "section.hpp"

namespace assay::page {

using diagnostics::Language;
using report::MissingEntry;
using report::Word;

namespace {

// More than these fold.
constexpr std::size_t shownAtOnce = 15;

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

void writeEntry(Sheet& sheet, const MissingEntry& entry) {
    Markup& out = sheet.out;
    const evaluate::Missing& missing = entry.missing;
    out.in("li", {}, [&] {
        const Both question = both([&](Language language) { return report::questionFor(missing, sheet.rules(), language); });
        if (!question.empty()) out.in("span", {{"class", "question"}}, question).plain(" ");
        if (missing.kind != evaluate::MissingKind::Fact) out.text(said(report::needWord(missing))).plain(" ");
        out.name(missing.fact);
        if (!missing.quantity.empty()) out.plain(" → ").name(missing.quantity);
        sheet.clauses(report::clausesFor(missing, sheet.rules()));
        const check::Quality* quality = report::qualityOf(missing, sheet.rules());
        out.in("p", {{"class", "waits"}}, [&] {
            if (quality && !quality->from.empty()) {
                out.text(said(Word::AskedFrom));
                for (const std::string& giver : quality->from)
                    out.plain(" ").in("strong", {}, giver);
                out.plain(" · ");
            }
            out.text(said(Word::NeededBy));
            for (const evaluate::Conclusion* waiting : entry.decisions.empty() ? entry.others : entry.decisions) {
                out.plain(" ");
                sheet.reference(sheet.nameOf(*waiting));
            }
        });
    });
}

}  // namespace

void writeMissing(Sheet& sheet) {
    Markup& out = sheet.out;
    const std::vector<MissingEntry> entries = report::listMissing(sheet.result(), sheet.shown().view, sheet.shown().selection);
    sheet.part("missing", phrase::missing, [&] {
        if (entries.empty()) out.in("p", {}, phrase::nothingMissing);
        if (entries.empty()) return;
        const std::size_t first = std::min(entries.size(), shownAtOnce);
        out.in("ol", {{"class", "missing"}}, [&] {
            for (std::size_t i = 0; i < first; ++i)
                writeEntry(sheet, entries[i]);
        });
        if (first == entries.size()) return;
        out.in("details", {{"class", "fold"}}, [&] {
            out.in("summary", {}, [&] { out.plain(std::to_string(entries.size() - first) + " ").text(phrase::andMore); });
            out.in("ol", {{"class", "missing"}, {"start", std::to_string(first + 1)}}, [&] {
                for (std::size_t i = first; i < entries.size(); ++i)
                    writeEntry(sheet, entries[i]);
            });
        });
    });
}

}  // namespace assay::page

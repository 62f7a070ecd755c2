#include "assay/report/division.hpp"

#include <algorithm>

#include "assay/report/words.hpp"
#include "entry.hpp"
#include "section.hpp"

namespace assay::page {

using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::Separation;
using report::Word;

namespace {

// What the step compares comes first; more facts than its two values fold.
constexpr std::size_t factsAtOnce = 2;

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

void writeGroups(Markup& out, const evaluate::Division::Groups& groups) {
    out.in("ol", {{"class", "groups"}}, [&] {
        for (const std::vector<std::string>& group : groups) {
            out.in("li", {}, [&] {
                for (const std::string& id : group)
                    out.name(id).plain(" ");
            });
        }
    });
}

void writeFact(Sheet& sheet, const evaluate::UsedFact& used) {
    Markup& out = sheet.out;
    out.in("div", {}, [&] {
        out.in("span", {{"class", "fact"}}, used.fact).plain(" = ").in("span", {{"class", "value"}}, used.value);
        if (const std::string place = sheet.place(used.provenance.span); !place.empty())
            out.plain(" ").in("span", {{"class", "place"}}, place);
    });
}

void writeSeparation(Sheet& sheet, const Separation& separation, const check::Partition& partition) {
    Markup& out = sheet.out;
    out.in("tr", {}, [&] {
        out.in("th", {{"scope", "row"}}, separation.a + " | " + separation.b);
        out.in("td", {}, [&] {
            if (!separation.certain) out.text(said(Word::MayKeepApart)).plain(" ");
            for (const std::size_t step : separation.steps) {
                const check::PartitionStep& declared = partition.steps[step];
                const Both label = both(declared.label);
                if (label.empty()) {
                    out.name(declared.name);
                } else {
                    out.text(label);
                }
                sheet.clauses(declared.clauses);
            }
        });
        out.in("td", {}, [&] {
            const std::size_t first = std::min(separation.because.size(), factsAtOnce);
            for (std::size_t i = 0; i < first; ++i)
                writeFact(sheet, separation.because[i]);
            if (first == separation.because.size()) return;
            out.in("details", {{"class", "ledger"}}, [&] {
                out.in("summary", {}, [&] { out.plain(std::to_string(separation.because.size() - first) + " ").text(phrase::andMore); });
                for (std::size_t i = first; i < separation.because.size(); ++i)
                    writeFact(sheet, separation.because[i]);
            });
        });
    });
}

void writeDivision(Sheet& sheet, const Conclusion& conclusion) {
    Markup& out = sheet.out;
    const evaluate::Division& division = conclusion.division;
    const auto& partition = std::get<check::Partition>(sheet.declarationOf(conclusion).body);
    if (division.groups) writeGroups(out, *division.groups);
    for (const evaluate::Division::Groups& groups : division.divisions) {
        out.in("p", {}, said(Word::PossibleDivision));
        writeGroups(out, groups);
    }
    if (division.more) out.in("p", {}, said(Word::MoreDivisions));
    writeEntry(sheet, conclusion);
    if (division.separations.empty()) return;
    out.in("table", {{"class", "separations"}}, [&] {
        out.in("caption", {}, phrase::apart);
        out.in("thead", {}, [&] {
            out.in("tr", {}, [&] {
                for (const Phrase& head : {phrase::products, phrase::step, phrase::values})
                    out.in("th", {{"scope", "col"}}, head);
            });
        });
        out.in("tbody", {}, [&] {
            for (const Separation& separation : division.separations)
                writeSeparation(sheet, separation, partition);
        });
    });
}

}  // namespace

void writeDivisions(Sheet& sheet) {
    const std::vector<const Conclusion*> partitions = sheet.conclusionsOf<check::Partition>();
    if (partitions.empty()) return;
    sheet.part("partitions", said(Word::Partitions), [&] {
        for (const Conclusion* partition : partitions)
            writeDivision(sheet, *partition);
    });
}

}  // namespace assay::page

#include "section.hpp"

#include <algorithm>

#include "assay/report/headings.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/words.hpp"
#include "entry.hpp"

namespace assay::page {

using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::Status;
using report::Word;

namespace {

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

bool isLate(const Conclusion& conclusion, const check::Declaration& declared) {
    return std::holds_alternative<check::Duty>(declared.body) && conclusion.outcome == static_cast<std::size_t>(check::Standing::Late);
}

// What the verdicts hold against the case, and duties that are late.
std::vector<const Conclusion*> amiss(const Sheet& sheet) {
    std::vector<const Conclusion*> found;
    for (const Conclusion* conclusion : sheet.conclusions()) {
        const check::Declaration& declared = sheet.declarationOf(*conclusion);
        const bool counts = conclusion->counts && (report::isAdverse(*conclusion, declared) || conclusion->status == Status::Conflict);
        if (counts || isLate(*conclusion, declared)) found.push_back(conclusion);
    }
    return found;
}

// Entries of one kind: what a reader should see first, the rest folded by how it stands.
void writeGroup(Sheet& sheet, Word heading) {
    std::vector<const Conclusion*> all;
    for (const Conclusion* conclusion : sheet.conclusions()) {
        const check::Declaration& declared = sheet.declarationOf(*conclusion);
        const bool isRemark = heading == Word::Flags && conclusion->status == Status::NotApplicable;
        if (report::headingOf(declared) == heading && !isRemark) all.push_back(conclusion);
    }
    if (all.empty()) return;
    sheet.part(report::groupKey(heading), said(heading), [&] {
        std::vector<std::pair<Both, std::vector<const Conclusion*>>> quiet;
        for (const Conclusion* conclusion : all) {
            const Mark mark = markOf(*conclusion, sheet.rules());
            if (isLoud(mark)) {
                writeEntry(sheet, *conclusion);
                continue;
            }
            const Both words = conclusion->status == Status::Determined ? said(Word::Determined) : mark.words;
            auto group = std::find_if(quiet.begin(), quiet.end(), [&words](const auto& known) { return known.first == words; });
            if (group == quiet.end()) group = quiet.insert(quiet.end(), {words, {}});
            group->second.push_back(conclusion);
        }
        for (const auto& group : quiet) {
            sheet.out.in("details", {{"class", "fold"}}, [&] {
                sheet.out.in("summary", {}, [&] { sheet.out.text(group.first).plain(" (" + std::to_string(group.second.size()) + ")"); });
                for (const Conclusion* conclusion : group.second)
                    writeEntry(sheet, *conclusion);
            });
        }
    });
}

void writeVariations(Sheet& sheet) {
    Markup& out = sheet.out;
    for (const evaluate::Variation& variation : sheet.result().varied) {
        const check::Reading& reading = sheet.rules().readings[variation.reading];
        out.in("li", {}, [&] {
            sheet.reading(reading.name);
            out.plain(" ").text(said(Word::OtherReading)).plain(" ").name(reading.alternatives[variation.alternative]);
            if (variation.changes.empty()) out.plain(": ").text(said(Word::NoChange));
            out.in("ul", {}, [&] {
                for (const evaluate::Variation::Change& change : variation.changes) {
                    out.in("li", {}, [&] {
                        sheet.reference(report::conclusionName(sheet.rules().declarations[change.decl].name, change.item));
                        out.plain(": " + change.before + " → " + change.after);
                    });
                }
            });
        });
    }
}

}  // namespace

void writeVerdicts(Sheet& sheet) {
    Markup& out = sheet.out;
    const check::Ruleset& ruleset = sheet.rules().ruleset;
    out.in("p", {{"class", "about"}}, [&] {
        out.name(sheet.shown().row.name).plain(" · ").text(both(ruleset.title));
        out.plain(" · ").in("span", {{"class", "day"}}, [&] { out.text(said(Word::AsOf)).plain(" " + sheet.result().asOf.text()); });
    });
    if (const facts::Profile* profile = sheet.shown().view.profile)
        out.in("p", {{"class", "about"}}, both([profile](Language language) { return report::profileText(*profile, language); }));
    out.in("ul", {{"class", "verdicts"}}, [&] {
        for (const evaluate::Verdict& verdict : sheet.result().verdicts) {
            out.in("li", {}, [&] {
                out.in("span", {{"class", "party"}}, sheet.rules().parties[verdict.party].name).plain(" ");
                write(out, markOf(verdict.kind));
            });
        }
    });
}

void writeAttention(Sheet& sheet) {
    Markup& out = sheet.out;
    sheet.part("attention", phrase::attention, [&] {
        const std::vector<const Conclusion*> found = amiss(sheet);
        if (found.empty()) out.in("p", {}, phrase::nothingFails);
        if (found.empty()) return;
        out.in("ul", {{"class", "amiss"}}, [&] {
            for (const Conclusion* conclusion : found) {
                const check::Declaration& declared = sheet.declarationOf(*conclusion);
                out.in("li", {}, [&] {
                    write(out, markOf(*conclusion, sheet.rules()));
                    const Both message = both(declared.message);
                    out.plain(" ").text(message.empty() ? both(declared.label) : message).plain(" ");
                    sheet.reference(sheet.nameOf(*conclusion));
                    sheet.clauses(conclusion->clauses);
                    if (conclusion->reasons.empty()) return;
                    out.in("ul", {{"class", "reasons"}}, [&] {
                        for (const evaluate::Reason& reason : conclusion->reasons) {
                            const check::Declaration& below = sheet.rules().declarations[reason.decl];
                            out.in("li", {}, [&] {
                                write(out, markOf(reason.status));
                                out.plain(" ").text(both(report::reasonText(below, reason.status))).plain(" ");
                                sheet.reference(report::conclusionName(below.name, reason.item));
                                sheet.clauses(reason.clauses);
                            });
                        }
                    });
                });
            }
        });
    });
}

void writeDecisions(Sheet& sheet) {
    const std::vector<const Conclusion*> decisions = sheet.conclusionsOf<check::Decide>();
    if (decisions.empty()) return;
    sheet.part("decisions", said(Word::Decisions), [&] {
        for (const Conclusion* conclusion : decisions)
            writeEntry(sheet, *conclusion, Nesting::Unfolded);
    });
}

void writeConclusions(Sheet& sheet) {
    for (const Word heading : {Word::Checklists, Word::Rules, Word::Flags, Word::Values})
        writeGroup(sheet, heading);
}

void writeReadings(Sheet& sheet) {
    Markup& out = sheet.out;
    std::set<std::string> taken = sheet.readings();
    for (const Conclusion* conclusion : sheet.conclusions()) {
        for (const std::string& name : report::readingNames(sheet.rules(), conclusion->readings))
            taken.insert(name);
    }
    if (taken.empty() && sheet.result().varied.empty()) return;
    sheet.part("readings", phrase::readings, [&] {
        if (!sheet.result().varied.empty()) {
            sheet.heading(2, phrase::variations);
            out.in("ul", {{"class", "reasons"}}, [&] { writeVariations(sheet); });
        }
        out.in("dl", {{"class", "readings"}}, [&] {
            for (std::size_t i = 0; i < sheet.rules().readings.size(); ++i) {
                const check::Reading& reading = sheet.rules().readings[check::ReadingId(i)];
                if (taken.contains(reading.name) || sheet.readings().contains(reading.name))
                    writeReading(sheet, reading, sheet.id("reading-" + reading.name));
            }
        });
    });
}

void writeFindings(Sheet& sheet) {
    const std::vector<diagnostics::Diagnostic>& findings = sheet.shown().findings.all();
    if (findings.empty()) return;
    Markup& out = sheet.out;
    sheet.part("findings", phrase::findings, [&] {
        out.in("ul", {{"class", "reasons"}}, [&] {
            for (const diagnostics::Diagnostic& finding : findings) {
                out.in("li", {}, [&] {
                    out.name(diagnostics::code(finding.kind)).plain(" ");
                    out.text(both([&](Language language) { return diagnostics::sentence(finding.kind, finding.arguments, language); }));
                    if (const std::string place = sheet.place(finding.span); !place.empty())
                        out.plain(" ").in("span", {{"class", "place"}}, place);
                });
            }
        });
    });
}

}  // namespace assay::page

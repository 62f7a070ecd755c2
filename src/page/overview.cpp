#include "overview.hpp"

#include "mark.hpp"

namespace assay::page {

namespace {

// How many there are, and the first of them.
void counted(Markup& out, const std::vector<std::string>& all) {
    if (all.empty()) return;
    out.in("strong", {}, std::to_string(all.size())).plain(" ").name(all.front());
    if (all.size() > 1) out.plain(" …");
}

void writeLine(Markup& out, const Line& line) {
    const report::PortfolioRow& row = line.row;
    out.in("tr", {}, [&] {
        out.in("td", {}, [&] { write(out, markOf(row.attention)); });
        out.in("th", {{"scope", "row"}}, [&] {
            out.in("a", {{"href", "#" + line.id}}, row.name);
            const Both title = both(row.title);
            if (!title.empty()) out.in("span", {{"class", "label"}}, title);
        });
        out.in("td", {}, [&] { counted(out, row.adverse); });
        out.in("td", {}, [&] { counted(out, row.late); });
        out.in("td", {}, [&] {
            if (!row.due) return;
            out.in("span", {{"class", "day"}}, row.due->text());
            out.plain(" ").name(row.duty);
        });
        out.in("td", {{"class", "number"}}, row.open.empty() ? "" : std::to_string(row.open.size()));
        out.in("td", {{"class", "number"}}, row.missing == 0 ? "" : std::to_string(row.missing));
        out.in("td", {{"class", "number"}}, [&] {
            for (const auto& quantified : row.footprints) {
                out.in("div", {}, [&] {
                    if (row.footprints.size() > 1) out.name(quantified.first).plain(" ");
                    quantified.second.empty() ? out.text(phrase::notQuantified) : out.plain(quantified.second);
                });
            }
        });
        out.in("td", {{"class", "day"}}, row.asOf ? row.asOf->text() : "");
    });
}

}  // namespace

void writeOverview(Markup& out, const std::vector<Line>& lines) {
    out.in("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-labelledby", "overview-title"}}, [&] {
        out.in("table", {{"class", "overview"}}, [&] {
            out.in("caption", {{"id", "overview-title"}, {"class", "unseen"}}, phrase::portfolio);
            out.in("thead", {}, [&] {
                out.in("tr", {}, [&] {
                    for (const Phrase& head : {phrase::status, phrase::caseWord, phrase::adverse, phrase::lateOnes, phrase::nextDue})
                        out.in("th", {{"scope", "col"}}, head);
                    for (const Phrase& head : {phrase::openOnes, phrase::missingCount})
                        out.in("th", {{"scope", "col"}, {"class", "number"}}, head);
                    out.in("th", {{"scope", "col"}, {"class", "number"}}, "kgCO2e/FU");
                    out.in("th", {{"scope", "col"}}, phrase::judgedOn);
                });
            });
            out.in("tbody", {}, [&] {
                for (const Line& line : lines)
                    writeLine(out, line);
            });
        });
    });
}

}  // namespace assay::page

#include "assay/report/words.hpp"
#include "section.hpp"

namespace assay::page {

namespace {

void writeIdentity(Sheet& sheet) {
    Markup& out = sheet.out;
    const auto row = [&](const Both& what, const std::string& name, const std::string& digest) {
        out.in("tr", {}, [&] {
            out.in("th", {{"scope", "row"}}, what);
            out.in("td", {}, name);
            out.in("td", {{"class", "digest"}}, digest);
        });
    };
    out.in("table", {}, [&] {
        out.in("caption", {}, phrase::identity);
        out.in("thead", {}, [&] {
            out.in("tr", {}, [&] {
                out.in("td", {}, "");
                out.in("th", {{"scope", "col"}}, phrase::title);
                out.in("th", {{"scope", "col"}}, phrase::digest);
            });
        });
        out.in("tbody", {}, [&] {
            row(phrase::ruleSet, sheet.rules().ruleset.id, sheet.shown().view.rulesetDigest);
            row(phrase::caseWord, sheet.result().name, sheet.result().caseDigest);
            for (const facts::RegisterFile& file : sheet.result().registers)
                row(phrase::registers, file.name, file.digest);
        });
    });
}

}  // namespace

void writeEvidence(Sheet& sheet) {
    Markup& out = sheet.out;
    sheet.part("evidence", phrase::evidence, [&] {
        if (!sheet.shown().facts->evidence.empty()) {
            out.in("table", {}, [&] {
                out.in("caption", {}, phrase::evidence);
                out.in("thead", {}, [&] {
                    out.in("tr", {}, [&] {
                        out.in("th", {{"scope", "col"}}, "ID");
                        for (const Phrase& head : {phrase::title, phrase::file, phrase::digest})
                            out.in("th", {{"scope", "col"}}, head);
                    });
                });
                out.in("tbody", {}, [&] {
                    for (const facts::Evidence& evidence : sheet.shown().facts->evidence) {
                        out.in("tr", {{"id", sheet.idOfEvidence(evidence.id)}}, [&] {
                            out.in("th", {{"scope", "row"}}, evidence.id);
                            out.in("td", {}, [&] {
                                out.text(evidence.title);
                                if (const std::string place = sheet.place(evidence.span); !place.empty())
                                    out.plain(" ").in("span", {{"class", "place"}}, place);
                            });
                            if (evidence.file.empty()) {
                                out.in("td", {{"class", "none"}}, phrase::noFile);
                            } else {
                                out.in("td", {}, evidence.file);
                            }
                            out.in("td", {{"class", "digest"}}, evidence.sha256);
                        });
                    }
                });
            });
        }
        writeIdentity(sheet);
    });
}

}  // namespace assay::page

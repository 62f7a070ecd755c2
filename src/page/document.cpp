#include <algorithm>

#include "assay/page/page.hpp"
#include "embedded.hpp"
#include "mark.hpp"
#include "overview.hpp"
#include "policy.hpp"
#include "section.hpp"

namespace assay::page {

using diagnostics::Language;

namespace {

void writeJudged(Sheet& sheet) {
    writeVerdicts(sheet);
    writeFindings(sheet);
    writeAttention(sheet);
    writeMissing(sheet);
    writeDecisions(sheet);
    writeDuties(sheet);
    writeLifecycles(sheet);
    writeDivisions(sheet);
    writeFootprints(sheet);
    writeConclusions(sheet);
    writeReadings(sheet);
    writeEvidence(sheet);
}

void writeContents(Markup& out, const Sheet& sheet) {
    out.in("ul", {}, [&] {
        for (const Sheet::Part& part : sheet.parts()) {
            out.in("li", {}, [&] { out.in("a", {{"href", "#" + part.id}}, part.title); });
        }
    });
}

Both titleOf(const report::PortfolioRow& row) {
    const Both title = both(row.title);
    return title.empty() ? Both{row.name, row.name} : title;
}

void writeSwitch(Markup& out, Language language) {
    out.in("fieldset", {{"class", "language"}}, [&] {
        out.in("legend", {{"class", "unseen"}}, phrase::language);
        const auto choice = [&](const char* id, const char* words, const char* code, bool isChosen) {
            Attributes attributes{{"type", "radio"}, {"name", "language"}, {"id", id}};
            if (isChosen) attributes.push_back({"checked", ""});
            out.in("span", {{"class", "choice"}}, [&] {
                out.alone("input", attributes).in("label", {{"for", id}, {"lang", code}}, [&] { out.plain(words); });
            });
        };
        choice("show-en", "English", "en", language == Language::English);
        choice("show-zh", "中文", "zh-Hans", language == Language::Chinese);
    });
}

void writeClauses(Markup& out, const std::set<std::string>& cited, const check::Checked& rules) {
    out.in("section", {{"id", "clauses"}, {"aria-labelledby", "clauses-title"}}, [&] {
        out.in("h2", {{"id", "clauses-title"}}, phrase::clauses);
        out.in("dl", {{"class", "clause-texts"}}, [&] {
            for (const registers::Clause& clause : rules.clauses.all()) {
                if (!cited.contains(clause.id)) continue;
                out.in("div", {{"id", clauseId(clause.id, rules)}}, [&] {
                    out.in("dt", {}, clause.id);
                    out.in("dd", {}, [&] {
                        out.text(both(syntax::LocalText{clause.summaryEnglish, clause.summaryChinese, {}}));
                        if (!clause.thresholds.empty()) out.plain(" ").in("span", {{"class", "threshold"}}, clause.thresholds);
                    });
                });
            }
        });
    });
}

void writeHead(Markup& out, const std::string& title) {
    out.in("head", {}, [&] {
        out.alone("meta", {{"charset", "utf-8"}});
        out.alone("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", contentPolicy(styleSheet(), script())}});
        out.alone("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        out.alone("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
        out.in("title", {}, [&] { out.plain(title); });
        out.embedded("style", styleSheet());
    });
}

}  // namespace

void Page::add(const Shown& shown) {
    rules_ = &shown.view.rules;
    const std::size_t number = cases_.size() + 1;
    Markup out;
    Markup contents;
    Sheet sheet(shown, number, !isPortfolio_, out);
    const std::string id = sheet.id("case");
    out.in("article", {{"id", id}, {"aria-labelledby", id + "-title"}}, [&] {
        sheet.heading(0, titleOf(shown.row), id + "-title");
        if (shown.result) {
            writeJudged(sheet);
        } else {
            out.in("p", {}, [&] {
                out.name(shown.row.name).plain(" ");
                write(out, markOf(report::Attention::NotJudged));
            });
            writeFindings(sheet);
        }
    });
    writeContents(contents, sheet);
    cited_.insert(sheet.cited().begin(), sheet.cited().end());
    cases_.push_back({shown.row, id, out.take(), contents.take()});
}

std::string Page::title() const {
    if (cases_.size() != 1)
        return language_ == Language::Chinese ? std::string(phrase::portfolio.chinese) : std::string(phrase::portfolio.english);
    const Both title = titleOf(cases_.front().row);
    return language_ == Language::Chinese ? title.chinese : title.english;
}

std::string Page::take() {
    std::stable_sort(cases_.begin(), cases_.end(), [](const Written& a, const Written& b) { return report::isMoreUrgent(a.row, b.row); });
    Markup out;
    const auto page = [&] {
        writeHead(out, title());
        out.in("body", {}, [&] {
            out.in("a", {{"class", "skip"}, {"href", "#results"}}, phrase::skip);
            out.in("header", {{"class", "bar-top"}}, [&] {
                out.in("p", {{"class", "brand"}}, phrase::noTitle);
                out.in("div", {{"class", "tools"}, {"hidden", ""}}, [&] {
                    out.in("button", {{"type", "button"}, {"id", "unfold"}}, phrase::unfoldAll);
                    out.in("button", {{"type", "button"}, {"id", "fold"}}, phrase::foldAll);
                });
                writeSwitch(out, language_);
            });
            out.in("nav", {{"aria-labelledby", "contents-title"}}, [&] {
                out.in("p", {{"class", "title"}, {"id", "contents-title"}}, phrase::contents);
                if (!isPortfolio_ && !cases_.empty()) out.append(cases_.front().contents);
                if (isPortfolio_) {
                    out.in("ul", {}, [&] {
                        for (const Written& one : cases_) {
                            out.in("li", {}, [&] { out.in("a", {{"href", "#" + one.id}}, one.row.name); });
                        }
                    });
                }
                if (!cited_.empty()) {
                    out.in("ul", {}, [&] { out.in("li", {}, [&] { out.in("a", {{"href", "#clauses"}}, phrase::clauses); }); });
                }
            });
            out.in("main", {{"id", "results"}, {"tabindex", "-1"}, {"class", isPortfolio_ ? "many" : "one"}}, [&] {
                if (isPortfolio_) {
                    out.in("h1", {}, phrase::portfolio);
                    std::vector<Line> lines;
                    for (const Written& one : cases_)
                        lines.push_back({one.row, one.id});
                    writeOverview(out, lines);
                }
                for (const Written& one : cases_)
                    out.append(one.markup);
                if (!cited_.empty()) writeClauses(out, cited_, *rules_);
            });
            out.embedded("script", script());
        });
    };
    out.in("html", {{"lang", language_ == Language::Chinese ? "zh-Hans" : "en"}}, page);
    return "<!DOCTYPE html>\n" + out.take() + "\n";
}

}  // namespace assay::page

#include "assay/report/lifecycle.hpp"

#include <algorithm>

#include "assay/report/words.hpp"
#include "entry.hpp"
#include "section.hpp"

namespace assay::page {

using diagnostics::Language;
using evaluate::Conclusion;
using report::Word;

namespace {

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

bool hasDates(const evaluate::History& history) {
    return !history.events.empty() ||
           std::any_of(history.ahead.begin(), history.ahead.end(), [](const evaluate::LifeAhead& ahead) { return ahead.on.has_value(); });
}

class History {
public:
    History(Sheet& sheet, const Conclusion& lifecycle) : sheet_(sheet), out_(sheet.out), lifecycle_(lifecycle) {}

    void write() {
        out_.in("table", {{"class", "history"}}, [&] {
            out_.in("caption", {}, [&] {
                page::write(out_, markOf(lifecycle_, sheet_.rules()));
                if (lifecycle_.history.since) out_.plain(" ").text(said(Word::Since)).plain(" " + lifecycle_.history.since->text());
                out_.plain(" ").text(both(sheet_.declarationOf(lifecycle_).label)).plain(" ");
                sheet_.reference(sheet_.nameOf(lifecycle_));
            });
            out_.in("thead", {}, [&] {
                out_.in("tr", {}, [&] {
                    for (const Phrase& head : {phrase::day, phrase::act, phrase::from, phrase::to})
                        out_.in("th", {{"scope", "col"}}, head);
                });
            });
            out_.in("tbody", {}, [&] {
                for (const evaluate::LifeEvent& event : lifecycle_.history.events)
                    was(event);
                for (const evaluate::LifeAhead& ahead : lifecycle_.history.ahead)
                    if (ahead.on) comes(ahead);
            });
        });
    }

private:
    [[nodiscard]] Both states(const std::vector<std::size_t>& which) const {
        return both(
            [&](Language language) { return report::statesText(which, sheet_.declarationOf(lifecycle_), sheet_.rules(), language); });
    }

    void was(const evaluate::LifeEvent& event) {
        out_.in("tr", {}, [&] {
            out_.in("td", {{"class", "day"}}, event.earliest.text() + (event.latest == event.earliest ? "" : ".." + event.latest.text()));
            out_.in("td", {}, [&] {
                out_.text(both([&](Language language) { return report::actText(event, lifecycle_, sheet_.rules(), language); }));
                sheet_.clauses(event.clauses);
                if (const std::string place = sheet_.place(event.provenance.span); !place.empty())
                    out_.plain(" ").in("span", {{"class", "place"}}, place);
            });
            out_.in("td", {}, states(event.from));
            out_.in("td", {}, event.annulled ? said(Word::Annulled) : event.to.empty() ? said(Word::NotAccepted) : states(event.to));
        });
    }

    void comes(const evaluate::LifeAhead& ahead) {
        out_.in("tr", {{"class", "ahead"}}, [&] {
            out_.in("td", {{"class", "day"}}, ahead.on->text());
            out_.in("td", {}, [&] {
                out_.text(said(Word::PassingOfTime)).plain(", ").text(said(Word::UnlessBefore));
                sheet_.clauses(ahead.clauses);
            });
            out_.in("td", {}, states(lifecycle_.history.states));
            out_.in("td", {}, states({ahead.to}));
        });
    }

    Sheet& sheet_;
    Markup& out_;
    const Conclusion& lifecycle_;
};

}  // namespace

void writeLifecycles(Sheet& sheet) {
    const std::vector<const Conclusion*> lifecycles = sheet.conclusionsOf<check::Lifecycle>();
    if (lifecycles.empty()) return;
    sheet.part("lifecycles", said(Word::Lifecycles), [&] {
        for (const Conclusion* lifecycle : lifecycles) {
            if (hasDates(lifecycle->history)) History(sheet, *lifecycle).write();
            writeEntry(sheet, *lifecycle);
        }
    });
}

}  // namespace assay::page

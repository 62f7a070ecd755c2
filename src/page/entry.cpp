#include "entry.hpp"

#include "assay/report/outcome.hpp"
#include "assay/report/questions.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"

namespace assay::page {

using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::Status;
using report::Word;

namespace {

// More clauses than these fold.
constexpr std::size_t fewClauses = 3;

class Entry {
public:
    Entry(Sheet& sheet, const Conclusion& conclusion, Nesting nesting)
        : sheet_(sheet), out_(sheet.out), conclusion_(conclusion), declared_(sheet.declarationOf(conclusion)), nesting_(nesting) {}

    void write() {
        const Mark mark = markOf(conclusion_, sheet_.rules());
        if (sheet_.isBrief() && !isLoud(mark)) {
            out_.in("p", {{"class", "entry " + std::string(toneClass(mark.tone))}, {"id", sheet_.idOf(conclusion_)}}, [&] { head(mark); });
            return;
        }
        isBad_ = mark.tone == Tone::Bad;
        const std::string loud = isLoud(mark) ? " loud" : "";
        out_.in("details", {{"class", "entry " + std::string(toneClass(mark.tone)) + loud}, {"id", sheet_.idOf(conclusion_)}}, [&] {
            out_.in("summary", {}, [&] { head(mark); });
            out_.in("div", {{"class", "body"}}, [&] { body(); });
        });
    }

private:
    void head(const Mark& mark) {
        page::write(out_, mark);
        out_.plain(" ");
        const Both label = both(declared_.label);
        if (!label.empty()) out_.in("span", {{"class", "what"}}, label).plain(" ");
        out_.name(sheet_.nameOf(conclusion_));
        if (const std::string clauses = clauseNumbers(); !clauses.empty()) out_.plain(" ").in("span", {{"class", "cites"}}, clauses);
    }

    // A few, for the eye; the body has them all.
    [[nodiscard]] std::string clauseNumbers() const {
        std::string text;
        for (std::size_t i = 0; i < conclusion_.clauses.size() && i < fewClauses; ++i)
            text += (i == 0 ? "" : ", ") + conclusion_.clauses[i];
        return conclusion_.clauses.size() > fewClauses ? text + " …" : text;
    }

    void body() {
        message();
        exactNumber();
        reasons();
        clauses();
        items();
        readings();
        if (conclusion_.items.empty() && !conclusion_.missing.empty()) {
            title(phrase::needs);
            writeNeeds(sheet_, conclusion_.missing);
        }
        noMatter();
        if (!sheet_.isBrief() || isBad_) derivation();
    }

    void title(const Both& words) { out_.in("p", {{"class", "title"}}, words); }

    void message() {
        const bool isAmiss = conclusion_.status == Status::Fails || (conclusion_.counts && report::isAdverse(conclusion_, declared_));
        const Both words = both(declared_.message);
        if (isAmiss && !words.empty()) out_.in("p", {{"class", "message"}}, words);
        if (conclusion_.candidates.empty()) return;
        const check::EnumId enumeration = std::holds_alternative<check::Decide>(declared_.body)
                                              ? std::get<check::Decide>(declared_.body).enumeration
                                          : std::holds_alternative<check::Duty>(declared_.body) ? sheet_.rules().standing
                                                                                                : declared_.type.enumeration;
        out_.in("p", {}, [&] {
            out_.text(both([](Language language) { return report::word(Word::OneOf, language); })).plain(" ");
            bool isFirst = true;
            for (const std::string& name : report::enumeratorNames(sheet_.rules(), enumeration, conclusion_.candidates)) {
                if (!isFirst) out_.plain(", ");
                out_.name(name);
                isFirst = false;
            }
        });
    }

    void exactNumber() {
        if (!std::holds_alternative<check::Define>(declared_.body)) return;
        const std::optional<std::string> exact = report::exactValue(conclusion_.value, declared_, sheet_.rules());
        const bool isNumber = conclusion_.value.kind == evaluate::Known::Kind::Line && declared_.type.kind != check::TypeKind::Date;
        if (exact && isNumber) out_.in("p", {{"class", "exact"}}, phrase::exactly.with(*exact + unit()));
    }
    [[nodiscard]] std::string unit() const {
        return declared_.type.kind == check::TypeKind::Quantity ? " " + declared_.unit.symbol : std::string();
    }

    void reasons() {
        if (conclusion_.reasons.empty()) return;
        title(phrase::reasons);
        out_.in("ul", {{"class", "reasons"}}, [&] {
            for (const evaluate::Reason& reason : conclusion_.reasons) {
                const check::Declaration& declared = sheet_.rules().declarations[reason.decl];
                out_.in("li", {}, [&] {
                    page::write(out_, markOf(reason.status));
                    out_.plain(" ").text(both(report::reasonText(declared, reason.status))).plain(" ");
                    sheet_.reference(report::conclusionName(declared.name, reason.item));
                    sheet_.clauses(reason.clauses);
                });
            }
        });
    }

    void clauses() {
        if (conclusion_.clauses.empty()) return;
        if (conclusion_.clauses.size() <= fewClauses) {
            sheet_.clauseTexts(conclusion_.clauses);
            return;
        }
        out_.in("details", {{"class", "fold"}}, [&] {
            out_.in("summary", {}, [&] { out_.text(phrase::clauses).plain(" (" + std::to_string(conclusion_.clauses.size()) + ")"); });
            sheet_.clauseTexts(conclusion_.clauses);
        });
    }

    // Of a checklist: every item, each with what it needs.
    void items() {
        if (conclusion_.items.empty()) return;
        const auto& checklist = std::get<check::Checklist>(declared_.body);
        title(phrase::items);
        out_.in("ul", {{"class", "reasons"}}, [&] {
            for (std::size_t i = 0; i < conclusion_.items.size(); ++i) {
                const check::ChecklistItem& item = checklist.items[i];
                out_.in("li", {}, [&] {
                    page::write(out_, markOf(conclusion_.items[i].status));
                    out_.plain(" ").text(both(item.label)).plain(" ").name(item.name);
                    sheet_.clauses(item.clauses);
                    if (!conclusion_.items[i].missing.empty()) writeNeeds(sheet_, conclusion_.items[i].missing);
                });
            }
        });
    }

    void readings() {
        if (conclusion_.readings.empty()) return;
        title(phrase::readings);
        out_.in("dl", {{"class", "readings"}}, [&] {
            for (const check::ReadingId reading : conclusion_.readings)
                writeReading(sheet_, sheet_.rules().readings[reading]);
        });
    }

    void noMatter() {
        if (conclusion_.doesNotMatter.empty()) return;
        title(phrase::noMatter);
        out_.in("p", {}, [&] {
            for (const std::string& fact : conclusion_.doesNotMatter)
                out_.name(fact).plain(" ");
        });
    }

    void derivation() {
        const std::optional<trace::Step> step = sheet_.shown().explain(conclusion_);
        if (!step || step->premises.empty()) return;
        title(phrase::derivation);
        writeTree(sheet_, *step, nesting_, isBad_ ? Opening::Wide : Opening::Small);
    }

    Sheet& sheet_;
    Markup& out_;
    const Conclusion& conclusion_;
    const check::Declaration& declared_;
    Nesting nesting_;
    bool isBad_ = false;
};

}  // namespace

void writeEntry(Sheet& sheet, const Conclusion& conclusion, Nesting nesting) {
    Entry(sheet, conclusion, nesting).write();
}

void writeNeeds(Sheet& sheet, const std::vector<evaluate::Missing>& missing) {
    Markup& out = sheet.out;
    out.in("ul", {{"class", "needs"}}, [&] {
        for (const evaluate::Missing& one : missing) {
            const Both question = both([&](Language language) { return report::questionFor(one, sheet.rules(), language); });
            out.in("li", {}, [&] {
                out.text(both([&](Language language) { return report::word(report::needWord(one), language); })).plain(" ");
                out.name(one.fact);
                if (!question.empty()) out.plain(" ").in("span", {{"class", "question"}}, question);
            });
        }
    });
}

void writeReading(Sheet& sheet, const check::Reading& reading, const std::string& id) {
    Markup& out = sheet.out;
    out.in("div", id.empty() ? Attributes{} : Attributes{{"id", id}}, [&] {
        out.in("dt", {}, reading.name);
        out.in("dd", {}, [&] {
            out.text(both(reading.label)).plain(" ");
            out.in("span", {{"class", "taken"}}, [&] {
                out.text(phrase::taken).plain(" ").name(reading.alternatives[reading.taken]).plain(" ").text(phrase::insteadOf);
                for (std::size_t i = 0; i < reading.alternatives.size(); ++i) {
                    if (i != reading.taken) out.plain(" ").name(reading.alternatives[i]);
                }
            });
        });
    });
}

}  // namespace assay::page

#include "assay/report/result_markdown.hpp"

#include <algorithm>

#include "assay/report/headings.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/questions.hpp"
#include "assay/report/standing.hpp"
#include "assay/report/words.hpp"
#include "places.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using evaluate::Status;

namespace {

// Text in which nothing is markup and which stays on its line, in a cell of a table as well.
std::string plain(std::string_view text) {
    constexpr std::string_view active = "\\`*_{}[]()<>#|!~&";
    std::string escaped;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            escaped += ' ';
            continue;
        }
        if (active.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

class Page {
public:
    Page(const evaluate::CaseResult& result, const View& view, diagnostics::Language language, const Selection& selection)
        : result_(result), view_(view), language_(language), selection_(selection) {}

    std::string all() {
        head();
        decisions();
        missing();
        table(Word::Duties, [](const Conclusion& c) { return c.status != Status::NotApplicable && c.status != Status::NotYet; });
        table(Word::Checklists, isLoud);
        table(Word::Rules, isLoud);
        table(Word::Partitions, [](const Conclusion&) { return true; });
        table(Word::Flags, [](const Conclusion& c) { return c.status != Status::Fails && c.status != Status::NotApplicable; });
        table(Word::Values, [](const Conclusion& c) { return c.status == Status::Determined; });
        return std::move(out_);
    }

private:
    static bool isLoud(const Conclusion& conclusion) {
        return conclusion.status != Status::Holds && conclusion.status != Status::NotApplicable && conclusion.status != Status::NotYet;
    }
    [[nodiscard]] std::string say(Word what) const { return std::string(word(what, language_)); }
    [[nodiscard]] const check::Declaration& declarationOf(const Conclusion& conclusion) const {
        return view_.rules.declarations[conclusion.decl];
    }
    [[nodiscard]] std::string nameOf(const Conclusion& conclusion) const {
        return plain(conclusionName(declarationOf(conclusion).name, conclusion.item));
    }
    [[nodiscard]] std::string standing(const Conclusion& conclusion) const {
        return plain(standingWords(conclusion, view_.rules, language_));
    }
    [[nodiscard]] std::vector<const Conclusion*> under(Word heading) const {
        std::vector<const Conclusion*> found;
        for (const Conclusion& conclusion : result_.conclusions) {
            const check::Declaration& declared = declarationOf(conclusion);
            const bool isRaised = !std::holds_alternative<check::Contradiction>(declared.body);
            if (isRaised && headingOf(declared) == heading && selects(selection_, conclusion)) found.push_back(&conclusion);
        }
        return found;
    }

    void head() {
        out_ += "# " + plain(result_.name) + "\n\n";
        out_ += plain(view_.rules.ruleset.id) + ", " + say(Word::AsOf) + " " + result_.asOf.text() + "\n\n";
        if (view_.profile != nullptr) out_ += plain(profileText(*view_.profile, language_)) + "\n\n";
        out_ += "| | |\n| --- | --- |\n";
        for (const evaluate::Verdict& verdict : result_.verdicts)
            out_ += "| " + plain(view_.rules.parties[verdict.party].name) + " | **" + say(wordOf(verdict.kind)) + "** |\n";
    }

    void decisions() {
        const std::vector<const Conclusion*> decisions = under(Word::Decisions);
        table(Word::Decisions, [](const Conclusion&) { return true; });
        for (const Conclusion* conclusion : decisions) {
            if (conclusion->reasons.empty()) continue;
            out_ += "\n### " + nameOf(*conclusion) + ": " + standing(*conclusion) + "\n\n";
            for (const evaluate::Reason& reason : conclusion->reasons)
                because(reason);
        }
    }

    void because(const evaluate::Reason& reason) {
        const check::Declaration& declared = view_.rules.declarations[reason.decl];
        const std::string& text = choose(reasonText(declared, reason.status), language_);
        out_ += "- " + plain(conclusionName(declared.name, reason.item)) + ": " + say(wordOf(reason.status)) + clauses(reason.clauses);
        if (!text.empty()) out_ += ". " + plain(text);
        out_ += "\n";
        for (const evaluate::UsedFact& used : reason.because) {
            out_ += "  - " + plain(used.fact + " = " + used.value);
            std::vector<std::string> origin;
            if (used.provenance.span.valid())
                origin.push_back(relativeName(view_.sources, used.provenance.span.source, view_.roots) + ":" +
                                 std::to_string(view_.sources.begin(used.provenance.span).line));
            if (!used.provenance.evidence.empty()) origin.push_back(say(Word::Evidence) + " " + used.provenance.evidence);
            if (!origin.empty()) out_ += " (" + plain(join(origin)) + ")";
            out_ += "\n";
        }
    }

    // What open decisions need, each once, in the order in which they are met.
    void missing() {
        std::vector<std::string> lines;
        for (const Conclusion* conclusion : under(Word::Decisions)) {
            for (const evaluate::Missing& one : conclusion->missing) {
                const std::string& question = questionFor(one, view_.rules, language_);
                std::string line = "- " + plain(one.fact) + (question.empty() ? "" : ": " + plain(question)) + "\n";
                if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
            }
        }
        if (lines.empty()) return;
        out_ += "\n## " + say(Word::Needs) + "\n\n";
        for (const std::string& line : lines)
            out_ += line;
    }

    template <class Predicate>
    void table(Word heading, Predicate isShown) {
        std::vector<const Conclusion*> rows = under(heading);
        std::erase_if(rows, [&](const Conclusion* conclusion) { return selection_.empty() && !isShown(*conclusion); });
        if (rows.empty()) return;
        out_ += "\n## " + say(heading) + "\n\n| | | | |\n| --- | --- | --- | --- |\n";
        for (const Conclusion* conclusion : rows) {
            const check::Declaration& declared = declarationOf(*conclusion);
            out_ += "| " + nameOf(*conclusion) + " | " + standing(*conclusion) + " | " + plain(choose(declared.label, language_)) + " | " +
                    plain(join(conclusion->clauses)) + " |\n";
        }
    }

    [[nodiscard]] static std::string clauses(const std::vector<std::string>& ids) {
        return ids.empty() ? "" : " (" + plain(join(ids)) + ")";
    }

    const evaluate::CaseResult& result_;
    const View& view_;
    diagnostics::Language language_;
    const Selection& selection_;
    std::string out_;
};

}  // namespace

std::string resultMarkdown(const evaluate::CaseResult& result, const View& view, diagnostics::Language language,
                           const Selection& selection) {
    return Page(result, view, language, selection).all();
}

std::string unjudgedMarkdown(const std::string& name, const diagnostics::Diagnostics& findings, diagnostics::Language language) {
    std::string page = "# " + plain(name) + "\n\n" + std::string(word(Word::NotJudged, language)) + "\n\n";
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        page += "- " + std::string(diagnostics::code(finding.kind)) + ": " +
                plain(diagnostics::sentence(finding.kind, finding.arguments, language)) + "\n";
    }
    return page;
}

}  // namespace assay::report

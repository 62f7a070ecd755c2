#include "tree.hpp"

#include <algorithm>

#include "assay/report/explanation.hpp"
#include "assay/report/words.hpp"
#include "mark.hpp"

namespace assay::page {

using diagnostics::Language;
using report::Word;
using trace::Step;
using trace::StepKind;

namespace {

constexpr std::size_t smallTree = 14;  // steps
constexpr std::size_t wideTree = 60;

std::size_t decisiveSteps(const Step& step) {
    std::size_t count = 1;
    for (const Step& premise : step.premises)
        count += premise.decisive ? decisiveSteps(premise) : 0;
    return count;
}

Both said(Word what) {
    return both([what](Language language) { return report::word(what, language); });
}

// The exact form, where the shown one is cut or in another unit: "1/10" of 10 %.
std::string exactly(const Step& step) {
    const std::string& exact = step.conclusion;
    const bool isNumber = !exact.empty() && (exact.front() == '-' || (exact.front() >= '0' && exact.front() <= '9'));
    if (!isNumber || step.shown.empty() || step.type == "date") return {};
    const bool isShown = step.shown.starts_with(exact) && (step.shown.size() == exact.size() || step.shown[exact.size()] == ' ');
    return isShown ? std::string() : exact;
}

class Tree {
public:
    Tree(Sheet& sheet, Nesting nesting, bool isOpen) : sheet_(sheet), out_(sheet.out), nesting_(nesting), isOpen_(isOpen) {}

    void premises(const Step& step, std::size_t depth) {
        out_.in("ul", {{"class", depth == 0 ? "tree" : "branch"}}, [&] {
            std::size_t leftOut = 0;
            for (const Step& premise : step.premises) {
                if (premise.decisive) write(premise, depth);
                leftOut += premise.decisive ? 0U : 1U;
            }
            if (leftOut == 0) return;
            out_.in("li", {{"class", "left-out"}}, [&] { out_.plain(std::to_string(leftOut) + " ").text(phrase::leftOut); });
        });
    }

private:
    void write(const Step& step, std::size_t depth) {
        const std::string name = report::conclusionName(step.subject, step.item);
        const bool isNamed = step.kind == StepKind::Declaration && step.op != "table" && !step.premises.empty();
        const bool hasEntry = isNamed && !sheet_.idOf(name).empty();
        const bool repeats = (isNamed || step.kind == StepKind::Quantity) && !step.premises.empty();
        const bool isLinked = hasEntry && (nesting_ == Nesting::Linked || !sheet_.isFirst(name));
        const bool isElsewhere = isLinked || (repeats && !hasEntry && !sheet_.isFirst(step.op + " " + name));
        out_.in("li", {}, [&] {
            if (step.premises.empty() || isElsewhere) {
                head(step);
                if (isLinked) {
                    out_.plain(" ").in("a", {{"class", "elsewhere"}, {"href", "#" + sheet_.idOf(name)}}, phrase::derivedThere);
                } else if (isElsewhere) {
                    out_.plain(" ").in("span", {{"class", "elsewhere"}}, said(Word::SeeAbove));
                }
                return;
            }
            Attributes attributes;
            if (isOpen_ || depth == 0) attributes.push_back({"open", ""});
            out_.in("details", attributes, [&] {
                out_.in("summary", {}, [&] { head(step, true); });
                if (!step.clauses.empty() || !step.readings.empty() || !step.evidence.empty())
                    out_.in("p", {{"class", "sources"}}, [&] { sources(step); });
                premises(step, depth + 1);
            });
        });
    }

    // In a summary nothing can be followed: there clauses, readings and evidence are named, and their links stand below it.
    void head(const Step& step, bool isFolded = false) {
        const Both subject = both([&](Language language) { return report::stepSubject(step, language); });
        const Both value = both([&](Language language) { return report::stepValue(step, language); });
        if (!subject.empty()) out_.in("span", {{"class", report::isRead(step) ? "fact" : "subject"}}, subject);
        if (!subject.empty() && !value.empty()) out_.plain(report::isRead(step) ? " = " : ": ");
        if (!value.empty()) out_.in("span", {{"class", "value"}}, value);
        if (const std::string exact = exactly(step); !exact.empty()) {
            out_.plain(" ").in("span", {{"class", "exact"}}, [&] { out_.plain("(").text(phrase::exactly.with(exact)).plain(")"); });
        }
        const std::optional<evaluate::Status> status = report::statusOf(step.status);
        if (status && *status != evaluate::Status::Determined) {
            out_.plain(" ");
            page::write(out_, markOf(*status));
        }
        if (isFolded) {
            names(step);
        } else {
            sources(step);
        }
        origin(step);
        const Both label{step.label.english.empty() ? step.label.chinese : step.label.english,
                         step.label.chinese.empty() ? step.label.english : step.label.chinese};
        if (!label.empty()) out_.in("span", {{"class", "label"}}, label);
    }

    void names(const Step& step) {
        for (const std::vector<std::string>* all : {&step.clauses, &step.readings}) {
            for (const std::string& name : *all)
                out_.plain(" ").in("span", {{"class", "clause"}}, name);
        }
    }

    void sources(const Step& step) {
        sheet_.clauses(step.clauses);
        for (const std::string& name : step.readings)
            sheet_.reading(name);
        if (!step.evidence.empty()) evidence(step.evidence);
    }

    // Of a fact the line of the case and who vouches for it, of a declaration or row the line of the rules.
    void origin(const Step& step) {
        const bool inRules = step.kind == StepKind::Declaration || step.kind == StepKind::Condition || step.kind == StepKind::Row;
        std::string place = sheet_.place(step.caseSpan);
        if (inRules && place.empty()) place = sheet_.place(step.span);
        if (!place.empty()) out_.plain(" ").in("span", {{"class", "place"}}, place);
        if (!step.by.empty()) out_.plain(" ").in("span", {{"class", "place"}}, [&] { out_.text(said(Word::By)).plain(" " + step.by); });
        if (!step.on.empty()) out_.plain(" ").in("span", {{"class", "place"}}, [&] { out_.text(said(Word::On)).plain(" " + step.on); });
    }

    void evidence(const std::string& id) {
        const std::string target = sheet_.idOfEvidence(id);
        const auto write = [&] { out_.text(said(Word::Evidence)).plain(" " + id); };
        out_.plain(" ");
        if (target.empty()) {
            out_.in("span", {{"class", "evidence"}}, write);
            return;
        }
        out_.in("a", {{"class", "evidence"}, {"href", "#" + target}}, write);
        for (const facts::Evidence& one : sheet_.shown().facts->evidence) {
            if (one.id == id && !one.title.empty()) out_.plain(" ").in("cite", {}, one.title);
        }
    }

    Sheet& sheet_;
    Markup& out_;
    Nesting nesting_;
    bool isOpen_;
};

}  // namespace

void writeTree(Sheet& sheet, const Step& root, Nesting nesting, Opening opening) {
    const std::size_t most = opening == Opening::Wide ? wideTree : smallTree;
    Tree(sheet, nesting, decisiveSteps(root) <= most).premises(root, 0);
}

}  // namespace assay::page

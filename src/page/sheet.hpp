#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "assay/page/page.hpp"
#include "markup.hpp"
#include "words.hpp"

namespace assay::page {

// One case while its part of the page is written: where it writes, and the names by which its parts refer to each other.
class Sheet {
public:
    // `number`: of the case on the page; `isOnly`: no other case stands on it.
    Sheet(const Shown& shown, std::size_t number, bool isOnly, Markup& out);

    Markup& out;  // NOLINT(misc-non-private-member-variables-in-classes): what a sheet is for

    // Among other cases rules that hold and values are left out, what stands well is a line, and only what fails or is adverse is derived:
    // a page of many cases would be too large to open.
    [[nodiscard]] bool isBrief() const { return !isOnly_; }

    [[nodiscard]] const Shown& shown() const { return *shown_; }
    [[nodiscard]] const check::Checked& rules() const { return shown_->view.rules; }
    [[nodiscard]] const evaluate::CaseResult& result() const { return *shown_->result; }
    [[nodiscard]] const check::Declaration& declarationOf(const evaluate::Conclusion& conclusion) const {
        return rules().declarations[conclusion.decl];
    }
    [[nodiscard]] std::string nameOf(const evaluate::Conclusion& conclusion) const;

    // The conclusions that the page shows, in result order.
    [[nodiscard]] const std::vector<const evaluate::Conclusion*>& conclusions() const { return conclusions_; }
    template <class Body>
    [[nodiscard]] std::vector<const evaluate::Conclusion*> conclusionsOf() const {
        std::vector<const evaluate::Conclusion*> found;
        for (const evaluate::Conclusion* conclusion : conclusions_) {
            if (std::holds_alternative<Body>(declarationOf(*conclusion).body)) found.push_back(conclusion);
        }
        return found;
    }

    // "c1-missing": the id of a part of this case.
    [[nodiscard]] std::string id(std::string_view part) const;
    [[nodiscard]] std::string idOf(const evaluate::Conclusion& conclusion) const;
    [[nodiscard]] std::string idOfEvidence(const std::string& evidence) const;  // empty: the case registers no such evidence
    // The entry of a conclusion by the name in results; empty: the page has none.
    [[nodiscard]] std::string idOf(const std::string& conclusionName) const;

    // "case.toml:84", as JSON names it; empty for no place.
    [[nodiscard]] std::string place(source::Span span) const;

    // A part of the case under a heading, which the table of contents names.
    struct Part {
        std::string id;
        Both title;
    };
    template <class Body>
    void part(std::string_view name, const Both& title, Body body) {
        parts_.push_back({id(name), title});
        const std::string headingId = id(name) + "-title";
        // A landmark of the page where there is one such part alone.
        Attributes attributes{{"id", id(name)}};
        if (isOnly_) attributes.push_back({"aria-labelledby", headingId});
        out.in("section", attributes, [&] {
            heading(1, title, headingId);
            body();
        });
    }
    [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }

    // A heading below that of the case, `depth` levels.
    void heading(std::size_t depth, const Both& words, const std::string& id = {});
    // Ids of clauses, each with a link to what the register says of it.
    void clauses(const std::vector<std::string>& ids);
    // The name of a conclusion, with a link to its entry where there is one.
    void reference(const std::string& conclusionName);
    // The name of a reading, with a link to what it says.
    void reading(const std::string& name);
    // What the register of the rules says of clauses.
    void clauseTexts(const std::vector<std::string>& ids);

    // Clauses that the sheet has referred to; the page lists them.
    [[nodiscard]] const std::set<std::string>& cited() const { return cited_; }
    // Readings likewise.
    [[nodiscard]] const std::set<std::string>& readings() const { return readings_; }
    // Whether a derivation is written here for the first time in this case.
    [[nodiscard]] bool isFirst(const std::string& derivation) { return written_.insert(derivation).second; }

private:
    const Shown* shown_;
    std::string prefix_;
    bool isOnly_;
    std::vector<const evaluate::Conclusion*> conclusions_;
    std::map<std::string, std::size_t> positions_;  // by name
    std::map<std::string, std::size_t> evidence_;
    std::set<std::string> cited_;
    std::set<std::string> readings_;
    std::set<std::string> written_;
    std::vector<Part> parts_;
};

// "clause-P32.6": where the page says what a clause says.
[[nodiscard]] std::string clauseId(const std::string& clause, const check::Checked& rules);

}  // namespace assay::page

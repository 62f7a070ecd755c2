#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/document.hpp"
#include "assay/facts/facts.hpp"
#include "assay/report/view.hpp"

// Letters from decisions, duties and lifecycles. What a letter says comes from the templates of the rule set and from what was concluded of
// a case; nothing here knows a certification scheme. docs/notices.md is the reference of entries, templates and their context.
namespace assay::notice {

// An entry of notices.toml: a letter, and the decide, duty or lifecycle of whose outcomes it tells.
struct Notice {
    std::string name;
    check::DeclId decl;
    std::vector<std::size_t> outcomes;  // its enumerators: outcomes, standings, states
    bool pending = false;               // the letter applies also where the outcome is not determined yet
    std::string to;                     // who is addressed, as facts name it after `from`; may be empty
    syntax::LocalText title;
    std::vector<std::string> clauses;
    std::vector<check::DeclId> asks;  // declarations whose open questions and unmet items the letter lists
    source::Span nameSpan;
    source::Span outcomesSpan;
};

// What notices.toml holds.
struct Letters {
    std::vector<Notice> notices;
    std::map<std::string, syntax::LocalText> units;  // how letters write a unit: "person_day" as 人日
};

// Reads the entries; a finding for each that does not fit the rules. Entries with findings are left out.
[[nodiscard]] Letters readLetters(const document::Node& root, const check::Checked& rules, diagnostics::Diagnostics& findings);

// The conclusions that a notice tells of: its declaration, come to one of its outcomes, at `item` or (empty) at every item.
// Borrows the result. None: the notice does not apply.
[[nodiscard]] std::vector<const evaluate::Conclusion*> toldBy(const Notice& notice, const evaluate::CaseResult& result,
                                                              const std::string& item = {});

// Why `notice` does not apply: located at its outcomes.
void addNotDue(const Notice& notice, const evaluate::CaseResult& result, const check::Checked& rules, const std::string& item,
               diagnostics::Diagnostics& findings);

// What a template sees: texts, tables and lists, in one language. Only what is known on the day of the result. A decimal that does not
// end is cut as results cut it, without its fraction.
[[nodiscard]] nlohmann::ordered_json context(const Letters& letters, const Notice& notice,
                                             const std::vector<const evaluate::Conclusion*>& told, const evaluate::CaseResult& result,
                                             const facts::CaseFacts& facts, const report::View& view, diagnostics::Language language);

// A text of a case inside a Markdown document: one line, without control characters, nothing in it is markup.
[[nodiscard]] std::string markdownText(const std::string& text);

// Fills a template. Every text passes through markdownText. A finding and no text where the template is not well formed, or
// names a value that the context does not hold: no letter has a gap.
[[nodiscard]] std::optional<std::string> render(const std::string& text, const std::string& shownName,
                                                const nlohmann::ordered_json& context, diagnostics::Diagnostics& findings);

}  // namespace assay::notice

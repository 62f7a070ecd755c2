#pragma once

#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/evaluate/result.hpp"
#include "assay/facts/profile.hpp"
#include "assay/source/source.hpp"

// Reports turn results into text and JSON. They read and compute nothing: no value in a report is found there.
namespace assay::report {

// What a report reads beside a result: the rules that gave it and the texts that spans point into. Borrows both.
struct View {
    const check::Checked& rules;
    const source::SourceMap& sources;
    std::string rulesetDigest;
    // JSON names a source relative to the first of these folders that holds it, so that a result does not depend on
    // where rules and cases lie. Each ends in '/'.
    std::vector<std::string> roots;
    const facts::Profile* profile = nullptr;  // that the rules were loaded with
};

// "body profile northgate-2025, in force 2025-02-01..2026-12-31, approved by Lin Yue on 2025-01-06".
[[nodiscard]] std::string profileText(const facts::Profile& profile, diagnostics::Language language);

struct TextOptions {
    diagnostics::Language language = diagnostics::Language::English;
    bool color = false;
};

// A declaration asked for by name, at one item or at all.
struct Asked {
    check::DeclId decl;
    std::string item;  // empty: every item
};

// What a report is limited to; empty: everything.
using Selection = std::vector<Asked>;

[[nodiscard]] bool selects(const Selection& selection, const evaluate::Conclusion& conclusion);

// "eligibility", "class[NC-01]": a conclusion as results and options name it.
[[nodiscard]] std::string conclusionName(std::string_view declaration, std::string_view item);

// The text in the language asked for, in the other one where it is missing.
[[nodiscard]] const std::string& choose(const std::string& english, const std::string& chinese, diagnostics::Language language);
[[nodiscard]] const std::string& choose(const syntax::LocalText& text, diagnostics::Language language);

}  // namespace assay::report

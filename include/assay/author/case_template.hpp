#pragma once

#include <string>

#include "assay/check/checked.hpp"
#include "assay/diagnostics/diagnostic.hpp"
#include "assay/quantity/date.hpp"

namespace assay::author {

// What a new case says of itself.
struct CaseHeader {
    std::string name;
    quantity::Date asOf;
    diagnostics::Language language = diagnostics::Language::English;  // stands first; the other one follows
};

// A case document that says nothing yet and asks for everything: each fact of the rules with its question in both languages,
// its type, who gives it, and an example. An example is a line that begins with '#' and no blank; prose begins with "# ". The
// document is a valid case as it is, and with the '#' of every example taken away.
[[nodiscard]] std::string caseTemplate(const check::Checked& rules, const CaseHeader& header);

}  // namespace assay::author

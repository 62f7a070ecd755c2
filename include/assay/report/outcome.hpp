#pragma once

#include <string>
#include <vector>

#include "assay/check/checked.hpp"
#include "assay/evaluate/result.hpp"

// What reports look up for the outcomes of a decide and the reasons for them.
namespace assay::report {

// The outcome of a decide that gives the enumerator; nothing where the decide does not list it.
[[nodiscard]] const check::Outcome* outcomeOf(const check::Decide& decide, std::size_t enumerator);

// Whether a verdict that counts the conclusion is not conform: it fails, or has an adverse outcome.
[[nodiscard]] bool isAdverse(const evaluate::Conclusion& conclusion, const check::Declaration& declaration);

// The enumerators' names, in the order given.
[[nodiscard]] std::vector<std::string> enumeratorNames(const check::Checked& rules, check::EnumId enumeration,
                                                       const std::vector<std::size_t>& enumerators);

// What is said of a declaration as a reason: its message where it failed and has one, else its label.
[[nodiscard]] const syntax::LocalText& reasonText(const check::Declaration& declaration, evaluate::Status status);

// "AMB-01", "AMB-39": the names of the readings.
[[nodiscard]] std::vector<std::string> readingNames(const check::Checked& rules, const std::vector<check::ReadingId>& readings);

}  // namespace assay::report

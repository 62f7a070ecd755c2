#pragma once

#include <string>

#include "assay/report/view.hpp"

namespace assay::report {

// One case as a <testsuite> of a JUnit report, for the pages of a build server: a <testcase> for every decision, rule, checklist, duty and
// flag. Failed is what fails, an adverse outcome, a duty that is late, a flag that is raised does not; an error is a conflict;
// skipped is what does not apply, is not reached, or is not determined, with the reason as its message.
[[nodiscard]] std::string junitSuite(const evaluate::CaseResult& result, const View& view, diagnostics::Language language,
                                     const Selection& selection = {});
// A case that could not be judged: one <testcase> with the findings as its error.
[[nodiscard]] std::string junitUnjudged(const std::string& name, const diagnostics::Diagnostics& findings, diagnostics::Language language);
// The document that holds the suites.
[[nodiscard]] std::string junitDocument(const std::string& suites);

}  // namespace assay::report

#include "assay/report/junit.hpp"

#include "assay/report/duty.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/standing.hpp"
#include "assay/report/words.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using evaluate::Status;

namespace {

// Text as XML 1.0 allows it: control characters, which it has no way to write, become U+FFFD.
std::string xml(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\n':
                escaped += "&#10;";
                break;
            default:
                escaped += static_cast<unsigned char>(c) < 0x20 ? std::string("\xEF\xBF\xBD") : std::string(1, c);
        }
    }
    return escaped;
}

enum class Result { Passed, Failed, Error, Skipped };

class Suite {
public:
    Suite(const evaluate::CaseResult& result, const View& view, diagnostics::Language language, const Selection& selection)
        : result_(result), view_(view), language_(language), selection_(selection) {}

    std::string all() {
        for (const Conclusion& conclusion : result_.conclusions) {
            if (isTold(conclusion) && selects(selection_, conclusion)) testcase(conclusion);
        }
        std::string head = "  <testsuite name=\"" + xml(result_.name) + "\" tests=\"" + std::to_string(tests_) + "\" failures=\"" +
                           std::to_string(failures_) + "\" errors=\"" + std::to_string(errors_) + "\" skipped=\"" +
                           std::to_string(skipped_) + "\">\n    <properties>\n";
        property(head, "as_of", result_.asOf.text());
        property(head, "ruleset", view_.rules.ruleset.id);
        property(head, "ruleset_digest", view_.rulesetDigest);
        property(head, "case_digest", result_.caseDigest);
        return head + "    </properties>\n" + cases_ + "  </testsuite>\n";
    }

private:
    static void property(std::string& out, const std::string& name, const std::string& value) {
        out += "      <property name=\"" + name + "\" value=\"" + xml(value) + "\"/>\n";
    }

    // Values, tables, divisions and states neither pass nor fail.
    [[nodiscard]] bool isTold(const Conclusion& conclusion) const {
        const auto& body = view_.rules.declarations[conclusion.decl].body;
        const bool isState = std::holds_alternative<check::Lifecycle>(body);
        return !std::holds_alternative<check::Define>(body) && !std::holds_alternative<check::Partition>(body) && !isState;
    }

    [[nodiscard]] Result resultOf(const Conclusion& conclusion) const {
        const check::Declaration& declared = view_.rules.declarations[conclusion.decl];
        if (conclusion.status == Status::Conflict) return Result::Error;
        if (std::holds_alternative<check::Contradiction>(declared.body)) {
            return conclusion.status == Status::Holds   ? Result::Error
                   : conclusion.status == Status::Fails ? Result::Passed
                                                        : Result::Skipped;
        }
        if (std::holds_alternative<check::Flag>(declared.body)) {
            return conclusion.status == Status::Holds || conclusion.status == Status::Fails ? Result::Passed : Result::Skipped;
        }
        if (conclusion.status == Status::Holds) return Result::Passed;
        if (conclusion.status == Status::Fails) return Result::Failed;
        if (conclusion.status != Status::Determined || !conclusion.outcome) return Result::Skipped;
        if (std::holds_alternative<check::Duty>(declared.body)) {
            return *conclusion.outcome == static_cast<std::size_t>(check::Standing::Late) ? Result::Failed : Result::Passed;
        }
        const auto* decide = std::get_if<check::Decide>(&declared.body);
        const check::Outcome* outcome = decide != nullptr ? outcomeOf(*decide, *conclusion.outcome) : nullptr;
        return outcome != nullptr && outcome->mark == check::Mark::Adverse ? Result::Failed : Result::Passed;
    }

    // What it comes to, and why: the message of a rule, the rules that failed, the facts that are missing.
    [[nodiscard]] std::string message(const Conclusion& conclusion) const {
        std::string text = standingWords(conclusion, view_.rules, language_);
        const std::string& said = choose(reasonText(view_.rules.declarations[conclusion.decl], conclusion.status), language_);
        if (!said.empty()) text += ": " + said;
        std::vector<std::string> because;
        for (const evaluate::Reason& reason : conclusion.reasons)
            because.push_back(conclusionName(view_.rules.declarations[reason.decl].name, reason.item));
        for (const evaluate::Missing& missing : conclusion.missing)
            because.push_back(missing.fact);
        if (!conclusion.awaits.empty()) because.push_back(conclusion.awaits);
        return because.empty() ? text : text + " (" + join(because) + ")";
    }

    void testcase(const Conclusion& conclusion) {
        const Result result = resultOf(conclusion);
        ++tests_;
        cases_ += "    <testcase classname=\"" + xml(result_.name) + "\" name=\"" +
                  xml(conclusionName(view_.rules.declarations[conclusion.decl].name, conclusion.item)) + "\"";
        if (result == Result::Passed) {
            cases_ += "/>\n";
            return;
        }
        const char* element = result == Result::Failed ? "failure" : result == Result::Error ? "error" : "skipped";
        (result == Result::Failed ? failures_ : result == Result::Error ? errors_ : skipped_) += 1;
        cases_ += ">\n      <" + std::string(element) + " message=\"" + xml(message(conclusion)) + "\"";
        if (conclusion.clauses.empty() || result == Result::Skipped) {
            cases_ += "/>\n";
        } else {
            cases_ += ">" + xml(join(conclusion.clauses)) + "</" + element + ">\n";
        }
        cases_ += "    </testcase>\n";
    }

    const evaluate::CaseResult& result_;
    const View& view_;
    diagnostics::Language language_;
    const Selection& selection_;
    std::string cases_;
    std::size_t tests_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
};

}  // namespace

std::string junitSuite(const evaluate::CaseResult& result, const View& view, diagnostics::Language language, const Selection& selection) {
    return Suite(result, view, language, selection).all();
}

std::string junitUnjudged(const std::string& name, const diagnostics::Diagnostics& findings, diagnostics::Language language) {
    std::string text;
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        text += (text.empty() ? "" : "\n") + std::string(diagnostics::code(finding.kind)) + " " +
                diagnostics::sentence(finding.kind, finding.arguments, language);
    }
    return "  <testsuite name=\"" + xml(name) + "\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    <testcase classname=\"" +
           xml(name) + "\" name=\"case\">\n      <error message=\"" + xml(text) + "\"/>\n    </testcase>\n  </testsuite>\n";
}

std::string junitDocument(const std::string& suites) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + suites + "</testsuites>\n";
}

}  // namespace assay::report

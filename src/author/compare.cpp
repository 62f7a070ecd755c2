#include "assay/author/compare.hpp"

#include <algorithm>
#include <variant>

#include "assay/report/division.hpp"
#include "assay/report/duty.hpp"
#include "assay/report/lifecycle.hpp"
#include "assay/report/value.hpp"
#include "assay/report/view.hpp"
#include "assay/report/words.hpp"

namespace assay::author {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using evaluate::Conclusion;

namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    return names;
}

// "a, b"; a dash for nothing, so that an empty list shows in a sentence.
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "-" : text;
}

class Comparison {
public:
    Comparison(const Expectation& expectation, const Actual& actual, const check::Checked& rules)
        : expectation_(expectation), actual_(actual), rules_(rules) {}

    Diagnostics all() {
        if (expectation_.exit && expectation_.exit->value != actual_.exit) {
            differ("exit", expectation_.exit->span, std::to_string(expectation_.exit->value), std::to_string(actual_.exit));
        }
        for (const auto& [party, verdict] : expectation_.verdicts)
            compareVerdict(party, verdict);
        for (const ExpectedConclusion& expected : expectation_.decisions)
            compareAt<check::Decide>(expected);
        for (const ExpectedConclusion& expected : expectation_.rules)
            compareAt<check::Rule>(expected);
        for (const ExpectedConclusion& expected : expectation_.checklists)
            compareAt<check::Checklist>(expected);
        for (const ExpectedConclusion& expected : expectation_.values)
            compareAt<check::Define>(expected);
        for (const ExpectedConclusion& expected : expectation_.duties)
            compareAt<check::Duty>(expected);
        for (const ExpectedConclusion& expected : expectation_.partitions)
            compareAt<check::Partition>(expected);
        for (const ExpectedConclusion& expected : expectation_.lifecycles)
            compareAt<check::Lifecycle>(expected);
        for (const ExpectedConclusion& expected : expectation_.flags)
            compareAt<check::Flag>(expected);
        return std::move(differences_);
    }

private:
    void differ(const std::string& what, source::Span place, const std::string& expected, const std::string& actual) {
        differences_.add(Kind::ExpectationFailed, place,
                         {{"case", Name{actual_.caseName}}, {"what", Name{what}}, {"actual", Name{actual}}, {"expected", Name{expected}}});
    }

    void compareVerdict(const std::string& party, const Expected<std::string>& expected) {
        std::string actual = "-";
        if (actual_.result) {
            for (const evaluate::Verdict& verdict : actual_.result->verdicts) {
                if (rules_.parties[verdict.party].name == party) actual = report::key(verdict.kind);
            }
        }
        if (actual != expected.value) differ("verdict of " + party, expected.span, expected.value, actual);
    }

    template <class Body>
    void compareAt(const ExpectedConclusion& expected) {
        const std::optional<check::DeclId> decl = rules_.findDeclaration(expected.name);
        if (!decl || !std::holds_alternative<Body>(rules_.declarations[*decl].body)) {
            differences_.add(Kind::DecisionUnknown, expected.span, {{"name", Name{expected.name}}});
            return;
        }
        const Conclusion* conclusion = actual_.result ? actual_.result->find(*decl, expected.item) : nullptr;
        if (!conclusion) {
            differences_.add(Kind::ItemNotConcluded, expected.span, {{"name", Name{expected.name}}, {"item", Name{expected.item}}});
            return;
        }
        compare(expected, *conclusion, rules_.declarations[*decl]);
    }

    void compare(const ExpectedConclusion& expected, const Conclusion& conclusion, const check::Declaration& declaration) {
        const std::string name = report::conclusionName(expected.name, expected.item);
        const bool isDuty = std::holds_alternative<check::Duty>(declaration.body);
        compareText(name + ".status", expected.status,
                    isDuty ? report::standingKey(conclusion, rules_) : std::string(report::key(conclusion.status)));
        if (isDuty) compareDeadline(name, expected, conclusion.deadline);
        if (const auto* partition = std::get_if<check::Partition>(&declaration.body))
            compareDivision(name, expected, conclusion.division, *partition);
        if (std::holds_alternative<check::Lifecycle>(declaration.body)) compareHistory(name, expected, conclusion, declaration);
        compareText(name + ".awaits", expected.awaits, conclusion.awaits);
        if (const check::Decide* decide = check::outcomesOf(declaration)) {
            const std::vector<check::Enumerator>& enumerators = rules_.enumerations[decide->enumeration].enumerators;
            compareText(name + ".outcome", expected.outcome, conclusion.outcome ? enumerators[*conclusion.outcome].name : std::string());
            std::vector<std::string> candidates;
            for (const std::size_t candidate : conclusion.candidates)
                candidates.push_back(enumerators[candidate].name);
            compareAll(name + ".candidates", expected.candidates, candidates);
        }
        for (const auto& [item, status] : expected.items)
            compareItem(name, item, status, conclusion, std::get<check::Checklist>(declaration.body));
        if (expected.exact) {
            compareText(name + ".exact", expected.exact, report::exactValue(conclusion.value, declaration, rules_).value_or(std::string()));
        }
        if (expected.shown) {
            compareText(name + ".shown", expected.shown,
                        report::shownValue(conclusion.value, declaration, rules_, diagnostics::Language::English));
        }
        std::vector<std::string> missing;
        for (const evaluate::Missing& one : conclusion.missing)
            missing.push_back(one.fact);
        compareAll(name + ".missing", expected.missing, missing);
        compareSome(name + ".clauses", expected.clauses, conclusion.clauses);
        std::vector<std::string> readings;
        for (const check::ReadingId reading : conclusion.readings)
            readings.push_back(rules_.readings[reading].name);
        compareSome(name + ".readings", expected.readings, readings);
    }

    void compareDeadline(const std::string& name, const ExpectedConclusion& expected, const evaluate::Deadline& deadline) {
        const std::string bound = deadline.notBefore ? "from " + deadline.notBefore->text() : std::string();
        compareText(name + ".due", expected.due, deadline.due ? deadline.due->text() : bound);
        if (!expected.ledger) return;
        std::vector<std::string> ledger;
        for (const evaluate::NotCounted& days : deadline.ledger)
            ledger.push_back(report::ledgerLine(days, diagnostics::Language::English));
        if (ledger != expected.ledger->value)
            differ(name + ".ledger", expected.ledger->span, listed(expected.ledger->value), listed(ledger));
    }

    void compareDivision(const std::string& name, const ExpectedConclusion& expected, const evaluate::Division& division,
                         const check::Partition& partition) {
        const std::string unique = division.unique ? (*division.unique ? "true" : "false") : "unknown";
        compareText(name + ".unique", expected.unique, unique);
        compareText(name + ".agreed", expected.agreed, division.agreed ? "true" : "false");
        compareAll(name + ".triple", expected.triple, division.triple);
        std::vector<std::string> groups;
        for (const std::vector<std::string>& group : division.groups.value_or(evaluate::Division::Groups{}))
            groups.push_back(report::groupName(group));
        compareAll(name + ".groups", expected.groups, groups);
        std::vector<std::string> divisions;
        for (const evaluate::Division::Groups& one : division.divisions)
            divisions.push_back(report::divisionName(one));
        compareAll(name + ".divisions", expected.divisions, divisions);
        for (const auto& [pair, steps] : expected.separations) {
            std::string actual = "together";
            for (const evaluate::Separation& separation : division.separations) {
                if (separation.a + ", " + separation.b != pair) continue;
                actual = (separation.certain ? "" : "maybe ") + report::stepNames(separation, partition);
            }
            compareText(name + ".separations: " + pair, steps, actual);
        }
    }

    void compareHistory(const std::string& name, const ExpectedConclusion& expected, const Conclusion& conclusion,
                        const check::Declaration& declaration) {
        const std::vector<check::Enumerator>& states = rules_.enumerations[declaration.type.enumeration].enumerators;
        compareText(name + ".state", expected.state, conclusion.outcome ? states[*conclusion.outcome].name : std::string());
        compareText(name + ".since", expected.since, conclusion.history.since ? conclusion.history.since->text() : std::string());
        std::vector<std::string> candidates;
        for (const std::size_t candidate : conclusion.candidates)
            candidates.push_back(states[candidate].name);
        compareAll(name + ".candidates", expected.candidates, candidates);
        if (!expected.history) return;
        std::vector<std::string> history;
        for (const evaluate::LifeEvent& event : conclusion.history.events)
            history.push_back(report::historyKey(event, conclusion, rules_));
        if (history != expected.history->value)
            differ(name + ".history", expected.history->span, listed(expected.history->value), listed(history));
    }

    void compareItem(const std::string& name, const std::string& item, const Expected<std::string>& expected, const Conclusion& conclusion,
                     const check::Checklist& checklist) {
        const auto found = std::find_if(checklist.items.begin(), checklist.items.end(),
                                        [&item](const check::ChecklistItem& declared) { return declared.name == item; });
        if (found == checklist.items.end()) {
            differences_.add(Kind::DecisionUnknown, expected.span, {{"name", Name{name + "." + item}}});
            return;
        }
        // A checklist whose list of items to stand at is unknown has one conclusion, without statuses of its items.
        const auto index = static_cast<std::size_t>(found - checklist.items.begin());
        const bool concluded = index < conclusion.items.size();
        compareText(name + "." + item, expected, concluded ? std::string(report::key(conclusion.items[index].status)) : std::string());
    }

    void compareText(const std::string& what, const ExpectedText& expected, const std::string& actual) {
        if (expected && expected->value != actual) differ(what, expected->span, expected->value, actual.empty() ? "-" : actual);
    }

    void compareAll(const std::string& what, const ExpectedNames& expected, const std::vector<std::string>& actual) {
        if (!expected || sorted(expected->value) == sorted(actual)) return;
        differ(what, expected->span, listed(expected->value), listed(actual));
    }

    void compareSome(const std::string& what, const ExpectedNames& expected, const std::vector<std::string>& actual) {
        if (!expected) return;
        const bool holdsAll = std::all_of(expected->value.begin(), expected->value.end(), [&actual](const std::string& name) {
            return std::find(actual.begin(), actual.end(), name) != actual.end();
        });
        if (!holdsAll) differ(what, expected->span, listed(expected->value), listed(actual));
    }

    const Expectation& expectation_;
    const Actual& actual_;
    const check::Checked& rules_;
    Diagnostics differences_;
};

}  // namespace

Diagnostics compare(const Expectation& expectation, const Actual& actual, const check::Checked& rules) {
    return Comparison(expectation, actual, rules).all();
}

}  // namespace assay::author

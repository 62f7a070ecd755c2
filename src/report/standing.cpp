#include "assay/report/standing.hpp"

#include "assay/report/division.hpp"
#include "assay/report/duty.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "outcome.hpp"
#include "text_writer.hpp"

namespace assay::report {

using evaluate::Conclusion;
using evaluate::Status;

namespace {

std::string withCandidates(std::string words, const std::vector<std::string>& candidates) {
    return candidates.empty() ? words : words + " (one of " + join(candidates) + ")";
}

struct Words {
    const Conclusion& conclusion;
    const check::Checked& rules;
    const check::Declaration& declared;

    [[nodiscard]] std::string status() const { return std::string(key(conclusion.status)); }

    std::string operator()(const check::Decide& decide) const {
        if (conclusion.outcome) return enumeratorNames(rules, decide.enumeration, {*conclusion.outcome}).front();
        return withCandidates(status(), enumeratorNames(rules, decide.enumeration, conclusion.candidates));
    }
    std::string operator()(const check::Define&) const {
        const std::string value = shownValue(conclusion.value, declared, rules, diagnostics::Language::English);
        if (conclusion.status == Status::Determined) return exactly(value);
        return value == "unknown" ? status() : status() + " (" + value + ")";
    }
    std::string operator()(const check::Duty&) const {
        std::string words = withCandidates(standingKey(conclusion, rules), enumeratorNames(rules, rules.standing, conclusion.candidates));
        const evaluate::Deadline& deadline = conclusion.deadline;
        if (deadline.due) words += ", due " + deadline.due->text();
        if (!deadline.due && deadline.notBefore) words += ", due not before " + deadline.notBefore->text();
        return words;
    }
    std::string operator()(const check::Checklist& checklist) const {
        if (conclusion.status == Status::Holds || conclusion.status == Status::NotApplicable) return status();
        std::vector<std::string> items;
        for (std::size_t index = 0; index < conclusion.items.size(); ++index) {
            const Status item = conclusion.items[index].status;
            if (item == Status::Holds || item == Status::NotApplicable) continue;
            const std::string& name = checklist.items[index].name;
            items.push_back(item == conclusion.status ? name : name + " " + std::string(key(item)));
        }
        return items.empty() ? status() : status() + " (" + join(items) + ")";
    }
    std::string operator()(const check::Partition&) const {
        const evaluate::Division& division = conclusion.division;
        if (division.groups) return divisionName(*division.groups);
        return division.unique == false ? "not unique" : status();
    }
    std::string operator()(const check::Flag&) const { return raised(); }
    std::string operator()(const check::Contradiction&) const { return raised(); }
    template <class Other>
    std::string operator()(const Other&) const {
        return status();
    }

private:
    [[nodiscard]] std::string raised() const {
        if (conclusion.status == Status::Holds) return "raised";
        return conclusion.status == Status::Fails ? "not raised" : status();
    }
    // A number that does not end is shown cut: the fraction tells it from its neighbours.
    [[nodiscard]] std::string exactly(const std::string& value) const {
        if (value.find("…") == std::string::npos || value.find('(') != std::string::npos) return value;
        const std::optional<std::string> exact = exactValue(conclusion.value, declared, rules);
        return exact ? value + " (" + *exact + ")" : value;
    }
};

}  // namespace

std::string standingWords(const Conclusion& conclusion, const check::Checked& rules) {
    const check::Declaration& declared = rules.declarations[conclusion.decl];
    return std::visit(Words{conclusion, rules, declared}, declared.body);
}

}  // namespace assay::report

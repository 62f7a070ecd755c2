#include "assay/report/standing.hpp"

#include "assay/report/division.hpp"
#include "assay/report/duty.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "text_writer.hpp"

namespace assay::report {

using diagnostics::Language;
using evaluate::Conclusion;
using evaluate::Status;

namespace {

struct Words {
    const Conclusion& conclusion;
    const check::Checked& rules;
    const check::Declaration& declared;
    std::optional<Language> language;  // none: the words of JSON

    [[nodiscard]] std::string say(Status status) const { return std::string(language ? word(wordOf(status), *language) : key(status)); }
    [[nodiscard]] std::string say(Word what) const { return std::string(word(what, language.value_or(Language::English))); }
    [[nodiscard]] std::string status() const { return say(conclusion.status); }

    std::string operator()(const check::Decide& decide) const {
        if (conclusion.outcome) return enumeratorNames(rules, decide.enumeration, {*conclusion.outcome}).front();
        return withCandidates(status(), decide.enumeration);
    }
    std::string operator()(const check::Define&) const {
        const std::string value = shownValue(conclusion.value, declared, rules, language.value_or(Language::English));
        if (conclusion.status == Status::Determined) return exactly(value);
        return value == say(Word::Unknown) ? status() : status() + " (" + value + ")";
    }
    std::string operator()(const check::Duty&) const {
        std::string words =
            withCandidates(language ? standingText(conclusion, rules, *language) : standingKey(conclusion, rules), rules.standing);
        const evaluate::Deadline& deadline = conclusion.deadline;
        if (deadline.due) words += ", " + say(Word::Due) + " " + deadline.due->text();
        if (!deadline.due && deadline.notBefore) words += ", " + say(Word::DueNotBefore) + " " + deadline.notBefore->text();
        return words;
    }
    std::string operator()(const check::Checklist& checklist) const {
        if (conclusion.status == Status::Holds || conclusion.status == Status::NotApplicable) return status();
        std::vector<std::string> items;
        for (std::size_t index = 0; index < conclusion.items.size(); ++index) {
            const Status item = conclusion.items[index].status;
            if (item == Status::Holds || item == Status::NotApplicable) continue;
            const std::string& name = checklist.items[index].name;
            items.push_back(item == conclusion.status ? name : name + " " + say(item));
        }
        return items.empty() ? status() : status() + " (" + join(items) + ")";
    }
    std::string operator()(const check::Lifecycle&) const {
        if (!conclusion.outcome) return withCandidates(status(), declared.type.enumeration);
        return enumeratorNames(rules, declared.type.enumeration, {*conclusion.outcome}).front();
    }
    std::string operator()(const check::Partition&) const {
        const evaluate::Division& division = conclusion.division;
        if (division.groups) return divisionName(*division.groups);
        return division.unique == false ? say(Word::NotUnique) : status();
    }
    std::string operator()(const check::Flag&) const { return raised(); }
    std::string operator()(const check::Contradiction&) const { return raised(); }
    template <class Other>
    std::string operator()(const Other&) const {
        return status();
    }

private:
    [[nodiscard]] std::string withCandidates(const std::string& words, check::EnumId enumeration) const {
        if (conclusion.candidates.empty()) return words;
        return words + " (" + say(Word::OneOf) + " " + join(enumeratorNames(rules, enumeration, conclusion.candidates)) + ")";
    }
    [[nodiscard]] std::string raised() const {
        if (conclusion.status == Status::Holds) return say(Word::Raised);
        return conclusion.status == Status::Fails ? say(Word::NotRaised) : status();
    }
    // A number that does not end is shown cut: the fraction tells it from its neighbours.
    [[nodiscard]] std::string exactly(const std::string& value) const {
        if (value.find("…") == std::string::npos || value.find('(') != std::string::npos) return value;
        const std::optional<std::string> exact = exactValue(conclusion.value, declared, rules);
        return exact ? value + " (" + *exact + ")" : value;
    }
};

std::string wordsOf(const Conclusion& conclusion, const check::Checked& rules, std::optional<Language> language) {
    const check::Declaration& declared = rules.declarations[conclusion.decl];
    return std::visit(Words{conclusion, rules, declared, language}, declared.body);
}

}  // namespace

std::string standingWords(const Conclusion& conclusion, const check::Checked& rules) {
    return wordsOf(conclusion, rules, std::nullopt);
}

std::string standingWords(const Conclusion& conclusion, const check::Checked& rules, Language language) {
    return wordsOf(conclusion, rules, language);
}

}  // namespace assay::report

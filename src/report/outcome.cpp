#include "assay/report/outcome.hpp"

#include <algorithm>

namespace assay::report {

const check::Outcome* outcomeOf(const check::Decide& decide, std::size_t enumerator) {
    const auto found = std::find_if(decide.outcomes.begin(), decide.outcomes.end(),
                                    [enumerator](const check::Outcome& outcome) { return outcome.enumerator == enumerator; });
    return found == decide.outcomes.end() ? nullptr : &*found;
}

bool isAdverse(const evaluate::Conclusion& conclusion, const check::Declaration& declaration) {
    if (conclusion.status == evaluate::Status::Fails) return check::isRequirement(declaration);
    const check::Decide* decide = check::outcomesOf(declaration);
    if (decide == nullptr || !conclusion.outcome) return false;
    const check::Outcome* outcome = outcomeOf(*decide, *conclusion.outcome);
    return outcome != nullptr && outcome->mark == check::Mark::Adverse;
}

std::vector<std::string> enumeratorNames(const check::Checked& rules, check::EnumId enumeration,
                                         const std::vector<std::size_t>& enumerators) {
    std::vector<std::string> names;
    names.reserve(enumerators.size());
    for (const std::size_t enumerator : enumerators)
        names.push_back(rules.enumerations[enumeration].enumerators[enumerator].name);
    return names;
}

std::vector<std::string> readingNames(const check::Checked& rules, const std::vector<check::ReadingId>& readings) {
    std::vector<std::string> names;
    names.reserve(readings.size());
    for (const check::ReadingId reading : readings)
        names.push_back(rules.readings[reading].name);
    return names;
}

const syntax::LocalText& reasonText(const check::Declaration& declaration, evaluate::Status status) {
    const bool hasMessage = !declaration.message.english.empty() || !declaration.message.chinese.empty();
    return status == evaluate::Status::Fails && hasMessage ? declaration.message : declaration.label;
}

}  // namespace assay::report

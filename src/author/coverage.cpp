#include "assay/author/coverage.hpp"

#include <fmt/format.h>

#include <iterator>

#include "assay/diagnostics/escape.hpp"

namespace assay::author {

using diagnostics::Language;
using evaluate::Status;

void Coverage::add(const evaluate::CaseResult& result) {
    for (const evaluate::Conclusion& conclusion : result.conclusions) {
        if (conclusion.status == Status::Holds) held_.insert(conclusion.decl);
        if (conclusion.status == Status::Fails) failed_.insert(conclusion.decl);
        if (conclusion.status == Status::Determined) determined_.insert(conclusion.decl);
        if (conclusion.status == Status::Determined && conclusion.outcome) given_.emplace(conclusion.decl, *conclusion.outcome);
        addItems(conclusion);
        const bool exercised =
            conclusion.status == Status::Holds || conclusion.status == Status::Fails || conclusion.status == Status::Determined;
        if (exercised) cited_.insert(conclusion.clauses.begin(), conclusion.clauses.end());
    }
}

// An item counts although its checklist is not settled.
void Coverage::addItems(const evaluate::Conclusion& conclusion) {
    const auto* checklist = std::get_if<check::Checklist>(&rules_->declarations[conclusion.decl].body);
    for (std::size_t index = 0; index < conclusion.items.size(); ++index) {
        const Status status = conclusion.items[index].status;
        if (status != Status::Holds && status != Status::Fails) continue;
        (status == Status::Holds ? itemsHeld_ : itemsFailed_).emplace(conclusion.decl, index);
        const std::vector<std::string>& clauses = checklist->items[index].clauses;
        cited_.insert(clauses.begin(), clauses.end());
    }
}

Coverage::Part Coverage::rulesIn(const std::set<check::DeclId>& seen) const {
    Part part;
    for (std::size_t i = 0; i < rules_->declarations.size(); ++i) {
        const check::DeclId id(i);
        const check::Declaration& declaration = rules_->declarations[id];
        if (!std::holds_alternative<check::Rule>(declaration.body)) continue;
        if (seen.count(id) > 0) {
            ++part.exercised;
        } else {
            part.unexercised.push_back(declaration.name);
        }
    }
    return part;
}

Coverage::Part Coverage::rulesThatHold() const {
    return rulesIn(held_);
}
Coverage::Part Coverage::rulesThatFail() const {
    return rulesIn(failed_);
}

Coverage::Part Coverage::itemsIn(const std::set<std::pair<check::DeclId, std::size_t>>& seen) const {
    Part part;
    for (std::size_t i = 0; i < rules_->declarations.size(); ++i) {
        const check::DeclId id(i);
        const check::Declaration& declaration = rules_->declarations[id];
        const auto* checklist = std::get_if<check::Checklist>(&declaration.body);
        if (!checklist) continue;
        for (std::size_t index = 0; index < checklist->items.size(); ++index) {
            if (seen.count({id, index}) > 0) {
                ++part.exercised;
            } else {
                part.unexercised.push_back(declaration.name + ": " + checklist->items[index].name);
            }
        }
    }
    return part;
}

Coverage::Part Coverage::itemsThatHold() const {
    return itemsIn(itemsHeld_);
}
Coverage::Part Coverage::itemsThatFail() const {
    return itemsIn(itemsFailed_);
}

Coverage::Part Coverage::outcomes() const {
    Part part;
    for (std::size_t i = 0; i < rules_->declarations.size(); ++i) {
        const check::DeclId id(i);
        const check::Declaration& declaration = rules_->declarations[id];
        const check::Decide* decide = check::outcomesOf(declaration);
        if (!decide) continue;
        for (const check::Outcome& outcome : decide->outcomes) {
            if (given_.count({id, outcome.enumerator}) > 0) {
                ++part.exercised;
            } else {
                part.unexercised.push_back(declaration.name + ": " +
                                           rules_->enumerations[decide->enumeration].enumerators[outcome.enumerator].name);
            }
        }
    }
    return part;
}

Coverage::Part Coverage::states() const {
    Part part;
    for (std::size_t i = 0; i < rules_->declarations.size(); ++i) {
        const check::DeclId id(i);
        const check::Declaration& declaration = rules_->declarations[id];
        if (!std::holds_alternative<check::Lifecycle>(declaration.body)) continue;
        const std::vector<check::Enumerator>& states = rules_->enumerations[declaration.type.enumeration].enumerators;
        for (std::size_t state = 0; state < states.size(); ++state) {
            if (given_.count({id, state}) > 0) {
                ++part.exercised;
            } else {
                part.unexercised.push_back(declaration.name + ": " + states[state].name);
            }
        }
    }
    return part;
}

Coverage::Part Coverage::values() const {
    Part part;
    for (std::size_t i = 0; i < rules_->declarations.size(); ++i) {
        const check::DeclId id(i);
        const check::Declaration& declaration = rules_->declarations[id];
        if (!std::holds_alternative<check::Define>(declaration.body)) continue;
        if (determined_.count(id) > 0) {
            ++part.exercised;
        } else {
            part.unexercised.push_back(declaration.name);
        }
    }
    return part;
}

namespace {

// Every clause that a declaration or a part of one cites.
std::set<std::string> citedBy(const check::Declaration& declaration) {
    std::set<std::string> cited(declaration.clauses.begin(), declaration.clauses.end());
    const auto add = [&cited](const auto& parts) {
        for (const auto& part : parts)
            cited.insert(part.clauses.begin(), part.clauses.end());
    };
    if (const auto* decide = std::get_if<check::Decide>(&declaration.body)) add(decide->outcomes);
    if (const auto* define = std::get_if<check::Define>(&declaration.body)) add(define->exceptions);
    if (const auto* table = std::get_if<check::Table>(&declaration.body)) add(table->rows);
    if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) add(checklist->items);
    if (const auto* partition = std::get_if<check::Partition>(&declaration.body)) {
        add(partition->steps);
        cited.insert(partition->agreedClauses.begin(), partition->agreedClauses.end());
    }
    if (const auto* lifecycle = std::get_if<check::Lifecycle>(&declaration.body)) {
        add(lifecycle->transitions);
        add(lifecycle->passings);
    }
    return cited;
}

}  // namespace

Coverage::Part Coverage::clauses() const {
    std::set<std::string> cited;
    for (const check::Declaration& declaration : rules_->declarations)
        cited.merge(citedBy(declaration));
    Part part;
    for (const registers::Clause& clause : rules_->clauses.all()) {
        if (cited.count(clause.id) == 0) continue;
        if (cited_.count(clause.id) > 0) {
            ++part.exercised;
        } else {
            part.unexercised.push_back(clause.id);
        }
    }
    return part;
}

namespace {

void writePart(std::string& out, std::string_view title, std::string_view noCase, const Coverage::Part& part) {
    const std::size_t all = part.exercised + part.unexercised.size();
    if (all == 0) return;
    fmt::format_to(std::back_inserter(out), "  {}: {}/{}\n", title, part.exercised, all);
    if (part.unexercised.empty()) return;
    fmt::format_to(std::back_inserter(out), "    {} {}\n", noCase,
                   diagnostics::escape(fmt::format("{}", fmt::join(part.unexercised, ", "))));
}

}  // namespace

std::string coverageText(const Coverage& coverage, Language language) {
    const bool chinese = language == Language::Chinese;
    const std::string_view noCase = chinese ? "没有案例：" : "no case:";
    std::string out = chinese ? "覆盖率\n" : "Coverage\n";
    writePart(out, chinese ? "满足过的规则" : "rules that hold in some case", noCase, coverage.rulesThatHold());
    writePart(out, chinese ? "不满足过的规则" : "rules that fail in some case", noCase, coverage.rulesThatFail());
    writePart(out, chinese ? "满足过的清单项目" : "checklist items that hold in some case", noCase, coverage.itemsThatHold());
    writePart(out, chinese ? "不满足过的清单项目" : "checklist items that fail in some case", noCase, coverage.itemsThatFail());
    writePart(out, chinese ? "给出过的决定结果" : "outcomes that some case gives", noCase, coverage.outcomes());
    writePart(out, chinese ? "达到过的状态" : "states that some case reaches", noCase, coverage.states());
    writePart(out, chinese ? "求得过的数值" : "values that some case determines", noCase, coverage.values());
    writePart(out, chinese ? "引用过的条款" : "cited clauses that some case exercises", noCase, coverage.clauses());
    return out;
}

}  // namespace assay::author

#include <algorithm>

#include "assay/evaluate/status.hpp"
#include "conclude.hpp"

namespace assay::evaluate {

using check::DeclId;

namespace {

// Declarations that some decide reads, directly or through others: the decide speaks for them.
std::vector<bool> readByDecides(const check::Checked& rules) {
    std::vector<bool> read(rules.declarations.size(), false);
    for (auto id = rules.order.rbegin(); id != rules.order.rend(); ++id) {
        const check::Declaration& declared = rules.declarations[*id];
        if (!std::holds_alternative<check::Decide>(declared.body) && !read[id->index()]) continue;
        for (const DeclId used : declared.uses)
            read[used.index()] = true;
    }
    return read;
}

constexpr auto notArisen = static_cast<std::size_t>(check::Standing::NotArisen);

bool isAdverse(const check::Decide& decide, std::size_t enumerator) {
    return std::any_of(decide.outcomes.begin(), decide.outcomes.end(), [&](const check::Outcome& outcome) {
        return outcome.enumerator == enumerator && outcome.mark == check::Mark::Adverse;
    });
}

}  // namespace

void markCounted(const check::Checked& rules, std::vector<Conclusion>& conclusions, const std::vector<DeclId>& asked) {
    const std::vector<bool> read = readByDecides(rules);
    for (Conclusion& conclusion : conclusions) {
        const auto& body = rules.declarations[conclusion.decl].body;
        const bool decides = check::outcomesOf(rules.declarations[conclusion.decl]) != nullptr;
        conclusion.spokenFor = !decides && read[conclusion.decl.index()];
        const bool judges = decides || (check::isRequirement(rules.declarations[conclusion.decl]) && !conclusion.spokenFor);
        const bool isRemark = std::holds_alternative<check::Flag>(body) || std::holds_alternative<check::Contradiction>(body);
        const bool wanted = asked.empty() ? judges : !isRemark && std::find(asked.begin(), asked.end(), conclusion.decl) != asked.end();
        const bool arisen = !std::holds_alternative<check::Duty>(body) || conclusion.outcome != notArisen;
        const bool reached = conclusion.status != Status::NotApplicable && conclusion.status != Status::NotYet && arisen;
        conclusion.counts = wanted && reached;
    }
}

std::vector<Verdict> verdictsOf(const check::Checked& rules, const std::vector<Conclusion>& conclusions) {
    struct Seen {
        bool conflict = false;
        bool nonconform = false;
        bool undetermined = false;
        bool reached = false;
    };
    std::vector<Seen> seen(rules.parties.size());
    for (const Conclusion& conclusion : conclusions) {
        if (!conclusion.counts) continue;
        const check::Declaration& declared = rules.declarations[conclusion.decl];
        const check::Decide* decide = check::outcomesOf(declared);
        Seen& party = seen[declared.party.index()];
        party.reached = true;
        party.conflict = party.conflict || conclusion.status == Status::Conflict;
        party.nonconform = party.nonconform || conclusion.status == Status::Fails ||
                           (decide != nullptr && conclusion.outcome && isAdverse(*decide, *conclusion.outcome));
        party.undetermined =
            party.undetermined || conclusion.status == Status::Undetermined || conclusion.status == Status::JudgementNeeded;
    }
    std::vector<Verdict> verdicts;
    for (std::size_t index = 0; index < seen.size(); ++index) {
        const Seen& party = seen[index];
        const VerdictKind kind = party.conflict       ? VerdictKind::Conflict
                                 : party.nonconform   ? VerdictKind::Nonconform
                                 : party.undetermined ? VerdictKind::Undetermined
                                 : party.reached      ? VerdictKind::Conform
                                                      : VerdictKind::Undetermined;
        verdicts.push_back({check::PartyId(index), kind});
    }
    return verdicts;
}

std::string outcomeWord(const check::Checked& rules, const Conclusion& conclusion) {
    if (conclusion.outcome)
        return rules.enumerations[rules.declarations[conclusion.decl].type.enumeration].enumerators[*conclusion.outcome].name;
    if (conclusion.status != Status::Determined) return std::string(statusWord(conclusion.status));
    if (conclusion.value.kind == Known::Kind::Line && conclusion.value.line.isPoint()) {
        const quantity::Rational& number = *conclusion.value.line.low;
        const bool isDate = rules.declarations[conclusion.decl].type.kind == check::TypeKind::Date;
        return isDate ? quantity::Date(static_cast<std::int32_t>(*number.toInteger())).text() : number.exact();
    }
    if (conclusion.value.kind == Known::Kind::Bool) return conclusion.value.boolean ? "true" : "false";
    if (conclusion.value.kind == Known::Kind::None) return "none";
    if (conclusion.value.kind == Known::Kind::Enumerator)
        return rules.enumerations[rules.declarations[conclusion.decl].type.enumeration]
            .enumerators[conclusion.value.candidates.front()]
            .name;
    return conclusion.value.text;
}

}  // namespace assay::evaluate

#pragma once

#include "assay/report/view.hpp"

// A rule set of two facts, a rule, a decide and a define, made by hand, and results that mean something in it.
namespace assay::report::testing {

inline check::Type plain(check::TypeKind kind) {
    check::Type type;
    type.kind = kind;
    return type;
}

inline const check::FactId weight{0};
inline const check::FactId registered{1};
inline const check::DeclId lightEnough{0};
inline const check::DeclId eligibility{1};
inline const check::DeclId share{2};

inline check::Checked sampleRules() {
    check::Checked rules;
    rules.ruleset.id = "fair.label";
    rules.parties.add({"client"});
    rules.parties.add({"body"});

    check::Fact weightFact;
    weightFact.name = "weight";
    weightFact.type = plain(check::TypeKind::Quantity);
    weightFact.ask = {"What does it weigh?", "有多重？", {}};
    weightFact.from = {"client"};
    weightFact.span = {source::SourceId(0), 10, 20};
    rules.facts.add(weightFact);
    check::Fact registeredFact;
    registeredFact.name = "registered";
    registeredFact.type = plain(check::TypeKind::Bool);
    registeredFact.label = {"Registered", "", {}};
    registeredFact.span = {source::SourceId(0), 30, 40};
    rules.facts.add(registeredFact);

    const check::EnumId outcomes =
        rules.enumerations.add({"eligibility", false, {{"eligible", {}, {}}, {"refused", {"", "不合格", {}}, {}}}, {}});
    rules.readings.add({"AMB-1", {"strict", "lenient"}, 0, {}, {}, {}});

    check::Declaration rule;
    rule.name = "light_enough";
    rule.body = check::Rule{};
    rule.party = check::PartyId(0);
    rule.clauses = {"F2"};
    rule.message = {"Too heavy", "过重", {}};
    rule.span = {source::SourceId(0), 0, 60};
    rules.declarations.add(rule);

    check::Declaration decide;
    decide.name = "eligibility";
    check::Decide body;
    body.enumeration = outcomes;
    body.outcomes.push_back({0, check::Mark::Favourable, {}, {}, {}, {}});
    body.outcomes.push_back({1, check::Mark::Adverse, {}, {}, {}, {}});
    decide.body = body;
    decide.party = check::PartyId(0);
    rules.declarations.add(decide);

    check::Declaration define;
    define.name = "share";
    define.body = check::Define{};
    define.party = check::PartyId(0);
    define.type = plain(check::TypeKind::Ratio);
    rules.declarations.add(define);
    return rules;
}

// A source "rules/fair.assay" of 70 bytes on two lines, the one that the sample's spans lie in.
inline void addSampleSource(source::SourceMap& sources) {
    sources.add("rules/fair.assay", std::string(30, ' ') + "\n" + std::string(40, ' '));
}

inline evaluate::Conclusion conclusion(check::DeclId decl, evaluate::Status status) {
    evaluate::Conclusion made;
    made.decl = decl;
    made.status = status;
    return made;
}

inline evaluate::Missing missingFact(const char* name, check::FactId id) {
    return {name, evaluate::MissingKind::Fact, id, {}, {}};
}

}  // namespace assay::report::testing

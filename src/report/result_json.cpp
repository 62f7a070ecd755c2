#include "assay/report/result.hpp"

#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/report/outcome.hpp"
#include "assay/report/value.hpp"
#include "assay/report/words.hpp"
#include "division_parts.hpp"
#include "duty_parts.hpp"
#include "json_parts.hpp"
#include "lifecycle_parts.hpp"
#include "places.hpp"

namespace assay::report {

using evaluate::Conclusion;
using nlohmann::ordered_json;

namespace {

constexpr int schemaVersion = 1;

ordered_json reasonJson(const evaluate::Reason& reason, const View& view) {
    const check::Declaration& declaration = view.rules.declarations[reason.decl];
    ordered_json json;
    json["rule"] = declaration.name;
    json["item"] = itemJson(reason.item);
    json["status"] = key(reason.status);
    json["clauses"] = reason.clauses;
    json["message"] = localJson(reasonText(declaration, reason.status));
    json["because"] = usedJson(reason.because, view);
    return json;
}

// What every kind of conclusion begins with.
ordered_json conclusionHead(const Conclusion& conclusion, const View& view) {
    const check::Declaration& declaration = view.rules.declarations[conclusion.decl];
    ordered_json json;
    json["name"] = declaration.name;
    json["item"] = itemJson(conclusion.item);
    json["about"] = declaration.party.valid() ? ordered_json(view.rules.parties[declaration.party].name) : ordered_json();
    json["status"] = key(conclusion.status);
    return json;
}

ordered_json decisionJson(const Conclusion& conclusion, const check::Decide& decide, const View& view) {
    ordered_json json = conclusionHead(conclusion, view);
    json["outcome"] = nullptr;
    json["mark"] = nullptr;
    if (conclusion.outcome) {
        json["outcome"] = enumeratorNames(view.rules, decide.enumeration, {*conclusion.outcome}).front();
        const check::Outcome* outcome = outcomeOf(decide, *conclusion.outcome);
        json["mark"] = key(outcome ? outcome->mark : check::Mark::Neutral);
    }
    json["candidates"] = enumeratorNames(view.rules, decide.enumeration, conclusion.candidates);
    json["missing"] = missingListJson(conclusion.missing, view);
    json["exact"] = conclusion.exact;
    json["awaits"] = itemJson(conclusion.awaits);
    json["clauses"] = conclusion.clauses;
    json["readings"] = readingNames(view.rules, conclusion.readings);
    json["used"] = usedJson(conclusion.used, view);
    json["does_not_matter"] = conclusion.doesNotMatter;
    ordered_json reasons = ordered_json::array();
    for (const evaluate::Reason& reason : conclusion.reasons)
        reasons.push_back(reasonJson(reason, view));
    json["reasons"] = std::move(reasons);
    return json;
}

ordered_json ruleJson(const Conclusion& conclusion, const View& view) {
    ordered_json json = conclusionHead(conclusion, view);
    json["clauses"] = conclusion.clauses;
    json["readings"] = readingNames(view.rules, conclusion.readings);
    json["missing"] = missingListJson(conclusion.missing, view);
    json["awaits"] = itemJson(conclusion.awaits);
    return json;
}

ordered_json checklistJson(const Conclusion& conclusion, const check::Checklist& checklist, const View& view) {
    ordered_json json = ruleJson(conclusion, view);
    ordered_json items = ordered_json::array();
    for (std::size_t index = 0; index < conclusion.items.size(); ++index) {
        const check::ChecklistItem& declared = checklist.items[index];
        ordered_json item;
        item["item"] = declared.name;
        item["status"] = key(conclusion.items[index].status);
        item["clauses"] = declared.clauses;
        item["label"] = localJson(declared.label);
        item["missing"] = missingListJson(conclusion.items[index].missing, view);
        items.push_back(std::move(item));
    }
    json["items"] = std::move(items);
    return json;
}

ordered_json valueJson(const Conclusion& conclusion, const View& view) {
    const check::Declaration& declaration = view.rules.declarations[conclusion.decl];
    const evaluate::Known& value = conclusion.value;
    ordered_json json = conclusionHead(conclusion, view);
    json["type"] = check::describe(declaration.type, view.rules);
    json["unit"] = itemJson(declaration.type.kind == check::TypeKind::Quantity ? declaration.unit.symbol : std::string());
    const std::optional<std::string> exact = exactValue(value, declaration, view.rules);
    json["exact"] = exact ? ordered_json(*exact) : ordered_json();
    json["shown"] = shownValue(value, declaration, view.rules, diagnostics::Language::English);
    if (value.kind == evaluate::Known::Kind::Line && !value.settled) {
        json["low"] = value.line.low ? ordered_json(exactEnd(*value.line.low, declaration)) : ordered_json();
        json["high"] = value.line.high ? ordered_json(exactEnd(*value.line.high, declaration)) : ordered_json();
    }
    if (value.kind == evaluate::Known::Kind::Enumerator && !value.settled) {
        json["candidates"] = enumeratorNames(view.rules, declaration.type.enumeration, value.candidates);
    }
    json["clauses"] = conclusion.clauses;
    json["readings"] = readingNames(view.rules, conclusion.readings);
    json["missing"] = missingListJson(conclusion.missing, view);
    return json;
}

ordered_json dutyJson(const Conclusion& conclusion, const View& view) {
    ordered_json json = conclusionHead(conclusion, view);
    json["status"] = standingKey(conclusion, view.rules);
    addDeadlineJson(json, conclusion.deadline);
    json["candidates"] = enumeratorNames(view.rules, view.rules.standing, conclusion.candidates);
    json["clauses"] = conclusion.clauses;
    json["readings"] = readingNames(view.rules, conclusion.readings);
    json["missing"] = missingListJson(conclusion.missing, view);
    json["awaits"] = itemJson(conclusion.awaits);
    return json;
}

ordered_json partitionJson(const Conclusion& conclusion, const View& view) {
    ordered_json json = conclusionHead(conclusion, view);
    addDivisionJson(json, conclusion, view);
    json["clauses"] = conclusion.clauses;
    json["readings"] = readingNames(view.rules, conclusion.readings);
    json["missing"] = missingListJson(conclusion.missing, view);
    json["awaits"] = itemJson(conclusion.awaits);
    return json;
}

ordered_json lifecycleJson(const Conclusion& conclusion, const View& view) {
    ordered_json json = conclusionHead(conclusion, view);
    json["status"] = key(conclusion.status);
    addHistoryJson(json, conclusion, view);
    json["clauses"] = conclusion.clauses;
    json["readings"] = readingNames(view.rules, conclusion.readings);
    json["missing"] = missingListJson(conclusion.missing, view);
    return json;
}

ordered_json flagJson(const Conclusion& conclusion, const View& view) {
    ordered_json json = conclusionHead(conclusion, view);
    json["clauses"] = conclusion.clauses;
    json["message"] = localJson(view.rules.declarations[conclusion.decl].label);
    json["missing"] = missingListJson(conclusion.missing, view);
    return json;
}

ordered_json variationJson(const evaluate::Variation& variation, const View& view) {
    const check::Reading& reading = view.rules.readings[variation.reading];
    ordered_json changes = ordered_json::array();
    for (const evaluate::Variation::Change& change : variation.changes) {
        changes.push_back({{"name", view.rules.declarations[change.decl].name},
                           {"item", itemJson(change.item)},
                           {"before", change.before},
                           {"after", change.after}});
    }
    ordered_json json;
    json["reading"] = reading.name;
    json["alternative"] = reading.alternatives[variation.alternative];
    json["decisions"] = std::move(changes);
    return json;
}

// The conclusions by kind of declaration, each kind in result order.
struct Groups {
    ordered_json decisions = ordered_json::array();
    ordered_json rules = ordered_json::array();
    ordered_json checklists = ordered_json::array();
    ordered_json values = ordered_json::array();
    ordered_json duties = ordered_json::array();
    ordered_json partitions = ordered_json::array();
    ordered_json lifecycles = ordered_json::array();
    ordered_json flags = ordered_json::array();
};

Groups group(const evaluate::CaseResult& result, const View& view, const Selection& selection) {
    Groups groups;
    for (const Conclusion& conclusion : result.conclusions) {
        if (!selects(selection, conclusion)) continue;
        const check::Declaration& declaration = view.rules.declarations[conclusion.decl];
        if (const auto* decide = std::get_if<check::Decide>(&declaration.body)) {
            groups.decisions.push_back(decisionJson(conclusion, *decide, view));
        } else if (std::holds_alternative<check::Rule>(declaration.body)) {
            groups.rules.push_back(ruleJson(conclusion, view));
        } else if (const auto* checklist = std::get_if<check::Checklist>(&declaration.body)) {
            groups.checklists.push_back(checklistJson(conclusion, *checklist, view));
        } else if (std::holds_alternative<check::Define>(declaration.body)) {
            groups.values.push_back(valueJson(conclusion, view));
        } else if (std::holds_alternative<check::Duty>(declaration.body)) {
            groups.duties.push_back(dutyJson(conclusion, view));
        } else if (std::holds_alternative<check::Partition>(declaration.body)) {
            groups.partitions.push_back(partitionJson(conclusion, view));
        } else if (std::holds_alternative<check::Lifecycle>(declaration.body)) {
            groups.lifecycles.push_back(lifecycleJson(conclusion, view));
        } else if (std::holds_alternative<check::Flag>(declaration.body) && conclusion.status != evaluate::Status::Fails) {
            groups.flags.push_back(flagJson(conclusion, view));
        }
    }
    return groups;
}

// Every key of a result, in its place and without content.
ordered_json skeleton(const std::string& caseName, const View& view) {
    ordered_json json;
    json["schema_version"] = schemaVersion;
    json["ruleset"] = rulesetJson(view);
    addProfile(json, view);
    json["case"] = {{"name", caseName}, {"digest", nullptr}};
    json["registers"] = ordered_json::array();
    json["as_of"] = nullptr;
    json["verdict"] = nullptr;
    json["verdicts"] = ordered_json::object();
    for (const char* list :
         {"decisions", "rules", "checklists", "values", "duties", "partitions", "lifecycles", "flags", "varied", "diagnostics"})
        json[list] = ordered_json::array();
    return json;
}

}  // namespace

ordered_json resultJson(const evaluate::CaseResult& result, const View& view, const Selection& selection) {
    ordered_json json = skeleton(result.name, view);
    json["case"]["digest"] = result.caseDigest;
    for (const facts::RegisterFile& file : result.registers)
        json["registers"].push_back({{"name", file.name}, {"digest", file.digest}});
    json["as_of"] = result.asOf.text();
    if (!result.verdicts.empty()) json["verdict"] = key(result.verdicts.front().kind);
    for (const evaluate::Verdict& verdict : result.verdicts)
        json["verdicts"][view.rules.parties[verdict.party].name] = key(verdict.kind);
    Groups groups = group(result, view, selection);
    json["decisions"] = std::move(groups.decisions);
    json["rules"] = std::move(groups.rules);
    json["checklists"] = std::move(groups.checklists);
    json["values"] = std::move(groups.values);
    json["duties"] = std::move(groups.duties);
    json["partitions"] = std::move(groups.partitions);
    json["lifecycles"] = std::move(groups.lifecycles);
    json["flags"] = std::move(groups.flags);
    for (const evaluate::Variation& variation : result.varied)
        json["varied"].push_back(variationJson(variation, view));
    json["diagnostics"] = findingsJson(result.findings, view.sources, view.roots);
    return json;
}

ordered_json headJson(const evaluate::CaseResult& result, const View& view) {
    ordered_json json;
    json["schema_version"] = schemaVersion;
    json["ruleset"] = rulesetJson(view);
    addProfile(json, view);
    json["case"] = {{"name", result.name}, {"digest", result.caseDigest}};
    json["as_of"] = result.asOf.text();
    return json;
}

ordered_json unjudgedJson(const std::string& name, const diagnostics::Diagnostics& findings, const View& view) {
    ordered_json json = skeleton(name, view);
    json["diagnostics"] = findingsJson(findings, view.sources, view.roots);
    return json;
}

}  // namespace assay::report

#include "assay/record/steps.hpp"

#include <array>
#include <utility>

#include "assay/record/record.hpp"

namespace assay::record {

using nlohmann::json;
using trace::Step;
using trace::StepKind;

namespace {

constexpr std::array<std::pair<StepKind, const char*>, 11> kinds{{{StepKind::Declaration, "declaration"},
                                                                  {StepKind::Condition, "condition"},
                                                                  {StepKind::Row, "row"},
                                                                  {StepKind::Operation, "operation"},
                                                                  {StepKind::Fact, "fact"},
                                                                  {StepKind::Quantity, "quantity"},
                                                                  {StepKind::Reading, "reading"},
                                                                  {StepKind::Constant, "constant"},
                                                                  {StepKind::Item, "item"},
                                                                  {StepKind::Days, "days"},
                                                                  {StepKind::Change, "change"}}};

// The texts of a step, each left out where it is empty.
constexpr std::array<std::pair<const char*, std::string Step::*>, 9> texts{{{"op", &Step::op},
                                                                            {"subject", &Step::subject},
                                                                            {"item", &Step::item},
                                                                            {"type", &Step::type},
                                                                            {"shown", &Step::shown},
                                                                            {"status", &Step::status},
                                                                            {"evidence", &Step::evidence},
                                                                            {"by", &Step::by},
                                                                            {"on", &Step::on}}};
constexpr std::array<std::pair<const char*, std::vector<std::string> Step::*>, 3> lists{
    {{"clauses", &Step::clauses}, {"readings", &Step::readings}, {"parameters", &Step::parameters}}};

json stepJson(const Step& step, const PlaceText& place) {
    json out = {{"conclusion", step.conclusion}};
    for (const auto& [kind, word] : kinds) {
        if (kind == step.kind) out["kind"] = word;
    }
    for (const auto& [key, member] : texts) {
        if (!(step.*member).empty()) out[key] = step.*member;
    }
    for (const auto& [key, member] : lists) {
        if (!(step.*member).empty()) out[key] = step.*member;
    }
    if (!step.label.english.empty()) out["label"]["en"] = step.label.english;
    if (!step.label.chinese.empty()) out["label"]["zh"] = step.label.chinese;
    if (std::string at = place(step.span); !at.empty()) out["rule"] = std::move(at);
    if (std::string at = place(step.caseSpan); !at.empty()) out["case"] = std::move(at);
    if (!step.decisive) out["decisive"] = false;
    return out;
}

// Everything that re-doing a step may need, without its premises.
Step stepOf(const json& from) {
    Step step;
    for (const auto& [kind, word] : kinds) {
        if (from.at("kind") == word) step.kind = kind;
    }
    step.conclusion = from.at("conclusion").get<std::string>();
    for (const auto& [key, member] : texts) {
        if (from.contains(key) && from.at(key).is_string()) step.*member = from.at(key).get<std::string>();
    }
    for (const auto& [key, member] : lists) {
        if (from.contains(key) && from.at(key).is_array()) step.*member = from.at(key).get<std::vector<std::string>>();
    }
    return step;
}

std::optional<Step> stepOf(const json& steps, std::size_t index, int levels) {
    if (isMasked(steps[index])) return std::nullopt;
    Step step = stepOf(steps[index]);
    if (levels == 0) return step;
    for (const json& premise : steps[index].at("premises")) {
        std::optional<Step> below = stepOf(steps, premise.get<std::size_t>(), levels - 1);
        if (!below) return std::nullopt;
        step.premises.push_back(*std::move(below));
    }
    return step;
}

}  // namespace

std::size_t StepList::add(const Step& step) {
    json out = stepJson(step, place_);
    json premises = json::array();
    for (const Step& premise : step.premises)
        premises.push_back(add(premise));
    out["premises"] = std::move(premises);
    const auto [found, added] = known_.emplace(canonical(out), steps_.size());
    if (added) steps_.push_back(std::move(out));
    return found->second;
}

std::optional<Step> stepAt(const json& steps, std::size_t index) {
    return stepOf(steps, index, 2);
}

}  // namespace assay::record

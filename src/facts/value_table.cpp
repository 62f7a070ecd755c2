#include "value_table.hpp"

#include <algorithm>
#include <array>

namespace assay::facts {

using check::TypeKind;
using diagnostics::Kind;
using document::Node;

namespace {

constexpr std::array<std::string_view, 4> provenanceKeys = {"evidence", "by", "on", "reason"};

bool isOneOf(std::string_view key, const std::vector<std::string>& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// The keys that give the value itself.
std::vector<std::string> formKeys(const check::Type& type) {
    std::vector<std::string> keys = {type.kind == TypeKind::List ? "items" : "value"};
    if (type.optional) keys.emplace_back("none");
    if (type.isOrderedLine()) keys.insert(keys.end(), {"min", "max"});
    return keys;
}

// Keys that mean something elsewhere and are refused with a reason of their own.
bool isMisplacedForm(std::string_view key, const check::Type& type) {
    return key == "none" || (type.kind != TypeKind::List && (key == "min" || key == "max"));
}

}  // namespace

ValueTable::ValueTable(const Context& context, const Subject& subject, const Node& node, std::string_view alsoLegal)
    : context_(context), subject_(subject), node_(node) {
    checkKeys(alsoLegal);
    readProvenance();
    const bool complete = isCompleteJudgement();
    sound_ = checkForm() && complete;
}

void ValueTable::checkKeys(std::string_view alsoLegal) {
    const check::Type& type = subject_.quality.type;
    std::vector<std::string> legal = formKeys(type);
    legal.insert(legal.end(), provenanceKeys.begin(), provenanceKeys.end());
    if (!alsoLegal.empty()) legal.emplace_back(alsoLegal);
    for (const Node::Member& member : node_.members) {
        if (isOneOf(member.key, legal) || isMisplacedForm(member.key, type)) continue;
        reportUnknownKey(context_, member, subject_.name(), legal);
        unknownKey_ = true;
    }
}

void ValueTable::readProvenance() {
    provenance_.span = node_.span;
    if (const Node::Member* member = node_.member("evidence")) {
        const std::optional<std::string> id = readText(context_, *member);
        if (id && checkEvidence(*id, member->value.span)) provenance_.evidence = *id;
    }
    if (const Node::Member* member = node_.member("by")) provenance_.by = readText(context_, *member).value_or("");
    if (const Node::Member* member = node_.member("on")) provenance_.on = readDate(context_, *member);
    if (const Node::Member* member = node_.member("reason")) provenance_.reason = readText(context_, *member).value_or("");
}

bool ValueTable::checkEvidence(const std::string& id, source::Span span) const {
    if (context_.evidence.contains(id)) return true;
    diagnostics::Diagnostic& finding = context_.report(Kind::CaseEvidenceUnknown, span, {{"id", name(id)}});
    std::vector<std::string> registered;
    if (context_.evidence.size() <= mostCompared) {
        for (const auto& [known, place] : context_.evidence)
            registered.push_back(known);
    }
    proposeNames(finding, id, registered);
    return false;
}

// A key that is there and wrong has a finding already.
bool ValueTable::isCompleteJudgement() const {
    if (!subject_.quality.judgement) return true;
    const auto demand = [this](std::string_view key) {
        if (node_.member(key) != nullptr) return;
        report(context_, Kind::CaseJudgementIncomplete, node_.span, subject_, {{"key", name(key)}});
    };
    demand("by");
    demand("on");
    if (subject_.quality.reasonRequired) demand("reason");
    if (!provenance_.by.empty()) {
        context_.judgements.push_back({subject_.name(), provenance_.by, node_.find("by")->span, subject_.quality.judgedBy});
    }
    return !provenance_.by.empty() && provenance_.on && (!subject_.quality.reasonRequired || !provenance_.reason.empty());
}

bool ValueTable::checkForm() const {
    const Node::Member* value = node_.member(subject_.quality.type.kind == TypeKind::List ? "items" : "value");
    const Node::Member* none = node_.member("none");
    const Node::Member* low = node_.member("min");
    const Node::Member* range = low != nullptr ? low : node_.member("max");
    if (subject_.quality.type.kind == TypeKind::List) range = nullptr;

    std::vector<const Node::Member*> given;
    for (const Node::Member* form : {value, none, range}) {
        if (form != nullptr) given.push_back(form);
    }
    if (given.empty()) {
        if (!unknownKey_) {
            report(context_, Kind::CaseValueMissing, node_.span, subject_)
                .note(Kind::LegalHere, {}, {{"names", diagnostics::Names{formKeys(subject_.quality.type)}}});
        }
        return false;
    }
    if (given.size() > 1) {
        report(context_, Kind::CaseFormsMixed, given[1]->keySpan, subject_,
               {{"first", name(given[0]->key)}, {"second", name(given[1]->key)}});
        return false;
    }
    if (none != nullptr) return checkNone(*none);
    if (range != nullptr && !subject_.quality.type.isOrderedLine()) {
        report(context_, Kind::CaseRangeNotOnLine, range->keySpan, subject_);
        return false;
    }
    return true;
}

bool ValueTable::checkNone(const Node::Member& none) const {
    if (!subject_.quality.type.optional) {
        report(context_, Kind::CaseNoneNotOptional, none.keySpan, subject_).note(Kind::CaseLeaveOut, {}, {{"name", name(subject_.name())}});
        return false;
    }
    if (none.value.kind == Node::Kind::Bool && none.value.boolean) return true;
    diagnostics::Diagnostic& finding = report(context_, Kind::CaseNoneNotTrue, none.value.span, subject_);
    proposeInstead(finding, "none = true");
    return false;
}

}  // namespace assay::facts

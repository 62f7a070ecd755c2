#include "scalar.hpp"

#include <algorithm>

#include "measure.hpp"
#include "registers.hpp"

namespace assay::facts {

using check::TypeKind;
using diagnostics::Kind;
using document::Node;
using quantity::Rational;

namespace {

std::optional<Scalar> readBool(const Context& context, const Subject& subject, const Node& node) {
    if (node.kind == Node::Kind::Bool) return node.boolean;
    diagnostics::Diagnostic& finding = report(context, Kind::CaseBoolExpected, node.span, subject);
    if (node.text == "true" || node.text == "false") proposeInstead(finding, node.text);
    return std::nullopt;
}

std::optional<Scalar> readCount(const Context& context, const Subject& subject, const Node& node) {
    if (node.kind == Node::Kind::Integer) return node.number;
    diagnostics::Diagnostic& finding = report(context, Kind::CaseCountExpected, node.span, subject);
    const std::optional<Rational> meant = node.kind == Node::Kind::Decimal ? node.number : Rational::parse(node.text);
    if (meant && meant->isWhole()) proposeInstead(finding, meant->exact());
    return std::nullopt;
}

std::optional<Scalar> readNumber(const Context& context, const Subject& subject, const Node& node) {
    if (node.kind == Node::Kind::Integer || node.kind == Node::Kind::Decimal) return node.number;
    diagnostics::Diagnostic& finding = report(context, Kind::CaseNumberExpected, node.span, subject);
    if (Rational::parse(node.text)) proposeInstead(finding, node.text);
    return std::nullopt;
}

std::optional<Scalar> readDateValue(const Context& context, const Subject& subject, const Node& node) {
    if (node.kind == Node::Kind::Date) return node.date;
    diagnostics::Diagnostic& finding = report(context, Kind::CaseDateExpected, node.span, subject);
    if (quantity::Date::parse(node.text)) proposeInstead(finding, node.text);
    return std::nullopt;
}

std::optional<Scalar> readTextValue(const Context& context, const Subject& subject, const Node& node) {
    if (node.kind == Node::Kind::Text) return node.text;
    diagnostics::Diagnostic& finding = report(context, Kind::CaseTextExpected, node.span, subject);
    if (node.kind != Node::Kind::Array && node.kind != Node::Kind::Table) proposeInstead(finding, quoted(context.sources.text(node.span)));
    return std::nullopt;
}

bool isLabelled(const check::Enumerator& enumerator, std::string_view label) {
    return !label.empty() && (enumerator.label.english == label || enumerator.label.chinese == label);
}

std::vector<std::string> codesAndLabels(const check::Enumeration& enumeration) {
    std::vector<std::string> all;
    for (const check::Enumerator& enumerator : enumeration.enumerators)
        all.push_back(enumerator.name);
    for (const check::Enumerator& enumerator : enumeration.enumerators) {
        if (!enumerator.label.english.empty()) all.push_back(enumerator.label.english);
        if (!enumerator.label.chinese.empty()) all.push_back(enumerator.label.chinese);
    }
    return all;
}

// By code, which is unique, else by a label that only one alternative carries.
std::optional<Scalar> readEnumerator(const Context& context, const Subject& subject, check::EnumId id, const Node& node) {
    const check::Enumeration& enumeration = context.rules.enumerations[id];
    const std::vector<check::Enumerator>& alternatives = enumeration.enumerators;
    if (node.kind != Node::Kind::Text) {
        const std::string example = alternatives.empty() ? std::string() : quoted(alternatives.front().name);
        report(context, Kind::CaseEnumeratorExpected, node.span, subject, {{"enum", name(enumeration.name)}, {"example", name(example)}});
        return std::nullopt;
    }

    const auto code = std::find_if(alternatives.begin(), alternatives.end(),
                                   [&node](const check::Enumerator& enumerator) { return enumerator.name == node.text; });
    if (code != alternatives.end()) return EnumeratorIndex{static_cast<std::size_t>(code - alternatives.begin())};

    std::vector<std::size_t> labelled;
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        if (isLabelled(alternatives[i], node.text)) labelled.push_back(i);
    }
    if (labelled.size() == 1) return EnumeratorIndex{labelled.front()};
    if (labelled.empty()) {
        diagnostics::Diagnostic& finding = report(context, Kind::CaseEnumeratorUnknown, node.span, subject,
                                                  {{"value", name(node.text)}, {"enum", name(enumeration.name)}});
        proposeNames(finding, node.text, codesAndLabels(enumeration));
        return std::nullopt;
    }
    diagnostics::Names codes;
    for (const std::size_t i : labelled)
        codes.texts.push_back(alternatives[i].name);
    report(context, Kind::CaseLabelAmbiguous, node.span, subject, {{"value", name(node.text)}, {"codes", std::move(codes)}});
    return std::nullopt;
}

}  // namespace

std::optional<ItemIndex> readItem(const Context& context, const Subject& subject, check::ListId list, const Node& node) {
    const std::string& listName = context.rules.lists[list].name;
    if (node.kind != Node::Kind::Text) {
        report(context, Kind::CaseItemExpected, node.span, subject, {{"list", name(listName)}});
        return std::nullopt;
    }
    const auto& known = context.items[list.index()];
    const auto found = known.find(node.text);
    if (found != known.end()) return ItemIndex{found->second.index};

    diagnostics::Diagnostic& finding =
        context.rules.lists[list].isRegister
            ? report(context, Kind::CaseRegisterItemUnknown, node.span, subject,
                     {{"id", name(node.text)}, {"list", name(listName)}, {"path", name(registerPath(context, listName))}})
            : report(context, Kind::CaseItemUnknown, node.span, subject, {{"id", name(node.text)}, {"list", name(listName)}});
    if (known.size() > mostCompared) return std::nullopt;
    std::vector<std::string> ids;
    for (const auto& [id, place] : known)
        ids.push_back(id);
    proposeNames(finding, node.text, ids);
    return std::nullopt;
}

namespace {

std::optional<Scalar> readGroup(const Context& context, const Subject& subject, check::ListId list, const Node& node) {
    if (node.kind != Node::Kind::Array) {
        report(context, Kind::CaseListExpected, node.span, subject, {{"example", name(R"([[".."], [".."]])")}});
        return std::nullopt;
    }
    ItemGroup group;
    for (const Node& named : node.items) {
        const std::optional<ItemIndex> item = readItem(context, subject, list, named);
        if (!item) return std::nullopt;
        group.push_back(*item);
    }
    return group;
}

}  // namespace

std::optional<Scalar> readScalar(const Context& context, const Subject& subject, const check::Type& type, const Node& node) {
    switch (type.kind) {
        case TypeKind::Bool:
            return readBool(context, subject, node);
        case TypeKind::Count:
            return readCount(context, subject, node);
        case TypeKind::Number:
            return readNumber(context, subject, node);
        case TypeKind::Quantity:
            return readQuantity(context, subject, node);
        case TypeKind::Ratio:
            return readRatio(context, subject, node);
        case TypeKind::Date:
            return readDateValue(context, subject, node);
        case TypeKind::Days:
        case TypeKind::Months:
        case TypeKind::WorkingDays:
            return readPeriod(context, subject, node);
        case TypeKind::Text:
            return readTextValue(context, subject, node);
        case TypeKind::Enum:
            return readEnumerator(context, subject, type.enumeration, node);
        case TypeKind::Item:
            return readItem(context, subject, type.list, node);
        case TypeKind::List:
            return readGroup(context, subject, type.list, node);
        case TypeKind::Error:  // the declaration has a finding of its own
        case TypeKind::Record:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace assay::facts

#include "context.hpp"

#include "assay/source/text.hpp"

namespace assay::facts {

using diagnostics::Kind;

namespace {

// A longer list of what is legal is no help.
constexpr std::size_t mostListed = 16;

}  // namespace

std::string Subject::name() const {
    return list.empty() ? quality.name : std::string(list) + '.' + quality.name;
}

diagnostics::Diagnostic& report(const Context& context, Kind kind, source::Span span, const Subject& subject, Arguments arguments) {
    arguments.insert(arguments.begin(), {"name", name(subject.name())});
    return context.report(kind, span, std::move(arguments))
        .note(Kind::DeclaredHere, subject.quality.span, {{"name", name(subject.name())}});
}

diagnostics::Argument name(std::string_view text) {
    return diagnostics::Name{std::string(text)};
}

void proposeInstead(diagnostics::Diagnostic& finding, std::string replacement) {
    finding.note(Kind::WriteInstead, {}, {{"replacement", name(replacement)}});
}

void proposeNames(diagnostics::Diagnostic& finding, std::string_view word, const std::vector<std::string>& candidates) {
    if (candidates.size() > mostCompared) return;
    std::vector<std::string> near = source::closest(word, candidates);
    if (!near.empty()) {
        finding.note(Kind::DidYouMean, {}, {{"names", diagnostics::Names{std::move(near)}}});
    } else if (!candidates.empty() && candidates.size() <= mostListed) {
        finding.note(Kind::LegalHere, {}, {{"names", diagnostics::Names{candidates}}});
    }
}

void reportUnknownKey(const Context& context, const document::Node::Member& member, std::string_view table,
                      const std::vector<std::string>& legal) {
    diagnostics::Diagnostic& finding =
        context.report(Kind::CaseKeyUnknown, member.keySpan, {{"key", name(member.key)}, {"table", name(table)}});
    proposeNames(finding, member.key, legal);
}

void reportQuantity(const Context& context, const check::Quality& quantity, source::Span span) {
    context.report(Kind::CaseQuantityGiven, span, {{"name", name(quantity.name)}})
        .note(Kind::DeclaredHere, quantity.span, {{"name", name(quantity.name)}});
}

const check::Field* quantityNamed(const Context& context, check::ListId list, std::string_view key) {
    for (const check::FieldId id : context.rules.records[context.rules.lists[list].record].fields) {
        const check::Field& field = context.rules.fields[id];
        if (!field.quantified || field.quantifiedIn != list || !field.name.starts_with(key)) continue;
        if (field.name.size() == key.size() || field.name[key.size()] == '.') return &field;
    }
    return nullptr;
}

void reportUnknownField(const Context& context, const check::Record& record, const std::string& word, source::Span span) {
    std::vector<std::string> fields = {std::string(idKey)};
    for (const check::FieldId id : record.fields) {
        const check::Field& field = context.rules.fields[id];
        if (!field.quantified) fields.push_back(field.name);
    }
    diagnostics::Diagnostic& finding = context.report(Kind::CaseFieldUnknown, span, {{"field", name(word)}, {"record", name(record.name)}});
    proposeNames(finding, word, fields);
    finding.note(Kind::DeclaredHere, record.span, {{"name", name(record.name)}});
}

std::optional<std::string> readText(const Context& context, const document::Node::Member& member) {
    if (member.value.kind != document::Node::Kind::Text) {
        context.report(Kind::CaseTextExpected, member.value.span, {{"name", name(member.key)}});
        return std::nullopt;
    }
    if (member.value.text.empty()) {
        context.report(Kind::CaseTextEmpty, member.value.span, {{"name", name(member.key)}});
        return std::nullopt;
    }
    return member.value.text;
}

std::optional<quantity::Date> readDate(const Context& context, const document::Node::Member& member) {
    if (member.value.kind == document::Node::Kind::Date) return member.value.date;
    diagnostics::Diagnostic& finding = context.report(Kind::CaseDateExpected, member.value.span, {{"name", name(member.key)}});
    if (quantity::Date::parse(member.value.text)) proposeInstead(finding, member.value.text);
    return std::nullopt;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') result += '\\';
        result += byte;
    }
    return result + '"';
}

}  // namespace assay::facts

#include "conditions.hpp"
#include "regions.hpp"

// What a condition asks about: which operands are the same, what values they may have, how they are written.
namespace assay::analyze {

using check::Constant;
using check::TypeKind;
using lower::Node;
using lower::NodeId;
using lower::Op;
using quantity::Rational;

// An optional that is used as a value is the same operand as the optional itself.
NodeId Conditions::bare(NodeId id) const {
    while (program_.nodes[id].op == Op::Present)
        id = program_.nodes[id].operands[0];
    return id;
}

// Equal for nodes that have the same value in every case.
const std::string& Conditions::key(NodeId id) {
    const NodeId bareId = bare(id);
    if (const auto found = keys_.find(bareId); found != keys_.end()) return found->second;
    const Node& node = program_.nodes[bareId];
    std::string text = std::to_string(static_cast<int>(node.op)) + ":" + std::to_string(node.payload) + ":" + std::to_string(node.second);
    if (node.op == Op::Variable) text += "@" + std::to_string(node.space.index());
    if (node.op == Op::Constant) {
        const Constant& value = program_.constants[node.payload].value;
        const auto* written = std::get_if<std::string>(&value.value);
        const auto* truth = std::get_if<bool>(&value.value);
        const std::optional<Rational> place = onLine(value);
        text = place ? "=" + place->exact() : written != nullptr ? "\"" + *written + '"' : truth != nullptr && *truth ? "true" : "false";
        if (std::holds_alternative<Constant::None>(value.value)) text = "none";
    }
    if (node.inner.valid()) text += "/" + std::to_string(node.inner.index());
    text += "(";
    for (const NodeId operand : node.operands)
        text += key(operand) + ",";
    text += ")";
    return keys_.emplace(bareId, std::move(text)).first->second;
}

// As the author wrote it, on one line.
std::string Conditions::written(NodeId id) const {
    const source::Span span = program_.nodes[bare(id)].span;
    if (!span.valid()) return "it";
    std::string text;
    bool blank = false;
    for (const char letter : sources_.text(span)) {
        const bool isBlank = letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        if (!isBlank && blank && !text.empty()) text += ' ';
        if (!isBlank) text += letter;
        blank = isBlank;
    }
    return text;
}

const Constant* Conditions::constant(NodeId id) const {
    const Node& node = program_.nodes[id];
    return node.op == Op::Constant ? &program_.constants[node.payload].value : nullptr;
}

std::optional<Rational> Conditions::number(NodeId id) const {
    const Node& node = program_.nodes[id];
    if (node.op == Op::Negate) {
        const std::optional<Rational> positive = number(node.operands[0]);
        return positive ? std::optional(-*positive) : std::nullopt;
    }
    const Constant* known = constant(id);
    return known != nullptr ? onLine(*known) : std::nullopt;
}

Formulas::OperandId Conditions::operand(NodeId id) {
    const Node& node = program_.nodes[id];
    Operand asked;
    asked.text = written(id);
    asked.type = node.type;
    if (node.type.kind == TypeKind::Enum) {
        asked.alternatives = program_.checked->enumerations[node.type.enumeration].enumerators.size();
        const bool named = node.op == Op::Declaration || node.op == Op::AtItem;
        asked.mayBeNoAlternative =
            named && std::holds_alternative<check::Decide>(program_.checked->declarations[check::DeclId(node.payload)].body);
    }
    const check::Quality* quality = nullptr;
    if (node.op == Op::Fact) quality = &program_.checked->facts[check::FactId(node.payload)];
    if (node.op == Op::PairFact) quality = &program_.checked->facts[check::FactId(node.payload)];
    if (node.op == Op::Field) quality = &program_.checked->fields[check::FieldId(node.payload)];
    if (quality != nullptr) {
        asked.low = lowestRecorded(quality->type, quality->low);
        asked.high = quality->high;
    }
    if (node.op == Op::Count) asked.low = Rational(0);
    return formulas_.operand(key(id), std::move(asked));
}

Formulas::OperandId Conditions::opaque(const std::string& itsKey, NodeId id) {
    Operand asked;
    asked.wording = Operand::Wording::Condition;
    asked.text = written(id);
    asked.type.kind = TypeKind::Bool;
    return formulas_.operand(itsKey, std::move(asked));
}

}  // namespace assay::analyze

#include "residual.hpp"

namespace assay::evaluate {

using lower::Op;

namespace {

std::string valueKey(const Value& value) {
    if (!value.canBeGiven) return "none";
    if (const auto* truth = std::get_if<Truth>(&value.possible)) return truth->canBeTrue ? "true" : "false";
    if (const auto* number = std::get_if<quantity::Rational>(&value.possible)) return number->exact();
    if (const auto* choices = std::get_if<Choices>(&value.possible)) return "e" + std::to_string(choices->enumerators);
    if (const auto* text = std::get_if<Text>(&value.possible)) return "\"" + *text->known + "\"";
    if (const auto* item = std::get_if<ItemRow>(&value.possible)) return "@" + std::to_string(*item->known);
    std::string key = "[";
    for (const Element& element : *std::get<Elements>(value.possible).known) {
        if (const auto* row = std::get_if<ItemRow>(&element)) key += "@" + std::to_string(*row->known);
        if (const auto* text = std::get_if<std::string>(&element)) key += "\"" + *text + "\"";
        if (const auto* index = std::get_if<std::size_t>(&element)) key += "e" + std::to_string(*index);
        if (const auto* group = std::get_if<GroupRows>(&element)) {
            for (const std::uint32_t row : *group)
                key += "+" + std::to_string(row);
        }
        key += ",";
    }
    return key + "]";
}

std::string head(const lower::Node& node) {
    return std::to_string(static_cast<int>(node.op)) + "." + std::to_string(node.payload) + "." + std::to_string(node.second);
}

}  // namespace

// Two places have one key when they are the same expression over the same items.
std::string Residual::key(Place place) const {
    const lower::Node& node = state_.node(place.node);
    const Value& value = state_.value(place);
    if (value.settled()) return valueKey(value);
    if (node.op == Op::Present) return key(state_.operand(place, 0));
    if (node.op == Op::Declaration) return head(node) + "@" + std::to_string(place.row);
    if (node.op == Op::AtItem) {
        const Place target = state_.target(place);
        if (target.node.valid()) return key(target);
    }
    std::string key = head(node) + "(";
    for (std::size_t index = 0; index < node.operands.size(); ++index) {
        if (node.inner.valid()) {
            key += writtenKey(node.operands[index], node.space, place.row);
        } else {
            key += this->key(state_.operand(place, index));
        }
        key += ",";
    }
    if (!node.inner.valid()) return key + ")";
    const lower::Space& space = state_.program().spaces[node.inner];
    key += " in " + std::to_string(static_cast<int>(space.kind)) + ":" + std::to_string(space.list.index());
    if (space.source.valid() && space.kind != lower::SpaceKind::Consecutive)
        key += ":" + this->key(state_.seenFrom(space.source, space.parent, place.row));
    return key + ")";
}

// The key of a node inside a quantifier that stands at `row` of `space`: what does not depend on its items by value,
// the rest as written.
std::string Residual::writtenKey(lower::NodeId id, lower::SpaceId space, RowIndex row) const {
    const lower::Node& node = state_.node(id);
    if (state_.program().spaces[node.space].depth <= state_.program().spaces[space].depth) return key(state_.seenFrom(id, space, row));
    std::string key = head(node) + "d" + std::to_string(state_.program().spaces[node.space].depth) + "(";
    for (const lower::NodeId operand : node.operands)
        key += writtenKey(operand, space, row) + ",";
    return key + ")";
}

}  // namespace assay::evaluate

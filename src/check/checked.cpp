#include "assay/check/checked.hpp"

#include <algorithm>

namespace assay::check {

namespace {

template <class IdType, class T>
std::optional<IdType> findByName(const base::IdVector<IdType, T>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [name](const T& one) { return one.name == name; });
    return found == all.end() ? std::nullopt : std::optional(IdType(static_cast<std::size_t>(found - all.begin())));
}

}  // namespace

std::optional<std::size_t> Enumeration::find(std::string_view wanted) const {
    const auto found =
        std::find_if(enumerators.begin(), enumerators.end(), [wanted](const Enumerator& enumerator) { return enumerator.name == wanted; });
    return found == enumerators.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - enumerators.begin()));
}

bool isRequirement(const Declaration& declaration) {
    return std::holds_alternative<Rule>(declaration.body) || std::holds_alternative<Checklist>(declaration.body);
}

const Decide* outcomesOf(const Declaration& declaration) {
    if (const auto* duty = std::get_if<Duty>(&declaration.body)) return &duty->standing;
    return std::get_if<Decide>(&declaration.body);
}

std::optional<DeclId> Checked::findDeclaration(std::string_view name) const {
    return findByName(declarations, name);
}

std::optional<FactId> Checked::findFact(std::string_view name) const {
    return findByName(facts, name);
}

std::optional<People> Checked::people() const {
    const std::optional<ListId> list = findByName(lists, "persons");
    if (!list || !lists[*list].isRegister) return std::nullopt;
    const std::vector<FieldId>& ids = records[lists[*list].record].fields;
    for (std::size_t index = 0; index < ids.size(); ++index) {
        const Field& field = fields[ids[index]];
        const bool holdsNames =
            field.type.kind == TypeKind::List && (field.type.element == TypeKind::Enum || field.type.element == TypeKind::Text);
        if (field.name == "roles" && holdsNames) return People{*list, index};
    }
    return std::nullopt;
}

}  // namespace assay::check

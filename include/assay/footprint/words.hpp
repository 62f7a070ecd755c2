#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "assay/footprint/inventory.hpp"

// The words by which a case writes the alternatives of an inventory: a code, and labels in both languages, each of which it may
// write.
namespace assay::footprint {

struct Alternative {
    std::string_view code;
    std::string_view english;
    std::string_view chinese;
};

template <class Enum>
[[nodiscard]] const std::vector<Alternative>& alternatives();

template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<Stage>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<Boundary>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<Allocation>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<Recycling>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<Origin>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<DataSource>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<FlowKind>();
template <>
[[nodiscard]] const std::vector<Alternative>& alternatives<Method>();

template <class Enum>
[[nodiscard]] const Alternative& wordsOf(Enum value) {
    return alternatives<Enum>()[static_cast<std::size_t>(value)];
}

// By code or label, verbatim.
template <class Enum>
[[nodiscard]] std::optional<Enum> alternativeOf(std::string_view word) {
    const std::vector<Alternative>& all = alternatives<Enum>();
    for (std::size_t index = 0; index < all.size(); ++index) {
        if (word == all[index].code || word == all[index].english || word == all[index].chinese) return static_cast<Enum>(index);
    }
    return std::nullopt;
}

}  // namespace assay::footprint

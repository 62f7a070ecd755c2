#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/footprint/quantify.hpp"
#include "assay/report/view.hpp"

// A quantification for people and programs: the footprint of every product, what it is made of, and what keeps it from being known.
namespace assay::report {

// One case as it was quantified.
struct Footprints {
    const std::string& name;
    const std::string& digest;
    const footprint::Inventory& inventory;
    const footprint::Result& result;
};

enum class MassUnit : std::uint8_t { Tonne, Kilogram, Gram };

// How numbers are shown; what is exact stays so in JSON.
struct NumberOptions {
    int digits = 3;  // behind the point
    footprint::Rounding rounding = footprint::Rounding::HalfUp;
    MassUnit unit = MassUnit::Kilogram;
};

// Aligned columns, the largest first; what a list holds beyond `shownRows` is counted, not shown.
constexpr std::size_t shownRows = 12;
[[nodiscard]] std::string footprintText(const Footprints& footprints, const NumberOptions& numbers, const TextOptions& options);
// Of a case that has no inventory.
[[nodiscard]] std::string noInventoryText(const std::string& name, const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json footprintJson(const Footprints& footprints, const NumberOptions& numbers, const View& view);
// Every part of every breakdown as a row: case, product, breakdown, part, exact and rounded amount, share.
[[nodiscard]] std::string footprintCsv(const Footprints& footprints, const NumberOptions& numbers, bool withHead);

}  // namespace assay::report

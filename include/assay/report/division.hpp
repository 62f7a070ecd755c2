#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "assay/evaluate/evaluate.hpp"
#include "assay/report/view.hpp"

// What reports say of a partition.
namespace assay::report {

// "A+B": a group as results and rules name it.
[[nodiscard]] std::string groupName(const std::vector<std::string>& ids);
// "A+B | C"
[[nodiscard]] std::string divisionName(const evaluate::Division::Groups& groups);
// "base_metal", "category, base_metal": the steps that may be the first.
[[nodiscard]] std::string stepNames(const evaluate::Separation& separation, const check::Partition& partition);

// Why two items are apart, or are not: every step that was asked of them, with the facts that it compares.
[[nodiscard]] std::string separationText(const evaluate::PairAnswer& answer, const View& view, const TextOptions& options);
[[nodiscard]] nlohmann::ordered_json separationJson(const evaluate::PairAnswer& answer, const View& view);

}  // namespace assay::report

#include <array>
#include <nlohmann/json.hpp>

#include "assay/report/csv.hpp"
#include "assay/report/footprint.hpp"
#include "assay/report/footprint_numbers.hpp"
#include "assay/report/footprint_words.hpp"
#include "json_parts.hpp"

namespace assay::report {

using diagnostics::Language;
using footprint::ProductResult;
using nlohmann::ordered_json;
using quantity::Interval;

namespace {

ordered_json exactJson(const std::optional<Interval>& value) {
    if (!value) return nullptr;
    if (value->isPoint()) return value->low->exact();
    return {{"low", value->low ? ordered_json(value->low->exact()) : ordered_json()},
            {"high", value->high ? ordered_json(value->high->exact()) : ordered_json()}};
}

ordered_json massJson(const Interval& value, const NumberOptions& numbers) {
    return {{"exact", exactJson(value)}, {"shown", shownMass(value, numbers)}, {"unit", symbol(numbers.unit)}};
}

template <class Found>
ordered_json foundJson(const std::vector<Found>& found) {
    ordered_json list = ordered_json::array();
    for (const Found& one : found) {
        list.push_back({{"kind", key(one.kind)},
                        {"datum", one.datum},
                        {"names", one.names},
                        {"message", {{"en", sentence(one, Language::English)}, {"zh", sentence(one, Language::Chinese)}}}});
    }
    return list;
}

using Breakdown = std::pair<std::string_view, const std::vector<footprint::Part>*>;

std::array<Breakdown, 4> breakdownsOf(const ProductResult& product) {
    return {{{"stage", &product.byStage}, {"process", &product.byProcess}, {"input", &product.byInput}, {"gas", &product.byGas}}};
}

ordered_json productJson(const ProductResult& product, const NumberOptions& numbers) {
    ordered_json json;
    json["id"] = product.id;
    json["status"] = product.total ? "quantified" : "refused";
    json["total"] = product.total ? massJson(*product.total, numbers) : ordered_json();
    json["fossil"] = product.total ? massJson(product.fossil, numbers) : ordered_json();
    json["biogenic"] = product.total ? massJson(product.biogenic, numbers) : ordered_json();
    json["land_use"] = product.total ? massJson(product.landUse, numbers) : ordered_json();
    json["widened_by"] = product.widenedBy;
    for (const auto& [name, parts] : breakdownsOf(product)) {
        ordered_json list = ordered_json::array();
        for (const footprint::Part& part : *parts) {
            ordered_json one = {{"name", part.name}, {"exact", exactJson(part.co2e)}, {"shown", shownMass(part.co2e, numbers)}};
            one["share"] = product.total ? itemJson(shownShare(part.co2e, *product.total, numbers.rounding)) : ordered_json();
            list.push_back(std::move(one));
        }
        json["by_" + std::string(name)] = std::move(list);
    }
    json["site_share"] = exactJson(product.siteShare);
    json["site_lacks"] = product.siteLacks;
    json["cut_off"] = {{"inputs_of_product", exactJson(product.cutOff.inputsOfProduct)},
                       {"wastes_of_waste", exactJson(product.cutOff.wastesOfWaste)},
                       {"all_of_product", exactJson(product.cutOff.allOfProduct)},
                       {"all_of_waste", exactJson(product.cutOff.allOfWaste)},
                       {"lacks", product.cutOff.lacks}};
    json["comparisons"] = ordered_json::array();
    for (const footprint::Comparison& comparison : product.comparisons) {
        json["comparisons"].push_back({{"kind", key(comparison.kind)},
                                       {"stated", exactJson(comparison.stated)},
                                       {"change", exactJson(comparison.change)},
                                       {"restate", comparison.restate}});
    }
    json["refusals"] = foundJson(product.refusals);
    json["implausible"] = foundJson(product.findings);
    json["gaps"] = foundJson(product.gaps);
    json["listed"] = ordered_json::array();
    for (const footprint::Listed& one : product.listed) {
        Interval amount = one.amount;
        if (amount.low) *amount.low /= one.unit.factor;
        if (amount.high) *amount.high /= one.unit.factor;
        json["listed"].push_back(
            {{"substance", one.substance}, {"taken", one.isTaken}, {"exact", exactJson(amount)}, {"unit", one.unit.symbol}});
    }
    return json;
}

}  // namespace

ordered_json footprintJson(const Footprints& footprints, const NumberOptions& numbers, const View& view) {
    ordered_json json;
    json["schema_version"] = 1;
    json["ruleset"] = rulesetJson(view);
    json["case"] = {{"name", footprints.name}, {"digest", footprints.digest}};
    json["gwp_set"] = footprints.result.gwp ? ordered_json(registers::word(*footprints.result.gwp)) : ordered_json();
    json["products"] = ordered_json::array();
    for (const ProductResult& product : footprints.result.products)
        json["products"].push_back(productJson(product, numbers));
    return json;
}

std::string footprintCsv(const Footprints& footprints, const NumberOptions& numbers, bool withHead) {
    std::string text;
    if (withHead)
        text += csvLine(
            {"case", "product", "breakdown", "part", "exact [kgCO2e/FU]", "shown [" + std::string(symbol(numbers.unit)) + "]", "share"});
    for (const ProductResult& product : footprints.result.products) {
        if (!product.total) continue;
        const auto row = [&](std::string_view breakdown, const std::string& name, const Interval& co2e) {
            text += csvLine({footprints.name, product.id, std::string(breakdown), name, exactInterval(co2e), shownMass(co2e, numbers),
                             shownShare(co2e, *product.total, numbers.rounding)});
        };
        row("total", {}, *product.total);
        for (const auto& [breakdown, parts] : breakdownsOf(product)) {
            for (const footprint::Part& part : *parts)
                row(breakdown, part.name, part.co2e);
        }
    }
    return text;
}

}  // namespace assay::report

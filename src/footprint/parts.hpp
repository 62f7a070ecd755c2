#pragma once

#include "account.hpp"

// What a result says beside the total, each from the account of a product.
namespace assay::footprint {

void addParts(const Inventory& inventory, ProductResult& result);
void addSiteShare(const Inventory& inventory, ProductResult& result);
void addCutOff(const Inventory& inventory, const Account& account, ProductResult& result);
void addComparisons(const Inventory& inventory, ProductResult& result);
// Masses that come in and leave by no flow.
void addUnaccounted(const Network& network, const Account& account, ProductResult& result);
// plausibility.cpp
void addFindings(const Network& network, const Account& account, const registers::FactorData& data, ProductResult& result);

// The mass of a datum in kg, pieces by the mass of a piece; empty: it measures no mass.
[[nodiscard]] std::optional<quantity::Interval> massOf(const std::optional<Datum>& amount, const std::optional<Datum>& pieceMass = {});

// Mass that comes in and goes out by one run of a process, of the flows that have a mass.
struct MassFlows {
    quantity::Interval in, products, wastes;  // products: reference output and co-products; wastes: waste and scrap
    bool hasIn = false;
    bool hasOutput = false;  // the reference output has a mass
    bool hasWastes = false;
    bool hasCoProducts = false;
};
[[nodiscard]] MassFlows massFlows(const Network& network, std::size_t process);

}  // namespace assay::footprint

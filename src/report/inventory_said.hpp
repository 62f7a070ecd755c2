#pragma once

#include <vector>

#include "assay/report/said.hpp"

namespace assay::report {

// What an inventory says: its choices, products, processes, flows and omissions, field by field.
void addInventory(const footprint::Inventory& inventory, std::vector<Said>& said);

}  // namespace assay::report

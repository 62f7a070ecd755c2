#pragma once

#include <functional>
#include <string>

#include "assay/facts/facts.hpp"

namespace assay::facts {

// What is given for a quantity: of the case, or of the item with that name ("U1", "U1/S2"); empty: of the case.
using Give = std::function<Entry(const check::Quality& quantity, const std::string& item)>;

// Asks for every quantity that the rules declare, of each item that has it, and takes what is given as what the case says of
// it: Known or a Range in coherent units, None where the quantity is optional, or Absent; the latter with what is lacking.
void giveQuantities(CaseFacts& facts, const check::Checked& rules, const Give& give);

}  // namespace assay::facts

#pragma once

#include <string>
#include <vector>

#include "assay/facts/facts.hpp"
#include "assay/footprint/inventory.hpp"

namespace assay::report {

// One thing that a case says, as text: what comparisons of cases and searches in them read.
struct Said {
    std::string name;   // "client.legal_person", "findings[NC-01].kind", "inventory.flows[F3].amount", "evidence[E01].file"
    std::string value;  // exact, as a case writes it: "10 kg", "none", "1 t..2 t", "[a, b]"; of an item empty
    facts::Provenance provenance;
    bool isItem = false;              // it says that there is such an item; what it says of the item follows
    bool isComputed = false;          // a quantity: the inventory gives it
    std::vector<std::string> refers;  // what it names by id: "persons[P-01]"; of an inventory the rows of the factor tables
};

// Everything that a case and the registers it was read with say, in the order of the rules; then the inventory, where there is
// one, and the evidence.
[[nodiscard]] std::vector<Said> listSaid(const facts::CaseFacts& facts, const footprint::Inventory* inventory, const check::Checked& rules);

// "units[U1].surveillances[S1]": an item as results name what it says.
[[nodiscard]] std::string itemPath(const facts::CaseFacts& facts, const check::Checked& rules, check::ListId list, std::size_t item);

}  // namespace assay::report

#pragma once

#include <map>

#include "assay/footprint/result.hpp"
#include "figure.hpp"

namespace assay::footprint {

// A product of a process: its reference output or a co-product, with its part of what the process does.
struct Output {
    std::size_t process = 0;          // position in Inventory::processes
    std::optional<std::size_t> flow;  // of a co-product: position in Inventory::flows
    Datum amount;                     // per run of the process
    quantity::Interval share;         // by allocation; 1 where the process makes nothing else
    trace::Step shareStep;
};

// An inventory with its names resolved: who supplies whom, which flows belong to which process.
class Network {
public:
    explicit Network(const Inventory& inventory);

    [[nodiscard]] const Inventory& inventory() const { return inventory_; }
    // Positions of the flows of a process, in the order of the inventory.
    [[nodiscard]] const std::vector<std::size_t>& flowsOf(std::size_t process) const { return flows_[process]; }
    // The output that a name stands for. Empty: refused, or no such name.
    [[nodiscard]] std::optional<Output> output(const std::string& name, std::vector<Refusal>& refusals) const;

private:
    [[nodiscard]] std::optional<quantity::Interval> shareOf(const Output& output, const std::vector<std::size_t>& coProducts,
                                                            std::vector<Refusal>& refusals, trace::Step& step) const;

    const Inventory& inventory_;
    std::map<std::string, std::size_t, std::less<>> processes_;
    std::map<std::string, std::size_t, std::less<>> coProducts_;
    std::vector<std::vector<std::size_t>> flows_;
};

// "inventory.flows[F3].amount".
[[nodiscard]] std::string datumName(const char* list, const std::string& id, const char* field = "");

}  // namespace assay::footprint

#pragma once

#include <set>

#include "figure.hpp"
#include "network.hpp"
#include "solve.hpp"

namespace assay::footprint {

// One output that a product rests on, and how often its process runs for one functional unit.
struct Running {
    std::string name;
    Output output;
    quantity::Interval times;
    trace::Step step;  // of `times`
};

// One flow of a running process, scaled: how much of it for one functional unit.
struct Scaled {
    std::size_t flow = 0;
    std::size_t running = 0;
    quantity::Interval amount;  // in the coherent unit of `unit`
    quantity::Unit unit;
    trace::Step step;
};

// What one product rests on: the processes that run for it and their flows. Refusals go to the result; with one there are no scaled flows.
class Account {
public:
    Account(const Network& network, const Figures& figures, const registers::GwpTable& gwps, ProductResult& result)
        : network_(network), figures_(figures), gwps_(gwps), result_(result) {}

    // Finds the processes, solves how often they run, and adds up what their flows bring.
    void run();

    [[nodiscard]] const std::vector<Running>& runnings() const { return runnings_; }
    [[nodiscard]] const std::vector<Scaled>& scaled() const { return scaled_; }

private:
    // account_system.cpp
    bool open(const std::string& name);
    bool link(std::size_t running, std::size_t flow);
    bool scale();
    [[nodiscard]] std::optional<quantity::Interval> converted(const Flow& flow, const Datum& amount, const quantity::Unit& wanted,
                                                              const std::string& wantedFor);

    // account_flows.cpp
    void bring(std::size_t running, std::size_t flow);
    void supplied(const Scaled& scaled, int sign);
    void burnt(const Scaled& scaled);
    [[nodiscard]] bool isBalanced(const Scaled& fuel) const;
    void emitted(std::size_t running, std::size_t flow);
    void listed(const Scaled& scaled, bool isTaken);
    void released(const Scaled& scaled, const quantity::Interval& mass, const quantity::Dimension& dimension, const std::string& gas,
                  trace::Step step);
    void contribute(const Scaled& scaled, const std::string& gas, const quantity::Interval& co2e, trace::Step step);
    void widen(const trace::Step& step, const std::string& flow, std::set<std::string>& seen);
    [[nodiscard]] std::optional<Scaled> scaledFlow(std::size_t running, std::size_t flow);
    [[nodiscard]] std::optional<quantity::Interval> carbonBalance(std::size_t running, const Flow& emission, trace::Step& step);

    const Flow& flowAt(std::size_t index) const { return network_.inventory().flows[index]; }
    void refuse(RefusalKind kind, std::string datum, std::vector<std::string> names, source::Span span) {
        result_.refusals.push_back({kind, std::move(datum), std::move(names), span});
    }

    const Network& network_;
    const Figures& figures_;
    const registers::GwpTable& gwps_;
    ProductResult& result_;
    std::vector<Running> runnings_;
    std::map<std::string, std::size_t, std::less<>> opened_;
    ProcessSystem system_;
    std::vector<std::vector<trace::Step>> askedBy_;  // by running: what makes up its demand
    std::vector<std::size_t> demandFlow_;            // by demand of the system: the flow that asks
    std::vector<Scaled> scaled_;
    std::vector<trace::Step> parts_;  // of the total
};

}  // namespace assay::footprint

#pragma once

#include <initializer_list>
#include <optional>

#include "assay/footprint/result.hpp"

namespace assay::footprint {

// A factor, resolved: a row of the tables or what the case states.
struct Figure {
    quantity::Interval value;  // in the coherent unit of its dimension
    quantity::Unit unit;       // as written
    registers::FactorKind kind = registers::FactorKind::LifeCycleCo2e;
    std::string gas;  // of a gas emission, CO2 of a direct factor
    std::optional<registers::GwpSet> gwp;
    const registers::Factor* row = nullptr;  // none: stated
    trace::Step step;
};

// What a stated figure is, by its dimension.
[[nodiscard]] registers::FactorKind kindOf(const quantity::Dimension& dimension);

// Looks up what a flow multiplies with. `datum` names the use ("inventory.flows[F1].factor"); `wanted` are the kinds that may stand there.
// Empty: refused. A row from memory that the inventory accepts is told in `gaps`.
class Figures {
public:
    Figures(const Inventory& inventory, const registers::FactorData& data) : inventory_(inventory), data_(data) {}

    [[nodiscard]] std::optional<Figure> find(const FactorUse& use, const std::string& datum,
                                             std::initializer_list<registers::FactorKind> wanted, std::vector<Refusal>& refusals,
                                             std::vector<Gap>& gaps) const;

private:
    const Inventory& inventory_;
    const registers::FactorData& data_;
};

}  // namespace assay::footprint

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/footprint/inventory.hpp"
#include "assay/trace/step.hpp"

// What the quantification of an inventory gives: plain data. Masses of CO2e are in kg per functional unit, exact.
namespace assay::footprint {

enum class RefusalKind : std::uint8_t {
    NoFunctionalUnit,
    NoGwpSet,
    NoAmount,
    NoFactor,           // a supplied flow without process or factor
    NoOutput,           // a process without reference output
    NoAllocation,       // a process with co-products and no method
    NoRecyclingMethod,  // scrap and no method
    NoPrice,            // economic allocation
    NoShare,            // custom allocation
    SharesNotOne,
    NoCarbonContent,  // mass balance
    UnknownFactor,
    FactorKindMixed,  // a direct factor where a footprint is needed, or the other way round
    UnitsDoNotFit,    // names: the unit of the activity, the unit that the factor is per
    UnknownGas,
    NoGwp,             // the set has no figure for the gas
    UnverifiedFactor,  // a row from memory, not accepted
    Singular,          // names: the processes of the loop
    NotBounded,        // an interval, in a loop or among the weights of an allocation, that no bound can be given for
    MassBalanceNegative,
};

// Why a product has no result, or a part of it is missing: the datum that is needed, as the case names it.
struct Refusal {
    RefusalKind kind = RefusalKind::NoAmount;
    std::string datum;               // "inventory.flows[F3].factor"
    std::vector<std::string> names;  // what the kind says
    source::Span span;               // in the case
};

// What a result leaves out although nothing was refused.
enum class GapKind : std::uint8_t {
    UpstreamNotIncluded,  // of a fuel
    WasteNotTreated,      // a waste without treatment
    MassUnaccounted,      // names: the mass that comes in and leaves by no flow
    UnverifiedUsed,       // a row from memory was accepted
};
struct Gap {
    GapKind kind = GapKind::UpstreamNotIncluded;
    std::string datum;  // "inventory.flows[F2]"
    std::vector<std::string> names;
};

// The footprint that one flow brings. Contributions of a product add up to its total exactly.
struct Contribution {
    std::size_t flow = 0;  // position in Inventory::flows
    Stage stage = Stage::Production;
    std::string process;
    std::string gas;  // "CO2e" where a factor gives no gases apart
    Origin origin = Origin::Fossil;
    quantity::Interval co2e;
};

struct Part {
    std::string name;
    quantity::Interval co2e;
};

struct Scaling {
    std::string process;       // or the co-product flow
    quantity::Interval times;  // how often the data of the process are run for one functional unit
};

// A substance that leaves or is taken and does not count, in the coherent unit of its dimension.
struct Listed {
    std::string substance;
    bool isTaken = false;
    quantity::Interval amount;
    quantity::Unit unit;  // of the first flow, for display
};

// Omitted flows by weight (P26, AMB-17 to AMB-20). Empty: a mass is missing, `lacks` names it; 0 where nothing is omitted.
struct CutOff {
    std::optional<quantity::Interval> inputsOfProduct;  // omitted inputs against the net mass of the product
    std::optional<quantity::Interval> wastesOfWaste;    // omitted wastes against all waste
    std::optional<quantity::Interval> allOfProduct;     // everything omitted against either base
    std::optional<quantity::Interval> allOfWaste;
    std::vector<std::string> lacks;
};

enum class ComparisonKind : std::uint8_t { Claim, Previous, Certificate };
// The computed total against a stated one: (total - stated) / stated; of the claim its difference from the total the same way.
struct Comparison {
    ComparisonKind kind = ComparisonKind::Claim;
    std::optional<quantity::Interval> change;  // empty: not defined
    std::vector<std::string> restate;  // data of the basis that differ or are missing: "inventory.products[U1].previous.grid_edition"
    quantity::Interval stated;
    std::string datum;  // of the stated value: "inventory.products[U1].previous.total"
};

enum class FindingKind : std::uint8_t {
    CarbonBalance,  // carbon in is not carbon out
    MetalBalance,
    YieldAboveOne,     // more mass leaves as product than comes in
    EnergyBalance,     // more energy leaves than comes in
    BillNotClosed,     // the materials of the product do not reach its mass
    LossIgnored,       // input mass equals product mass
    FactorCrossCheck,  // two ways to one figure differ
    UnitDecade,        // they differ by a power of ten
    BlendNotSum,       // the potential of a blend is not that of its parts
    Stoichiometry,     // of a carbonate
    TwoSourcesDiffer,
    GwpSetMixed,
    FactorYear,  // of another time than the data
    FactorRegion,
    GasRatio,            // CH4 or N2O beside CO2 out of proportion for what is burnt
    DeclaredParts,       // fossil + biogenic + land use is not the total
    OmittedWithoutMass,  // energy or a greenhouse gas left out by weight
};

// Something implausible: a value for the rules, no error.
struct Finding {
    FindingKind kind = FindingKind::CarbonBalance;
    std::string datum;               // "inventory.processes[P1]"
    std::vector<std::string> names;  // the two figures that do not agree, with units
    source::Span span;
};

struct ProductResult {
    std::string id;
    std::size_t product = 0;        // position in Inventory::products
    std::vector<Refusal> refusals;  // none: quantified
    std::optional<quantity::Interval> total;
    std::vector<Contribution> contributions;
    quantity::Interval fossil, biogenic, landUse;
    std::vector<Part> byStage, byProcess, byInput, byGas;  // each adds up to the total; largest first
    std::vector<Scaling> scalings;                         // in the order of the processes
    std::vector<Listed> listed;
    std::optional<quantity::Interval> siteShare;  // of the sum of absolute contributions; empty: a flow says nothing of its source
    std::vector<std::string> siteLacks;
    std::vector<std::string> widenedBy;  // data whose intervals widen the total
    std::vector<Gap> gaps;
    CutOff cutOff;
    std::vector<Comparison> comparisons;
    std::vector<Finding> findings;
    trace::Step derivation;  // of the total; each step can be re-done from its operator and premises
};

struct Result {
    std::optional<registers::GwpSet> gwp;
    std::vector<ProductResult> products;  // in the order of the inventory
    [[nodiscard]] const ProductResult* find(std::string_view id) const {
        for (const ProductResult& product : products) {
            if (product.id == id) return &product;
        }
        return nullptr;
    }
};

}  // namespace assay::footprint

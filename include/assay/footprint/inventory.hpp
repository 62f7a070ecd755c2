#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assay/quantity/date.hpp"
#include "assay/quantity/interval.hpp"
#include "assay/quantity/unit.hpp"
#include "assay/register/factors.hpp"
#include "assay/source/source.hpp"

// What a case says of the making of its products: processes, the flows between them and to and from nature, and the choices
// that a quantification rests on (ISO 14067, GB/T 24067). docs/footprint.md describes how a case writes it.
namespace assay::footprint {

// A value of the case as an interval in the coherent unit of its dimension; a point where nothing widens it.
struct Datum {
    quantity::Interval value;
    quantity::Unit unit;  // as written
    std::string evidence;
    source::Span span;
};

enum class Stage : std::uint8_t { RawMaterials, Production, Distribution, Use, EndOfLife };
enum class Boundary : std::uint8_t { CradleToGate, CradleToGrave, GateToGate };
enum class Allocation : std::uint8_t { Mass, Energy, Economic, Custom, SystemExpansion };
// How scrap that is recycled counts: with no burden and no credit; in place of what it replaces, both ways; likewise, where what
// leaves comes in again.
enum class Recycling : std::uint8_t { CutOff, Substitution, ClosedLoop };
// Of a greenhouse gas: where its carbon comes from.
enum class Origin : std::uint8_t { Fossil, Biogenic, LandUse };
enum class DataSource : std::uint8_t { Site, Secondary };

enum class FlowKind : std::uint8_t {
    Input,       // a material, energy or service that is supplied
    Fuel,        // an input that is burnt in the process
    Emission,    // a greenhouse gas that leaves the process
    Release,     // another substance that leaves it: listed, never characterised
    Resource,    // taken from nature: listed
    CoProduct,   // another product of the process
    Waste,       // to be treated
    Scrap,       // leaves the process to be recycled
    ScrapInput,  // recycled material that comes in
    Avoided,     // a product that is made elsewhere no longer: counts negative
};

// How the amount of an emission is found (P29 of the PV10 rules). A stated amount is measured unless a factor stands with it.
enum class Method : std::uint8_t { EmissionFactor, MassBalance, Measured, Combustion };

// A figure that multiplies an activity: a row of the factor tables, or one that the case states.
struct FactorUse {
    std::string id;                             // of a row; empty: stated
    std::optional<Datum> stated;                // with the unit it is written in
    std::optional<registers::FactorKind> kind;  // of a stated one, where the case gives it; else found by its unit
    std::optional<registers::GwpSet> gwp;       // of a stated one: the set it was made with
    source::Span span;
};

struct Flow {
    std::string id;
    std::string process;
    FlowKind kind = FlowKind::Input;
    std::string name;
    std::optional<Datum> amount;  // per reference output of its process; none: by mass balance
    std::string from;             // the process, or the co-product flow, that supplies it; of an avoided product and of a co-product under
                                  // system expansion what it replaces
    std::optional<FactorUse> factor;
    std::optional<FactorUse> upstream;  // Fuel: making and bringing it
    std::string gas;                    // Emission
    std::optional<Method> method;
    std::optional<FactorUse> ncv, carbonPerEnergy, oxidation;  // Combustion
    std::optional<FactorUse> carbon;                           // mass of carbon per mass, for balances
    std::optional<Datum> metal;                                // mass of the metal per mass, for balances
    std::optional<Datum> pieceMass;                            // mass per piece
    std::optional<Datum> price;                                // CoProduct: per unit of amount
    std::optional<quantity::Rational> share;                   // CoProduct: of the process, under custom allocation
    std::optional<DataSource> source;
    Origin origin = Origin::Fossil;
    std::string carbonate;                        // "CaCO3": what is decomposed, for the check of its factor
    std::optional<quantity::Rational> statedGwp;  // Emission: that the client calculated with, for the check
    std::string checkedAgainst;                   // a second row of the factor tables for the same figure
    std::string region;                           // where the activity takes place; empty: the inventory's
    source::Span span;                            // of the id
};

struct Process {
    std::string id;
    std::string name;
    Stage stage = Stage::Production;
    std::string site;
    std::optional<Datum> output;  // reference output: what all its flows are per
    std::optional<Allocation> allocation;
    std::optional<quantity::Rational> share;  // of the reference output, under custom allocation
    std::optional<Datum> price;               // of the reference output, per unit
    std::optional<FactorUse> carbon;
    std::optional<Datum> metal;
    source::Span span;
};

// What two values must share to be compared.
struct Basis {
    std::optional<registers::GwpSet> gwp;
    std::string pcr;
    std::string database;
    std::string gridEdition;
    std::optional<Boundary> boundary;
    std::string functionalUnit;
};

// A value of the footprint that somebody stated, per functional unit.
struct Stated {
    Datum total;
    std::optional<Datum> fossil, biogenic, landUse;
    std::optional<Datum> functionalUnit;  // how much of the output; of a claim, not given: that of the product
    Basis basis;                          // of a claim: what is not given is that of the product
};

struct Product {
    std::string id;  // of the certification unit
    std::string name;
    std::string process;                  // the process, or the co-product flow, that makes it
    std::optional<Datum> functionalUnit;  // how much of that output: "1 t", "1 piece"
    std::string functionalUnitText;       // what it is, in words
    std::optional<Datum> mass;            // net mass of the functional unit, without packaging (AMB-18)
    std::optional<Datum> waste;           // all waste of the functional unit, where the case states it
    Basis basis;                          // gwp is the inventory's
    std::optional<Stated> claim, previous, certificate;
    source::Span span;
};

// Left out of the inventory, per functional unit of a product.
struct Omission {
    std::string id;
    std::string name;
    std::string product;
    bool isWaste = false;
    std::optional<Datum> mass;
    std::string reason;
    source::Span span;
};

struct Inventory {
    std::optional<registers::GwpSet> gwp;
    std::optional<Recycling> recycling;
    std::optional<quantity::Date> collectedFrom, collectedTo;
    std::string region;
    bool acceptsUnverified = false;  // rows of the factor tables from memory may be used; the result says so
    std::vector<Product> products;
    std::vector<Process> processes;
    std::vector<Flow> flows;
    std::vector<Omission> omissions;
    source::Span span;
};

}  // namespace assay::footprint

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/diagnostics/diagnostic.hpp"
#include "assay/document/csv.hpp"
#include "assay/document/document.hpp"
#include "assay/quantity/interval.hpp"
#include "assay/quantity/unit.hpp"
#include "assay/register/status.hpp"

namespace assay::registers {

// The sets of global warming potentials over 100 years, by the report of the IPCC that gives them. Ar5Feedback is the
// fifth report with climate-carbon feedbacks.
enum class GwpSet : std::uint8_t { Sar, Ar4, Ar5, Ar5Feedback, Ar6 };

constexpr std::array<std::string_view, 5> gwpSetWords = {"SAR", "AR4", "AR5", "AR5-ccf", "AR6"};
[[nodiscard]] constexpr std::string_view word(GwpSet set) {
    return gwpSetWords[static_cast<std::size_t>(set)];
}
// By the words above, verbatim.
[[nodiscard]] std::optional<GwpSet> gwpSetOf(std::string_view word);

// What the figure of a factor is. Kinds never stand for each other: a direct CO2 factor of the grid is no footprint of
// its electricity.
enum class FactorKind : std::uint8_t {
    DirectCo2,          // direct_co2: CO2 released, in kgCO2 per activity or energy
    LifeCycleCo2e,      // life_cycle_co2e: footprint of what is supplied, in kgCO2e; GWP set where the source states it
    GasEmission,        // gas_emission: mass of `gas` released per activity or energy (kg/TJ of CH4)
    NetCalorificValue,  // net_calorific_value: energy per mass or volume of the fuel
    CarbonPerEnergy,    // carbon_per_energy: mass of carbon per energy of the fuel (tC/TJ)
    CarbonContent,      // carbon_content: mass of carbon per mass of the material (kgC/kg)
    Oxidation,          // oxidation: share of the carbon that is oxidised
    Share,              // share: a share without dimension that enters a formula (oxide in lime, weight of one gas to another)
    Slope,              // slope: of a formula of its own that the note names (anode effects)
};

constexpr std::array<std::string_view, 9> factorKindWords = {
    "direct_co2", "life_cycle_co2e", "gas_emission", "net_calorific_value", "carbon_per_energy", "carbon_content",
    "oxidation",  "share",           "slope"};
[[nodiscard]] constexpr std::string_view word(FactorKind kind) {
    return factorKindWords[static_cast<std::size_t>(kind)];
}
[[nodiscard]] std::optional<FactorKind> factorKindOf(std::string_view word);

// Where rows come from.
struct FactorSource {
    std::string id;  // "ipcc-2006-v2"
    std::string titleEnglish;
    std::string titleChinese;
    std::string edition;
    std::string locator;  // address or number of the document; may be empty
    std::string licence;  // what may be done with the figures; may be empty
    std::string note;     // may be empty
    source::Span span;    // of the id
};

// One row: a figure in `unit`, as its source prints it. It has a value, bounds, or both.
struct Factor {
    std::string id;  // "ipcc2006.anthracite.co2"; compared verbatim
    FactorKind kind = FactorKind::DirectCo2;
    std::string subject;  // what it is of: "anthracite"; rows of one subject and source belong together (NCV, carbon, oxidation)
    std::optional<quantity::Rational> value;
    std::optional<quantity::Interval> bounds;  // both ends; hold the value
    quantity::Unit unit;                       // a gas other than CO2 is a plain mass
    std::string gas;                           // "CO2", "CH4-fossil"; empty where the kind has none
    std::optional<GwpSet> gwp;                 // that the figure was made with; life_cycle_co2e alone
    std::string english;
    std::string chinese;
    std::string source;       // id of a FactorSource
    std::string locator;      // table, page, announcement within the source
    std::string region;       // "CN", "CN-BJ", "CN-grid-east"; empty: not bound to one
    std::optional<int> year;  // that the figure describes
    std::string technology;   // may be empty
    std::optional<int> rank;  // 1 to 4, the order of databases of P25; none where the case decides it
    Status status = Status::FromMemory;
    std::string note;   // may be empty
    source::Span span;  // of the id
};

class FactorTable {
public:
    // False: the id is taken.
    bool add(Factor factor);
    bool addSource(FactorSource source);
    [[nodiscard]] const Factor* find(std::string_view id) const;
    [[nodiscard]] const FactorSource* findSource(std::string_view id) const;
    [[nodiscard]] const std::vector<Factor>& all() const { return factors_; }
    [[nodiscard]] const std::vector<FactorSource>& sources() const { return sources_; }

private:
    std::vector<Factor> factors_;
    std::vector<FactorSource> sources_;
    std::map<std::string, std::size_t, std::less<>> factorIndex_;
    std::map<std::string, std::size_t, std::less<>> sourceIndex_;
};

// A figure of a GWP set, in kg of CO2e per kg of gas.
struct Gwp {
    quantity::Rational value;
    Status status = Status::FromMemory;  // of a blend the worst of its parts
    std::string source;                  // id of a FactorSource; of a blend that of its first part
};

struct Gas {
    struct Part {
        std::string gas;
        quantity::Rational share;  // by mass
    };
    std::string id;  // "HFC-134a"
    std::string english;
    std::string chinese;
    std::vector<std::string> spellings;  // other names ("R134a"), its id not among them
    std::vector<Part> parts;             // of a blend; shares sum to 1 exactly; empty: a single gas
    source::Span span;                   // of the id
};

class GwpTable {
public:
    // False: a name of the gas is taken.
    bool add(Gas gas);
    // False: the gas is unknown or a blend, or has a figure in the set.
    bool set(std::string_view gas, GwpSet set, const Gwp& gwp);
    // By id or another spelling, verbatim.
    [[nodiscard]] const Gas* find(std::string_view name) const;
    // Empty: the set has no figure for the gas, or for a part of the blend; or the gas is unknown. A blend is the exact
    // sum of its parts by mass.
    [[nodiscard]] std::optional<Gwp> gwp(std::string_view name, GwpSet set) const;
    [[nodiscard]] const std::vector<Gas>& gases() const { return gases_; }

private:
    std::vector<Gas> gases_;
    std::map<std::string, std::size_t, std::less<>> index_;
    std::map<std::pair<std::size_t, GwpSet>, Gwp> figures_;
};

// What a folder of factor data holds.
struct FactorData {
    FactorTable factors;
    GwpTable gwps;
};

// Reads `[[source]]` tables: id, title_en, title_zh, edition; locator, licence and note may be missing.
void readSources(const document::Node& root, FactorTable& factors, diagnostics::Diagnostics& findings);

// Reads a table of factors: columns id, kind, subject, value, unit, name_en, name_zh, source, locator, status; low, high, gas,
// gwp, region, year, technology, rank and note may be missing. `sources` and `gwps` are read before; a source or gas that
// they do not name is a finding. A row with a finding is left out.
void readFactors(const document::CsvTable& table, const source::SourceMap& sources, const quantity::UnitTable& units, const GwpTable& gwps,
                 FactorTable& factors, diagnostics::Diagnostics& findings);

// Reads `[[gas]]` tables (id, name_en, name_zh; spellings, parts = { GAS = "50 %" text or number }) and `[[gwp]]` tables (set,
// source, status, values = { GAS = number }; note may be missing).
[[nodiscard]] GwpTable readGwps(const document::Node& root, const FactorTable& factors, diagnostics::Diagnostics& findings);

}  // namespace assay::registers

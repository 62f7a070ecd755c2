#include <algorithm>

#include "parts.hpp"
#include "steps.hpp"

// What does not look right in an inventory: values for the rules, no errors. The tolerances are those of engineering practice: two ways to
// one figure agree within a twentieth, a balance closes within a twentieth of what comes in.
namespace assay::footprint {

using quantity::Dimension;
using quantity::Interval;
using quantity::Rational;
using registers::FactorKind;

namespace {

const Rational tolerance(1, 20);
const Interval zero = Interval::point(Rational(0));
const Dimension mass{{{"mass", 1}}};
const Dimension energy{{{"energy", 1}}};

quantity::Unit kilogram() {
    return {"kg", Rational(1), mass};
}

// Whether two values certainly differ by more than the tolerance, measured on the second.
bool differ(const Interval& a, const Interval& b) {
    const Interval gap = quantity::abs(a - b);
    const Interval allowed = quantity::abs(b) * Interval::point(tolerance);
    return gap.low && allowed.high && *gap.low > *allowed.high;
}

// Whether they agree but for a power of ten, at least ten.
bool slipped(const Interval& a, const Interval& b) {
    if (!a.isPoint() || !b.isPoint() || a.low->isZero() || b.low->isZero()) return false;
    Rational ratio = *a.low / *b.low;
    if (ratio.abs() < Rational(1)) ratio = Rational(1) / ratio;
    constexpr int decades = 9;
    Rational power(10);
    for (int decade = 0; decade < decades; ++decade, power *= Rational(10)) {
        if (!differ(Interval::point(ratio), Interval::point(power))) return true;
    }
    return false;
}

// Mass of CO2 that a mass of carbonate gives off when it decomposes, by molar masses rounded to three places (IUPAC).
struct Carbonate {
    std::string_view formula;
    Rational co2PerMass;
};
const std::vector<Carbonate>& carbonates() {
    static const Rational carbonDioxide(44009, 1000);
    static const std::vector<Carbonate> all = {{"CaCO3", carbonDioxide / Rational(100086, 1000)},
                                               {"MgCO3", carbonDioxide / Rational(84313, 1000)},
                                               {"CaMg(CO3)2", Rational(2) * carbonDioxide / Rational(184399, 1000)},
                                               {"FeCO3", carbonDioxide / Rational(115853, 1000)},
                                               {"MnCO3", carbonDioxide / Rational(114946, 1000)},
                                               {"Na2CO3", carbonDioxide / Rational(105988, 1000)}};
    return all;
}

class Checks {
public:
    Checks(const Network& network, const Account& account, const registers::FactorData& data, ProductResult& result)
        : network_(network), account_(account), data_(data), figures_(network.inventory(), data), result_(result) {}

    void run() {
        std::vector<bool> seen(inventory().processes.size());
        for (const Running& running : account_.runnings()) {
            const std::size_t process = running.output.process;
            if (seen[process]) continue;
            seen[process] = true;
            balances(process);
            for (const std::size_t flow : network_.flowsOf(process))
                factors(inventory().flows[flow]);
            gasRatio(process);
        }
        billOfMaterials();
        declaredParts();
        omissions();
    }

private:
    [[nodiscard]] const Inventory& inventory() const { return network_.inventory(); }

    void add(FindingKind kind, std::string datum, std::vector<std::string> names, source::Span span) {
        result_.findings.push_back({kind, std::move(datum), std::move(names), span});
    }

    // A figure, without a word where it cannot be had: what is missing there is said elsewhere.
    [[nodiscard]] std::optional<Figure> figure(const std::optional<FactorUse>& use, std::initializer_list<FactorKind> wanted) const {
        if (!use) return std::nullopt;
        std::vector<Refusal> refusals;
        std::vector<Gap> gaps;
        return figures_.find(*use, {}, wanted, refusals, gaps);
    }

    static bool comesIn(FlowKind kind) { return kind == FlowKind::Input || kind == FlowKind::ScrapInput || kind == FlowKind::Fuel; }
    static bool goesOut(FlowKind kind) { return kind == FlowKind::CoProduct || kind == FlowKind::Waste || kind == FlowKind::Scrap; }

    void balances(std::size_t position) {
        const Process& process = inventory().processes[position];
        const std::string datum = datumName("processes", process.id);
        const MassFlows flows = massFlows(network_, position);
        if (flows.hasIn && flows.hasOutput) {
            const Interval out = flows.products + flows.wastes;
            if (flows.products.low && flows.in.high && *flows.products.low > *flows.in.high)
                add(FindingKind::YieldAboveOne, datum, {shownText(flows.in, kilogram()), shownText(flows.products, kilogram())},
                    process.span);
            // What leaves as a co-product is accounted for: the rest is no loss.
            if (!flows.hasWastes && !flows.hasCoProducts && flows.in == out && flows.in.isPoint())
                add(FindingKind::LossIgnored, datum, {shownText(flows.in, kilogram())}, process.span);
        }
        carbon(position);
        metal(position);
        energies(position);
    }

    // Carbon of a process that states the carbon of every mass: in against out, measured CO2 included.
    void carbon(std::size_t position) {
        const Process& process = inventory().processes[position];
        Interval in = zero;
        Interval out = zero;
        const auto part = [&](const std::optional<Datum>& amount, const std::optional<FactorUse>& use) -> std::optional<Interval> {
            const std::optional<Interval> kilograms = massOf(amount);
            if (!kilograms) return zero;
            const std::optional<Figure> content = figure(use, {FactorKind::CarbonContent});
            return content ? std::optional(*kilograms * content->value) : std::nullopt;
        };
        bool hasCarbon = false;
        for (const std::size_t index : network_.flowsOf(position)) {
            const Flow& flow = inventory().flows[index];
            if (flow.kind == FlowKind::Emission) {
                if (flow.method == Method::MassBalance) return;  // it closes by its making
                const std::optional<Interval> emitted = massOf(flow.amount);
                if (emitted && !flow.factor && flow.gas == "CO2") out = out + *emitted * Interval::point(Rational(12, 44));
                if (flow.factor || flow.amount == std::nullopt) return;
                continue;
            }
            if (!comesIn(flow.kind) && !goesOut(flow.kind)) continue;
            if (flow.kind == FlowKind::Fuel) return;  // burnt by a method of its own
            const std::optional<Interval> contained = part(flow.amount, flow.carbon);
            if (!contained) return;
            hasCarbon = hasCarbon || flow.carbon;
            Interval& side = comesIn(flow.kind) ? in : out;
            side = side + *contained;
        }
        const std::optional<Interval> product = part(process.output, process.carbon);
        if (!product || !hasCarbon) return;
        out = out + *product;
        if (differ(out, in))
            add(FindingKind::CarbonBalance, datumName("processes", process.id), {shownText(in, kilogram()), shownText(out, kilogram())},
                process.span);
    }

    void metal(std::size_t position) {
        const Process& process = inventory().processes[position];
        Interval in = zero;
        Interval out = zero;
        bool hasMetal = false;
        const auto part = [&](const std::optional<Datum>& amount, const std::optional<Datum>& content, Interval& side) {
            const std::optional<Interval> kilograms = massOf(amount);
            if (!kilograms || !content) return;
            side = side + *kilograms * content->value;
            hasMetal = true;
        };
        for (const std::size_t index : network_.flowsOf(position)) {
            const Flow& flow = inventory().flows[index];
            if (comesIn(flow.kind)) part(flow.amount, flow.metal, in);
            if (goesOut(flow.kind)) part(flow.amount, flow.metal, out);
        }
        part(process.output, process.metal, out);
        if (hasMetal && process.metal && differ(out, in))
            add(FindingKind::MetalBalance, datumName("processes", process.id), {shownText(in, kilogram()), shownText(out, kilogram())},
                process.span);
    }

    void energies(std::size_t position) {
        const Process& process = inventory().processes[position];
        if (!process.output || !(process.output->unit.dimension == energy)) return;
        Interval in = zero;
        bool hasIn = false;
        for (const std::size_t index : network_.flowsOf(position)) {
            const Flow& flow = inventory().flows[index];
            if (!comesIn(flow.kind) || !flow.amount) continue;
            if (flow.amount->unit.dimension == energy) {
                in = in + flow.amount->value;
                hasIn = true;
            } else if (const std::optional<Figure> ncv = figure(flow.ncv, {FactorKind::NetCalorificValue});
                       ncv && flow.amount->unit.dimension * ncv->unit.dimension == energy) {
                in = in + flow.amount->value * ncv->value;
                hasIn = true;
            } else {
                return;  // a carrier whose energy is not said
            }
        }
        if (hasIn && in.high && process.output->value.low && *process.output->value.low > *in.high) {
            const quantity::Unit& unit = process.output->unit;
            add(FindingKind::EnergyBalance, datumName("processes", process.id),
                {shownText(in, unit), shownText(process.output->value, unit)}, process.span);
        }
    }

    void factors(const Flow& flow) {
        crossCheck(flow);
        const std::string datum = datumName("flows", flow.id, "factor");
        const std::optional<Figure> used = figure(flow.factor, {FactorKind::LifeCycleCo2e, FactorKind::DirectCo2, FactorKind::GasEmission});
        if (used) {
            if (used->gwp && inventory().gwp && *used->gwp != *inventory().gwp)
                add(FindingKind::GwpSetMixed, datum,
                    {std::string(registers::word(*used->gwp)), std::string(registers::word(*inventory().gwp))}, flow.span);
            if (used->row != nullptr) timeAndPlace(flow, *used->row, datum);
            second(flow, *used, datum);
            carbonate(flow, *used, datum);
        }
        potential(flow);
    }

    // NCV x carbon per energy x oxidised part x 44/12 against a stated factor of burning the same fuel.
    void crossCheck(const Flow& flow) {
        const std::optional<Figure> ncv = figure(flow.ncv, {FactorKind::NetCalorificValue});
        const std::optional<Figure> carbon = figure(flow.carbonPerEnergy, {FactorKind::CarbonPerEnergy});
        const std::optional<Figure> oxidised = figure(flow.oxidation, {FactorKind::Oxidation});
        const std::optional<Figure> stated = figure(flow.factor, {FactorKind::DirectCo2, FactorKind::LifeCycleCo2e});
        if (!ncv || !carbon || !oxidised || !stated) return;
        const Interval computed = ncv->value * carbon->value * oxidised->value * Interval::point(Rational(44, 12));
        compare(FindingKind::FactorCrossCheck, datumName("flows", flow.id, "factor"), stated->value, computed, stated->unit, flow.span);
    }

    void second(const Flow& flow, const Figure& used, const std::string& datum) {
        const registers::Factor* other = flow.checkedAgainst.empty() ? nullptr : data_.factors.find(flow.checkedAgainst);
        if (other == nullptr || !other->value || !(other->unit.dimension == used.unit.dimension)) return;
        compare(FindingKind::TwoSourcesDiffer, datum, used.value, Interval::point(*other->value * other->unit.factor), used.unit,
                flow.span);
    }

    void carbonate(const Flow& flow, const Figure& used, const std::string& datum) {
        const auto found =
            std::find_if(carbonates().begin(), carbonates().end(), [&](const Carbonate& each) { return each.formula == flow.carbonate; });
        if (found == carbonates().end()) return;
        const Rational close(1, 100);
        const Interval gap = quantity::abs(used.value - Interval::point(found->co2PerMass));
        if (gap.low && *gap.low > found->co2PerMass * close)
            add(FindingKind::Stoichiometry, datum,
                {shownText(used.value, used.unit), shownText(Interval::point(found->co2PerMass), used.unit)}, flow.span);
    }

    void compare(FindingKind kind, const std::string& datum, const Interval& stated, const Interval& other, const quantity::Unit& unit,
                 source::Span span) {
        if (!differ(stated, other)) return;
        add(slipped(stated, other) ? FindingKind::UnitDecade : kind, datum, {shownText(stated, unit), shownText(other, unit)}, span);
    }

    // A factor of the time and the place of the data, as far as the row says them (P27).
    void timeAndPlace(const Flow& flow, const registers::Factor& row, const std::string& datum) {
        constexpr int years = 3;  // an edition is followed by the next within about three
        if (row.year && inventory().collectedFrom && inventory().collectedTo) {
            const bool tooOld = *row.year < inventory().collectedFrom->year() - years;
            const bool tooNew = *row.year > inventory().collectedTo->year() + years;
            if (tooOld || tooNew)
                add(FindingKind::FactorYear, datum,
                    {std::to_string(*row.year), inventory().collectedFrom->text() + ".." + inventory().collectedTo->text()}, flow.span);
        }
        const std::string& place = flow.region.empty() ? inventory().region : flow.region;
        // "CN-BJ" lies in "CN".
        const bool within = place.starts_with(row.region) || row.region.starts_with(place);
        if (!row.region.empty() && !place.empty() && !within) add(FindingKind::FactorRegion, datum, {row.region, place}, flow.span);
    }

    void potential(const Flow& flow) {
        if (!flow.statedGwp || !inventory().gwp) return;
        const registers::Gas* gas = data_.gwps.find(flow.gas);
        const std::optional<registers::Gwp> gwp = data_.gwps.gwp(flow.gas, *inventory().gwp);
        if (gas == nullptr || !gwp || gwp->value == *flow.statedGwp) return;
        // A printed potential is whole.
        const bool isRounding = (gwp->value - *flow.statedGwp).abs() <= Rational(1, 2);
        if (isRounding) return;
        add(gas->parts.empty() ? FindingKind::TwoSourcesDiffer : FindingKind::BlendNotSum, datumName("flows", flow.id, "stated_gwp"),
            {flow.statedGwp->decimal(), gwp->value.decimal()}, flow.span);
    }

    // Stationary combustion gives off at most about a hundredth of its CO2 as CH4 and a thousandth as N2O by mass (the largest defaults of
    // IPCC 2006, volume 2, chapter 2); more points at a slip of units.
    void gasRatio(std::size_t position) {
        const Process& process = inventory().processes[position];
        Interval carbonDioxide = zero;
        Interval methane = zero;
        Interval nitrousOxide = zero;
        bool burns = false;
        for (const Scaled& scaled : account_.scaled()) {
            const Flow& flow = inventory().flows[scaled.flow];
            if (flow.process != process.id) continue;
            burns = burns || flow.kind == FlowKind::Fuel;
            if (flow.kind != FlowKind::Emission || flow.factor || !(scaled.unit.dimension == mass)) continue;
            Interval* sum = flow.gas == "CO2"             ? &carbonDioxide
                            : flow.gas.starts_with("CH4") ? &methane
                            : flow.gas == "N2O"           ? &nitrousOxide
                                                          : nullptr;
            if (sum != nullptr) *sum = *sum + scaled.amount;
        }
        // A factor in CO2e gives no gases apart: its CO2 is that much at most.
        for (const Contribution& each : result_.contributions) {
            if (each.process != process.id || inventory().flows[each.flow].kind != FlowKind::Fuel) continue;
            if (each.gas == "CO2" || each.gas == "CO2e") carbonDioxide = carbonDioxide + each.co2e;
        }
        if (!burns || !carbonDioxide.high) return;
        const auto check = [&](const Interval& gas, const char* name, const Rational& most) {
            if (gas.low && *gas.low > *carbonDioxide.high * most)
                add(FindingKind::GasRatio, datumName("processes", process.id),
                    {name, shownText(gas, kilogram()), shownText(carbonDioxide, kilogram())}, process.span);
        };
        check(methane, "CH4", Rational(1, 100));
        check(nitrousOxide, "N2O", Rational(1, 1000));
    }

    // The materials of the process that makes a product against the mass of its functional unit.
    void billOfMaterials() {
        const Product& product = inventory().products[result_.product];
        const std::optional<Interval> net = massOf(product.mass);
        if (!net || account_.runnings().empty() || !result_.refusals.empty()) return;
        Interval materials = zero;
        bool hasMaterials = false;
        for (const Scaled& scaled : account_.scaled()) {
            const Flow& flow = inventory().flows[scaled.flow];
            if (scaled.running != 0 || (flow.kind != FlowKind::Input && flow.kind != FlowKind::ScrapInput)) continue;
            const std::optional<Interval> kilograms = massOf(Datum{scaled.amount, scaled.unit, {}, {}}, flow.pieceMass);
            if (!kilograms) continue;
            materials = materials + *kilograms;
            hasMaterials = true;
        }
        for (const Omission& omission : inventory().omissions) {
            const std::optional<Interval> kilograms = massOf(omission.mass);
            if (omission.product == product.id && !omission.isWaste && kilograms) materials = materials + *kilograms;
        }
        if (hasMaterials && materials.high && net->low && *materials.high < *net->low)
            add(FindingKind::BillNotClosed, datumName("products", product.id, "mass"),
                {shownText(materials, kilogram()), shownText(*net, kilogram())}, product.span);
    }

    // Fossil, biogenic and land use of a claim add up to its total.
    void declaredParts() {
        const Product& product = inventory().products[result_.product];
        if (!product.claim || !product.claim->fossil) return;
        Interval sum = product.claim->fossil->value;
        for (const auto* part : {&product.claim->biogenic, &product.claim->landUse}) {
            if (*part) sum = sum + (*part)->value;
        }
        if (quantity::equal(sum, product.claim->total.value) == false) {
            const quantity::Unit& unit = product.claim->total.unit;
            add(FindingKind::DeclaredParts, datumName("products", product.id, "claim"),
                {shownText(sum, unit), shownText(product.claim->total.value, unit)}, product.claim->total.span);
        }
    }

    // A weight says nothing of what energy or a greenhouse gas does to the climate (AMB-19).
    void omissions() {
        for (const Omission& omission : inventory().omissions) {
            if (omission.product != inventory().products[result_.product].id || !omission.mass) continue;
            const bool isGas = data_.gwps.find(omission.name) != nullptr;
            if (!(omission.mass->unit.dimension == mass) || isGas)
                add(FindingKind::OmittedWithoutMass, datumName("omissions", omission.id), {shownText(*omission.mass)}, omission.span);
        }
    }

    const Network& network_;
    const Account& account_;
    const registers::FactorData& data_;
    Figures figures_;
    ProductResult& result_;
};

}  // namespace

void addFindings(const Network& network, const Account& account, const registers::FactorData& data, ProductResult& result) {
    Checks(network, account, data, result).run();
}

}  // namespace assay::footprint

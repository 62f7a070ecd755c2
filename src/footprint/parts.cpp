#include "parts.hpp"

#include <algorithm>

#include "assay/footprint/words.hpp"
#include "steps.hpp"

namespace assay::footprint {

using quantity::Interval;
using quantity::Rational;

namespace {

const Interval zero = Interval::point(Rational(0));

void addTo(std::vector<Part>& parts, const std::string& name, const Interval& co2e) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.name == name; });
    if (found == parts.end()) {
        parts.push_back({name, co2e});
    } else {
        found->co2e = found->co2e + co2e;
    }
}

// Largest first by its upper end, equal ones as they were met.
void sortParts(std::vector<Part>& parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return *a.co2e.high > *b.co2e.high; });
}

}  // namespace

std::optional<Interval> massOf(const std::optional<Datum>& amount, const std::optional<Datum>& pieceMass) {
    const quantity::Dimension mass{{{"mass", 1}}};
    if (!amount) return std::nullopt;
    if (amount->unit.dimension == mass) return amount->value;
    if (pieceMass && amount->unit.dimension * pieceMass->unit.dimension == mass) return amount->value * pieceMass->value;
    return std::nullopt;
}

MassFlows massFlows(const Network& network, std::size_t process) {
    MassFlows flows{zero, zero, zero};
    if (const auto output = massOf(network.inventory().processes[process].output)) {
        flows.products = *output;
        flows.hasOutput = true;
    }
    for (const std::size_t index : network.flowsOf(process)) {
        const Flow& flow = network.inventory().flows[index];
        const std::optional<Interval> mass = massOf(flow.amount, flow.pieceMass);
        if (!mass) continue;
        switch (flow.kind) {
            case FlowKind::Input:
            case FlowKind::ScrapInput:
                flows.in = flows.in + *mass;
                flows.hasIn = true;
                break;
            case FlowKind::CoProduct:
                flows.products = flows.products + *mass;
                flows.hasCoProducts = true;
                break;
            case FlowKind::Waste:
            case FlowKind::Scrap:
                flows.wastes = flows.wastes + *mass;
                flows.hasWastes = true;
                break;
            default:
                break;
        }
    }
    return flows;
}

void addParts(const Inventory& inventory, ProductResult& result) {
    result.fossil = result.biogenic = result.landUse = zero;
    for (const Contribution& each : result.contributions) {
        const Flow& flow = inventory.flows[each.flow];
        addTo(result.byStage, std::string(wordsOf(each.stage).code), each.co2e);
        addTo(result.byProcess, each.process, each.co2e);
        addTo(result.byInput, flow.id, each.co2e);
        addTo(result.byGas, each.gas, each.co2e);
        Interval& part = each.origin == Origin::Fossil ? result.fossil : each.origin == Origin::Biogenic ? result.biogenic : result.landUse;
        part = part + each.co2e;
    }
    for (auto* parts : {&result.byStage, &result.byProcess, &result.byInput, &result.byGas})
        sortParts(*parts);
    std::sort(result.widenedBy.begin(), result.widenedBy.end());
    result.widenedBy.erase(std::unique(result.widenedBy.begin(), result.widenedBy.end()), result.widenedBy.end());
}

// Of the sum of absolute contributions, so that credits do not hide what rests on other data.
void addSiteShare(const Inventory& inventory, ProductResult& result) {
    Interval site = zero;
    Interval all = zero;
    for (const Contribution& each : result.contributions) {
        const Flow& flow = inventory.flows[each.flow];
        const Interval size = quantity::abs(each.co2e);
        all = all + size;
        if (!flow.source) {
            const std::string datum = datumName("flows", flow.id, "source");
            if (std::find(result.siteLacks.begin(), result.siteLacks.end(), datum) == result.siteLacks.end())
                result.siteLacks.push_back(datum);
        } else if (*flow.source == DataSource::Site) {
            site = site + size;
        }
    }
    if (result.siteLacks.empty()) result.siteShare = quantity::divide(site, all);
}

// Omitted masses against the net mass of the functional unit and against all waste, the omitted waste among it (P26; AMB-17, AMB-18).
void addCutOff(const Inventory& inventory, const Account& account, ProductResult& result) {
    const Product& product = inventory.products[result.product];
    CutOff& cutOff = result.cutOff;
    Interval inputs = zero;
    Interval wastes = zero;
    bool complete = true;
    for (const Omission& omission : inventory.omissions) {
        if (omission.product != product.id) continue;
        const std::optional<Interval> mass = massOf(omission.mass);
        if (!mass) {
            cutOff.lacks.push_back(datumName("omissions", omission.id, "mass"));
            complete = false;
            continue;
        }
        Interval& sum = omission.isWaste ? wastes : inputs;
        sum = sum + *mass;
    }
    if (!complete) return;
    std::optional<Interval> allWaste = massOf(product.waste);
    if (!allWaste && result.refusals.empty()) {
        Interval sum = wastes;
        for (const Scaled& scaled : account.scaled()) {
            const Flow& flow = inventory.flows[scaled.flow];
            const bool hasMass = scaled.unit.dimension == quantity::Dimension{{{"mass", 1}}};
            if (flow.kind == FlowKind::Waste && hasMass) sum = sum + scaled.amount;
        }
        allWaste = sum;
    }
    // Nothing of nothing is nothing; something of an unknown mass is not known.
    const auto share = [&](const Interval& omitted, const std::optional<Interval>& base,
                           const std::string& datum) -> std::optional<Interval> {
        if (omitted == zero) return std::optional(zero);
        const std::optional<Interval> ratio = base ? quantity::divide(omitted, *base) : std::nullopt;
        if (!ratio && std::find(cutOff.lacks.begin(), cutOff.lacks.end(), datum) == cutOff.lacks.end()) cutOff.lacks.push_back(datum);
        return ratio;
    };
    const std::optional<Interval> net = massOf(product.mass);
    const std::string massDatum = datumName("products", product.id, "mass");
    const std::string wasteDatum = datumName("products", product.id, "waste");
    cutOff.inputsOfProduct = share(inputs, net, massDatum);
    cutOff.wastesOfWaste = share(wastes, allWaste, wasteDatum);
    cutOff.allOfProduct = share(inputs + wastes, net, massDatum);
    cutOff.allOfWaste = share(inputs + wastes, allWaste, wasteDatum);
}

// "1 t" and "1000 kg": one amount of one dimension, however written.
bool isSameAmount(const std::optional<Datum>& a, const std::optional<Datum>& b) {
    if (!a || !b) return !a && !b;
    return a->unit.dimension == b->unit.dimension && a->value.isPoint() && a->value == b->value;
}

// (total - stated) / stated, where both rest on the same basis: everything that the product states must be stated alike.
void addComparisons(const Inventory& inventory, ProductResult& result) {
    const Product& product = inventory.products[result.product];
    const auto compare = [&](ComparisonKind kind, const char* field, const std::optional<Stated>& stated) {
        if (!stated) return;
        Comparison comparison;
        comparison.kind = kind;
        comparison.stated = stated->total.value;
        comparison.datum = datumName("products", product.id, field) + ".total";
        const auto need = [&](bool agrees, const char* part) {
            if (!agrees) comparison.restate.push_back(datumName("products", product.id, field) + "." + part);
        };
        // A claim stands on the basis of the product; of another value each part must be stated, on both sides.
        const auto alike = [&](const std::string& ours, const std::string& theirs) {
            return ours == theirs && (kind == ComparisonKind::Claim || !ours.empty());
        };
        const Basis& ours = product.basis;
        const Basis& theirs = stated->basis;
        need(ours.gwp == theirs.gwp && (kind == ComparisonKind::Claim || ours.gwp), "gwp_set");
        need(alike(ours.pcr, theirs.pcr), "pcr");
        need(alike(ours.database, theirs.database), "database");
        need(alike(ours.gridEdition, theirs.gridEdition), "grid_edition");
        need(ours.boundary == theirs.boundary && (kind == ComparisonKind::Claim || ours.boundary), "boundary");
        need(alike(ours.functionalUnit, theirs.functionalUnit), "functional_unit_text");
        need(isSameAmount(product.functionalUnit, stated->functionalUnit), "functional_unit");
        const quantity::Dimension perUnit{{{"co2e", 1}, {"functional_unit", -1}}};
        const quantity::Dimension plain{{{"co2e", 1}}};
        const bool measures = stated->total.unit.dimension == perUnit || stated->total.unit.dimension == plain;
        // A change from nothing, or from a credit, is no percentage (AMB-106).
        need(measures && stated->total.value.low->sign() > 0, "total");
        if (comparison.restate.empty() && result.total)
            comparison.change = quantity::divide(*result.total - comparison.stated, comparison.stated);
        result.comparisons.push_back(std::move(comparison));
    };
    compare(ComparisonKind::Claim, "claim", product.claim);
    compare(ComparisonKind::Previous, "previous", product.previous);
    compare(ComparisonKind::Certificate, "certificate", product.certificate);
}

void addUnaccounted(const Network& network, const Account& account, ProductResult& result) {
    // Below a hundredth of the input a difference is weighing, not a flow.
    const Rational negligible(1, 100);
    for (const Running& running : account.runnings()) {
        const MassFlows flows = massFlows(network, running.output.process);
        if (!flows.hasIn || !flows.hasOutput || running.output.flow) continue;
        Interval rest = flows.in - flows.products - flows.wastes;
        // The carbon that a balance lets out as carbon dioxide came in with the mass.
        for (const Scaled& scaled : account.scaled()) {
            const Flow& flow = network.inventory().flows[scaled.flow];
            if (&account.runnings()[scaled.running] != &running || flow.method != Method::MassBalance) continue;
            const std::optional<Interval> runs = quantity::divide(scaled.amount, running.times * running.output.share);
            if (runs) rest = rest - *runs * Interval::point(Rational(12, 44));
        }
        if (!rest.low || *rest.low <= *flows.in.high * negligible) continue;
        const Process& process = network.inventory().processes[running.output.process];
        quantity::Unit unit = process.output->unit;
        result.gaps.push_back({GapKind::MassUnaccounted, datumName("processes", process.id), {shownText(rest, unit)}});
    }
}

}  // namespace assay::footprint

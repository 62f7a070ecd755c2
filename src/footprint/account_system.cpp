#include "account.hpp"
#include "steps.hpp"

// Which processes a product rests on and how often they run.
namespace assay::footprint {

using quantity::Interval;
using quantity::Rational;
using trace::Step;

namespace {

// Flows that another process of the inventory can supply or treat.
bool isSupplied(const Flow& flow, const Process& process, std::optional<Recycling> recycling) {
    switch (flow.kind) {
        case FlowKind::Input:
        case FlowKind::Fuel:
        case FlowKind::Waste:
        case FlowKind::Avoided:
            return true;
        case FlowKind::Scrap:
        case FlowKind::ScrapInput:
            return recycling && *recycling != Recycling::CutOff;
        case FlowKind::CoProduct:
            return process.allocation == Allocation::SystemExpansion;
        default:
            return false;
    }
}

// Whether the flow takes from what is asked instead of adding to it.
bool isCredit(FlowKind kind) {
    return kind == FlowKind::Avoided || kind == FlowKind::Scrap || kind == FlowKind::CoProduct;
}

trace::LocalText timesLabel(const std::string& process) {
    return {"how often " + process + " runs", process + " 的运行次数"};
}

}  // namespace

void Account::run() {
    const Product& product = network_.inventory().products[result_.product];
    if (!network_.inventory().gwp) refuse(RefusalKind::NoGwpSet, "inventory.gwp_set", {}, network_.inventory().span);
    if (!product.functionalUnit) {
        refuse(RefusalKind::NoFunctionalUnit, datumName("products", product.id, "functional_unit"), {}, product.span);
        return;
    }
    if (!open(product.process)) return;
    // The list of the processes grows while their suppliers are met.
    bool complete = true;
    for (std::size_t running = 0; running < runnings_.size(); ++running) {
        for (const std::size_t flow : network_.flowsOf(runnings_[running].output.process))
            complete = link(running, flow) && complete;
    }
    if (!complete || !result_.refusals.empty() || !scale()) return;
    for (std::size_t running = 0; running < runnings_.size(); ++running) {
        for (const std::size_t flow : network_.flowsOf(runnings_[running].output.process))
            bring(running, flow);
    }
    if (!result_.refusals.empty()) return;
    Interval total = Interval::point(Rational(0));
    for (const Contribution& contribution : result_.contributions)
        total = total + contribution.co2e;
    result_.total = total;
    result_.derivation = operationStep("sum", total, kilogramCo2e(), std::move(parts_));
    result_.derivation.subject = "footprint[" + result_.id + "]";
}

bool Account::open(const std::string& name) {
    if (opened_.count(name) != 0) return true;
    std::optional<Output> output = network_.output(name, result_.refusals);
    if (!output) return false;
    opened_.emplace(name, runnings_.size());
    const bool isProduct = runnings_.empty();
    Interval asked = Interval::point(Rational(0));
    askedBy_.emplace_back();
    if (isProduct) {
        const Product& product = network_.inventory().products[result_.product];
        const Datum& unit = *product.functionalUnit;
        const std::string datum = datumName("products", product.id, "functional_unit");
        if (!(unit.unit.dimension == output->amount.unit.dimension)) {
            refuse(RefusalKind::UnitsDoNotFit, datum, {unit.unit.symbol, output->amount.unit.symbol}, unit.span);
            return false;
        }
        asked = unit.value;
        askedBy_.back().push_back(factStep(datum, unit));
    }
    system_.output.push_back(output->amount.value);
    system_.asked.push_back(asked);
    runnings_.push_back({name, *std::move(output), {}, {}});
    return true;
}

// An amount in the dimension that is wanted; pieces become mass by the mass of a piece.
std::optional<Interval> Account::converted(const Flow& flow, const Datum& amount, const quantity::Unit& wanted,
                                           const std::string& wantedFor) {
    if (amount.unit.dimension == wanted.dimension) return amount.value;
    if (flow.pieceMass && amount.unit.dimension * flow.pieceMass->unit.dimension == wanted.dimension)
        return amount.value * flow.pieceMass->value;
    refuse(RefusalKind::UnitsDoNotFit, wantedFor, {amount.unit.symbol, wanted.symbol}, amount.span);
    return std::nullopt;
}

// What a flow asks of another process of the inventory.
bool Account::link(std::size_t running, std::size_t index) {
    const Flow& flow = flowAt(index);
    const Output asking = runnings_[running].output;
    const bool isScrap = flow.kind == FlowKind::Scrap || flow.kind == FlowKind::ScrapInput;
    if (isScrap && !network_.inventory().recycling) {
        refuse(RefusalKind::NoRecyclingMethod, "inventory.recycling", {flow.id}, flow.span);
        return false;
    }
    if (flow.from.empty() || !isSupplied(flow, network_.inventory().processes[asking.process], network_.inventory().recycling)) return true;
    if (!flow.amount) {
        refuse(RefusalKind::NoAmount, datumName("flows", flow.id, "amount"), {}, flow.span);
        return false;
    }
    if (!open(flow.from)) return false;
    const std::size_t supplier = opened_.find(flow.from)->second;
    const std::optional<Interval> amount =
        converted(flow, *flow.amount, runnings_[supplier].output.amount.unit, datumName("flows", flow.id, "amount"));
    if (!amount) return false;
    const Interval mine = *amount * asking.share;
    system_.demands.push_back({running, supplier, isCredit(flow.kind) ? -mine : mine});
    demandFlow_.push_back(index);
    return true;
}

bool Account::scale() {
    std::variant<std::vector<Interval>, Unsolvable> solved = solve(system_);
    if (const auto* unsolvable = std::get_if<Unsolvable>(&solved)) {
        std::vector<std::string> names;
        for (const std::size_t each : unsolvable->processes)
            names.push_back(runnings_[each].name);
        const RefusalKind kind = unsolvable->why == Unsolvable::Why::Singular ? RefusalKind::Singular : RefusalKind::NotBounded;
        const Process& first = network_.inventory().processes[runnings_[unsolvable->processes.front()].output.process];
        refuse(kind, datumName("processes", first.id), std::move(names), first.span);
        return false;
    }
    const auto& times = std::get<std::vector<Interval>>(solved);
    for (std::size_t running = 0; running < runnings_.size(); ++running) {
        runnings_[running].times = times[running];
        result_.scalings.push_back({runnings_[running].name, times[running]});
    }
    // times x output = what is asked: by the functional unit, and by each flow that the process supplies.
    for (std::size_t demand = 0; demand < system_.demands.size(); ++demand) {
        const Demand& each = system_.demands[demand];
        const Flow& flow = flowAt(demandFlow_[demand]);
        std::vector<Step> factors;
        factors.push_back(constantStep("times[" + runnings_[each.from].name + "]", times[each.from], {}));
        factors.back().label = timesLabel(runnings_[each.from].name);
        factors.push_back(factStep(datumName("flows", flow.id, "amount"), *flow.amount));
        Step step = operationStep(isCredit(flow.kind) ? "minus *" : "*", times[each.from] * each.amount,
                                  runnings_[each.of].output.amount.unit, std::move(factors));
        if (!(runnings_[each.from].output.share == Interval::point(Rational(1))))
            step.premises.push_back(runnings_[each.from].output.shareStep);
        if (!(flow.amount->unit.dimension == runnings_[each.of].output.amount.unit.dimension))
            step.premises.push_back(factStep(datumName("flows", flow.id, "piece_mass"), *flow.pieceMass));
        askedBy_[each.of].push_back(std::move(step));
    }
    for (std::size_t running = 0; running < runnings_.size(); ++running) {
        Running& each = runnings_[running];
        Interval asked = system_.asked[running];
        for (const Demand& demand : system_.demands) {
            if (demand.of == running) asked = asked + times[demand.from] * demand.amount;
        }
        std::vector<Step> premises;
        premises.push_back(operationStep("sum", asked, each.output.amount.unit, std::move(askedBy_[running])));
        const bool isFlow = each.output.flow.has_value();
        premises.push_back(
            factStep(datumName(isFlow ? "flows" : "processes", each.name, isFlow ? "amount" : "output"), each.output.amount));
        each.step = operationStep("/", each.times, {}, std::move(premises));
        each.step.subject = "times[" + each.name + "]";
        each.step.label = timesLabel(each.name);
    }
    return true;
}

}  // namespace assay::footprint

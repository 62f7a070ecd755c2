#include "account.hpp"

#include <algorithm>

#include "steps.hpp"

// What the flows of the running processes bring.
namespace assay::footprint {

using quantity::Dimension;
using quantity::Interval;
using quantity::Rational;
using registers::FactorKind;
using trace::Step;

namespace {

const Dimension mass{{{"mass", 1}}};
const Dimension co2{{{"co2", 1}}};
const Dimension co2e{{{"co2e", 1}}};

// Of carbon to carbon dioxide: the ratio of their molar masses as the guidelines of the IPCC round it.
const Rational carbonToCo2(44, 12);

quantity::Unit kilogram() {
    return {"kg", Rational(1), mass};
}

// What a release is counted in before it is characterised.
const quantity::Unit& releasedIn(const Dimension& dimension) {
    static const quantity::Unit plain = kilogram();
    return dimension == co2e ? kilogramCo2e() : plain;
}

Step carbonToCo2Step() {
    Step step = constantStep("44/12", Interval::point(carbonToCo2), {});
    step.label = {"44/12, carbon to carbon dioxide", "44/12，碳折算为二氧化碳"};
    return step;
}

bool isZero(const Interval& value) {
    return value.isPoint() && value.low->isZero();
}

}  // namespace

// How much of a flow one functional unit takes: what is asked of the process, its part by allocation, the stated amount.
std::optional<Scaled> Account::scaledFlow(std::size_t running, std::size_t index) {
    const Flow& flow = flowAt(index);
    const Running& by = runnings_[running];
    if (!flow.amount) {
        refuse(RefusalKind::NoAmount, datumName("flows", flow.id, "amount"), {}, flow.span);
        return std::nullopt;
    }
    Scaled scaled;
    scaled.flow = index;
    scaled.running = running;
    scaled.amount = by.times * by.output.share * flow.amount->value;
    scaled.unit = flow.amount->unit;
    std::vector<Step> premises;
    premises.push_back(by.step);
    if (!(by.output.share == Interval::point(Rational(1)))) premises.push_back(by.output.shareStep);
    premises.push_back(factStep(datumName("flows", flow.id, "amount"), *flow.amount));
    scaled.step = operationStep("*", scaled.amount, scaled.unit, std::move(premises));
    scaled.step.subject = flow.name.empty() ? flow.id : flow.name;
    return scaled;
}

void Account::bring(std::size_t running, std::size_t index) {
    const Flow& flow = flowAt(index);
    const Process& process = network_.inventory().processes[runnings_[running].output.process];
    if (flow.kind == FlowKind::Emission) {
        emitted(running, index);
        return;
    }
    const bool isCoProduct = flow.kind == FlowKind::CoProduct;
    if (isCoProduct && process.allocation != Allocation::SystemExpansion) return;
    std::optional<Scaled> scaled = scaledFlow(running, index);
    if (!scaled) return;
    scaled_.push_back(*scaled);
    const bool isCutOff = network_.inventory().recycling == Recycling::CutOff;
    switch (flow.kind) {
        case FlowKind::Fuel:
            burnt(*scaled);
            return;
        case FlowKind::Release:
        case FlowKind::Resource:
            listed(*scaled, flow.kind == FlowKind::Resource);
            return;
        case FlowKind::Waste:
            if (flow.from.empty() && !flow.factor) {
                result_.gaps.push_back({GapKind::WasteNotTreated, datumName("flows", flow.id), {shownText(*flow.amount)}});
                return;
            }
            supplied(*scaled, 1);
            return;
        case FlowKind::Scrap:
            if (!isCutOff) supplied(*scaled, -1);
            return;
        case FlowKind::ScrapInput:
            if (!isCutOff) supplied(*scaled, 1);
            return;
        case FlowKind::Avoided:
        case FlowKind::CoProduct:
            supplied(*scaled, -1);
            return;
        default:
            supplied(*scaled, 1);
    }
}

// A supply from another process of the inventory is counted there; any other by its footprint.
void Account::supplied(const Scaled& scaled, int sign) {
    const Flow& flow = flowAt(scaled.flow);
    if (!flow.from.empty()) return;
    if (!flow.factor) {
        refuse(RefusalKind::NoFactor, datumName("flows", flow.id, "factor"), {}, flow.span);
        return;
    }
    const std::string datum = datumName("flows", flow.id, "factor");
    const std::optional<Figure> figure = figures_.find(*flow.factor, datum, {FactorKind::LifeCycleCo2e}, result_.refusals, result_.gaps);
    if (!figure) return;
    Interval activity = scaled.amount;
    Dimension dimension = scaled.unit.dimension * figure->unit.dimension;
    if (!(dimension == co2e) && flow.pieceMass) {
        activity = activity * flow.pieceMass->value;
        dimension = dimension * flow.pieceMass->unit.dimension;
    }
    if (!(dimension == co2e)) {
        refuse(RefusalKind::UnitsDoNotFit, datum, {scaled.unit.symbol, figure->unit.symbol}, flow.factor->span);
        return;
    }
    const Interval brought = sign < 0 ? -(activity * figure->value) : activity * figure->value;
    std::vector<Step> premises{scaled.step, figure->step};
    if (!(activity == scaled.amount)) premises.push_back(factStep(datumName("flows", flow.id, "piece_mass"), *flow.pieceMass));
    contribute(scaled, "CO2e", brought, operationStep(sign < 0 ? "minus *" : "*", brought, kilogramCo2e(), std::move(premises)));
}

// NCV x carbon per energy x oxidised part x 44/12 (IPCC 2006, volume 2, chapter 1), or a factor of what burning it releases.
void Account::burnt(const Scaled& scaled) {
    const Flow& flow = flowAt(scaled.flow);
    if (flow.method == Method::Combustion || (!flow.factor && flow.ncv)) {
        Interval product = scaled.amount;
        Dimension dimension = scaled.unit.dimension;
        std::vector<Step> premises{scaled.step};
        const auto take = [&](const std::optional<FactorUse>& use, const char* field, FactorKind kind) {
            const std::string datum = datumName("flows", flow.id, field);
            if (!use) {
                refuse(RefusalKind::NoFactor, datum, {}, flow.span);
                return false;
            }
            const std::optional<Figure> figure = figures_.find(*use, datum, {kind}, result_.refusals, result_.gaps);
            if (!figure) return false;
            product = product * figure->value;
            dimension = dimension * figure->unit.dimension;
            premises.push_back(figure->step);
            return true;
        };
        const bool found = take(flow.ncv, "ncv", FactorKind::NetCalorificValue) &&
                           take(flow.carbonPerEnergy, "carbon_per_energy", FactorKind::CarbonPerEnergy) &&
                           take(flow.oxidation, "oxidation", FactorKind::Oxidation);
        if (found && !(dimension == mass)) {
            refuse(RefusalKind::UnitsDoNotFit, datumName("flows", flow.id, "ncv"), {scaled.unit.symbol, "kg"}, flow.span);
        } else if (found) {
            const Interval carbonDioxide = product * Interval::point(carbonToCo2);
            premises.push_back(carbonToCo2Step());
            released(scaled, carbonDioxide, mass, "CO2", operationStep("*", carbonDioxide, kilogram(), std::move(premises)));
        }
    } else if (flow.factor) {
        const std::string datum = datumName("flows", flow.id, "factor");
        const std::optional<Figure> figure =
            figures_.find(*flow.factor, datum, {FactorKind::DirectCo2, FactorKind::GasEmission, FactorKind::LifeCycleCo2e},
                          result_.refusals, result_.gaps);
        if (figure) {
            const Interval brought = scaled.amount * figure->value;
            const Dimension dimension = scaled.unit.dimension * figure->unit.dimension;
            if (!(dimension == co2e) && !(dimension == co2) && !(dimension == mass)) {
                refuse(RefusalKind::UnitsDoNotFit, datum, {scaled.unit.symbol, figure->unit.symbol}, flow.factor->span);
            } else {
                released(scaled, brought, dimension, figure->gas.empty() ? flow.gas : figure->gas,
                         operationStep("*", brought, releasedIn(dimension), {scaled.step, figure->step}));
            }
        }
    } else if (flow.from.empty() && !isBalanced(scaled)) {
        refuse(RefusalKind::NoFactor, datumName("flows", flow.id, "factor"), {}, flow.span);
    }
    if (!flow.from.empty()) return;
    if (!flow.upstream) {
        result_.gaps.push_back({GapKind::UpstreamNotIncluded, datumName("flows", flow.id), {}});
        return;
    }
    const std::string datum = datumName("flows", flow.id, "upstream");
    const std::optional<Figure> figure = figures_.find(*flow.upstream, datum, {FactorKind::LifeCycleCo2e}, result_.refusals, result_.gaps);
    if (!figure) return;
    if (!(scaled.unit.dimension * figure->unit.dimension == co2e)) {
        refuse(RefusalKind::UnitsDoNotFit, datum, {scaled.unit.symbol, figure->unit.symbol}, flow.upstream->span);
        return;
    }
    const Interval brought = scaled.amount * figure->value;
    contribute(scaled, "CO2e", brought, operationStep("*", brought, kilogramCo2e(), {scaled.step, figure->step}));
}

// Whether a mass balance of the process accounts for the carbon of the fuel: what it weighs it takes in.
bool Account::isBalanced(const Scaled& fuel) const {
    if (!(fuel.unit.dimension == mass)) return false;
    const std::vector<std::size_t>& flows = network_.flowsOf(runnings_[fuel.running].output.process);
    return std::any_of(flows.begin(), flows.end(), [&](std::size_t index) {
        return flowAt(index).kind == FlowKind::Emission && flowAt(index).method == Method::MassBalance;
    });
}

void Account::emitted(std::size_t running, std::size_t index) {
    const Flow& flow = flowAt(index);
    const Running& by = runnings_[running];
    if (flow.method == Method::MassBalance) {
        Step balance;
        const std::optional<Interval> carbonDioxide = carbonBalance(running, flow, balance);
        if (!carbonDioxide) return;
        Scaled scaled{index, running, by.times * by.output.share * *carbonDioxide, kilogram(), {}};
        std::vector<Step> premises{by.step};
        if (!(by.output.share == Interval::point(Rational(1)))) premises.push_back(by.output.shareStep);
        premises.push_back(std::move(balance));
        scaled.step = operationStep("*", scaled.amount, scaled.unit, std::move(premises));
        scaled_.push_back(scaled);
        released(scaled, scaled.amount, mass, "CO2", scaled.step);
        return;
    }
    std::optional<Scaled> scaled = scaledFlow(running, index);
    if (!scaled) return;
    scaled_.push_back(*scaled);
    if (!flow.factor) {
        const Dimension& dimension = scaled->unit.dimension;
        if (dimension == mass || dimension == co2 || dimension == co2e) {
            released(*scaled, scaled->amount, dimension, dimension == co2 ? "CO2" : flow.gas, scaled->step);
        } else {
            refuse(RefusalKind::NoFactor, datumName("flows", flow.id, "factor"), {}, flow.span);
        }
        return;
    }
    const std::string datum = datumName("flows", flow.id, "factor");
    const std::optional<Figure> figure =
        figures_.find(*flow.factor, datum, {FactorKind::DirectCo2, FactorKind::GasEmission}, result_.refusals, result_.gaps);
    if (!figure) return;
    const Dimension dimension = scaled->unit.dimension * figure->unit.dimension;
    if (!(dimension == mass) && !(dimension == co2)) {
        refuse(RefusalKind::UnitsDoNotFit, datum, {scaled->unit.symbol, figure->unit.symbol}, flow.factor->span);
        return;
    }
    const Interval brought = scaled->amount * figure->value;
    released(*scaled, brought, dimension, figure->gas.empty() ? flow.gas : figure->gas,
             operationStep("*", brought, kilogram(), {scaled->step, figure->step}));
}

// Carbon in less carbon out, per run of the process, as carbon dioxide. Every flow with a mass says its carbon; what is burnt by a method
// of its own does not take part.
std::optional<Interval> Account::carbonBalance(std::size_t running, const Flow& emission, Step& step) {
    const std::size_t position = runnings_[running].output.process;
    const Process& process = network_.inventory().processes[position];
    Interval carbon = Interval::point(Rational(0));
    std::vector<Step> premises;
    bool complete = true;
    const auto take = [&](const std::optional<Datum>& amount, const std::optional<FactorUse>& use, const char* list,
                          const char* amountField, const std::string& id, source::Span span, bool isOut) {
        if (!amount || !(amount->unit.dimension == mass)) return;
        const std::string datum = datumName(list, id, "carbon");
        if (!use) {
            refuse(RefusalKind::NoCarbonContent, datum, {}, span);
            complete = false;
            return;
        }
        const std::optional<Figure> figure = figures_.find(*use, datum, {FactorKind::CarbonContent}, result_.refusals, result_.gaps);
        if (!figure) {
            complete = false;
            return;
        }
        const Interval part = isOut ? -(amount->value * figure->value) : amount->value * figure->value;
        carbon = carbon + part;
        premises.push_back(
            operationStep(isOut ? "minus *" : "*", part, kilogram(), {factStep(datumName(list, id, amountField), *amount), figure->step}));
    };
    for (const std::size_t index : network_.flowsOf(position)) {
        const Flow& flow = flowAt(index);
        const bool isIn = flow.kind == FlowKind::Input || flow.kind == FlowKind::ScrapInput ||
                          (flow.kind == FlowKind::Fuel && !flow.method && !flow.factor);
        const bool isOut = flow.kind == FlowKind::CoProduct || flow.kind == FlowKind::Waste || flow.kind == FlowKind::Scrap;
        if (isIn || isOut) take(flow.amount, flow.carbon, "flows", "amount", flow.id, flow.span, isOut);
    }
    take(process.output, process.carbon, "processes", "output", process.id, process.span, true);
    if (!complete) return std::nullopt;
    if (carbon.high && carbon.high->sign() < 0) {
        refuse(RefusalKind::MassBalanceNegative, datumName("flows", emission.id), {shownText(carbon, kilogram())}, emission.span);
        return std::nullopt;
    }
    const Interval carbonDioxide = carbon * Interval::point(carbonToCo2);
    Step sum = operationStep("sum", carbon, kilogram(), std::move(premises));
    step = operationStep("*", carbonDioxide, kilogram(), {std::move(sum), carbonToCo2Step()});
    return carbonDioxide;
}

void Account::listed(const Scaled& scaled, bool isTaken) {
    const Flow& flow = flowAt(scaled.flow);
    const std::string substance = flow.name.empty() ? flow.id : flow.name;
    for (Listed& each : result_.listed) {
        if (each.substance != substance || each.isTaken != isTaken || !(each.unit.dimension == scaled.unit.dimension)) continue;
        each.amount = each.amount + scaled.amount;
        return;
    }
    result_.listed.push_back({substance, isTaken, scaled.amount, scaled.unit});
}

// A greenhouse gas by its mass, characterised with the potential of the set; CO2e is counted as it is.
void Account::released(const Scaled& scaled, const Interval& brought, const Dimension& dimension, const std::string& gas, Step step) {
    const Flow& flow = flowAt(scaled.flow);
    if (dimension == co2e) {
        contribute(scaled, gas.empty() ? "CO2e" : gas, brought, std::move(step));
        return;
    }
    const std::string datum = datumName("flows", flow.id, "gas");
    const registers::Gas* known = gwps_.find(gas);
    if (known == nullptr) {
        refuse(RefusalKind::UnknownGas, datum, {gas}, flow.span);
        return;
    }
    if (isZero(brought)) {
        contribute(scaled, known->id, Interval::point(Rational(0)), std::move(step));
        return;
    }
    const auto set = network_.inventory().gwp;
    const std::optional<registers::Gwp> gwp = set ? gwps_.gwp(gas, *set) : std::nullopt;
    if (!gwp) {
        if (set) refuse(RefusalKind::NoGwp, datum, {known->id, std::string(registers::word(*set))}, flow.span);
        return;
    }
    const std::string figure = "GWP " + std::string(registers::word(*set)) + " " + known->id;
    if (gwp->status == registers::Status::FromMemory) {
        if (!network_.inventory().acceptsUnverified) {
            refuse(RefusalKind::UnverifiedFactor, datum, {figure}, flow.span);
            return;
        }
        result_.gaps.push_back({GapKind::UnverifiedUsed, datum, {figure}});
    }
    const Interval potential = Interval::point(gwp->value);
    const Interval counted = brought * potential;
    Step factor = constantStep(figure, potential, {});
    factor.label = {factor.subject, factor.subject};
    factor.evidence = gwp->source;
    contribute(scaled, known->id, counted, operationStep("*", counted, kilogramCo2e(), {std::move(step), std::move(factor)}));
}

void Account::contribute(const Scaled& scaled, const std::string& gas, const Interval& brought, Step step) {
    const Flow& flow = flowAt(scaled.flow);
    const Process& process = network_.inventory().processes[runnings_[scaled.running].output.process];
    step.subject = flow.name.empty() ? flow.id : flow.name;
    step.label = {step.subject, step.subject};
    if (!brought.isPoint()) {
        std::set<std::string> seen;
        widen(step, datumName("flows", flow.id), seen);
    }
    parts_.push_back(std::move(step));
    result_.contributions.push_back({scaled.flow, process.stage, process.id, gas, flow.origin, brought});
}

// Names the data below a step that are intervals: facts by their field, a row of the tables by the flow that uses it.
void Account::widen(const Step& step, const std::string& flow, std::set<std::string>& seen) {
    for (const Step& premise : step.premises)
        widen(premise, flow, seen);
    if (!step.premises.empty() || step.conclusion.find("..") == std::string::npos) return;
    const auto times =
        std::find_if(runnings_.begin(), runnings_.end(), [&](const Running& running) { return running.step.subject == step.subject; });
    if (step.kind == trace::StepKind::Fact) {
        result_.widenedBy.push_back(step.subject);
    } else if (times == runnings_.end()) {
        result_.widenedBy.push_back(flow);
    } else if (seen.insert(step.subject).second) {
        widen(times->step, flow, seen);
    }
}

}  // namespace assay::footprint

#include "network.hpp"

#include <algorithm>

#include "steps.hpp"

namespace assay::footprint {

using quantity::Interval;
using quantity::Rational;
using trace::Step;

std::string datumName(const char* list, const std::string& id, const char* field) {
    const std::string item = std::string("inventory.") + list + "[" + id + "]";
    return *field == '\0' ? item : item + "." + field;
}

Network::Network(const Inventory& inventory) : inventory_(inventory), flows_(inventory.processes.size()) {
    for (std::size_t index = 0; index < inventory.processes.size(); ++index)
        processes_.emplace(inventory.processes[index].id, index);
    for (std::size_t index = 0; index < inventory.flows.size(); ++index) {
        const Flow& flow = inventory.flows[index];
        const auto process = processes_.find(flow.process);
        if (process == processes_.end()) continue;  // the reader has said so
        flows_[process->second].push_back(index);
        if (flow.kind == FlowKind::CoProduct) coProducts_.emplace(flow.id, index);
    }
}

std::optional<Output> Network::output(const std::string& name, std::vector<Refusal>& refusals) const {
    Output output;
    if (const auto process = processes_.find(name); process != processes_.end()) {
        output.process = process->second;
        const Process& made = inventory_.processes[output.process];
        if (!made.output) {
            refusals.push_back({RefusalKind::NoOutput, datumName("processes", made.id, "output"), {}, made.span});
            return std::nullopt;
        }
        output.amount = *made.output;
    } else if (const auto flow = coProducts_.find(name); flow != coProducts_.end()) {
        const Flow& made = inventory_.flows[flow->second];
        output.flow = flow->second;
        output.process = processes_.find(made.process)->second;
        if (!made.amount) {
            refusals.push_back({RefusalKind::NoAmount, datumName("flows", made.id, "amount"), {}, made.span});
            return std::nullopt;
        }
        output.amount = *made.amount;
    } else {
        return std::nullopt;
    }
    if (output.amount.value.contains(Rational(0))) {
        const bool isFlow = output.flow.has_value();
        refusals.push_back(
            {RefusalKind::NoOutput, datumName(isFlow ? "flows" : "processes", name, isFlow ? "amount" : "output"), {}, output.amount.span});
        return std::nullopt;
    }
    std::vector<std::size_t> coProducts;
    for (const std::size_t flow : flows_[output.process]) {
        if (inventory_.flows[flow].kind == FlowKind::CoProduct) coProducts.push_back(flow);
    }
    output.share = Interval::point(Rational(1));
    output.shareStep = constantStep("share", output.share, {});
    if (coProducts.empty()) return output;
    const std::optional<Interval> share = shareOf(output, coProducts, refusals, output.shareStep);
    if (!share) return std::nullopt;
    output.share = *share;
    return output;
}

// The part of the process that belongs to one output: its weight among the weights of all (ISO 14044, 4.3.4.2), or as stated.
std::optional<Interval> Network::shareOf(const Output& output, const std::vector<std::size_t>& coProducts, std::vector<Refusal>& refusals,
                                         Step& step) const {
    const Process& process = inventory_.processes[output.process];
    if (!process.allocation) {
        refusals.push_back({RefusalKind::NoAllocation, datumName("processes", process.id, "allocation"), {}, process.span});
        return std::nullopt;
    }
    const Allocation method = *process.allocation;
    if (method == Allocation::SystemExpansion) {
        if (!output.flow) return output.share;
        refusals.push_back({RefusalKind::NoAllocation, datumName("processes", process.id, "allocation"), {}, process.span});
        return std::nullopt;
    }
    if (method == Allocation::Custom) {
        Rational sum;
        bool complete = true;
        const auto take = [&](const std::optional<Rational>& share, const char* list, const std::string& id, source::Span span) {
            if (share) {
                sum += *share;
                return;
            }
            complete = false;
            refusals.push_back({RefusalKind::NoShare, datumName(list, id, "share"), {}, span});
        };
        take(process.share, "processes", process.id, process.span);
        for (const std::size_t flow : coProducts)
            take(inventory_.flows[flow].share, "flows", inventory_.flows[flow].id, inventory_.flows[flow].span);
        if (!complete) return std::nullopt;
        if (!(sum == Rational(1))) {
            refusals.push_back({RefusalKind::SharesNotOne, datumName("processes", process.id, "share"), {sum.exact()}, process.span});
            return std::nullopt;
        }
        const Interval share = Interval::point(output.flow ? *inventory_.flows[*output.flow].share : *process.share);
        step = constantStep(
            output.flow ? datumName("flows", inventory_.flows[*output.flow].id, "share") : datumName("processes", process.id, "share"),
            share, {});
        return share;
    }
    std::vector<Step> weights;
    std::optional<Interval> own, all;
    std::string widest;  // a datum of the weights that is an interval
    source::Span widestSpan;
    const auto note = [&](const Datum& datum, const char* list, const char* field, const std::string& id) {
        if (datum.value.isPoint()) return;
        widest = datumName(list, id, field);
        widestSpan = datum.span;
    };
    const char* const base = method == Allocation::Energy ? "energy" : method == Allocation::Economic ? "money" : "mass";
    const quantity::Unit coherent{method == Allocation::Energy     ? "J"
                                  : method == Allocation::Economic ? "CNY"
                                                                   : "kg",
                                  Rational(1),
                                  {{{base, 1}}}};
    const auto add = [&](const std::optional<Datum>& amount, const std::optional<Datum>& price, const char* list, const char* field,
                         const std::string& id, source::Span span, bool isOwn) {
        if (!amount) {
            refusals.push_back({RefusalKind::NoAmount, datumName(list, id, field), {}, span});
            return false;
        }
        note(*amount, list, field, id);
        Interval weight = amount->value;
        Step weightStep = factStep(datumName(list, id, field), *amount);
        if (method == Allocation::Economic) {
            if (!price) {
                refusals.push_back({RefusalKind::NoPrice, datumName(list, id, "price"), {}, span});
                return false;
            }
            const quantity::Dimension worth = amount->unit.dimension * price->unit.dimension;
            if (!(worth == coherent.dimension)) {
                refusals.push_back(
                    {RefusalKind::UnitsDoNotFit, datumName(list, id, "price"), {amount->unit.symbol, price->unit.symbol}, price->span});
                return false;
            }
            note(*price, list, "price", id);
            weight = weight * price->value;
            std::vector<Step> factors;
            factors.push_back(std::move(weightStep));
            factors.push_back(factStep(datumName(list, id, "price"), *price));
            weightStep = operationStep("*", weight, coherent, std::move(factors));
        } else if (!(amount->unit.dimension == coherent.dimension)) {
            refusals.push_back({RefusalKind::UnitsDoNotFit, datumName(list, id, field), {amount->unit.symbol, base}, amount->span});
            return false;
        }
        if (isOwn) own = weight;
        all = all ? *all + weight : weight;
        weights.push_back(std::move(weightStep));
        return true;
    };
    bool complete = add(process.output, process.price, "processes", "output", process.id, process.span, !output.flow);
    for (const std::size_t flow : coProducts) {
        const Flow& made = inventory_.flows[flow];
        complete = add(made.amount, made.price, "flows", "amount", made.id, made.span, output.flow == flow) && complete;
    }
    if (!complete) return std::nullopt;
    const std::optional<Interval> share = quantity::divide(*own, *all);
    if (!share) {
        refusals.push_back({RefusalKind::NoOutput, datumName("processes", process.id, "output"), {}, process.span});
        return std::nullopt;
    }
    // The weights together may be nothing.
    if (!share->low || !share->high) {
        refusals.push_back({RefusalKind::NotBounded, widest, {}, widestSpan});
        return std::nullopt;
    }
    const std::size_t ownIndex =
        output.flow ? static_cast<std::size_t>(std::find(coProducts.begin(), coProducts.end(), *output.flow) - coProducts.begin()) + 1 : 0;
    std::vector<Step> premises{weights[ownIndex], operationStep("sum", *all, coherent, weights)};
    step = operationStep("/", *share, {}, std::move(premises));
    step.subject = "share";
    step.label = {"part of " + process.id + " by allocation", process.id + " 的分配份额"};
    return share;
}

}  // namespace assay::footprint

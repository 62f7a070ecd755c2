#include "figure.hpp"

#include <algorithm>

#include "steps.hpp"

namespace assay::footprint {

using quantity::Interval;
using registers::FactorKind;

namespace {

int power(const quantity::Dimension& dimension, const char* base) {
    const auto found = dimension.powers.find(base);
    return found == dimension.powers.end() ? 0 : found->second;
}

}  // namespace

FactorKind kindOf(const quantity::Dimension& dimension) {
    if (power(dimension, "co2e") == 1) return FactorKind::LifeCycleCo2e;
    if (power(dimension, "co2") == 1) return FactorKind::DirectCo2;
    if (dimension.isDimensionless()) return FactorKind::CarbonContent;
    if (power(dimension, "energy") == 1) return FactorKind::NetCalorificValue;
    if (power(dimension, "mass") == 1 && power(dimension, "energy") == -1) return FactorKind::CarbonPerEnergy;
    return FactorKind::GasEmission;
}

std::optional<Figure> Figures::find(const FactorUse& use, const std::string& datum, std::initializer_list<FactorKind> wanted,
                                    std::vector<Refusal>& refusals, std::vector<Gap>& gaps) const {
    Figure figure;
    if (use.stated) {
        figure.value = use.stated->value;
        figure.unit = use.stated->unit;
        // A share of a mass stands for what the place asks for: carbon content and oxidation are written alike.
        const bool isShare = figure.unit.dimension.isDimensionless();
        figure.kind = use.kind ? *use.kind : isShare && wanted.size() > 0 ? *wanted.begin() : kindOf(figure.unit.dimension);
        figure.gwp = use.gwp;
        figure.step = factStep(datum, *use.stated);
    } else {
        const registers::Factor* row = data_.factors.find(use.id);
        if (row == nullptr) {
            refusals.push_back({RefusalKind::UnknownFactor, datum, {use.id}, use.span});
            return std::nullopt;
        }
        if (row->status == registers::Status::FromMemory && !inventory_.acceptsUnverified) {
            refusals.push_back({RefusalKind::UnverifiedFactor, datum, {row->id}, use.span});
            return std::nullopt;
        }
        if (row->status == registers::Status::FromMemory) gaps.push_back({GapKind::UnverifiedUsed, datum, {row->id}});
        figure.row = row;
        figure.unit = row->unit;
        const Interval printed = row->value ? Interval::point(*row->value) : *row->bounds;
        figure.value = printed * Interval::point(row->unit.factor);
        figure.kind = row->kind;
        figure.gas = row->gas;
        figure.gwp = row->gwp;
        figure.step = constantStep(row->id, figure.value, figure.unit);
        figure.step.label = {row->english, row->chinese};
        figure.step.evidence = row->locator.empty() ? row->source : row->source + ", " + row->locator;
        figure.step.caseSpan = use.span;
    }
    if (figure.kind == FactorKind::DirectCo2 && figure.gas.empty()) figure.gas = "CO2";
    // A direct factor of electricity is for the accounts of organisations: in a product system no flow releases it.
    if (figure.row != nullptr && figure.row->subject == "electricity" && figure.kind == FactorKind::DirectCo2) {
        const std::string footprint(registers::word(FactorKind::LifeCycleCo2e));
        refusals.push_back({RefusalKind::FactorKindMixed, datum, {std::string(registers::word(figure.kind)), footprint}, use.span});
        return std::nullopt;
    }
    if (std::find(wanted.begin(), wanted.end(), figure.kind) == wanted.end()) {
        std::string legal;
        for (const FactorKind kind : wanted)
            legal += (legal.empty() ? "" : ", ") + std::string(registers::word(kind));
        refusals.push_back({RefusalKind::FactorKindMixed, datum, {std::string(registers::word(figure.kind)), legal}, use.span});
        return std::nullopt;
    }
    return figure;
}

}  // namespace assay::footprint

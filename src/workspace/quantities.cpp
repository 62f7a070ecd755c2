#include "quantities.hpp"

#include <algorithm>
#include <map>

#include "assay/facts/quantities.hpp"

namespace assay::workspace {

using check::Offered;
using check::TypeKind;
using facts::Entry;
using facts::Lack;
using footprint::ComparisonKind;
using footprint::CutOff;
using footprint::FindingKind;
using footprint::ProductResult;
using quantity::Interval;
using quantity::Rational;

namespace {

std::vector<Lack> lacksOf(const std::vector<std::string>& data, bool undefined = false) {
    std::vector<Lack> lacks;
    for (const std::string& datum : data) {
        Lack lack{datum, undefined};
        if (std::find(lacks.begin(), lacks.end(), lack) == lacks.end()) lacks.push_back(std::move(lack));
    }
    return lacks;
}

std::vector<Lack> refused(const ProductResult& product) {
    std::vector<std::string> data;
    for (const footprint::Refusal& refusal : product.refusals)
        data.push_back(refusal.datum);
    return lacksOf(data);
}

Entry lacking(std::vector<Lack> lacks) {
    Entry entry;
    entry.lacks = std::move(lacks);
    return entry;
}

Entry known(facts::Scalar value) {
    Entry entry;
    entry.state = Entry::State::Known;
    entry.value = std::move(value);
    return entry;
}

Entry bounded(const ProductResult& product, const Interval& value) {
    if (value.isPoint()) return known(*value.low);
    Entry entry;
    entry.state = Entry::State::Range;
    entry.low = value.low;
    entry.high = value.high;
    entry.lacks = lacksOf(product.widenedBy);
    return entry;
}

// A part of a total that is refused is refused as well.
Entry part(const ProductResult& product, const Interval& value) {
    return product.total ? bounded(product, value) : lacking(refused(product));
}

Entry ratio(const ProductResult& product, const std::optional<Interval>& value, const std::vector<std::string>& lacks) {
    if (value) return bounded(product, *value);
    std::vector<Lack> all = lacksOf(lacks);
    return lacking(all.empty() ? refused(product) : std::move(all));
}

Entry share(const ProductResult& product, std::optional<Interval> CutOff::*member) {
    return ratio(product, product.cutOff.*member, product.cutOff.lacks);
}

Entry compared(const ProductResult& product, ComparisonKind kind) {
    for (const footprint::Comparison& comparison : product.comparisons) {
        if (comparison.kind != kind) continue;
        if (comparison.change) {
            Entry entry = bounded(product, *comparison.change);
            if (entry.state == Entry::State::Range && !comparison.stated.isPoint()) entry.lacks.push_back({comparison.datum, false});
            return entry;
        }
        return lacking(comparison.restate.empty() ? refused(product) : lacksOf(comparison.restate, true));
    }
    Entry none;
    none.state = Entry::State::None;
    return none;
}

Entry counted(const ProductResult& product, std::optional<FindingKind> kind) {
    const auto isCounted = [kind](const footprint::Finding& finding) { return !kind || finding.kind == *kind; };
    return known(Rational(std::count_if(product.findings.begin(), product.findings.end(), isCounted)));
}

struct Quantity {
    Offered offered;
    bool restsOnTotal = false;
    Entry (*give)(const ProductResult&) = nullptr;
};

template <FindingKind kind>
Quantity countOf(const char* name) {
    return {{std::string("footprint.implausible_") + name, TypeKind::Count, {}, false}, false, [](const ProductResult& product) {
                return counted(product, kind);
            }};
}

const std::vector<Quantity>& quantities() {
    const auto mass = [](const char* name) { return Offered{name, TypeKind::Quantity, "kgCO2e/FU", false}; };
    const auto share_ = [](const char* name) { return Offered{name, TypeKind::Ratio, {}, false}; };
    const auto change = [](const char* name) { return Offered{name, TypeKind::Ratio, {}, true}; };
    using Product = const ProductResult&;
    static const std::vector<Quantity> all{
        {mass("footprint.total"), true, [](Product p) { return p.total ? bounded(p, *p.total) : lacking(refused(p)); }},
        {mass("footprint.fossil"), true, [](Product p) { return part(p, p.fossil); }},
        {mass("footprint.biogenic"), true, [](Product p) { return part(p, p.biogenic); }},
        {mass("footprint.land_use"), true, [](Product p) { return part(p, p.landUse); }},
        {{"footprint.complete", TypeKind::Bool, {}, false}, false, [](Product p) { return known(p.refusals.empty() && p.gaps.empty()); }},
        {share_("footprint.site_share"), true, [](Product p) { return ratio(p, p.siteShare, p.siteLacks); }},
        {share_("footprint.omitted_inputs_share"), false, [](Product p) { return share(p, &CutOff::inputsOfProduct); }},
        {share_("footprint.omitted_wastes_share"), false, [](Product p) { return share(p, &CutOff::wastesOfWaste); }},
        {share_("footprint.omitted_share_of_product"), false, [](Product p) { return share(p, &CutOff::allOfProduct); }},
        {share_("footprint.omitted_share_of_waste"), false, [](Product p) { return share(p, &CutOff::allOfWaste); }},
        {change("footprint.difference_from_claim"), true, [](Product p) { return compared(p, ComparisonKind::Claim); }},
        {change("footprint.increase_over_previous"), true, [](Product p) { return compared(p, ComparisonKind::Previous); }},
        {change("footprint.increase_over_certificate"), true, [](Product p) { return compared(p, ComparisonKind::Certificate); }},
        {{"footprint.implausible", TypeKind::Count, {}, false}, false, [](Product p) { return counted(p, std::nullopt); }},
        countOf<FindingKind::CarbonBalance>("carbon_balance"),
        countOf<FindingKind::MetalBalance>("metal_balance"),
        countOf<FindingKind::YieldAboveOne>("yield"),
        countOf<FindingKind::EnergyBalance>("energy_balance"),
        countOf<FindingKind::BillNotClosed>("bill_of_materials"),
        countOf<FindingKind::LossIgnored>("loss_ignored"),
        countOf<FindingKind::FactorCrossCheck>("factor"),
        countOf<FindingKind::UnitDecade>("unit_decade"),
        countOf<FindingKind::BlendNotSum>("blend"),
        countOf<FindingKind::Stoichiometry>("stoichiometry"),
        countOf<FindingKind::TwoSourcesDiffer>("two_sources"),
        countOf<FindingKind::GwpSetMixed>("gwp_set"),
        countOf<FindingKind::FactorYear>("factor_year"),
        countOf<FindingKind::FactorRegion>("factor_region"),
        countOf<FindingKind::GasRatio>("gas_ratio"),
        countOf<FindingKind::DeclaredParts>("declared_parts"),
        countOf<FindingKind::OmittedWithoutMass>("omitted_by_weight"),
    };
    return all;
}

const Quantity* quantityNamed(const std::string& name) {
    for (const Quantity& quantity : quantities()) {
        if (quantity.offered.name == name) return &quantity;
    }
    return nullptr;
}

// The product with the name of an item; of the case, the one that there is.
const ProductResult* productOf(const Quantification& quantification, const std::string& item) {
    const std::vector<ProductResult>& products = quantification.result.products;
    if (!item.empty()) return quantification.result.find(item);
    return products.size() == 1 ? &products.front() : nullptr;
}

using Derivations = std::map<std::string, const trace::Step*>;

void add(Derivations& derivations, const std::string& path, const check::Quality& declared, const ProductResult* product) {
    const Quantity* quantity = quantityNamed(declared.name);
    if (product == nullptr || !product->total || quantity == nullptr || !quantity->restsOnTotal) return;
    derivations.emplace(path + declared.name, &product->derivation);
}

Derivations derivationsOf(const facts::CaseFacts& facts, const check::Checked& rules, const Quantification& quantification) {
    Derivations derivations;
    for (const check::Fact& fact : rules.facts) {
        if (fact.quantified) add(derivations, {}, fact, productOf(quantification, {}));
    }
    for (const check::Field& field : rules.fields) {
        if (!field.quantified) continue;
        const check::ListId list = field.quantifiedIn;
        for (std::size_t item = 0; item < facts.lists[list].items.size(); ++item) {
            const ProductResult* product = productOf(quantification, facts::itemName(facts, rules, list, item));
            add(derivations, itemPath(facts, rules, list, item) + ".", field, product);
        }
    }
    return derivations;
}

void graft(trace::Step& step, const Derivations& derivations) {
    for (trace::Step& premise : step.premises)
        graft(premise, derivations);
    if (step.kind != trace::StepKind::Quantity) return;
    if (const auto found = derivations.find(step.subject); found != derivations.end()) step.premises.push_back(*found->second);
}

}  // namespace

std::string itemPath(const facts::CaseFacts& facts, const check::Checked& rules, check::ListId list, std::size_t item) {
    const check::List& declared = rules.lists[list];
    const facts::Item& named = facts.lists[list].items[item];
    std::string name = declared.name;
    if (declared.nested()) name = itemPath(facts, rules, declared.parent, named.parent) + "." + rules.fields[declared.field].name;
    return name + "[" + named.id + "]";
}

const std::vector<Offered>& offeredQuantities() {
    static const std::vector<Offered> offered = [] {
        std::vector<Offered> all;
        for (const Quantity& quantity : quantities())
            all.push_back(quantity.offered);
        return all;
    }();
    return offered;
}

void giveQuantities(facts::CaseFacts& facts, const check::Checked& rules, const Quantification* quantification) {
    facts::giveQuantities(facts, rules, [quantification](const check::Quality& declared, const std::string& item) {
        if (quantification == nullptr) return lacking({{"inventory", false}});
        const ProductResult* product = productOf(*quantification, item);
        if (product == nullptr) return lacking({{item.empty() ? "inventory.products" : "inventory.products[" + item + "]", false}});
        Entry entry = quantityNamed(declared.name)->give(*product);
        entry.provenance.span = quantification->inventory.products[product->product].span;
        return entry;
    });
}

void addDerivations(trace::Step& step, const facts::CaseFacts& facts, const check::Checked& rules, const Quantification& quantification) {
    graft(step, derivationsOf(facts, rules, quantification));
}

}  // namespace assay::workspace

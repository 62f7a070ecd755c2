#include "inventory_said.hpp"

#include "assay/footprint/words.hpp"

namespace assay::report {

using footprint::Datum;
using footprint::FactorUse;
using quantity::Rational;

namespace {

// Decimal digits where they end, else the fraction: two values never look the same.
std::string numberText(const Rational& number) {
    constexpr int places = 12;
    std::string decimal = number.decimal(places);
    return Rational::parse(decimal) == number ? decimal : number.exact();
}

std::string datumText(const Datum& datum) {
    const auto end = [&datum](const std::optional<Rational>& value) {
        return value ? numberText(*value / datum.unit.factor) : std::string();
    };
    const std::string number = datum.value.isPoint() ? end(datum.value.low) : end(datum.value.low) + ".." + end(datum.value.high);
    return datum.unit.symbol.empty() ? number : number + " " + datum.unit.symbol;
}

// One item of the inventory, field by field, as docs/footprint.md names them.
class Writer {
public:
    Writer(std::string path, std::vector<Said>& said) : path_(std::move(path)), said_(said) {}

    void item(source::Span span) { add({}, {}, {span, {}, {}, {}, {}}).isItem = true; }
    void text(const char* field, const std::string& text, source::Span span) {
        if (!text.empty()) add(field, "\"" + text + "\"", {span, {}, {}, {}, {}});
    }
    // A word that stands for something else: a site, a process, a row of the factor tables.
    void name(const char* field, const std::string& name, source::Span span) {
        if (!name.empty()) add(field, name, {span, {}, {}, {}, {}}).refers.push_back(name);
    }
    void word(const char* field, std::string_view word, source::Span span) { add(field, std::string(word), {span, {}, {}, {}, {}}); }
    void datum(const char* field, const std::optional<Datum>& datum) {
        if (datum) add(field, datumText(*datum), {datum->span, datum->evidence, {}, {}, {}});
    }
    void number(const char* field, const std::optional<Rational>& number, source::Span span) {
        if (number) add(field, numberText(*number), {span, {}, {}, {}, {}});
    }
    void factor(const char* field, const std::optional<FactorUse>& use) {
        if (!use) return;
        if (use->stated) {
            add(field, datumText(*use->stated), {use->stated->span, use->stated->evidence, {}, {}, {}});
        } else {
            name(field, use->id, use->span);
        }
    }
    template <class Enum>
    void alternative(const char* field, const std::optional<Enum>& value, source::Span span) {
        if (value) word(field, footprint::wordsOf(*value).code, span);
    }
    void gwp(const char* field, const std::optional<registers::GwpSet>& set, source::Span span) {
        if (set) word(field, registers::word(*set), span);
    }
    void stated(const char* field, const std::optional<footprint::Stated>& stated) {
        if (!stated) return;
        Writer inner(path_ + "." + field, said_);
        inner.datum("total", stated->total);
        inner.datum("fossil", stated->fossil);
        inner.datum("biogenic", stated->biogenic);
        inner.datum("land_use", stated->landUse);
        inner.basis(stated->basis, stated->total.span);
    }
    void basis(const footprint::Basis& basis, source::Span span) {
        gwp("gwp_set", basis.gwp, span);
        text("pcr", basis.pcr, span);
        text("database", basis.database, span);
        text("grid_edition", basis.gridEdition, span);
        alternative("boundary", basis.boundary, span);
        text("functional_unit_text", basis.functionalUnit, span);
    }

private:
    Said& add(const std::string& field, std::string value, facts::Provenance provenance) {
        said_.push_back({field.empty() ? path_ : path_ + "." + field, std::move(value), std::move(provenance), false, false, {}});
        return said_.back();
    }

    std::string path_;
    std::vector<Said>& said_;
};

void addProduct(const footprint::Product& product, std::vector<Said>& said) {
    Writer writer("inventory.products[" + product.id + "]", said);
    writer.item(product.span);
    writer.text("name", product.name, product.span);
    writer.name("process", product.process, product.span);
    writer.datum("functional_unit", product.functionalUnit);
    writer.text("functional_unit_text", product.functionalUnitText, product.span);
    writer.datum("mass", product.mass);
    writer.datum("waste", product.waste);
    footprint::Basis own = product.basis;
    own.functionalUnit.clear();
    writer.basis(own, product.span);
    writer.stated("claim", product.claim);
    writer.stated("previous", product.previous);
    writer.stated("certificate", product.certificate);
}

void addProcess(const footprint::Process& process, std::vector<Said>& said) {
    Writer writer("inventory.processes[" + process.id + "]", said);
    writer.item(process.span);
    writer.text("name", process.name, process.span);
    writer.alternative("stage", std::optional(process.stage), process.span);
    writer.name("site", process.site, process.span);
    writer.datum("output", process.output);
    writer.alternative("allocation", process.allocation, process.span);
    writer.number("share", process.share, process.span);
    writer.datum("price", process.price);
    writer.factor("carbon", process.carbon);
    writer.datum("metal", process.metal);
}

void addFlow(const footprint::Flow& flow, std::vector<Said>& said) {
    Writer writer("inventory.flows[" + flow.id + "]", said);
    writer.item(flow.span);
    writer.name("process", flow.process, flow.span);
    writer.alternative("kind", std::optional(flow.kind), flow.span);
    writer.text("name", flow.name, flow.span);
    writer.datum("amount", flow.amount);
    writer.name("from", flow.from, flow.span);
    writer.factor("factor", flow.factor);
    writer.factor("upstream", flow.upstream);
    writer.name("gas", flow.gas, flow.span);
    writer.alternative("method", flow.method, flow.span);
    writer.factor("ncv", flow.ncv);
    writer.factor("carbon_per_energy", flow.carbonPerEnergy);
    writer.factor("oxidation", flow.oxidation);
    writer.factor("carbon", flow.carbon);
    writer.datum("metal", flow.metal);
    writer.datum("piece_mass", flow.pieceMass);
    writer.datum("price", flow.price);
    writer.number("share", flow.share, flow.span);
    writer.alternative("source", flow.source, flow.span);
    writer.alternative("origin", std::optional(flow.origin), flow.span);
    writer.text("carbonate", flow.carbonate, flow.span);
    writer.number("stated_gwp", flow.statedGwp, flow.span);
    writer.name("checked_against", flow.checkedAgainst, flow.span);
    writer.text("region", flow.region, flow.span);
}

void addOmission(const footprint::Omission& omission, std::vector<Said>& said) {
    Writer writer("inventory.omissions[" + omission.id + "]", said);
    writer.item(omission.span);
    writer.text("name", omission.name, omission.span);
    writer.name("product", omission.product, omission.span);
    writer.word("kind", omission.isWaste ? "waste" : "input", omission.span);
    writer.datum("mass", omission.mass);
    writer.text("reason", omission.reason, omission.span);
}

}  // namespace

void addInventory(const footprint::Inventory& inventory, std::vector<Said>& said) {
    Writer writer("inventory", said);
    writer.gwp("gwp_set", inventory.gwp, inventory.span);
    writer.alternative("recycling", inventory.recycling, inventory.span);
    if (inventory.collectedFrom) writer.word("collected_from", inventory.collectedFrom->text(), inventory.span);
    if (inventory.collectedTo) writer.word("collected_to", inventory.collectedTo->text(), inventory.span);
    writer.text("region", inventory.region, inventory.span);
    if (inventory.acceptsUnverified) writer.word("accept_unverified", "true", inventory.span);
    for (const footprint::Product& product : inventory.products)
        addProduct(product, said);
    for (const footprint::Process& process : inventory.processes)
        addProcess(process, said);
    for (const footprint::Flow& flow : inventory.flows)
        addFlow(flow, said);
    for (const footprint::Omission& omission : inventory.omissions)
        addOmission(omission, said);
}

}  // namespace assay::report

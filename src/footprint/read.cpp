#include "assay/footprint/read.hpp"

#include <algorithm>
#include <map>

#include "assay/source/text.hpp"
#include "record.hpp"

namespace assay::footprint {

using diagnostics::Kind;
using diagnostics::Name;
using diagnostics::Names;
using document::Node;

const std::vector<std::string>& listNames() {
    static const std::vector<std::string> names = {"products", "processes", "flows", "omissions"};
    return names;
}

namespace {

Basis readBasis(Record& record, const Basis& base) {
    Basis basis = base;
    const auto take = [&](const char* field, std::string& into) {
        if (std::string written = record.text(field); !written.empty()) into = std::move(written);
    };
    if (const auto set = record.gwpSet("gwp_set")) basis.gwp = set;
    take("pcr", basis.pcr);
    take("database", basis.database);
    take("grid_edition", basis.gridEdition);
    take("functional_unit_text", basis.functionalUnit);
    if (const auto boundary = record.alternative<Boundary>("boundary")) basis.boundary = boundary;
    return basis;
}

std::optional<Stated> readStated(Record& product, const char* field, const Basis& base) {
    std::optional<Record> record = product.table(field);
    if (!record) return std::nullopt;
    Stated stated;
    const std::optional<Datum> total = record->datum("total");
    stated.fossil = record->datum("fossil");
    stated.biogenic = record->datum("biogenic");
    stated.landUse = record->datum("land_use");
    stated.functionalUnit = record->amount("functional_unit");
    stated.basis = readBasis(*record, base);
    record->refuseOthers();
    if (!total) return std::nullopt;
    stated.total = *total;
    return stated;
}

class Reader {
public:
    Reader(const Reading& reading, const Node& root, const std::vector<ListTable>& tables)
        : reading_(reading), tables_(tables), root_(reading, root, "inventory") {}

    Inventory read() {
        inventory_.span = root_.span();
        Basis basis = readBasis(root_, {});
        inventory_.gwp = basis.gwp;
        inventory_.recycling = root_.alternative<Recycling>("recycling");
        inventory_.collectedFrom = root_.date("collected_from");
        inventory_.collectedTo = root_.date("collected_to");
        inventory_.region = root_.text("region");
        inventory_.acceptsUnverified = root_.truth("accept_unverified").value_or(false);
        each("products", [&](Record& record, std::string id) { product(record, std::move(id), basis); });
        each("processes", [&](Record& record, std::string id) { process(record, std::move(id)); });
        each("flows", [&](Record& record, std::string id) { flow(record, std::move(id)); });
        each("omissions", [&](Record& record, std::string id) { omission(record, std::move(id)); });
        root_.refuseOthers();
        references();
        idleFactors();
        return std::move(inventory_);
    }

private:
    template <class Take>
    void each(const std::string& list, Take take) {
        std::map<std::string, source::Span> ids;
        const std::string name = "inventory." + list;
        const auto one = [&](Record record) {
            std::string id = record.text("id");
            if (id.empty()) {
                reading_.findings.add(Kind::InventoryIdMissing, record.span(), {{"item", Name{name}}});
                return;
            }
            const auto [first, isNew] = ids.emplace(id, record.find("id")->span);
            if (!isNew) {
                reading_.findings.add(Kind::InventoryIdTaken, record.find("id")->span, {{"id", Name{id}}, {"item", Name{name}}})
                    .note(Kind::FirstHere, first->second);
                return;
            }
            record.rename(name + "[" + id + "]");
            take(record, std::move(id));
            record.refuseOthers();
        };
        const Written* written = root_.find(list);
        const auto table = std::find_if(tables_.begin(), tables_.end(), [&](const ListTable& each) { return each.list == list; });
        if (written != nullptr && table != tables_.end()) {
            reading_.findings.add(Kind::InventoryListTwice, written->span, {{"list", Name{name}}});
            return;
        }
        if (table != tables_.end()) {
            for (std::size_t row = 0; row < table->table.rows(); ++row)
                one(Record(reading_, table->table, row, name));
        }
        if (written == nullptr) return;
        if (written->node->kind != Node::Kind::Array) {
            root_.report(Kind::InventoryValueWrong, written->span, list).with("example", std::string("[{ id = \"F1\" }]"));
            return;
        }
        for (const Node& item : written->node->items) {
            if (item.kind == Node::Kind::Table) {
                one(Record(reading_, item, name));
            } else {
                reading_.findings.add(Kind::InventoryIdMissing, item.span, {{"item", Name{name}}});
            }
        }
    }

    void product(Record& record, std::string id, const Basis& basis) {
        Product product;
        product.id = std::move(id);
        product.name = record.text("name");
        product.process = record.text("process");
        product.functionalUnit = record.amount("functional_unit");
        product.mass = record.amount("mass");
        product.waste = record.amount("waste");
        product.basis = readBasis(record, basis);
        product.functionalUnitText = product.basis.functionalUnit;
        product.claim = readStated(record, "claim", product.basis);
        if (product.claim && !product.claim->functionalUnit) product.claim->functionalUnit = product.functionalUnit;
        product.previous = readStated(record, "previous", {});
        product.certificate = readStated(record, "certificate", {});
        product.span = record.find("id")->span;
        inventory_.products.push_back(std::move(product));
    }

    void process(Record& record, std::string id) {
        Process process;
        process.id = std::move(id);
        process.name = record.text("name");
        process.stage = record.alternative<Stage>("stage").value_or(Stage::Production);
        process.site = record.text("site");
        process.output = record.amount("output");
        process.allocation = record.alternative<Allocation>("allocation");
        process.share = record.share("share");
        process.price = record.datum("price");
        process.carbon = record.factor("carbon");
        process.metal = record.amount("metal");
        process.span = record.find("id")->span;
        inventory_.processes.push_back(std::move(process));
    }

    void flow(Record& record, std::string id) {
        Flow flow;
        flow.id = std::move(id);
        flow.process = record.text("process");
        flow.kind = record.alternative<FlowKind>("kind").value_or(FlowKind::Input);
        flow.name = record.text("name");
        flow.amount = record.amount("amount");
        flow.from = record.text("from");
        flow.factor = record.factor("factor");
        flow.upstream = record.factor("upstream");
        flow.gas = record.text("gas");
        flow.method = record.alternative<Method>("method");
        flow.ncv = record.factor("ncv");
        flow.carbonPerEnergy = record.factor("carbon_per_energy");
        flow.oxidation = record.factor("oxidation");
        flow.carbon = record.factor("carbon");
        flow.metal = record.amount("metal");
        flow.pieceMass = record.amount("piece_mass");
        flow.price = record.datum("price");
        flow.share = record.share("share");
        flow.source = record.alternative<DataSource>("source");
        flow.origin = record.alternative<Origin>("origin").value_or(Origin::Fossil);
        flow.carbonate = record.text("carbonate");
        flow.statedGwp = record.share("stated_gwp");
        flow.checkedAgainst = record.text("checked_against");
        flow.region = record.text("region");
        flow.span = record.find("id")->span;
        inventory_.flows.push_back(std::move(flow));
    }

    void omission(Record& record, std::string id) {
        Omission omission;
        omission.id = std::move(id);
        omission.name = record.text("name");
        omission.product = record.text("product");
        const std::string kind = record.text("kind");
        omission.isWaste = kind == "waste" || kind == "废弃物";
        if (!omission.isWaste && !kind.empty() && kind != "input" && kind != "投入") {
            record.report(Kind::InventoryAlternativeUnknown, record.find("kind")->span, "kind")
                .with("name", Name{kind})
                .note(Kind::LegalHere, {}, {{"names", Names{{"input", "waste"}}}});
        }
        omission.mass = record.amount("mass");
        omission.reason = record.text("reason");
        omission.span = record.find("id")->span;
        inventory_.omissions.push_back(std::move(omission));
    }

    // What the recycling method leaves no part in: nobody may take it for counted.
    void idleFactors() const {
        if (inventory_.recycling != Recycling::CutOff) return;
        for (const Flow& flow : inventory_.flows) {
            const bool isScrap = flow.kind == FlowKind::Scrap || flow.kind == FlowKind::ScrapInput;
            if (!isScrap || (!flow.factor && flow.from.empty())) continue;
            reading_.findings.add(Kind::InventoryFactorIdle, flow.factor ? flow.factor->span : flow.span,
                                  {{"item", Name{"inventory.flows[" + flow.id + "]"}}, {"field", Name{flow.factor ? "factor" : "from"}}});
        }
    }

    // Names of processes, suppliers and products must be there.
    void references() {
        std::vector<std::string> processes;
        for (const Process& process : inventory_.processes)
            processes.push_back(process.id);
        std::vector<std::string> suppliers = processes;
        for (const Flow& flow : inventory_.flows) {
            if (flow.kind == FlowKind::CoProduct) suppliers.push_back(flow.id);
        }
        std::vector<std::string> products;
        for (const Product& product : inventory_.products)
            products.push_back(product.id);
        const auto check = [&](const std::string& item, source::Span span, const char* field, const std::string& name,
                               const std::vector<std::string>& legal) {
            if (name.empty() || std::find(legal.begin(), legal.end(), name) != legal.end()) return;
            diagnostics::Diagnostic& finding = reading_.findings.add(Kind::InventoryReferenceUnknown, span,
                                                                     {{"field", Name{field}}, {"item", Name{item}}, {"name", Name{name}}});
            if (std::vector<std::string> near = source::closest(name, legal); !near.empty())
                finding.note(Kind::DidYouMean, {}, {{"names", Names{std::move(near)}}});
        };
        for (const Flow& flow : inventory_.flows) {
            check("inventory.flows[" + flow.id + "]", flow.span, "process", flow.process.empty() ? "-" : flow.process, processes);
            check("inventory.flows[" + flow.id + "]", flow.span, "from", flow.from, suppliers);
        }
        for (const Product& product : inventory_.products)
            check("inventory.products[" + product.id + "]", product.span, "process", product.process.empty() ? "-" : product.process,
                  suppliers);
        for (const Omission& omission : inventory_.omissions)
            check("inventory.omissions[" + omission.id + "]", omission.span, "product", omission.product.empty() ? "-" : omission.product,
                  products);
    }

    const Reading& reading_;
    const std::vector<ListTable>& tables_;
    Record root_;
    Inventory inventory_;
};

}  // namespace

Inventory readInventory(const Node& root, const std::vector<ListTable>& tables, const quantity::UnitTable& units,
                        const source::SourceMap& sources, diagnostics::Diagnostics& findings) {
    const Reading reading{units, sources, findings};
    return Reader(reading, root, tables).read();
}

}  // namespace assay::footprint

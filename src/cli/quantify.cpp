#include <algorithm>
#include <nlohmann/json.hpp>

#include "assay/report/findings.hpp"
#include "assay/report/footprint.hpp"
#include "assay/report/result.hpp"
#include "commands.hpp"
#include "judging.hpp"

namespace assay::cli {

using nlohmann::ordered_json;
using workspace::ExitStatus;

namespace {

// Undetermined: a product is refused, or there is no inventory.
ExitStatus statusOf(const workspace::LoadedCase& loaded) {
    if (!loaded.facts) return ExitStatus::Invalid;
    if (!loaded.quantification) return ExitStatus::Undetermined;
    const auto& products = loaded.quantification->result.products;
    const bool isComplete =
        !products.empty() && std::all_of(products.begin(), products.end(), [](const auto& product) { return product.total.has_value(); });
    return isComplete ? ExitStatus::Conform : ExitStatus::Undetermined;
}

ordered_json caseJson(const Judging& judging, const workspace::LoadedCase& loaded, const report::NumberOptions& numbers) {
    const report::View view = judging.view(loaded);
    if (!loaded.facts) return report::unjudgedJson(loaded.name, loaded.findings, view);
    static const workspace::Quantification nothing;
    const workspace::Quantification& given = loaded.quantification ? *loaded.quantification : nothing;
    ordered_json json = report::footprintJson({loaded.name, loaded.facts->digest, given.inventory, given.result}, numbers, view);
    json["diagnostics"] = report::findingsJson(loaded.findings, view.sources, view.roots);
    return json;
}

}  // namespace

ExitStatus quantifyCases(const CommandLine& line, Console& console) {
    std::variant<Judging, ExitStatus> begun = Judging::begin(line, console);
    if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
    auto& judging = std::get<Judging>(begun);
    std::vector<ExitStatus> statuses;
    ordered_json list = ordered_json::array();
    for (const std::string& path : line.cases) {
        const workspace::LoadedCase loaded = judging.load(path, console);
        const bool isFirst = statuses.empty();
        statuses.push_back(statusOf(loaded));
        if (console.isJson()) {
            list.push_back(caseJson(judging, loaded, line.numbers));
        } else if (!loaded.facts) {
            if (line.output == Output::Text) console.text(report::unjudgedLine(loaded.name, console.textOptions()));
        } else if (!loaded.quantification) {
            if (line.output == Output::Text) console.text(report::noInventoryText(loaded.name, console.textOptions()));
        } else {
            const report::Footprints footprints{loaded.name, loaded.facts->digest, loaded.quantification->inventory,
                                                loaded.quantification->result};
            if (line.output == Output::Csv) {
                console.text(report::footprintCsv(footprints, line.numbers, isFirst));
            } else {
                if (!isFirst) console.text("\n");
                console.text(report::footprintText(footprints, line.numbers, console.textOptions()));
            }
        }
    }
    if (console.isJson()) console.json(line.cases.size() == 1 ? list.front() : list);
    return workspace::worst(statuses);
}

}  // namespace assay::cli

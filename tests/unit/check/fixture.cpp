#include "fixture.hpp"

#include <stdexcept>

namespace assay::check {

namespace {

void addUnit(quantity::UnitTable& units, const std::string& symbol, quantity::Rational factor, const std::string& dimension) {
    quantity::Unit unit{symbol, std::move(factor), {}};
    unit.dimension.powers[dimension] = 1;
    units.add(unit);
}

constexpr const char* header = R"(ruleset sample
  title   en "Sample"
  edition not stated
  clauses from "clauses.toml"
  parties client, body
  roles   verifier, reviewer
  months  clamp to month end
  unit    person_day

)";

}  // namespace

Registers sampleRegisters() {
    Registers registers;
    for (const char* id : {"P1", "P2", "P3", "P3.1", "A1"}) {
        registers::Clause clause;
        clause.id = id;
        registers.clauses.add(clause);
    }
    addUnit(registers.units, "kg", 1, "mass");
    addUnit(registers.units, "g", {1, 1000}, "mass");
    addUnit(registers.units, "t", 1000, "mass");
    addUnit(registers.units, "kWh", 1, "energy");
    addUnit(registers.units, "kgCO2e", 1, "co2e");
    addUnit(registers.units, "tCO2e", 1000, "co2e");
    addUnit(registers.units, "FU", 1, "functional_unit");
    registers.offered = {{"footprint.total", TypeKind::Quantity, "kgCO2e/FU", false},
                         {"footprint.site_share", TypeKind::Ratio, {}, false},
                         {"footprint.increase_over_previous", TypeKind::Ratio, {}, true},
                         {"footprint.open_balances", TypeKind::Count, {}, false},
                         {"footprint.complete", TypeKind::Bool, {}, false}};
    return registers;
}

CheckedFiles::CheckedFiles(const std::vector<std::string>& files) {
    for (std::size_t index = 0; index < files.size(); ++index) {
        const source::SourceId id = sources.add("file" + std::to_string(index) + ".assay", files[index]);
        trees_.push_back(syntax::parse(sources, id, findings));
    }
    checked = check(trees_, sampleRegisters(), sources, findings);
    findings.sort();
}

CheckedFiles CheckedFiles::withHeader(const std::string& declarations) {
    return CheckedFiles({header, declarations});
}

std::vector<std::string> CheckedFiles::said() const {
    std::vector<std::string> lines;
    for (const diagnostics::Diagnostic& finding : findings.all()) {
        std::string line(diagnostics::code(finding.kind));
        if (finding.span.valid()) {
            const source::Position at = sources.begin(finding.span);
            line += " " + std::to_string(at.line) + ":" + std::to_string(at.column);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

const Expr& CheckedFiles::body(const std::string& name) const {
    const auto id = checked.findDeclaration(name);
    if (!id) throw std::out_of_range("no declaration " + name);
    const Declaration& declaration = checked.declarations[*id];
    if (const auto* rule = std::get_if<Rule>(&declaration.body)) return checked.expressions[rule->require];
    return checked.expressions[std::get<Define>(declaration.body).value];
}

std::vector<std::string> CheckedFiles::order() const {
    std::vector<std::string> names;
    for (const DeclId id : checked.order)
        names.push_back(checked.declarations[id].name);
    return names;
}

}  // namespace assay::check

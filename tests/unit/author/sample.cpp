#include "sample.hpp"

#include <gtest/gtest.h>

#include "assay/check/check.hpp"
#include "assay/diagnostics/render.hpp"
#include "assay/document/document.hpp"
#include "assay/syntax/parse.hpp"

namespace assay::author::testing {

namespace {

constexpr const char* declarations = R"(ruleset sample.rules
  title    en "Sample" zh "样例"
  edition  1
  clauses  from "clauses.toml"
  units    from "units.toml"
  parties  client, body
  roles    inspector

enum size
  small  en "small"  zh "小"
  large  en "large"  zh "大"  cites F5

enum grain_size ordered
  fine    en "fine"    zh "细"  cites F5
  middle  en "middle"  zh "中"  cites F5
  coarse  en "coarse"  zh "粗"  cites F5

record stone
  weight  kg
  kept    judgement by inspector with reason
  near    item of stones
  chips   list of chip

record chip
  length  ratio 20 %..30 %

fact client.registered   bool                    from client  ask en "Is the client registered?" zh "认证委托人是否已登记？"
fact client.size         size                    from client  ask en "How large is the client?" zh "认证委托人的规模？"
fact statement.honest    judgement by inspector  from body
fact statement.read_on   date? absent is none    from body
fact sizes               list of size            from client
fact stones              list of stone           from client
fact grain               grain_size                   from client
fact grains              list of grain_size           from client
fact distance of (stone, stone)  kg
quantity yield.share         ratio  for s in stones
quantity yield.complete      bool

reading AMB-1 : strict | lenient
  cites N2
  takes strict
  label en "Whether a fee is reduced" zh "费用是否减免"

rule registered
  cites F1
  require client.registered

rule honest_statement about body
  cites R1
  require statement.honest

table fee (premises : size) : number
  cites F6
  hit unique complete
  | premises | fee |
  | small    | 1   |
  | large    | 4   |  cites F2

define total : number
  cites F6  reads AMB-1
  default fee(client.size)
  except reduced: fee(client.size) - 1  when client.size is large and AMB-1 is strict  cites F3

decide grade
  cites F7
  good  favourable  when registered and total <= 10
  poor  adverse     otherwise  cites F4

rule grained about body
  cites F6
  require grain >= middle and grains contains coarse

flag noted
  cites F6
  when client.size is large
)";

registers::Clause clause(const char* id, registers::Computable computable) {
    registers::Clause made;
    made.id = id;
    made.computable = computable;
    return made;
}

check::Registers registersOfSample() {
    using registers::Computable;
    check::Registers registers;
    for (const char* id : {"F1", "F2", "F3", "F4", "F5", "F6", "F7", "O1"})
        registers.clauses.add(clause(id, Computable::Full));
    for (const char* id : {"R1", "R2"})
        registers.clauses.add(clause(id, Computable::Recorded));
    for (const char* id : {"N1", "N2"})
        registers.clauses.add(clause(id, Computable::None));
    quantity::Unit kilogram;
    kilogram.symbol = "kg";
    kilogram.dimension.powers["mass"] = 1;
    registers.units.add(kilogram);
    registers.offered = {{"yield.share", check::TypeKind::Ratio, {}, false}, {"yield.complete", check::TypeKind::Bool, {}, false}};
    return registers;
}

void failOn(const diagnostics::Diagnostics& findings, const source::SourceMap& sources) {
    for (const diagnostics::Diagnostic& finding : findings.all())
        ADD_FAILURE() << diagnostics::render(finding, sources, {});
}

ExpectedConclusion outcome(const char* name, const char* value) {
    ExpectedConclusion expected;
    expected.name = name;
    expected.outcome = Expected<std::string>{value, {}};
    return expected;
}

ExpectedConclusion exact(const char* name, const char* value) {
    ExpectedConclusion expected;
    expected.name = name;
    expected.exact = Expected<std::string>{value, {}};
    return expected;
}

ExpectedConclusion raised(const char* name) {
    ExpectedConclusion expected;
    expected.name = name;
    expected.status = Expected<std::string>{"holds", {}};
    return expected;
}

}  // namespace

Sample::Sample() {
    diagnostics::Diagnostics findings;
    std::vector<syntax::Tree> trees;
    trees.push_back(syntax::parse(sources, sources.add("sample.assay", declarations), findings));
    rules = check::check(trees, registersOfSample(), sources, findings);
    failOn(findings, sources);
    if (findings.hasErrors()) return;
    program = lower::lower(rules);
    cases_.emplace("small", read("[client]\nregistered = true\nsize = \"small\"\n"));
    cases_.emplace("large", read("[client]\nregistered = true\nsize = \"large\"\n"));
    cases_.emplace("unregistered", read("[client]\nregistered = false\nsize = \"small\"\n"));
    cases_.emplace("open", read(""));
    cases_.emplace("grained", read("grain = \"middle\"\ngrains = [\"coarse\"]\n"));
    expectations_["small"].decisions = {outcome("grade", "good")};
    expectations_["small"].values = {exact("total", "1")};
    expectations_["large"].decisions = {outcome("grade", "good")};
    expectations_["large"].values = {exact("total", "3")};
    expectations_["large"].flags = {raised("noted")};
    expectations_["grained"].rules = {raised("grained")};
    expectations_["unregistered"].decisions = {outcome("grade", "poor")};
}

Trial Sample::trial(const std::string& name) const {
    const auto expectation = expectations_.find(name);
    return {name, &cases_.at(name), *quantity::Date::of(2025, 6, 1),
            expectation == expectations_.end() ? Expectation{} : expectation->second};
}

facts::CaseFacts Sample::read(const std::string& toml) {
    diagnostics::Diagnostics findings;
    const std::optional<document::Node> root = document::readToml(sources, sources.add("case.toml", toml), findings);
    facts::CaseFacts facts;
    if (root) facts = facts::read(*root, rules, sources, findings);
    failOn(findings, sources);
    return facts;
}

}  // namespace assay::author::testing
